//! What was changed in the sheets of a returned workbook that are results and no forms: told (D-346) and never believed.
//!
//! A hidden sheet keeps a print of each cell as it was written. A row that stands elsewhere, as after sorting, is no change.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::lembar::{self, Lembar};
use crate::finding::{Finding, Place, catalogue};
use crate::model::angka::ribuan;
use crate::model::sidik::{KOLOM_SIDIK, LEMBAR_SIDIK, Sidik, SidikLembar};
use crate::read::book::{Book, Flow};
use crate::read::refusal::Refusal;
use crate::read::value::Value;
use crate::settings::Batas;

/// So many cells of a sheet are told one by one, and so many rows by their numbers.
const MOST_TOLD: usize = 10;

/// Rows that are gone are not held against new ones where there are more pairs: they are told as they are.
const MOST_PAIRS: usize = 1_000_000;

/// D-346 for every sheet whose cells are not as they were written; nothing where the workbook keeps no prints.
pub(super) fn told(bytes: &Arc<Vec<u8>>, file: &str, batas: &Batas) -> Result<Vec<Finding>, Refusal> {
    let mut opened = Book::open(bytes, batas)?;
    let names: Vec<String> = opened.book.sheets().into_iter().map(|sheet| sheet.name).collect();
    if !names.iter().any(|name| name == LEMBAR_SIDIK) {
        return Ok(Vec::new());
    }
    // The prints stand behind the sheets they are of, and a reading child hands over each sheet once.
    let (mut sheets, mut kept) = (Vec::new(), None);
    for name in names {
        if name == LEMBAR_SIDIK {
            kept = Some(Lembar::read(&mut opened.book, LEMBAR_SIDIK, Place::sheet(file, LEMBAR_SIDIK), batas)?);
            continue;
        }
        let mut now = SidikLembar::default();
        opened.book.stream(&name, batas, |row, col, value| {
            now.put(row, col, print(value));
            Flow::More
        })?;
        sheets.push((name, now));
    }
    let prints = kept.as_ref().and_then(prints).unwrap_or_default();
    let differing = |(name, now): &(String, SidikLembar)| {
        let beda = Beda::of(prints.get(name)?, now);
        (beda != Beda::default()).then(|| (name.clone(), beda))
    };
    let differing: Vec<(String, Beda)> = sheets.iter().filter_map(differing).collect();
    if differing.is_empty() {
        return Ok(Vec::new());
    }
    let mut opened = Book::open(bytes, batas)?;
    let mut findings = Vec::new();
    for (name, beda) in differing {
        let texts = texts(&mut opened.book, &name, &beda.sel, batas)?;
        beda.tell(&Place::sheet(file, name), &texts, &mut findings);
    }
    Ok(findings)
}

/// The prints by sheet; `None` where the hidden sheet is not as it was written.
fn prints(kept: &Lembar) -> Option<BTreeMap<String, SidikLembar>> {
    let header = kept.header(&KOLOM_SIDIK, &KOLOM_SIDIK)?;
    let mut sheets: BTreeMap<String, SidikLembar> = BTreeMap::new();
    for &row in kept.rows.range(header.row + 1..).map(|(row, _)| row) {
        let [sheet, first, letters] = std::array::from_fn(|at| kept.text(row, header.cols[at]));
        sheets.entry(sheet.to_string()).or_default().take(first.parse().ok()?, letters)?;
    }
    Some(sheets)
}

fn print(value: Value<'_>) -> Sidik {
    let number = value.number().map(Sidik::of_number);
    number.or_else(|| day(value)).unwrap_or_else(|| Sidik::of_text(&value.text()))
}

/// A day of a format that keeps days as text.
fn day(value: Value<'_>) -> Option<Sidik> {
    let (Value::IsoDate(_) | Value::Day { .. }) = value else { return None };
    value.text().parse().ok().map(Sidik::of_day)
}

/// The first of these cells as they read now.
fn texts(
    book: &mut Book<'_>,
    sheet: &str,
    cells: &[(u32, u32)],
    batas: &Batas,
) -> Result<BTreeMap<(u32, u32), String>, Refusal> {
    let wanted: BTreeSet<(u32, u32)> = cells.iter().take(MOST_TOLD).copied().collect();
    let mut texts = BTreeMap::new();
    book.stream(sheet, batas, |row, col, value| {
        if wanted.contains(&(row, col)) {
            let text = lembar::text(value);
            // As the sheet shows it.
            let shown = if let Value::Number(_) = value { text.replace('.', ",") } else { text };
            texts.insert((row, col), shown);
        }
        if texts.len() < wanted.len() { Flow::More } else { Flow::Enough }
    })?;
    Ok(texts)
}

