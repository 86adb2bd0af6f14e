//! The native charts of Ringkasan and the hidden sheet with their figures.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartRange, ChartSolidFill, Color,
    ObjectMovement, Worksheet, XlsxError,
};

use super::Page;
use super::figures::{Bar, Figures};
use super::leaf::Leaf;
use super::style::{ABU, ABU_TUA, BIRU, FONT, TINTA};
use crate::model::angka::ribuan;

/// The hidden sheet the charts draw from.
const DATA: &str = "_data";

/// Longest line of a label of an axis, in characters.
const MAX_LINE: usize = 26;
/// Most lines of a label.
const MAX_LINES: usize = 4;

/// One chart: its place in the hidden sheet and its looks.
struct Plot {
    title: String,
    /// First of three columns in the hidden sheet: label, before, after.
    col: u16,
    bars: Vec<Bar>,
    before: &'static str,
    after: &'static str,
    kind: Kind,
    /// What stands in the chart's place when there is nothing to draw.
    empty: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Lying bars, before and after: long labels stay legible.
    Lying,
    /// Standing columns, before and after.
    Standing,
    /// Standing columns, one series.
    Single,
}

fn plots(figures: &Figures) -> [Plot; 3] {
    let ways = &figures.distances;
    let (title, before, after, kind) = match ways.from_home {
        true => ("Jarak rumah ke tempat tugas", "Sebelum", "Sesudah", Kind::Standing),
        false => ("Jarak dari unit lama ke unit baru", "", "Perpindahan", Kind::Single),
    };
    [
        Plot {
            // Programs differ in the order of a legend beside lying bars, so the title says which is which.
            title: format!("Kekurangan per {}: terang sebelum, gelap sesudah", figures.gaps_by),
            col: 0,
            bars: figures.gaps.clone(),
            before: "Sebelum",
            after: "Sesudah",
            kind: Kind::Lying,
            empty: "Tidak ada kekurangan pegawai.",
        },
        Plot {
            title: "Banyaknya jabatan menurut keterisian (%)".into(),
            col: 4,
            bars: if figures.known_posts == 0 { Vec::new() } else { figures.deciles.clone() },
            before: "Sebelum",
            after: "Sesudah",
            kind: Kind::Standing,
            empty: "Kebutuhan tidak diketahui.",
        },
        Plot {
            title: format!("{title} (km; {} orang)", ribuan(ways.people as i64)),
            col: 8,
            bars: if ways.people == 0 { Vec::new() } else { ways.bars.clone() },
            before,
            after,
            kind,
            empty: "Tidak ada perpindahan yang jaraknya diketahui.",
        },
    ]
}

/// Writes the figures behind the charts into a hidden sheet.
pub(super) fn data_sheet(page: &Page<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(DATA)?.set_hidden(true);
    for plot in plots(&page.figures) {
        sheet.write_string(0, plot.col, &plot.title)?;
        for (row, bar) in (1..).zip(&plot.bars) {
            sheet.write_string(row, plot.col, lines(&bar.label))?;
            sheet.write_number(row, plot.col + 1, bar.before)?;
            sheet.write_number(row, plot.col + 2, bar.after)?;
        }
    }
    Ok(())
}

/// Places the charts, each `size` pixels, at the given cells.
pub(super) fn insert(
    page: &Page<'_>,
    sheet: &mut Leaf,
    places: [(u32, u16); 3],
    size: (u32, u32),
) -> Result<(), XlsxError> {
    for (plot, (row, col)) in plots(&page.figures).iter().zip(places) {
        if plot.bars.is_empty() {
            sheet.write_string_with_format(row, col, &plot.title, &page.style.section)?;
            sheet.write_string_with_format(row + 1, col, plot.empty, &page.style.subtitle)?;
        } else {
            sheet.insert_chart_with_offset(row, col, &chart(plot, size), 2, 4)?;
        }
    }
    Ok(())
}

fn chart(plot: &Plot, size: (u32, u32)) -> Chart {
    let mut chart = if plot.kind == Kind::Lying { Chart::new_bar() } else { Chart::new_column() };
    if plot.kind != Kind::Single {
        series(&mut chart, plot, 1, plot.before, ABU, ABU_TUA);
    }
    series(&mut chart, plot, 2, plot.after, BIRU, BIRU);
    let mut heading = ChartFont::new();
    heading.set_name(FONT).set_size(10).set_bold().set_color(TINTA);
    chart.title().set_name(&plot.title).set_font(&heading);
    let mut small = ChartFont::new();
    small.set_name(FONT).set_size(9).set_color(TINTA);
    let mut axis_line = ChartLine::new();
    axis_line.set_color(ABU);
    // The labels on the bars say the figures; a value axis would say them twice.
    if plot.kind == Kind::Lying {
        chart.y_axis().set_font(&small).set_format(ChartFormat::new().set_line(&axis_line)).set_reverse();
        chart.x_axis().set_hidden(true).set_major_gridlines(false).set_min(0);
    } else {
        chart.x_axis().set_font(&small).set_format(ChartFormat::new().set_line(&axis_line));
        chart.y_axis().set_hidden(true).set_major_gridlines(false).set_min(0);
    }
    match plot.kind {
        Kind::Standing => drop(chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&small)),
        Kind::Lying | Kind::Single => drop(chart.legend().set_hidden()),
    }
    let mut frame = ChartLine::new();
    frame.set_color(Color::RGB(0xDDE3EA));
    chart.chart_area().set_format(ChartFormat::new().set_border(&frame));
    chart.set_width(size.0).set_height(size.1).set_alt_text(&plot.title);
    chart.set_object_movement(ObjectMovement::MoveAndSizeWithCells).show_hidden_data();
    chart
}

fn series(chart: &mut Chart, plot: &Plot, offset: u16, name: &str, fill: Color, border: Color) {
    let last = plot.bars.len() as u32;
    let values = ChartRange::new_from_range(DATA, 1, plot.col + offset, last, plot.col + offset);
    let categories = ChartRange::new_from_range(DATA, 1, plot.col, last, plot.col);
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(9).set_color(TINTA);
    let mut label = ChartDataLabel::new();
    label.show_value().set_font(&font).set_num_format("#,##0;;");
    let (mut solid, mut line) = (ChartSolidFill::new(), ChartLine::new());
    solid.set_color(fill);
    line.set_color(border).set_width(0.5);
    chart
        .add_series()
        .set_values(&values)
        .set_categories(&categories)
        .set_name(name)
        .set_gap(60)
        .set_overlap(0)
        .set_format(ChartFormat::new().set_solid_fill(&solid).set_border(&line))
        .set_data_label(&label);
}

/// A label in lines short enough to leave room for the bars: cut between words, and only beyond so many lines within.
fn lines(label: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in label.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= MAX_LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    if lines.len() > MAX_LINES {
        lines.truncate(MAX_LINES);
        lines.iter_mut().last().into_iter().for_each(|line| line.push('…'));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn the_name_of_an_office_stands_whole_in_lines() {
        let name = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia";
        assert_eq!(lines(name), "Badan Kepegawaian dan\nPengembangan Sumber Daya\nManusia");
        assert_eq!(lines("Dinas Kesehatan"), "Dinas Kesehatan");
        assert!(lines(&"kata ".repeat(40)).ends_with('…'));
    }
}
