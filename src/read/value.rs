//! What one cell holds, as the reader gives it and as the program keeps it.

use std::borrow::Cow;

use calamine::{DataRef, ExcelDateTime};

use crate::model::cells::CellKind;

/// The content of one cell that is not empty, borrowed from the reader.
#[derive(Clone, Copy, Debug)]
pub(super) enum Value<'a> {
    Text(&'a str),
    Number(f64),
    Date(ExcelDateTime),
    /// A date written as ISO text, as ods and strict files do.
    IsoDate(&'a str),
    /// A date as it is kept, and the number it is stored as where it is one.
    Day {
        text: &'a str,
        number: Option<f64>,
    },
    Boolean(bool),
    Error(&'a str),
    /// The formula whose result was never stored.
    Unevaluated(&'a str),
}

impl<'a> Value<'a> {
    /// The content of a cell, or `None` when there is nothing in it.
    /// Durations count as numbers: no column of ours is a span of time.
    pub fn of(data: &'a DataRef<'_>, formula: Option<&'a str>) -> Option<Value<'a>> {
        Some(match data {
            DataRef::Int(number) => Value::Number(*number as f64),
            DataRef::Float(number) => Value::Number(*number),
            DataRef::String(text) if text.is_empty() => return None,
            DataRef::String(text) => Value::Text(text),
            DataRef::SharedString("") => return None,
            DataRef::SharedString(text) => Value::Text(text),
            DataRef::Bool(truth) => Value::Boolean(*truth),
            DataRef::DateTime(date) if date.is_duration() || !is_day(date.as_f64()) => Value::Number(date.as_f64()),
            DataRef::DateTime(date) => Value::Date(*date),
            DataRef::DateTimeIso(text) => Value::IsoDate(text),
            DataRef::DurationIso(text) => Value::Text(text),
            DataRef::Error(error) => Value::Error(error_text(error)),
            DataRef::Empty => Value::Unevaluated(formula?),
        })
    }

    pub fn kind(self) -> CellKind {
        match self {
            Value::Text(_) => CellKind::Text,
            Value::Number(_) => CellKind::Number,
            Value::Date(_) | Value::IsoDate(_) | Value::Day { .. } => CellKind::Date,
            Value::Boolean(_) => CellKind::Boolean,
            Value::Error(_) => CellKind::Error,
            Value::Unevaluated(_) => CellKind::Unevaluated,
        }
    }

    /// The content as `RawCell` keeps it.
    pub fn text(self) -> Cow<'a, str> {
        match self {
            Value::Text(text) | Value::Error(text) | Value::Day { text, .. } => text.into(),
            Value::Unevaluated(formula) if formula.starts_with('=') => formula.into(),
            Value::Unevaluated(formula) => format!("={formula}").into(),
            Value::Number(number) => number_text(number).into(),
            Value::Date(date) => date_text(date).into(),
            Value::IsoDate(text) => iso_text(text).into(),
            Value::Boolean(true) => "TRUE".into(),
            Value::Boolean(false) => "FALSE".into(),
        }
    }

    /// The number as stored, for number and date cells.
    pub fn number(self) -> Option<f64> {
        match self {
            Value::Number(number) => Some(number),
            Value::Date(date) => Some(date.as_f64()),
            Value::Day { number, .. } => number,
            Value::Text(_) | Value::IsoDate(_) | Value::Boolean(_) | Value::Error(_) | Value::Unevaluated(_) => None,
        }
    }
}

/// Whether a serial is a day that Excel itself can show.
fn is_day(serial: f64) -> bool {
    (0.0..2_958_466.0).contains(&serial)
}

fn error_text(error: &calamine::CellErrorType) -> &'static str {
    use calamine::CellErrorType::*;
    match error {
        Div0 => "#DIV/0!",
        NA => "#N/A",
        Name => "#NAME?",
        Null => "#NULL!",
        Num => "#NUM!",
        Ref => "#REF!",
        Value => "#VALUE!",
        GettingData => "#GETTING_DATA",
    }
}

/// The shortest decimal that reads back as the same number; very large and very small ones with an exponent.
fn number_text(number: f64) -> String {
    let size = number.abs();
    // Whole numbers are most of all, and printed faster as such; up to here each is its own double.
    if number.fract() == 0.0 && size < 1e15 && (number != 0.0 || number.is_sign_positive()) {
        return (number as i64).to_string();
    }
    if size >= 1e16 || (size < 1e-5 && size > 0.0) { format!("{number:e}") } else { format!("{number}") }
}

/// `YYYY-MM-DD`, with ` HH:MM:SS` behind it where there is a time.
fn date_text(date: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if date.as_f64().fract() == 0.0 {
        let digit = |number: u16, place: u16| char::from(b'0' + (number / place % 10) as u8);
        let (month, day) = (u16::from(month), u16::from(day));
        // Written out, because every row has several of them.
        return [
            digit(year, 1000),
            digit(year, 100),
            digit(year, 10),
            digit(year, 1),
            '-',
            digit(month, 10),
            digit(month, 1),
            '-',
            digit(day, 10),
            digit(day, 1),
        ]
        .iter()
        .collect();
    }
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

/// `2019-08-01T00:00:00` as `2019-08-01`.
fn iso_text(text: &str) -> String {
    let text = text.trim().trim_end_matches('Z');
    match text.split_once('T') {
        Some((date, time)) if time.split('.').next().is_some_and(|t| t == "00:00:00") => date.to_string(),
        Some((date, time)) => format!("{date} {}", time.split('.').next().unwrap_or(time)),
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn numbers_keep_their_shortest_decimal() {
        for (number, text) in [
            (12.0, "12"),
            (12.5, "12.5"),
            (-3.0, "-3"),
            (0.0, "0"),
            (-0.0, "-0"),
            (999_999_999_999_999.0, "999999999999999"),
            (1e15, "1000000000000000"),
            (198_501_012_010_011_001.0, "1.98501012010011e17"),
            (69_760_306.0, "69760306"),
            (1.006, "1.006"),
        ] {
            assert_eq!(number_text(number), text);
            assert_eq!(text.parse::<f64>().unwrap(), number);
        }
    }

    #[test]
    fn serials_become_iso_dates() {
        let date = |serial| ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false);
        assert_eq!(date_text(date(43_678.0)), "2019-08-01");
        assert_eq!(date_text(date(43_678.5)), "2019-08-01 12:00:00");
        assert_eq!(iso_text("2019-08-01T00:00:00"), "2019-08-01");
        assert_eq!(iso_text("2019-08-01T07:30:00.000Z"), "2019-08-01 07:30:00");
        assert_eq!(iso_text("2019-08-01"), "2019-08-01");
    }

    #[test]
    fn a_serial_that_is_no_day_stays_a_number() {
        let date = DataRef::DateTime(ExcelDateTime::new(-1.0, ExcelDateTimeType::DateTime, false));
        assert_eq!(Value::of(&date, None).map(Value::kind), Some(CellKind::Number));
    }
}
