//! Dates as Indonesian offices write them, and the month a run is about.

mod parse;

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

pub use parse::{HariTmt, Terbaca, from_serial, parse_tanggal};

/// Month names as decrees print them, January first.
pub const BULAN: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// The month a run is about, for example `2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Periode {
    year: i16,
    month: i8,
}

impl Periode {
    /// `None` unless the month is 1 to 12 and the year 1900 to 2100.
    pub fn new(year: i16, month: i8) -> Option<Periode> {
        ((1900..=2100).contains(&year) && (1..=12).contains(&month)).then_some(Periode { year, month })
    }

    /// Reads `2026-11`.
    pub fn parse(text: &str) -> Option<Periode> {
        let (year, month) = text.trim().split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        Periode::new(year.parse().ok()?, month.parse().ok()?)
    }

    pub fn of(date: Date) -> Periode {
        Periode { year: date.year(), month: date.month() }
    }

    pub fn first_day(self) -> Date {
        Date::constant(self.year, self.month, 1)
    }

    /// The month after this one.
    pub fn next(self) -> Periode {
        if self.month == 12 {
            Periode { year: self.year + 1, month: 1 }
        } else {
            Periode { month: self.month + 1, ..self }
        }
    }

    /// `November 2026`.
    pub fn in_words(self) -> String {
        format!("{} {}", BULAN[self.month as usize - 1], self.year)
    }
}

impl fmt::Display for Periode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl Serialize for Periode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A date as a decree prints it: `1 Juli 2025`, without a leading zero.
pub fn tanggal_in_words(date: Date) -> String {
    format!("{} {} {}", date.day(), BULAN[date.month() as usize - 1], date.year())
}

/// Since when something holds: a day, or a year where our source names no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sejak {
    Tahun(i16),
    Tanggal(Date),
}

impl Sejak {
    /// Reads `2017` or `2017-04-07`.
    pub fn parse(text: &str) -> Option<Sejak> {
        match text.parse() {
            Ok(year @ 1900..=2999) => Some(Sejak::Tahun(year)),
            Ok(_) => None,
            Err(_) => text.parse().ok().map(Sejak::Tanggal),
        }
    }

    /// The first day on which it holds.
    pub fn first_day(self) -> Date {
        match self {
            Sejak::Tahun(year) => Date::constant(year, 1, 1),
            Sejak::Tanggal(date) => date,
        }
    }

    /// No more precise than the source: `2017`, `7 April 2017`.
    pub fn in_words(self) -> String {
        match self {
            Sejak::Tahun(year) => year.to_string(),
            Sejak::Tanggal(date) => tanggal_in_words(date),
        }
    }
}

impl Serialize for Sejak {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Sejak::Tahun(year) => serializer.collect_str(year),
            Sejak::Tanggal(date) => serializer.collect_str(date),
        }
    }
}

/// Whole months from `from` to `to`; negative when `to` is earlier. A started month does not count.
pub fn months_between(from: Date, to: Date) -> i32 {
    let months = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month()) - i32::from(from.month());
    if to.day() < from.day() { months - 1 } else { months }
}

/// The day so many months before a day; the last of its month where it has no such day.
pub fn months_before(date: Date, months: i64) -> Date {
    date.saturating_sub(months.months())
}

/// The day so many months after a day; the last of its month where it has no such day.
pub fn months_after(date: Date, months: i64) -> Date {
    date.saturating_add(months.months())
}

/// `29` months as `2 tahun 5 bulan`.
pub fn months_in_words(months: i32) -> String {
    match (months / 12, months % 12) {
        (0, months) => format!("{months} bulan"),
        (years, 0) => format!("{years} tahun"),
        (years, months) => format!("{years} tahun {months} bulan"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_started_month_does_not_count() {
        assert_eq!(months_between(date(2024, 12, 1), date(2026, 12, 1)), 24);
        assert_eq!(months_between(date(2024, 12, 2), date(2026, 12, 1)), 23);
        assert_eq!(months_between(date(2026, 12, 1), date(2026, 11, 1)), -1);
    }

    #[test]
    fn months_are_counted_from_day_to_day() {
        assert_eq!(months_before(date(2024, 9, 22), 6), date(2024, 3, 22));
        assert_eq!(months_before(date(2026, 8, 31), 6), date(2026, 2, 28));
        assert_eq!(months_after(date(2025, 8, 31), 6), date(2026, 2, 28));
    }

    #[test]
    fn a_year_is_not_read_as_its_first_day() {
        let (year, day) = (Sejak::parse("2017").unwrap(), Sejak::parse("2017-04-07").unwrap());
        assert_eq!((year.in_words(), day.in_words()), ("2017".to_string(), "7 April 2017".to_string()));
        assert_eq!((year.first_day(), day.first_day()), (date(2017, 1, 1), date(2017, 4, 7)));
        assert_eq!(serde_json::to_string(&[year, day]).unwrap(), "[\"2017\",\"2017-04-07\"]");
        assert_eq!((Sejak::parse("17"), Sejak::parse("April 2017")), (None, None));
    }

    #[test]
    fn dates_and_spans_read_as_in_a_decree() {
        assert_eq!(tanggal_in_words(date(2025, 7, 1)), "1 Juli 2025");
        assert_eq!(months_in_words(29), "2 tahun 5 bulan");
        assert_eq!(months_in_words(24), "2 tahun");
        assert_eq!(months_in_words(5), "5 bulan");
        assert_eq!(Periode::parse("2026-12").map(Periode::next), Periode::parse("2027-01"));
    }
}
