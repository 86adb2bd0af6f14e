//! Reads a date in every form that offices type (domain §3.3 D4). Never in US order.

use std::ops::Range;

use jiff::civil::Date;

use super::BULAN;

/// What a field says about the day of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HariTmt {
    /// Any day: birth, pelantikan.
    Bebas,
    /// Always the first: TMT golongan, TMT CPNS, TMT PNS.
    Satu,
}

/// A date as read, and the other reading if the text had two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terbaca {
    pub tanggal: Date,
    /// The day-first reading that was given up because the field always falls on the first.
    pub bukan: Option<Date>,
}

/// Short and old spellings of months beside the full names, by month number.
const BULAN_LAIN: [(&str, i8); 33] = [
    ("JAN", 1),
    ("FEB", 2),
    ("PEBRUARI", 2),
    ("PEB", 2),
    ("FEBRUARY", 2),
    ("MAR", 3),
    ("MRT", 3),
    ("MARCH", 3),
    ("APR", 4),
    ("MAY", 5),
    ("JUN", 6),
    ("JUNE", 6),
    ("JUL", 7),
    ("JULY", 7),
    ("AGT", 8),
    ("AGST", 8),
    ("AGS", 8),
    ("AGU", 8),
    ("AUG", 8),
    ("AUGUST", 8),
    ("SEPT", 9),
    ("SEP", 9),
    ("OKT", 10),
    ("OCT", 10),
    ("OCTOBER", 10),
    ("NOV", 11),
    ("NOP", 11),
    ("NOPEMBER", 11),
    ("DES", 12),
    ("DEC", 12),
    ("DECEMBER", 12),
    ("JANUARY", 1),
    ("PEBR", 2),
];

/// Reads `1 Agustus 2019`, `01-08-2019`, `1/8/2019`, `2019-08-01`, `TMT 1 April 2021`, `05 Feb 2025 12:21:55`,
/// `Bangko, 12 Mei 1985`, `20190801` or an Excel serial. The year has four digits and is 1900 to 2100.
///
/// Day comes before month. Only where the field always falls on the first and the month-first reading gives the
/// first is that reading taken, and the other handed back in `bukan`.
pub fn parse_tanggal(text: &str, hari: HariTmt) -> Option<Terbaca> {
    match text.as_bytes() {
        // The two forms that nearly all cells have, without a word made of any part.
        [_, _, _, _, sign, _, _, other, _, _] if sign == other && is_between(*sign) => {
            if let (Some(year), Some(month), Some(day)) = (digits(text, 0..4), digits(text, 5..7), digits(text, 8..10))
            {
                return checked(year, month, day).map(|tanggal| Terbaca { tanggal, bukan: None });
            }
        }
        [_, _, sign, _, _, other, _, _, _, _] if sign == other && is_between(*sign) => {
            if let (Some(day), Some(month), Some(year)) = (digits(text, 0..2), digits(text, 3..5), digits(text, 6..10))
            {
                return day_first(day, month, year, hari);
            }
        }
        _ => {}
    }
    let text = text.rsplit(',').next().unwrap_or(text);
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| *word != "TMT" && *word != "TGL").collect();
    let plain = |tanggal: Date| Terbaca { tanggal, bukan: None };
    match words[..] {
        [one] => parse_run(one).map(plain),
        [a, b, c, ref rest @ ..] if rest.len() <= 4 && rest.iter().all(|word| number(word).is_some()) => {
            if a.len() == 4 {
                return checked(number(a)?, month(b)?, number(c)?).map(plain);
            }
            if c.len() != 4 {
                return None;
            }
            let (day, month, year) = (number(a)?, month(b)?, number(c)?);
            day_first(day, month, year, hari)
        }
        _ => None,
    }
}

fn is_between(sign: u8) -> bool {
    matches!(sign, b'-' | b'/' | b'.')
}

/// The number in this part of a text, where all of it are digits.
fn digits(text: &str, part: Range<usize>) -> Option<i32> {
    text.as_bytes()[part]
        .iter()
        .try_fold(0, |number: i32, byte| byte.is_ascii_digit().then(|| number * 10 + i32::from(byte - b'0')))
}

fn day_first(day: i32, month: i32, year: i32, hari: HariTmt) -> Option<Terbaca> {
    let read = checked(year, month, day);
    let swapped = if hari == HariTmt::Satu && day != 1 && month == 1 { checked(year, day, 1) } else { None };
    match (read, swapped) {
        (_, Some(tanggal)) => Some(Terbaca { tanggal, bukan: read }),
        (Some(tanggal), None) => Some(Terbaca { tanggal, bukan: None }),
        (None, None) => None,
    }
}

