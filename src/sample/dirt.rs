//! Where dirt lands in a sample: which cells, which rows, and a record of all of it.

use crate::model::artifact::{PlainCell, PlainSheet, PlainWorkbook};
use crate::model::status::JenisKelamin;
use crate::model::tanggal::tanggal_in_words;
use crate::sample::Wanted;
use crate::sample::columns::{Soil, text};
use crate::sample::names::full_name;
use crate::sample::rng::Rng;
use crate::sample::sheets::Made;
use crate::sample::spoil::{Spoiled, spoil};

/// One place where the sample was spoiled on purpose, so that a checker can be held against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dirt {
    /// Path of the workbook, as in `PlainWorkbook::path`.
    pub path: String,
    pub sheet: String,
    /// Row in the sheet, from zero.
    pub row: u32,
    /// Column in the sheet, from zero; 0 where a whole row is meant.
    pub col: u32,
    /// Line of the catalogue of dirt: `D1` to `D22` (domain §3.3).
    pub shape: &'static str,
    /// Whether a reader can still be sure of what was meant.
    pub harmless: bool,
}

/// Spoils the sheets of one workbook in place.
pub(super) fn soil(wanted: &Wanted, rng: &mut Rng, made: &mut Made) -> Vec<Dirt> {
    let permille = wanted.dirt_permille;
    let mut record = Vec::new();
    let PlainWorkbook { path, sheets } = &mut made.workbook;
    for sheet in sheets {
        let mut job = Job { rng: &mut *rng, path, record: &mut record };
        match made.columns {
            Some(columns) => {
                let soils: Vec<Soil> = columns.iter().map(|column| column.soil).collect();
                job.cells(sheet, &soils, permille);
                job.duplicates(sheet, permille);
                job.number_row(sheet);
                job.footer(sheet, wanted);
            }
            None => job.unit_tables(sheet, permille),
        }
    }
    record
}

struct Job<'a> {
    rng: &'a mut Rng,
    path: &'a str,
    record: &'a mut Vec<Dirt>,
}

impl Job<'_> {
    /// Notes a spoiled data row, counted from zero under the header.
    fn note(&mut self, sheet: &PlainSheet, data_row: usize, col: usize, shape: &'static str, harmless: bool) {
        let row = (sheet.titles.len() + 1 + data_row) as u32;
        let (path, sheet) = (self.path.to_string(), sheet.name.clone());
        self.record.push(Dirt { path, sheet, row, col: col as u32, shape, harmless });
    }

    /// Spoils cells so that about `permille` of all cells of the sheet are dirty, though some columns never are.
    fn cells(&mut self, sheet: &mut PlainSheet, soils: &[Soil], permille: u32) {
        let dirty_columns = soils.iter().filter(|soil| **soil != Soil::Clean).count().max(1) as u32;
        let chance = (permille * soils.len() as u32 / dirty_columns).clamp(u32::from(permille > 0), 1000);
        for row in 0..sheet.rows.len() {
            for (col, soil) in soils.iter().enumerate() {
                if *soil == Soil::Clean || !self.rng.chance(chance) {
                    continue;
                }
                let Some(Spoiled { cell, shape, harmless }) = spoil(self.rng, *soil, &sheet.rows[row][col]) else {
                    continue;
                };
                // Some shapes leave some values as they are: `Perawat Penyelia` has no older name.
                if cell != sheet.rows[row][col] {
                    sheet.rows[row][col] = cell;
                    self.note(sheet, row, col, shape, harmless);
                }
            }
        }
    }

    /// Some people stand in the list twice, every second of them under another name (D15).
    fn duplicates(&mut self, sheet: &mut PlainSheet, permille: u32) {
        let people = sheet.rows.len();
        if people < 2 {
            return;
        }
        let named = sheet.headers.iter().position(|header| header == "NAMA");
        for turn in 0..(people * permille as usize / 4000).max(1) {
            let twin = self.rng.between(0, people as i32 - 1) as usize;
            let mut row = sheet.rows[twin].clone();
            if let (1, Some(col)) = (turn % 2, named) {
                row[col] = PlainCell::Text(full_name(self.rng, JenisKelamin::Perempuan));
            }
            sheet.rows.push(row);
            self.note(sheet, sheet.rows.len() - 1, 0, "D15", false);
        }
    }

    /// The row `1 2 3 …` under the header (D7). Everything noted before moves down by one.
    fn number_row(&mut self, sheet: &mut PlainSheet) {
        for dirt in self.record.iter_mut().filter(|dirt| dirt.sheet == sheet.name) {
            dirt.row += 1;
        }
        let numbers = (1..=sheet.headers.len()).map(|number| PlainCell::Number(number as f64));
        sheet.rows.insert(0, numbers.collect());
        self.note(sheet, 0, 0, "D7", true);
    }

    /// A totals row and a signature whose NIP looks like a person (D8).
    fn footer(&mut self, sheet: &mut PlainSheet, wanted: &Wanted) {
        let width = sheet.headers.len();
        let people = sheet.rows.len() - 1;
        let mut line = |cells: &[(usize, PlainCell)]| {
            let mut row = vec![PlainCell::Empty; width];
            for (col, cell) in cells {
                row[*col] = cell.clone();
            }
            sheet.rows.push(row);
        };
        let daerah = &wanted.daerah;
        let place_and_day = format!("{}, {}", daerah.ibu_kota, tanggal_in_words(wanted.periode.first_day()));
        line(&[(0, text("JUMLAH")), (3, PlainCell::Number(people as f64))]);
        line(&[]);
        line(&[(2, text(&place_and_day))]);
        line(&[(2, text("Kepala BKPSDM,"))]);
        line(&[]);
        line(&[(2, text("CONTOH PEJABAT, S.Sos., M.Si."))]);
        line(&[(2, text("Pembina Utama Muda"))]);
        line(&[(2, text("NIP. 19700101 199503 1 001"))]);
        let last = sheet.rows.len();
        for row in [last - 8, last - 6, last - 5, last - 3, last - 2, last - 1] {
            self.note(sheet, row, if row == last - 8 { 0 } else { 2 }, "D8", true);
        }
    }

    /// Dapodik rows listed twice, rombel lost where there are teachers (D15, D16), unit names misspelled (D14).
    fn unit_tables(&mut self, sheet: &mut PlainSheet, permille: u32) {
        let column = |name: &str| sheet.headers.iter().position(|header| header == name);
        let (rombel, guru, npsn, unit) = (column("Rombel"), column("Guru"), column("NPSN"), column("NAMA UNIT KERJA"));
        let rows = sheet.rows.len();
        if let Some(col) = unit {
            let soils: Vec<Soil> =
                (0..sheet.headers.len()).map(|c| if c == col { Soil::Unit } else { Soil::Clean }).collect();
            self.cells(sheet, &soils, permille / soils.len() as u32);
        }
        let (Some(rombel), Some(guru), Some(_), true) = (rombel, guru, npsn, rows > 3) else { return };
        for _ in 0..(rows * permille as usize / 1000).max(1) {
            let row = self.rng.between(0, rows as i32 - 1) as usize;
            if matches!(sheet.rows[row][guru], PlainCell::Number(guru) if guru > 0.0) {
                sheet.rows[row][rombel] = PlainCell::Number(0.0);
                self.note(sheet, row, rombel, "D16", false);
            }
        }
        for _ in 0..(rows * permille as usize / 1000).max(1) {
            let twin = self.rng.between(0, rows as i32 - 1) as usize;
            sheet.rows.push(sheet.rows[twin].clone());
            self.note(sheet, sheet.rows.len() - 1, 0, "D15", false);
        }
    }
}
