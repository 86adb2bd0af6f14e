//! Naskah: the clerk's markup. Plain text that looks like the printed decree; lines beginning with `@` are orders.
//!
//! Lengths are millimetres, sizes are points. An order holds until the same order comes again. What follows shows
//! every order once; `|` between words means one of them.
//!
//! ```text
//! @halaman F4|A4|Legal tegak|mendatar tepi 25 25 30 30     a new page; margins top right bottom left
//! @halaman-baru                                            a new page of the same kind
//! @nomor-halaman mulai 2 "- {hal} -"                       page numbers in the top margin
//! @kepala kiri|tengah|kanan mulai 2 DRAF {hal}/{jumlah}    text in the top margin of every page
//! @kaki tengah Halaman {hal} dari {jumlah}                 text in the bottom margin; no text: none any more
//! @watermark DRAF
//! @huruf Bookman|Arial   @ukuran 12   @spasi 1,15   @jarak 5
//! @gambar lambang.png tinggi 25                            in the middle
//! @kop lambang.png tinggi 25 ukuran 12 14 9                picture at the left, the lines below beside it;
//! PEMERINTAH KABUPATEN MERANGIN                            sizes of line 1, 2, and all from 3 on
//! **BADAN KEPEGAWAIAN**
//! Jalan Jenderal Sudirman, Bangko
//! @garis | @garis tebal | @garis ganda panjang 60          a rule; shorter than the text: in the middle
//! @qr tinggi 20 kiri|tengah|kanan|kaki isi TEXT            kaki: bottom left corner of every page
//! @tengah   @kiri   @kanan 85   @kanan 85 tengah           lines as typed, until the next order;
//!                                                          @kanan is kept whole, with two lines before it
//! @judul 1. Latar Belakang                                 a bold line that stays with what follows, and a bookmark
//! @penanda Lampiran                                        a bookmark
//! @paragraf | @paragraf masuk 12 | @paragraf kiri          running text: justified, first lines indented, or ragged
//! @utuh … @akhir                                           stays on one page
//! @daftar kiri masuk 40 label 30                           a list; ragged, 40 from the left, colon at 30
//! Menimbang :
//! a. bahwa …;                                              a.  1.  a)  1)  (a)  (1)  -  count by themselves
//!    1) satu;                                              three spaces: an item within; six: within that
//! @daftar lanjut                                           goes on counting after a table or paragraph
//! @tabel 10t 66k 44n                                       widths, and k(iri) t(engah) or n for kanan
//! | NO | JABATAN | < |                                     `<` joins a cell with the one at its left;
//! | ^  | LAMA | BARU |                                     in the header `^` joins it with the one above
//! | 1 | 2 | 3 |                                            column numbers
//! |---                                                     above this: header, repeated on every page
//! | 1 | Guru // SD Negeri 1 | Guru // SD Negeri 2 |        ` // ` begins a new line of the cell
//! @kolom 80t 80t                                           the same without rules, kept whole: two signatures
//! @grafik label 60                                         bars; the header names one or two series
//! | Unit kerja | Ada | Kebutuhan |
//! |---
//! | SD Negeri 1 | 8 | 12 |
//! ```
//!
//! Within a line: `**tebal**`, `_miring_`, `__garis bawah__`, and leaders that fill the room up to what follows at
//! the right end: `[...]` with dots, `[___]` with a line, `[>]` with nothing; `[... 90]` up to 90 mm. A backslash takes
//! the next sign as it is; values of `{{…}}` are escaped (`escape`), so that a name never becomes markup.

mod inline;
mod list;
mod orders;
mod parse;
mod table;

pub use inline::{JUMLAH, PAGE, escape};
pub use parse::parse;

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
    /// Whether what follows must stay on one page.
    Together(bool),
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

/// What is wrong with a naskah, and on which of its lines (counted from one).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NaskahError {
    pub line: usize,
    /// One Indonesian sentence without full stop.
    pub problem: String,
    /// The line itself.
    pub text: String,
}
