//! Cells in file order, one at a time, past every cell that cannot be read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Read, Seek};

use calamine::{
    Data, DataRef, Range, Xlsb, XlsbError, Xlsx, XlsxCellFormulaMetadataRecord, XlsxError, XlsxFormulaMetadata,
};

use super::book::{Flow, Streamed, borrow, damaged};
use super::refusal::Refusal;
use super::value::Value;
use crate::finding::catalogue;
use crate::settings::Batas;

/// The grid of Excel ends at XFD1048576; files made by others may claim cells beyond it.
const ROWS: u32 = 1_048_576;
pub(super) const COLUMNS: u32 = 16_384;
/// As many characters fit into a cell of Excel.
const MOST_TEXT: usize = 32_767;
/// A sheet with more unreadable cells than this is damaged as a whole.
const MOST_FAULTS: u64 = 1_000;
/// Shared formulas without a result that are remembered, and the highest number that one may have.
const MOST_ANCHORS: usize = 1_000;
const MOST_SHARED: usize = 1_000_000;

/// Position (from zero) and text of the cells that cannot be read, by their ordinal in the file.
type Faults = BTreeMap<u64, (Option<(u32, u32)>, Cow<'static, str>)>;

/// Streams a sheet of an xlsx. The reader does not say where a bad cell stands, so at the first one
/// the sheet is gone through again to find them all, and the stream goes on from where it was.
pub(super) fn xlsx<RS: Read + Seek, V>(
    book: &mut Xlsx<RS>,
    sheet: &str,
    batas: &Batas,
    mut visit: V,
) -> Result<Streamed, Refusal>
where
    V: FnMut(u32, u32, Value<'_>) -> Flow,
{
    let mut faults = None;
    let mut skip = 0;
    loop {
        match xlsx_from(book, sheet, batas, skip, faults.as_ref(), &mut visit)? {
            Pass::Done(streamed) => return Ok(streamed),
            Pass::BadCell(ordinal) => {
                skip = ordinal;
                faults = Some(find_faults(book, sheet)?);
            }
        }
    }
}

enum Pass {
    Done(Streamed),
    /// The first cell that cannot be read, by its ordinal.
    BadCell(u64),
}

fn xlsx_from<RS: Read + Seek, V>(
    book: &mut Xlsx<RS>,
    sheet: &str,
    batas: &Batas,
    skip: u64,
    faults: Option<&Faults>,
    visit: &mut V,
) -> Result<Pass, Refusal>
where
    V: FnMut(u32, u32, Value<'_>) -> Flow,
{
    let mut reader = match book.worksheet_cells_reader(sheet) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Pass::Done(Streamed::default())),
        Err(error) => return Err(error.into()),
    };
    let mut streamed = Streamed::default();
    let mut anchors = Anchors::default();
    let mut ordinal = 0;
    loop {
        // Not the call that writes shared formulas out for each of their cells: that may cost without bound.
        let cell = reader.next_cell_with_formula_metadata();
        let flow = match &cell {
            Ok(None) => return Ok(Pass::Done(streamed)),
            Ok(Some(_)) if ordinal < skip => Flow::More,
            Ok(Some(cell)) => match Value::of(&cell.value, anchors.formula(cell)) {
                Some(value) => give(cell.pos, value, visit, &mut streamed)?,
                None => Flow::More,
            },
            Err(error) if is_fatal(error) => return Err(damaged()),
            Err(_) => match faults.and_then(|faults| faults.get(&ordinal)) {
                Some((Some(pos), text)) => give(*pos, Value::Error(text), visit, &mut streamed)?,
                Some((None, _)) => {
                    streamed.lost += 1;
                    Flow::More
                }
                None if faults.is_none() => return Ok(Pass::BadCell(ordinal)),
                None => return Err(damaged()),
            },
        };
        ordinal += 1;
        if flow == Flow::Enough {
            return Ok(Pass::Done(streamed));
        }
        check_budget(ordinal, batas)?;
    }
}

/// Formulas that several cells share, as their first cell has them, where no result was stored.
#[derive(Default)]
struct Anchors(BTreeMap<usize, String>);

impl Anchors {
    /// The formula of a cell. One that it shares is that of the first such cell, written for that one's place.
    fn formula<'c>(&'c mut self, cell: &'c XlsxCellFormulaMetadataRecord<'_>) -> Option<&'c str> {
        let stored = !matches!(cell.value, DataRef::Empty);
        match cell.formula.as_ref().filter(|_| !stored)? {
            XlsxFormulaMetadata::Normal { formula } => Some(formula),
            XlsxFormulaMetadata::Shared { shared_index, formula, .. } => {
                if self.0.len() < MOST_ANCHORS && formula.len() <= MOST_TEXT {
                    self.0.insert(*shared_index, formula.clone());
                }
                Some(formula)
            }
            XlsxFormulaMetadata::SharedDerived { shared_index } => {
                Some(self.0.get(shared_index).map_or("…", String::as_str))
            }
            _ => None,
        }
    }
}

