//! How the workbooks look: one font, one palette, one format for each kind of content.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::Size;
use crate::finding::Severity;

/// Arial: every office has it, and its metric clone Liberation Sans stands in for it in LibreOffice.
pub(super) const FONT: &str = "Arial";

/// Colours keep their order of darkness, so that black-and-white print still tells them apart.
pub(super) const TINTA: Color = Color::RGB(0x1F2A37);
pub(super) const BIRU: Color = Color::RGB(0x1F4E79);
pub(super) const ABU: Color = Color::RGB(0xB4BFCC);
pub(super) const ABU_TUA: Color = Color::RGB(0x5B6776);
const ABU_MUDA: Color = Color::RGB(0xEEF2F6);
pub(super) const GARIS: Color = Color::RGB(0xCBD3DC);
pub(super) const KUNING_MUDA: Color = Color::RGB(0xFFFBE6);
pub(super) const KUNING_TUA: Color = Color::RGB(0xE0B400);
pub(super) const BIRU_MUDA: Color = Color::RGB(0xDCE8F4);

/// A cell that a person fills, the only kind that is not locked: framed, so that it shows in black and white too.
pub(super) fn input(frame: Color) -> Format {
    base()
        .set_align(FormatAlign::Left)
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_indent(1)
        .set_background_color(KUNING_MUDA)
        .set_border(FormatBorder::Thin)
        .set_border_color(frame)
        .set_unlocked()
}

/// What a cell holds, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Text,
    /// Text over several lines.
    Wrap,
    Center,
    /// A whole number with thousands.
    Whole,
    /// A signed whole number: `+3`, `−2`.
    Signed,
    /// One decimal.
    Decimal,
    /// Two decimals.
    Ratio,
    /// A share, `87.5%`.
    Persen,
    /// A whole number in the middle, where text stands beside it.
    Count,
    /// One decimal in the middle.
    Km,
    Date,
    Link,
    Galat,
    Peringatan,
    Diperbaiki,
    Info,
    /// A sentence worth a look: a warning with its rule.
    Awas,
    /// Good news: LULUS, Sesuai.
    Baik,
    /// Bad news: GAGAL, Kurang.
    Buruk,
    /// Worth a look: Lebih.
    Lebih,
    /// Not known.
    Samar,
}

impl Look {
    const ALL: [Look; 21] = [
        Look::Text,
        Look::Wrap,
        Look::Center,
        Look::Whole,
        Look::Signed,
        Look::Decimal,
        Look::Ratio,
        Look::Persen,
        Look::Count,
        Look::Km,
        Look::Date,
        Look::Link,
        Look::Galat,
        Look::Peringatan,
        Look::Diperbaiki,
        Look::Info,
        Look::Awas,
        Look::Baik,
        Look::Buruk,
        Look::Lebih,
        Look::Samar,
    ];

    pub(super) fn of(severity: Severity) -> Look {
        match severity {
            Severity::Galat => Look::Galat,
            Severity::Peringatan => Look::Peringatan,
            Severity::Diperbaiki => Look::Diperbaiki,
            Severity::Info => Look::Info,
        }
    }

    fn format(self) -> Format {
        let cell = base().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin).set_border_color(GARIS);
        let word = |fill: Color, ink: u32| {
            let word = cell.clone().set_align(FormatAlign::Center).set_bold();
            word.set_background_color(fill).set_font_color(Color::RGB(ink))
        };
        // `_)` keeps a figure from touching the text to its right; LibreOffice forgets right indents in print.
        let number = |shown: &str| cell.clone().set_align(FormatAlign::Right).set_num_format(angka(shown));
        match self {
            // Indented, so that no text touches what stands to its left.
            Look::Text => cell.set_align(FormatAlign::Left).set_indent(1),
            Look::Wrap => cell.set_align(FormatAlign::Left).set_text_wrap().set_indent(1),
            Look::Center => cell.set_align(FormatAlign::Center),
            Look::Whole => number("#,##0_);\"−\"#,##0_)"),
            Look::Signed => number("+#,##0_);\"−\"#,##0_);0_)"),
            Look::Decimal => number("#,##0.0_);\"−\"#,##0.0_)"),
            Look::Ratio => number("#,##0.00_);\"−\"#,##0.00_)"),
            Look::Persen => number("0.0%_)"),
            Look::Count => cell.set_align(FormatAlign::Center).set_num_format(angka("#,##0")),
            Look::Km => cell.set_align(FormatAlign::Center).set_num_format(angka("#,##0.0")),
            Look::Date => cell.set_num_format("[$-421]d mmmm yyyy").set_align(FormatAlign::Left).set_indent(1),
            Look::Link => cell
                .set_align(FormatAlign::Left)
                .set_text_wrap()
                .set_indent(1)
                .set_font_color(BIRU)
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            Look::Galat | Look::Buruk => word(fill(Severity::Galat), 0x8A1C1C),
            Look::Peringatan | Look::Lebih => word(fill(Severity::Peringatan), 0x6B4E00),
            Look::Awas => cell
                .set_align(FormatAlign::Left)
                .set_text_wrap()
                .set_indent(1)
                .set_background_color(fill(Severity::Peringatan))
                .set_border_left(FormatBorder::Medium)
                .set_border_left_color(Color::RGB(0x6B4E00)),
            Look::Diperbaiki => word(fill(Severity::Diperbaiki), 0x1F4E79),
            Look::Info | Look::Samar => cell.set_align(FormatAlign::Center).set_font_color(ABU_TUA).set_italic(),
            Look::Baik => cell.set_align(FormatAlign::Center).set_font_color(Color::RGB(0x2E6B3E)),
        }
    }
}

