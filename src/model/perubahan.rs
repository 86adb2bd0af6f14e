//! Perubahan data: what differs between the data of two months.

use std::sync::Arc;

use crate::finding::Place;
use crate::model::angka::ribuan;
use crate::model::nip::Nip;
use crate::model::tanggal::Periode;

/// What changed about a person. The order is that of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JenisPerubahan {
    /// In the data for the first time.
    Muncul,
    /// Not in the data any more.
    Keluar,
    /// In one of the months only on a row that could not be used: neither new nor gone for certain.
    BelumPasti,
    Unit,
    Jabatan,
    Golongan,
    Status,
    Kedudukan,
    Nama,
}

impl JenisPerubahan {
    pub const ALL: [JenisPerubahan; 9] = [
        JenisPerubahan::Muncul,
        JenisPerubahan::Keluar,
        JenisPerubahan::BelumPasti,
        JenisPerubahan::Unit,
        JenisPerubahan::Jabatan,
        JenisPerubahan::Golongan,
        JenisPerubahan::Status,
        JenisPerubahan::Kedudukan,
        JenisPerubahan::Nama,
    ];

    /// As the sheet prints it.
    pub fn label(self) -> &'static str {
        match self {
            JenisPerubahan::Muncul => "Baru muncul",
            JenisPerubahan::Keluar => "Tidak ada lagi",
            JenisPerubahan::BelumPasti => "Belum pasti",
            JenisPerubahan::Unit => "Unit berubah",
            JenisPerubahan::Jabatan => "Jabatan berubah",
            JenisPerubahan::Golongan => "Golongan berubah",
            JenisPerubahan::Status => "Status berubah",
            JenisPerubahan::Kedudukan => "Kedudukan berubah",
            JenisPerubahan::Nama => "Nama berubah",
        }
    }
}

/// One change of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ubahan {
    pub jenis: JenisPerubahan,
    /// The unit of this month, of one who left that of the month before.
    pub unit: Arc<str>,
    pub nip: Nip,
    pub nama: String,
    pub lama: Option<String>,
    pub baru: Option<String>,
    /// Why, where it can be told.
    pub keterangan: String,
    /// The cells: last month's, this month's.
    pub tempat_lama: Option<Place>,
    pub tempat_baru: Option<Place>,
}

/// Everything that differs from the month before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Perubahan {
    pub lalu: Periode,
    /// By kind, unit, then NIP.
    pub daftar: Vec<Ubahan>,
}

impl Perubahan {
    pub fn count(&self, jenis: JenisPerubahan) -> usize {
        self.daftar.iter().filter(|ubahan| ubahan.jenis == jenis).count()
    }

    /// `dibanding Oktober 2026: 2 baru muncul, 1 tidak ada lagi`.
    pub fn in_words(&self) -> String {
        let kinds = JenisPerubahan::ALL.iter().map(|&jenis| (self.count(jenis), jenis.label().to_lowercase()));
        let told: Vec<String> = kinds
            .filter(|(count, _)| *count > 0)
            .map(|(count, label)| format!("{} {label}", ribuan(count as i64)))
            .collect();
        let told = if told.is_empty() { "tidak ada perubahan".to_string() } else { told.join(", ") };
        format!("dibanding {}: {told}", self.lalu.in_words())
    }
}
