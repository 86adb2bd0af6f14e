//! Whom a decision is about: the NIP tells, unless the name beside it is that of somebody else.

use crate::check::attach::{People, about};
use crate::check::draft::{PegawaiDraft, row_name};
use crate::check::nama_dekat;
use crate::check::orang::Orang;
use crate::finding::{Finding, catalogue};
use crate::model::nama::Nama;
use crate::model::nip::Nip;

/// A word of a name with fewer letters is an initial or a title, and tells nobody apart.
const SHORT_WORD: usize = 3;

pub(super) enum Siapa<'a> {
    Pegawai(&'a PegawaiDraft),
    TakAda,
    /// D-341.
    OrangLain(Box<Finding>),
}

pub(super) fn siapa<'a>(people: &People, orang: &Orang, nip: Nip, pegawai: &'a [PegawaiDraft]) -> Siapa<'a> {
    let Some(&at) = people.by_nip.get(&nip) else { return Siapa::TakAda };
    let person = &pegawai[at];
    let (Some(nama), Some(known)) = (&orang.nama, &person.facts.nama) else { return Siapa::Pegawai(person) };
    // What is a way to write the owner's name may still be the very name of somebody else.
    let elsewhere = people.by_name.get(nama.key()).map(Vec::as_slice).unwrap_or_default();
    if nama.key() == known.key() || (elsewhere.is_empty() && is_written_otherwise(nama, known)) {
        return Siapa::Pegawai(person);
    }
    let there = row_name(&person.place, &orang.place);
    let problem = format!(
        "baris ini tentang {} menurut namanya, tetapi NIP {nip} milik {} ({there}); keputusannya tidak dipakai",
        nama.as_str(),
        known.as_str()
    );
    let finding = about(orang, &catalogue::KEPUTUSAN_ORANG_LAIN, orang.place.clone(), nip.digits().into(), problem);
    Siapa::OrangLain(Box::new(match elsewhere {
        [only] => offer(finding, &pegawai[*only], nama, known),
        _ => finding,
    }))
}

/// With the NIP of the only person of the written name.
fn offer(finding: Finding, meant: &PegawaiDraft, nama: &Nama, known: &Nama) -> Finding {
    let Some(nip) = meant.nip else { return finding };
    let remedy = format!(
        "Jika yang dimaksud {}, tulis NIP-nya, {nip}; jika yang dimaksud {}, tulis namanya.",
        nama.as_str(),
        known.as_str()
    );
    Finding { usulan: Some(nip.digits().to_string()), ..finding.with_remedy(remedy) }
}

/// Whether one name is the other with slips, with words left out, or with words shortened: `M. Ridwan` is
/// `Muhammad Ridwan`, and `Siti Aminah` is `Siti Nur Aminah`.
fn is_written_otherwise(nama: &Nama, known: &Nama) -> bool {
    if nama_dekat::is_near(nama.key(), known.key()) {
        return true;
    }
    let (one, other) = (words(nama), words(known));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut rest = long.iter();
    let mut whole = false;
    let follows = short.iter().all(|word| {
        rest.any(|next| {
            whole |= word == next && word.len() >= SHORT_WORD;
            next.starts_with(word.as_str()) || word.starts_with(next.as_str())
        })
    });
    follows && whole
}

/// The words of a name without titles, in capitals.
fn words(nama: &Nama) -> Vec<String> {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_uppercase).collect();
    let all: Vec<String> =
        nama.as_str().split([' ', '.', ',']).map(letters).filter(|word: &String| !word.is_empty()).collect();
    let starts = 0..all.len();
    let core = starts.flat_map(|from| (from + 1..=all.len()).map(move |to| from..to));
    core.map(|part| &all[part]).find(|part| part.concat() == nama.key()).map(<[String]>::to_vec).unwrap_or(all.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_written_otherwise_is_the_same_person_and_another_name_is_not() {
        let same = |a: &str, b: &str| {
            let [a, b] = [a, b].map(|text| Nama::parse(text, None, None).unwrap());
            a.key() == b.key() || is_written_otherwise(&a, &b)
        };
        for (a, b) in [
            ("Siti Aminah", "SITI AMINAH, S.Pd."),
            ("Siti Aminnah", "Siti Aminah"),
            ("Siti Aminah", "Siti Nur Aminah"),
            ("M. Ridwan", "Muhammad Ridwan"),
            ("Drs. H. Muh. Ridwan", "Muhammad Ridwan"),
            ("Siti", "Siti Aminah"),
        ] {
            assert!(same(a, b), "{a} / {b}");
        }
        for (a, b) in [
            ("Budi Santoso", "Siti Aminah"),
            ("Siti Rahmawati", "Siti Aminah"),
            ("S. A.", "Siti Aminah"),
            ("Joko Susilo", "Joko Widodo"),
        ] {
            assert!(!same(a, b), "{a} / {b}");
        }
    }
}
