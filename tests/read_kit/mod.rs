//! What the tests of reading share: a working folder with small workbooks, made on the spot.
#![allow(dead_code)] // each test file uses its own part

pub mod odd;

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use jiff::civil::date;
use mutasi::finding::{Finding, Noted};
use mutasi::model::cells::{CellKind, RawRow, Table, Tables};
use mutasi::model::roster::Roster;
use mutasi::model::tanggal::Periode;
use mutasi::model::unit::UnitId;
use mutasi::pipeline::Options;
use mutasi::settings::{Baca, Batas, Settings};
use mutasi::{check, law, read};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::write::SimpleFileOptions;

/// One cell of a workbook to be written.
#[derive(Clone, Copy)]
pub enum C {
    /// Text; empty text leaves the cell out.
    T(&'static str),
    N(f64),
    /// Year, month, day.
    D(u16, u8, u8),
    /// A formula with the result that is stored.
    F(&'static str, &'static str),
}

/// The titles of a list of schools.
pub const JUDUL_SEKOLAH: &[C] = &[
    C::T("NAMA SEKOLAH"),
    C::T("NPSN"),
    C::T("BENTUK"),
    C::T("STATUS"),
    C::T("PD"),
    C::T("ROMBEL"),
    C::T("GURU"),
    C::T("KECAMATAN"),
];

/// A state primary school of 150 pupils in six rombel, with so many teachers.
pub const fn sd_negeri(nama: &'static str, npsn: &'static str, guru: f64, kecamatan: &'static str) -> [C; 8] {
    use C::{N, T};
    [T(nama), T(npsn), T("SD"), T("Negeri"), N(150.0), N(6.0), N(guru), T(kecamatan)]
}

/// A working folder with the inbox of November 2026.
pub struct Folder(tempfile::TempDir);

pub const NOVEMBER: &str = "masuk/2026-11";

/// Options of a run for that month.
pub fn november(dry_run: bool) -> Options {
    Options { periode: Periode::new(2026, 11), dry_run, today: date(2026, 11, 1), tanggal: None }
}

impl Folder {
    pub fn new() -> Folder {
        let root = tempfile::tempdir().unwrap();
        fs_err::create_dir_all(root.path().join(NOVEMBER)).unwrap();
        Folder(root)
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }

    /// Puts a file under the folder; `name` is relative to `masuk/2026-11/` unless it begins with `masuk/`.
    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let under = if name.starts_with("masuk/") { name.to_string() } else { format!("{NOVEMBER}/{name}") };
        let path = self.root().join(under);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(&path, bytes).unwrap();
        // Lain there for a while: what is incomplete and new is taken for a file that is still being copied.
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000)).unwrap();
        path
    }

    pub fn with(self, name: &str, bytes: &[u8]) -> Folder {
        self.put(name, bytes);
        self
    }

    pub fn read(&self) -> Noted<Tables> {
        self.read_within(&Settings::default().batas)
    }

    pub fn read_within(&self, batas: &Batas) -> Noted<Tables> {
        self.read_as(&Settings::default().baca, batas)
    }

    pub fn read_as(&self, baca: &Baca, batas: &Batas) -> Noted<Tables> {
        read::inbox(self.root(), Periode::parse("2026-11").unwrap(), baca, batas, &|_, _| ())
    }
}

/// What reading and checking a folder gives: the roster of Kab. Merangin, and every finding as text.
pub struct Checked {
    pub roster: Roster,
    pub findings: Vec<Finding>,
    pub text: String,
}

impl Folder {
    pub fn check(&self) -> Checked {
        self.check_with(false)
    }

    /// With or without headings of groups as units.
    pub fn check_with(&self, unit_dari_baris_kelompok: bool) -> Checked {
        let mut tables = self.read();
        tables.findings.extend(check::units_of_groups(&mut tables.value, unit_dari_baris_kelompok));
        let roster = check::roster(&tables.value, date(2026, 12, 1), law::wilayah("15.02"), None);
        let findings: Vec<Finding> = tables.findings.into_iter().chain(roster.findings).collect();
        Checked { roster: roster.value, text: render_all(&findings), findings }
    }
}

impl Checked {
    /// Name, then unit of each person, in the order of their NIP.
    pub fn people(&self) -> Vec<(&str, &str)> {
        let unit = |id: UnitId| &*self.roster.units[id.0 as usize].nama;
        self.roster.pegawai.iter().map(|person| (person.nama.as_str(), unit(person.unit))).collect()
    }

