//! Whom or what a question means: by NIP or kode, by the exact name, by words of it, else what is near.

use super::baris;
use crate::finding::without_nik;
use crate::model::angka::ribuan;
use crate::model::asal_sel::BarisOrang;
use crate::model::pegawai::PegawaiId;
use crate::model::unit::{UnitId, unit_key};
use crate::pipeline::Outcome;

/// So many are offered where nothing is certain.
const MOST_OFFERS: usize = 5;
/// So many of one name are listed.
const MOST_NAMESAKES: usize = 20;
/// From how many digits a number is meant as an NIP.
const FEWEST_DIGITS: usize = 15;
/// Digits that may be mistyped, left out or added between an NIP and one that is offered for it.
const DIGITS_APART: usize = 3;
/// Share of a name that must be alike for it to be offered.
const ALIKE: f64 = 0.7;
/// The same of each word, where but some words of a name were typed.
const WORDS_ALIKE: f64 = 0.8;

/// What was found.
pub(super) enum Found {
    Pegawai(PegawaiId),
    Unit(UnitId),
    /// Rows that name this person, of which no person could be made.
    TakTerpakai(Vec<BarisOrang>),
    Unclear {
        problem: String,
        offers: Vec<String>,
    },
}

/// Whom and what a text may mean.
#[derive(Default)]
struct Arti {
    people: Vec<PegawaiId>,
    units: Vec<UnitId>,
    /// Rows that no person was made of.
    rows: Vec<BarisOrang>,
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
    // An old NIP of nine digits, or what else stands in the NIP cell of a row that cannot be used.
    if !digits.is_empty() && !text.chars().any(char::is_alphabetic) {
        let rows = baris::rows(outcome, |row| row.nip == digits);
        if !rows.is_empty() {
            return Found::TakTerpakai(rows);
        }
    }
    let key = baris::key(text).unwrap_or_default();
    let words = words(text);
    let exact = Arti {
        people: people(outcome, |id| outcome.roster.pegawai(id).nama.key() == key),
        units: units(outcome, |other| other == unit_key(text)),
        rows: baris::rows(outcome, |row| baris::key(&row.nama).is_some_and(|other| other == key)),
    };
    let by_words = || Arti {
        people: people(outcome, |id| has_words(&self::words(outcome.roster.pegawai(id).nama.as_str()), &words)),
        units: units(outcome, |other| has_words(other, &unit_key(text))),
        rows: baris::rows(outcome, |row| has_words(&self::words(&row.nama), &words)),
    };
    exact.found(outcome, text).or_else(|| by_words().found(outcome, text)).unwrap_or_else(|| nothing(outcome, text))
}

impl Arti {
    /// `None` where it means nothing.
    fn found(self, outcome: &Outcome, text: &str) -> Option<Found> {
        match (&self.people[..], &self.units[..], &self.rows[..]) {
            ([], [], []) => None,
            ([id], [], []) => Some(Found::Pegawai(*id)),
            ([], [id], []) => Some(Found::Unit(*id)),
            // Several rows of one name are shown side by side: their NIP may be what is wrong with them.
            ([], [], rows) if one_name(rows) => Some(Found::TakTerpakai(self.rows)),
            _ => Some(self.several(outcome, text)),
        }
    }

    fn several(&self, outcome: &Outcome, text: &str) -> Found {
        let count = self.people.len() + self.units.len() + self.rows.len();
        let of_people = self.people.iter().map(|id| person(outcome, *id));
        let of_units = self.units.iter().map(|id| unit_label(outcome, *id));
        let offers = of_people.chain(of_units).chain(self.rows.iter().map(|row| row_label(outcome, row)));
        let mut offers: Vec<String> = offers.take(MOST_NAMESAKES).collect();
        if count > MOST_NAMESAKES {
            offers.push(format!("… dan {} lain", ribuan((count - MOST_NAMESAKES) as i64)));
        }
        let count = ribuan(count as i64);
        let problem = match (self.people.is_empty() && self.rows.is_empty(), self.units.is_empty()) {
            (false, true) => format!("“{text}” dapat berarti {count} pegawai; ulangi dengan NIP yang dimaksud"),
            (true, false) => format!("“{text}” dapat berarti {count} unit; ulangi dengan nama lengkap atau kodenya"),
            (false, false) | (true, true) => {
                format!("“{text}” dapat berarti {count} pegawai atau unit; ulangi dengan NIP atau kode yang dimaksud")
            }
        };
        Found::Unclear { problem, offers }
    }
}

fn one_name(rows: &[BarisOrang]) -> bool {
    rows.iter().all(|row| baris::key(&row.nama) == baris::key(&rows[0].nama))
}

