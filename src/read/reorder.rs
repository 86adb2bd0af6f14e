//! Cells of a sheet whose rows are out of order, kept small until all of them are there.

use super::value::Value;
use crate::model::cells::{CellKind, CellSink, Gathering, RawCell, RawRow, SheetCell};

/// Cells in the order of the file. Neighbouring ones keep each text once, as the rows of a table do.
#[derive(Default)]
pub(super) struct Unordered {
    /// Cells of one row whose columns ascend; a row may have several of these.
    rows: Vec<RawRow>,
    /// From which of them on, and how many cells of theirs, are not yet put together.
    apart: (usize, usize),
    gathering: Gathering,
    /// Numbers that the text does not tell, with the place in `rows` and the column.
    numbers: Vec<(usize, u32, f64)>,
}

impl Unordered {
    pub fn take(&mut self, row: u32, col: u32, value: Value<'_>) {
        let goes_on = |last: &RawRow| last.row == row && last.last_col().is_none_or(|last| last < col);
        if !self.rows.last().is_some_and(goes_on) {
            if Gathering::is_enough(self.apart.1) {
                self.gathering.join(&mut self.rows[self.apart.0..]);
                self.apart = (self.rows.len(), 0);
            }
            self.rows.push(self.gathering.begin(row));
        }
        let at = self.rows.len() - 1;
        let text = value.text();
        if let Some(number) = value.number().filter(|number| text.parse() != Ok(*number)) {
            self.numbers.push((at, col, number));
        }
        self.rows[at].put(RawCell { col, kind: value.kind(), text: &text });
        self.apart.1 += 1;
    }

    /// Gives all cells row by row in order; of two cells at one place the last one counts.
    pub fn hand_over<S: CellSink>(mut self, sink: &mut S) -> Result<(), S::Error> {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by_key(|&at| self.rows[at].row);
        let mut waiting: Vec<SheetCell> = Vec::new();
        for at in order {
            let row = std::mem::take(&mut self.rows[at]);
            if waiting.last().is_some_and(|last| last.row != row.row) {
                hand_over(&mut waiting, sink)?;
            }
            waiting.extend(row.cells().map(|cell| self.sheet_cell(at, row.row, cell)));
        }
        hand_over(&mut waiting, sink)
    }

    fn sheet_cell(&self, at: usize, row: u32, cell: RawCell<'_>) -> SheetCell {
        let RawCell { col, kind, text } = cell;
        let of_text = || if kind == CellKind::Number { text.parse().ok() } else { None };
        let known = self.numbers.binary_search_by_key(&(at, col), |(at, col, _)| (*at, *col));
        let number = known.map_or_else(|_| of_text(), |known| Some(self.numbers[known].2));
        SheetCell { row, col, kind, text: text.into(), number }
    }
}

/// Gives the waiting cells in order; of two cells at one place the last one counts.
pub(super) fn hand_over<S: CellSink>(waiting: &mut Vec<SheetCell>, sink: &mut S) -> Result<(), S::Error> {
    if !waiting.is_sorted_by(|a, b| (a.row, a.col) < (b.row, b.col)) {
        waiting.reverse();
        waiting.sort_by_key(|cell| (cell.row, cell.col));
        waiting.dedup_by_key(|cell| (cell.row, cell.col));
    }
    waiting.drain(..).try_for_each(|cell| sink.cell(cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Told(Vec<String>);

    impl CellSink for Told {
        type Error = ();

        fn sheet(&mut self, _: &str, _: bool) -> Result<(), ()> {
            Ok(())
        }

        fn cell(&mut self, cell: SheetCell) -> Result<(), ()> {
            self.0.push(format!("{}.{} {:?} {} {:?}", cell.row, cell.col, cell.kind, cell.text, cell.number));
            Ok(())
        }
    }

    #[test]
    fn cells_come_in_order_with_their_numbers_and_the_last_of_a_place_counts() {
        let mut cells = Unordered::default();
        let day = |text, number| Value::Day { text, number };
        cells.take(3, 1, Value::Text("bawah"));
        cells.take(3, 0, Value::Number(0.1));
        cells.take(1, 0, day("2026-11-01", Some(46_327.0)));
        cells.take(1, 2, Value::Number(5.0));
        cells.take(3, 1, Value::Text("bawah lagi"));
        cells.take(1, 0, day("2026-11-02", None));
        cells.take(2, 0, day("2026-11-03", Some(46_329.5)));
        let mut told = Told(Vec::new());
        cells.hand_over(&mut told).unwrap();
        assert_eq!(
            told.0,
            [
                "1.0 Date 2026-11-02 None",
                "1.2 Number 5 Some(5.0)",
                "2.0 Date 2026-11-03 Some(46329.5)",
                "3.0 Number 0.1 Some(0.1)",
                "3.1 Text bawah lagi None",
            ]
        );
    }

    #[test]
    fn many_cells_in_reverse_come_in_order_too() {
        let mut cells = Unordered::default();
        for row in (0..9_000).rev() {
            for col in [2, 1, 0] {
                cells.take(row, col, Value::Number(f64::from(row * 10 + col)));
            }
        }
        let mut told = Told(Vec::new());
        cells.hand_over(&mut told).unwrap();
        let place = |at: u32| (at / 3, at % 3, at / 3 * 10 + at % 3);
        let expected = (0..27_000).map(place).map(|(row, col, n)| format!("{row}.{col} Number {n} Some({n}.0)"));
        assert!(told.0.into_iter().eq(expected));
    }
}
