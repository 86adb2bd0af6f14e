//! SpreadsheetML 2003, the XML that Excel 2003 and many servers write under the name `.xls`.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::book::{Flow, Sheet, Streamed, cut_off, damaged};
use super::deadline::Deadline;
use super::hidden::Hidden;
use super::merged::Region;
use super::refusal::Refusal;
use super::stream::{self, Budget};
use super::value::Value;
use super::{decode, sniff};
use crate::finding::catalogue;
use crate::settings::Batas;

/// Real files nest six deep, with marked-up text perhaps ten.
const DEEPEST: usize = 64;

/// An open SpreadsheetML workbook.
pub(super) struct SpreadsheetMl<'a> {
    text: Cow<'a, str>,
    sheets: Vec<Sheet>,
    deadline: Deadline,
}

impl<'a> SpreadsheetMl<'a> {
    /// Goes through the whole once, so that a damaged file is known before any of it is used.
    pub fn open(bytes: &'a [u8], batas: &Batas) -> Result<SpreadsheetMl<'a>, Refusal> {
        let deadline = Deadline::of(batas);
        let text = decode::whole(bytes, batas)?;
        let mut sheets: Vec<Sheet> = Vec::new();
        scan(&text, &deadline, |part| {
            match part {
                Part::Sheet(name) => {
                    let twin = sheets.iter().any(|earlier| earlier.name == name);
                    sheets.push(Sheet { name: name.to_string(), visible: true, twin });
                }
                Part::Hidden => sheets.iter_mut().next_back().into_iter().for_each(|sheet| sheet.visible = false),
                Part::Row(_) | Part::Columns(_) | Part::Cell(_) => {}
            }
            Ok(Flow::More)
        })?;
        Ok(SpreadsheetMl { text, sheets, deadline })
    }

    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Hands on every cell of a sheet that is not empty.
    pub fn stream<V>(&self, sheet: &str, batas: &Batas, mut visit: V) -> Result<Streamed, Refusal>
    where
        V: FnMut(u32, u32, Value<'_>) -> Flow,
    {
        let mut streamed = Streamed::default();
        let mut budget = Budget::new(batas);
        self.cells(sheet, |part| {
            budget.spend()?;
            let Part::Cell(cell) = part else { return Ok(Flow::More) };
            stream::check_text(&cell.text)?;
            match cell.value() {
                Some(value) => Ok(stream::on_grid((cell.row, cell.col), value, &mut visit, &mut streamed)),
                None => Ok(Flow::More),
            }
        })?;
        Ok(streamed)
    }

    /// The cells of a sheet that reach over several rows.
    pub fn merged(&self, sheet: &str) -> Vec<Region> {
        let mut regions = Vec::new();
        let scanned = self.cells(sheet, |part| {
            if let Part::Cell(Cell { row, col, down: down @ 1.., .. }) = part {
                regions.push(Region { rows: *row..=row.saturating_add(*down), col: *col });
            }
            Ok(Flow::More)
        });
        scanned.map_or(Vec::new(), |()| regions)
    }

    /// What is hidden of a sheet.
    pub fn hidden(&self, sheet: &str) -> Hidden {
        let mut hidden = Hidden::default();
        if !self.text.contains("Hidden=") {
            return hidden;
        }
        let scanned = self.cells(sheet, |part| {
            match part {
                Part::Row(Stretch { first, last, hidden: true }) => hidden.rows.add(*first, *last),
                Part::Columns(Stretch { first, last, hidden: true }) => hidden.cols.add(*first, *last),
                Part::Row(_) | Part::Columns(_) | Part::Cell(_) | Part::Sheet(_) | Part::Hidden => {}
            }
            Ok(Flow::More)
        });
        scanned.map_or_else(|_| Hidden::default(), |()| hidden)
    }

    /// Rows, columns and cells of the first sheet of this name.
    fn cells(&self, sheet: &str, mut visit: impl FnMut(&Part<'_>) -> Result<Flow, Refusal>) -> Result<(), Refusal> {
        let (mut seen, mut inside) = (false, false);
        scan(&self.text, &self.deadline, |part| match part {
            Part::Sheet(_) if seen => Ok(Flow::Enough),
            Part::Sheet(name) => {
                inside = name == sheet;
                seen = inside;
                Ok(Flow::More)
            }
            Part::Row(_) | Part::Columns(_) | Part::Cell(_) if inside => visit(&part),
            Part::Row(_) | Part::Columns(_) | Part::Cell(_) | Part::Hidden => Ok(Flow::More),
        })
    }
}

/// What a workbook is made of, in file order.
enum Part<'p> {
    Sheet(&'p str),
    /// The sheet that stands open is hidden.
    Hidden,
    Row(Stretch),
    Columns(Stretch),
    Cell(&'p Cell),
}

/// Rows or columns that one tag tells of, from zero.
struct Stretch {
    first: u32,
    last: u32,
    hidden: bool,
}

impl Stretch {
    fn of(tag: &BytesStart<'_>, next: u32) -> Result<Stretch, Refusal> {
        let first = index(tag, next)?;
        let last = first.saturating_add(number(tag, "Span")?);
        Ok(Stretch { first, last, hidden: attribute(tag, "Hidden")?.as_deref() == Some("1") })
    }
}

/// One cell, from zero, with its text and what kind the file says it is.
#[derive(Default)]
struct Cell {
    row: u32,
    col: u32,
    /// Rows that it covers besides its own.
    down: u32,
    kind: String,
    formula: Option<String>,
    text: String,
}

impl Cell {
    /// A value that is not what its type says is an error cell, as in the other formats.
    fn value(&self) -> Option<Value<'_>> {
        Some(match (&*self.kind, &*self.text) {
            ("", "") => Value::Unevaluated(self.formula.as_deref()?),
            (_, "") => return None,
            ("Number", text) => match text.trim().parse() {
                Ok(number) if f64::is_finite(number) => Value::Number(number),
                _ => Value::Error(text),
            },
            ("DateTime", text) => Value::IsoDate(text),
            ("Boolean", text) => match text.trim() {
                "1" => Value::Boolean(true),
                "0" => Value::Boolean(false),
                _ => Value::Error(text),
            },
            ("Error", text) => Value::Error(text),
            (_, text) => Value::Text(text),
        })
    }
}

/// Goes through a workbook from its first sheet on.
fn scan(
    text: &str,
    deadline: &Deadline,
    mut visit: impl FnMut(Part<'_>) -> Result<Flow, Refusal>,
) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut at = At::default();
    loop {
        deadline.step()?;
        let flow = match reader.read_event().map_err(refuse)? {
            Event::Start(tag) => at.open(&tag, &mut visit)?,
            Event::End(tag) => at.close(tag.local_name().as_ref(), &mut visit)?,
            Event::Text(words) => at.words(&words.xml10_content()),
            Event::CData(words) => at.words(&words.xml10_content()),
            Event::GeneralRef(name) => at.words(&resolved(&name)?),
            // Entities of one's own can grow without end; no program writes any into a table.
            Event::DocType(_) => return Err(sniff::defines_entities()),
            Event::Eof if at.depth > 0 => return Err(cut_off()),
            Event::Eof => return Ok(()),
            // An empty tag arrives as its start and its end.
            Event::Empty(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => Flow::More,
        };
        if flow == Flow::Enough {
            return Ok(());
        }
    }
}

/// A syntax error of the reader is something that is still open at the end of the file.
fn refuse(error: quick_xml::Error) -> Refusal {
    if let quick_xml::Error::Syntax(_) = error { cut_off() } else { damaged() }
}

/// One of the five entities of XML or a character by its number; anything else stays as it is written.
fn resolved(name: &quick_xml::events::BytesRef<'_>) -> Result<Cow<'static, str>, Refusal> {
    if let Some(sign) = name.resolve_char_ref().map_err(|_| damaged())? {
        return Ok(sign.to_string().into());
    }
    Ok(resolve_predefined_entity(name).map_or_else(|| format!("&{};", &**name).into(), Cow::Borrowed))
}

/// Where the scan stands.
#[derive(Default)]
struct At {
    depth: usize,
    /// The row and the column that come next, from zero.
    next_row: u32,
    next_col: u32,
    row: u32,
    cell: Option<Cell>,
    /// Depth of the open `Data`, `Comment` or `Visible`.
    data: Option<usize>,
    comment: Option<usize>,
    visible: Option<usize>,
    visibility: String,
}

impl At {
    fn open(
        &mut self,
        tag: &BytesStart<'_>,
        visit: &mut impl FnMut(Part<'_>) -> Result<Flow, Refusal>,
    ) -> Result<Flow, Refusal> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let problem = format!("susunan isi berkas ini bersarang terlalu dalam, melewati batas {DEEPEST} tingkat");
            return Err(Refusal::new(&catalogue::BATAS_BERKAS, problem));
        }
        match tag.local_name().as_ref() {
            "Worksheet" => {
                *self = At { depth: self.depth, ..At::default() };
                return visit(Part::Sheet(&attribute(tag, "Name")?.unwrap_or_default()));
            }
            // Columns stand before the rows.
            "Column" => {
                let stretch = Stretch::of(tag, self.next_col)?;
                self.next_col = stretch.last.saturating_add(1);
                return visit(Part::Columns(stretch));
            }
            "Row" => {
                let stretch = Stretch::of(tag, self.next_row)?;
                // Excel writes rows in order only.
                if stretch.first < self.next_row {
                    return Err(damaged());
                }
                self.row = stretch.first;
                self.next_row = stretch.last.saturating_add(1);
                self.next_col = 0;
                return visit(Part::Row(stretch));
            }
            "Cell" => {
                let (across, down) = (number(tag, "MergeAcross")?, number(tag, "MergeDown")?);
                let (row, col) = (self.row, index(tag, self.next_col)?);
                let formula = attribute(tag, "Formula")?;
                self.next_col = col.saturating_add(1).saturating_add(across);
                self.cell = Some(Cell { row, col, down, formula, ..Cell::default() });
            }
            "Comment" if self.comment.is_none() => self.comment = Some(self.depth),
            "Data" if self.comment.is_none() && self.data.is_none() => {
                if let Some(cell) = &mut self.cell {
                    cell.kind = attribute(tag, "Type")?.unwrap_or_else(|| "String".to_string());
                    self.data = Some(self.depth);
                }
            }
            "Visible" => {
                self.visibility.clear();
                self.visible = Some(self.depth);
            }
            _ => {}
        }
        Ok(Flow::More)
    }

    fn close(
        &mut self,
        name: &str,
        visit: &mut impl FnMut(Part<'_>) -> Result<Flow, Refusal>,
    ) -> Result<Flow, Refusal> {
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        self.data.take_if(|open| *open == depth);
        self.comment.take_if(|open| *open == depth);
        if self.visible.take_if(|open| *open == depth).is_some() && self.visibility.trim().ends_with("Hidden") {
            return visit(Part::Hidden);
        }
        match self.cell.take_if(|_| name == "Cell") {
            Some(cell) => visit(Part::Cell(&cell)),
            None => Ok(Flow::More),
        }
    }

    fn words(&mut self, words: &str) -> Flow {
        match &mut self.cell {
            Some(cell) if self.data.is_some() => cell.text.push_str(words),
            _ if self.visible.is_some() => self.visibility.push_str(words),
            _ => {}
        }
        Flow::More
    }
}

/// The value of an attribute, whatever its prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    // Looking for twins among attributes takes the square of their number.
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| damaged())?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| damaged())?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

fn number(tag: &BytesStart<'_>, name: &str) -> Result<u32, Refusal> {
    attribute(tag, name)?.map_or(Ok(0), |text| text.trim().parse().map_err(|_| damaged()))
}

/// `ss:Index`, counted from one in the file; without it the place that comes next.
fn index(tag: &BytesStart<'_>, next: u32) -> Result<u32, Refusal> {
    match attribute(tag, "Index")? {
        Some(text) => text.trim().parse().ok().and_then(|at: u32| at.checked_sub(1)).ok_or_else(damaged),
        None => Ok(next),
    }
}
