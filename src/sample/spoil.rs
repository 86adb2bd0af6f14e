//! How a clean value is spoiled, shape by shape of the catalogue of dirt (domain §3.3).

use jiff::civil::Date;

use crate::model::artifact::PlainCell;
use crate::model::jabatan::Jenjang;
use crate::model::tanggal::{BULAN, tanggal_in_words};
use crate::sample::columns::Soil;
use crate::sample::rng::Rng;

/// A spoiled value: which shape of the catalogue, and whether a reader can still be sure of what was meant.
pub(super) struct Spoiled {
    pub cell: PlainCell,
    pub shape: &'static str,
    pub harmless: bool,
}

fn harmless(shape: &'static str, text: impl Into<String>) -> Option<Spoiled> {
    Some(Spoiled { cell: PlainCell::Text(text.into()), shape, harmless: true })
}

fn harmful(shape: &'static str, text: impl Into<String>) -> Option<Spoiled> {
    Some(Spoiled { cell: PlainCell::Text(text.into()), shape, harmless: false })
}

/// The cell as a hurried clerk might have left it; `None` where this value cannot be spoiled this way.
pub(super) fn spoil(rng: &mut Rng, soil: Soil, cell: &PlainCell) -> Option<Spoiled> {
    match (soil, cell) {
        (Soil::Clean, _) => None,
        (Soil::Nip, PlainCell::Text(digits)) => nip(rng, digits),
        (Soil::Tanggal, PlainCell::Date(date)) => tanggal(rng, *date),
        (Soil::Golongan, PlainCell::Text(golongan)) => spoiled_golongan(rng, golongan),
        (Soil::Unit, PlainCell::Text(nama)) => unit(rng, nama),
        (Soil::Jabatan, PlainCell::Text(jabatan)) => spoiled_jabatan(rng, jabatan),
        (Soil::Tanggal | Soil::Blank, PlainCell::Empty) => {
            harmless("D21", *rng.pick(&["-", "--", "NIHIL", "NULL", "N/A", "tidak ada", "belum ada"]))
        }
        (Soil::Blank, PlainCell::Text(text)) => harmless("D21", format!("  {text} ")),
        (Soil::Nip | Soil::Tanggal | Soil::Golongan | Soil::Unit | Soil::Jabatan | Soil::Blank, _) => None,
    }
}

fn nip(rng: &mut Rng, digits: &str) -> Option<Spoiled> {
    let number = digits.parse::<u64>().ok()?;
    match rng.between(0, 8) {
        // Excel keeps 15 digits of a number: the serial becomes 000.
        0 | 1 => Some(Spoiled { cell: PlainCell::Number((number / 1000 * 1000) as f64), shape: "D1", harmless: false }),
        2 => harmless("D2", format!("{} {} {} {}", &digits[..8], &digits[8..14], &digits[14..15], &digits[15..])),
        3 => harmless("D2", format!("NIP. {digits}")),
        4 => harmless("D2", format!("'{digits}")),
        5 => harmless("D2", format!("\u{a0}{digits} ")),
        6 => harmless("D2", digits.replacen('0', "O", 1)),
        7 => harmful("D2", &digits[..17]),
        _ => harmful("D2", "-"),
    }
}

fn tanggal(rng: &mut Rng, date: Date) -> Option<Spoiled> {
    let (day, month, year) = (date.day(), date.month(), date.year());
    let name = BULAN[month as usize - 1];
    match rng.between(0, 9) {
        0 => harmless("D4", format!("{day:02}-{month:02}-{year}")),
        1 => harmless("D4", tanggal_in_words(date)),
        2 => harmless("D4", format!("{day:02} {} {year}", short_month(month))),
        3 => harmless("D4", format!("{day}/{month}/{year}")),
        4 => harmless("D4", date.to_string()),
        5 => harmless("D4", format!("TMT {day} {name} {year}")),
        6 => {
            let serial = (date - Date::constant(1899, 12, 30)).get_days();
            Some(Spoiled { cell: PlainCell::Number(f64::from(serial)), shape: "D4", harmless: true })
        }
        7 => harmless("D4", format!("{day:02}-{month:02}-{year} 00:00:00")),
        8 => harmful("D4", format!("31-02-{year}")),
        _ => harmful("D4", "00-00-0000"),
    }
}

/// Short and old month names as offices write them (domain §3.3, D4).
fn short_month(month: i8) -> &'static str {
    ["Jan", "Peb", "Mrt", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nop", "Des"][month as usize - 1]
}

fn spoiled_golongan(rng: &mut Rng, golongan: &str) -> Option<Spoiled> {
    if rng.chance(150) {
        return harmful("D13", *rng.pick(&["V/z", "III/f", "IV/g", "golongan tiga"]));
    }
    let Some((grade, step)) = golongan.split_once('/') else {
        return harmless("D13", if rng.chance(500) { format!("Gol. {golongan}") } else { format!(" {golongan} ") });
    };
    let arabic = if grade == "IV" { 4 } else { grade.len() };
    match rng.between(0, 6) {
        0 => harmless("D13", format!("{grade}.{step}")),
        1 => harmless("D13", format!("{grade}{step}")),
        2 => harmless("D13", format!("{grade} {step}")),
        3 => harmless("D13", format!("{arabic}{step}")),
        4 => harmless("D13", format!("Gol. {grade}/{step}")),
        5 => harmless("D13", format!("{grade}/{}", step.to_uppercase())),
        // A lower-case L for each I, as old typists did.
        _ => harmless("D13", format!("{}/{step}", grade.replace('I', "l"))),
    }
}