type Baris = BTreeMap<u32, Vec<Sidik>>;

/// How a sheet differs from what was written.
#[derive(Debug, Default, PartialEq, Eq)]
struct Beda {
    /// Cells that hold something else, in their order.
    sel: Vec<(u32, u32)>,
    /// Rows that were put in, and how many are gone.
    tambahan: Vec<u32>,
    hilang: usize,
}

impl Beda {
    fn of(was: &SidikLembar, now: &SidikLembar) -> Beda {
        let open: BTreeSet<usize> = was.rows().values().flat_map(|cells| open_columns(cells)).collect();
        let (mut was, mut now) = (locked(was, &open), locked(now, &open));
        let same: Vec<u32> =
            now.iter().filter(|(row, cells)| was.get(row) == Some(cells)).map(|(row, _)| *row).collect();
        for row in same {
            was.remove(&row);
            now.remove(&row);
        }
        leave_out_moved(&mut was, &mut now);
        let mut beda = Beda::default();
        for (row, cells) in &now {
            match nearest(*row, cells, &was, now.len()) {
                Some(before) => {
                    let before = was.remove(&before).unwrap_or_default();
                    beda.sel.extend(differing(cells, &before).map(|col| (*row, col)));
                }
                None => beda.tambahan.push(*row),
            }
        }
        beda.hilang = was.len();
        beda
    }

    fn tell(&self, place: &Place, texts: &BTreeMap<(u32, u32), String>, findings: &mut Vec<Finding>) {
        let mut tell = |place: Place, value: &str, problem: String| {
            findings.push(Finding::new(&catalogue::LEMBAR_HASIL_DIUBAH, place, value, problem));
        };
        for &(row, col) in self.sel.iter().take(MOST_TOLD) {
            let value = texts.get(&(row, col)).map_or("", String::as_str);
            let done = if value.is_empty() { "dikosongkan".into() } else { format!("diubah menjadi “{value}”") };
            let problem =
                format!("sel ini {done} sesudah berkas hasil dibuat, padahal bukan sel isian; yang berlaku isi semula");
            tell(place.at(row, col), value, problem);
        }
        let others = self.sel.len().saturating_sub(MOST_TOLD);
        if others > 0 {
            let problem = format!(
                "selain sel yang disebut satu per satu, {} sel lain di lembar ini juga diubah; yang berlaku isi semula",
                ribuan(others as i64)
            );
            tell(place.clone(), "", problem);
        }
        if !self.tambahan.is_empty() {
            let mut rows: Vec<String> = self.tambahan.iter().take(MOST_TOLD).map(|row| (row + 1).to_string()).collect();
            if self.tambahan.len() > MOST_TOLD {
                rows.push("…".into());
            }
            let count = ribuan(self.tambahan.len() as i64);
            let problem =
                format!("{count} baris ditambahkan ke lembar ini (baris {}); isinya tidak dibaca", rows.join(", "));
            tell(place.clone(), "", problem);
        }
        if self.hilang > 0 {
            let problem =
                format!("{} baris dihapus dari lembar ini; isi semula tetap berlaku", ribuan(self.hilang as i64));
            tell(place.clone(), "", problem);
        }
    }
}

fn open_columns(cells: &[Sidik]) -> impl Iterator<Item = usize> {
    cells.iter().enumerate().filter(|(_, sidik)| **sidik == Sidik::ISIAN).map(|(col, _)| col)
}

/// The rows that hold something in columns that nobody is to fill.
fn locked(sheet: &SidikLembar, open: &BTreeSet<usize>) -> Baris {
    let cells = |cells: &[Sidik]| -> Vec<Sidik> {
        let shut = |(col, sidik): (usize, &Sidik)| if open.contains(&col) { Sidik::KOSONG } else { *sidik };
        let mut cells: Vec<Sidik> = cells.iter().enumerate().map(shut).collect();
        let used = cells.iter().rposition(|sidik| *sidik != Sidik::KOSONG).map_or(0, |last| last + 1);
        cells.truncate(used);
        cells
    };
    sheet.rows().iter().map(|(row, prints)| (*row, cells(prints))).filter(|(_, cells)| !cells.is_empty()).collect()
}

