//! The model of a plan as `nodes.csv` and `arcs.csv`, so that anyone can check the optimum with another solver; limits on
//! the whole plan, which no flow holds, as `limits.csv`.

use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

use super::{Exit, Observer, Outcome, RunError};
use crate::model::batasan::Batas;
use crate::model::plan::Level;
use crate::place::model::Model;

/// Writes `nodes.csv` (id, supply, label, unit, home), `arcs.csv` (tail, head, lower, capacity, one cost a level, flow),
/// `limits.csv` (limit, unit, most, used) and `README.txt` into a folder, each file whole or not at all. Of a run that made no plan there is no model, and nothing is written.
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
        rows.write_record(["id", "supply", "label", "unit", "home"])?;
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        for (id, node) in model.nodes().enumerate() {
            let (unit, home) = (number(node.unit), number(node.home));
            rows.write_record([&id.to_string(), &node.supply.to_string(), &node.label, &unit, &home])?;
        }
        Ok(())
    })?;
    table(folder, "limits.csv", &mut |rows| {
        rows.write_record(["limit", "unit", "most", "used"])?;
        limits(outcome).into_iter().try_for_each(|row| rows.write_record(row))
    })?;
    let mut readme = NamedTempFile::new_in(folder)?;
    readme.write_all(about(outcome).as_bytes())?;
    readme.persist(folder.join("README.txt")).map_err(|failed| failed.error)?;
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

/// The limits that some move counts in; that on chains counts no moves, so nothing is used of it.
fn limits(outcome: &Outcome) -> Vec<[String; 4]> {
    let limits = outcome.settings.rencana.batas();
    let used = outcome.plan.batasan.iter().flat_map(|batasan| &batasan.terpakai);
    let row = |(row, used): (&Batas, &u32)| {
        let (name, unit) = match row {
            Batas::Pindah => ("pindah", String::new()),
            Batas::Masuk(unit) => ("masuk", (unit.0 + 1).to_string()),
            Batas::Keluar(unit) => ("keluar", (unit.0 + 1).to_string()),
        };
        Some([name.into(), unit, limits.of(*row)?.to_string(), used.to_string()])
    };
    let chains = limits.rantai.map(|most| ["rantai".into(), String::new(), most.to_string(), String::new()]);
    used.filter_map(row).chain(chains).collect()
}

/// What the files are, and what of the plan they leave out.
fn about(outcome: &Outcome) -> String {
    let files = "nodes.csv dan arcs.csv memuat jaringan seluruh daerah: setiap pegawai yang boleh dipindahkan, setiap \
                 jabatan, dan setiap pasangan yang tidak dilarang aturan. Kolom flow pada arcs.csv adalah rencana yang \
                 diusulkan. Berkas ini memuat NIP; perlakukan seperti hasilnya.\n";
    let Some(batasan) = &outcome.plan.batasan else {
        return format!(
            "{files}\nRencana ini tidak dibatasi. Nilai terbaik yang ditemukan penyelesai lain sama dengan nilai rencana.\n"
        );
    };
    let limits: Vec<String> = batasan.kalimat.iter().map(|told| format!("- {told}\n")).collect();
    let limits = limits.concat();
    format!(
        "{files}\nRencana ini dibatasi, dan batasnya TIDAK termasuk dalam jaringan, karena tidak dapat ditulis sebagai arus:\n\
         {limits}\nKarena itu penyelesai lain dapat menemukan nilai yang lebih baik daripada nilai rencana: itu rencana \
         tanpa batas. Agar sebanding, tambahkan batas di limits.csv sebagai pertidaksamaan: jumlah arus pegawai ke jabatan \
         selain kolom home-nya paling banyak most; untuk masuk dan keluar hanya yang berpindah antarunit ke unit (atau dari \
         unit) itu, menurut kolom unit jabatan. limits.csv menyebut setiap unit yang ada perpindahannya; unit lain dibatasi \
         sama. Batas rantai tidak dapat ditulis sebagai pertidaksamaan arus.\n\nBukti rencana dalam batas itu: {}\n",
        batasan.bukti
    )
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
