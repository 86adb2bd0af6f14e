//! Naskah: the clerk's markup. Plain text that looks like the printed decree; lines beginning with `@` are orders.

mod inline;
mod orders;
mod parse;

pub use inline::escape;
pub use parse::parse;

use crate::write::letter::text::{Family, Style};

/// A stretch of text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub style: Style,
}

/// One line or paragraph of styled text.
pub type Runs = Vec<Run>;

/// How lines stand between the margins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Center,
    Right,
    Justify,
}

/// A piece of the letter, in the order of the text. Lengths are millimetres, sizes are points.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A new page of this size; margins top, right, bottom, left.
    Page {
        width: f32,
        height: f32,
        margin: [f32; 4],
    },
    /// Page numbers from this page on; `{hal}` in the format is the number.
    PageNumber {
        from: usize,
        format: String,
    },
    /// Large grey text behind every page.
    Watermark(String),
    Font(Family),
    Size(f32),
    /// Line height as a multiple of the size.
    Leading(f32),
    Image {
        file: String,
        height: f32,
    },
    Lines(Lines),
    Paragraph(Runs),
    List(List),
    Table(Table),
    Gap(f32),
    /// Blank lines in running text: half a line together.
    Blank,
}

/// Lines that stay as they are typed; `None` is a blank line on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    pub align: Align,
    pub place: LinesPlace,
    pub lines: Vec<Option<Runs>>,
}

/// Where a block of lines stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LinesPlace {
    /// Between the margins.
    Whole,
    /// On the right, this far from the left margin; never torn apart (signatures).
    RightOf(f32),
}

/// A hanging list: label, colon, marker, text.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Distance of the whole list from the left margin.
    pub indent: f32,
    /// Distance from label to colon; `None`: from the widest label.
    pub label: Option<f32>,
    /// How the text of the items is set: justified, or left for short facts.
    pub align: Align,
    pub entries: Vec<Entry>,
}

/// One item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    pub label: Option<Runs>,
    /// `a.`, `1.` or a dash, already counted.
    pub marker: Option<String>,
    /// 0 for items under the label, 1 and 2 for items within items.
    pub level: usize,
    pub body: Runs,
}

/// A table with fixed column widths.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// With rules and tight lines; without them the rows are text side by side, kept together (two signatures).
    pub ruled: bool,
    pub widths: Vec<f32>,
    pub aligns: Vec<Align>,
    /// Repeated at the top of each page.
    pub head: Vec<TableRow>,
    pub rows: Vec<TableRow>,
}

/// The cells of a row, each a list of lines.
pub type TableRow = Vec<Vec<Runs>>;

/// What is wrong with a naskah, and on which of its lines (counted from one).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NaskahError {
    pub line: usize,
    /// One Indonesian sentence without full stop.
    pub problem: String,
}
