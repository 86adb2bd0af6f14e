//! Raw cells and tables: the last types that hold free text. `read` makes them, `check` consumes them.

mod baris;

use std::sync::Arc;

use crate::finding::Place;
use crate::model::bentuk::Bentuk;
use crate::model::kamus::{Kamus, Tanya};
use crate::model::tanggal::Periode;

pub use baris::{Cells, Gathering, RawCell, RawRow};

/// What kind of content Excel stored in a cell. A number is never silently text, or the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    Text,
    /// `text` holds the shortest decimal that reads back as the same number, e.g. `1.98501012010011e17` or `12.5`.
    /// In an NIP column it may be 18 plain digits, `198501012010011001`: then all of them stand in the file itself.
    Number,
    /// A date or date-time cell; `text` is ISO `YYYY-MM-DD`, with ` HH:MM:SS` behind it where there is a time.
    Date,
    /// `TRUE` or `FALSE`.
    Boolean,
    /// An Excel error such as `#REF!`; the text is the error.
    Error,
    /// A formula whose result was never stored; the text is the formula.
    Unevaluated,
}

/// What a table is about. Found by its headers, never by the file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// People: SIASN, DUK or nominatif shape.
    Pegawai,
    /// Need per jabatan and unit: peta jabatan, daftar kebutuhan jabatan.
    Kebutuhan,
    /// Schools with rombel and guru: the Dapodik progress export.
    Sekolah,
    /// Other units with their kecamatan and, if known, kode: OPD, puskesmas, kelurahan.
    Unit,
    /// Puskesmas with their category and coordinates: the annual report.
    Puskesmas,
    /// What people wish of a move.
    Aspirasi,
    /// SKP and assessment of people.
    Penilaian,
    /// Hukuman disiplin, one row a punishment.
    Hukdis,
    /// Satisfaction of the public with a unit: IKM, SKM.
    Survei,
    /// Workload of each jabatan, one row a task: analisis beban kerja, ABK-Kes.
    Beban,
    /// Decisions of leadership about moves.
    Keputusan,
}

impl Kind {
    pub const ALL: [Kind; 11] = [
        Kind::Pegawai,
        Kind::Kebutuhan,
        Kind::Sekolah,
        Kind::Unit,
        Kind::Puskesmas,
        Kind::Aspirasi,
        Kind::Penilaian,
        Kind::Hukdis,
        Kind::Survei,
        Kind::Beban,
        Kind::Keputusan,
    ];

    /// The word people see for this kind of table.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Pegawai => "pegawai",
            Kind::Kebutuhan => "kebutuhan jabatan",
            Kind::Sekolah => "sekolah",
            Kind::Unit => "unit kerja",
            Kind::Puskesmas => "puskesmas",
            Kind::Aspirasi => "aspirasi",
            Kind::Penilaian => "penilaian kinerja",
            Kind::Hukdis => "hukuman disiplin",
            Kind::Survei => "survei kepuasan",
            Kind::Beban => "beban kerja",
            Kind::Keputusan => "keputusan",
        }
    }

    /// One word for it where programs read: `kebutuhan`.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Pegawai => "pegawai",
            Kind::Kebutuhan => "kebutuhan",
            Kind::Sekolah => "sekolah",
            Kind::Unit => "unit",
            Kind::Puskesmas => "puskesmas",
            Kind::Aspirasi => "aspirasi",
            Kind::Penilaian => "penilaian",
            Kind::Hukdis => "hukdis",
            Kind::Survei => "survei",
            Kind::Beban => "beban",
            Kind::Keputusan => "keputusan",
        }
    }

    /// Kinds whose rows add something to people whom the personnel workbook knows.
    pub const ADDING: [Kind; 4] = [Kind::Aspirasi, Kind::Penilaian, Kind::Hukdis, Kind::Keputusan];
}

impl Table {
    /// A table of which nothing stands above or beside its rows.
    pub fn bare(sheet: &str, kind: Kind, header_row: u32, columns: Vec<ColumnMap>, rows: Vec<RawRow>) -> Table {
        Table {
            source: 0,
            sheet: sheet.into(),
            kind,
            header_row,
            last_col: columns.iter().map(|column| column.col).max().unwrap_or_default(),
            columns,
            private_cols: Vec::new(),
            rows,
            title_unit: None,
            bentuk: Bentuk::default(),
            periode: None,
            title_kecamatan: None,
            title_tahun: None,
            groups: Vec::new(),
        }
    }

    /// The unit of all rows: the one in the title, where no column tells the unit of a row.
    pub fn whole_unit(&self) -> Option<&str> {
        let named = |column: &ColumnMap| matches!(column.name, "unit" | "kode_unit");
        self.title_unit.as_deref().filter(|_| !self.columns.iter().any(named))
    }
}

impl Tables {
    /// Whether something of a file is used: as data, as decisions with the published plan, or as confirmations.
    pub fn takes_from(&self, at: usize) -> bool {
        let source = &self.sources[at];
        let confirms = || self.kamus.simpanan.berkas.iter().any(|(path, _)| *path == source.path);
        source.used || self.tables.iter().any(|table| table.source == at) || confirms()
    }

