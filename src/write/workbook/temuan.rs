//! Sheet *Temuan*: everything found in the data, each with its cell and what to do.

use rust_xlsxwriter::XlsxError;

use super::leaf::Leaf;
use super::style::Look;
use super::table::{Column, Heading, List, MAX_ROWS, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::finding::{Finding, Place};
use crate::model::angka::ribuan;

pub(super) const SHEET: Sheet = Sheet { title: "Temuan", size: Size::Large, write };

const COLUMNS: &[Column] = &[
    column("No", 7.0, Look::Center),
    column("Tingkat", 13.0, Look::Center),
    column("Kode", 8.0, Look::Center),
    column("Berkas", 30.0, Look::Wrap),
    column("Lembar", 16.0, Look::Wrap),
    column("Sel", 9.0, Look::Center),
    column("Pegawai", 30.0, Look::Wrap),
    column("Isi sekarang", 28.0, Look::Wrap),
    column("Masalah", 46.0, Look::Wrap),
    column("Cara memperbaiki", 46.0, Look::Wrap),
    column("Buka", 13.0, Look::Center),
];

/// The last column that goes on paper; a link helps at the screen.
const LAST_PRINTED: u16 = 9;

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let heading = Heading {
        title: "Temuan",
        note: "Pengaturan lebih dahulu, lalu urut menurut berkas, lembar, dan sel. Kolom Buka menuju sel itu di salinan beranotasi; simpan folder periksa di sebelah berkas ini.",
        back: Some(ringkasan::SHEET.title),
        frozen: 3,
    };
    let findings = page.results.findings;
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    list.print_up_to(LAST_PRINTED);
    for (number, finding) in (1usize..).zip(findings.iter().take(MAX_ROWS)) {
        list.row(row(page, number, finding))?;
    }
    if findings.is_empty() {
        list.remark("Tidak ada temuan.")?;
        return list.close();
    }
    list.filter(list.next_row() - 1)?;
    if findings.len() > MAX_ROWS {
        let left = ribuan((findings.len() - MAX_ROWS) as i64);
        list.remark(&format!("{left} temuan lagi tidak muat di lembar ini; semuanya ada di catatan.json."))?;
    }
    list.close()
}

fn row<'a>(page: &Page<'_>, number: usize, finding: &'a Finding) -> Vec<Value<'a>> {
    let place = &finding.place;
    let severity = finding.severity();
    let open = match page.copies.url(place) {
        Some(url) => Value::Link("Buka salinan".into(), url),
        None => Value::Empty,
    };
    vec![
        number.into(),
        Value::Marked(Look::of(severity), severity.label().into()),
        finding.kode.code.into(),
        (&*place.file).into(),
        place.sheet.as_deref().into(),
        cell(place).into(),
        finding.subject.as_ref().map(ToString::to_string).into(),
        finding.value.as_str().into(),
        finding.problem.as_str().into(),
        (&*finding.remedy).into(),
        open,
    ]
}

/// The cell, or the line of a text file.
fn cell(place: &Place) -> Option<String> {
    let cell = place.cell?;
    Some(if place.sheet.is_some() { cell.to_string() } else { format!("baris {}", cell.row + 1) })
}
