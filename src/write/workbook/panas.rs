//! The heat table of Ringkasan: how many people go from where to where, on the place of a chart.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, XlsxError};

use super::arus::{self, Flows, flows};
use super::leaf::Leaf;
use super::ringkasan::{merged, to_row};
use super::style::{BIRU_MUDA, GARIS, angka, base};
use super::table::FIRST_ROW;
use super::{Page, rencana_mutasi, text};

/// Groups with a row and a column of their own; smaller ones stand together.
const MOST_GROUPS: usize = 6;
/// Columns of the whole table, and those that a label takes at least.
const WIDTH: u16 = 12;
const LEAST_LABEL: u16 = 4;
/// Rows for all groups together, under title and header and above the sum.
const GROUP_ROWS: u32 = 12;
/// Few groups have taller rows, up to this.
const TALLEST: u32 = 4;

/// Writes it from this row down, at the left.
pub(super) fn insert(page: &Page<'_>, sheet: &mut Leaf, row: u32) -> Result<(), XlsxError> {
    let flows = flows(page, MOST_GROUPS);
    let title = format!("Perpindahan antar-{} (orang)", page.figures.flows_by);
    if flows.labels.is_empty() {
        sheet.write_string_with_format(row, 0, &title, &page.style.section)?;
        sheet.write_string_with_format(row + 1, 0, "Tidak ada usulan perpindahan.", &page.style.subtitle)?;
        return Ok(());
    }
    let groups = flows.labels.len();
    let table = Table {
        flows: &flows,
        row: row + 1,
        tall: (GROUP_ROWS / groups as u32).min(TALLEST),
        wide: (WIDTH - LEAST_LABEL) / (groups as u16 + 1),
    };
    let heading = base().set_bold().set_font_size(9).set_align(FormatAlign::Center);
    merged(sheet, (row, 0), (row, WIDTH - 1), &title, &heading)?;
    sheet.write_link(row, 0, to_row(arus::SHEET.title, 0), &title, &heading)?;
    table.header(sheet)?;
    (0..groups).try_for_each(|group| table.group(sheet, group))?;
    table.sums(sheet)
}

/// The table below its title.
struct Table<'f> {
    flows: &'f Flows,
    /// Of the header.
    row: u32,
    /// Rows and columns of a group.
    tall: u32,
    wide: u16,
}

impl Table<'_> {
    fn count(&self) -> usize {
        self.flows.labels.len()
    }

    /// Row of a group, or, after the last, of the sums.
    fn at(&self, group: usize) -> u32 {
        self.row + 1 + group as u32 * self.tall
    }

    /// First column of a group, or, after the last, of the sums; labels take what is left of them.
    fn col(&self, group: usize) -> u16 {
        WIDTH - (self.count() + 1 - group) as u16 * self.wide
    }

    /// A cell of these rows in the columns of a group.
    fn cell(
        &self,
        sheet: &mut Leaf,
        (first, last): (u32, u32),
        group: usize,
        (number, format): (Option<u32>, &Format),
    ) -> Result<(), XlsxError> {
        let col = self.col(group);
        merge(sheet, (first, col), (last, col + self.wide - 1), format)?;
        number.map_or(Ok(()), |number| sheet.write_number_with_format(first, col, number, format).map(drop))
    }

    fn header(&self, sheet: &mut Leaf) -> Result<(), XlsxError> {
        let head = cell().set_bold().set_background_color(BIRU_MUDA);
        merged(sheet, (self.row, 0), (self.row, self.col(0) - 1), "Dari ↓   ke →", &head)?;
        for group in 0..=self.count() {
            self.cell(sheet, (self.row, self.row), group, (None, &head))?;
            let word = if group == self.count() { "Jml".into() } else { (group + 1).to_string() };
            text::put(sheet, self.row, self.col(group), &word, &head)?;
        }
        Ok(())
    }

    fn group(&self, sheet: &mut Leaf, from: usize) -> Result<(), XlsxError> {
        let rows = (self.at(from), self.at(from) + self.tall - 1);
        let label = format!("{}. {}", from + 1, self.flows.labels[from]);
        let wrap = cell().set_align(FormatAlign::Left).set_text_wrap().set_indent(1);
        merged(sheet, (rows.0, 0), (rows.1, self.col(0) - 1), &label, &wrap)?;
        let most = self.flows.people.values().copied().max().unwrap_or(1);
        for to in 0..self.count() {
            let pair = (from, to);
            let Some(people) = self.flows.people.get(&pair).copied() else {
                self.cell(sheet, rows, to, (None, &cell()))?;
                continue;
            };
            let heat = cell().set_background_color(shade(people, most));
            self.cell(sheet, rows, to, (None, &heat))?;
            let behind = self.flows.first.get(&pair).copied().unwrap_or(FIRST_ROW);
            let link = to_row(rencana_mutasi::SHEET.title, behind);
            sheet.write_link(rows.0, self.col(to), link, "0", &heat)?;
            sheet.write_number_with_format(rows.0, self.col(to), people, &heat)?;
        }
        self.cell(sheet, rows, self.count(), (Some(self.flows.out(from)), &cell().set_bold()))
    }

    fn sums(&self, sheet: &mut Leaf) -> Result<(), XlsxError> {
        let (row, sum) = (self.at(self.count()), cell().set_bold());
        let label = sum.clone().set_align(FormatAlign::Left).set_indent(1);
        merged(sheet, (row, 0), (row, self.col(0) - 1), "Jumlah masuk", &label)?;
        for to in 0..self.count() {
            self.cell(sheet, (row, row), to, (Some(self.flows.into(to)), &sum))?;
        }
        self.cell(sheet, (row, row), self.count(), (Some(self.flows.people.values().sum()), &sum))
    }
}

/// The darker, the more people: of so many the most. A fill of its own, since programs paint only the first row of a merged
/// cell by a rule.
fn shade(people: u32, most: u32) -> Color {
    const LIGHT: [u32; 3] = [0xEC, 0xF2, 0xF8];
    const DARK: [u32; 3] = [0x7F, 0xA8, 0xD1];
    let mix = |at: usize| LIGHT[at] - (LIGHT[at] - DARK[at]) * people / most.max(1);
    Color::RGB(mix(0) << 16 | mix(1) << 8 | mix(2))
}

/// Several cells as one; a single one is one already.
fn merge(
    sheet: &mut Leaf,
    (top, left): (u32, u16),
    (bottom, right): (u32, u16),
    format: &Format,
) -> Result<(), XlsxError> {
    match (top, left) == (bottom, right) {
        true => sheet.write_blank(top, left, format).map(drop),
        false => sheet.merge_range(top, left, bottom, right, "", format).map(drop),
    }
}

fn cell() -> Format {
    let line = base().set_font_size(8).set_border(FormatBorder::Thin).set_border_color(GARIS);
    line.set_align(FormatAlign::Center).set_num_format(angka("#,##0")).set_shrink()
}
