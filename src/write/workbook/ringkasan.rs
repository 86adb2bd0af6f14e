//! Sheet *Ringkasan*: the month on one page, for those who decide.

use rust_xlsxwriter::{Format, FormatAlign, Url, XlsxError};

use super::figures::sebab_label;
use super::kalimat::{
    certificate_in_words, first_in_short, levels, people_in_words, points_in_words, spread_in_words, totals_in_short,
    verdict,
};
use super::kartu::{Card, Figure, cards};
use super::leaf::Leaf;
use super::link::anchor;
use super::style::base;
use super::table::FIRST_ROW;
use super::{Page, Sheet, Size, aturan, beban_unit, catatan_run, charts, panas, text, tidak_terpenuhi};
use crate::model::angka::ribuan;
use crate::model::rasio::sebaran;

pub(super) const SHEET: Sheet = Sheet { title: "Ringkasan", size: Size::Small, write };

/// Seven cards; charts and the heat table under the first four, words under the last three. Columns are narrow, so that the
/// heat table has its own; what else stands here takes some of them together.
const COLUMNS: u16 = 7 * CARD;
const COLUMN_PIXELS: u32 = 31;
/// Columns of a card, and of a figure beside words.
const CARD: u16 = 6;
const FIGURE: u16 = 3;
/// First column of the words, and columns of a chart.
const LEFT: u16 = 4 * CARD;
const CHART: u16 = LEFT / 2;
const CARD_ROW: u32 = 3;
const BODY_ROW: u32 = 7;
const BODY_ROWS: u32 = 30;
const ROW_PIXELS: u32 = 25;
/// Height of a line about people, under the sentence of the month.
const PEOPLE_PIXELS: u32 = 17;
/// Rows for what the audit says.
const CERTIFICATE_ROWS: u32 = 4;
/// Rows for what a point is.
const POINT_ROWS: u32 = 2;
/// Rows for what the spread of workload says.
const SPREAD_ROWS: u32 = 2;
/// Lines for open posts and their causes, and of these at most so many for posts; the rest stand on their own sheet.
const OPEN_LINES: usize = 9;
const OPEN_POSTS: usize = 6;

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    for col in 0..COLUMNS {
        sheet.set_column_width_pixels(col, COLUMN_PIXELS)?;
    }
    heading(page, sheet)?;
    for (index, card) in cards(page).iter().enumerate() {
        write_card(page, sheet, index as u16 * CARD, card)?;
    }
    for row in BODY_ROW..BODY_ROW + BODY_ROWS {
        sheet.set_row_height_pixels(row, ROW_PIXELS)?;
    }
    let half = BODY_ROWS / 2;
    let places = [(BODY_ROW, 0), (BODY_ROW, CHART), (BODY_ROW + half, CHART)];
    charts::insert(page, sheet, places, (COLUMN_PIXELS * u32::from(CHART) - 8, half * ROW_PIXELS - 8))?;
    panas::insert(page, sheet, BODY_ROW + half)?;
    let mut words = Words { page, sheet, row: BODY_ROW };
    words.open_posts()?;
    words.levels()?;
    words.certificate()?;
    words.spread()?;
    set_page(sheet)
}

fn set_page(sheet: &mut Leaf) -> Result<(), XlsxError> {
    super::table::page(sheet)?;
    sheet.set_print_fit_to_pages(1, 1).set_print_area(0, 0, BODY_ROW + BODY_ROWS - 1, COLUMNS - 1)?;
    sheet.set_print_center_horizontally(true).set_screen_gridlines(false).set_zoom(80).set_freeze_panes(CARD_ROW, 0)?;
    Ok(())
}

fn heading(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let results = page.results;
    let title = format!(
        "Ringkasan Pemerataan Pegawai – {} – {}",
        results.settings.daerah.full_name(),
        results.roster.periode.in_words()
    );
    let people = people_in_words(page);
    sheet.set_row_height_pixels(0, 32)?.set_row_height_pixels(1, 22)?;
    sheet.set_row_height_pixels(2, 8 + PEOPLE_PIXELS * people_lines(&people))?;
    if !people.is_empty() {
        merged(sheet, (2, 0), (2, COLUMNS - 1), &people, &page.style.prose)?;
    }
    merged(sheet, (0, 0), (0, COLUMNS - 1), &title, &page.style.title)?;
    merged(sheet, (1, 0), (1, COLUMNS - 1), &verdict(page), &base().set_font_size(11))
}

/// Lines that the sentences about people take across the page; none where there are none.
fn people_lines(words: &str) -> u32 {
    let characters = f64::from(COLUMN_PIXELS * u32::from(COLUMNS)) / text::PIXELS_A_CHARACTER;
    if words.is_empty() { 0 } else { text::lines(words, characters) as u32 }
}

