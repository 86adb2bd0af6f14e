//! Who appeared, who left and why, and whose facts changed. Last month's facts fill nothing of this month's: an old
//! fact that looked new would be believed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::traces::Traces;
use super::{berorang, kunci, nama_unit};
use crate::law::{Law, bup::pension_day};
use crate::model::jabatan::same_jabatan;
use crate::model::nip::Nip;
use crate::model::pegawai::Pegawai;
use crate::model::perubahan::{JenisPerubahan, Perubahan, Ubahan};
use crate::model::riwayat::{BulanLalu, OrangLalu};
use crate::model::roster::Roster;
use crate::model::status::KedudukanHukum;
use crate::model::tanggal::{months_between, tanggal_in_words};

/// An appointment so many months before the period explains that somebody is new.
const BARU_DIANGKAT_BULAN: i32 = 3;

/// Everything that differs between the two months, in the order of the sheet.
pub(super) fn perubahan(roster: &Roster, lalu: &BulanLalu, law: &Law) -> Perubahan {
    let compared = Compared::new(roster, lalu, law);
    let mut daftar = Vec::new();
    let mut still_there = BTreeSet::new();
    for pegawai in &roster.pegawai {
        match lalu.orang.get(&pegawai.nip) {
            Some(before) => {
                still_there.insert(pegawai.nip);
                daftar.extend(compared.changes(pegawai, before));
            }
            None => daftar.push(compared.appeared(pegawai)),
        }
    }
    let gone = lalu.orang.iter().filter(|(nip, _)| !still_there.contains(nip));
    daftar.extend(gone.map(|(nip, before)| compared.left(*nip, before)));
    daftar.sort_by(|a, b| (a.jenis, &a.unit, a.nip).cmp(&(b.jenis, &b.unit, b.nip)));
    Perubahan { lalu: lalu.catatan.periode, daftar }
}

