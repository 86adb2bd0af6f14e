//! A month with proposals for leadership to decide upon: schools with too many and too few class teachers.

#![allow(dead_code)] // Each test file uses its own part.

use std::collections::BTreeMap;

use calamine::{Data, Reader, Xlsx};
use mutasi::pipeline::{self, Outcome, Silent};

use crate::kembali::typed;
use crate::read_kit::{C::*, *};

const SCHOOLS: &[&[C]] = &[
    JUDUL_SEKOLAH,
    &sd_negeri("SD Negeri 1 Bangko", "10501001", 9.0, "Bangko"),
    &sd_negeri("SD Negeri 2 Jangkat", "10501002", 3.0, "Jangkat"),
    &sd_negeri("SD Negeri 3 Tabir", "10501003", 5.0, "Tabir"),
];

const KEBUTUHAN: &[&[C]] = &[
    &[T("JABATAN"), T("UNIT KERJA"), T("KEBUTUHAN")],
    &[T("Guru Kelas"), T("SD Negeri 1 Bangko"), N(6.0)],
    &[T("Guru Kelas"), T("SD Negeri 2 Jangkat"), N(6.0)],
    &[T("Guru Kelas"), T("SD Negeri 3 Tabir"), N(6.0)],
];

pub fn leaked(text: String) -> C {
    T(Box::leak(text.into_boxed_str()))
}

/// Class teachers by school: nine where six are needed, three and five elsewhere.
fn people() -> Vec<u8> {
    let header = ["NIP", "NAMA", "JABATAN", "UNIT KERJA", "TMT JABATAN", "TMT UNIT", "GOLONGAN"].map(T);
    let mut rows: Vec<Vec<C>> = vec![header.to_vec()];
    let units = [("SD Negeri 1 Bangko", 9), ("SD Negeri 2 Jangkat", 3), ("SD Negeri 3 Tabir", 5)];
    for unit in units.iter().flat_map(|(unit, count)| std::iter::repeat_n(*unit, *count)) {
        let at = rows.len();
        // Who is in Tabir came lately, and may not move yet.
        let since = if unit.ends_with("Tabir") { "1 Juli 2026" } else { "1 Juli 2015" };
        rows.push(vec![
            leaked(format!("1986{:02}012015011{at:03}", at % 12 + 1)),
            leaked(format!("GURU {}", (b'A' + at as u8) as char)),
            T("Guru Ahli Pertama - Guru Kelas"),
            T(unit),
            T(since),
            T(since),
            T("III/b"),
        ]);
    }
    let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
    xlsx(&rows)
}

pub fn folder() -> Folder {
    let folder = Folder::new()
        .with("pegawai.xlsx", &people())
        .with("sekolah.xlsx", &xlsx(SCHOOLS))
        .with("kebutuhan.xlsx", &xlsx(KEBUTUHAN));
    fs_err::write(folder.root().join("mutasi.toml"), "[daerah]\nkode_wilayah = \"15.02\"\n").unwrap();
    folder
}

pub const RENCANA: &str = "keluar/2026-11/rencana.json";
/// The part of the sheet in the result workbook, and its first row.
pub const PART: &str = "sheet3.xml";
pub const FIRST: usize = 5;

pub fn run(folder: &Folder) -> Outcome {
    let outcome = pipeline::run(folder.root(), november(false), &Silent).unwrap();
    assert!(outcome.plan.certificate.holds());
    outcome
}

/// Moves by NIP: the unit to go to.
pub fn moves(outcome: &Outcome) -> BTreeMap<String, String> {
    let unit =
        |step: &mutasi::model::plan::Move| outcome.roster.unit(outcome.needs.post(step.to).unit).nama.to_string();
    let nip = |step: &mutasi::model::plan::Move| outcome.roster.pegawai(step.pegawai).nip.digits().to_string();
    outcome.plan.moves.iter().map(|step| (nip(step), unit(step))).collect()
}

/// The rows of the sheet under its header, as far as the column *Hasil*.
pub fn sheet(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let range = book.worksheet_range("Keputusan").unwrap();
    let rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect();
    let header = rows.iter().position(|row| row.contains(&"KEPUTUSAN".to_string())).unwrap();
    rows[header + 1..].iter().filter(|row| row[1..].iter().any(|text| !text.is_empty())).cloned().collect()
}

/// A decision in a row, counted from zero, with reason and official.
pub fn decided(bytes: &[u8], row: usize, own: &[(&str, &'static str)]) -> Vec<u8> {
    let row = row + FIRST;
    let mut cells: Vec<(String, &str)> = own.iter().map(|(col, text)| (format!("{col}{row}"), *text)).collect();
    cells.push((format!("L{row}"), "orang tua sakit"));
    cells.push((format!("M{row}"), "Kepala BKPSDM"));
    typed(bytes, PART, &cells)
}

pub fn leak(text: &str) -> &'static str {
    Box::leak(text.to_string().into_boxed_str())
}

/// NIP and name of the people of a unit.
pub fn people_of(unit: &str, folder: &Folder) -> Vec<(String, String)> {
    let roster = folder.check().roster;
    let own = roster.pegawai.iter().filter(|pegawai| &*roster.unit(pegawai.unit).nama == unit);
    own.map(|pegawai| (pegawai.nip.digits().to_string(), pegawai.nama.as_str().to_string())).collect()
}