fn write_card(page: &Page<'_>, sheet: &mut Leaf, col: u16, card: &Card) -> Result<(), XlsxError> {
    let style = &page.style;
    for (offset, pixels) in [(0, 20), (1, 34), (2, 34), (3, 12)] {
        sheet.set_row_height_pixels(CARD_ROW + offset, pixels)?;
    }
    // A white edge keeps the cards apart.
    let edge = |format: &Format| {
        let border = rust_xlsxwriter::FormatBorder::Thick;
        let white = rust_xlsxwriter::Color::White;
        let format = format.clone().set_border_left(border).set_border_left_color(white);
        format.set_border_right(border).set_border_right_color(white)
    };
    let rows = [CARD_ROW, CARD_ROW + 1, CARD_ROW + 2];
    let last = col + CARD - 1;
    merged(sheet, (rows[0], col), (rows[0], last), card.label, &edge(&style.card_label))?;
    merged(sheet, (rows[2], col), (rows[2], last), &card.note, &edge(&style.card_note))?;
    let format = edge(&style.card_value);
    let shown = match &card.value {
        Figure::Number(_) => "0",
        Figure::Text(text) => text,
    };
    merged(sheet, (rows[1], col), (rows[1], last), shown, &format)?;
    sheet.write_link(rows[1], col, to_row(card.sheet, FIRST_ROW), text::fit(shown), &format)?;
    if let Figure::Number(number) = card.value {
        sheet.write_number_with_format(rows[1], col, number, &format)?;
    }
    Ok(())
}

/// A link to a row of another sheet.
pub(super) fn to_row(sheet: &str, row: u32) -> Url {
    let cell = anchor(sheet, &format!("A{}", row + 1));
    Url::new(format!("internal:{cell}")).set_tip(format!("Buka lembar {sheet}"))
}

pub(super) fn merged(
    sheet: &mut Leaf,
    from: (u32, u16),
    to: (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.merge_range(from.0, from.1, to.0, to.1, "", format)?;
    text::put(sheet, from.0, from.1, text, format)
}

/// The right-hand side, written downwards.
struct Words<'p, 'a, 'w> {
    page: &'p Page<'a>,
    sheet: &'w mut Leaf,
    row: u32,
}

impl Words<'_, '_, '_> {
    fn section(&mut self, title: &str, link: &'static str) -> Result<(), XlsxError> {
        let format = &self.page.style.section;
        let first = COLUMNS - FIGURE;
        merged(self.sheet, (self.row, LEFT), (self.row, first - 1), title, format)?;
        let link_format = format.clone().set_font_size(8).set_align(FormatAlign::Right);
        merged(self.sheet, (self.row, first), (self.row, COLUMNS - 1), "rincian »", &link_format)?;
        self.sheet.write_link(self.row, first, to_row(link, 0), "rincian »", &link_format)?;
        self.row += 1;
        Ok(())
    }

    /// A line: words over the first columns, then right-aligned figures in the last ones. With a link it leads to the row
    /// behind it.
    fn line(
        &mut self,
        words: &str,
        figures: &[String],
        look: Line,
        link: Option<(&str, u32)>,
    ) -> Result<(), XlsxError> {
        let words_format = look.format();
        let figure_format = look.format().set_indent(0).set_align(FormatAlign::Right);
        let first_figure = COLUMNS - figures.len() as u16 * FIGURE;
        merged(self.sheet, (self.row, LEFT), (self.row, first_figure - 1), words, &words_format)?;
        for (col, figure) in (first_figure..).step_by(FIGURE.into()).zip(figures) {
            merged(self.sheet, (self.row, col), (self.row, col + FIGURE - 1), figure, &figure_format)?;
            if let Some((sheet, row)) = link.filter(|_| !text::is_risky(figure)) {
                self.sheet.write_link(self.row, col, to_row(sheet, row), text::fit(figure), &figure_format)?;
            }
        }
        self.row += 1;
        Ok(())
    }

    fn prose(&mut self, words: &str, rows: u32) -> Result<(), XlsxError> {
        let to = (self.row + rows - 1, COLUMNS - 1);
        merged(self.sheet, (self.row, LEFT), to, words, &self.page.style.prose)?;
        self.row += rows;
        Ok(())
    }

    fn open_posts(&mut self) -> Result<(), XlsxError> {
        let (results, figures) = (self.page.results, &self.page.figures);
        self.section("Yang tidak dapat dipenuhi, dan sebabnya", tidak_terpenuhi::SHEET.title)?;
        if results.plan.unfilled.is_empty() {
            self.line("Semua kebutuhan yang diketahui terpenuhi.", &[], Line::Plain, None)?;
        } else {
            self.line("Sebab", &["Jabatan".into(), "Orang".into()], Line::Head, None)?;
        }
        let counts: Vec<usize> = figures.causes.iter().map(|(_, posts, _)| *posts).collect();
        let behind = |at: usize| Some((tidak_terpenuhi::SHEET.title, FIRST_ROW + at as u32));
        for ((sebab, posts, places), named) in figures.causes.iter().zip(named(&counts)) {
            let mut open = results.plan.unfilled.iter().enumerate().filter(|(_, own)| own.sebab == *sebab).peekable();
            let first = open.peek().and_then(|(at, _)| behind(*at));
            let sums = [ribuan(*posts as i64), ribuan(*places as i64)];
            self.line(sebab_label(*sebab), &sums, Line::Plain, first)?;
            let Some(named) = named else { continue };
            for (at, unfilled) in open.take(named) {
                let post = results.needs.post(unfilled.post);
                let name = format!("• {} – {}", results.roster.unit(post.unit).nama, post.jabatan_label());
                let kurang = format!("kurang {}", ribuan(unfilled.kurang.into()));
                self.line(&name, &[kurang], Line::Small, behind(at))?;
            }
            if *posts > named {
                let more = format!("… dan {} jabatan lain", ribuan((posts - named) as i64));
                self.line(&more, &[], Line::Small, None)?;
            }
        }
        self.row = BODY_ROW + 11;
        Ok(())
    }

    fn levels(&mut self) -> Result<(), XlsxError> {
        self.section("Urutan tujuan (yang atas selalu menang)", aturan::SHEET.title)?;
        self.line("Tujuan", &["Tanpa mutasi".into(), "Rencana".into()], Line::Head, None)?;
        for (number, told) in (1..).zip(levels(self.page)) {
            self.line(&format!("{number}. {}", told.sentence), &[told.before, told.after], Line::Plain, None)?;
        }
        if let Some(words) = points_in_words(self.page) {
            self.prose(&words, POINT_ROWS)?;
        }
        // It takes the empty line, so that the page stays one.
        let words: Vec<String> = first_in_short(self.page).into_iter().chain(totals_in_short(self.page)).collect();
        if words.is_empty() {
            self.row += 1;
            return Ok(());
        }
        self.line(&words.join(". "), &[], Line::Small, None)
    }

    fn spread(&mut self) -> Result<(), XlsxError> {
        self.section("Pemerataan beban kerja antarunit", beban_unit::SHEET.title)?;
        let (before, after) = beban_unit::both(self.page.results);
        let units = self.page.results.roster.units.len();
        self.prose(&spread_in_words(sebaran(&before, &after), units), SPREAD_ROWS)
    }

    fn certificate(&mut self) -> Result<(), XlsxError> {
        self.section("Pemeriksaan ulang rencana", catatan_run::SHEET.title)?;
        let words = certificate_in_words(self.page);
        self.prose(&words, CERTIFICATE_ROWS)
    }
}

