//! The model of a plan as `nodes.csv` and `arcs.csv`, so that anyone can check the optimum with another solver.

use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::{Exit, Observer, Outcome, RunError};
use crate::model::plan::Level;
use crate::place::model::Model;

/// Writes `nodes.csv` (id, supply, label) and `arcs.csv` (tail, head, lower, capacity, one cost a level, flow) into a
/// folder, each file whole or not at all. Of a run that made no plan there is no model, and nothing is written.
///
/// # Errors
/// `Model` when the folder cannot be written.
pub fn export(outcome: &Outcome, folder: &Path, observer: &dyn Observer) -> Result<(), RunError> {
    if outcome.exit() == Exit::NothingUsed {
        return Ok(());
    }
    observer.stage("Menulis model");
    write(outcome, folder).map_err(|error| RunError::Model(folder.to_path_buf(), error))
}

fn write(outcome: &Outcome, folder: &Path) -> io::Result<()> {
    fs_err::create_dir_all(folder)?;
    let Outcome { roster, needs, law, settings, plan, .. } = outcome;
    let model = Model::new(roster, needs, law, settings, plan);
    table(folder, "nodes.csv", &mut |rows| {
        rows.write_record(["id", "supply", "label"])?;
        for (id, node) in model.nodes().enumerate() {
            rows.write_record([&id.to_string(), &node.supply.to_string(), &node.label])?;
        }
        Ok(())
    })?;
    table(folder, "arcs.csv", &mut |rows| {
        let levels: Vec<Level> = plan.urutan.levels().collect();
        let costs = levels.iter().map(|level| format!("cost_{}", level.nama));
        let head = ["tail", "head", "lower", "capacity"].map(str::to_string).into_iter();
        rows.write_record(head.chain(costs).chain(["flow".to_string()]))?;
        for arc in model.arcs() {
            let ends = [i64::from(arc.tail), i64::from(arc.head), arc.lower, arc.capacity];
            let costs = levels.iter().map(|level| &arc.cost[level.slot]);
            rows.write_record(ends.iter().chain(costs).chain([&arc.flow]).map(i64::to_string))?;
        }
        Ok(())
    })
}

/// A CSV file that appears when it is complete.
fn table(
    folder: &Path,
    name: &str,
    fill: &mut dyn FnMut(&mut csv::Writer<&mut NamedTempFile>) -> csv::Result<()>,
) -> io::Result<()> {
    let mut file = NamedTempFile::new_in(folder)?;
    let mut rows = csv::Writer::from_writer(&mut file);
    fill(&mut rows)?;
    rows.flush()?;
    drop(rows);
    file.persist(folder.join(name)).map_err(|failed| failed.error)?;
    Ok(())
}
