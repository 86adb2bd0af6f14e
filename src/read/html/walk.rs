//! The way through a page: its tables' rows, columns and cells one after the other, with no tree of it all.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use crate::finding::catalogue;
use crate::read::book::{Flow, cut_off};
use crate::read::deadline::Deadline;
use crate::read::refusal::Refusal;
use crate::read::stream;

/// Tables within tables; pages that lay themselves out with tables have a handful.
const DEEPEST: usize = 64;
/// Limits of HTML itself for `colspan` and `rowspan`.
const MOST_COLUMNS: u32 = 1_000;
const MOST_ROWS: u32 = 65_534;

/// What the tables of a page are made of, in page order; a table in a cell comes before that cell.
pub(super) enum Part<'p> {
    Row {
        table: usize,
        hidden: bool,
    },
    /// What a `col` says of so many columns.
    Columns {
        table: usize,
        count: u32,
        hidden: bool,
    },
    Cell {
        table: usize,
        cell: &'p Cell,
    },
    /// A table with as many cells that are not empty.
    End {
        table: usize,
        filled: u64,
    },
}

/// A cell while its text is gathered.
pub(super) struct Cell {
    pub columns: u32,
    pub rows: u32,
    pub text: String,
    /// White space has come since the last word.
    gap: bool,
}

impl Cell {
    fn new(tag: &StartTag<()>) -> Cell {
        let (columns, rows) = (span(tag, b"colspan", MOST_COLUMNS), span(tag, b"rowspan", MOST_ROWS));
        Cell { columns, rows, text: String::new(), gap: false }
    }

    /// White space counts as one space, as a browser shows it.
    fn words(&mut self, words: &str) {
        for sign in words.chars() {
            if sign.is_ascii_whitespace() {
                self.gap = true;
                continue;
            }
            if std::mem::take(&mut self.gap) && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.text.push(sign);
        }
    }

