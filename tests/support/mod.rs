//! Small tables built by hand, and findings rendered as a terminal shows them.

#![allow(dead_code)] // Each test file uses its own part.

use jiff::civil::{Date, date};
use mutasi::finding::{Finding, Noted};
use mutasi::law::{self, Law};
use mutasi::model::cells::{CellKind, ColumnMap, Format, Kind, RawCell, RawRow, Source, Table, Tables};
use mutasi::model::needs::Needs;
use mutasi::model::roster::Roster;
use mutasi::model::tanggal::Periode;
use mutasi::settings::Settings;
use mutasi::{check, need};

pub const EFEKTIF: Date = date(2026, 12, 1);

/// A row as pairs of canonical column and cell. `=3` is a number cell, `!#REF!` an Excel error, `?A1` a formula
/// without a result, anything else text.
pub type Row = Vec<(&'static str, String)>;

pub fn row(cells: &[(&'static str, &str)]) -> Row {
    cells.iter().map(|(name, text)| (*name, text.to_string())).collect()
}

/// `base` with some cells changed; `~` takes a cell away.
pub fn with(base: &Row, changes: &[(&'static str, &str)]) -> Row {
    let mut row = base.clone();
    for (name, text) in changes {
        let known = row.iter().position(|(other, _)| other == name);
        match known {
            Some(index) if *text == "~" => {
                row.remove(index);
            }
            Some(index) => row[index].1 = text.to_string(),
            None => row.push((name, text.to_string())),
        }
    }
    row
}

/// A primary teacher without any fault.
pub fn guru() -> Row {
    row(&[
        ("nip", "198601012015012001"),
        ("nama", "SITI AMINAH, S.Pd."),
        ("jenis_kelamin", "P"),
        ("jabatan", "Guru Ahli Pertama - Guru Kelas"),
        ("unit", "SD Negeri 1 Bangko"),
    ])
}

/// A state primary school of six rombel.
pub fn sd() -> Row {
    row(&[
        ("unit", "SD Negeri 1 Bangko"),
        ("npsn", "10501001"),
        ("bentuk", "SD"),
        ("status", "Negeri"),
        ("pd", "=150"),
        ("rombel", "=6"),
        ("guru", "=8"),
        ("kecamatan", "Bangko"),
    ])
}

/// A month of the given tables, each in a file of its own: `pegawai.xlsx`, a second one `pegawai-2.xlsx`.
pub fn tables(given: Vec<(Kind, Vec<Row>)>) -> Tables {
    let mut tables = Tables {
        periode: Periode::new(2026, 11).unwrap(),
        sources: Vec::new(),
        tables: Vec::new(),
        kamus: Default::default(),
        tanya: Default::default(),
    };
    for (source, (kind, rows)) in given.into_iter().enumerate() {
        let file = match kind {
            Kind::Pegawai => "pegawai.xlsx",
            Kind::Kebutuhan => "kebutuhan.xlsx",
            Kind::Sekolah => "sekolah.xlsx",
            Kind::Unit => "unit.xlsx",
            Kind::Puskesmas => "puskesmas.xlsx",
            Kind::Aspirasi => "aspirasi.xlsx",
            Kind::Penilaian => "penilaian.xlsx",
            Kind::Hukdis => "hukdis.xlsx",
            Kind::Survei => "survei.xlsx",
            Kind::Beban => "beban.xlsx",
            Kind::Keputusan => "keputusan.xlsx",
        };
        let earlier = tables.tables.iter().filter(|table| table.kind == kind).count();
        let file = if earlier == 0 { file.into() } else { file.replace(".xlsx", &format!("-{}.xlsx", earlier + 1)) };
        tables.sources.push(Source {
            path: format!("masuk/2026-11/{file}").into(),
            bytes: 0,
            sha256: String::new(),
            format: Format::Xlsx,
            used: true,
            asal: None,
        });
        tables.tables.push(table(source, kind, rows));
    }
    tables
}

fn table(source: usize, kind: Kind, rows: Vec<Row>) -> Table {
    let mut names: Vec<&'static str> = Vec::new();
    for (name, _) in rows.iter().flatten() {
        if !names.contains(name) {
            names.push(name);
        }
    }
    let column = |(col, name): (usize, &&'static str)| ColumnMap {
        col: col as u32,
        name,
        header: name.to_uppercase().replace('_', " ").into(),
    };
    let raw_row = |(index, cells): (usize, &Row)| {
        let cells = cells.iter().map(|(name, text)| {
            let col = names.iter().position(|other| other == name).unwrap() as u32;
            let (kind, text) = match text.chars().next() {
                Some('=') => (CellKind::Number, &text[1..]),
                Some('!') => (CellKind::Error, &text[1..]),
                Some('?') => (CellKind::Unevaluated, &text[1..]),
                _ => (CellKind::Text, &text[..]),
            };
            RawCell { col, kind, text }
        });
        RawRow::of(index as u32 + 1, cells)
    };
    Table {
        source,
        sheet: "Data".into(),
        kind,
        header_row: 0,
        last_col: names.len() as u32,
        columns: names.iter().enumerate().map(column).collect(),
        rows: rows.iter().enumerate().map(raw_row).collect(),
        title_unit: None,
        title_kecamatan: None,
        title_tahun: None,
        groups: Vec::new(),
        private_cols: Vec::new(),
        bentuk: Default::default(),
        periode: None,
    }
}

/// Checking alone, in Kab. Merangin.
pub fn checked(tables: &Tables) -> Noted<Roster> {
    check::roster(tables, EFEKTIF, law::wilayah("15.02"), None)
}

/// Checking and weighing, with the findings of both.
pub fn weighed(tables: &Tables) -> (Roster, Needs, Vec<Finding>) {
    weighed_as(tables, &Settings::default())
}

pub fn weighed_as(tables: &Tables, settings: &Settings) -> (Roster, Needs, Vec<Finding>) {
    let roster = checked(tables);
    let law = Law::at(EFEKTIF, &settings.aturan);
    let needs = need::needs(&roster.value, &law, settings);
    let findings = roster.findings.into_iter().chain(needs.findings).collect();
    (roster.value, needs.value, findings)
}

/// Two lines a finding: code, place, problem; then the remedy.
pub fn rendered(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|finding| {
        format!("{}  {}   {}\n       {}\n", finding.kode.code, finding.place, finding.problem, finding.remedy)
    });
    lines.collect()
}
