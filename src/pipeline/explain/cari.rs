//! Whom or what a question means: by NIP or kode, by the exact name, by words of it, else what is near.

use crate::finding::Place;
use crate::model::nama::Nama;
use crate::model::pegawai::PegawaiId;
use crate::model::unit::{UnitId, unit_key};
use crate::pipeline::Outcome;

/// So many are offered where nothing is certain.
const MOST_OFFERS: usize = 5;
/// From how many digits a number is meant as an NIP.
const FEWEST_DIGITS: usize = 15;
/// Digits that may be mistyped, left out or added between an NIP and one that is offered for it.
const DIGITS_APART: usize = 3;
/// Share of a name that must be alike for it to be offered.
const ALIKE: f64 = 0.7;

/// What was found.
pub(super) enum Found {
    Pegawai(PegawaiId),
    Unit(UnitId),
    /// A row of this NIP that could not be used.
    Unusable(Place),
    Unclear {
        problem: String,
        offers: Vec<String>,
    },
}

/// A person or a unit.
pub(super) fn anything(outcome: &Outcome, text: &str) -> Found {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= FEWEST_DIGITS && !text.chars().any(char::is_alphabetic) {
        return nip(outcome, &digits);
    }
    if let Some(id) = kode(outcome, text) {
        return Found::Unit(id);
    }
    let key = person_key(text);
    let named = people(outcome, |other| other == key);
    match (&named[..], &units(outcome, |other| other == unit_key(text))[..]) {
        ([id], _) => return Found::Pegawai(*id),
        ([], [id]) => return Found::Unit(*id),
        ([], []) => {}
        (people, units) => return several(outcome, text, people, units),
    }
    let words = words(text);
    let roster = &outcome.roster;
    let people: Vec<PegawaiId> =
        roster.pegawai_ids().filter(|id| has_words(&self::words(roster.pegawai(*id).nama.as_str()), &words)).collect();
    let units = units(outcome, |other| has_words(other, &unit_key(text)));
    match (&people[..], &units[..]) {
        ([id], []) => Found::Pegawai(*id),
        ([], [id]) => Found::Unit(*id),
        ([], []) => {
            let offers = near(outcome.roster.pegawai_ids().map(|id| (key_of(outcome, id), person(outcome, id))), &key);
            let of_units = near(unit_names(outcome), &unit_key(text));
            let problem = format!("tidak ada pegawai atau unit bernama “{text}” di data bulan ini");
            Found::Unclear { problem, offers: offers.into_iter().chain(of_units).take(MOST_OFFERS).collect() }
        }
        (people, units) => several(outcome, text, people, units),
    }
}

/// A unit only.
pub(super) fn unit(outcome: &Outcome, text: &str) -> Found {
    if let Some(id) = kode(outcome, text) {
        return Found::Unit(id);
    }
    let key = unit_key(text);
    let exact = units(outcome, |other| other == key);
    let found = if exact.is_empty() { units(outcome, |other| has_words(other, &key)) } else { exact };
    match found[..] {
        [id] => Found::Unit(id),
        [] => {
            let problem = format!("unit “{text}” tidak ada di data unit bulan ini");
            Found::Unclear { problem, offers: near(unit_names(outcome), &key) }
        }
        _ => several(outcome, text, &[], &found),
    }
}

fn nip(outcome: &Outcome, digits: &str) -> Found {
    let roster = &outcome.roster;
    if let Some(id) = roster.pegawai_ids().find(|id| roster.pegawai(*id).nip.digits() == digits) {
        return Found::Pegawai(id);
    }
    let trace = roster.jejak.iter().find(|jejak| jejak.nip.is_some_and(|nip| nip.digits() == digits));
    if let Some(trace) = trace {
        return Found::Unusable(trace.place.clone());
    }
    let apart = |id: &PegawaiId| strsim::damerau_levenshtein(roster.pegawai(*id).nip.digits(), digits);
    let mut ids: Vec<PegawaiId> = roster.pegawai_ids().filter(|id| apart(id) <= DIGITS_APART).collect();
    ids.sort_by_key(|id| (apart(id), *id));
    let offers = ids.into_iter().take(MOST_OFFERS).map(|id| person(outcome, id));
    Found::Unclear { problem: format!("NIP {digits} tidak ada di data pegawai bulan ini"), offers: offers.collect() }
}

