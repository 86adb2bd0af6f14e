//! When two rows say the same of a fact, and the fact in words.

use crate::check::draft::UnitRef;
use crate::model::jabatan::name_key;
use crate::model::pendidikan::Pendidikan;
use crate::model::status::HukumanDisiplin;
use crate::model::tanggal::tanggal_in_words;

/// The same level; a row that tells only the level does not contradict one that tells the field of study too.
pub(super) fn same_pendidikan(a: &Pendidikan, b: &Pendidikan) -> bool {
    let fields = a.jurusan.as_deref().zip(b.jurusan.as_deref());
    a.tingkat == b.tingkat && fields.is_none_or(|(a, b)| name_key(a) == name_key(b))
}

/// `S-1 PGSD`.
pub(super) fn pendidikan_shown(pendidikan: &Pendidikan) -> String {
    match &pendidikan.jurusan {
        Some(jurusan) => format!("{} {jurusan}", pendidikan.tingkat.label()),
        None => pendidikan.tingkat.label().into(),
    }
}

/// The unit as the row names it.
pub fn unit_shown(unit: &UnitRef) -> String {
    match (&unit.nama, &unit.kode) {
        // Two units may have one name.
        (Some(nama), Some(kode)) => format!("{nama} ({kode})"),
        (Some(text), None) | (None, Some(text)) => text.to_string(),
        (None, None) => String::new(),
    }
}

/// `sedang sejak 1 Maret 2026`.
pub(super) fn hukdis_shown(hukdis: &HukumanDisiplin) -> String {
    let since = hukdis.tmt_mulai.map(|date| format!(" sejak {}", tanggal_in_words(date)));
    let until = hukdis.tmt_akhir.map(|date| format!(" sampai {}", tanggal_in_words(date)));
    format!("{}{}{}", hukdis.tingkat.label(), since.unwrap_or_default(), until.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::jabatan::{Jabatan, Petunjuk, same_jabatan};
    use crate::model::pendidikan::TingkatPendidikan;

    #[test]
    fn a_jabatan_that_says_less_is_the_same_and_one_that_says_otherwise_is_not() {
        let jabatan = |text| Jabatan::parse(text, Petunjuk::default()).unwrap();
        for (a, b, same) in [
            ("Guru Kelas Ahli Muda", "GURU AHLI MUDA - GURU KELAS", true),
            ("Guru Ahli Muda", "Guru Kelas Ahli Muda", true),
            ("Perawat", "Perawat Ahli Muda", true),
            ("Perawat Ahli Pertama", "Perawat Ahli Muda", false),
            ("Guru Kelas Ahli Muda", "Guru PJOK Ahli Muda", false),
            ("Perawat", "Bidan", false),
        ] {
            assert_eq!(same_jabatan(&jabatan(a), &jabatan(b)), same, "{a}, {b}");
            assert_eq!(same_jabatan(&jabatan(b), &jabatan(a)), same, "{b}, {a}");
        }
    }

    #[test]
    fn a_level_alone_does_not_contradict_a_field_of_study() {
        let s1 =
            |jurusan: Option<&str>| Pendidikan { tingkat: TingkatPendidikan::S1, jurusan: jurusan.map(Into::into) };
        assert!(same_pendidikan(&s1(None), &s1(Some("PGSD"))));
        assert!(same_pendidikan(&s1(Some("Pendidikan Matematika")), &s1(Some("PENDIDIKAN  MATEMATIKA"))));
        assert!(!same_pendidikan(&s1(Some("PGSD")), &s1(Some("Hukum"))));
    }
}
