//! A sheet while its cells stream by: the first rows until a header is found, then the rows of its table, and again
//! where another table begins below or beside it.

use std::borrow::Cow;

use super::beside::{self, Beside};
use super::book::Flow;
use super::clean::{is_blank, kept_text};
use super::header::{self, Head, HeadCell, Reading};
use super::sheet::Terms;
use super::stray::Stray;
use super::table::Body;
use super::title;
use super::value::Value;
use crate::model::cells::CellKind;
use crate::model::kamus::Kamus;
use crate::model::tanggal::Periode;

/// Rows that are not empty in which the header is sought.
const HEAD_ROWS: usize = 30;
/// As many for a table below another one, with its titles.
const NEXT_ROWS: usize = 12;
/// Cells in these rows; a table has a few hundred.
const HEAD_CELLS: usize = 50_000;
/// What a kept cell takes beside its text.
const CELL_BYTES: u64 = 48;

/// One table of a sheet while its rows stream by.
pub(super) struct Part {
    pub reading: Box<Reading>,
    pub body: Box<Body>,
    /// The rows it was told by, titles and header among them.
    pub head: Head,
    /// What stands right of it.
    pub stray: Stray,
}

/// The end of a sheet that is no table: the reading that came nearest, and the rows it was sought in.
pub(super) struct Rest {
    pub reading: Option<Box<Reading>>,
    pub head: Head,
}

/// What became of a sheet: its tables in their order, what came nearest where something is none, and the sides of a
/// sheet whose tables stand beside each other.
#[derive(Default)]
pub(super) struct Ended {
    pub parts: Vec<Part>,
    pub rests: Vec<Rest>,
    pub sides: Vec<beside::Side>,
}

#[derive(Default)]
enum Phase {
    /// Still gathering the first rows of a table.
    #[default]
    Head,
    Body(Part),
    /// No table; the reading that came nearest.
    Not(Option<Box<Reading>>),
}

/// A cell as it comes by, with the content of one that is text.
#[derive(Clone, Copy)]
struct Cell<'t> {
    row: u32,
    col: u32,
    kind: CellKind,
    text: Option<&'t str>,
}

pub(super) struct State<'k> {
    head: Head,
    head_cells: usize,
    phase: Phase,
    /// Tables above, complete.
    above: Vec<Part>,
    /// The table that goes on if what seems to begin below it is none.
    pending: Option<Part>,
    /// The month that the title must tell.
    wanted: Option<Periode>,
    kamus: &'k Kamus,
    /// About as many bytes are kept of this file, and may be.
    kept: u64,
    memory: u64,
    /// What stands right of this table, read by itself.
    beside: Option<Beside<'k>>,
}

