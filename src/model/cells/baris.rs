//! One row of a table. A region's tables have millions of cells, so neighbouring rows keep their texts
//! together, each text once.

mod block;

use std::ops::Range;
use std::sync::Arc;

use super::CellKind;
use block::Block;

pub use block::Gathering;

/// One cell that is not empty, with its column counted from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawCell<'t> {
    pub col: u32,
    pub kind: CellKind,
    pub text: &'t str,
}

impl RawCell<'_> {
    /// A number of all 18 digits of an NIP.
    pub fn is_whole_nip(self) -> bool {
        self.kind == CellKind::Number && self.text.len() == 18 && self.text.bytes().all(|b| b.is_ascii_digit())
    }
}

/// One row of a table: only cells of known columns, in column order. `row` is counted from zero in the sheet.
#[derive(Clone, Debug, Default)]
pub struct RawRow {
    pub row: u32,
    /// Whether it has a cell that the file does not have in this row.
    is_filled: bool,
    cells: Held,
}

/// Where the cells of a row are.
#[derive(Clone, Debug)]
enum Held {
    Own(Box<Own>),
    /// These cells of a block.
    Shared(Arc<Block>, Range<u16>),
}

/// The cells of one row that may still get others.
#[derive(Clone, Debug, Default)]
struct Own {
    slots: Vec<Slot>,
    /// The texts of all cells, one behind the other.
    text: String,
}

/// A cell without its text, which ends at `end` and begins where the one before ends.
#[derive(Clone, Copy, Debug)]
struct Slot {
    end: u32,
    col: u16,
    kind: CellKind,
}

impl Default for Held {
    fn default() -> Held {
        Held::Own(Box::default())
    }
}

impl PartialEq for RawRow {
    fn eq(&self, other: &RawRow) -> bool {
        self.row == other.row && self.is_filled == other.is_filled && self.cells().eq(other.cells())
    }
}

impl Eq for RawRow {}

impl RawRow {
    /// A row without cells.
    pub fn new(row: u32) -> RawRow {
        RawRow { row, ..RawRow::default() }
    }

    /// A row with these cells, in any order; of two in one column the last one counts.
    pub fn of<'t>(row: u32, cells: impl IntoIterator<Item = RawCell<'t>>) -> RawRow {
        let mut of = RawRow::new(row);
        cells.into_iter().for_each(|cell| of.put(cell));
        of
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn len(&self) -> usize {
        match &self.cells {
            Held::Own(own) => own.slots.len(),
            Held::Shared(_, cells) => cells.len(),
        }
    }

    /// The column of the last cell.
    pub fn last_col(&self) -> Option<u32> {
        Some(self.at(self.len().checked_sub(1)?).col)
    }

    /// The cells in column order.
    pub fn cells(&self) -> Cells<'_> {
        Cells { row: self, next: 0 }
    }

    /// The cell of a column.
    pub fn cell(&self, col: u32) -> Option<RawCell<'_>> {
        let at = match &self.cells {
            Held::Own(own) => own.slots.binary_search_by_key(&col, |slot| u32::from(slot.col)).ok()?,
            Held::Shared(block, cells) => block.slots(cells).binary_search_by_key(&col, |slot| slot.col()).ok()?,
        };
        Some(self.at(at))
    }

    /// Takes a cell in, in place of one in the same column.
    ///
    /// # Panics
    /// When the column or the length of the row is beyond what a sheet of Excel can have.
    pub fn put(&mut self, cell: RawCell<'_>) {
        let own = self.own();
        let is_last = own.slots.last().is_none_or(|last| u32::from(last.col) < cell.col);
        if !is_last {
            return self.put_within(cell);
        }
        own.text.push_str(cell.text);
        let end = u32::try_from(own.text.len()).expect("the texts of a row stay within the memory of a file");
        let col = u16::try_from(cell.col).expect("the readers keep to the columns of Excel");
        own.slots.push(Slot { end, col, kind: cell.kind });
    }

    /// Takes in what stands elsewhere in the file and holds for this row too, unless it has a cell of its own there.
    pub fn fill(&mut self, cell: RawCell<'_>) {
        if self.cell(cell.col).is_none() {
            self.is_filled = true;
            self.put(cell);
        }
    }

    /// Whether what was read is more than the file's own cells tell: a cell that was filled in, or a number of 18
    /// digits, of which a spreadsheet keeps fifteen.
    pub fn tells_more_than_its_cells(&self) -> bool {
        self.is_filled || self.cells().any(RawCell::is_whole_nip)
    }

    /// Builds the row anew: cells that come before their place are rare.
    fn put_within(&mut self, cell: RawCell<'_>) {
        let mut cells: Vec<RawCell<'_>> = self.cells().filter(|other| other.col != cell.col).collect();
        cells.insert(cells.partition_point(|other| other.col < cell.col), cell);
        *self = RawRow { is_filled: self.is_filled, ..RawRow::of(self.row, cells) };
    }

    /// The same row, that shares nothing with others.
    pub fn by_itself(&self) -> RawRow {
        RawRow { is_filled: self.is_filled, ..RawRow::of(self.row, self.cells()) }
    }

    /// Its cells where others can be put to them.
    fn own(&mut self) -> &mut Own {
        if let Held::Shared(..) = self.cells {
            self.cells = self.by_itself().cells;
        }
        match &mut self.cells {
            Held::Own(own) => own,
            Held::Shared(..) => unreachable!("a row built of cells has them for itself"),
        }
    }

    fn at(&self, at: usize) -> RawCell<'_> {
        match &self.cells {
            Held::Own(own) => {
                let Slot { end, col, kind } = own.slots[at];
                let start = at.checked_sub(1).map_or(0, |before| own.slots[before].end);
                RawCell { col: u32::from(col), kind, text: &own.text[start as usize..end as usize] }
            }
            Held::Shared(block, cells) => block.cell(block.slots(cells)[at]),
        }
    }
}

/// The cells of a row, in column order.
#[derive(Clone, Debug)]
pub struct Cells<'t> {
    row: &'t RawRow,
    next: usize,
}

impl<'t> Iterator for Cells<'t> {
    type Item = RawCell<'t>;

    fn next(&mut self) -> Option<RawCell<'t>> {
        let cell = (self.next < self.row.len()).then(|| self.row.at(self.next))?;
        self.next += 1;
        Some(cell)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.row.len() - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Cells<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_in_column_order_and_the_last_of_a_column_counts() {
        let cell = |col, text| RawCell { col, kind: CellKind::Text, text };
        let row = RawRow::of(7, [cell(3, "tiga"), cell(9, ""), cell(1, "satu"), cell(3, "tiga lagi")]);
        let told: Vec<(u32, &str)> = row.cells().map(|cell| (cell.col, cell.text)).collect();
        assert_eq!(told, [(1, "satu"), (3, "tiga lagi"), (9, "")]);
        assert_eq!((row.cell(3).map(|cell| cell.text), row.cell(2)), (Some("tiga lagi"), None));
        assert_eq!(row, RawRow::of(7, row.cells()));
    }
}