/// Every unreadable cell of a sheet. The formula pass does not look at values, so it can say where each cell stands.
fn find_faults<RS: Read + Seek>(book: &mut Xlsx<RS>, sheet: &str) -> Result<Faults, Refusal> {
    let mut faults = Faults::new();
    let mut reader = book.worksheet_cells_reader(sheet)?;
    let mut ordinal = 0;
    loop {
        match reader.next_cell_with_formula_metadata() {
            Ok(None) => break,
            // The formula pass makes room for every shared formula up to the highest number.
            Ok(Some(cell)) if cell.formula.as_ref().and_then(XlsxFormulaMetadata::shared_index) > Some(MOST_SHARED) => {
                return Err(damaged());
            }
            Ok(Some(_)) => {}
            Err(error) if is_fatal(&error) => break,
            Err(error) => {
                faults.insert(ordinal, (None, fault_text(error)));
            }
        }
        if faults.len() as u64 > MOST_FAULTS {
            return Err(damaged());
        }
        ordinal += 1;
    }
    drop(reader);
    let mut reader = book.worksheet_cells_reader(sheet)?;
    let Some((&last, _)) = faults.last_key_value() else { return Ok(faults) };
    for ordinal in 0..=last {
        let position = reader.next_formula().ok().flatten().map(|cell| cell.get_position());
        if let Some(fault) = faults.get_mut(&ordinal) {
            fault.0 = position;
        }
    }
    Ok(faults)
}

/// What the cell says, where the reader tells; else a word for it.
fn fault_text(error: XlsxError) -> Cow<'static, str> {
    match error {
        XlsxError::CellError(text) => text.into(),
        XlsxError::Unrecognized { val, .. } => val.into(),
        _ => "isi tidak sah".into(),
    }
}

/// After these the rest of the sheet is not there or means nothing.
fn is_fatal(error: &XlsxError) -> bool {
    matches!(
        error,
        XlsxError::Xml(_) | XlsxError::XmlEof(_) | XlsxError::Io(_) | XlsxError::Zip(_) | XlsxError::Encoding(_)
    )
}

