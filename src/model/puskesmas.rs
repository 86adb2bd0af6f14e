//! What the annual report tells of a puskesmas.

use crate::model::jabatan::name_key;

/// A puskesmas as its annual report describes it (domain §3.2). What the report does not say is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Puskesmas {
    pub kategori: Option<KategoriPuskesmas>,
    /// Whether it takes patients in for the night.
    pub rawat_inap: Option<bool>,
    pub akreditasi: Option<Akreditasi>,
    /// Area served, in hundredths of a square kilometre.
    pub luas_ratusan_km2: Option<u32>,
    /// People who live in the area served.
    pub penduduk: Option<u32>,
}

/// Kategori puskesmas by the character of the area served (domain §2.3). It decides the minimum of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KategoriPuskesmas {
    Perkotaan,
    Perdesaan,
    Terpencil,
    SangatTerpencil,
}

impl KategoriPuskesmas {
    pub const ALL: [KategoriPuskesmas; 4] = [
        KategoriPuskesmas::Perkotaan,
        KategoriPuskesmas::Perdesaan,
        KategoriPuskesmas::Terpencil,
        KategoriPuskesmas::SangatTerpencil,
    ];

    pub fn label(self) -> &'static str {
        match self {
            KategoriPuskesmas::Perkotaan => "Perkotaan",
            KategoriPuskesmas::Perdesaan => "Perdesaan",
            KategoriPuskesmas::Terpencil => "Terpencil",
            KategoriPuskesmas::SangatTerpencil => "Sangat Terpencil",
        }
    }

    /// Reads `Perkotaan`, `Puskesmas kawasan pedesaan`, `Terpencil`, `Sangat terpencil`. The minimum of staff is one
    /// for remote and very remote, so `Terpencil dan sangat terpencil` is remote.
    pub fn parse(text: &str) -> Option<KategoriPuskesmas> {
        let key = name_key(text);
        let mut words = key
            .split(' ')
            .filter(|word| !matches!(*word, "PUSKESMAS" | "KAWASAN" | "DAERAH" | "WILAYAH" | "KATEGORI" | "KERJA"));
        match (words.next()?, words.next()) {
            ("PERKOTAAN" | "KOTA", None) => Some(KategoriPuskesmas::Perkotaan),
            ("PERDESAAN" | "PEDESAAN" | "DESA", None) => Some(KategoriPuskesmas::Perdesaan),
            ("TERPENCIL", None | Some("DAN" | "SANGAT")) => Some(KategoriPuskesmas::Terpencil),
            ("SANGAT", Some("TERPENCIL")) => Some(KategoriPuskesmas::SangatTerpencil),
            _ => None,
        }
    }
}

/// Result of the accreditation of a puskesmas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Akreditasi {
    Belum,
    Dasar,
    Madya,
    Utama,
    Paripurna,
}

impl Akreditasi {
    pub const ALL: [Akreditasi; 5] =
        [Akreditasi::Belum, Akreditasi::Dasar, Akreditasi::Madya, Akreditasi::Utama, Akreditasi::Paripurna];

    pub fn label(self) -> &'static str {
        match self {
            Akreditasi::Belum => "Belum Terakreditasi",
            Akreditasi::Dasar => "Dasar",
            Akreditasi::Madya => "Madya",
            Akreditasi::Utama => "Utama",
            Akreditasi::Paripurna => "Paripurna",
        }
    }

    pub fn parse(text: &str) -> Option<Akreditasi> {
        let key = name_key(text);
        match key.strip_prefix("TERAKREDITASI ").or_else(|| key.strip_prefix("AKREDITASI ")).unwrap_or(&key) {
            "BELUM TERAKREDITASI" | "BELUM" | "BELUM AKREDITASI" | "TIDAK TERAKREDITASI" => Some(Akreditasi::Belum),
            "DASAR" => Some(Akreditasi::Dasar),
            "MADYA" => Some(Akreditasi::Madya),
            "UTAMA" => Some(Akreditasi::Utama),
            "PARIPURNA" => Some(Akreditasi::Paripurna),
            _ => None,
        }
    }
}

/// Reads `Rawat Inap`, `Non Rawat Inap`, `Rawat Jalan`, `Ya`, `Tidak`: whether patients stay for the night.
pub fn parse_rawat_inap(text: &str) -> Option<bool> {
    let key = name_key(text);
    let key = key.strip_prefix("PUSKESMAS ").or_else(|| key.strip_prefix("MAMPU ")).unwrap_or(&key);
    match key {
        "RAWAT INAP" | "RANAP" | "RI" | "YA" => Some(true),
        "NON RAWAT INAP" | "NONRAWAT INAP" | "NON RANAP" | "NON RI" | "NON" | "TIDAK" | "TIDAK RAWAT INAP"
        | "BUKAN RAWAT INAP" | "TANPA RAWAT INAP" | "RAWAT JALAN" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_lists_reads_back_and_the_usual_variants_too() {
        for kategori in KategoriPuskesmas::ALL {
            assert_eq!(KategoriPuskesmas::parse(kategori.label()), Some(kategori));
        }
        for akreditasi in Akreditasi::ALL {
            assert_eq!(Akreditasi::parse(akreditasi.label()), Some(akreditasi));
        }
        assert_eq!(KategoriPuskesmas::parse("Puskesmas Kawasan Pedesaan"), Some(KategoriPuskesmas::Perdesaan));
        assert_eq!(KategoriPuskesmas::parse("TERPENCIL DAN SANGAT TERPENCIL"), Some(KategoriPuskesmas::Terpencil));
        assert_eq!(KategoriPuskesmas::parse("Pegunungan"), None);
        assert_eq!(Akreditasi::parse("Terakreditasi Utama"), Some(Akreditasi::Utama));
        for (text, told) in [
            ("RAWAT INAP", Some(true)),
            ("Non-Rawat Inap", Some(false)),
            ("Rawat Jalan", Some(false)),
            ("24 jam", None),
        ] {
            assert_eq!(parse_rawat_inap(text), told, "{text}");
        }
    }
}