    fn line_break(&mut self) {
        self.gap = false;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

/// How many rows or columns a tag says it is about.
fn span(tag: &StartTag<()>, name: &[u8], most: u32) -> u32 {
    let value = tag.attributes.get(name).map(|value| String::from_utf8_lossy(&value.value).into_owned());
    value.and_then(|value| value.trim().parse().ok()).unwrap_or(1).clamp(1, most)
}

fn is_hidden(tag: &StartTag<()>) -> bool {
    let style =
        tag.attributes.get(&b"style"[..]).map(|style| String::from_utf8_lossy(&style.value).to_ascii_lowercase());
    let unseen =
        |style: &str| style.split(';').any(|rule| rule.split_whitespace().collect::<String>() == "display:none");
    tag.attributes.contains_key(&b"hidden"[..]) || style.is_some_and(|style| unseen(&style.replace("!important", "")))
}

/// A table that stands open.
struct Open {
    table: usize,
    in_row: bool,
    cell: Option<Cell>,
    filled: u64,
}

/// Goes through the tables of a page. No tree is built, so nothing grows with the page but the text of open cells.
pub(super) fn walk(
    text: &str,
    deadline: &Deadline,
    visit: impl FnMut(Part<'_>) -> Result<Flow, Refusal>,
) -> Result<(), Refusal> {
    let mut emitter = DefaultEmitter::default();
    // Scripts and styles are no tags.
    emitter.naively_switch_states(true);
    let mut walk = Walk { open: Vec::new(), tables: 0, visit };
    for token in Tokenizer::new_with_emitter(text, emitter) {
        deadline.step()?;
        let token = token.unwrap_or_else(|never| match never {});
        let flow = match &token {
            Token::StartTag(tag) => walk.start(tag)?,
            Token::EndTag(tag) => walk.end(&tag.name)?,
            Token::String(words) => walk.words(&words.value)?,
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => Flow::More,
        };
        if flow == Flow::Enough {
            return Ok(());
        }
    }
    walk.finish()
}

struct Walk<V> {
    open: Vec<Open>,
    tables: usize,
    visit: V,
}

impl<V: FnMut(Part<'_>) -> Result<Flow, Refusal>> Walk<V> {
    fn start(&mut self, tag: &StartTag<()>) -> Result<Flow, Refusal> {
        match &**tag.name {
            b"table" => {
                if self.open.len() == DEEPEST {
                    let problem =
                        format!("tabel di berkas ini bersarang terlalu dalam, melewati batas {DEEPEST} tingkat");
                    return Err(Refusal::new(&catalogue::BATAS_BERKAS, problem));
                }
                self.open.push(Open { table: self.tables, in_row: false, cell: None, filled: 0 });
                self.tables += 1;
                Ok(Flow::More)
            }
            b"tr" => Ok(self.close_cell()?.and(self.begin_row(is_hidden(tag))?)),
            b"col" => match self.open.last() {
                Some(open) => {
                    let (table, count) = (open.table, span(tag, b"span", MOST_COLUMNS));
                    (self.visit)(Part::Columns { table, count, hidden: is_hidden(tag) })
                }
                None => Ok(Flow::More),
            },
            b"td" | b"th" => {
                let closed = self.close_cell()?;
                let flow = match self.open.last() {
                    Some(open) if !open.in_row => self.begin_row(false)?,
                    _ => Flow::More,
                };
                if let Some(open) = self.open.last_mut() {
                    open.cell = Some(Cell::new(tag));
                }
                Ok(closed.and(flow))
            }
            b"br" | b"p" | b"div" | b"li" => Ok(self.line_break()),
            _ => Ok(Flow::More),
        }
    }

    fn end(&mut self, name: &[u8]) -> Result<Flow, Refusal> {
        match name {
            b"td" | b"th" => self.close_cell(),
            b"tr" => {
                let flow = self.close_cell()?;
                self.open.iter_mut().next_back().into_iter().for_each(|open| open.in_row = false);
                Ok(flow)
            }
            b"table" => {
                let flow = self.close_cell()?;
                match self.open.pop() {
                    Some(Open { table, filled, .. }) => Ok(flow.and((self.visit)(Part::End { table, filled })?)),
                    None => Ok(flow),
                }
            }
            b"p" | b"div" | b"li" => Ok(self.line_break()),
            _ => Ok(Flow::More),
        }
    }

    fn words(&mut self, words: &[u8]) -> Result<Flow, Refusal> {
        if let Some(cell) = self.open.last_mut().and_then(|open| open.cell.as_mut()) {
            cell.words(&String::from_utf8_lossy(words));
            stream::check_growth(&cell.text)?;
        }
        Ok(Flow::More)
    }

    fn line_break(&mut self) -> Flow {
        if let Some(cell) = self.open.last_mut().and_then(|open| open.cell.as_mut()) {
            cell.line_break();
        }
        Flow::More
    }

    fn begin_row(&mut self, hidden: bool) -> Result<Flow, Refusal> {
        let Some(open) = self.open.last_mut() else { return Ok(Flow::More) };
        open.in_row = true;
        let table = open.table;
        (self.visit)(Part::Row { table, hidden })
    }

    fn close_cell(&mut self) -> Result<Flow, Refusal> {
        let Some(open) = self.open.last_mut() else { return Ok(Flow::More) };
        let Some(mut cell) = open.cell.take() else { return Ok(Flow::More) };
        cell.text.truncate(cell.text.trim_end().len());
        stream::check_text(&cell.text)?;
        open.filled += u64::from(!cell.text.is_empty());
        let table = open.table;
        (self.visit)(Part::Cell { table, cell: &cell })
    }

    /// Many pages forget to close their table; one that ends within a cell has been cut off.
    fn finish(mut self) -> Result<(), Refusal> {
        if self.open.iter().any(|open| open.cell.is_some()) {
            return Err(cut_off());
        }
        while let Some(Open { table, filled, .. }) = self.open.pop() {
            (self.visit)(Part::End { table, filled })?;
        }
        Ok(())
    }
}
