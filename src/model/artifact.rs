//! A file to be written: its place in the output folder and its bytes.

/// One output, complete in memory; the pipeline saves all of them or none.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// Relative to the period's output folder, with `/`: `surat/petikan/…pdf`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// A table to be written as a plain workbook: samples and blank input workbooks.
#[derive(Clone, Debug, Default)]
pub struct PlainSheet {
    pub name: String,
    /// Rows above the header, each one text in column A.
    pub titles: Vec<String>,
    pub headers: Vec<String>,
    pub rows: Vec<Vec<PlainCell>>,
}

/// A cell of a plain workbook.
#[derive(Clone, Debug, PartialEq)]
pub enum PlainCell {
    Empty,
    Text(String),
    Number(f64),
    /// A real Excel date.
    Date(jiff::civil::Date),
}

/// A plain workbook and the file name it is to have.
#[derive(Clone, Debug, Default)]
pub struct PlainWorkbook {
    /// Relative to the working folder, with `/`.
    pub path: String,
    pub sheets: Vec<PlainSheet>,
}