    /// Unit, jabatan, need and presence of each official need.
    pub fn needs(&self) -> Vec<(&str, String, u32, Option<u32>)> {
        let unit = |id: UnitId| &*self.roster.units[id.0 as usize].nama;
        let need = |need: &'_ mutasi::model::formasi::Formasi| (need.jabatan.to_string(), need.kebutuhan, need.riil);
        let all = self.roster.formasi.iter().map(|formasi| (unit(formasi.unit), need(formasi)));
        all.map(|(unit, (jabatan, kebutuhan, riil))| (unit, jabatan, kebutuhan, riil)).collect()
    }

    /// The codes found, each once, in order.
    pub fn codes(&self) -> Vec<&'static str> {
        let mut codes: Vec<_> = self.findings.iter().map(|finding| finding.kode.code).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The rendered finding of a code.
    pub fn told(&self, code: &str) -> String {
        let found: Vec<Finding> = self.findings.iter().filter(|finding| finding.kode.code == code).cloned().collect();
        assert!(!found.is_empty(), "nothing provoked {code}: {}", self.text);
        render_all(&found)
    }
}

/// A workbook with one sheet.
pub fn xlsx(rows: &[&[C]]) -> Vec<u8> {
    book(&[("Data", rows)])
}

/// A workbook with named sheets.
pub fn book(sheets: &[(&str, &[&[C]])]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        write_rows(workbook.add_worksheet().set_name(*name).unwrap(), rows);
    }
    workbook.save_to_buffer().unwrap()
}

pub fn write_rows(sheet: &mut Worksheet, rows: &[&[C]]) {
    let date = Format::new().set_num_format("dd-mm-yyyy");
    for (row, cells) in (0u32..).zip(rows) {
        for (col, cell) in (0u16..).zip(*cells) {
            let written = match *cell {
                C::T("") => continue,
                C::T(text) => sheet.write_string(row, col, text),
                C::N(number) => sheet.write_number(row, col, number),
                C::D(y, m, d) => {
                    sheet.write_datetime_with_format(row, col, ExcelDateTime::from_ymd(y, m, d).unwrap(), &date)
                }
                C::F(formula, result) => sheet.write_formula(row, col, Formula::new(formula).set_result(result)),
            };
            written.unwrap();
        }
    }
}

/// The same workbook with text replaced in the parts whose name ends so.
pub fn edited(bytes: &[u8], part_ending: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    use std::io::Read;
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut part = from.by_index(index).unwrap();
        let name = part.name().unwrap().to_string();
        let mut data = Vec::new();
        part.read_to_end(&mut data).unwrap();
        if name.ends_with(part_ending) {
            data = edit(String::from_utf8(data).unwrap()).into_bytes();
        }
        to.start_file(&name, SimpleFileOptions::default()).unwrap();
        to.write_all(&data).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// A zip with these parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(data).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A finding as the terminal shows it.
pub fn render(finding: &Finding) -> String {
    let Finding { kode, place, problem, remedy, .. } = finding;
    format!("{}  {place}   {problem}\n       {remedy}", kode.code)
}

pub fn render_all(findings: &[Finding]) -> String {
    findings.iter().map(render).collect::<Vec<_>>().join("\n")
}

/// The only table that was read.
pub fn only(noted: &Noted<Tables>) -> &Table {
    assert_eq!(noted.value.tables.len(), 1, "{}", render_all(&noted.findings));
    &noted.value.tables[0]
}

/// Canonical names in column order.
pub fn columns(table: &Table) -> Vec<&'static str> {
    table.columns.iter().map(|column| column.name).collect()
}

/// Kind and text of a cell by canonical name.
pub fn cell<'t>(table: &'t Table, row: &'t RawRow, name: &str) -> Option<(CellKind, &'t str)> {
    let col = table.columns.iter().find(|column| column.name == name)?.col;
    row.cell(col).map(|cell| (cell.kind, cell.text))
}

/// The texts of one column, one for each row; empty where the cell is.
pub fn texts<'t>(table: &'t Table, name: &str) -> Vec<&'t str> {
    table.rows.iter().map(|row| cell(table, row, name).map_or("", |(_, text)| text)).collect()
}

/// Every file under a folder with its bytes, by path with `/`.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut open) = (BTreeMap::new(), vec![folder.to_path_buf()]);
    while let Some(next) = open.pop() {
        for entry in fs_err::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs_err::read(path).unwrap());
            }
        }
    }
    found
}
