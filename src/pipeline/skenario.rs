//! Scenarios: the same data planned once more under other settings, to be put beside the plan of the folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Outcome;
use crate::finding::{Finding, Place, catalogue, io_cause};
use crate::model::needs::Needs;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::Plan;
use crate::model::skenario::{PindahLain, Skenario, Tujuan};
use crate::{need, place, settings};

/// Plans each scenario; a file that cannot be used becomes a finding, and the run goes on without it.
pub(super) fn compare(outcome: &Outcome, folder: &str, files: &[PathBuf]) -> (Vec<Skenario>, Vec<Finding>) {
    let (mut planned, mut findings) = (Vec::new(), Vec::new());
    for file in files {
        let nama = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        match read(folder, file, &nama) {
            Ok(laid) => planned.push(plan(outcome, laid, nama)),
            Err(faults) => findings.extend(faults.into_iter().map(|problem| {
                Finding::new(&catalogue::SKENARIO_TAK_DIPAKAI, Place::file(nama.as_str()), "", problem)
            })),
        }
    }
    (planned, findings)
}

fn read(folder: &str, file: &Path, nama: &str) -> Result<settings::Skenario, Vec<String>> {
    let text = fs_err::read(file).map_err(|error| vec![format!("berkas tidak dapat dibuka ({})", io_cause(&error))])?;
    let text = String::from_utf8(text).map_err(|_| vec!["berkas ini bukan teks".to_string()])?;
    settings::Skenario::parse(folder, &text, nama)
}

/// The plan under the settings of a scenario. What was read stays as it was; need and rules are judged anew.
fn plan(outcome: &Outcome, laid: settings::Skenario, nama: String) -> Skenario {
    let mut own = laid.settings;
    own.linearitas = outcome.settings.linearitas.clone();
    let law = own.law(outcome.law.tanggal);
    let needs = need::needs(&outcome.roster, &law, &own).value;
    let plan = place::plan(&outcome.roster, &needs, &law, &own);
    Skenario {
        nama,
        setelan: laid.setelan,
        ukuran: place::adil::ukuran_rencana(&outcome.roster, &needs, &law, &own, &plan),
        kurang_terkecil: plan.kurang_reachable.into(),
        terhalang: plan.held_short_by(),
        terbukti: plan.proven(),
        lain: others(outcome, &needs, &plan),
    }
}

/// Whom the two plans place differently. The needs may list other posts, so places are compared by unit and jabatan.
fn others(outcome: &Outcome, needs: &Needs, plan: &Plan) -> Vec<PindahLain> {
    let places = |needs: &Needs, plan: &Plan| -> BTreeMap<PegawaiId, Tujuan> {
        let place = |to| Tujuan { unit: needs.post(to).unit, jabatan: needs.post(to).jabatan_label() };
        plan.moves.iter().map(|step| (step.pegawai, place(step.to))).collect()
    };
    let (of_plan, of_scenario) = (places(&outcome.needs, &outcome.plan), places(needs, plan));
    let everyone = outcome.roster.pegawai_ids().filter(|id| of_plan.get(id) != of_scenario.get(id));
    let mut lain: Vec<PindahLain> = everyone
        .map(|pegawai| PindahLain {
            pegawai,
            rencana: of_plan.get(&pegawai).cloned(),
            skenario: of_scenario.get(&pegawai).cloned(),
        })
        .collect();
    lain.sort_by(|a, b| outcome.roster.duk_order(a.pegawai, b.pegawai));
    lain
}