impl<'k> State<'k> {
    pub fn new(kamus: &'k Kamus, terms: &Terms<'_>) -> State<'k> {
        State {
            head: Head::new(),
            head_cells: 0,
            phase: Phase::Head,
            above: Vec::new(),
            pending: None,
            wanted: terms.wanted,
            kamus,
            kept: terms.kept,
            memory: terms.batas.memori_mb.saturating_mul(1024 * 1024),
            beside: None,
        }
    }

    /// The reading of what stands from a column on.
    fn beside(&mut self, from: u32) -> Beside<'k> {
        let (left, mut right) = beside::parted(&self.head, from);
        beside::share_titles(&left, &mut right, self.kamus);
        let head_cells = right.values().map(Vec::len).sum();
        let (phase, above, pending, beside) = (Phase::Head, Vec::new(), None, None);
        let State { wanted, kamus, memory, .. } = *self;
        let right = State { head: right, head_cells, phase, above, pending, wanted, kamus, kept: 0, memory, beside };
        let beside = Beside::new(from, right, &left);
        self.head = left;
        beside
    }

    pub fn head(&self) -> &Head {
        &self.head
    }

    pub fn take(&mut self, row: u32, col: u32, value: Value<'_>) -> Flow {
        if let Value::Text(text) = value
            && text.chars().all(is_blank)
        {
            return Flow::More;
        }
        let text = if let Value::Text(text) = value { Some(text) } else { None };
        self.put(Cell { row, col, kind: value.kind(), text }, || kept_text(value))
    }

    /// Takes a cell that holds something. `make` gives what is kept of it.
    fn put<'v>(&mut self, cell: Cell<'_>, make: impl FnOnce() -> Cow<'v, str>) -> Flow {
        let Some(beside) = &mut self.beside else { return self.put_here(cell, make) };
        beside.note(cell.row, cell.col);
        let flow = match cell.col >= beside.from {
            true => beside.right.put(cell, make),
            false => self.put_here(cell, make),
        };
        match self.is_full() {
            true => Flow::Enough,
            false if self.wants_more() => Flow::More,
            false => flow,
        }
    }

    fn wants_more(&self) -> bool {
        !matches!(self.phase, Phase::Not(_)) || self.beside.as_ref().is_some_and(|beside| beside.right.wants_more())
    }

    fn put_here<'v>(&mut self, cell: Cell<'_>, make: impl FnOnce() -> Cow<'v, str>) -> Flow {
        let Cell { row, col, kind, text } = cell;
        if let Phase::Body(part) = &mut self.phase
            && let Some(head) = part.body.next_table(row)
        {
            self.suspend(head);
        }
        if matches!(self.phase, Phase::Head) {
            let has_room = self.head.contains_key(&row) || self.head.len() < self.most_rows();
            if has_room && self.head_cells < HEAD_CELLS {
                self.head_cells += 1;
                let cells = self.head.entry(row).or_default();
                let at = cells.partition_point(|earlier| earlier.col < col);
                cells.insert(at, HeadCell { col, kind, text: make().into() });
                return Flow::More;
            }
            self.decide();
            if self.beside.as_ref().is_some_and(|beside| col >= beside.from) {
                return self.put(cell, make);
            }
        }
        match &mut self.phase {
            Phase::Body(part) => {
                part.stray.take(row, col, kind, text);
                let kept = &mut self.kept;
                part.body.cell(row, col, kind, text, || {
                    let text = make();
                    *kept += CELL_BYTES + text.len() as u64;
                    text
                });
                if self.is_full() { Flow::Enough } else { Flow::More }
            }
            // Rows given anew may have ended another table.
            Phase::Head if !self.head.is_empty() => self.put(cell, make),
            Phase::Not(_) | Phase::Head => Flow::Enough,
        }
    }

    /// About as many bytes are kept by now, on every side.
    pub fn kept(&self) -> u64 {
        self.kept + self.beside.as_ref().map_or(0, |beside| beside.right.kept())
    }

    pub fn is_full(&self) -> bool {
        self.kept() > self.memory
    }

    /// Lays the table aside that seems to have ended, to look at what begins.
    fn suspend(&mut self, head: Head) {
        if let Phase::Body(part) = std::mem::take(&mut self.phase) {
            self.pending = Some(part);
            self.head_cells = head.values().map(Vec::len).sum();
            self.head = head;
        }
    }

    /// Below another table the header has been seen already, and only the rest of it is waited for.
    fn most_rows(&self) -> usize {
        match self.pending {
            Some(_) => NEXT_ROWS,
            None => HEAD_ROWS,
        }
    }

    /// Settles what the sheet is, from its first rows. Nothing is settled about an empty sheet.
    fn decide(&mut self) {
        if self.head.is_empty() {
            return;
        }
        if self.beside.is_none()
            && self.pending.is_none()
            && let Some(from) = beside::begins_at(&self.head, self.kamus)
        {
            self.beside = Some(self.beside(from));
        }
        let reading = header::find(&self.head, self.kamus);
        let head = std::mem::take(&mut self.head);
        self.head_cells = 0;
        let of_wanted = |reading: &Reading, wanted: Periode| {
            title::read(&head, reading.first_row).periode.is_some_and(|(told, ..)| told == wanted)
        };
        if let (Some(wanted), Some(reading)) = (self.wanted, &reading)
            && !of_wanted(reading, wanted)
        {
            self.phase = Phase::Not(None);
            return;
        }
        match (reading, self.pending.take()) {
            (Some(reading), pending) if reading.is_table() => {
                self.above.extend(pending.map(|part| part.until(&head)));
                let (body, below) = (Body::new(&reading, &head), rows_from(&head, reading.last_row + 1));
                let stray = Stray::new(&reading, &head, self.above.last().map(|part| &part.stray));
                self.phase = Phase::Body(Part { reading: Box::new(reading), body: Box::new(body), head, stray });
                self.put_again(below);
            }
            (Some(reading), Some(part)) if reading.is_nearly() => {
                self.above.push(part.until(&head));
                self.phase = Phase::Not(Some(Box::new(reading)));
                self.head = head;
            }
            (_, Some(part)) => {
                // No header after all: the table goes on where it was left.
                let below = rows_from(&head, part.body.next_row());
                self.phase = Phase::Body(part);
                self.put_again(below);
            }
            (reading, None) => {
                self.phase = Phase::Not(reading.map(Box::new));
                self.head = head;
            }
        }
    }

    fn put_again(&mut self, rows: Vec<(u32, Vec<HeadCell>)>) {
        for (row, cells) in rows {
            for HeadCell { col, kind, text } in cells {
                let content = (kind == CellKind::Text).then_some(&*text);
                self.put(Cell { row, col, kind, text: content }, || Cow::Borrowed(&*text));
            }
        }
    }

    pub fn finish(mut self) -> Ended {
        let ended = self.finish_here();
        match self.beside {
            Some(beside) => beside.join(ended),
            None => ended,
        }
    }

    /// The tables in their order, and what came nearest where the rest is none.
    fn finish_here(&mut self) -> Ended {
        while matches!(self.phase, Phase::Head) && !self.head.is_empty() {
            self.decide();
        }
        let mut ended = Ended { parts: std::mem::take(&mut self.above), ..Ended::default() };
        match std::mem::take(&mut self.phase) {
            Phase::Body(part) => ended.parts.push(part),
            Phase::Not(reading) => ended.rests.push(Rest { reading, head: std::mem::take(&mut self.head) }),
            Phase::Head => {}
        }
        ended
    }
}

impl Part {
    /// Without the rows from the first of `next` on.
    fn until(mut self, next: &Head) -> Part {
        if let Some(first) = next.keys().next() {
            self.body.truncate(*first);
            self.stray.truncate(*first);
        }
        self
    }
}

/// The rows from this one on.
fn rows_from(head: &Head, from: u32) -> Vec<(u32, Vec<HeadCell>)> {
    head.range(from..).map(|(&row, cells)| (row, cells.clone())).collect()
}
