//! Mengingat: the regulations a decree rests on, by whom it concerns, in legal order (domain §4.4).

use serde::Deserialize;

const TABLE: &str = include_str!("mengingat.toml");

/// Whom a paper is about, as far as it decides which regulations it names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Menyangkut {
    /// A jabatan fungsional is among the posts.
    pub jf: bool,
    /// A PPPK is among the people.
    pub pppk: bool,
}

/// One regulation of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Peraturan {
    teks: String,
    #[serde(default)]
    bila: Option<Bila>,
    /// What of it nobody has compared with the text itself; for the reader of the table.
    #[serde(default)]
    #[allow(dead_code, reason = "for the reader of the table")]
    catatan: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Bila {
    Jf,
    Pppk,
}

#[derive(Deserialize)]
struct Table {
    peraturan: Vec<Peraturan>,
}

/// The regulations to name, with the office's own (the law that made the region, its Perda) among them at their place.
pub fn mengingat(menyangkut: Menyangkut, tambahan: &[String]) -> Vec<String> {
    let table: Table = toml::from_str(TABLE).expect("mengingat.toml is well formed");
    let concerned = |peraturan: &Peraturan| match peraturan.bila {
        None => true,
        Some(Bila::Jf) => menyangkut.jf,
        Some(Bila::Pppk) => menyangkut.pppk,
    };
    let ours = table.peraturan.into_iter().filter(concerned).map(|peraturan| peraturan.teks);
    let mut all: Vec<String> = ours.chain(tambahan.iter().map(|teks| teks.trim().to_string())).collect();
    all.sort_by_cached_key(|teks| Urutan::of(teks));
    all
}

/// Kinds of regulations, the highest first. The first name a text begins with tells its kind.
const TINGKATAN: [&[&str]; 7] = [
    &["undang-undang dasar"],
    &["undang-undang", "peraturan pemerintah pengganti"],
    &["peraturan pemerintah"],
    &["peraturan presiden", "keputusan presiden"],
    &["peraturan menteri", "peraturan badan", "peraturan kepala badan", "keputusan menteri", "peraturan lembaga"],
    &["peraturan daerah", "qanun"],
    &["peraturan gubernur", "peraturan bupati", "peraturan wali kota", "peraturan walikota"],
];

/// Where a regulation stands: by kind, then year, then number.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Urutan {
    tingkatan: usize,
    tahun: u32,
    nomor: u32,
}

impl Urutan {
    fn of(teks: &str) -> Urutan {
        let text = teks.trim().to_lowercase();
        let begins = |names: &&[&str]| names.iter().any(|name| text.starts_with(name));
        let tingkatan = TINGKATAN.iter().position(begins).unwrap_or(TINGKATAN.len());
        let number = |word: &str| {
            let (_, rest) = text.split_once(word)?;
            let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        };
        Urutan { tingkatan, tahun: number("tahun").unwrap_or(u32::MAX), nomor: number("nomor").unwrap_or(u32::MAX) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(menyangkut: Menyangkut, tambahan: &[&str]) -> Vec<String> {
        let tambahan: Vec<String> = tambahan.iter().map(|teks| teks.to_string()).collect();
        let first = |teks: String| teks.split(" tentang ").next().unwrap_or_default().to_string();
        mengingat(menyangkut, &tambahan).into_iter().map(first).collect()
    }

    #[test]
    fn a_decree_on_pns_alone_names_no_regulation_of_others() {
        assert_eq!(
            short(Menyangkut::default(), &[]),
            [
                "Undang-Undang Nomor 23 Tahun 2014",
                "Undang-Undang Nomor 20 Tahun 2023",
                "Peraturan Pemerintah Nomor 18 Tahun 2016",
                "Peraturan Pemerintah Nomor 11 Tahun 2017",
                "Peraturan Pemerintah Nomor 94 Tahun 2021",
                "Peraturan Badan Kepegawaian Negara Nomor 5 Tahun 2019",
            ]
        );
    }

    #[test]
    fn pppk_and_jabatan_fungsional_bring_theirs_at_their_place() {
        let all = short(Menyangkut { jf: true, pppk: true }, &[]);
        assert_eq!(all.len(), 8);
        assert_eq!(all[4], "Peraturan Pemerintah Nomor 49 Tahun 2018");
        assert!(all[7].ends_with("Reformasi Birokrasi Nomor 1 Tahun 2023"), "{all:?}");
    }

    #[test]
    fn the_offices_own_regulations_stand_in_legal_order() {
        let own = [
            "Peraturan Bupati Merangin Nomor 9 Tahun 2021 tentang Kedudukan",
            "Undang-Undang Nomor 12 Tahun 1956 tentang Pembentukan",
            "Peraturan Daerah Kabupaten Merangin Nomor 7 Tahun 2016 tentang Perangkat Daerah",
            "Surat Edaran Nomor 1 Tahun 2020 tentang X",
        ];
        let all = short(Menyangkut::default(), &own);
        assert_eq!(all[0], "Undang-Undang Nomor 12 Tahun 1956");
        assert_eq!(
            all[7..],
            [
                "Peraturan Daerah Kabupaten Merangin Nomor 7 Tahun 2016",
                "Peraturan Bupati Merangin Nomor 9 Tahun 2021",
                "Surat Edaran Nomor 1 Tahun 2020",
            ]
        );
    }

    #[test]
    fn a_repealed_law_is_not_named() {
        assert!(!mengingat(Menyangkut { jf: true, pppk: true }, &[]).iter().any(|t| t.contains("Nomor 5 Tahun 2014")));
    }
}
