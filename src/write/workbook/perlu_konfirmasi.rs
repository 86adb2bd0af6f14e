//! Sheet *Perlu Konfirmasi*: names that are near to known ones, each with its candidates, for a person to choose.

use jiff::civil::date;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, ProtectionOptions, Workbook,
    XlsxError, utility,
};

use super::leaf::{self, Leaf};
use super::link::{COPIES, Copies};
use super::style::{self, Look, Style};
use super::table::{Column, Heading, List, Value, column};
use super::{Page, Sheet, Size, new_workbook, properties, ringkasan};
use crate::finding::Place;
use crate::finding::without_nik;
use crate::model::angka::ribuan;
use crate::model::artifact::Artifact;
use crate::model::kamus::{
    BUKAN, KOLOM_CALON, KOLOM_JAWABAN, LEMBAR_KONFIRMASI, LEMBAR_PILIHAN, MOST_CALON, Pertanyaan, TANDA,
    TANDA_KONFIRMASI,
};
use crate::model::tanggal::Periode;
use crate::write::Results;

pub(super) const SHEET: Sheet = Sheet { title: LEMBAR_KONFIRMASI, size: Size::Small, write };

/// More than anyone answers in a month; every row has a dropdown of its own.
const MOST_ROWS: usize = 2_000;

const COLUMNS: &[Column] = &[
    column("No", 5.0, Look::Center),
    column(KOLOM_JAWABAN[0], 12.0, Look::Wrap),
    column(KOLOM_JAWABAN[1], 26.0, Look::Wrap),
    column("Berapa kali", 8.0, Look::Count),
    column("Contoh tempat", 25.0, Look::Wrap),
    column("Buka", 13.0, Look::Center),
    column(KOLOM_CALON[0], 25.0, Look::Wrap),
    column(KOLOM_CALON[1], 25.0, Look::Wrap),
    column(KOLOM_CALON[2], 25.0, Look::Wrap),
    column(KOLOM_JAWABAN[2], 28.0, Look::Wrap),
    column(KOLOM_JAWABAN[3], 20.0, Look::Wrap),
    column(KOLOM_JAWABAN[4], 13.0, Look::Text),
    column(KOLOM_JAWABAN[5], 20.0, Look::Wrap),
];

const CALON: u16 = 6;
/// Width of a column that nothing stands in.
const UNUSED: f64 = 8.0;
/// The first of the cells to fill, and which of them they are.
const PILIHAN: u16 = 9;
const TANGGAL: u16 = 11;
const CATATAN: u16 = 12;

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let roster = page.results.roster;
    let questions = Questions { list: &roster.pertanyaan, periode: roster.periode, back: Some(ringkasan::SHEET.title) };
    questions.write(sheet, &page.style, |place| page.copies.url(place))
}

/// The questions alone, as `check` writes them beside the annotated copies; `None` where there are none.
pub fn perlu_konfirmasi(results: &Results<'_>) -> Result<Option<Artifact>, XlsxError> {
    let roster = results.roster;
    if roster.pertanyaan.is_empty() {
        return Ok(None);
    }
    let (periode, daerah) = (roster.periode, results.settings.daerah.full_name());
    let title = format!("{LEMBAR_KONFIRMASI} – {daerah} – {}", periode.in_words());
    let properties = properties(&title, &daerah, periode.first_day()).set_custom_property(TANDA, TANDA_KONFIRMASI);
    let mut workbook = new_workbook(&properties)?;
    let copies = Copies::of(results);
    // The copies stand in the same folder here.
    let inside = format!("file:///{COPIES}/");
    let link = |place: &Place| Some(format!("file:///{}", copies.url(place)?.strip_prefix(&inside)?));
    let sheet = workbook.add_worksheet().set_name(LEMBAR_KONFIRMASI)?;
    let questions = Questions { list: &roster.pertanyaan, periode, back: None };
    let print = Leaf::on(sheet, |leaf| questions.write(leaf, &Style::new(), link))?;
    leaf::hidden(&mut workbook, &[(LEMBAR_KONFIRMASI, print)])?;
    choices(&mut workbook, &roster.pertanyaan)?;
    Ok(Some(Artifact { path: format!("{COPIES}/perlu-konfirmasi-{periode}.xlsx"), bytes: workbook.save_to_buffer()? }))
}

/// The hidden sheet of the dropdowns: a row for each question, since a list in a cell's own rule may hold 255 letters
/// and no comma.
pub(super) fn choices(workbook: &mut Workbook, questions: &[Pertanyaan]) -> Result<(), XlsxError> {
    if questions.is_empty() {
        return Ok(());
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(LEMBAR_PILIHAN)?.set_very_hidden(true);
    for (row, question) in (0..).zip(questions.iter().take(MOST_ROWS)) {
        for (col, text) in (0..).zip(choices_of(question)) {
            sheet.write_string(row, col, text)?;
        }
    }
    Ok(())
}

fn choices_of(question: &Pertanyaan) -> Vec<String> {
    let calon = question.calon.iter().take(MOST_CALON).map(|calon| calon.teks());
    calon.chain(std::iter::once(BUKAN.to_string())).collect()
}

/// The questions of a month, and the way back to the first sheet.
struct Questions<'a> {
    list: &'a [Pertanyaan],
    periode: Periode,
    back: Option<&'a str>,
}

