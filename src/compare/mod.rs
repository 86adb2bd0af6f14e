//! Comparing: this month's roster beside what was kept of the month before.

mod mutu;
mod perubahan;
mod traces;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::finding::{Finding, Noted};
use crate::law::Law;
use crate::model::cells::Source;
use crate::model::riwayat::{BulanLalu, CatatanLalu, OrangLalu, Riwayat, TanpaPembanding, UnitLalu};
use crate::model::roster::Roster;
use crate::model::unit::{Unit, UnitId, unit_key};

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
    let berorang = berorang(&roster);
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
    BulanLalu { catatan: CatatanLalu { periode: roster.periode, sources, mutu }, orang, jejak: roster.jejak, berorang }
}

/// Every name, in the sense of `nama_unit`, of the units at which somebody works or may work.
fn berorang(roster: &Roster) -> BTreeSet<String> {
    let people = roster.pegawai.iter().map(|pegawai| pegawai.unit);
    let unreadable = roster.tak_terbaca.iter().map(|row| row.unit);
    let uncertain = roster.tak_pasti.iter().flat_map(|row| row.units.iter().copied());
    let ids: BTreeSet<UnitId> = people.chain(unreadable).chain(uncertain).collect();
    let units = ids.into_iter().map(|id| roster.unit(id));
    units.flat_map(|unit| nama_unit(unit.kode.as_ref(), &unit.nama)).collect()
}

/// By what a unit may be known in a month that tells its kode and in one that does not.
fn nama_unit(kode: Option<&Arc<str>>, nama: &str) -> Vec<String> {
    kode.map(|kode| kode.to_uppercase()).into_iter().chain([unit_key(nama)]).collect()
}

/// By which a unit is known again in another month: kode, else the key of its name.
fn kunci(kode: Option<&Arc<str>>, nama: &str) -> String {
    kode.map_or_else(|| unit_key(nama), |kode| kode.to_uppercase())
}

fn kunci_of(unit: &Unit) -> String {
    kunci(unit.kode.as_ref(), &unit.nama)
}
