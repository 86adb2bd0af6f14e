//! Formats of copied cells: what kind of number it is, and how grave what was found in it.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::style::{self, base};
use crate::finding::Severity;

/// How a number is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    /// Text, or a number as it is.
    General,
    /// Text that is longer than its column is wide.
    Wrapped,
    /// All digits, also of numbers Excel would print as `1.98E+17`.
    Long,
    Date,
    DateTime,
    Time,
}

/// The ground a cell stands on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    Plain,
    Header,
    Galat,
    Peringatan,
    Diperbaiki,
}

impl Ground {
    pub(super) fn of(severity: Option<Severity>) -> Ground {
        match severity {
            Some(Severity::Galat) => Ground::Galat,
            Some(Severity::Peringatan) => Ground::Peringatan,
            Some(Severity::Diperbaiki) => Ground::Diperbaiki,
            Some(Severity::Info) | None => Ground::Plain,
        }
    }
}

const NUMBERS: [Number; 6] =
    [Number::General, Number::Wrapped, Number::Long, Number::Date, Number::DateTime, Number::Time];
const GROUNDS: [Ground; 5] = [Ground::Plain, Ground::Header, Ground::Galat, Ground::Peringatan, Ground::Diperbaiki];

/// Every format of a copy, made once.
pub(super) struct Looks {
    formats: Vec<Format>,
    /// By ground.
    status: Vec<Format>,
    /// The text of the MASALAH column.
    pub(super) problem: Format,
}

impl Looks {
    pub(super) fn new() -> Looks {
        let formats = GROUNDS.iter().flat_map(|ground| NUMBERS.iter().map(|number| format(*ground, *number)));
        let status = GROUNDS.map(|ground| format(ground, Number::General).set_align(FormatAlign::Center).set_bold());
        Looks { formats: formats.collect(), status: status.to_vec(), problem: base().set_text_wrap() }
    }

    /// The word of the STATUS column.
    pub(super) fn status(&self, severity: Severity) -> &Format {
        &self.status[Ground::of(Some(severity)) as usize]
    }

    pub(super) fn of(&self, ground: Ground, number: Number) -> &Format {
        &self.formats[ground as usize * NUMBERS.len() + number as usize]
    }
}

fn format(ground: Ground, number: Number) -> Format {
    let format = match number {
        Number::General => base(),
        Number::Wrapped => base().set_text_wrap(),
        Number::Long => base().set_num_format("0"),
        Number::Date => base().set_num_format("dd-mm-yyyy"),
        Number::DateTime => base().set_num_format("dd-mm-yyyy hh:mm:ss"),
        Number::Time => base().set_num_format("hh:mm:ss"),
    };
    let severity = match ground {
        Ground::Plain => return format,
        Ground::Header => return format.set_bold().set_background_color(Color::RGB(0xE6EBF1)),
        Ground::Galat => Severity::Galat,
        Ground::Peringatan => Severity::Peringatan,
        Ground::Diperbaiki => Severity::Diperbaiki,
    };
    let format = format.set_background_color(style::fill(severity));
    // A frame shows the cell in black-and-white print too.
    match severity {
        Severity::Galat => format.set_border(FormatBorder::Medium).set_border_color(Color::RGB(0xB03030)),
        Severity::Peringatan => format.set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x9A7B00)),
        Severity::Diperbaiki | Severity::Info => format,
    }
}
