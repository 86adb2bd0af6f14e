//! Tables that stand beside each other on one sheet: a list of people in A–H and the need in K–N, or right behind it in
//! I–L. Read as one, the columns of the second would be taken for repetitions of the first.

use std::collections::{BTreeMap, BTreeSet};

use super::header::{self, Head, HeadCell, Header, Reading};
use super::kamus::Judul;
use super::meaning::{Meaning, is_known};
use super::report;
use super::state::{Ended, Rest, State};
use super::table::FARTHEST;
use super::title;
use crate::finding::{Cell, Finding, Place, catalogue};
use crate::model::cells::CellKind;
use crate::model::kamus::Kamus;
use crate::schema::header_key;

/// Rows with fewer cells are titles, and do not tell which columns are empty.
const FEWEST_CELLS: usize = 3;
/// Places that are tried; a hostile head may have an empty column behind every other one.
const MOST_GAPS: usize = 8;
/// Rows and columns that make a block of cells a table, though no header of it is known.
const FEWEST_ROWS: usize = 3;
const FEWEST_COLUMNS: usize = 2;

/// What stands from a column on, read by itself, and how far both sides reach.
pub(super) struct Beside<'k> {
    pub from: u32,
    pub right: Box<State<'k>>,
    /// The last row and the last column of either side, as far as they have come by.
    here: Cell,
    there: Cell,
}

/// One of the sides: where it stands, and what was made of it.
pub(super) struct Side {
    first: Cell,
    last: Cell,
    is: Is,
}

