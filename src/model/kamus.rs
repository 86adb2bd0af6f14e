//! Kamus koreksi: what a person has confirmed that a written name means, and what is still to be asked.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::finding::Place;
use crate::model::cells::Kind;
use crate::model::tanggal::{HariTmt, from_serial, parse_tanggal, tanggal_in_words};

/// The kamus in a working folder, a workbook that people read and edit.
pub const FILE: &str = "kamus/kamus.xlsx";

/// The sheet in which near names are offered, and by which a returned workbook is known.
pub const LEMBAR_KONFIRMASI: &str = "Perlu Konfirmasi";

/// The hidden sheet beside it that holds the dropdowns.
pub const LEMBAR_PILIHAN: &str = "_pilihan";

/// The choice that none of the candidates is meant.
pub const BUKAN: &str = "Bukan salah satunya";

/// The document property that marks a workbook of ours, and what it says of one that may bring confirmations. The
/// annotated copies carry the same property with another word.
pub const TANDA: &str = "mutasi";
pub const TANDA_HASIL: &str = "hasil";
pub const TANDA_KONFIRMASI: &str = "perlu-konfirmasi";

/// Columns of the sheet *Perlu Konfirmasi* that are read when it comes back.
pub const KOLOM_JAWABAN: [&str; 6] = ["Jenis", "Tertulis", "Pilihan", "Dikonfirmasi oleh", "Tanggal", "Catatan"];
pub const KOLOM_CALON: [&str; MOST_CALON] = ["Calon 1", "Calon 2", "Calon 3"];

/// Columns of each sheet of the kamus that holds confirmed names.
pub const KOLOM_KAMUS: [&str; 6] = ["Tertulis", "Dimaksud", "Kode", "Dikonfirmasi Oleh", "Tanggal", "Dari Berkas"];

/// The row of the header in every sheet of the kamus as this program writes it, from zero.
pub const BARIS_JUDUL: u32 = 3;

/// The sheet of the kamus that lists every confirmation ever taken from a workbook.
pub const LEMBAR_RIWAYAT: &str = "Riwayat";
pub const KOLOM_RIWAYAT: [&str; 9] =
    ["Jenis", "Tertulis", "Dimaksud", "Kode", "Dikonfirmasi Oleh", "Tanggal", "Catatan", "Dari Berkas", "SHA-256"];

/// What a written name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JenisKamus {
    Unit,
    Jabatan,
    /// The header of a column.
    Judul,
}

impl JenisKamus {
    pub const ALL: [JenisKamus; 3] = [JenisKamus::Unit, JenisKamus::Jabatan, JenisKamus::Judul];

    /// As the sheet *Perlu Konfirmasi* prints it.
    pub fn label(self) -> &'static str {
        match self {
            JenisKamus::Unit => "Unit kerja",
            JenisKamus::Jabatan => "Jabatan",
            JenisKamus::Judul => "Judul kolom",
        }
    }

    /// Its sheet in the kamus.
    pub fn lembar(self) -> &'static str {
        match self {
            JenisKamus::Unit => "Unit",
            JenisKamus::Jabatan => "Jabatan",
            JenisKamus::Judul => "Judul Kolom",
        }
    }

    pub fn parse(text: &str) -> Option<JenisKamus> {
        JenisKamus::ALL.into_iter().find(|jenis| jenis.label().eq_ignore_ascii_case(text.trim()))
    }
}

/// A confirmed name: `SDN 12 Bagko` means `SD Negeri 12 Bangko`, said Siti Aminah on 21 November 2026.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entri {
    pub tertulis: String,
    /// `None` when a person has said that none of the candidates is meant.
    pub dimaksud: Option<String>,
    /// Of a unit its kode or NPSN, of a header the kind of table.
    pub kode: Option<String>,
    pub oleh: String,
    pub tanggal: Date,
    /// Where it is written: the row of the kamus.
    pub place: Place,
}

impl Entri {
    /// `menurut kamus, dikonfirmasi Siti Aminah pada 21 November 2026`.
    pub fn sumber(&self) -> String {
        format!("menurut kamus, dikonfirmasi {} pada {}", self.oleh, tanggal_in_words(self.tanggal))
    }
}

/// What was confirmed, by what is written, and the workbook it is kept in.
#[derive(Clone, Debug, Default)]
pub struct Kamus {
    entri: BTreeMap<(JenisKamus, String), Entri>,
    pub simpanan: Simpanan,
}

impl Kamus {
    pub fn new(simpanan: Simpanan) -> Kamus {
        Kamus { entri: BTreeMap::new(), simpanan }
    }