/// Both months, with what is looked up for every person.
struct Compared<'a> {
    roster: &'a Roster,
    lalu: &'a BulanLalu,
    law: &'a Law,
    traces_now: Traces<'a>,
    traces_before: Traces<'a>,
    /// Units with people, by kode and by name.
    peopled_now: BTreeSet<String>,
    kode_now: BTreeSet<String>,
    /// NIP of this month's and last month's people by name and birth: a corrected NIP shows as one gone and one new.
    new_by_name: BTreeMap<(&'a str, Date), Nip>,
    gone_by_name: BTreeMap<(&'a str, Date), Nip>,
}

impl<'a> Compared<'a> {
    fn new(roster: &'a Roster, lalu: &'a BulanLalu, law: &'a Law) -> Compared<'a> {
        let nip_now: BTreeSet<Nip> = roster.pegawai.iter().map(|pegawai| pegawai.nip).collect();
        let new = roster.pegawai.iter().filter(|pegawai| !lalu.orang.contains_key(&pegawai.nip));
        let gone = lalu.orang.iter().filter(|(nip, _)| !nip_now.contains(nip));
        Compared {
            roster,
            lalu,
            law,
            traces_now: Traces::of(&roster.jejak),
            traces_before: Traces::of(&lalu.jejak),
            peopled_now: berorang(roster),
            kode_now: roster
                .units
                .iter()
                .filter_map(|unit| unit.kode.as_ref())
                .map(|kode| kode.to_uppercase())
                .collect(),
            new_by_name: new.map(|pegawai| ((pegawai.nama.key(), pegawai.tgl_lahir), pegawai.nip)).collect(),
            gone_by_name: gone.map(|(nip, before)| ((before.nama.key(), before.tgl_lahir), *nip)).collect(),
        }
    }

    fn unit_name(&self, pegawai: &Pegawai) -> Arc<str> {
        self.roster.unit(pegawai.unit).nama.clone()
    }

    fn appeared(&self, pegawai: &Pegawai) -> Ubahan {
        let trace = self.traces_before.find(pegawai.nip, pegawai.nama.key());
        let (jenis, keterangan) = match trace {
            Some(_) => (JenisPerubahan::BelumPasti, "bulan lalu barisnya belum dapat dibaca".to_string()),
            None => (JenisPerubahan::Muncul, self.why_new(pegawai)),
        };
        Ubahan {
            jenis,
            unit: self.unit_name(pegawai),
            nip: pegawai.nip,
            nama: pegawai.nama.as_str().to_string(),
            lama: None,
            baru: Some(pegawai.jabatan.to_string()),
            keterangan,
            tempat_lama: trace.cloned(),
            tempat_baru: Some(pegawai.place.clone()),
        }
    }

    fn why_new(&self, pegawai: &Pegawai) -> String {
        if let Some(old) = self.gone_by_name.get(&(pegawai.nama.key(), pegawai.tgl_lahir)) {
            return format!("nama dan tanggal lahirnya sama dengan NIP {old} bulan lalu; mungkin NIP diperbaiki");
        }
        let months = |date: Date| months_between(date, self.roster.periode.first_day());
        if let Some(tmt) = pegawai.tmt_cpns.filter(|tmt| months(*tmt) <= BARU_DIANGKAT_BULAN) {
            return format!("baru diangkat, TMT {}", tanggal_in_words(tmt));
        }
        let unit = self.roster.unit(pegawai.unit);
        if !nama_unit(unit.kode.as_ref(), &unit.nama).iter().any(|key| self.lalu.berorang.contains(key)) {
            return "bulan lalu tidak ada pegawai unit ini di data".into();
        }
        String::new()
    }

    fn left(&self, nip: Nip, before: &OrangLalu) -> Ubahan {
        let trace = self.traces_now.find(nip, before.nama.key());
        let (jenis, keterangan) = match trace {
            Some(_) => {
                (JenisPerubahan::BelumPasti, "barisnya ada bulan ini tetapi belum dapat dibaca; lihat Temuan".into())
            }
            None => (JenisPerubahan::Keluar, self.why_gone(before)),
        };
        Ubahan {
            jenis,
            unit: before.unit.nama.clone(),
            nip,
            nama: before.nama.as_str().to_string(),
            lama: Some(before.jabatan.to_string()),
            baru: None,
            keterangan,
            tempat_lama: Some(before.place.clone()),
            tempat_baru: trace.cloned(),
        }
    }

    /// The likeliest reason, the surest first.
    fn why_gone(&self, before: &OrangLalu) -> String {
        if let Some(new) = self.new_by_name.get(&(before.nama.key(), before.tgl_lahir)) {
            return format!("nama dan tanggal lahirnya sama dengan NIP {new} bulan ini; mungkin NIP diperbaiki");
        }
        if before.kedudukan != KedudukanHukum::Aktif {
            return format!("bulan lalu berkedudukan {}", before.kedudukan.label());
        }
        let (low, high) = self.law.bup_years(&before.jabatan);
        let pension = pension_day(before.tgl_lahir, low);
        if pension <= self.roster.tanggal_efektif {
            let maybe = if low == high { "" } else { "mungkin " };
            return format!("{maybe}mencapai BUP {low} tahun, pensiun mulai {}", tanggal_in_words(pension));
        }
        let names = nama_unit(before.unit.kode.as_ref(), &before.unit.nama);
        if !names.iter().any(|key| self.peopled_now.contains(key)) {
            return "tidak ada seorang pun dari unit ini di data bulan ini; pastikan datanya sudah dikirim".into();
        }
        "sebabnya tidak diketahui; pastikan barisnya tidak terhapus".into()
    }

    /// What changed of somebody who is there in both months.
    fn changes(&self, pegawai: &Pegawai, before: &OrangLalu) -> Vec<Ubahan> {
        let mut changes = Vec::new();
        let mut changed = |jenis, lama: Option<String>, baru: Option<String>, keterangan: &str| {
            changes.push(Ubahan {
                jenis,
                unit: self.unit_name(pegawai),
                nip: pegawai.nip,
                nama: pegawai.nama.as_str().to_string(),
                lama,
                baru,
                keterangan: keterangan.to_string(),
                tempat_lama: Some(before.place.clone()),
                tempat_baru: Some(pegawai.place.clone()),
            });
        };
        if !self.same_unit(pegawai, before) {
            let now = self.roster.unit(pegawai.unit);
            let named = |nama: &str, kode: Option<&Arc<str>>| match kode {
                // Two units may have one name.
                Some(kode) if now.nama == before.unit.nama => format!("{nama} ({kode})"),
                Some(_) | None => nama.to_string(),
            };
            let old = named(&before.unit.nama, before.unit.kode.as_ref());
            changed(JenisPerubahan::Unit, Some(old), Some(named(&now.nama, now.kode.as_ref())), "");
        }
        let (old, new) = (&before.jabatan, &pegawai.jabatan);
        // A list that says less, as of Dapodik, changed nobody's jabatan.
        if !same_jabatan(old, new) {
            changed(JenisPerubahan::Jabatan, Some(old.to_string()), Some(new.to_string()), "");
        }
        if before.golongan != pegawai.golongan {
            let (old, new) = (before.golongan, pegawai.golongan);
            let remark = match (old, new) {
                (Some(_), None) => "bulan ini kosong atau tidak terbaca",
                (None, Some(_)) => "bulan lalu kosong atau tidak terbaca",
                (Some(old), Some(new)) if new < old => "turun; periksa SK terakhir",
                (Some(_), Some(_)) | (None, None) => "",
            };
            changed(JenisPerubahan::Golongan, old.map(|it| it.to_string()), new.map(|it| it.to_string()), remark);
        }
        if before.status != pegawai.status {
            let labels = (before.status.label().into(), pegawai.status.label().into());
            changed(JenisPerubahan::Status, Some(labels.0), Some(labels.1), "");
        }
        if before.kedudukan != pegawai.kedudukan {
            let labels = (before.kedudukan.label().into(), pegawai.kedudukan.label().into());
            changed(JenisPerubahan::Kedudukan, Some(labels.0), Some(labels.1), "");
        }
        if before.nama.key() != pegawai.nama.key() {
            let names = (before.nama.as_str().into(), pegawai.nama.as_str().into());
            changed(
                JenisPerubahan::Nama,
                Some(names.0),
                Some(names.1),
                "pastikan NIP ini memang milik orang yang sama",
            );
        }
        changes
    }

    /// A kode decides where both months have one; but one that no unit has any more was only renumbered, and then the
    /// name decides.
    fn same_unit(&self, pegawai: &Pegawai, before: &OrangLalu) -> bool {
        let now = self.roster.unit(pegawai.unit);
        let same_name = || kunci(None, &now.nama) == kunci(None, &before.unit.nama);
        match (&now.kode, &before.unit.kode) {
            (Some(now), Some(old)) if now.to_uppercase() == old.to_uppercase() => true,
            (Some(_), Some(old)) if self.kode_now.contains(&old.to_uppercase()) => false,
            _ => same_name(),
        }
    }
}
