//! Excel outputs: the result workbook, annotated copies, plain workbooks for samples and blanks.

mod blank;
mod charts;
mod edisi;
mod figures;
mod kalimat;
mod kamus;
mod kartu;
mod keadilan_kurva;
mod keadilan_ukuran;
mod leaf;
mod link;
mod panas;
mod per_opd;
mod plain;
mod salinan;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod value;

use jiff::civil::Date;
use rayon::prelude::*;
use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};

pub use blank::blank;
pub use edisi::edisi_pegawai;
pub use kamus::kamus;
pub use link::{COPIES, wants_copy};
pub use perlu_konfirmasi::perlu_konfirmasi;
pub use plain::plain;
pub use salinan::Salinan;

use crate::PROGRAM;
use crate::finding::io_cause;
use crate::model::artifact::Artifact;
use crate::model::kamus::{TANDA, TANDA_HASIL};
use crate::model::sidik::SidikLembar;
use crate::model::tanggal::Periode;
use crate::write::Results;
use figures::Figures;
use leaf::Leaf;
use link::Copies;
use per_opd::{PerOpd, per_opd};
use style::Style;

/// Excel's own level; higher ones cost time and save little.
const COMPRESSION: u8 = 3;

/// What every sheet of the result is made from.
struct Page<'a> {
    results: &'a Results<'a>,
    figures: Figures,
    copies: Copies<'a>,
    style: Style,
    /// Proposed moves in the order of *Rencana Mutasi*, and the row of each there by its index in the plan.
    groups: Vec<PerOpd<'a>>,
    rows: Vec<u32>,
}

impl<'a> Page<'a> {
    fn of(results: &'a Results<'a>, size: Size) -> Page<'a> {
        let groups = per_opd(results);
        let rows = per_opd::rows(&groups);
        let (figures, copies) = (Figures::of(results), Copies::of(results));
        let style = Style::of_size(size);
        Page { results, figures, copies, style, groups, rows }
    }
}

/// Whether a sheet may become large: then rows go to disk as they are written, top down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Small,
    Large,
}

/// One sheet of the result workbook.
struct Sheet {
    title: &'static str,
    size: Size,
    write: fn(&Page<'_>, &mut Leaf) -> Result<(), XlsxError>,
}

/// Declares a module for each sheet and lists them in the order of the workbook.
macro_rules! sheets {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        const SHEETS: &[Sheet] = &[$($name::SHEET),*];
    };
}

sheets![
    ringkasan,
    rencana_mutasi,
    keputusan,
    arus,
    kebutuhan_unit,
    beban_unit,
    tidak_terpenuhi,
    calon,
    rotasi,
    keadilan,
    skenario,
    temuan,
    perlu_konfirmasi,
    mutu_data,
    perubahan_data,
    aturan,
    bobot,
    catatan_run
];

/// A sheet and where it is written, and then what its cells hold.
type Task<'w> = (&'static Sheet, &'w mut Worksheet);
type Print = (&'static str, SidikLembar);
type Write<'w> = dyn Fn(Task<'_>) -> Result<Print, XlsxError> + Sync + 'w;

/// `hasil-mutasi-<periode>.xlsx`, every sheet.
pub fn hasil(results: &Results<'_>) -> Result<Artifact, XlsxError> {
    made(results, |tasks, write| tasks.into_par_iter().map(write).collect())
}

/// Its place below the output folder.
pub fn hasil_path(periode: Periode) -> String {
    format!("hasil-mutasi-{periode}.xlsx")
}