/// Open posts to name under each cause, of so many each. A cause takes the lines another one leaves; one line of its own
/// goes to how many are not named; `None` where there is no line left at all.
fn named(counts: &[usize]) -> Vec<Option<usize>> {
    let lines = OPEN_POSTS.min(OPEN_LINES - counts.len());
    let (all, fair) = (counts.iter().sum::<usize>(), lines / counts.len().max(1));
    let room = |count: usize| fair.max(lines.saturating_sub(all - count));
    let one = |&count: &usize| if count <= room(count) { Some(count) } else { room(count).checked_sub(1) };
    counts.iter().map(one).collect()
}

/// How a line of the right-hand side looks.
#[derive(Clone, Copy)]
enum Line {
    Head,
    Plain,
    Small,
}

impl Line {
    fn format(self) -> Format {
        let plain = base().set_font_size(9).set_shrink();
        match self {
            Line::Head => plain.set_bold().set_font_color(super::style::ABU_TUA),
            Line::Plain => plain,
            Line::Small => plain.set_indent(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_posts_share_the_lines_of_the_page() {
        let all = |counts: &[usize]| named(counts).into_iter().collect::<Option<Vec<usize>>>().unwrap();
        assert_eq!(all(&[]), [0; 0]);
        assert_eq!(all(&[6]), [6]);
        assert_eq!(all(&[7]), [5]);
        assert_eq!(all(&[1, 19]), [1, 4]);
        assert_eq!(all(&[3, 3]), [3, 3]);
        assert_eq!(all(&[200, 4]), [2, 2]);
    }

    #[test]
    fn whatever_causes_there_are_they_fit() {
        // As many causes as there are, with few posts or many.
        for causes in 1..=5 {
            for counts in
                (0..1 << causes).map(|many| (0..causes).map(move |at| if many >> at & 1 == 1 { 9 } else { 1 }))
            {
                let counts: Vec<usize> = counts.collect();
                let lines = |(named, all): (Option<usize>, &usize)| {
                    1 + named.map_or(0, |named| named + usize::from(named < *all))
                };
                let lines: usize = named(&counts).into_iter().zip(&counts).map(lines).sum();
                assert!(lines <= OPEN_LINES, "{counts:?} take {lines} lines");
            }
        }
    }
}
