//! Unit names as compared, and the words of the Dapodik columns BP and Status.

use super::{BentukPendidikan, JenisUnit, Layanan};
use crate::model::jabatan::name_key;

/// Key under which two spellings of a unit are the same: abbreviations written out, `UPTD` away, numbers without
/// leading zeros, hyphens as spaces, upper case (domain §3.3 D14). `SDN 01 Bangko` is `SD NEGERI 1 BANGKO`.
pub fn unit_key(text: &str) -> String {
    let plain = name_key(text);
    let mut words: Vec<&str> = Vec::new();
    for word in plain.split(' ') {
        match word {
            "" => {}
            "UPTD" | "UPT" if words.is_empty() => {}
            "SDN" => words.extend(["SD", "NEGERI"]),
            "SMPN" => words.extend(["SMP", "NEGERI"]),
            "SMAN" => words.extend(["SMA", "NEGERI"]),
            "SMKN" => words.extend(["SMK", "NEGERI"]),
            "SLBN" => words.extend(["SLB", "NEGERI"]),
            "TKN" => words.extend(["TK", "NEGERI"]),
            "N" if matches!(words[..], ["SD" | "SMP" | "SMA" | "SMK" | "SLB" | "TK"]) => words.push("NEGERI"),
            "DASAR" if words[..] == ["SEKOLAH"] => words = vec!["SD"],
            "PERTAMA" if words[..] == ["SEKOLAH", "MENENGAH"] => words = vec!["SMP"],
            "PKM" | "PUSK" => words.push("PUSKESMAS"),
            "KEC" => words.push("KECAMATAN"),
            "KEL" => words.push("KELURAHAN"),
            "KAB" => words.push("KABUPATEN"),
            _ => words.push(without_zeros(word)),
        }
    }
    words.join(" ")
}

fn without_zeros(word: &str) -> &str {
    if !word.bytes().all(|b| b.is_ascii_digit()) {
        return word;
    }
    let short = word.trim_start_matches('0');
    if short.is_empty() { "0" } else { short }
}

impl BentukPendidikan {
    /// Reads column BP of Dapodik: `SD`, `SMP`, `KB`, `PKBM`, or the names written out.
    pub fn parse(text: &str) -> Option<BentukPendidikan> {
        match name_key(text).as_str() {
            "TK" | "TAMAN KANAK KANAK" => Some(BentukPendidikan::Tk),
            "SD" | "SEKOLAH DASAR" => Some(BentukPendidikan::Sd),
            "SMP" | "SEKOLAH MENENGAH PERTAMA" => Some(BentukPendidikan::Smp),
            "SMA" | "SEKOLAH MENENGAH ATAS" => Some(BentukPendidikan::Sma),
            "SMK" | "SEKOLAH MENENGAH KEJURUAN" => Some(BentukPendidikan::Smk),
            "SLB" | "TKLB" | "SEKOLAH LUAR BIASA" => Some(BentukPendidikan::Slb),
            "KB" | "TPA" | "SPS" | "PKBM" | "SKB" => Some(BentukPendidikan::Nonformal),
            _ => Layanan::parse(text).map(Layanan::bentuk),
        }
    }
}

impl JenisUnit {
    /// The kind that a unit's name tells by its first word.
    pub fn of_name(text: &str) -> JenisUnit {
        let key = unit_key(text);
        match key.split(' ').next().unwrap_or_default() {
            "PUSKESMAS" => JenisUnit::Puskesmas,
            word @ ("TK" | "SD" | "SMP" | "SMA" | "SMK" | "SLB") => {
                BentukPendidikan::parse(word).map_or(JenisUnit::Lain, JenisUnit::Sekolah)
            }
            _ => Layanan::of_name(text).map_or(JenisUnit::Lain, |layanan| JenisUnit::Sekolah(layanan.bentuk())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_unit_share_a_key() {
        for (key, texts) in [
            (
                "SD NEGERI 1 BANGKO",
                &[
                    "SDN 1 Bangko",
                    "SD Negeri 1 Bangko",
                    "SD NEGERI 01 BANGKO",
                    "UPTD SDN 001 Bangko",
                    "SD N 1 Bangko",
                    "Sekolah Dasar Negeri 1 Bangko",
                    "UPT. SDN. 1 BANGKO",
                ][..],
            ),
            ("PUSKESMAS ALUH ALUH", &["UPTD Puskesmas Aluh-Aluh", "PKM Aluh Aluh", "PUSKESMAS ALUH - ALUH"]),
            ("KECAMATAN BANGKO", &["Kec. Bangko", "KEC BANGKO", "Kecamatan Bangko"]),
            ("KELURAHAN PASAR ATAS", &["Kel. Pasar Atas"]),
            ("SMP NEGERI 2 MERANGIN", &["SMPN 2 Merangin", "Sekolah Menengah Pertama Negeri 02 Merangin"]),
        ] {
            for text in texts {
                assert_eq!(unit_key(text), *key, "{text}");
            }
        }
    }

    #[test]
    fn different_numbers_are_different_units() {
        assert_ne!(unit_key("SDN 1 Bangko"), unit_key("SDN 11 Bangko"));
        assert_ne!(unit_key("SDN 10 Bangko"), unit_key("SDN 1 Bangko"));
    }

    #[test]
    fn kinds_are_told_by_column_or_first_word() {
        assert_eq!(BentukPendidikan::parse("PKBM"), Some(BentukPendidikan::Nonformal));
        assert_eq!(BentukPendidikan::parse("sd"), Some(BentukPendidikan::Sd));
        assert_eq!(BentukPendidikan::parse("Pesantren"), None);
        assert_eq!(JenisUnit::of_name("UPTD PKM Bangko"), JenisUnit::Puskesmas);
        assert_eq!(JenisUnit::of_name("SDN 2 Jangkat"), JenisUnit::Sekolah(BentukPendidikan::Sd));
        assert_eq!(JenisUnit::of_name("SDLBN Bangko"), JenisUnit::Sekolah(BentukPendidikan::Slb));
        assert_eq!(JenisUnit::of_name("Dinas Kesehatan"), JenisUnit::Lain);
    }
}