    /// Takes an entry in under its key: a unit's `unit_key`, the `name_key` of a jabatan's name without jenjang,
    /// `Kamus::kunci_judul` of a header.
    pub fn insert(&mut self, jenis: JenisKamus, kunci: String, entri: Entri) {
        self.entri.insert((jenis, kunci), entri);
    }

    pub fn find(&self, jenis: JenisKamus, kunci: &str) -> Option<&Entri> {
        if self.entri.is_empty() {
            return None;
        }
        self.entri.get(&(jenis, kunci.to_string()))
    }

    pub fn judul(&self, kind: Kind, key: &str) -> Option<&Entri> {
        if self.entri.is_empty() {
            return None;
        }
        self.find(JenisKamus::Judul, &Kamus::kunci_judul(kind, key))
    }

    /// The key of a header (as `schema::header_key` gives it) in tables of this kind.
    pub fn kunci_judul(kind: Kind, key: &str) -> String {
        format!("{}: {key}", kind.label())
    }

    pub fn len(&self) -> usize {
        self.entri.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entri.is_empty()
    }
}

/// Whether the kamus on the disk is to be written anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keadaan {
    /// Nothing new: the file stays as people left it.
    #[default]
    Tetap,
    /// Confirmations were added.
    Bertambah,
    /// It could not be read, so it must not be overwritten.
    TakTerbaca,
}

/// The kamus as a workbook: every row, also one that cannot be used, since people wrote it.
#[derive(Clone, Debug, Default)]
pub struct Simpanan {
    pub keadaan: Keadaan,
    /// SHA-256 of the file that was read; `None` where there is none.
    pub sha256: Option<String>,
    /// One for each of `JenisKamus::ALL`.
    pub lembar: [Lembar; 3],
    pub riwayat: Vec<Riwayat>,
    /// Sheets that people added, as text.
    pub lembar_lain: Vec<(String, Vec<Vec<String>>)>,
    /// The returned workbooks this run looked at: path and SHA-256.
    pub berkas: Vec<(Arc<str>, String)>,
}

/// One sheet of the kamus.
#[derive(Clone, Debug, Default)]
pub struct Lembar {
    /// Headers of columns that people added.
    pub kolom_lain: Vec<String>,
    pub baris: Vec<Baris>,
}

/// One row of the kamus as written; a date as `2026-11-21`, else as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Baris {
    /// The texts under `KOLOM_KAMUS`.
    pub isi: [String; 6],
    pub lain: Vec<String>,
    /// The cells of `isi`; `None` until the row has a place.
    pub sel: Option<[Place; 6]>,
}

impl Baris {
    /// A row of these texts.
    pub fn new(isi: [&str; 6]) -> Baris {
        Baris { isi: isi.map(str::to_string), lain: Vec::new(), sel: None }
    }

    pub fn tertulis(&self) -> &str {
        &self.isi[0]
    }

    /// What is meant; `None` for a refusal.
    pub fn dimaksud(&self) -> Option<&str> {
        Some(&*self.isi[1]).filter(|text| !is_bukan(text))
    }

    pub fn kode(&self) -> Option<&str> {
        Some(&*self.isi[2]).filter(|kode| !kode.is_empty())
    }

    pub fn oleh(&self) -> &str {
        &self.isi[3]
    }

    pub fn tanggal(&self) -> Option<Date> {
        tanggal_konfirmasi(&self.isi[4])
    }
}

/// A confirmation as it was once taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Riwayat {
    /// The texts under `KOLOM_RIWAYAT`.
    pub isi: [String; 9],
}

impl Riwayat {
    pub fn jenis(&self) -> Option<JenisKamus> {
        JenisKamus::parse(&self.isi[0])
    }

    pub fn tertulis(&self) -> &str {
        &self.isi[1]
    }

    pub fn sha256(&self) -> &str {
        &self.isi[8]
    }
}

/// Whether a choice says that none of the candidates is meant.
pub fn is_bukan(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case(BUKAN)
}

/// The day a person says to have confirmed.
pub fn tanggal_konfirmasi(text: &str) -> Option<Date> {
    let serial = || text.trim().parse().ok().and_then(from_serial);
    parse_tanggal(text, HariTmt::Bebas).map(|terbaca| terbaca.tanggal).or_else(serial)
}

/// Something a person is to confirm: one written name, wherever it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pertanyaan {
    pub jenis: JenisKamus,
    pub tertulis: String,
    /// How many cells say so.
    pub kali: usize,
    /// The first of these cells.
    pub contoh: Place,
    /// The likeliest first; never empty.
    pub calon: Vec<Calon>,
}

