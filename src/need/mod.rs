//! Need: how many people each post is to have, and how many are there.

mod abk;
mod abkkes;
mod banding;
mod beban;
mod bk;
mod book;
mod gpk;
mod guru;
mod jam;
mod lantai;
mod mungkin;
mod pembulatan;
mod proyeksi;
mod puskesmas;
mod ragu;
mod resmi;
mod riil;
mod ringkas;
mod sekolah;
mod spm;
#[cfg(test)]
mod tests;
mod wajar;

use self::banding::Meja;
use self::book::{Book, GURU};
use self::guru::Cara;
use self::ragu::Keraguan;
use self::riil::{Counted, People};
use crate::finding::{Finding, Noted};
use crate::law::Law;
use crate::model::formasi::Formasi;
use crate::model::jabatan::name_key;
use crate::model::needs::Needs;
use crate::model::roster::Roster;
use crate::model::unit::{BentukPendidikan, Sekolah, Unit, UnitId};
use crate::settings::Settings;

/// Weighs need against presence for every post of the roster.
///
/// An official figure counts before a formula (design §4); where both are known and differ, both are shown.
pub fn needs(roster: &Roster, law: &Law, settings: &Settings) -> Noted<Needs> {
    let people = People::of(roster);
    let mut book = Book::new(roster.units.len());
    let mut findings = Vec::new();
    let mut ours = Vec::new();
    let mut ragu = Keraguan::of(roster);
    for id in roster.unit_ids() {
        let official = resmi::of_unit(roster, id);
        resmi::add(&mut book, official, people.has(id), |row| {
            let key = name_key(&row.jabatan.nama);
            !people.holds(id, &key) && roster.kebutuhan_ragu.contains_key(&(id, key))
        });
        let doubt =
            |row: &Formasi| wajar::doubt(roster, settings, (id, &row.jabatan.nama), &resmi::figure(row), &row.place);
        findings.extend(official.iter().filter_map(doubt));
        let mut meja = Meja { roster, people: &people, book: &mut book };
        let weighed = beban::weigh(&mut meja, law, settings, id);
        findings.extend(weighed.findings);
        weighed.value.into_iter().for_each(|(key, why)| ragu.add(id, key, why));
        if is_ours(roster.unit(id), settings) {
            ours.push(id);
            findings.extend(sekolah::doubts(roster.unit(id), law, settings));
            ragu.add_school(id, sekolah::implausible(roster.unit(id), law, settings));
            findings.extend(weigh_school(&mut meja, law, settings, id));
        } else if is_nonformal(roster.unit(id), settings) {
            findings.extend(sekolah::out_of_bounds(roster.unit(id), law, settings));
        }
        findings.extend(puskesmas::weigh(&mut meja, law, id));
    }
    let Counted { needs: mut value, mungkin } = riil::count(roster, &people, book);
    value.pensiun = proyeksi::retirements(roster, law, settings);
    spm::no_surplus_over_the_least(roster, &mut value);
    findings.extend(spm::raise(roster, &people, law, &mut value, &ours));
    findings.extend(mungkin::lessen_shortages(roster, &mut value, &mungkin));
    puskesmas::keep_minima(roster, law, &mut value);
    spm::keep_minima(roster, &people, law, &mut value, &ours);
    ragu.leave_unknown(settings, &mut value);
    findings.extend(ringkas::unknown_needs(roster, settings, &value));
    findings.extend(ringkas::counts_from_units(roster, &value));
    findings.extend(ringkas::nobody_counted(roster, &people));
    findings.extend(beban::other_times(roster, law, settings));
    findings.extend(ringkas::not_ours(roster, settings));
    findings.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.problem.cmp(&b.problem)));
    Noted { value, findings }
}

/// Puts the formula's posts of a school beside its official ones.
fn weigh_school(meja: &mut Meja<'_>, law: &Law, settings: &Settings, id: UnitId) -> Vec<Finding> {
    let unit = meja.roster.unit(id);
    let Some(sekolah) = &unit.sekolah else { return Vec::new() };
    let formula = guru::school_need(sekolah, law, settings);
    let least = if sekolah.rombel.is_none() { spm::least_need(unit, law) } else { None };
    let guru_known = sekolah.guru.filter(|guru| *guru > 0 || meja.people.nobody());
    let whole = if meja.people.has(id) || meja.book.names_teachers(id) { None } else { guru_known };
    let has = |name: &str| meja.book.names(id, name);
    let stated = |name: &str| has(name) || has(GURU);
    let mut findings: Vec<Finding> =
        formula.iter().filter_map(|formula| guru::grey_zone(unit, formula, stated)).collect();
    if let Some(guru) = whole {
        let kebutuhan = formula.map(|formula| formula.whole_school()).or(least.map(|(_, whole)| whole));
        meja.book.add_whole_school(id, kebutuhan, guru);
        return findings;
    }
    // Neither persons nor a count of teachers: how many are present is not known, so nothing can be short.
    if !meja.people.has(id) && sekolah.guru != Some(0) {
        return Vec::new();
    }
    let Some(formula) = formula else {
        // With a post named for some of them the least number of all teachers is the need of no single post.
        if let Some((teachers, _)) = least.filter(|_| !meja.book.names_teachers(id)) {
            meja.book.add(id, "Guru".into(), None, Some(teachers));
        }
        return findings;
    };
    // Beside a figure of some subject one post of all teachers would count those a second time.
    let untold = meja.people.some_teacher_without_subject(id) && !meja.book.names_subject(id);
    let plain = untold || meja.book.has_plain_teacher(id);
    let cara = if plain { Cara::TanpaMapel } else { Cara::PerMapel };
    for (names, kebutuhan) in formula.posts(cara) {
        findings.extend(meja.compare_or_add(id, &names, kebutuhan));
    }
    findings
}

/// Whether the school is one whose teachers this government places: state schools, TK, SD and SMP of a regency or
/// city, SMA, SMK and SLB of a province (domain §0.5).
fn is_ours(unit: &Unit, settings: &Settings) -> bool {
    unit.sekolah.as_ref().is_some_and(|sekolah| sekolah.negeri && level_is_ours(sekolah.bentuk, settings))
}

/// Whether it is a state school of this regency or city that no formula counts teachers for.
fn is_nonformal(unit: &Unit, settings: &Settings) -> bool {
    let nonformal = |sekolah: &Sekolah| sekolah.negeri && sekolah.bentuk == BentukPendidikan::Nonformal;
    !settings.daerah.is_province() && unit.sekolah.as_ref().is_some_and(nonformal)
}

fn level_is_ours(bentuk: BentukPendidikan, settings: &Settings) -> bool {
    match bentuk {
        BentukPendidikan::Tk | BentukPendidikan::Sd | BentukPendidikan::Smp => !settings.daerah.is_province(),
        BentukPendidikan::Sma | BentukPendidikan::Smk | BentukPendidikan::Slb => settings.daerah.is_province(),
        BentukPendidikan::Nonformal => false,
    }
}
