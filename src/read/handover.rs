//! Cells of a large sheet are handed to a thread of their own: one takes the next cells out of the file while the other
//! puts the last ones in their places.

use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Scope, ScopedJoinHandle};

use calamine::ExcelDateTime;

use super::book::Flow;
use super::state::State;
use super::value::Value;

/// Cells after which a sheet is large: more than a workbook of 2,000 people has, so that a month of many of them
/// starts no threads for each. From here on only a full memory ends a sheet, with a thread or without one, so that the
/// same file gives the same findings on any computer.
const LARGE: usize = 80_000;
/// Cells handed over at a time, and how many such piles may wait.
const PILE: usize = 4_096;
const WAITING: usize = 4;

/// Takes the cells of a sheet in file order.
pub(super) struct Handover<'scope, 'env, 'k> {
    scope: &'scope Scope<'scope, 'env>,
    taker: Taker<'scope, 'k>,
    cells: usize,
    /// Whether there is a second core to hand cells to.
    threads: bool,
}

enum Taker<'scope, 'k> {
    Here(&'scope mut State<'k>),
    There(There<'scope>),
    /// For the moment in which one becomes the other.
    Nobody,
}

struct There<'scope> {
    pile: Pile,
    full: SyncSender<Pile>,
    empty: Receiver<Pile>,
    thread: ScopedJoinHandle<'scope, ()>,
}

impl<'scope, 'env, 'k: 'scope> Handover<'scope, 'env, 'k> {
    pub fn new(scope: &'scope Scope<'scope, 'env>, state: &'scope mut State<'k>) -> Self {
        let threads = rayon::current_num_threads() > 1;
        Handover { scope, taker: Taker::Here(state), cells: 0, threads }
    }

    /// Whether the sheet goes on.
    pub fn take(&mut self, row: u32, col: u32, value: Value<'_>) -> Flow {
        self.cells += 1;
        match &mut self.taker {
            Taker::Here(state) => {
                let flow = state.take(row, col, value);
                if self.cells < LARGE {
                    return flow;
                }
                let full = state.is_full();
                if self.threads && !full {
                    self.begin();
                }
                if full { Flow::Enough } else { Flow::More }
            }
            Taker::There(there) => {
                there.pile.add(row, col, value);
                if there.pile.cells.len() < PILE { Flow::More } else { there.hand_over() }
            }
            Taker::Nobody => Flow::Enough,
        }
    }

    fn begin(&mut self) {
        let Taker::Here(state) = std::mem::replace(&mut self.taker, Taker::Nobody) else { return };
        let (full, piles) = sync_channel(WAITING);
        let (give_back, empty) = sync_channel(WAITING + 1);
        let thread = self.scope.spawn(move || take_all(state, &piles, &give_back));
        self.taker = Taker::There(There { pile: Pile::default(), full, empty, thread });
    }

    /// Waits until every cell is in its place.
    pub fn finish(self) {
        if let Taker::There(mut there) = self.taker {
            there.hand_over();
            drop(there.full);
            // A panic is told at the file's edge.
            there.thread.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
    }
}

impl There<'_> {
    /// Hands the pile over; the other side no longer listens when its memory is full.
    fn hand_over(&mut self) -> Flow {
        let next = self.empty.try_recv().unwrap_or_default();
        let pile = std::mem::replace(&mut self.pile, next);
        if self.full.send(pile).is_ok() { Flow::More } else { Flow::Enough }
    }
}

/// Takes piles until the last one, or until the memory is full.
fn take_all(state: &mut State, piles: &Receiver<Pile>, give_back: &SyncSender<Pile>) {
    for mut pile in piles {
        for cell in &pile.cells {
            state.take(cell.row, cell.col, cell.content.value(&pile.text));
            if state.is_full() {
                return;
            }
        }
        pile.cells.clear();
        pile.text.clear();
        // A pile that is not wanted back is let go.
        drop(give_back.try_send(pile));
    }
}

/// Cells with their texts in one piece.
#[derive(Default)]
struct Pile {
    cells: Vec<Kept>,
    text: String,
}

