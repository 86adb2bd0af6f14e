//! What a blank workbook lets into a cell: dropdowns, lengths, dates and numbers, with gentle words where it does not.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, XlsxError, utility};

use jiff::civil::date;

use super::DAFTAR;
use crate::model::wilayah::Wilayah;
use crate::schema::{Column, Values};

/// The last row, from zero, that is ready for entries: two thousand under the header.
pub(super) const ROWS: u32 = 2000;

/// Letters that a dropdown's own list may hold (Excel's limit).
const MOST_LETTERS: usize = 255;
/// A list in a sentence; longer ones are told by their ends.
const MOST_TOLD: usize = 110;

/// The closed list of each column; empty where there is none.
pub(super) struct Lists {
    by_column: Vec<(&'static str, Vec<String>)>,
}

impl Lists {
    pub(super) fn of(columns: &[Column], wilayah: &Wilayah) -> Lists {
        let words = |column: &Column| match column.values {
            Values::Kecamatan => kecamatan(wilayah),
            values => values.words(),
        };
        Lists { by_column: columns.iter().map(|column| (column.name, words(column))).collect() }
    }

    fn words(&self, column: &Column) -> &[String] {
        self.by_column.iter().find(|(name, _)| *name == column.name).map_or(&[], |(_, words)| words)
    }

    /// Lists too long for a dropdown of their own, in the order of their columns.
    pub(super) fn long(&self) -> Vec<&[String]> {
        let long = self.by_column.iter().filter(|(_, words)| is_long(words));
        long.map(|(_, words)| words.as_slice()).collect()
    }

