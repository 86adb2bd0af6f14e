//! Kind of a jabatan, from the kind column, the eselon, or the name (domain §1.3, §3.1).

use super::{JenisJabatan, name_key};

/// What the columns beside a jabatan say about its kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Petunjuk<'a> {
    /// Column jenis jabatan: `Struktural`, `JFT`, `Fungsional Umum`, `Pelaksana`.
    pub jenis: Option<&'a str>,
    /// Column eselon: `II.b`, `IVA`, `3b`.
    pub eselon: Option<&'a str>,
}

impl Petunjuk<'_> {
    /// Whether a column tells the kind, so that it need not be guessed from the name.
    pub fn tells_jenis(&self) -> bool {
        self.jenis.and_then(tertulis).is_some() || self.eselon.and_then(of_eselon).is_some()
    }
}

/// The kind column on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tertulis {
    Jenis(JenisJabatan),
    /// Structural, without saying how high.
    Struktural,
}

/// Reads the kind column; `None` when it says nothing known.
pub(super) fn tertulis(text: &str) -> Option<Tertulis> {
    let key = name_key(text);
    let jenis = match key.as_str() {
        "STRUKTURAL" | "JABATAN STRUKTURAL" => return Some(Tertulis::Struktural),
        "JFU" | "FUNGSIONAL UMUM" | "JABATAN FUNGSIONAL UMUM" | "PELAKSANA" | "JABATAN PELAKSANA" => {
            JenisJabatan::Pelaksana
        }
        "JFT" | "JF" | "FUNGSIONAL" | "FUNGSIONAL TERTENTU" | "JABATAN FUNGSIONAL" | "JABATAN FUNGSIONAL TERTENTU" => {
            JenisJabatan::Fungsional
        }
        "ADMINISTRATOR" | "JABATAN ADMINISTRATOR" => JenisJabatan::Administrator,
        "PENGAWAS" | "JABATAN PENGAWAS" => JenisJabatan::Pengawas,
        _ if key.starts_with("JPT") || key.contains("PIMPINAN TINGGI") => JenisJabatan::Jpt,
        _ => return None,
    };
    Some(Tertulis::Jenis(jenis))
}

/// Eselon I and II are JPT, III administrator, IV and V pengawas (domain §1.3).
pub(super) fn of_eselon(text: &str) -> Option<JenisJabatan> {
    let key: String = name_key(text).chars().filter(|c| *c != ' ').collect();
    let key = key.strip_prefix("ESELON").or_else(|| key.strip_prefix("ES")).unwrap_or(&key);
    let grade = key.strip_suffix(['A', 'B']).unwrap_or(key);
    match grade {
        "I" | "1" | "II" | "2" => Some(JenisJabatan::Jpt),
        "III" | "3" => Some(JenisJabatan::Administrator),
        "IV" | "4" | "V" | "5" => Some(JenisJabatan::Pengawas),
        _ => None,
    }
}

/// Structural kinds that a name tells. Any other head of something is taken for a pengawas, so that no head is
/// ever proposed by the automatic plan.
pub(super) fn of_name(key: &str) -> Option<JenisJabatan> {
    const JPT: [&str; 4] = ["KEPALA DINAS", "KEPALA BADAN", "SEKRETARIS DAERAH", "KEPALA SATUAN POLISI PAMONG PRAJA"];
    const ADMINISTRATOR: [&str; 9] = [
        "SEKRETARIS DINAS",
        "SEKRETARIS BADAN",
        "SEKRETARIS KECAMATAN",
        "CAMAT",
        "KEPALA BIDANG",
        "KABID",
        "KEPALA BAGIAN",
        "KABAG",
        "INSPEKTUR PEMBANTU",
    ];
    const PENGAWAS: [&str; 6] = ["LURAH", "KASI", "KASUBBAG", "KASUBAG", "KASUBBID", "SEKRETARIS KELURAHAN"];
    let starts = |names: &[&str]| {
        names.iter().any(|name| key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    };
    if starts(&JPT) || key == "INSPEKTUR" || key == "INSPEKTUR DAERAH" {
        return Some(JenisJabatan::Jpt);
    }
    if starts(&ADMINISTRATOR) || key == "SEKRETARIS" {
        return Some(JenisJabatan::Administrator);
    }
    (starts(&PENGAWAS) || starts(&["KEPALA"])).then_some(JenisJabatan::Pengawas)
}