/// Nobody and nothing of that name: what is near.
fn nothing(outcome: &Outcome, text: &str) -> Found {
    let key = baris::key(text).unwrap_or_default();
    let typed = words(text);
    let roster = &outcome.roster;
    let of_people = roster.pegawai_ids().map(|id| {
        let nama = &roster.pegawai(id).nama;
        let alike = alike(nama.key(), &key).max(words_alike(&words(nama.as_str()), &typed));
        (alike, move || person(outcome, id))
    });
    let rows = baris::rows(outcome, |row| {
        let Some(key_of_row) = baris::key(&row.nama) else { return false };
        alike(&key_of_row, &key).max(words_alike(&words(&row.nama), &typed)) >= ALIKE
    });
    let offers = likest(of_people).into_iter().chain(rows.iter().map(|row| row_label(outcome, row)));
    let offers = offers.chain(near_units(outcome, text)).take(MOST_OFFERS).collect();
    let problem = format!("tidak ada pegawai atau unit bernama “{text}” di data bulan ini");
    Found::Unclear { problem, offers }
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
            Found::Unclear { problem, offers: near_units(outcome, text) }
        }
        _ => Arti { units: found, ..Arti::default() }.several(outcome, text),
    }
}

fn nip(outcome: &Outcome, digits: &str) -> Found {
    let roster = &outcome.roster;
    if let Some(id) = roster.pegawai_ids().find(|id| roster.pegawai(*id).nip.digits() == digits) {
        return Found::Pegawai(id);
    }
    let named = |row: &BarisOrang| {
        let rounded = row.terpotong && digits.starts_with(&row.nip);
        rounded || row.nip == digits
    };
    let rows = baris::rows(outcome, named);
    if !rows.is_empty() {
        return Found::TakTerpakai(rows);
    }
    let apart = |other: &str| strsim::damerau_levenshtein(other, digits);
    let people = roster.pegawai_ids().map(|id| (apart(roster.pegawai(id).nip.digits()), person(outcome, id)));
    let mut near: Vec<(usize, String)> = people.filter(|(apart, _)| *apart <= DIGITS_APART).collect();
    let rows = baris::rows(outcome, |row| row.nip.len() >= FEWEST_DIGITS && apart(&row.nip) <= DIGITS_APART);
    near.extend(rows.iter().map(|row| (apart(&row.nip), row_label(outcome, row))));
    near.sort();
    let offers = near.into_iter().take(MOST_OFFERS).map(|(_, label)| label);
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

fn people(outcome: &Outcome, fits: impl Fn(PegawaiId) -> bool) -> Vec<PegawaiId> {
    outcome.roster.pegawai_ids().filter(|id| fits(*id)).collect()
}

fn units(outcome: &Outcome, fits: impl Fn(&str) -> bool) -> Vec<UnitId> {
    outcome.roster.unit_ids().filter(|id| fits(&unit_key(&outcome.roster.unit(*id).nama))).collect()
}

fn near_units(outcome: &Outcome, text: &str) -> Vec<String> {
    let key = unit_key(text);
    likest(outcome.roster.unit_ids().map(|id| {
        let other = unit_key(&outcome.roster.unit(id).nama);
        (alike(&other, &key).max(words_alike(&other, &key)), move || unit_label(outcome, id))
    }))
}

fn unit_label(outcome: &Outcome, id: UnitId) -> String {
    let unit = outcome.roster.unit(id);
    unit.kode.as_deref().map_or(unit.nama.to_string(), |kode| format!("{} (kode {kode})", unit.nama))
}

fn person(outcome: &Outcome, id: PegawaiId) -> String {
    let pegawai = outcome.roster.pegawai(id);
    format!("{}  {}, {}", pegawai.nip, pegawai.nama.as_str(), outcome.roster.unit(pegawai.unit).nama)
}

/// A row that no person was made of, with where it stands.
fn row_label(outcome: &Outcome, row: &BarisOrang) -> String {
    let place = row.place.to_string();
    let inbox = format!("masuk/{}/", outcome.roster.periode);
    let place = place.strip_prefix(&inbox).unwrap_or(&place);
    let nip = if row.nip.is_empty() { "tanpa NIP".to_string() } else { without_nik(&row.nip).into_owned() };
    format!("{nip}  {}, baris yang tidak dapat dipakai: {place}", without_nik(&row.nama))
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

fn alike(one: &str, other: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(one, other)
}

/// How alike the least alike of the typed words is to some word of the name; 0 where one is like none.
fn words_alike(name: &str, typed: &str) -> f64 {
    let best = |word: &str| name.split(' ').map(|other| alike(other, word)).fold(0.0, f64::max);
    let least = typed.split(' ').map(best).fold(1.0, f64::min);
    if least >= WORDS_ALIKE { least } else { 0.0 }
}

/// Labels of what is alike, the likest first.
fn likest<L: Fn() -> String>(all: impl Iterator<Item = (f64, L)>) -> Vec<String> {
    let near = all.filter(|(alike, _)| *alike >= ALIKE).map(|(alike, label)| (alike, label()));
    let mut near: Vec<(f64, String)> = near.collect();
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

    #[test]
    fn a_mistyped_word_of_a_long_name_is_near() {
        let near = |typed| words_alike("ERNAWATI MAHARANI S IP", typed) >= ALIKE;
        assert!(near("ERNAWTI") && near("MAHARANI ERNAWATY"));
        assert!(!near("ERNAWATI SUSILO") && !near(""));
    }
}