/// Runs of letters and runs of digits, upper case; `T` between an ISO date and its time counts as a space.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = ' ';
    for c in text.trim().chars() {
        let joins = (c.is_ascii_digit() && last.is_ascii_digit()) || (c.is_alphabetic() && last.is_alphabetic());
        match words.last_mut() {
            Some(word) if joins => word.extend(c.to_uppercase()),
            _ if c.is_ascii_digit() || c.is_alphabetic() => words.push(c.to_uppercase().collect()),
            _ => {}
        }
        last = c;
    }
    words.retain(|word| word != "T");
    words
}

fn number(word: &str) -> Option<i32> {
    if word.len() > 4 { None } else { word.parse().ok() }
}

fn month(word: &str) -> Option<i32> {
    if let Some(number) = number(word) {
        return Some(number);
    }
    let full = BULAN.iter().position(|name| name.eq_ignore_ascii_case(word)).map(|index| index as i32 + 1);
    full.or_else(|| BULAN_LAIN.iter().find(|(name, _)| *name == word).map(|(_, month)| i32::from(*month)))
}

/// `20190801`, or the serial number that Excel shows when a date loses its format.
fn parse_run(word: &str) -> Option<Date> {
    if !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match word.len() {
        8 => checked(word[..4].parse().ok()?, word[4..6].parse().ok()?, word[6..].parse().ok()?),
        5 => from_serial(word.parse().ok()?),
        _ => None,
    }
}

/// The date of an Excel serial number (epoch 1899-12-30), from the year 1927 to 2100; earlier ones are no dates
/// that a personnel file holds, but plain numbers such as a year.
pub fn from_serial(serial: f64) -> Option<Date> {
    if !(10_000.0..73_051.0).contains(&serial) {
        return None;
    }
    Date::constant(1899, 12, 30).checked_add(jiff::Span::new().days(serial.floor() as i64)).ok()
}

fn checked(year: i32, month: i32, day: i32) -> Option<Date> {
    if !(1900..=2100).contains(&year) {
        return None;
    }
    Date::new(year as i16, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_listed_form_is_read() {
        for text in [
            "1 Agustus 2019",
            "01 Agt 2019",
            "1/8/2019",
            "01-08-2019",
            "01.08.2019",
            "2019-08-01",
            "2019-08-01 00:00:00",
            "2019-08-01T00:00:00",
            "TMT 1 Agustus 2019",
            "TMT. 01-08-2019",
            "01 Ags 2019 12:21:55",
            "1-Aug-2019",
            "1 AGST 2019",
            "01Agu2019",
            "Bangko, 1 Agustus 2019",
            "20190801",
            "43678",
            " 1\u{a0}Agustus\u{a0}2019 ",
        ] {
            let read = parse_tanggal(text, HariTmt::Bebas);
            assert_eq!(read, Some(Terbaca { tanggal: date(2019, 8, 1), bukan: None }), "{text}");
        }
    }

    #[test]
    fn every_month_name_and_its_variants_are_read() {
        for (names, month) in [
            ("Januari Jan", 1),
            ("Februari Pebruari Feb", 2),
            ("Maret Mrt Mar", 3),
            ("April Apr", 4),
            ("Mei", 5),
            ("Juni Jun", 6),
            ("Juli Jul", 7),
            ("Agustus Agt Agst Ags", 8),
            ("September Sept Sep", 9),
            ("Oktober Okt", 10),
            ("November Nopember Nov Nop", 11),
            ("Desember Des", 12),
        ] {
            for name in names.split(' ') {
                let read = parse_tanggal(&format!("17 {name} 2020"), HariTmt::Bebas).map(|read| read.tanggal);
                assert_eq!(read, Some(date(2020, month, 17)), "{name}");
            }
        }
    }

    #[test]
    fn day_comes_before_month_never_the_us_order() {
        let read = |text| parse_tanggal(text, HariTmt::Bebas).map(|read| read.tanggal);
        assert_eq!(read("04/01/2021"), Some(date(2021, 1, 4)));
        assert_eq!(read("12/31/2021"), None);
    }

    #[test]
    fn a_tmt_that_always_falls_on_the_first_takes_the_reading_that_does_and_says_so() {
        let read = parse_tanggal("04/01/2021", HariTmt::Satu);
        assert_eq!(read, Some(Terbaca { tanggal: date(2021, 4, 1), bukan: Some(date(2021, 1, 4)) }));
        let plain = parse_tanggal("01/04/2021", HariTmt::Satu);
        assert_eq!(plain, Some(Terbaca { tanggal: date(2021, 4, 1), bukan: None }));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "31-02-2020",
            "00-00-0000",
            "2019",
            "1 Agustus",
            "1-8-19",
            "besok",
            "1 Agstus 2019",
            "999999",
            "1 2 3 4 5 6 7",
        ] {
            assert_eq!(parse_tanggal(text, HariTmt::Bebas), None, "{text}");
        }
    }
}