enum Is {
    /// What kind of data.
    Table(&'static str),
    Not(Rest),
}

/// With one of these a table begins; the same again in the next column may be another one.
const STARTS: [&str; 8] = ["NO", "NOMOR", "NO URUT", "NOMOR URUT", "NIP", "NIP BARU", "NAMA", "NAMA PEGAWAI"];

/// The first column of a table that stands right of another one, from the first rows of a sheet.
pub(super) fn begins_at(head: &Head, kamus: &Kamus) -> Option<u32> {
    let dense = || head.values().filter(|cells| cells.len() >= FEWEST_CELLS);
    let filled: BTreeSet<u32> = dense().flatten().map(|cell| cell.col).collect();
    let behind_gap = |col: &u32| *col > 0 && !filled.contains(&(col - 1)) && filled.first() != Some(col);
    let gaps: BTreeSet<u32> = filled.iter().copied().filter(behind_gap).take(MOST_GAPS).collect();
    let mut begun: BTreeMap<String, u32> = BTreeMap::new();
    for cell in dense().flatten().filter(|cell| cell.kind == CellKind::Text) {
        let key = header_key(&cell.text);
        if STARTS.contains(&key.as_str()) {
            let first = begun.entry(key).or_insert(cell.col);
            *first = cell.col.min(*first);
        }
    }
    let again = |cell: &HeadCell| {
        cell.kind == CellKind::Text && begun.get(&header_key(&cell.text)).is_some_and(|first| *first < cell.col)
    };
    let of_row = |(row, cells): (&u32, &Vec<HeadCell>)| -> Vec<u32> {
        let starts = cells.iter().filter(|cell| cells.len() >= FEWEST_CELLS && again(cell));
        starts.map(|cell| cell.col).filter(|col| !is_under_heading(head, *row, *col)).collect()
    };
    let touching: BTreeSet<u32> = head.iter().flat_map(of_row).take(MOST_GAPS).collect();
    gaps.union(&touching).copied().find(|from| match gaps.contains(from) {
        true => are_two(head, *from, kamus),
        false => touch(head, *from, kamus),
    })
}

/// The cells left of a column and those from it on.
pub(super) fn parted(head: &Head, from: u32) -> (Head, Head) {
    let side = |keep: &dyn Fn(&HeadCell) -> bool| -> Head {
        let kept = |cells: &[HeadCell]| cells.iter().filter(|cell| keep(cell)).cloned().collect::<Vec<_>>();
        head.iter().map(|(&row, cells)| (row, kept(cells))).filter(|(_, cells)| !cells.is_empty()).collect()
    };
    (side(&|cell| cell.col < from), side(&|cell| cell.col >= from))
}

/// Titles above everything of the right side are about it too, unless it names a unit of its own.
pub(super) fn share_titles(left: &Head, right: &mut Head, kamus: &Kamus) {
    let Some(first) = header::find(right, kamus).map(|reading| reading.first_row) else { return };
    let Some(&top) = right.keys().next() else { return };
    if title::read(right, first).unit.is_none() {
        let titles = left.range(..top).filter(|(_, cells)| cells.len() < FEWEST_CELLS);
        right.extend(titles.map(|(row, cells)| (*row, cells.clone())));
    }
}

/// Whether both sides of an empty column are tables of their own. A table with an empty column in it is one: its right
/// side repeats nothing of the left.
fn are_two(head: &Head, from: u32, kamus: &Kamus) -> bool {
    let (left, right) = parted(head, from);
    let (of_left, of_right) = (header::find(&left, kamus), header::find(&right, kamus));
    let is_table = |reading: &&Reading| reading.is_table();
    match (of_left.as_ref().filter(is_table), of_right.as_ref().filter(is_table)) {
        (None, None) => false,
        (Some(a), Some(b)) if a.first_row > b.last_row || b.first_row > a.last_row => true,
        (Some(_), Some(_)) => repeats(head, from, kamus) >= 1,
        (Some(table), None) => repeats(head, from, kamus) >= 2 || is_block(&right, table),
        (None, Some(table)) => repeats(head, from, kamus) >= 2 || is_block(&left, table),
    }
}

/// Whether a cell stands with others to its left under one heading: `ATASAN` over `NAMA` and `NIP`.
fn is_under_heading(head: &Head, row: u32, col: u32) -> bool {
    let above = row.checked_sub(1).and_then(|above| head.get(&above)).filter(|cells| cells.len() >= FEWEST_CELLS);
    let heading = above.and_then(|cells| cells.iter().rfind(|cell| cell.col <= col)).filter(|cell| cell.col < col);
    let below = |heading: &HeadCell| head.get(&row)?.iter().find(|cell| cell.col == heading.col);
    heading.and_then(below).is_some_and(|cell| cell.kind == CellKind::Text && is_known(&header_key(&cell.text)))
}

/// Whether a column that begins as a table does begins one, though no empty column is in front of it. A list that
/// numbers or names anew within itself is one: less than two of its headers stand on both sides.
fn touch(head: &Head, from: u32, kamus: &Kamus) -> bool {
    let (left, right) = parted(head, from);
    let (of_left, of_right) = (header::find(&left, kamus), header::find(&right, kamus));
    let begins =
        |reading: &Reading| reading.headers.iter().any(|header| header.col == from && STARTS.contains(&header.key()));
    let joint = header::find(head, kamus);
    let told = joint.as_ref().and_then(|joint| joint.headers.iter().find(|header| header.col == from));
    if told.is_some_and(|header| !STARTS.contains(&header.key())) {
        return false;
    }
    if of_right.as_ref().is_some_and(|right| !begins(right)) || explained_by_its_neighbour(head, from, kamus) {
        return false;
    }
    let is_table = |reading: &&Reading| reading.is_table();
    match (of_left.as_ref().filter(is_table), of_right.as_ref().filter(is_table)) {
        (None, None) => false,
        (None, Some(_)) => repeats(head, from, kamus) >= 2,
        (Some(a), Some(b)) if a.first_row > b.last_row || b.first_row > a.last_row => true,
        (Some(_), Some(_)) => repeats(head, from, kamus) >= 2,
        (Some(table), None) => repeats(head, from, kamus) >= 2 || is_block(&right, table),
    }
}

/// Whether a `NIP` or `NAMA` is about the column in front of it: `NAMA ATASAN`, `NIP`.
fn explained_by_its_neighbour(head: &Head, from: u32, kamus: &Kamus) -> bool {
    let Some(joint) = header::find(head, kamus) else { return false };
    let at = joint.headers.iter().position(|header| header.col == from);
    let Some((header, left)) = at.and_then(|at| Some((&joint.headers[at], &joint.headers[at.checked_sub(1)?]))) else {
        return false;
    };
    // `NIP` behind `NAMA ATASAN`, `NAMA` behind `NIP PASANGAN`: the other of the two, and somebody's.
    let pair = [("NIP", "NAMA"), ("NAMA", "NIP")];
    pair.into_iter().any(|(own, other)| {
        header.key().starts_with(own) && left.key().split(' ').any(|word| word == other) && left.key() != other
    })
}

/// B-47 where a column begins as a table does, a table stands left of it, and what it holds was read into that one.
pub(super) fn doubt(reading: &Reading, head: &Head, kamus: &Kamus, place: &Place) -> Option<Finding> {
    let again = |at: &usize| {
        let key = reading.headers[*at].key();
        STARTS.contains(&key) && reading.headers[..*at].iter().any(|header| header.key() == key)
    };
    let at = (1..reading.headers.len()).find(again)?;
    let header = &reading.headers[at];
    let read =
        |(header, meaning): (&Header, &Meaning)| matches!(meaning, Meaning::Column(_)).then(|| header.printed.clone());
    let taken: Vec<String> = reading.headers[at..].iter().zip(&reading.meanings[at..]).filter_map(read).collect();
    if taken.is_empty() || explained_by_its_neighbour(head, header.col, kamus) {
        return None;
    }
    let (left, _) = parted(head, header.col);
    header::find(&left, kamus).filter(Reading::is_table)?;
    let taken = report::first_of(&taken.iter().map(String::as_str).collect::<Vec<_>>());
    let problem = format!(
        "judul “{}” muncul lagi di {}; kolom mulai dari sana ({taken}) dibaca sebagai isian tabel di sebelah kirinya",
        header.printed,
        Cell { row: header.row, col: header.col }
    );
    let at = place.at(header.row, header.col);
    Some(Finding::new(&catalogue::TABEL_BERHIMPIT, at, header.printed.as_str(), problem))
}

/// The last columns of the sides.
pub(super) fn last_col(sides: &[Side]) -> impl Iterator<Item = u32> {
    sides.iter().map(|side| side.last.col.min(FARTHEST))
}

/// Headers that stand on both sides of a column in the same rows and do not say the same there.
fn repeats(head: &Head, from: u32, kamus: &Kamus) -> usize {
    let Some(joint) = header::find(head, kamus) else { return 0 };
    let (left, right): (Vec<_>, Vec<_>) = joint.headers.iter().zip(&joint.meanings).partition(|(h, _)| h.col < from);
    let differs = |a: &Header, b: &Header| differ(head, joint.last_row, a.col, b.col);
    let again = |(header, meaning): &(&Header, &Meaning), others: &[(&Header, &Meaning)]| match meaning {
        Meaning::Twin(at) | Meaning::Synonym(at) => {
            let other = &joint.headers[*at];
            (other.col < from) != (header.col < from) && differs(header, other)
        }
        Meaning::Unused | Meaning::Sensitive | Meaning::Unknown => {
            let same = |(other, _): &&(&Header, &Meaning)| !header.key().is_empty() && other.key() == header.key();
            header.col >= from && others.iter().any(|other| same(&other))
        }
        Meaning::Column(_) => false,
    };
    right.iter().filter(|each| again(each, &left)).count() + left.iter().filter(|each| again(each, &right)).count()
}

/// Whether two columns hold different things in some row of data; a column that is merely copied says the same in each.
fn differ(head: &Head, header: u32, a: u32, b: u32) -> bool {
    let text = |cells: &[HeadCell], col: u32| cells.iter().find(|cell| cell.col == col).map(|cell| cell.text.clone());
    head.range(header + 1..).any(|(_, cells)| text(cells, a) != text(cells, b))
}

/// Whether the cells beside a table are as many as a table has, with no header in the rows of the table's own.
fn is_block(side: &Head, table: &Reading) -> bool {
    let headers: usize = side.range(table.first_row..=table.last_row).map(|(_, cells)| cells.len()).sum();
    let rows = side.values().filter(|cells| cells.len() >= FEWEST_COLUMNS).count();
    headers < FEWEST_COLUMNS && rows >= FEWEST_ROWS
}

impl<'k> Beside<'k> {
    pub fn new(from: u32, right: State<'k>, left: &Head) -> Beside<'k> {
        let zero = Cell { row: 0, col: 0 };
        let mut beside = Beside { from, here: zero, there: zero, right: Box::new(right) };
        let known = left.iter().chain(beside.right.head());
        let cells: Vec<_> = known.flat_map(|(row, cells)| cells.iter().map(|cell| (*row, cell.col))).collect();
        cells.into_iter().for_each(|(row, col)| beside.note(row, col));
        beside
    }

    /// Takes note of a cell of either side.
    pub fn note(&mut self, row: u32, col: u32) {
        let last = if col >= self.from { &mut self.there } else { &mut self.here };
        *last = Cell { row: last.row.max(row), col: last.col.max(col) };
    }

    /// Puts both sides together again.
    pub fn join(self, mut left: Ended) -> Ended {
        let mut right = self.right.finish();
        left.settle(self.here);
        if right.sides.is_empty() {
            right.settle(self.there);
        }
        left.parts.extend(right.parts);
        left.sides.extend(right.sides);
        left.rests.extend(right.rests);
        // Where nothing is a table, nothing stands beside one.
        if !left.sides.iter().any(|side| matches!(side.is, Is::Table(_))) {
            let rests =
                left.sides.drain(..).filter_map(|side| if let Is::Not(rest) = side.is { Some(rest) } else { None });
            left.rests.extend(rests);
        }
        left
    }
}

impl Ended {
    /// Makes one side of what was read up to here.
    fn settle(&mut self, last: Cell) {
        let is = match self.parts.first() {
            Some(part) => Is::Table(part.reading.schema.kind.label()),
            None if self.rests.is_empty() => return,
            None => Is::Not(self.rests.remove(0)),
        };
        let first = match (&is, self.parts.first()) {
            (Is::Not(rest), _) => rest.first(),
            (_, Some(part)) => first_of(&part.reading),
            (Is::Table(_), None) => None,
        };
        self.sides.push(Side { first: first.unwrap_or(last), last, is });
    }
}

impl Rest {
    /// The header that came nearest; else the first row that is no title.
    fn first(&self) -> Option<Cell> {
        let of_row = |(row, cells): (&u32, &Vec<HeadCell>)| Some(Cell { row: *row, col: cells.first()?.col });
        let told = self.reading.as_deref().and_then(first_of);
        told.or_else(|| self.head.iter().find(|(_, cells)| cells.len() >= FEWEST_COLUMNS).and_then(of_row))
    }

