//! Sheet *Arus Mutasi*: how many people go from where to where, as a heat table.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, ConditionalFormat2ColorScale, Format, XlsxError};

use super::figures::{by_size, flow_group};
use super::leaf::Leaf;
use super::style::Look;
use super::table::{header_points, page as page_setup, row_points};
use super::{Page, Sheet, Size, ringkasan, text};

pub(super) const SHEET: Sheet = Sheet { title: "Arus Mutasi", size: Size::Small, write };

/// Rows and columns of the table; smaller groups stand together.
const MAX_GROUPS: usize = 20;

/// Row of the header; title, note and the way back stand above it.
const HEADER: u32 = 3;

/// Widths of the labels' column and of each other group's, in characters; *Pengembangan* fits in the latter.
const LABEL_WIDTH: f64 = 40.0;
const GROUP_WIDTH: f64 = 16.0;

/// People by (from, to), both as indices into the labels.
pub(super) struct Flows {
    pub(super) labels: Vec<String>,
    pub(super) people: BTreeMap<(usize, usize), u32>,
    /// Row of the first of them on *Rencana Mutasi*.
    pub(super) first: BTreeMap<(usize, usize), u32>,
}

impl Flows {
    /// People who leave a group.
    pub(super) fn out(&self, group: usize) -> u32 {
        self.people.iter().filter(|(key, _)| key.0 == group).map(|(_, count)| count).sum()
    }

    /// People who come to a group.
    pub(super) fn into(&self, group: usize) -> u32 {
        self.people.iter().filter(|(key, _)| key.1 == group).map(|(_, count)| count).sum()
    }
}

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let flows = flows(page, MAX_GROUPS);
    let by = page.figures.flows_by;
    let note = format!("Jumlah pegawai yang diusulkan pindah menurut {by} asal (baris) dan {by} tujuan (kolom).");
    sheet.set_row_height(0, 24)?.set_column_width(0, LABEL_WIDTH)?;
    sheet.write_string_with_format(0, 0, SHEET.title, &page.style.title)?;
    text::put(sheet, 1, 0, &note, &page.style.subtitle)?;
    sheet.way_back(ringkasan::SHEET.title, &page.style.back)?;
    if flows.labels.is_empty() {
        text::put(sheet, HEADER, 0, "Tidak ada perpindahan yang diusulkan.", &page.style.subtitle)?;
    } else {
        table(page, sheet, &flows)?;
    }
    page_setup(sheet)
}

fn table(page: &Page<'_>, sheet: &mut Leaf, flows: &Flows) -> Result<(), XlsxError> {
    let (style, count) = (&page.style, flows.labels.len() as u16);
    sheet.write_string_with_format(HEADER, 0, "Dari ↓   ke →", &style.header)?;
    // Headers are bold, hence wider by about a character.
    let header_lines = flows.labels.iter().map(|label| text::lines(label, GROUP_WIDTH - 1.0)).max().unwrap_or(1);
    sheet.set_row_height(HEADER, header_points(header_lines.max(2)))?.set_freeze_panes(HEADER + 1, 1)?;
    for (at, label) in (1..).zip(&flows.labels) {
        sheet.set_column_width(at, GROUP_WIDTH)?;
        text::put(sheet, HEADER, at, label, &style.header)?;
        let row = HEADER + u32::from(at);
        sheet.set_row_height(row, row_points(text::lines(label, LABEL_WIDTH)))?;
        text::put(sheet, row, 0, label, style.of(Look::Wrap))?;
    }
    let total = style.of(Look::Count).clone().set_bold();
    let (last_row, last_col) = (HEADER + 1 + u32::from(count), count + 1);
    sheet.set_column_width(last_col, 10)?;
    sheet.write_string_with_format(HEADER, last_col, "Jumlah keluar", &style.header)?;
    sheet.write_string_with_format(last_row, 0, "Jumlah masuk", &style.of(Look::Text).clone().set_bold())?;
    for from in 0..flows.labels.len() {
        for to in 0..flows.labels.len() {
            number(sheet, (from, to), flows.people.get(&(from, to)).copied(), style.of(Look::Count))?;
        }
        number(sheet, (from, flows.labels.len()), Some(flows.out(from)), &total)?;
        number(sheet, (flows.labels.len(), from), Some(flows.into(from)), &total)?;
    }
    number(sheet, (flows.labels.len(), flows.labels.len()), Some(flows.people.values().sum()), &total)?;
    let heat = ConditionalFormat2ColorScale::new().set_minimum_color(Color::RGB(0xF3F7FB)).set_maximum_color(HOT);
    sheet.add_conditional_format(HEADER + 1, 1, last_row - 1, last_col - 1, &heat)?;
    sheet.set_repeat_rows(HEADER, HEADER)?.set_print_area(0, 0, last_row, last_col)?;
    Ok(())
}

/// Dark enough to stand out, light enough for the figure on top of it.
const HOT: Color = Color::RGB(0x7FA8D1);

/// A figure of the table; an empty cell stays empty, so that the eye finds the others.
fn number(sheet: &mut Leaf, (row, col): (usize, usize), value: Option<u32>, format: &Format) -> Result<(), XlsxError> {
    let (row, col) = (HEADER + 1 + row as u32, 1 + col as u16);
    match value {
        Some(value) => sheet.write_number_with_format(row, col, value, format)?,
        None => sheet.write_blank(row, col, format)?,
    };
    Ok(())
}

/// The largest groups by name, then the others as one; `most` rows and columns in all.
pub(super) fn flows(page: &Page<'_>, most: usize) -> Flows {
    let results = page.results;
    let group = |post| flow_group(results, &page.figures, post);
    let mut sizes: BTreeMap<&str, u64> = BTreeMap::new();
    for each in &results.plan.moves {
        *sizes.entry(group(each.from)).or_default() += 1;
        *sizes.entry(group(each.to)).or_default() += 1;
    }
    let mut names = by_size(sizes);
    let rest = if names.len() > most { names.split_off(most - 1).len() } else { 0 };
    names.sort_unstable();
    let at = |name: &str| names.binary_search(&name).unwrap_or(names.len());
    let mut people = BTreeMap::new();
    let mut first = BTreeMap::new();
    for (each, row) in results.plan.moves.iter().zip(&page.rows) {
        let pair = (at(group(each.from)), at(group(each.to)));
        *people.entry(pair).or_default() += 1;
        first.entry(pair).and_modify(|best: &mut u32| *best = (*best).min(*row)).or_insert(*row);
    }
    let mut labels: Vec<String> = names.iter().map(|name| name.to_string()).collect();
    if rest > 0 {
        labels.push(format!("{rest} lainnya"));
    }
    Flows { labels, people, first }
}
