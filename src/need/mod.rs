//! Need: how many people each post is to have, and how many are there.

mod book;
mod guru;
mod mungkin;
mod resmi;
mod riil;
mod ringkas;

use self::book::Book;
use self::guru::Cara;
use self::riil::{Counted, People};
use crate::finding::{Finding, Noted};
use crate::law::Law;
use crate::model::needs::Needs;
use crate::model::roster::Roster;
use crate::model::unit::{BentukPendidikan, Unit, UnitId};
use crate::settings::Settings;

/// Weighs need against presence for every post of the roster.
///
/// An official figure counts before a formula (design §4); where both are known and differ, both are shown.
pub fn needs(roster: &Roster, law: &Law, settings: &Settings) -> Noted<Needs> {
    let people = People::of(roster);
    let mut book = Book::default();
    let mut findings = Vec::new();
    for id in roster.unit_ids() {
        let official = resmi::of_unit(roster, id);
        resmi::add(&mut book, official, people.has(id));
        if is_ours(roster.unit(id), settings) {
            weigh_school(roster, law, &people, id, &mut book, &mut findings);
        }
    }
    let Counted { needs: mut value, mungkin } = riil::count(roster, &people, book);
    findings.extend(mungkin::lessen_shortages(roster, &mut value, &mungkin));
    findings.extend(ringkas::unknown_needs(roster, settings, &value));
    findings.extend(ringkas::counts_from_units(roster, &value));
    findings.extend(ringkas::nobody_counted(roster, &people));
    findings.extend(ringkas::not_ours(roster, settings));
    findings.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.problem.cmp(&b.problem)));
    Noted { value, findings }
}

/// Puts the formula's posts of a school beside its official ones.
fn weigh_school(roster: &Roster, law: &Law, people: &People, id: UnitId, book: &mut Book, findings: &mut Vec<Finding>) {
    let Some(sekolah) = &roster.unit(id).sekolah else { return };
    let formula = guru::school_need(sekolah, law);
    let guru_known = sekolah.guru.filter(|guru| *guru > 0 || people.nobody());
    let whole = if people.has(id) || book.names_teachers(id) { None } else { guru_known };
    if let Some(guru) = whole {
        let kebutuhan = formula.map(|formula| {
            findings.extend(guru::grey_zone(roster.unit(id), &formula));
            formula.whole_school()
        });
        book.add_whole_school(id, kebutuhan, guru);
        return;
    }
    // Neither persons nor a count of teachers: how many are present is not known, so nothing can be short.
    if !people.has(id) && sekolah.guru != Some(0) {
        return;
    }
    let Some(formula) = formula else { return };
    findings.extend(guru::grey_zone(roster.unit(id), &formula));
    let cara = if people.some_teacher_without_subject(id) || book.has_plain_teacher(id) {
        Cara::TanpaMapel
    } else {
        Cara::PerMapel
    };
    for (jabatan, kebutuhan) in formula.posts(cara) {
        findings.extend(resmi::compare_or_add(roster, book, id, jabatan, kebutuhan));
    }
}

/// Whether the school is one whose teachers this government places: state schools, TK, SD and SMP of a regency or
/// city, SMA, SMK and SLB of a province (domain §0.5).
fn is_ours(unit: &Unit, settings: &Settings) -> bool {
    unit.sekolah.as_ref().is_some_and(|sekolah| sekolah.negeri && level_is_ours(sekolah.bentuk, settings))
}

fn level_is_ours(bentuk: BentukPendidikan, settings: &Settings) -> bool {
    match bentuk {
        BentukPendidikan::Tk | BentukPendidikan::Sd | BentukPendidikan::Smp => !settings.daerah.is_province(),
        BentukPendidikan::Sma | BentukPendidikan::Smk | BentukPendidikan::Slb => settings.daerah.is_province(),
        BentukPendidikan::Nonformal => false,
    }
}