fn kode(outcome: &Outcome, text: &str) -> Option<UnitId> {
    let text = text.trim();
    let roster = &outcome.roster;
    roster.unit_ids().find(|id| {
        let unit = roster.unit(*id);
        let npsn = unit.sekolah.as_ref().and_then(|sekolah| sekolah.npsn.as_deref());
        [unit.kode.as_deref(), npsn].into_iter().flatten().any(|kode| kode.eq_ignore_ascii_case(text))
    })
}

fn person_key(text: &str) -> String {
    Nama::parse(text, None, None).map(|nama| nama.key().to_string()).unwrap_or_default()
}

fn key_of(outcome: &Outcome, id: PegawaiId) -> String {
    outcome.roster.pegawai(id).nama.key().to_string()
}

fn people(outcome: &Outcome, fits: impl Fn(&str) -> bool) -> Vec<PegawaiId> {
    outcome.roster.pegawai_ids().filter(|id| fits(outcome.roster.pegawai(*id).nama.key())).collect()
}

fn units(outcome: &Outcome, fits: impl Fn(&str) -> bool) -> Vec<UnitId> {
    outcome.roster.unit_ids().filter(|id| fits(&unit_key(&outcome.roster.unit(*id).nama))).collect()
}

fn unit_names(outcome: &Outcome) -> impl Iterator<Item = (String, String)> + '_ {
    outcome.roster.units.iter().map(|unit| (unit_key(&unit.nama), unit_label(unit.nama.as_ref(), unit.kode.as_deref())))
}

fn unit_label(nama: &str, kode: Option<&str>) -> String {
    kode.map_or(nama.to_string(), |kode| format!("{nama} (kode {kode})"))
}

fn person(outcome: &Outcome, id: PegawaiId) -> String {
    let pegawai = outcome.roster.pegawai(id);
    format!("{}  {}, {}", pegawai.nip, pegawai.nama.as_str(), outcome.roster.unit(pegawai.unit).nama)
}

/// The words of a name as printed, upper case, without signs.
fn words(nama: &str) -> String {
    let letters: String = nama.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.to_uppercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether every word is a word of the key.
fn has_words(key: &str, words: &str) -> bool {
    !words.is_empty() && words.split(' ').all(|word| key.split(' ').any(|other| other == word))
}

fn several(outcome: &Outcome, text: &str, people: &[PegawaiId], units: &[UnitId]) -> Found {
    let count = people.len() + units.len();
    let of_people = people.iter().map(|id| person(outcome, *id));
    let of_units = units.iter().map(|id| {
        let unit = outcome.roster.unit(*id);
        unit_label(&unit.nama, unit.kode.as_deref())
    });
    let problem = format!("“{text}” dapat berarti {count} pegawai atau unit; sebut NIP atau kodenya");
    Found::Unclear { problem, offers: of_people.chain(of_units).take(MOST_OFFERS).collect() }
}

/// Labels of what is most alike, the likest first.
fn near(all: impl Iterator<Item = (String, String)>, key: &str) -> Vec<String> {
    let alike = |other: &str| strsim::normalized_damerau_levenshtein(other, key);
    let mut near: Vec<(f64, String)> = all.map(|(other, label)| (alike(&other), label)).collect();
    near.retain(|(alike, _)| *alike >= ALIKE);
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    near.into_iter().take(MOST_OFFERS).map(|(_, label)| label).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_name_is_found_by_its_words() {
        assert!(has_words(&words("NOVI SUSILAWATI, S.Pd."), &words("susilawati novi")));
        assert!(!has_words("NOVI SUSILAWATI", "SUSI"));
        assert!(!has_words("NOVI SUSILAWATI", ""));
    }
}
