//! Numbers and dates as words, the way decrees and minutes write them (domain §4.6).

use jiff::civil::Date;

use super::tanggal::BULAN;

/// Day names, Monday first.
const HARI: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

const SATUAN: [&str; 12] =
    ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

/// Powers of a thousand above a thousand; `se-` is never put before them.
const RIBUAN: [(u64, &str); 4] = [
    (1_000_000_000_000_000, "kuadriliun"),
    (1_000_000_000_000, "triliun"),
    (1_000_000_000, "miliar"),
    (1_000_000, "juta"),
];

/// A number in words: `dua ribu dua puluh lima`. One becomes `se-` before puluh, belas, ratus and ribu only.
pub fn terbilang(number: u64) -> String {
    if number == 0 {
        return "nol".into();
    }
    let mut words = Vec::new();
    spell(number, &mut words);
    words.join(" ")
}

fn spell(number: u64, words: &mut Vec<String>) {
    if let Some(&(unit, name)) = RIBUAN.iter().find(|(unit, _)| number >= *unit) {
        spell(number / unit, words);
        words.push(name.into());
        return spell(number % unit, words);
    }
    match number {
        0 => {}
        1..=11 => words.push(SATUAN[number as usize].into()),
        12..=19 => words.push(format!("{} belas", SATUAN[number as usize - 10])),
        20..=99 => {
            words.push(format!("{} puluh", SATUAN[number as usize / 10]));
            spell(number % 10, words);
        }
        100..=199 => begun(number, 100, "seratus", words),
        200..=999 => multiple(number, 100, "ratus", words),
        1000..=1999 => begun(number, 1000, "seribu", words),
        _ => multiple(number, 1000, "ribu", words),
    }
}

fn begun(number: u64, unit: u64, name: &str, words: &mut Vec<String>) {
    words.push(name.into());
    spell(number % unit, words);
}

fn multiple(number: u64, unit: u64, name: &str, words: &mut Vec<String>) {
    spell(number / unit, words);
    words.push(name.into());
    spell(number % unit, words);
}

/// A number with its words, as an SK writes it: `5 (lima)`.
pub fn angka_terbilang(number: u64) -> String {
    format!("{} ({})", super::angka::ribuan(number.min(i64::MAX as u64) as i64), terbilang(number))
}

/// Ordinal of a diktum, from one: `KESATU`, `KEDUA`, … `KEDUA BELAS`, `KEDUA PULUH SATU`.
pub fn ke(number: u64) -> String {
    format!("KE{}", terbilang(number).to_uppercase())
}

/// Name of the day: `Selasa`.
pub fn hari(date: Date) -> &'static str {
    HARI[date.weekday().to_monday_zero_offset() as usize]
}

/// A date as minutes of a meeting tell it: `Selasa tanggal satu bulan Juli tahun dua ribu dua puluh lima`.
pub fn tanggal_terbilang(date: Date) -> String {
    let (day, year) = (terbilang(date.day().unsigned_abs().into()), terbilang(date.year().unsigned_abs().into()));
    format!("{} tanggal {day} bulan {} tahun {year}", hari(date), BULAN[date.month() as usize - 1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_number_of_the_table_has_its_words() {
        for (number, words) in [
            (0, "nol"),
            (1, "satu"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (12, "dua belas"),
            (19, "sembilan belas"),
            (20, "dua puluh"),
            (21, "dua puluh satu"),
            (100, "seratus"),
            (101, "seratus satu"),
            (111, "seratus sebelas"),
            (200, "dua ratus"),
            (1000, "seribu"),
            (1001, "seribu satu"),
            (1100, "seribu seratus"),
            (1945, "seribu sembilan ratus empat puluh lima"),
            (2025, "dua ribu dua puluh lima"),
            (11_000, "sebelas ribu"),
            (21_000, "dua puluh satu ribu"),
            (100_000, "seratus ribu"),
            (101_000, "seratus satu ribu"),
            (1_000_000, "satu juta"),
            (1_000_000_000, "satu miliar"),
        ] {
            assert_eq!(terbilang(number), words);
        }
    }

    #[test]
    fn se_stands_before_puluh_belas_ratus_and_ribu_only() {
        for (number, words) in [
            (201_101, "dua ratus satu ribu seratus satu"),
            (1_001_000, "satu juta seribu"),
            (111_111_111, "seratus sebelas juta seratus sebelas ribu seratus sebelas"),
            (1_000_000_000_000, "satu triliun"),
            (1_000_000_000_000_000_000, "seribu kuadriliun"),
        ] {
            assert_eq!(terbilang(number), words);
        }
        assert!(terbilang(u64::MAX).starts_with("delapan belas ribu empat ratus empat puluh enam kuadriliun"));
        assert!(!(0..3000).chain([1_000_001, 1_001_001]).any(|number| terbilang(number).contains("  ")));
    }

    #[test]
    fn diktum_are_counted_as_decrees_count_them() {
        let list = "KESATU KEDUA KETIGA KEEMPAT KELIMA KEENAM KETUJUH KEDELAPAN KESEMBILAN KESEPULUH KESEBELAS";
        let counted: Vec<String> = (1..=11).map(ke).collect();
        assert_eq!(counted.join(" "), list);
        assert_eq!([ke(12), ke(21)], ["KEDUA BELAS", "KEDUA PULUH SATU"]);
        assert_eq!(angka_terbilang(5), "5 (lima)");
        assert_eq!(angka_terbilang(12_500), "12.500 (dua belas ribu lima ratus)");
    }

    #[test]
    fn minutes_of_a_meeting_tell_the_day_in_words() {
        assert_eq!(tanggal_terbilang(date(2025, 7, 1)), "Selasa tanggal satu bulan Juli tahun dua ribu dua puluh lima");
        let week: Vec<&str> = (20..27).map(|day| hari(date(2026, 7, day))).collect();
        assert_eq!(week.join(" "), "Senin Selasa Rabu Kamis Jumat Sabtu Minggu");
    }
}
