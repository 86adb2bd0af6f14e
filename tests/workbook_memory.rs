//! An annotated copy of a large workbook needs little memory: rows go to disk as they arrive.

mod memory_kit;

use std::io::Write as _;
use std::sync::Arc;

use mutasi::finding::{Finding, Place, catalogue};
use mutasi::model::cells::{CellKind, CellSink, Format, Kind, SheetCell, Source, Table};
use mutasi::settings::Settings;
use mutasi::write::workbook::Salinan;

use memory_kit::peak_kb;

const COLUMNS: u32 = 35;

/// Rows to copy; `MUTASI_BARIS` asks for more.
fn rows() -> u32 {
    std::env::var("MUTASI_BARIS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(15_000)
}

/// The same in MB.
fn peak_mb() -> Option<u64> {
    peak_kb().map(|kb| kb / 1024)
}

#[test]
fn memory_stays_flat_however_many_rows_are_copied() {
    let Some(before) = peak_mb() else {
        let _ = writeln!(std::io::stderr(), "SKIPPED: this system does not tell a process's peak memory");
        return;
    };
    let path: Arc<str> = "masuk/2026-11/pegawai.xlsx".into();
    let sha256 = "ab".repeat(32);
    let source = Source { path: path.clone(), bytes: 1, sha256, format: Format::Xlsx, used: true, asal: None };
    let table = Table {
        source: 0,
        sheet: "Data".into(),
        kind: Kind::Pegawai,
        header_row: 0,
        last_col: COLUMNS - 1,
        columns: Vec::new(),
        rows: Vec::new(),
        title_unit: None,
        title_kecamatan: None,
        title_tahun: None,
        groups: Vec::new(),
        private_cols: Vec::new(),
        bentuk: Default::default(),
        periode: None,
    };
    let place = Place::sheet(path, "Data");
    let findings: Vec<Finding> = (1..rows())
        .step_by(100)
        .map(|row| Finding::new(&catalogue::GOLONGAN_ASING, place.at(row, 3), "V/z", "golongan “V/z” tidak dikenal"))
        .collect();
    let findings: Vec<&Finding> = findings.iter().collect();
    let settings = Settings::default();
    let mut salinan = Salinan::new(&source, &[&table], &findings, &settings).unwrap();
    salinan.sheet("Data", true).unwrap();
    for row in 0..rows() {
        for col in 0..COLUMNS {
            let (kind, number) =
                if col % 5 == 4 { (CellKind::Number, Some(f64::from(row))) } else { (CellKind::Text, None) };
            let text = format!("isi {row} {col}").into();
            salinan.cell(SheetCell { row, col, kind, text, number }).unwrap();
        }
    }
    let copy = salinan.finish().unwrap();
    let grown = peak_mb().unwrap() - before;
    eprintln!("{} rows: {} MB written, {grown} MB more memory", rows(), copy.bytes.len() >> 20);
    // Beside the bytes of the result themselves.
    assert!(grown < 30 + 3 * (copy.bytes.len() as u64 >> 20), "{grown} MB");
}