    /// Lets go of the rows that nobody asks for once they are checked: what remains is what an annotated copy cannot
    /// take from the file's own cells, and the last row, which tells how far the table goes: beside it another may
    /// begin, and its personal columns must stay blank beyond that.
    pub fn let_rows_go(&mut self) {
        for table in &mut self.tables {
            let rows = std::mem::take(&mut table.rows);
            let end = rows.last().map(|row| row.row);
            let kept = |row: &RawRow| Some(row.row) == end || row.tells_more_than_its_cells();
            table.rows = Gathering::part(rows.into_iter().filter(kept));
        }
    }
}

/// A known column found in a sheet: which sheet column holds which schema column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnMap {
    /// Column in the sheet, from zero.
    pub col: u32,
    /// Canonical name, e.g. `tmt_jabatan`; see `schema`.
    pub name: &'static str,
    /// The header as printed in the sheet.
    pub header: Box<str>,
}

/// One recognised sheet of one file.
#[derive(Clone, Debug)]
pub struct Table {
    /// Index into `Tables::sources`.
    pub source: usize,
    pub sheet: Arc<str>,
    pub kind: Kind,
    /// The last row of the header, from zero.
    pub header_row: u32,
    /// The last column of the sheet that holds anything, from zero.
    pub last_col: u32,
    pub columns: Vec<ColumnMap>,
    /// Columns of the sheet, from zero, over which a header of personal data stands: not read, blank in a copy.
    pub private_cols: Vec<u32>,
    /// Data rows under the header, in sheet order.
    pub rows: Vec<RawRow>,
    /// The SKPD, school or puskesmas named in the title rows above the header, if any ("PETA JABATAN / DINAS KESEHATAN").
    pub title_unit: Option<String>,
    /// Of a table of people: which shape it has. Other tables have the default.
    pub bentuk: Bentuk,
    /// The month the title tells; the folder's where it tells none.
    pub periode: Option<Periode>,
    /// The kecamatan named in the title rows.
    pub title_kecamatan: Option<String>,
    /// The year of the SKP that the title tells: `PENILAIAN KINERJA TAHUN 2025`.
    pub title_tahun: Option<i16>,
    /// Rows among the data that hold nothing but a heading, and what they say: `SD NEGERI 12 BANGKO`.
    pub groups: Vec<(u32, Box<str>)>,
}

/// What the first bytes of a file say it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    /// SpreadsheetML 2003, XML that often goes by the name `.xls`.
    SpreadsheetMl,
    /// A web page whose largest table is read.
    Html,
    /// Text with columns parted by semicolon, tab, comma or bar.
    Csv,
    Unknown,
}

/// One file of the inbox, as found.
#[derive(Clone, Debug)]
pub struct Source {
    /// Relative to the working folder, with `/`: `masuk/2026-11/pegawai.xlsx`.
    pub path: Arc<str>,
    pub bytes: u64,
    /// Lower-case hexadecimal SHA-256 of the content.
    pub sha256: String,
    pub format: Format,
    /// Whether at least one table of it is used.
    pub used: bool,
    /// For a corrected copy: the file it stands in for.
    pub asal: Option<Asal>,
}

impl Source {
    /// The path of the office's own file: of a corrected copy the one it was made from. Copies are named after it.
    pub fn original(&self) -> &str {
        self.asal.as_ref().map_or(&*self.path, |asal| &*asal.path)
    }
}

/// Berkas asal: the file that an annotated copy was made from, e.g. `masuk/2026-11/pegawai.xlsx`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asal {
    pub path: Arc<str>,
    /// Lower-case hexadecimal SHA-256 of its content.
    pub sha256: String,
}

/// Everything read from the inbox for one period.
#[derive(Clone, Debug)]
pub struct Tables {
    pub periode: Periode,
    /// In path order.
    pub sources: Vec<Source>,
    /// In path order, then sheet order; those of a corrected copy where the file's stood that it stands in for.
    pub tables: Vec<Table>,
    /// What people have confirmed, this month's confirmations among it.
    pub kamus: Kamus,
    /// Headers that are near to a known one, to be confirmed.
    pub tanya: Tanya,
}

impl Tables {
    /// The place of a whole table, to be narrowed with `Place::at`.
    pub fn place(&self, table: &Table) -> Place {
        Place::sheet(self.sources[table.source].path.clone(), table.sheet.clone())
    }
}

/// Every cell of one sheet, also of unknown columns, as a second pass hands it to the annotated copy.
#[derive(Clone, Debug)]
pub struct SheetCell {
    pub row: u32,
    pub col: u32,
    pub kind: CellKind,
    pub text: Box<str>,
    /// The number as stored, for number and date cells.
    pub number: Option<f64>,
}

/// Receives a workbook's cells in sheet order, then row order. `Err` stops the pass.
pub trait CellSink {
    type Error;
    fn sheet(&mut self, name: &str, visible: bool) -> Result<(), Self::Error>;
    fn cell(&mut self, cell: SheetCell) -> Result<(), Self::Error>;
}
