//! The page a list is printed on: the smallest paper on which its letters can be read, and where its pages end.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Column;

/// Height of a line of text, of a row that says nothing of its height, and the tallest row Excel takes; in points.
const LINE_POINTS: f64 = 12.75;
pub(super) const ROW_POINTS: f64 = 15.0;
const MAX_POINTS: f64 = 409.0;

/// Letters of a list are of 10 points; in print no smaller than 7.
const SMALLEST_PERCENT: u32 = 70;

/// Margins of a page, in inches: left and right, top, bottom; and of its foot.
const SIDE: f64 = 0.3;
const TOP: f64 = 0.5;
const BOTTOM: f64 = 0.6;
const FOOT: f64 = 0.3;
const POINTS_AN_INCH: f64 = 72.0;

/// So much of a page is counted on, and so many times that there may be: printers differ, and LibreOffice takes columns for
/// some six in a hundred wider than Excel, so that it makes all smaller and more rows go on a page.
const SURE: f64 = 0.985;
const PERHAPS: f64 = 1.1;

/// A page lying on its side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::write::workbook) struct Kertas {
    /// Excel's number of it.
    number: u8,
    /// In points.
    width: f64,
    height: f64,
}

/// A4, F4 (Excel's Folio) and A3: an office's papers, the small ones first.
const KERTAS: [Kertas; 3] = [
    Kertas { number: 9, width: 841.9, height: 595.3 },
    Kertas { number: 14, width: 936.0, height: 612.0 },
    Kertas { number: 8, width: 1190.6, height: 841.9 },
];

impl Kertas {
    /// The smallest paper on which columns of this width together, in points, are read well; the largest where none is.
    pub(super) fn for_width(points: f64) -> Kertas {
        let fits = |own: &&Kertas| own.percent(points) >= SMALLEST_PERCENT;
        *KERTAS.iter().find(fits).unwrap_or(&KERTAS[KERTAS.len() - 1])
    }

    /// How much of their size columns of this width keep where they are as wide as the page.
    fn percent(&self, points: f64) -> u32 {
        let room = self.width - 2.0 * SIDE * POINTS_AN_INCH;
        (room / points.max(1.0) * 100.0).min(100.0) as u32
    }

    /// Points of rows that a page takes.
    fn rows(&self, points: f64) -> f64 {
        let room = self.height - (TOP + BOTTOM) * POINTS_AN_INCH;
        room * SURE * 100.0 / f64::from(self.percent(points).max(1))
    }

    /// One page wide on this paper, page numbers below.
    pub(super) fn set(&self, sheet: &mut Worksheet) {
        sheet.set_paper_size(self.number).set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_margins(SIDE, SIDE, TOP, BOTTOM, FOOT, FOOT);
        sheet.set_footer("&L&8&F – &A&R&8Halaman &P dari &N");
        sheet.set_zoom(90);
    }
}

/// A4 landscape, one page wide, page numbers below.
pub(in crate::write::workbook) fn page(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    KERTAS[0].set(sheet);
    Ok(())
}

/// Width of columns together, in points, as Excel counts it: seven pixels a character and five around them.
pub(super) fn points(columns: &[Column]) -> f64 {
    columns.iter().map(|column| (column.width * 7.0 + 5.0).floor() * 0.75).sum()
}

/// How far down its page a list has come, as far as that can be known.
#[derive(Default)]
pub(super) struct Position {
    room: f64,
    used: f64,
    /// What stands on top of every later page.
    repeated: f64,
}

impl Position {
    /// The page of this paper with columns of this width, in points.
    pub(super) fn resize(&mut self, kertas: Kertas, width: f64) {
        self.room = kertas.rows(width);
    }

    pub(super) fn repeat(&mut self, points: f64) {
        self.repeated = points;
    }

    /// Whether rows of this height still go on the page.
    pub(super) fn takes(&self, points: f64) -> bool {
        self.used + points <= self.room
    }

    /// Whether some printers put rows of this height on the page and others on the next.
    pub(super) fn is_unsure_of(&self, points: f64) -> bool {
        !self.takes(points) && self.used + points <= self.room * PERHAPS
    }

    /// Goes on below a row; whatever does not fit stands on the next page.
    pub(super) fn add(&mut self, points: f64) {
        if !self.takes(points) {
            self.turn();
        }
        self.used += points;
    }

    /// Goes to the next page.
    pub(super) fn turn(&mut self) {
        self.used = self.repeated;
    }
}

/// Height of a row whose longest text takes so many lines. Programs differ in growing rows by themselves.
pub(in crate::write::workbook) fn row_points(lines: usize) -> f64 {
    (lines as f64 * LINE_POINTS + 3.0).min(MAX_POINTS)
}

/// Room for bold letters, which are wider, in a column of this width.
pub(super) fn bold(width: f64) -> f64 {
    width * 0.93
}

/// Height of a header whose longest title takes so many lines.
pub(in crate::write::workbook) fn header_points(lines: usize) -> f64 {
    (lines as f64 * LINE_POINTS + 6.0).clamp(22.0, MAX_POINTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_goes_on_the_smallest_paper_that_can_be_read() {
        let widest = |kertas: Kertas| (kertas.width - 2.0 * SIDE * POINTS_AN_INCH) / 0.7;
        let [a4, f4, a3] = KERTAS;
        for (points, kertas) in [(100.0, a4), (widest(a4), a4), (widest(a4) + 1.0, f4), (widest(f4) + 1.0, a3)] {
            assert_eq!(Kertas::for_width(points), kertas, "{points}");
        }
        assert_eq!(a4.percent(100.0), 100, "nothing is made larger");
    }

    #[test]
    fn what_does_not_fit_stands_on_the_next_page_under_the_repeated_header() {
        let mut position = Position { room: 100.0, used: 0.0, repeated: 0.0 };
        position.repeat(20.0);
        position.add(90.0);
        assert!(position.takes(10.0) && !position.takes(11.0));
        assert!(!position.is_unsure_of(10.0) && position.is_unsure_of(20.0) && !position.is_unsure_of(21.0));
        position.add(30.0);
        assert_eq!(position.used, 50.0);
    }
}
