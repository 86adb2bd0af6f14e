//! The budget curve on *Keadilan*: what fewer moves would reach, as a table and a line chart.

use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType,
    ChartSolidFill, ChartType, Color, ObjectMovement, XlsxError,
};

use super::keadilan::{Lembar, SHEET};
use super::keadilan_ukuran::Angka;
use super::style::{ABU, ABU_TUA, BIRU, FONT, TINTA};
use crate::model::adil::{Keadilan, Ukuran};

/// Titles of [`figures`].
pub(super) const HEADS: [&str; 7] = [
    "Pindah (orang)",
    "Kekurangan (orang)",
    "Jabatan kurang",
    "Keterisian 10% terbawah",
    "Usulan terpenuhi",
    "Jarak rata-rata (km)",
    "Poin kecocokan",
];

/// Column of the moves, and of the shortage.
const PINDAH: u16 = 1;
const KURANG: u16 = 2;

/// Size of the chart.
const PIXELS: (u32, u32) = (1_000, 330);
const CHART_ROWS: u32 = 17;

/// What is told of one of several plans.
pub(super) fn figures(own: &Ukuran) -> [Angka; 7] {
    [
        Angka::Bulat(own.pindah.into()),
        Angka::Bulat(own.kurang as i64),
        Angka::Bulat(own.jabatan_kurang.into()),
        Angka::Persen(own.sebaran.desil[0]),
        Angka::Bulat(own.usulan.semua().into()),
        own.jarak.map_or(Angka::kosong(), |way| Angka::Km(way.rata_m)),
        Angka::Bulat(own.poin),
    ]
}

/// Table and chart.
pub(super) fn write(out: &mut Lembar<'_>, keadilan: &Keadilan, dibatasi: bool) -> Result<(), XlsxError> {
    out.section("Bila yang berpindah lebih sedikit")?;
    out.header("Batas perpindahan", &HEADS, "")?;
    let first = out.row;
    let all = keadilan.kurva.last().map_or(0, |most| u64::from(most.pindah));
    for own in &keadilan.kurva {
        let name = match (own.pindah, u64::from(own.pindah) == all) {
            (0, _) => "Tidak seorang pun pindah".to_string(),
            (_, true) => "Semua perpindahan yang perlu".to_string(),
            (pindah, false) => format!("Paling banyak {pindah} orang"),
        };
        out.line(&name, &figures(own), None)?;
    }
    let last = out.row - 1;
    out.note(
        "Setiap baris adalah rencana yang mengisi paling baik untuk jumlah perpindahannya; tempat pada jabatan yang lebih \
         kosong didahulukan. Dengan jumlah perpindahan di antara dua baris, kekurangannya pun di antara keduanya; poin \
         dan jarak dapat naik turun.",
    )?;
    if dibatasi {
        out.note(
            "Batas rencana di mutasi.toml tidak dipakai pada tabel ini, agar terlihat apa yang dicapai bila batasnya \
             dilonggarkan.",
        )?;
    }
    if keadilan.kurva.len() > 1 {
        let chart = chart((first, last));
        out.sheet.insert_chart_with_offset(out.row, 0, &chart, 4, 6)?;
        out.row += CHART_ROWS;
    }
    Ok(())
}

/// Shortage and short posts over moves.
fn chart((first, last): (u32, u32)) -> Chart {
    let mut chart = Chart::new(ChartType::ScatterStraightWithMarkers);
    let lines = [
        ("Kekurangan (orang)", KURANG, BIRU, ChartMarkerType::Circle, ChartLineDashType::Solid),
        ("Jabatan yang masih kurang", KURANG + 1, ABU_TUA, ChartMarkerType::Square, ChartLineDashType::Dash),
    ];
    for (name, col, ink, kind, dash) in lines {
        series(&mut chart, (first, last), (name, col), (ink, kind, dash));
    }
    let mut heading = ChartFont::new();
    heading.set_name(FONT).set_size(9).set_bold().set_color(TINTA);
    chart.title().set_name("Kekurangan menurut banyaknya perpindahan").set_font(&heading);
    let mut small = ChartFont::new();
    small.set_name(FONT).set_size(8).set_color(TINTA);
    let (mut axis, mut grid, mut frame) = (ChartLine::new(), ChartLine::new(), ChartLine::new());
    axis.set_color(ABU);
    grid.set_color(Color::RGB(0xE3E8EE));
    frame.set_color(Color::RGB(0xDDE3EA));
    let line = ChartFormat::new().set_line(&axis).clone();
    chart
        .x_axis()
        .set_name("Orang yang berpindah")
        .set_name_font(&small)
        .set_font(&small)
        .set_format(&mut line.clone());
    chart.x_axis().set_min(0).set_num_format("#,##0").set_major_gridlines(false);
    chart.y_axis().set_font(&small).set_min(0).set_num_format("#,##0").set_format(&mut line.clone());
    chart.y_axis().set_major_gridlines_line(&grid);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&small);
    chart.chart_area().set_format(ChartFormat::new().set_border(&frame));
    chart.set_width(PIXELS.0).set_height(PIXELS.1).set_alt_text("Kekurangan menurut banyaknya perpindahan");
    chart.set_object_movement(ObjectMovement::MoveAndSizeWithCells);
    chart
}

fn series(
    chart: &mut Chart,
    (first, last): (u32, u32),
    (name, col): (&str, u16),
    (ink, kind, dash): (Color, ChartMarkerType, ChartLineDashType),
) {
    let (mut line, mut fill, mut border) = (ChartLine::new(), ChartSolidFill::new(), ChartLine::new());
    line.set_color(ink).set_width(1.75).set_dash_type(dash);
    fill.set_color(ink);
    border.set_color(ink);
    let mut marker = ChartMarker::new();
    marker.set_type(kind).set_size(6).set_format(ChartFormat::new().set_solid_fill(&fill).set_border(&border));
    let sheet = SHEET.title;
    chart
        .add_series()
        .set_categories((sheet, first, PINDAH, last, PINDAH))
        .set_values((sheet, first, col, last, col))
        .set_name(name)
        .set_format(ChartFormat::new().set_line(&line))
        .set_marker(&marker);
}
