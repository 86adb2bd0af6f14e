//! The heat table of Ringkasan: how many people go from where to where, on the place of a chart.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::arus::{self, Flows, flows, heat};
use super::ringkasan::{merged, to_row};
use super::style::{ABU_TUA, BIRU_MUDA, GARIS, angka, base};
use super::table::FIRST_ROW;
use super::{Page, rencana_mutasi, text};

/// Groups with a row and a column of their own; smaller ones stand together.
const MOST_GROUPS: usize = 6;
/// Columns of a label; one for each group and one for the sum follow.
const LABEL: u16 = 5;
/// Rows for all groups together, under title and header and above the sum.
const GROUP_ROWS: u32 = 12;
/// Few groups have taller rows, up to this.
const TALLEST: u32 = 3;

/// Writes it from this row down, at the left.
pub(super) fn insert(page: &Page<'_>, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
    let flows = flows(page, MOST_GROUPS);
    let title = format!("Perpindahan antar-{} (orang)", page.figures.flows_by);
    if flows.labels.is_empty() {
        sheet.write_string_with_format(row, 0, &title, &page.style.section)?;
        sheet.write_string_with_format(row + 1, 0, "Tidak ada usulan perpindahan.", &page.style.subtitle)?;
        return Ok(());
    }
    let table = Table { flows: &flows, row: row + 1, tall: (GROUP_ROWS / flows.labels.len() as u32).min(TALLEST) };
    let last = LABEL + MOST_GROUPS as u16;
    let heading = base().set_bold().set_font_size(9).set_align(FormatAlign::Center);
    merged(sheet, (row, 0), (row, last), &title, &heading)?;
    sheet.write_url_with_format(row, 0, to_row(arus::SHEET.title, 0, &title), &heading)?;
    table.header(sheet)?;
    (0..flows.labels.len()).try_for_each(|group| table.group(sheet, group))?;
    table.sums(sheet)
}

/// The table below its title.
struct Table<'f> {
    flows: &'f Flows,
    /// Of the header.
    row: u32,
    /// Rows of a group.
    tall: u32,
}

impl Table<'_> {
    fn count(&self) -> usize {
        self.flows.labels.len()
    }

    /// Row of a group, or, after the last, of the sums.
    fn at(&self, group: usize) -> u32 {
        self.row + 1 + group as u32 * self.tall
    }

    fn col(&self, group: usize) -> u16 {
        LABEL + group as u16
    }

    fn header(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let head = cell().set_bold().set_background_color(BIRU_MUDA);
        merged(sheet, (self.row, 0), (self.row, LABEL - 1), "Dari ↓   ke →", &head)?;
        for group in 0..self.count() {
            text::put(sheet, self.row, self.col(group), &(group + 1).to_string(), &head)?;
        }
        text::put(sheet, self.row, self.col(self.count()), "Jml", &head)
    }

    fn group(&self, sheet: &mut Worksheet, from: usize) -> Result<(), XlsxError> {
        let (first, last) = (self.at(from), self.at(from) + self.tall - 1);
        let label = format!("{}. {}", from + 1, self.flows.labels[from]);
        let wrap = cell().set_align(FormatAlign::Left).set_text_wrap();
        merged(sheet, (first, 0), (last, LABEL - 1), &label, &wrap)?;
        for to in 0..self.count() {
            let col = self.col(to);
            merge(sheet, (first, last), col, &cell())?;
            let Some(people) = self.flows.people.get(&(from, to)) else { continue };
            let behind = self.flows.first.get(&(from, to)).copied().unwrap_or(FIRST_ROW);
            let link = to_row(rencana_mutasi::SHEET.title, behind, "0");
            sheet.write_url_with_format(first, col, link, &cell())?;
            sheet.write_number_with_format(first, col, *people, &cell())?;
        }
        let sum = cell().set_bold();
        merge(sheet, (first, last), self.col(self.count()), &sum)?;
        sheet.write_number_with_format(first, self.col(self.count()), self.flows.out(from), &sum)?;
        Ok(())
    }

    fn sums(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let (row, sum) = (self.at(self.count()), cell().set_bold());
        merged(sheet, (row, 0), (row, LABEL - 1), "Jumlah masuk", &sum.clone().set_align(FormatAlign::Left))?;
        for to in 0..self.count() {
            sheet.write_number_with_format(row, self.col(to), self.flows.into(to), &sum)?;
        }
        let all: u32 = self.flows.people.values().sum();
        sheet.write_number_with_format(row, self.col(self.count()), all, &sum)?;
        sheet.add_conditional_format(self.at(0), LABEL, row - 1, self.col(self.count()) - 1, &heat())?;
        Ok(())
    }
}

/// Rows of a group in one column as one cell; a single row is one already.
fn merge(sheet: &mut Worksheet, (first, last): (u32, u32), col: u16, format: &Format) -> Result<(), XlsxError> {
    match first == last {
        true => sheet.write_blank(first, col, format).map(drop),
        false => sheet.merge_range(first, col, last, col, "", format).map(drop),
    }
}

fn cell() -> Format {
    let line = base().set_font_size(8).set_border(FormatBorder::Thin).set_border_color(GARIS);
    line.set_align(FormatAlign::Center).set_num_format(angka("#,##0")).set_shrink().set_font_color(ABU_TUA)
}