/// So many candidates are offered at most.
pub const MOST_CALON: usize = 3;

/// What may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calon {
    pub nama: String,
    /// Kode or NPSN of a unit.
    pub kode: Option<String>,
    /// What else tells it apart: `Kec. Bangko`.
    pub keterangan: Option<String>,
}

/// Parts the words of a candidate; in front of a kode stands what it is.
const PEMISAH: &str = " · ";
const KODE: &str = "kode ";

impl Calon {
    /// As one choice: `SD Negeri 12 Bangko · kode 10501012 · Kec. Bangko`.
    pub fn teks(&self) -> String {
        let kode = self.kode.as_ref().map(|kode| format!("{KODE}{kode}"));
        let parts = [Some(self.nama.clone()), kode, self.keterangan.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(PEMISAH)
    }

    /// Name and kode of a choice. A choice without kode is kept whole, since its other words tell it apart.
    pub fn baca(teks: &str) -> (String, Option<String>) {
        let mut parts = teks.split(PEMISAH);
        let nama = parts.next().unwrap_or_default().trim();
        match parts.find_map(|part| part.trim().strip_prefix(KODE)) {
            Some(kode) => (nama.to_string(), Some(kode.trim().to_string())),
            None => (teks.trim().to_string(), None),
        }
    }

    /// The name at the front of a choice.
    pub fn nama_dari(teks: &str) -> &str {
        teks.split(PEMISAH).next().unwrap_or_default().trim()
    }
}

/// Questions while they are gathered, one for each written name.
#[derive(Clone, Debug, Default)]
pub struct Tanya(BTreeMap<(JenisKamus, String), Pertanyaan>);

impl Tanya {
    /// Asks what `tertulis` means, or counts one cell more where that is asked already.
    pub fn ask(
        &mut self,
        jenis: JenisKamus,
        kunci: String,
        tertulis: &str,
        place: &Place,
        calon: impl FnOnce() -> Vec<Calon>,
    ) {
        if let Some(asked) = self.0.get_mut(&(jenis, kunci.clone())) {
            asked.kali += 1;
            return;
        }
        let calon = calon();
        if !calon.is_empty() {
            let asked =
                Pertanyaan { jenis, tertulis: tertulis.trim().to_string(), kali: 1, contoh: place.clone(), calon };
            self.0.insert((jenis, kunci), asked);
        }
    }

    /// Takes in what another has asked, later in the order of the files.
    pub fn join(&mut self, other: Tanya) {
        for (key, question) in other.0 {
            match self.0.get_mut(&key) {
                Some(asked) => asked.kali += question.kali,
                None => drop(self.0.insert(key, question)),
            }
        }
    }

    /// By kind, the most frequent first.
    pub fn into_list(self) -> Vec<Pertanyaan> {
        let mut list: Vec<Pertanyaan> = self.0.into_values().collect();
        list.sort_by_key(|asked| (asked.jenis, std::cmp::Reverse(asked.kali)));
        list
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_candidate_is_read_back_from_its_words() {
        let calon = Calon {
            nama: "SD Negeri 12 Bangko".into(),
            kode: Some("10501012".into()),
            keterangan: Some("Kec. Bangko".into()),
        };
        assert_eq!(calon.teks(), "SD Negeri 12 Bangko · kode 10501012 · Kec. Bangko");
        assert_eq!(Calon::baca(&calon.teks()), ("SD Negeri 12 Bangko".into(), Some("10501012".into())));
        let calon = Calon { kode: None, ..calon };
        assert_eq!(Calon::baca(&calon.teks()), ("SD Negeri 12 Bangko · Kec. Bangko".into(), None));
        assert_eq!(Calon::nama_dari(&calon.teks()), "SD Negeri 12 Bangko");
    }

    #[test]
    fn one_written_name_is_asked_once_and_counted() {
        let mut tanya = Tanya::default();
        let calon = || vec![Calon { nama: "Perawat".into(), kode: None, keterangan: None }];
        for row in 0..3 {
            tanya.ask(JenisKamus::Jabatan, "PRAWAT".into(), "Prawat", &Place::file("a").at(row, 0), calon);
        }
        tanya.ask(JenisKamus::Unit, "X".into(), "X", &Place::file("a"), Vec::new);
        let list = tanya.into_list();
        assert_eq!(list.len(), 1);
        assert_eq!((list[0].kali, list[0].contoh.cell.map(|cell| cell.row)), (3, Some(0)));
    }
}
