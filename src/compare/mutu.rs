//! How complete the data of a month are, by fact and by unit, and how many faults they have.

use super::kunci_of;
use crate::finding::Finding;
use crate::model::mutu::{ISIAN, Mutu, MutuUnit, SEVERITIES, Terisi};
use crate::model::pegawai::Pegawai;
use crate::model::roster::Roster;
use crate::model::unit::Unit;

/// The quality of a month. Only what reading and checking found counts: other findings do not speak of the data.
pub(super) fn mutu(roster: &Roster, findings: &[Finding]) -> Mutu {
    let mut mutu = Mutu { orang: roster.pegawai.len(), tabel: roster.tabel.clone(), ..Mutu::default() };
    let mut units: Vec<MutuUnit> = roster.units.iter().map(empty).collect();
    for pegawai in &roster.pegawai {
        let unit = &mut units[pegawai.unit.0 as usize];
        unit.orang += 1;
        add(&mut unit.terisi, pegawai);
        add(&mut mutu.terisi, pegawai);
    }
    units.retain(|unit| unit.orang > 0);
    units.sort_by(|a, b| (a.permil(), b.orang, &a.nama, &a.kunci).cmp(&(b.permil(), a.orang, &b.nama, &b.kunci)));
    mutu.units = units;
    for finding in once(findings.iter().filter(|finding| finding.kode.code.starts_with(['B', 'D'])).collect()) {
        if let Some(at) = SEVERITIES.iter().position(|severity| *severity == finding.severity()) {
            mutu.temuan[at] += 1;
        }
    }
    mutu
}

/// Each finding once, as the lists of a run show them.
fn once(mut findings: Vec<&Finding>) -> Vec<&Finding> {
    findings.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.problem.cmp(&b.problem)));
    findings.dedup();
    findings
}

fn empty(unit: &Unit) -> MutuUnit {
    MutuUnit {
        kunci: kunci_of(unit),
        nama: unit.nama.clone(),
        opd: unit.opd().clone(),
        orang: 0,
        terisi: Terisi::default(),
    }
}

fn add(terisi: &mut Terisi, pegawai: &Pegawai) {
    for (count, isian) in terisi.iter_mut().zip(&ISIAN) {
        *count += usize::from((isian.terisi)(pegawai));
    }
}
