//! Keputusan bernomor: decrees that were written with their number, as the records of this month and of others tell them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::tanggal::Periode;

/// Number and date of a decree as it prints them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nomor {
    /// `800.1.3.3/217/BKPSDM/2026` or `361 TAHUN 2026`.
    pub nomor: String,
    /// The same with its word: `NOMOR : …` or `NOMOR … TAHUN …`.
    pub lengkap: String,
    pub tanggal: Date,
}

impl Nomor {
    /// Whether both are one number: however spaces and capitals were typed, and within one year, in which an office counts.
    pub fn same(&self, other: &Nomor) -> bool {
        self.key() == other.key()
    }

    /// What is the same for one number.
    pub fn key(&self) -> (String, i16) {
        (self.nomor.split_whitespace().collect::<String>().to_uppercase(), self.tanggal.year())
    }
}

/// A decree that carries its number. What it says of whom does not change any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeputusanBernomor {
    /// Month of the plan that it decides.
    pub periode: Periode,
    pub nomor: Nomor,
    /// From when its moves take effect.
    pub tmt: Date,
    /// Whether it is about one person alone, without a lampiran.
    pub perorangan: bool,
    /// What it tells of the plan it was made from.
    pub rekam: String,
    /// The grey word behind its pages; without one it is ready to be signed.
    pub tanda: String,
    /// Who signs it, as it was first written; nothing where an older record does not tell it.
    pub tertanda: Option<Tertanda>,
    /// Folder of its papers, `surat`, and the paper that makes it a decree; below the output folder.
    pub folder: String,
    pub berkas: String,
    /// Whether that paper is still there. Without it the people stand on the decree all the same.
    pub ada: bool,
    /// Whether the office has said that it is withdrawn: then its people are free, and its number is nobody's.
    pub dicabut: bool,
    /// In the order of the lampiran.
    pub orang: Vec<Tercantum>,
}

impl KeputusanBernomor {
    /// Whether it is ready to be signed, or signed.
    pub fn siap(&self) -> bool {
        self.tanda.is_empty()
    }

    /// Whether anybody stands on both.
    pub fn shares_people(&self, other: &KeputusanBernomor) -> bool {
        self.orang.iter().any(|one| other.orang.iter().any(|two| one.nip == two.nip))
    }
}

/// Tertanda: who decides and who signs, as a decree names them, and what else of the settings it prints.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tertanda {
    /// `BUPATI MERANGIN`.
    pub pejabat: String,
    pub nama: String,
    /// Who signs on behalf of the pejabat: jabatan, pangkat and NIP; empty where the pejabat signs.
    pub jabatan: String,
    pub pangkat: String,
    pub nip: String,
    /// What the decree is about, as the settings say it; records of before do not tell.
    pub tentang: Option<String>,
    /// Who certifies its petikan: jabatan, name, pangkat and NIP.
    pub pengesah: Option<[String; 4]>,
}

/// A person on a decree, and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tercantum {
    pub nip: String,
    pub nama: String,
    pub jabatan: String,
    pub unit: String,
    /// What else it prints of the person, by name: `pangkat`, `unit_lama`.
    pub lain: BTreeMap<String, String>,
}

/// A letter that an earlier run of this month has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuratLama {
    /// Below the output folder.
    pub berkas: String,
    pub disetujui: bool,
    /// The decree it belongs to; nothing for a draft and for papers on the whole plan.
    pub nomor: Option<String>,
    /// The decrees of a file for printing that holds several.
    pub memuat: Vec<String>,
    /// SHA-256 of what was made; empty where no record tells it, as of drafts.
    pub sidik: String,
    /// Whether the file holds something else by now – it was signed, or edited by hand – or somebody has put it there.
    pub diubah: bool,
}

/// Terdahulu: what earlier runs have left of decrees and letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terdahulu {
    /// Digits of the plan that the letters of this month are of; empty where there are none.
    pub sidik: String,
    /// Letters of this month that are still there.
    pub surat: Vec<SuratLama>,
    /// Of all months, in their order.
    pub keputusan: Vec<KeputusanBernomor>,
    /// Records that are there, or should be, and tell nothing: their months, and paths in the folder.
    pub tak_terbaca: Vec<(Periode, String)>,
}

impl Terdahulu {
    /// Whether the record of this month is among those that tell nothing.
    pub fn is_lost(&self, periode: Periode) -> bool {
        self.tak_terbaca.iter().any(|(month, _)| *month == periode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_number_is_the_same_however_it_is_typed_and_another_one_in_another_year() {
        let of = |nomor: &str, year| Nomor { nomor: nomor.into(), lengkap: String::new(), tanggal: date(year, 11, 20) };
        assert!(of("361 TAHUN 2026", 2026).same(&of("361  Tahun 2026", 2026)));
        assert!(!of("361 TAHUN 2026", 2026).same(&of("36 TAHUN 2026", 2026)));
        assert!(!of("217", 2026).same(&of("217", 2027)));
    }
}