/// A number format with Indonesian separators, `1.234,5`, also where LibreOffice speaks another language; Excel always uses
/// those of its own country. Parts of a format, split by `;`, each need it.
pub(super) fn angka(shown: &str) -> String {
    shown.split(';').map(|part| format!("[$-421]{part}")).collect::<Vec<_>>().join(";")
}

/// The colour of a cell that carries a finding.
pub(super) fn fill(severity: Severity) -> Color {
    match severity {
        Severity::Galat => Color::RGB(0xF6C4C4),
        Severity::Peringatan => Color::RGB(0xFDEFB0),
        Severity::Diperbaiki => Color::RGB(0xCFE2F5),
        Severity::Info => Color::RGB(0xEDEFF2),
    }
}

/// The font of everything.
pub(super) fn base() -> Format {
    Format::new().set_font_name(FONT).set_font_size(10).set_font_color(TINTA).set_align(FormatAlign::VerticalCenter)
}

/// Every format of a workbook, made once.
pub(super) struct Style {
    looks: Vec<Format>,
    /// Whether cells of a list take the look of their column: for sheets that may become large.
    pub(super) by_column: bool,
    /// A cell that was never touched.
    pub(super) plain: Format,
    pub(super) title: Format,
    pub(super) subtitle: Format,
    /// A sentence over several columns and lines.
    pub(super) note: Format,
    pub(super) section: Format,
    /// A row that opens a group of rows.
    pub(super) band: Format,
    pub(super) header: Format,
    pub(super) back: Format,
    pub(super) card_label: Format,
    pub(super) card_value: Format,
    pub(super) card_note: Format,
    pub(super) prose: Format,
}

impl Style {
    pub(super) fn new() -> Style {
        let card = base().set_background_color(ABU_MUDA).set_align(FormatAlign::Center);
        Style {
            looks: Look::ALL.iter().map(|look| look.format()).collect(),
            by_column: false,
            plain: base(),
            title: base().set_bold().set_font_size(15).set_font_color(BIRU),
            subtitle: base().set_font_color(ABU_TUA),
            note: base().set_font_color(ABU_TUA).set_text_wrap().set_align(FormatAlign::Top),
            section: base()
                .set_bold()
                .set_font_size(11)
                .set_font_color(BIRU)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(BIRU),
            band: base()
                .set_bold()
                .set_font_color(BIRU)
                .set_background_color(ABU_MUDA)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(BIRU),
            header: base()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_background_color(BIRU_MUDA)
                .set_border(FormatBorder::Thin)
                .set_border_color(ABU),
            back: base().set_font_color(BIRU).set_underline(rust_xlsxwriter::FormatUnderline::Single),
            card_label: card
                .clone()
                .set_font_size(9)
                .set_font_color(ABU_TUA)
                .set_border_top(FormatBorder::Thick)
                .set_border_top_color(BIRU),
            card_value: card.clone().set_font_size(18).set_bold().set_font_color(BIRU).set_num_format(angka("#,##0")),
            card_note: card.set_font_size(9).set_font_color(ABU_TUA).set_text_wrap().set_align(FormatAlign::Top),
            prose: base().set_font_size(9).set_text_wrap(),
        }
    }

    /// For sheets of this size.
    pub(super) fn of_size(size: Size) -> Style {
        Style { by_column: size == Size::Large, ..Style::new() }
    }

    pub(super) fn of(&self, look: Look) -> &Format {
        &self.looks[look as usize]
    }

    /// Every format that a list is written in, always in the same order.
    pub(super) fn of_lists(&self) -> impl Iterator<Item = &Format> {
        self.looks.iter().chain([&self.title, &self.note, &self.section, &self.band, &self.header, &self.back])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_stand_in_the_order_of_their_list() {
        for (index, look) in Look::ALL.iter().enumerate() {
            assert_eq!(*look as usize, index);
        }
    }
}