    /// Where the hidden sheet holds the column's list: `='_daftar'!$A$1:$A$24`.
    fn range(&self, column: &Column) -> Option<Formula> {
        let mut long = self.by_column.iter().filter(|(_, words)| is_long(words));
        let at = long.position(|(name, _)| *name == column.name)?;
        let last = self.words(column).len() as u32 - 1;
        let cells = utility::cell_range_absolute(0, at as u16, last, at as u16);
        Some(Formula::new(format!("='{DAFTAR}'!{cells}")))
    }
}

fn is_long(words: &[String]) -> bool {
    let letters: usize = words.iter().map(|word| word.chars().count() + 1).sum();
    letters > MOST_LETTERS
}

/// By name, each once: a province has kecamatan of one name in several regencies.
fn kecamatan(wilayah: &Wilayah) -> Vec<String> {
    let mut names: Vec<String> = wilayah.kecamatan.iter().map(|kecamatan| kecamatan.nama.clone()).collect();
    names.sort();
    names.dedup();
    names
}

/// How to fill a column, for its note and for the instructions; without a full stop.
pub(super) fn in_words(column: &Column, lists: &Lists) -> String {
    let told = match column.values {
        Values::Text => "Teks",
        Values::Nip => "18 angka tanpa spasi, sebagai teks",
        Values::Kode => "Kode tanpa spasi, sebagai teks",
        Values::Tanggal => "Tanggal: hari-bulan-tahun",
        Values::TanggalSatu => "Tanggal 1: hari-bulan-tahun",
        Values::Bilangan => "Bilangan bulat",
        Values::Angka => "Angka, boleh berdesimal",
        Values::Daftar(_) | Values::Kecamatan => match lists.words(column) {
            [] => "Nama kecamatan",
            words => return choice(words),
        },
    };
    told.to_string()
}

fn choice(words: &[String]) -> String {
    let all = words.join(", ");
    match words {
        [first, .., last] if all.chars().count() > MOST_TOLD => format!("Pilih dari daftar: {first} sampai {last}"),
        _ => format!("Pilih: {all}"),
    }
}

/// The rule for the cells under a header; `None` where anything may be written.
pub(super) fn validation(col: u16, column: &Column, lists: &Lists) -> Result<Option<DataValidation>, XlsxError> {
    use DataValidationErrorStyle::{Stop, Warning};
    let new = DataValidation::new;
    let (rule, style, title, message) = match column.values {
        Values::Text | Values::Kode => return Ok(None),
        Values::Nip => (
            new().allow_text_length(DataValidationRule::EqualTo(18)),
            Warning,
            "Periksa NIP",
            "NIP atau NI PPPK terdiri atas 18 angka tanpa spasi. Mohon dicocokkan dengan SK.",
        ),
        Values::Tanggal => (
            // Nothing of a career is older than the oldest birth an NIP may tell; a bare year would be a day of 1905.
            new().allow_date(DataValidationRule::Between(date(1940, 1, 1), date(2100, 12, 31))),
            Stop,
            "Tanggal belum sesuai",
            "Mohon tulis seperti 13-08-2019 (hari-bulan-tahun). Jika tidak diterima, tulis seperti 2019-08-13.",
        ),
        Values::TanggalSatu => (
            new().allow_custom(first_of_month(col)),
            Warning,
            "Periksa tanggal",
            "TMT ini selalu tanggal 1, misalnya 01-04-2022. Mohon periksa apakah hari dan bulan tertukar.",
        ),
        Values::Bilangan => (
            new().allow_whole_number(DataValidationRule::Between(0, 1_000_000)),
            Stop,
            "Bilangan belum sesuai",
            "Mohon tulis bilangan bulat tanpa huruf, titik, atau koma.",
        ),
        Values::Angka => (
            new().allow_decimal_number(DataValidationRule::Between(0.0, 1_000_000.0)),
            Stop,
            "Angka belum sesuai",
            "Mohon tulis angka tanpa huruf; desimalnya boleh lebih dari satu angka.",
        ),
        Values::Daftar(_) => (
            dropdown(column, lists)?,
            Stop,
            "Isian di luar daftar",
            "Mohon pilih salah satu isian dari daftar di sel ini.",
        ),
        Values::Kecamatan if lists.words(column).is_empty() => return Ok(None),
        // People live beyond the border, so another name is only worth a look.
        Values::Kecamatan => (
            dropdown(column, lists)?,
            Warning,
            "Periksa kecamatan",
            "Kecamatan ini tidak ada di daftar. Mohon periksa ejaannya; kecamatan di luar daerah boleh ditulis.",
        ),
    };
    Ok(Some(rule.set_error_style(style).set_error_title(title)?.set_error_message(message)?))
}

/// True for a date on the first: a month and a day that changed places are seen at once.
fn first_of_month(col: u16) -> Formula {
    let cell = utility::row_col_to_cell(1, col);
    Formula::new(format!("=AND(ISNUMBER({cell}),DAY({cell})=1)"))
}

fn dropdown(column: &Column, lists: &Lists) -> Result<DataValidation, XlsxError> {
    match lists.range(column) {
        Some(range) => Ok(DataValidation::new().allow_list_formula(range)),
        None => DataValidation::new().allow_list_strings(lists.words(column)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law;
    use crate::model::cells::Kind;
    use crate::schema;

    #[test]
    fn only_lists_that_excel_cannot_hold_go_to_the_hidden_sheet() {
        let columns = schema::of(Kind::Pegawai).columns;
        let known = Lists::of(columns, &law::wilayah("15.02"));
        let unknown = Lists::of(columns, &Wilayah::default());
        assert_eq!((known.long().len(), unknown.long().len()), (1, 0));
        assert!(known.long()[0].contains(&"Bangko".to_string()));
    }

    #[test]
    fn a_long_list_is_told_by_its_ends() {
        let columns = schema::of(Kind::Pegawai).columns;
        let lists = Lists::of(columns, &Wilayah::default());
        let told = |name| in_words(schema::of(Kind::Pegawai).column(name).unwrap(), &lists);
        assert_eq!(told("jenis_kelamin"), "Pilih: L, P");
        assert_eq!(told("golongan"), "Pilih dari daftar: I/a sampai XVII");
        assert_eq!(told("kecamatan"), "Nama kecamatan");
    }
}