/// Short forms that offices use for the first words of a unit's name (domain §3.3, D14).
const SHORT: [(&str, &str); 6] = [
    ("SD Negeri ", "SDN "),
    ("SMP Negeri ", "SMPN "),
    ("TK Negeri ", "TKN "),
    ("Puskesmas ", "PKM "),
    ("Kecamatan ", "Kec. "),
    ("Kelurahan ", "Kel. "),
];

fn unit(rng: &mut Rng, nama: &str) -> Option<Spoiled> {
    let short = SHORT.iter().find_map(|(long, short)| Some(format!("{short}{}", nama.strip_prefix(long)?)));
    match rng.between(0, 4) {
        0 => harmless("D14", nama.to_uppercase()),
        1 => harmless("D14", nama.replace(' ', "  ")),
        2 if nama.starts_with("SD ") || nama.starts_with("Puskesmas") => harmless("D14", format!("UPTD {nama}")),
        2 | 3 => harmless("D14", short.unwrap_or_else(|| format!(" {nama} "))),
        _ => harmful("D14", misspelled(nama)),
    }
}

/// Two letters of the longest word change places: `SD Negeri 1 Bangko` becomes `SD Neegri 1 Bangko`.
fn misspelled(nama: &str) -> String {
    let longest = nama.split(' ').max_by_key(|word| word.len()).unwrap_or(nama);
    let mut letters: Vec<char> = longest.chars().collect();
    let differing = (1..letters.len().saturating_sub(1)).find(|&at| letters[at] != letters[at + 1]);
    match differing {
        Some(at) => letters.swap(at, at + 1),
        None => letters.push('x'),
    }
    nama.replacen(longest, &letters.into_iter().collect::<String>(), 1)
}

fn spoiled_jabatan(rng: &mut Rng, jabatan: &str) -> Option<Spoiled> {
    let with_jenjang =
        Jenjang::ALL.iter().find_map(|jenjang| Some((jabatan.strip_suffix(jenjang.label())?.trim(), *jenjang)));
    let Some((nama, jenjang)) = with_jenjang else {
        let shouted = jabatan.to_uppercase();
        return harmless("D22", if rng.chance(500) { shouted } else { jabatan.replace(' ', "  ") });
    };
    let old = match jenjang {
        Jenjang::Pemula => "Pelaksana Pemula",
        Jenjang::Terampil => "Pelaksana",
        Jenjang::Mahir => "Pelaksana Lanjutan",
        Jenjang::Penyelia => "Penyelia",
        Jenjang::AhliPertama => "Pertama",
        Jenjang::AhliMuda => "Muda",
        Jenjang::AhliMadya => "Madya",
        Jenjang::AhliUtama => "Utama",
    };
    let guru = nama.starts_with("Guru ");
    match rng.between(0, 3) {
        0 if guru => harmless("D22", format!("Guru {} - {nama}", jenjang.label())),
        1 if guru => harmless("D22", format!("Guru {old} ({nama})")),
        0 | 1 => harmless("D22", format!("{nama} {old}")),
        2 => harmless("D22", jabatan.to_uppercase()),
        _ => harmless("D22", jabatan.replace(' ', "  ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use std::collections::BTreeSet;

    fn texts(make: impl Fn(&mut Rng) -> Option<Spoiled>) -> BTreeSet<String> {
        let mut rng = Rng::new(11);
        let spoiled = (0..400).filter_map(|_| make(&mut rng));
        spoiled.map(|spoiled| format!("{:?}", spoiled.cell)).collect()
    }

    #[test]
    fn a_nip_typed_as_a_number_loses_its_serial() {
        let found = texts(|rng| nip(rng, "198601012015011001"));
        assert!(found.contains("Number(1.98601012015011e17)"), "{found:?}");
        assert!(found.contains("Text(\"NIP. 198601012015011001\")"), "{found:?}");
        assert!(found.contains("Text(\"1986O1012015011001\")"), "{found:?}");
    }

    #[test]
    fn dates_come_in_the_shapes_of_the_catalogue() {
        let found = texts(|rng| tanggal(rng, date(2019, 8, 1)));
        for text in ["1 Agustus 2019", "01 Agt 2019", "1/8/2019", "2019-08-01", "TMT 1 Agustus 2019", "31-02-2019"] {
            assert!(found.contains(&format!("Text({text:?})")), "{text}: {found:?}");
        }
        assert!(found.contains("Number(43678.0)"), "{found:?}");
    }

    #[test]
    fn golongan_unit_and_jabatan_are_misspelled_as_in_the_wild() {
        let found = texts(|rng| spoiled_golongan(rng, "III/d"));
        for text in ["III.d", "IIId", "III d", "3d", "lll/d", "Gol. III/d", "V/z"] {
            assert!(found.contains(&format!("Text({text:?})")), "{text}: {found:?}");
        }
        assert!(texts(|rng| spoiled_golongan(rng, "IV/a")).contains("Text(\"4a\")"));
        assert!(texts(|rng| unit(rng, "SD Negeri 1 Bangko")).contains("Text(\"SDN 1 Bangko\")"));
        let found = texts(|rng| spoiled_jabatan(rng, "Guru Kelas Ahli Pertama"));
        assert!(found.contains("Text(\"Guru Ahli Pertama - Guru Kelas\")"), "{found:?}");
        assert!(texts(|rng| spoiled_jabatan(rng, "Perawat Mahir")).contains("Text(\"Perawat Pelaksana Lanjutan\")"));
    }

    #[test]
    fn a_misspelled_name_is_never_the_name() {
        assert_eq!(misspelled("SD Negeri 1 Bangko"), "SD Negeri 1 Bnagko");
        assert_ne!(misspelled("AA"), "AA");
    }
}
