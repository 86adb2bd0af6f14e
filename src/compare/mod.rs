//! Comparing: this month's roster beside what was kept of the month before.

mod mutu;
mod perubahan;
mod traces;

use std::sync::Arc;

use crate::finding::{Finding, Noted};
use crate::law::Law;
use crate::model::cells::Source;
use crate::model::riwayat::{BulanLalu, CatatanLalu, OrangLalu, Riwayat, TanpaPembanding, UnitLalu};
use crate::model::roster::Roster;
use crate::model::unit::{Unit, unit_key};

/// This month's quality, and what changed since the month before. Nothing changed for certain where no person of this
/// month could be read.
pub fn riwayat(roster: &Roster, findings: &[Finding], lalu: Result<BulanLalu, TanpaPembanding>, law: &Law) -> Riwayat {
    let mutu = mutu::mutu(roster, findings);
    match lalu {
        Err(reason) => Riwayat { mutu, lalu: Err(reason), perubahan: None },
        Ok(lalu) => {
            let perubahan = (!roster.pegawai.is_empty()).then(|| perubahan::perubahan(roster, &lalu, law));
            Riwayat { mutu, lalu: Ok(lalu.catatan), perubahan }
        }
    }
}

/// What is kept of a month for the one after it.
pub fn keep(sources: Vec<Source>, checked: Noted<Roster>) -> BulanLalu {
    let Noted { value: roster, findings } = checked;
    let mutu = mutu::mutu(&roster, &findings);
    let units: Vec<UnitLalu> =
        roster.units.iter().map(|unit| UnitLalu { kode: unit.kode.clone(), nama: unit.nama.clone() }).collect();
    let orang = roster.pegawai.into_iter().map(|pegawai| {
        let kept = OrangLalu {
            nama: pegawai.nama,
            tgl_lahir: pegawai.tgl_lahir,
            unit: units[pegawai.unit.0 as usize].clone(),
            jabatan: pegawai.jabatan,
            golongan: pegawai.golongan,
            status: pegawai.status,
            kedudukan: pegawai.kedudukan,
            place: pegawai.place,
        };
        (pegawai.nip, kept)
    });
    let orang = orang.collect();
    BulanLalu { catatan: CatatanLalu { periode: roster.periode, sources, mutu }, orang, jejak: roster.jejak }
}

/// By which a unit is known again in another month: kode, else the key of its name.
fn kunci(kode: Option<&Arc<str>>, nama: &str) -> String {
    kode.map_or_else(|| unit_key(nama), |kode| kode.to_uppercase())
}

fn kunci_of(unit: &Unit) -> String {
    kunci(unit.kode.as_ref(), &unit.nama)
}
