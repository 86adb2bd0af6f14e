//! What the cells of a column hold: the kind of value, and the words of a closed list, from the model's own labels.

use crate::model::beban::SatuanWaktu;
use crate::model::golongan::Golongan;
use crate::model::jabatan::JenisJabatan;
use crate::model::keputusan::Tindakan;
use crate::model::kinerja::{Ekspektasi, Predikat};
use crate::model::pendidikan::TingkatPendidikan;
use crate::model::puskesmas::{Akreditasi, KategoriPuskesmas};
use crate::model::status::{JenisKelamin, KedudukanHukum, StatusAsn, TingkatHukdis};
use crate::model::unit::{BentukPendidikan, Layanan};

/// What belongs into the cells of a column, as a blank workbook asks for it. Reading is more lenient.
#[derive(Clone, Copy, Debug)]
pub enum Values {
    /// Any text.
    Text,
    /// An NIP of 18 digits, kept as text.
    Nip,
    /// A code that may look like a number and is kept as text: NPSN, kode unit.
    Kode,
    /// A date of any day.
    Tanggal,
    /// A date that always falls on the first of a month: TMT golongan.
    TanggalSatu,
    /// A whole number from zero.
    Bilangan,
    /// A number from zero that may have decimals: a mark, an area.
    Angka,
    /// One word of a closed list, in the order a person looks for it.
    Daftar(fn() -> Vec<String>),
    /// A kecamatan; a closed list only where the region is known.
    Kecamatan,
}

impl Values {
    /// The words of a closed list; empty for every other kind.
    pub fn words(self) -> Vec<String> {
        match self {
            Values::Daftar(words) => words(),
            Values::Text
            | Values::Nip
            | Values::Kode
            | Values::Tanggal
            | Values::TanggalSatu
            | Values::Bilangan
            | Values::Angka
            | Values::Kecamatan => Vec::new(),
        }
    }
}

fn owned<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    words.into_iter().map(str::to_string).collect()
}

pub(super) fn jenis_kelamin() -> Vec<String> {
    owned(JenisKelamin::ALL.map(JenisKelamin::label))
}

/// Non-ASN are read past where they stand in a list, but nobody is asked to write them down.
pub(super) fn status_asn() -> Vec<String> {
    owned(StatusAsn::ALL.into_iter().filter(|status| *status != StatusAsn::NonAsn).map(StatusAsn::label))
}

pub(super) fn kedudukan_hukum() -> Vec<String> {
    owned(KedudukanHukum::ALL.map(KedudukanHukum::label))
}

/// PNS first, then PPPK.
pub(super) fn golongan() -> Vec<String> {
    Golongan::all_pns().chain(Golongan::all_pppk()).map(|golongan| golongan.to_string()).collect()
}

pub(super) fn pangkat() -> Vec<String> {
    owned(Golongan::all_pns().filter_map(Golongan::pangkat))
}

pub(super) fn jenis_jabatan() -> Vec<String> {
    owned(JenisJabatan::ALL.map(JenisJabatan::label))
}

/// As the peta jabatan tells them, where all structural kinds are one.
pub(super) fn jenis_jabatan_kebutuhan() -> Vec<String> {
    owned(["Struktural", JenisJabatan::Fungsional.label(), JenisJabatan::Pelaksana.label()])
}

/// D-IV has the rank of S-1 and therefore no label of its own, but a person who has one looks for it.
pub(super) fn tingkat_pendidikan() -> Vec<String> {
    let d4 = |tingkat| if tingkat == TingkatPendidikan::S1 { Some("D-IV") } else { None };
    owned(TingkatPendidikan::ALL.into_iter().flat_map(|tingkat| d4(tingkat).into_iter().chain([tingkat.label()])))
}

/// The best first.
pub(super) fn predikat() -> Vec<String> {
    owned(Predikat::ALL.into_iter().rev().map(Predikat::label))
}

pub(super) fn ekspektasi() -> Vec<String> {
    owned(Ekspektasi::ALL.into_iter().rev().map(Ekspektasi::label))
}

/// Printed in the middle of a sentence elsewhere, so their labels are in lower case.
pub(super) fn tingkat_hukdis() -> Vec<String> {
    TingkatHukdis::ALL.map(|tingkat| capitalised(tingkat.label())).to_vec()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The non-formal ones under the names Dapodik gives them, and the levels and programmes with limits of their own.
pub(super) fn bentuk() -> Vec<String> {
    let formal = BentukPendidikan::ALL.into_iter().filter(|bentuk| *bentuk != BentukPendidikan::Nonformal);
    let nonformal = ["KB", "TPA", "SPS", "PKBM", "SKB"].into_iter();
    owned(formal.map(BentukPendidikan::label).chain(nonformal).chain(Layanan::ALL.map(Layanan::label)))
}

pub(super) fn status_sekolah() -> Vec<String> {
    owned(["Negeri", "Swasta"])
}

pub(super) fn jenis_unit() -> Vec<String> {
    owned(["Puskesmas", "Sekolah", "Lain"])
}

pub(super) fn akreditasi() -> Vec<String> {
    owned(Akreditasi::ALL.map(Akreditasi::label))
}

pub(super) fn kategori_puskesmas() -> Vec<String> {
    owned(KategoriPuskesmas::ALL.map(KategoriPuskesmas::label))
}

pub(super) fn rawat_inap() -> Vec<String> {
    owned(["Rawat Inap", "Non Rawat Inap"])
}

pub(super) fn satuan_waktu() -> Vec<String> {
    owned(SatuanWaktu::ALL.map(SatuanWaktu::label))
}

pub(super) fn jenis_tugas() -> Vec<String> {
    owned(["Pokok", "Penunjang"])
}

pub(super) fn tindakan() -> Vec<String> {
    owned(Tindakan::ALL.map(Tindakan::label))
}

pub(super) fn ya_tidak() -> Vec<String> {
    owned(["Ya", "Tidak"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cells::Kind;

    #[test]
    fn words_of_the_model_read_back_as_what_they_name() {
        assert_eq!(golongan().len(), 34);
        assert!(tingkat_pendidikan().windows(2).any(|pair| pair == ["D-IV", "S-1"]));
        assert!(bentuk().iter().all(|word| BentukPendidikan::parse(word).is_some()));
        assert!(tingkat_hukdis().iter().all(|word| TingkatHukdis::parse(word).is_some()));
        assert!(status_asn().iter().all(|word| StatusAsn::parse(word).is_some_and(|s| s != StatusAsn::NonAsn)));
    }

    #[test]
    fn an_example_of_a_closed_list_is_one_of_its_words() {
        for column in Kind::ALL.iter().flat_map(|kind| crate::schema::of(*kind).columns) {
            let words = column.values.words();
            assert!(words.is_empty() || words.iter().any(|word| word == column.example), "{}", column.name);
        }
    }
}