/// Takes out rows that stand elsewhere as they were.
fn leave_out_moved(was: &mut Baris, now: &mut Baris) {
    let mut places: BTreeMap<Vec<Sidik>, VecDeque<u32>> = BTreeMap::new();
    for (row, cells) in was.iter() {
        places.entry(cells.clone()).or_default().push_back(*row);
    }
    now.retain(|_, cells| match places.get_mut(cells).and_then(VecDeque::pop_front) {
        Some(row) => was.remove(&row).is_none(),
        None => true,
    });
}

/// Which row this one was: the one in its place, else the one that has most cells as it, if that is at least half of them.
fn nearest(row: u32, cells: &[Sidik], was: &Baris, rows: usize) -> Option<u32> {
    if was.contains_key(&row) {
        return Some(row);
    }
    if was.len().saturating_mul(rows) > MOST_PAIRS {
        return None;
    }
    let alike = |before: &Vec<Sidik>| {
        cells.iter().zip(before).filter(|(now, was)| now == was && **now != Sidik::KOSONG).count()
    };
    let best = was.iter().map(|(at, before)| (alike(before), std::cmp::Reverse(*at))).max()?;
    let filled = cells.iter().filter(|sidik| **sidik != Sidik::KOSONG).count();
    (best.0 * 2 >= filled).then_some(best.1.0)
}

/// The columns in which two rows differ.
fn differing(now: &[Sidik], was: &[Sidik]) -> impl Iterator<Item = u32> {
    let at = |cells: &[Sidik], col: usize| cells.get(col).copied().unwrap_or(Sidik::KOSONG);
    (0..now.len().max(was.len())).filter(move |col| at(now, *col) != at(was, *col)).map(|col| col as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> SidikLembar {
        let mut sheet = SidikLembar::default();
        for (row, cells) in (0..).zip(rows) {
            for (col, text) in (0..).zip(*cells) {
                let sidik = if *text == "?" { Sidik::ISIAN } else { Sidik::of_text(text) };
                sheet.put(row, col, sidik);
            }
        }
        sheet
    }

    fn beda(was: &[&[&str]], now: &[&[&str]]) -> (Vec<(u32, u32)>, Vec<u32>, usize) {
        let beda = Beda::of(&sheet(was), &sheet(now));
        (beda.sel, beda.tambahan, beda.hilang)
    }

    const WAS: &[&[&str]] = &[&["Nama", "Unit"], &["Ani", "SDN 1", ""], &["Budi", "SDN 2", "x"], &["Cici", "SDN 3"]];

    #[test]
    fn the_same_sheet_does_not_differ_however_it_is_sorted() {
        assert_eq!(beda(WAS, WAS), (vec![], vec![], 0));
        assert_eq!(beda(WAS, &[WAS[0], WAS[3], WAS[1], WAS[2]]), (vec![], vec![], 0));
        assert_eq!(beda(WAS, &[&[], WAS[0], WAS[1], WAS[2], WAS[3]]), (vec![], vec![], 0));
    }

    #[test]
    fn changed_filled_and_emptied_cells_are_told_where_they_stand_now() {
        let now: &[&[&str]] = &[WAS[0], &["Ani", "SDN 9", "y"], &["Budi", "SDN 2"], WAS[3]];
        assert_eq!(beda(WAS, now), (vec![(1, 1), (1, 2), (2, 2)], vec![], 0));
        // Sorted, then changed.
        let now: &[&[&str]] = &[WAS[0], WAS[3], WAS[1], &["Budi", "SDN 2", "z"]];
        assert_eq!(beda(WAS, now), (vec![(3, 2)], vec![], 0));
        // Under a row that was put in, a changed row is not in its place.
        let now: &[&[&str]] = &[WAS[0], &["baru"], WAS[1], &["Budi", "SDN 7", "x"], WAS[3]];
        assert_eq!(beda(WAS, now), (vec![(3, 1)], vec![1], 0));
    }

    #[test]
    fn rows_put_in_and_taken_out_are_told() {
        let now: &[&[&str]] = &[WAS[0], WAS[1], WAS[3], &[], &["Dedi", "SDN 4", "q"]];
        assert_eq!(beda(WAS, now), (vec![], vec![4], 1));
    }

    #[test]
    fn what_people_are_to_fill_is_no_change() {
        let was: &[&[&str]] = &[&["Nama", "Pilihan", "Kali"], &["Ani", "?", "3"]];
        assert_eq!(beda(was, &[was[0], &["Ani", "SDN 1", "3"]]), (vec![], vec![], 0));
        assert_eq!(beda(was, &[was[0], &["Ani", "SDN 1", "4"]]), (vec![(1, 2)], vec![], 0));
    }
}
