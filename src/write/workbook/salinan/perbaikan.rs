//! Sheet *Perbaikan* of an annotated copy: one row a fault, each with a link to its cell and a box to tick.

use rust_xlsxwriter::{DataValidation, Workbook, XlsxError};

use super::Name;
use crate::finding::{Finding, Subjek};
use crate::model::cells::Source;
use crate::write::workbook::leaf::Leaf;
use crate::write::workbook::link::anchor;
use crate::write::workbook::style::{Look, Style};
use crate::write::workbook::table::{Column, Heading, List, MAX_ROWS, Value, column};

/// Name of the sheet.
pub(super) const NAME: &str = "Perbaikan";

/// How its first cell begins; an earlier list is known by it when a copy comes back.
pub(super) const TITLE: &str = "Daftar Perbaikan";

const COLUMNS: &[Column] = &[
    column("No", 5.0, Look::Center),
    column("Lembar", 14.0, Look::Wrap),
    column("Sel", 9.0, Look::Center),
    column("NIP", 21.0, Look::Text),
    column("Nama", 24.0, Look::Wrap),
    column("Tingkat", 13.0, Look::Center),
    column("Kode", 8.0, Look::Center),
    column("Isi sekarang", 22.0, Look::Wrap),
    column("Masalah", 44.0, Look::Wrap),
    column("Cara memperbaiki", 43.0, Look::Wrap),
    column("Usulan", 22.0, Look::Wrap),
    column("Sudah?", 9.0, Look::Center),
];

const SUDAH: u16 = 11;

/// Writes the list behind the copied sheets and lets the workbook open with it.
pub(super) fn write(
    workbook: &mut Workbook,
    name: &str,
    source: &Source,
    faults: &[&Finding],
    names: &[Name],
) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_name(name)?.set_active(true);
    Leaf::unwatched(sheet, |leaf| list(leaf, source, faults, names))
}

fn list(sheet: &mut Leaf, source: &Source, faults: &[&Finding], names: &[Name]) -> Result<(), XlsxError> {
    let (style, title, note) = (Style::new(), format!("{TITLE} – {}", source.path), note(source.original()));
    let heading = Heading { title: &title, note: &note, back: None, frozen: 3 };
    let mut list = List::open(sheet, &style, &heading, COLUMNS)?;
    for (number, finding) in (1usize..).zip(faults.iter().take(MAX_ROWS)) {
        list.row(row(number, finding, names))?;
    }
    if faults.is_empty() {
        list.remark("Tidak ada yang perlu diperbaiki.")?;
        return list.close();
    }
    let (first, last) = (list.first_row(), list.next_row() - 1);
    let choice = DataValidation::new().allow_list_strings(&["Ya", "Belum"])?;
    list.sheet.add_data_validation(first, SUDAH, last, SUDAH, &choice)?;
    list.filter(last)?;
    list.close()
}

/// Both ways to correct, told where the clerk works, in one line of the printed page.
fn note(original: &str) -> String {
    let folder = original.rsplit_once('/').map_or("masuk", |(folder, _)| folder);
    format!(
        "Perbaiki salinan ini lalu taruh di {folder}/ di samping berkas asalnya, atau perbaiki sel yang sama di berkas \
         asal. Pilih salah satu, lalu jalankan lagi."
    )
}

fn row<'a>(number: usize, finding: &'a Finding, names: &[Name]) -> Vec<Value<'a>> {
    let severity = finding.severity();
    let subject = finding.subject.as_ref();
    vec![
        number.into(),
        finding.place.sheet.as_deref().into(),
        cell(finding, names),
        subject.and_then(Subjek::nip).into(),
        subject.and_then(Subjek::nama).into(),
        Value::Marked(Look::of(severity), severity.label().into()),
        finding.kode.code.into(),
        finding.value.as_str().into(),
        finding.problem.as_str().into(),
        (&*finding.remedy).into(),
        finding.usulan.as_deref().into(),
        "Belum".into(),
    ]
}

/// The address, with a link where its sheet was copied.
fn cell<'a>(finding: &'a Finding, names: &[Name]) -> Value<'a> {
    let (Some(sheet), Some(cell)) = (&finding.place.sheet, finding.place.cell) else { return Value::Empty };
    match names.iter().find(|name| *name.source == **sheet) {
        Some(name) => {
            Value::Link(cell.to_string().into(), format!("internal:{}", anchor(&name.copy, &cell.to_string())))
        }
        None => cell.to_string().into(),
    }
}