/// Streams a sheet of an xlsb. Its reader steps over unknown error codes but cannot say where they stood, and
/// passes over formulas whose result is an error: such a cell is simply empty.
pub(super) fn xlsb<RS: Read + Seek, V>(
    book: &mut Xlsb<RS>,
    sheet: &str,
    batas: &Batas,
    mut visit: V,
) -> Result<Streamed, Refusal>
where
    V: FnMut(u32, u32, Value<'_>) -> Flow,
{
    let mut reader = book.worksheet_cells_reader(sheet)?;
    let mut streamed = Streamed::default();
    let mut count = 0;
    loop {
        let flow = match reader.next_cell() {
            Ok(None) => return Ok(streamed),
            Ok(Some(cell)) => match Value::of(cell.get_value(), None) {
                Some(value) => give(cell.get_position(), value, &mut visit, &mut streamed)?,
                None => Flow::More,
            },
            Err(XlsbError::CellError(_)) if streamed.lost < MOST_FAULTS => {
                streamed.lost += 1;
                Flow::More
            }
            Err(error) => return Err(error.into()),
        };
        count += 1;
        if flow == Flow::Enough {
            return Ok(streamed);
        }
        check_budget(count, batas)?;
    }
}

/// Hands on the cells of a sheet that the reader holds in memory (xls, ods).
pub(super) fn range<V>(range: &Range<Data>, batas: &Batas, visit: &mut V) -> Result<Streamed, Refusal>
where
    V: FnMut(u32, u32, Value<'_>) -> Flow,
{
    let (row, col) = range.start().unwrap_or_default();
    let mut streamed = Streamed::default();
    for (count, (below, right, data)) in (1..).zip(range.used_cells()) {
        let pos = (row + below as u32, col + right as u32);
        if let Some(value) = Value::of(&borrow(data), None)
            && give(pos, value, visit, &mut streamed)? == Flow::Enough
        {
            break;
        }
        check_budget(count, batas)?;
    }
    Ok(streamed)
}

/// Hands a cell on that Excel could hold.
fn give<V>(pos: (u32, u32), value: Value<'_>, visit: &mut V, streamed: &mut Streamed) -> Result<Flow, Refusal>
where
    V: FnMut(u32, u32, Value<'_>) -> Flow,
{
    if let Value::Text(text) | Value::Error(text) | Value::IsoDate(text) = value {
        check_text(text)?;
    }
    Ok(on_grid(pos, value, visit, streamed))
}

/// Hands a cell on, unless it lies beyond the grid.
pub(super) fn on_grid<V>(pos: (u32, u32), value: Value<'_>, visit: &mut V, streamed: &mut Streamed) -> Flow
where
    V: FnMut(u32, u32, Value<'_>) -> Flow,
{
    if pos.0 >= ROWS || pos.1 >= COLUMNS {
        streamed.lost += 1;
        return Flow::More;
    }
    visit(pos.0, pos.1, value)
}

/// Counts what a sheet costs to go through: its cells, also the empty ones a text file spells out.
pub(super) struct Budget<'b> {
    spent: u64,
    batas: &'b Batas,
}

impl<'b> Budget<'b> {
    pub fn new(batas: &'b Batas) -> Budget<'b> {
        Budget { spent: 0, batas }
    }

    /// # Errors
    /// When the sheet has more cells than the settings allow.
    pub fn spend(&mut self) -> Result<(), Refusal> {
        self.spent += 1;
        check_budget(self.spent, self.batas)
    }
}

/// Refuses a cell with more text than Excel can hold; no office typed it.
pub(super) fn check_text(text: &str) -> Result<(), Refusal> {
    if text.len() <= MOST_TEXT || text.chars().nth(MOST_TEXT).is_none() {
        return Ok(());
    }
    Err(Refusal::new(&catalogue::BATAS_BERKAS, "lembar ini memuat sel yang isinya lebih dari 32.767 huruf"))
}

/// The same for a text that is still growing, in no time: more bytes than that cannot be few enough characters.
pub(super) fn check_growth(text: &str) -> Result<(), Refusal> {
    if text.len() <= 4 * MOST_TEXT { Ok(()) } else { check_text(text) }
}

fn check_budget(cells: u64, batas: &Batas) -> Result<(), Refusal> {
    if cells <= batas.sel_per_lembar {
        return Ok(());
    }
    let problem = format!("lembar ini memuat lebih dari {} sel", batas.sel_per_lembar);
    Err(Refusal::new(&catalogue::BATAS_BERKAS, problem))
}
