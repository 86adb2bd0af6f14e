//! Decisions of leadership: their people, units and rules found, those that contradict each other settled, and the
//! published plan that leadership had before it.
//!
//! Of two decisions on one person that cannot both be followed the later one holds: by its date, and where dates are equal
//! or one has none, by file and row. Of two result workbooks the plan of the later one is the published one.

mod baris;
mod orang;
mod tersisih;

use std::collections::BTreeMap;

use jiff::civil::Date;

use self::baris::{Sekitar, Terbaca};
use super::{People, about};
use crate::check::draft::{PegawaiDraft, row_name};
use crate::check::orang::{KeputusanDraft, Orang};
use crate::check::unit_asing::Names;
use crate::check::units::Hit;
use crate::finding::{Finding, Place, catalogue};
use crate::law::Law;
use crate::model::keputusan::{DaftarKeputusan, Keputusan, KeputusanTersisih, RencanaTerbit, Sebab, TujuanKeputusan};
use crate::model::nip::Nip;
use crate::model::tanggal::tanggal_in_words;

/// Everything that is decided, and which rows were used.
pub(super) fn settle(
    rows: Vec<(Orang, KeputusanDraft)>,
    law: &Law,
    people: &People,
    pegawai: &[PegawaiDraft],
    names: &mut Names<'_, '_>,
    findings: &mut Vec<Finding>,
) -> (DaftarKeputusan, Vec<Place>) {
    let mut used = Vec::new();
    let terbit = published(&rows, names, &mut used, findings);
    let sekitar = Sekitar { law, people, pegawai, terbit: terbit.as_ref() };
    let mut gathered = Gathered { hari: law.tanggal, list: Vec::new(), tersisih: Vec::new() };
    for (orang, draft) in rows.into_iter().filter(|(_, draft)| !draft.is_only_proposed()) {
        if draft.digantikan {
            used.push(orang.place.clone());
            gathered.set_aside(orang.nip, draft, Sebab::Digantikan(String::new()));
            continue;
        }
        let Terbaca { nip, keputusan } = baris::read(&sekitar, &orang, &draft, names, findings);
        match keputusan {
            Some(keputusan) => {
                used.push(orang.place.clone());
                gathered.add(keputusan, draft, &orang, findings);
            }
            None => gathered.set_aside(nip, draft, Sebab::Salah(String::new())),
        }
    }
    let list: Vec<Keputusan> = gathered.list.into_iter().map(|(keputusan, _)| keputusan).collect();
    let tersisih = tersisih::settle(gathered.tersisih, &list, findings);
    (DaftarKeputusan { list, tersisih, terbit }, used)
}

/// The published plan: the moves of the last result workbook that came back.
fn published(
    rows: &[(Orang, KeputusanDraft)],
    names: &mut Names<'_, '_>,
    used: &mut Vec<Place>,
    findings: &mut Vec<Finding>,
) -> Option<RencanaTerbit> {
    let mut plans: BTreeMap<Place, BTreeMap<Nip, TujuanKeputusan>> = BTreeMap::new();
    let mut last = None;
    for (orang, draft) in rows {
        let (Some(ke), Some(nip)) = (&draft.ke, orang.nip) else { continue };
        let sheet = orang.place.of_sheet();
        if draft.is_only_proposed() {
            used.push(orang.place.clone());
        }
        last = Some(sheet.clone());
        let plan = plans.entry(sheet).or_default();
        // A unit that is no longer there is told where somebody decides about it.
        if let Hit::One(unit) = names.units.find(&ke.unit_ref()) {
            plan.insert(nip, TujuanKeputusan { unit, jabatan: ke.jabatan.clone() });
        }
    }
    let asal = last?;
    for (other, plan) in plans.iter().filter(|(other, _)| **other != asal) {
        let problem = format!(
            "rencana terbit diambil dari berkas {}, yang terakhir menurut urutan nama, bukan dari lembar ini ({} \
             perpindahan); keputusan di lembar ini tetap dipakai",
            asal.file,
            plan.len()
        );
        findings.push(Finding::new(&catalogue::RENCANA_TERBIT_GANDA, other.clone(), "", problem));
    }
    let tujuan = plans.remove(&asal).unwrap_or_default();
    Some(RencanaTerbit { tujuan, asal })
}