struct Kept {
    row: u32,
    col: u32,
    content: Content,
}

/// A [`Value`] whose text stands in the pile.
enum Content {
    Text(Range<usize>),
    Number(f64),
    Date(ExcelDateTime),
    IsoDate(Range<usize>),
    Day { text: Range<usize>, number: Option<f64> },
    Boolean(bool),
    Error(Range<usize>),
    Unevaluated(Range<usize>),
}

impl Pile {
    fn add(&mut self, row: u32, col: u32, value: Value<'_>) {
        let text = &mut self.text;
        let mut keep = |own: &str| {
            let start = text.len();
            text.push_str(own);
            start..text.len()
        };
        let content = match value {
            Value::Text(own) => Content::Text(keep(own)),
            Value::Number(number) => Content::Number(number),
            Value::Date(date) => Content::Date(date),
            Value::IsoDate(own) => Content::IsoDate(keep(own)),
            Value::Day { text, number } => Content::Day { text: keep(text), number },
            Value::Boolean(truth) => Content::Boolean(truth),
            Value::Error(own) => Content::Error(keep(own)),
            Value::Unevaluated(own) => Content::Unevaluated(keep(own)),
        };
        self.cells.push(Kept { row, col, content });
    }
}

impl Content {
    fn value<'t>(&self, text: &'t str) -> Value<'t> {
        let of = |range: &Range<usize>| &text[range.clone()];
        match self {
            Content::Text(own) => Value::Text(of(own)),
            Content::Number(number) => Value::Number(*number),
            Content::Date(date) => Value::Date(*date),
            Content::IsoDate(own) => Value::IsoDate(of(own)),
            Content::Day { text, number } => Value::Day { text: of(text), number: *number },
            Content::Boolean(truth) => Value::Boolean(*truth),
            Content::Error(own) => Value::Error(of(own)),
            Content::Unevaluated(own) => Value::Unevaluated(of(own)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Terms;
    use super::*;
    use crate::model::kamus::Kamus;
    use crate::settings::Settings;

    /// Rows of a sheet of people until there are more cells than a thread takes at first.
    fn stream(threads: bool, memori_mb: u64, rows: u32) -> (usize, u64, bool) {
        let kamus = Kamus::default();
        let batas = crate::settings::Batas { memori_mb, ..Settings::default().batas };
        let mut state = State::new(&kamus, &Terms { batas: &batas, wanted: None, kept: 0 });
        let mut given = 0;
        std::thread::scope(|scope| {
            let mut handover = Handover { threads, ..Handover::new(scope, &mut state) };
            let headers = ["NIP", "NAMA", "UNIT KERJA", "JABATAN", "GOLONGAN", "TEMPAT LAHIR"];
            'sheet: for row in 0..rows {
                for (col, header) in (0..).zip(headers) {
                    let text = format!("{header} {row}");
                    let value = if row == 0 { Value::Text(header) } else { Value::Text(&text) };
                    given += 1;
                    if handover.take(row, col, value) == Flow::Enough {
                        break 'sheet;
                    }
                }
            }
            handover.finish();
        });
        let (kept, full) = (state.kept(), state.is_full());
        let rows: usize = state.finish().parts.into_iter().map(|part| part.body.finish().rows.len()).sum();
        assert!(full || given == headers_times(rows as u32 + 1), "{given} cells given, {rows} rows kept");
        (rows, kept, full)
    }

    fn headers_times(rows: u32) -> u32 {
        6 * rows
    }

    #[test]
    fn a_large_sheet_is_the_same_with_a_second_thread_and_without() {
        let rows = (LARGE / 6) as u32 + 9_000;
        let alone = stream(false, 1_000, rows);
        assert_eq!(alone.0, rows as usize - 1);
        assert_eq!(stream(true, 1_000, rows), alone);
    }

    #[test]
    fn a_full_memory_ends_the_sheet_on_either_way() {
        let rows = (LARGE / 6) as u32 * 3;
        let [alone, handed] = [false, true].map(|threads| stream(threads, 7, rows));
        assert!(alone.2 && handed.2);
        assert_eq!(handed, alone, "the same cells were kept");
    }
}
