//! The workbooks read back as their readers see them.

mod besar;
mod cetak;
mod edisi;
mod hasil;
mod keadilan;
mod look;
mod rapi;
mod riwayat;
mod rotasi;
mod salinan;
mod terbit;

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};

use crate::finding::{Finding, Kode, Place, Subjek};
use crate::model::artifact::Artifact;
use crate::model::cells::{Format, Source, Tables};
use crate::model::fixture::Region;
use crate::model::riwayat::Riwayat;
use crate::write::Results;

/// Source of the fixture's people.
const PEGAWAI: &str = "masuk/2026-11/pegawai.xlsx";

fn source(path: &str) -> Source {
    Source { path: path.into(), bytes: 12_345, sha256: "ab".repeat(32), format: Format::Xlsx, used: true, asal: None }
}

fn tables(region: &Region) -> Tables {
    let sources = [PEGAWAI, "masuk/2026-11/sekolah.xlsx"].map(source).to_vec();
    Tables {
        periode: region.roster.periode,
        sources,
        tables: Vec::new(),
        kamus: Default::default(),
        tanya: Default::default(),
    }
}

fn finding(kode: &'static Kode, cell: &str, value: &str) -> Finding {
    let letters = cell.bytes().filter(u8::is_ascii_uppercase).fold(0, |col, b| col * 26 + u32::from(b - b'A') + 1);
    let row: u32 = cell.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse().unwrap();
    let place = Place::sheet(PEGAWAI, "Data").at(row - 1, letters - 1);
    Finding::new(kode, place, value, format!("isi “{value}” tidak dikenal"))
        .about(Subjek::of(Some("SITI AMINAH"), None::<&str>))
}

fn with_results<T>(region: &Region, findings: &[Finding], each: impl FnOnce(&Results<'_>) -> T) -> T {
    with_riwayat(region, findings, &Riwayat::default(), each)
}

fn with_riwayat<T>(
    region: &Region,
    findings: &[Finding],
    riwayat: &Riwayat,
    each: impl FnOnce(&Results<'_>) -> T,
) -> T {
    let tables = tables(region);
    each(&Results {
        settings: &region.settings,
        law: &region.law,
        tables: &tables,
        roster: &region.roster,
        riwayat,
        needs: &region.needs,
        plan: &region.plan,
        keadilan: None,
        skenario: &[],
        findings,
    })
}

fn hasil_of(region: &Region, findings: &[Finding]) -> Artifact {
    with_results(region, findings, |results| super::hasil(results).unwrap())
}

fn open(artifact: &Artifact) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(artifact.bytes.clone())).unwrap()
}

fn sheet(artifact: &Artifact, name: &str) -> Range<Data> {
    open(artifact).worksheet_range(name).unwrap()
}

/// The text of a cell, addressed as Excel prints it from zero.
fn text(range: &Range<Data>, row: u32, col: u32) -> String {
    range.get_value((row, col)).map(ToString::to_string).unwrap_or_default()
}

/// Every text of a sheet in one string.
fn all_text(range: &Range<Data>) -> String {
    range.cells().map(|(_, _, value)| format!("{value}\n")).collect()
}

/// A part of the package, e.g. `xl/styles.xml`; empty when there is none.
fn part(artifact: &Artifact, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(artifact.bytes.clone())).unwrap();
    let mut text = String::new();
    if let Ok(mut file) = zip.by_name(name) {
        file.read_to_string(&mut text).unwrap();
    }
    text
}

/// The XML of a sheet.
fn xml_of(artifact: &Artifact, name: &str) -> String {
    let at = open(artifact).sheet_names().iter().position(|sheet| sheet == name).unwrap() + 1;
    part(artifact, &format!("xl/worksheets/sheet{at}.xml"))
}