/// The same, with the order in which the sheets are written: it leaves no trace.
fn made(
    results: &Results<'_>,
    each: impl FnOnce(Vec<Task<'_>>, &Write<'_>) -> Result<Vec<Print>, XlsxError>,
) -> Result<Artifact, XlsxError> {
    let periode = results.roster.periode;
    let daerah = results.settings.daerah.full_name();
    let title = format!("Hasil Pemerataan Pegawai – {daerah} – {}", periode.in_words());
    let (small, large) = (Page::of(results, Size::Small), Page::of(results, Size::Large));
    // It may come back with confirmations and decisions; nothing else in it is ever read.
    let properties = properties(&title, &daerah, periode.first_day()).set_custom_property(TANDA, TANDA_HASIL);
    let mut workbook = new_workbook(&properties)?;
    number_formats(&mut workbook, &large.style)?;
    let wanted: Vec<&'static Sheet> = SHEETS.iter().filter(|sheet| is_wanted(sheet, results)).collect();
    for sheet in &wanted {
        let worksheet = match sheet.size {
            Size::Small => workbook.add_worksheet(),
            Size::Large => workbook.add_worksheet_with_constant_memory()?,
        };
        worksheet.set_name(sheet.title)?;
    }
    let tasks = wanted.into_iter().zip(workbook.worksheets_mut()).collect();
    let mut prints = each(tasks, &|(sheet, worksheet)| {
        let page = if sheet.size == Size::Small { &small } else { &large };
        Ok((sheet.title, Leaf::on(worksheet, |leaf| (sheet.write)(page, leaf))?))
    })?;
    keputusan::hidden(&mut workbook, results)?;
    // That sheet has its locked cells in a hidden one, word for word.
    prints.retain(|(title, _)| *title != keputusan::SHEET.title);
    prints.sort_by_key(|(title, _)| SHEETS.iter().position(|sheet| sheet.title == *title));
    leaf::hidden(&mut workbook, &prints)?;
    charts::data_sheet(&small, workbook.add_worksheet())?;
    perlu_konfirmasi::choices(&mut workbook, &results.roster.pertanyaan)?;
    Ok(Artifact { path: hasil_path(periode), bytes: workbook.save_to_buffer()? })
}

/// Whether a sheet has something to say: some a run has to be asked for, or needs a month before.
fn is_wanted(sheet: &Sheet, results: &Results<'_>) -> bool {
    match sheet.title {
        title if title == skenario::SHEET.title => !results.skenario.is_empty(),
        title if title == perubahan_data::SHEET.title => results.riwayat.perubahan.is_some(),
        _ => true,
    }
}

/// Numbers every format of large sheets before several of them are written at once: a format gets its number where it is first
/// used, and the same content gives the same bytes.
fn number_formats(workbook: &mut Workbook, style: &Style) -> Result<(), XlsxError> {
    let mut scratch = workbook.new_worksheet_with_constant_memory()?;
    for format in style.of_lists() {
        scratch.set_column_format(0, format)?;
        scratch.set_column_format(0, &format.clone().set_quote_prefix())?;
    }
    Ok(())
}

/// What can go wrong while a workbook is made; `cause` says it in words.
pub type Failure = XlsxError;

/// Why a workbook could not be made, in Indonesian. Only the disk can be at fault; anything else is a mistake of this
/// program, named so that it can be reported.
pub fn cause(error: &Failure) -> String {
    let source = std::error::Error::source(error).and_then(|source| source.downcast_ref::<std::io::Error>());
    match (error, source) {
        (XlsxError::IoError(disk), _) | (_, Some(disk)) => io_cause(disk),
        (other, None) => format!("kesalahan program, mohon dilaporkan: {other:?}"),
    }
}

/// A workbook in our font with fixed properties: the same content gives the same bytes.
fn new_workbook(properties: &DocProperties) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    // Excel's own row height: any other would keep rows with wrapped text from growing.
    workbook.set_default_format(&style::base(), 20, 64)?;
    workbook.set_zip_compression_level(COMPRESSION);
    workbook.set_properties(properties);
    Ok(workbook)
}

fn properties(title: &str, daerah: &str, created: Date) -> DocProperties {
    DocProperties::new()
        .set_title(title)
        .set_author(format!("Pemerintah {daerah}"))
        .set_comment(PROGRAM)
        .set_creation_datetime(&created)
}