/// Decisions while they are gathered: those that hold with their rows, and those that do not.
struct Gathered {
    /// The day of the moves: a date after it is a slip (D-343) and makes no decision the later one.
    hari: Date,
    list: Vec<(Keputusan, KeputusanDraft)>,
    tersisih: Vec<KeputusanTersisih>,
}

impl Gathered {
    /// The dates of two decisions where the first is the later one by them.
    fn newer(&self, one: &Keputusan, other: &Keputusan) -> Option<(Date, Date)> {
        let date = |of: &Keputusan| of.tanggal.filter(|date| *date <= self.hari);
        date(one).zip(date(other)).filter(|(one, other)| one > other)
    }

    fn set_aside(&mut self, nip: Option<Nip>, draft: KeputusanDraft, sebab: Sebab) {
        self.tersisih.push(KeputusanTersisih { nip, tertulis: draft.tertulis, sebab, asal: draft.place });
    }

    /// Adds a decision. What says the same again takes the place of the earlier one; what contradicts it too, and is told;
    /// unless the earlier row has the later date.
    fn add(&mut self, keputusan: Keputusan, draft: KeputusanDraft, orang: &Orang, findings: &mut Vec<Finding>) {
        let stays = |old: &&Keputusan| {
            old.nip == keputusan.nip
                && (old.repeats(&keputusan) || old.contradicts(&keputusan))
                && self.newer(old, &keputusan).is_some()
        };
        if let Some(old) = self.list.iter().map(|(old, _)| old).find(stays) {
            if !old.repeats(&keputusan) {
                findings.push(contradiction(&keputusan, old, orang, self.newer(old, &keputusan)));
                let by = tersisih::in_words(old);
                self.set_aside(Some(keputusan.nip), draft, Sebab::Digantikan(by));
            }
            return;
        }
        for (old, old_draft) in std::mem::take(&mut self.list) {
            if old.nip != keputusan.nip {
                self.list.push((old, old_draft));
            } else if old.repeats(&keputusan) {
                continue;
            } else if old.contradicts(&keputusan) {
                findings.push(contradiction(&old, &keputusan, orang, self.newer(&keputusan, &old)));
                let by = tersisih::in_words(&keputusan);
                self.set_aside(Some(old.nip), old_draft, Sebab::Digantikan(by));
            } else {
                self.list.push((old, old_draft));
            }
        }
        self.list.push((keputusan, draft));
    }
}

/// D-335 at the one of two decisions that does not hold; `dates` are those that settle it, of the one that holds first.
fn contradiction(lost: &Keputusan, holds: &Keputusan, orang: &Orang, dates: Option<(Date, Date)>) -> Finding {
    let why = match dates {
        Some((later, earlier)) => {
            let (later, earlier) = (tanggal_in_words(later), tanggal_in_words(earlier));
            format!("tanggalnya {later}, lebih baru daripada {earlier} di baris ini")
        }
        None if lost.asal.file == holds.asal.file => "barisnya lebih bawah".into(),
        None => "berkasnya terakhir menurut urutan nama".into(),
    };
    let problem = format!(
        "{} bertentangan dengan {} pada {}; yang dipakai yang kedua itu, karena {why}",
        tersisih::in_words(lost),
        tersisih::in_words(holds),
        row_name(&holds.asal, &lost.asal),
    );
    let (place, value) = (lost.asal.clone(), lost.tindakan.label().to_string());
    about(orang, &catalogue::KEPUTUSAN_BERTENTANGAN, place, value, problem)
}
