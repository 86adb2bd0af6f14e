//! What a naskah is made of.

use crate::write::letter::text::{Family, Style};

/// A stretch of text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub text: String,
    pub style: Style,
    /// Fills the line between what stands before and after; then `text` is empty.
    pub leader: Option<Leader>,
}

/// What fills a line up to its end or to a stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leader {
    /// The sign that is repeated; `None` for empty room.
    pub sign: Option<char>,
    /// Distance of its end from the left of the column; `None`: what follows stands at the right end.
    pub stop: Option<f32>,
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

/// A letter as its parts, and the line of the text each begins on (counted from one).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Naskah {
    pub blocks: Vec<Block>,
    pub lines: Vec<usize>,
}

impl Naskah {
    /// The parts with their lines.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.lines.iter().copied().zip(&self.blocks)
    }
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
    /// A new page of the same kind.
    NewPage,
    /// Page numbers from this page on; `{hal}` in the format is the number.
    PageNumber {
        from: usize,
        format: String,
    },
    /// Text in the top or bottom margin.
    Margin(MarginText),
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
    /// The head of an office's letter.
    Kop(Kop),
    /// A rule across, or this long in the middle.
    Rule {
        weight: Weight,
        length: Option<f32>,
    },
    Qr(Qr),
    Lines(Lines),
    Paragraph(Runs),
    /// How paragraphs from here on are set: indent of their first lines, and alignment.
    ParagraphForm {
        first: f32,
        align: Align,
    },
    /// A bold line that stays with what follows.
    Heading(Runs),
    /// The next thing begins here, for the reader's list of parts.
    Bookmark(String),
    List(List),
    Table(Table),
    Chart(Chart),
    Gap(f32),
    /// Blank lines in running text: half a line together.
    Blank,
    Together(Together),
    /// This part of the letter, up to the next paper, should fill no more pages, or one fewer than it does: if setting it
    /// tighter can do it.
    Fit(Option<usize>),
}

/// Where a part that stays on one page begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    Begins,
    /// With the two lines before it, so that it never stands alone on its page.
    BeginsClosing,
    Ends,
}

/// Text in the top or bottom margin; `PAGE` and `JUMLAH` in it stand for the number of the page and of all pages.
#[derive(Clone, Debug, PartialEq)]
pub struct MarginText {
    pub foot: bool,
    pub align: Align,
    /// First page that carries it.
    pub from: usize,
    /// Empty: nothing from here on.
    pub body: Runs,
}

/// Picture at the left, lines in the middle of the room beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Kop {
    /// File and height.
    pub picture: Option<(String, f32)>,
    /// Sizes of the lines in points; the last holds for all further lines. Empty: the letter's size.
    pub sizes: Vec<f32>,
    pub lines: Vec<Runs>,
}

/// How heavy a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Thin,
    Thick,
    /// A thick one above a thin one, as below a kop.
    Double,
}

/// A QR code.
#[derive(Clone, Debug, PartialEq)]
pub struct Qr {
    pub text: String,
    /// Side of the square.
    pub side: f32,
    /// `None`: in the bottom left corner of every page.
    pub align: Option<Align>,
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
    /// `a.`, `1)` or a dash, already counted.
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

/// The cells of a row, as many as the table has columns.
pub type TableRow = Vec<Cell>;

/// One cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(Vec<Runs>),
    /// Joined with the cell at its left.
    Left,
    /// Joined with the cell above.
    Above,
}

/// Bars side by side, one group a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Width of the names.
    pub label: f32,
    /// Names of the series, one or two.
    pub series: Vec<Runs>,
    pub rows: Vec<ChartRow>,
}

/// A name and its numbers: what is printed and how long the bar is.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartRow {
    pub name: Runs,
    pub values: Vec<(String, f32)>,
}
