//! Sheet *Keputusan*: every proposed move, for leadership to decide on, and what was decided before. It comes back in the
//! inbox; its rows with a proposed unit are then the published plan (design §5.8).

mod baris;

use jiff::civil::date;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, ProtectionOptions, Workbook,
    XlsxError, utility,
};

use self::baris::lines;
use super::leaf::Leaf;
use super::style::{self, Look};
use super::table::{self, Column, Heading, List, Value, column};
use super::{Page, Sheet, Size, ringkasan, text};
use crate::model::kamus::Calon;
use crate::model::keputusan::{KOLOM_ASLI, LEMBAR_ASLI, LEMBAR_KEPUTUSAN, Tindakan};
use crate::model::unit::UnitId;
use crate::write::Results;

pub(super) const SHEET: Sheet = Sheet { title: LEMBAR_KEPUTUSAN, size: Size::Small, write };

/// The hidden sheet with the units of the dropdown.
pub(super) const LEMBAR_UNIT: &str = "_unit";

/// Rows for decisions about people whom the plan does not move.
const BLANK_ROWS: usize = 20;
/// Letters that a dropdown's own list may hold (Excel's limit).
const MOST_LETTERS: usize = 255;

/// Titles in capitals are of cells to fill: that shows in black and white too.
const COLUMNS: &[Column] = &[
    column("No", 4.5, Look::Center),
    column("NIP", 20.5, Look::Text),
    column("Nama", 18.5, Look::Wrap),
    column("Jabatan", 16.0, Look::Wrap),
    column("Dari unit", 17.0, Look::Wrap),
    column("Ke unit", 19.0, Look::Wrap),
    column("Ke jabatan", 16.0, Look::Wrap),
    column("KEPUTUSAN", 14.0, Look::Wrap),
    column("TUJUAN", 17.0, Look::Wrap),
    column("JABATAN TUJUAN", 14.0, Look::Wrap),
    column("ATURAN", 9.0, Look::Wrap),
    column("ALASAN", 23.0, Look::Wrap),
    column("PEJABAT", 14.0, Look::Wrap),
    column("TANGGAL", 12.0, Look::Text),
    column("Hasil", 16.5, Look::Wrap),
];

const NIP: u16 = 1;
const NAMA: u16 = 2;
const KEPUTUSAN: u16 = 7;
const TUJUAN: u16 = 8;
const ATURAN: u16 = 10;
const TANGGAL: u16 = 13;

/// What each decision means, and two of the results, under the rows.
const ARTI: [&str; 8] = [
    "Setuju: perpindahan yang diusulkan ditetapkan; bila TUJUAN diisi, ke unit itu.",
    "Tolak: pegawai tidak dipindahkan ke tempat yang diusulkan (atau ke TUJUAN); tempat lain masih mungkin.",
    "Tetapkan ke: pegawai dipindahkan ke TUJUAN; isi JABATAN TUJUAN bila jabatannya lain.",
    "Larang: pegawai tidak dipindahkan ke unit pada TUJUAN; tanpa TUJUAN, tidak ke mana pun.",
    "Tunda: pegawai tetap di tempatnya pada periode ini.",
    "Kecualikan aturan: aturan pada kolom ATURAN tidak menahan pegawai ini (ke TUJUAN, bila diisi).",
    "Hasil “Belum dipakai”: keputusan itu belum berlaku; perbaiki barisnya, atau kosongkan.",
    "Digantikan (…): keputusan lain yang berlaku; pilih lagi dari daftar bila tetap dikehendaki, atau kosongkan.",
];

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let results = page.results;
    let periode = results.roster.periode;
    let title = format!("{LEMBAR_KEPUTUSAN} atas rencana bulan {}", periode.in_words());
    let note = format!(
        "Isi kolom berjudul HURUF BESAR (sel berbingkai): pilih keputusan, tulis alasan dan pejabatnya, simpan, taruh berkas \
         ini di masuk/{periode}/, lalu jalankan lagi. Baris yang tidak diputuskan dibiarkan kosong. Arti tiap keputusan \
         ada di bawah tabel."
    );
    let heading = Heading { title: &title, note: &note, back: Some(ringkasan::SHEET.title), frozen: 3 };
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    let input = Input::new();
    for line in lines(results) {
        input.row(&mut list, line.values, line.open_from)?;
    }
    // On paper the meanings stand below rows to fill, never alone.
    list.keep_together(BLANK_ROWS, &ARTI)?;
    for _ in 0..BLANK_ROWS {
        input.row(&mut list, COLUMNS.iter().map(|_| Value::Empty).collect(), NIP)?;
    }
    let (first, last) = (list.first_row(), list.next_row() - 1);
    validate(results, list.sheet, first, last)?;
    list.filter(last)?;
    list.sheet.set_tab_color(style::KUNING_TUA).protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    list.sheet.set_selection(first, KEPUTUSAN, first, KEPUTUSAN)?;
    ARTI.iter().try_for_each(|arti| list.remark(arti))?;
    list.close()
}