    /// The words of that row.
    fn words(&self) -> Vec<&str> {
        if let Some(reading) = &self.reading {
            return reading.headers.iter().map(|header| &*header.printed).collect();
        }
        let row = self.head.values().find(|cells| cells.len() >= FEWEST_COLUMNS);
        row.into_iter().flatten().filter(|cell| cell.kind == CellKind::Text).map(|cell| &*cell.text).collect()
    }
}

fn first_of(reading: &Reading) -> Option<Cell> {
    let col = reading.headers.iter().map(|header| header.col).min()?;
    Some(Cell { row: reading.first_row, col })
}

/// B-45 for tables beside each other, B-44 for each side that is none.
pub(super) fn findings(sides: &[Side], place: &Place, judul: &mut Judul<'_>) -> Vec<Finding> {
    let range = |side: &Side| format!("{}:{}", side.first, side.last);
    let tables = sides.iter().filter_map(|side| match side.is {
        Is::Table(kind) => Some((side, format!("data {kind} di {}", range(side)))),
        Is::Not(_) => None,
    });
    let tables: Vec<(&Side, String)> = tables.collect();
    let mut findings = Vec::new();
    if let [_, (second, _), ..] = tables.as_slice() {
        let words: Vec<&str> = tables.iter().map(|(_, words)| &**words).collect();
        let problem = format!("tabel-tabel yang berdampingan dibaca sendiri-sendiri: {}", words.join("; "));
        let at = place.at(second.first.row, second.first.col);
        findings.push(Finding::new(&catalogue::TABEL_BERDAMPINGAN, at, "", problem));
    }
    for side in sides {
        let Is::Not(rest) = &side.is else { continue };
        if let Some(reading) = rest.reading.as_deref() {
            judul.ask_of_no_table(reading, place);
        }
        let kinds: Vec<&str> = tables.iter().map(|(_, words)| &**words).collect();
        let mut problem =
            format!("di samping {} ada tabel lain di {} yang tidak dibaca", kinds.join("; "), range(side));
        let words = report::first_of(&rest.words());
        if !words.is_empty() {
            problem.push_str(&format!(", dengan judul {words}"));
        }
        if let Some(nearly) = rest.reading.as_deref().filter(|reading| reading.is_nearly()) {
            let (kind, lacking) = (nearly.schema.kind.label(), report::lacking(nearly));
            problem.push_str(&format!("; sebagai data {kind} tabel itu tidak memuat {lacking}"));
        }
        let at = place.at(side.first.row, side.first.col);
        findings.push(Finding::new(&catalogue::TABEL_DI_SAMPING, at, "", problem));
    }
    findings
}
