//! Workload of a jabatan: the rows an analisis beban kerja is made of (domain §2.1, §2.3).

use crate::finding::Place;
use crate::model::jabatan::{Jabatan, name_key};
use crate::model::pecahan::Pecahan;
use crate::model::unit::UnitId;

/// Over which time a volume is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SatuanWaktu {
    Jam,
    Hari,
    Minggu,
    Bulan,
    Tahun,
}

impl SatuanWaktu {
    pub const ALL: [SatuanWaktu; 5] =
        [SatuanWaktu::Tahun, SatuanWaktu::Bulan, SatuanWaktu::Minggu, SatuanWaktu::Hari, SatuanWaktu::Jam];

    pub fn label(self) -> &'static str {
        match self {
            SatuanWaktu::Jam => "per jam",
            SatuanWaktu::Hari => "per hari",
            SatuanWaktu::Minggu => "per minggu",
            SatuanWaktu::Bulan => "per bulan",
            SatuanWaktu::Tahun => "per tahun",
        }
    }

    /// Reads `per bulan`, `Bulanan`, `setahun`, `Tahun`.
    pub fn parse(text: &str) -> Option<SatuanWaktu> {
        let key = name_key(text);
        let word = key.strip_prefix("PER ").unwrap_or(&key);
        let word = word.strip_prefix("SE").unwrap_or(word);
        match word.strip_suffix("AN").filter(|_| word != "BULAN").unwrap_or(word) {
            "JAM" => Some(SatuanWaktu::Jam),
            "HARI" => Some(SatuanWaktu::Hari),
            "MINGGU" | "PEKAN" | "PEK" => Some(SatuanWaktu::Minggu),
            "BULAN" => Some(SatuanWaktu::Bulan),
            "TAHUN" => Some(SatuanWaktu::Tahun),
            _ => None,
        }
    }
}

/// What a task takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takaran {
    /// Minutes for one unit of work (norma waktu).
    Norma(Pecahan),
    /// Units of work one person does in a year (standar beban kerja).
    Sbk(Pecahan),
}

/// One task that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tugas {
    /// So many units of work in the time, each taking so much.
    Pokok { volume: Pecahan, satuan: SatuanWaktu, takaran: Takaran },
    /// A supporting task of ABK-Kes by its minutes.
    Penunjang { volume: Pecahan, satuan: SatuanWaktu, norma: Pecahan },
    /// Supporting tasks of ABK-Kes by their share of the time, in percent (FTP).
    Ftp(Pecahan),
}

/// One row of workload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarisBeban {
    pub unit: UnitId,
    pub jabatan: Jabatan,
    /// The task, or what the row lacks.
    pub tugas: Result<Tugas, Kurang>,
    /// Whether the row speaks the language of ABK-Kes: supporting tasks, standar beban kerja.
    pub abk_kes: bool,
    /// Waktu kerja efektif (minutes) as the row itself states it.
    pub waktu_efektif: Option<Pecahan>,
    /// The cell of the volume, or of what is missing.
    pub place: Place,
}

/// Why a row is no task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kurang {
    /// In words what is missing, or of no use.
    Isi(String),
    /// A cell that could not be read: a finding of its own tells what stands there.
    TakTerbaca,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_time_reads_back_and_the_usual_variants_too() {
        for satuan in SatuanWaktu::ALL {
            assert_eq!(SatuanWaktu::parse(satuan.label()), Some(satuan));
        }
        for (text, satuan) in [
            ("Bulanan", SatuanWaktu::Bulan),
            ("HARIAN", SatuanWaktu::Hari),
            ("Mingguan", SatuanWaktu::Minggu),
            ("setahun", SatuanWaktu::Tahun),
            ("Tahunan", SatuanWaktu::Tahun),
        ] {
            assert_eq!(SatuanWaktu::parse(text), Some(satuan), "{text}");
        }
        assert_eq!(SatuanWaktu::parse("menit"), None);
    }
}
