//! The sentences of a plan, made once, from the numbers that decided it.

mod batasan;
mod dilepas;
mod harga;
mod karena;
mod kosong;
mod lagi;
mod pindah;
mod syarat;
mod tetap;

pub use batasan::{MERATA_TAK_TERBUKTI, TERTUTUP, batasan, melampaui, mengikat, pembatas, penahan};
pub use dilepas::{cadangan, dilepas};
pub use harga::harga;
pub use karena::{diputuskan, karena, tempat_kini};
pub use kosong::{Halangan, Supply, kosong, saran, saran_keputusan};
pub use lagi::{buntu, satu_lagi, satu_lagi_terbatas, terikat, total_menahan};
pub use pindah::{Told, alasan, jika_ditolak};
pub use tetap::{Menetap, ke, menetap, tetap};

use crate::model::angka::ribuan;
use crate::model::needs::Post;
use crate::model::unit::{JenisUnit, Unit};
use crate::place::facts::Facts;

/// What is said of everybody between whom nothing but the fixed number decided.
const TETAP: &str = "yang dipakai ditentukan cara tetap yang diumumkan (pemecah seri di lembar Aturan), bukan penilaian atas \
    orangnya";

/// Words of unit names that stay in capitals though they have a vowel.
const SINGKATAN: &[&str] =
    &["BKAD", "BPKAD", "DPUPR", "MAN", "MI", "PAUD", "PUPR", "RA", "RSIA", "RSU", "RSUD", "SMA", "SMAN", "UPT", "UPTD"];

/// A unit's name as it stands in a sentence. Dapodik writes names in capitals: `SD NEGERI ALUH-ALUH 2` becomes
/// `SD Negeri Aluh-Aluh 2`; a name with any small letter stays as it is.
fn nama_unit(nama: &str) -> String {
    if nama.chars().any(char::is_lowercase) {
        return nama.to_string();
    }
    let words = nama.split(' ').map(|word| word.split('-').map(kata).collect::<Vec<_>>().join("-"));
    words.collect::<Vec<_>>().join(" ")
}

/// One word: abbreviations, Roman numerals and anything with a digit keep their capitals.
fn kata(word: &str) -> String {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let abbreviation = !letters().any(|c| "AIUEO".contains(c)) || SINGKATAN.contains(&word);
    let roman = letters().all(|c| "IVXLC".contains(c));
    if abbreviation || roman || word.chars().any(|c| c.is_ascii_digit()) {
        return word.to_string();
    }
    match word {
        "DAN" | "DI" => word.to_lowercase(),
        _ => first_upper(&word.to_lowercase()),
    }
}

/// A post's unit as sentences name it.
pub fn unit_of(facts: &Facts, post: &Post) -> String {
    nama_unit(&facts.unit_of(post).nama)
}

/// Present and needed: `ada 9, kebutuhan 6`.
fn count(post: &Post) -> String {
    let riil = ribuan(post.riil.into());
    match &post.kebutuhan {
        Some(need) if need.lo == need.hi => format!("ada {riil}, kebutuhan {}", ribuan(need.lo.into())),
        Some(need) => format!("ada {riil}, kebutuhan {} sampai {}", ribuan(need.lo.into()), ribuan(need.hi.into())),
        None => format!("ada {riil}, kebutuhan belum diketahui"),
    }
}

/// The name of the minimum that holds people in posts of a unit of this kind.
fn minimum_unit(unit: &Unit) -> &'static str {
    match unit.jenis {
        JenisUnit::Sekolah(_) => "SPM",
        JenisUnit::Puskesmas => "minimum tenaga puskesmas",
        JenisUnit::Lain => "minimum tenaga",
    }
}

fn need(post: &Post) -> u32 {
    post.kebutuhan.as_ref().map_or(0, |need| need.lo)
}

fn first_lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().collect::<String>() + chars.as_str())
}

fn first_upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_read_as_names() {
        for (typed, read) in [
            ("SD NEGERI ALUH-ALUH 2", "SD Negeri Aluh-Aluh 2"),
            ("SDN SUNGAI LULUT 3", "SDN Sungai Lulut 3"),
            ("UPTD SDN 001/VI BANGKO I", "UPTD SDN 001/VI Bangko I"),
            ("TK NEGERI INTAN LESTARI", "TK Negeri Intan Lestari"),
            ("DINAS PENDIDIKAN DAN KEBUDAYAAN", "Dinas Pendidikan dan Kebudayaan"),
            ("RSUD RATU ZALECHA", "RSUD Ratu Zalecha"),
            ("Puskesmas Bangko", "Puskesmas Bangko"),
            ("SMPN 1 JUM'AT", "SMPN 1 Jum'at"),
        ] {
            assert_eq!(nama_unit(typed), read);
        }
    }
}
