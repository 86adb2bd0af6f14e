//! Cells of neighbouring rows, each text kept once: most texts of a table of people stand in many of its rows.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::{Held, Own, RawCell, RawRow};
use crate::model::cells::CellKind;

/// Most cells of a block: so many texts have a number in `Slot`.
const MOST: usize = 1 << TEXT_BITS;
const TEXT_BITS: u32 = 15;
const KIND_BITS: u32 = 3;
/// The kinds of a cell, by their number.
const KINDS: [CellKind; 6] =
    [CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Boolean, CellKind::Error, CellKind::Unevaluated];

/// Cells of rows that follow each other.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// All texts, one behind the other, and where each ends.
    texts: Box<str>,
    ends: Box<[u32]>,
    slots: Box<[Slot]>,
}

/// A cell: the column, then its kind, then the number of its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot(u32);

impl Slot {
    fn new(cell: RawCell<'_>, text: u16) -> Slot {
        Slot((cell.col << KIND_BITS | cell.kind as u32) << TEXT_BITS | u32::from(text))
    }

    pub fn col(self) -> u32 {
        self.0 >> (TEXT_BITS + KIND_BITS)
    }

    fn kind(self) -> CellKind {
        KINDS[(self.0 >> TEXT_BITS) as usize & ((1 << KIND_BITS) - 1)]
    }

    fn text(self) -> usize {
        self.0 as usize & (MOST - 1)
    }
}

impl Block {
    pub fn slots(&self, cells: &Range<u16>) -> &[Slot] {
        &self.slots[usize::from(cells.start)..usize::from(cells.end)]
    }

    pub fn cell(&self, slot: Slot) -> RawCell<'_> {
        let start = slot.text().checked_sub(1).map_or(0, |before| self.ends[before]);
        let text = &self.texts[start as usize..self.ends[slot.text()] as usize];
        RawCell { col: slot.col(), kind: slot.kind(), text }
    }
}

/// Rows of a table while they are gathered. The room of rows that were put together serves the next ones.
#[derive(Default)]
pub struct Gathering {
    #[allow(clippy::vec_box, reason = "rows hold them boxed, and give the same boxes back")]
    spare: Vec<Box<Own>>,
}

impl Gathering {
    /// An empty row.
    pub fn begin(&mut self, row: u32) -> RawRow {
        let mut own = self.spare.pop().unwrap_or_default();
        own.slots.clear();
        own.text.clear();
        RawRow { row, is_filled: false, cells: Held::Own(own) }
    }

    /// Whether rows with so many cells are worth to be put together.
    pub fn is_enough(cells: usize) -> bool {
        cells >= MOST / 2
    }

    /// These rows by themselves: what they share with others that are let go would not go.
    pub fn part(rows: impl IntoIterator<Item = RawRow>) -> Vec<RawRow> {
        let mut parted: Vec<RawRow> = rows.into_iter().map(|row| row.by_itself()).collect();
        Gathering::default().join(&mut parted);
        parted
    }

    /// Puts the cells of rows together that have them for themselves.
    pub fn join(&mut self, mut rows: &mut [RawRow]) {
        while !rows.is_empty() {
            let (mut cells, mut fitting) = (0, 0);
            for row in &*rows {
                cells += if let Held::Own(own) = &row.cells { own.slots.len() } else { 0 };
                if cells >= MOST {
                    break;
                }
                fitting += 1;
            }
            let (first, rest) = rows.split_at_mut(fitting.max(1));
            self.join_into_one(first);
            rows = rest;
        }
    }

    fn join_into_one(&mut self, rows: &mut [RawRow]) {
        let mut texts = Texts::default();
        let mut slots: Vec<Slot> = Vec::new();
        let mut above = 0..0;
        for row in rows.iter().filter(|row| matches!(row.cells, Held::Own(_))) {
            let start = slots.len();
            for cell in row.cells() {
                while above.start < above.end && slots[above.start].col() < cell.col {
                    above.start += 1;
                }
                // The row above often says the same.
                let same = (above.start < above.end).then(|| slots[above.start]).filter(|slot| slot.col() == cell.col);
                let same = same.filter(|slot| texts.of(slot.text()) == cell.text).map(|slot| slot.text() as u16);
                let text = same.unwrap_or_else(|| texts.number(cell.text));
                slots.push(Slot::new(cell, text));
            }
            above = start..slots.len();
        }
        if slots.is_empty() {
            return;
        }
        let Texts { all, ends, .. } = texts;
        let block = Arc::new(Block { texts: all.into(), ends: ends.into(), slots: slots.into() });
        let mut next = 0;
        for row in rows {
            let Held::Own(own) = &row.cells else { continue };
            let end = next + own.slots.len() as u16;
            let held = std::mem::replace(&mut row.cells, Held::Shared(block.clone(), next..end));
            next = end;
            if let Held::Own(own) = held {
                self.spare.push(own);
            }
        }
    }
}

/// The texts of a block, numbered as they came.
#[derive(Default)]
struct Texts<'t> {
    known: HashMap<&'t str, u16>,
    all: String,
    ends: Vec<u32>,
}

impl<'t> Texts<'t> {
    fn of(&self, number: usize) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..self.ends[number] as usize]
    }

    fn number(&mut self, text: &'t str) -> u16 {
        let Texts { known, all, ends } = self;
        *known.entry(text).or_insert_with(|| {
            all.push_str(text);
            ends.push(u32::try_from(all.len()).expect("the texts of a block stay within the memory of a file"));
            (ends.len() - 1) as u16
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_put_together_say_what_they_said_and_take_further_cells() {
        let cell = |col, kind, text| RawCell { col, kind, text };
        let names: Vec<String> = (0..50_000).map(|at| format!("nama {}", at % 40_000)).collect();
        let mut rows: Vec<RawRow> = (0..)
            .zip(&names)
            .map(|(at, name)| {
                let kind = KINDS[at as usize % KINDS.len()];
                RawRow::of(at, [cell(0, kind, name), cell(7, CellKind::Text, "sama"), cell(16_383, kind, "")])
            })
            .collect();
        rows[5] = RawRow::new(5);
        rows[6].fill(cell(3, CellKind::Text, "diisi"));
        let before = rows.clone();
        let mut gathering = Gathering::default();
        gathering.join(&mut rows);
        assert_eq!(rows, before);
        assert!(rows.iter().all(|row| matches!(row.cells, Held::Shared(..)) || row.is_empty()));
        assert_eq!(rows[8].cell(7).map(|cell| cell.text), Some("sama"));
        assert!(rows[6].tells_more_than_its_cells() && rows[8].cell(8).is_none());
        assert_eq!(Gathering::part(before[..9].iter().cloned()), before[..9]);
        rows[9].put(cell(8, CellKind::Text, "baru"));
        gathering.join(&mut rows);
        assert_eq!(rows[9].cell(8).map(|cell| cell.text), Some("baru"));
        assert_eq!((&rows[..9], &rows[10..]), (&before[..9], &before[10..]));
    }
}