impl Questions<'_> {
    fn write(&self, sheet: &mut Leaf, style: &Style, link: impl Fn(&Place) -> Option<String>) -> Result<(), XlsxError> {
        let note = format!(
            "Isi kolom kuning: pilih yang dimaksud, tulis nama Anda dan tanggalnya, simpan, taruh berkas ini di \
             masuk/{}/, lalu jalankan lagi. Satu pilihan berlaku untuk semua sel yang menulis nama itu.",
            self.periode
        );
        let heading = Heading { title: LEMBAR_KONFIRMASI, note: &note, back: self.back, frozen: 3 };
        let mut list = List::open(sheet, style, &heading, COLUMNS)?;
        // Few names have more than one candidate; their columns would only make the print smaller.
        for at in (1..MOST_CALON).filter(|at| self.list.iter().all(|question| question.calon.len() <= *at)) {
            list.sheet.set_column_width(CALON + at as u16, UNUSED)?;
        }
        let input = Input::new();
        for (number, question) in (1usize..).zip(self.list.iter().take(MOST_ROWS)) {
            let row = list.next_row();
            list.row(values(number, question, link(&question.contoh)))?;
            input.row(list.sheet, row, number as u32 - 1, question)?;
        }
        if self.list.is_empty() {
            list.remark("Tidak ada yang perlu dikonfirmasi.")?;
            return list.close();
        }
        let (first, last) = (list.first_row(), list.next_row() - 1);
        list.sheet.add_data_validation(first, TANGGAL, last, TANGGAL, &day()?)?;
        list.filter(last)?;
        list.sheet.set_tab_color(style::KUNING_TUA).protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            use_autofilter: true,
            ..ProtectionOptions::default()
        });
        list.sheet.set_selection(first, PILIHAN, first, PILIHAN)?;
        if self.list.len() > MOST_ROWS {
            let left = ribuan((self.list.len() - MOST_ROWS) as i64);
            list.remark(&format!("{left} nama lagi akan ditanyakan sesudah yang di atas dijawab."))?;
        }
        list.close()
    }
}

fn values(number: usize, question: &Pertanyaan, url: Option<String>) -> Vec<Value<'_>> {
    let calon = |at: usize| question.calon.get(at).map(|calon| calon.teks()).into();
    vec![
        number.into(),
        question.jenis.label().into(),
        without_nik(&question.tertulis).into(),
        question.kali.into(),
        in_words(&question.contoh).into(),
        url.map_or(Value::Empty, |url| Value::Link("Buka salinan".into(), url)),
        calon(0),
        calon(1),
        calon(2),
        Value::Empty,
        Value::Empty,
        Value::Empty,
        Value::Empty,
    ]
}

/// Without the folder, which is the same for nearly all: `pegawai.xlsx › Data › H12`.
fn in_words(place: &Place) -> String {
    let file = place.file.rsplit('/').next().unwrap_or(&place.file);
    place.in_file(file).to_string()
}

/// The cells that a person fills: the only ones that are not locked.
struct Input {
    text: Format,
    date: Format,
}

impl Input {
    fn new() -> Input {
        let cell = style::input(style::ABU);
        Input { date: cell.clone().set_num_format("dd-mm-yyyy"), text: cell.set_num_format("@") }
    }

    fn row(&self, sheet: &mut Leaf, row: u32, question_row: u32, question: &Pertanyaan) -> Result<(), XlsxError> {
        for col in PILIHAN..=CATATAN {
            sheet.write_open(row, col, if col == TANGGAL { &self.date } else { &self.text })?;
        }
        let last = choices_of(question).len() as u16 - 1;
        let cells = utility::cell_range_absolute(question_row, 0, question_row, last);
        let choice = DataValidation::new()
            .allow_list_formula(Formula::new(format!("='{LEMBAR_PILIHAN}'!{cells}")))
            .set_error_title("Pilihan belum sesuai")?
            .set_error_message("Mohon pilih dari daftar. Jika yang dimaksud tidak ada, pilih “Bukan salah satunya”.")?;
        sheet.add_data_validation(row, PILIHAN, row, PILIHAN, &choice)?;
        Ok(())
    }
}

fn day() -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_date(DataValidationRule::Between(date(2020, 1, 1), date(2100, 12, 31)))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("Tanggal belum sesuai")?
        .set_error_message("Mohon tulis seperti 21-11-2026 (hari-bulan-tahun).")
}
