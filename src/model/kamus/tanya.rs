//! What is still to be asked: near names, each with what it may mean.

use std::collections::BTreeMap;

use super::JenisKamus;
use crate::finding::Place;

/// Columns of the sheet *Perlu Konfirmasi* that are read when it comes back.
pub const KOLOM_JAWABAN: [&str; 6] = ["Jenis", "Tertulis", "Pilihan", "Dikonfirmasi oleh", "Tanggal", "Catatan"];
pub const KOLOM_CALON: [&str; MOST_CALON] = ["Calon 1", "Calon 2", "Calon 3"];

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

    /// What is asked, by kind and key.
    pub fn iter(&self) -> impl Iterator<Item = &Pertanyaan> {
        self.0.values()
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