/// The hidden sheets: the units of the dropdown, and the locked cells as they are written here.
pub(super) fn hidden(workbook: &mut Workbook, results: &Results<'_>) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(LEMBAR_UNIT)?.set_very_hidden(true);
    for (row, id) in (0..).zip(results.roster.unit_ids()) {
        sheet.write_string(row, 0, unit_text(results, id))?;
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(LEMBAR_ASLI)?.set_very_hidden(true);
    let plain = Format::new();
    for (col, title) in (0..).zip(KOLOM_ASLI) {
        sheet.write_string(0, col, title)?;
    }
    let locked = (table::FIRST_ROW..).zip(lines(results)).filter(|(_, line)| line.open_from == KEPUTUSAN);
    for (to, (row, line)) in (1..).zip(locked) {
        sheet.write_number(to, 0, row + 1)?;
        for (col, value) in line.values.iter().enumerate().take(usize::from(KEPUTUSAN)).skip(usize::from(NIP)) {
            text::put(sheet, to, col as u16, value.text().unwrap_or_default(), &plain)?;
        }
    }
    Ok(())
}

/// `SD Negeri 12 Bangko · kode 10501012`.
fn unit_text(results: &Results<'_>, unit: UnitId) -> String {
    let unit = results.roster.unit(unit);
    Calon { nama: unit.nama.to_string(), kode: unit.kode.as_deref().map(str::to_string), keterangan: None }.teks()
}

/// The cells that a person fills: the only ones that are not locked.
struct Input(Format);

impl Input {
    fn new() -> Input {
        Input(style::input(style::ABU_TUA).set_num_format("@"))
    }

    /// A row whose cells to fill begin in this column; of a blank row NIP and name are among them.
    fn row(&self, list: &mut List<'_>, values: Vec<Value<'_>>, from: u16) -> Result<(), XlsxError> {
        let row = list.next_row();
        let texts: Vec<Option<String>> = values.iter().map(|value| value.text().map(str::to_string)).collect();
        list.row(values)?;
        let open = (NIP..=NAMA).filter(|_| from == NIP).chain(KEPUTUSAN..=TANGGAL);
        for col in open {
            match &texts[usize::from(col)] {
                Some(filled) => text::put(list.sheet, row, col, filled, &self.0)?,
                None => list.sheet.write_blank(row, col, &self.0).map(drop)?,
            }
        }
        Ok(())
    }
}

/// Dropdowns of decisions, units and rules; a day in the column of days.
fn validate(results: &Results<'_>, sheet: &mut Leaf, first: u32, last: u32) -> Result<(), XlsxError> {
    let words = Tindakan::ALL.map(Tindakan::label);
    let decisions = DataValidation::new()
        .allow_list_strings(&words)?
        .set_error_title("Keputusan belum sesuai")?
        .set_error_message("Mohon pilih dari daftar.")?;
    sheet.add_data_validation(first, KEPUTUSAN, last, KEPUTUSAN, &decisions)?;
    if let Some(last_unit) = (results.roster.units.len() as u32).checked_sub(1) {
        let cells = utility::cell_range_absolute(0, 0, last_unit, 0);
        let units = DataValidation::new()
            .allow_list_formula(Formula::new(format!("='{LEMBAR_UNIT}'!{cells}")))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Unit belum sesuai")?
            .set_error_message("Mohon pilih unit dari daftar, atau tulis namanya seperti di data unit.")?;
        sheet.add_data_validation(first, TUJUAN, last, TUJUAN, &units)?;
    }
    let codes: Vec<&str> =
        results.plan.rules.iter().filter(|rule| rule.tingkat == "blokir").map(|rule| rule.code).collect();
    let letters: usize = codes.iter().map(|code| code.len() + 1).sum();
    if !codes.is_empty() && letters <= MOST_LETTERS {
        let rules = DataValidation::new()
            .allow_list_strings(&codes)?
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Kode aturan belum sesuai")?
            .set_error_message("Mohon pilih kode aturan dari daftar; artinya ada di lembar Aturan.")?;
        sheet.add_data_validation(first, ATURAN, last, ATURAN, &rules)?;
    }
    let day = DataValidation::new()
        .allow_date(DataValidationRule::Between(date(2020, 1, 1), date(2100, 12, 31)))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("Tanggal belum sesuai")?
        .set_error_message("Mohon tulis seperti 21-11-2026 (hari-bulan-tahun).")?;
    sheet.add_data_validation(first, TANGGAL, last, TANGGAL, &day)?;
    Ok(())
}
