//! The sheet Petunjuk of a blank workbook: how to fill it, what to leave be, and what each column means.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::isian::{self, Lists};
use super::{CONTOH, DATA, PETUNJUK};
use crate::model::cells::Kind;
use crate::schema::Column;
use crate::write::workbook::style::{self, Look, Style};
use crate::write::workbook::text;

/// Widths in characters of the five columns of the sheet.
const WIDTHS: [f64; 5] = [22.0, 10.0, 46.0, 40.0, 32.0];
const HEADERS: [&str; 5] = ["KOLOM", "PENGISIAN", "ARTI", "BENTUK ISIAN", "CONTOH"];
/// Points that a line of ten-point text takes.
const LINE: f64 = 13.5;

pub(super) fn sheet(sheet: &mut Worksheet, kind: Kind, columns: &[Column], lists: &Lists) -> Result<(), XlsxError> {
    let style = Style::new();
    let prose = style::base().set_text_wrap();
    sheet.set_name(PETUNJUK)?.set_screen_gridlines(false);
    for (col, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(col, width)?;
    }
    sheet.write_string_with_format(0, 0, format!("Petunjuk pengisian data {}", kind.label()), &style.title)?;
    sheet.set_row_height(0, 24)?;
    let row = section(sheet, 2, "Cara mengisi", &steps(kind), (&style, &prose))?;
    let row = section(sheet, row + 1, "Agar isian terbaca dengan benar", CAUTIONS, (&style, &prose))?;
    let row = column_table(sheet, row + 1, columns, lists, &style)?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_print_area(0, 0, row - 1, 4)?;
    sheet.set_footer("&L&8&F – &A&R&8Halaman &P dari &N");
    sheet.protect();
    Ok(())
}

/// What one row of the sheet to fill is about.
fn one_row(kind: Kind) -> &'static str {
    match kind {
        Kind::Pegawai => "satu pegawai",
        Kind::Kebutuhan => "satu jabatan di satu unit kerja",
        Kind::Sekolah => "satu sekolah",
        Kind::Unit => "satu unit kerja",
        Kind::Puskesmas => "satu puskesmas",
        Kind::Aspirasi => "satu pegawai",
        Kind::Penilaian => "satu pegawai untuk satu tahun penilaian",
        Kind::Hukdis => "satu hukuman disiplin",
        Kind::Survei => "satu unit kerja untuk satu masa survei",
        Kind::Beban => "satu tugas sebuah jabatan",
        Kind::Keputusan => "satu keputusan tentang satu pegawai",
    }
}

fn steps(kind: Kind) -> Vec<String> {
    let row = one_row(kind);
    vec![
        format!("Isilah lembar {DATA} mulai baris kedua, {row} tiap baris. Baris pertama adalah judul kolom."),
        "Kolom berjudul biru tua dengan huruf putih wajib diisi. Kolom berjudul biru muda diisi bila ada; bila tidak \
         ada, biarkan kosong, tanpa angka 0 atau tanda hubung."
            .into(),
        "Arahkan penunjuk ke judul kolom untuk membaca artinya. Pada kolom yang mempunyai daftar, pilih isian dari \
         panah di sisi sel."
            .into(),
        "Tulis tanggal sebagai hari-bulan-tahun, misalnya 13-08-2019, lalu periksa yang tampil di sel: hari dan bulan \
         tidak boleh tertukar."
            .into(),
        format!("Lihat lembar {CONTOH} untuk satu baris yang sudah terisi. Dua ribu baris pertama sudah disiapkan."),
        "Simpan sebagai berkas .xlsx di folder masuk/TAHUN-BULAN/ dalam folder kerja, misalnya masuk/2026-11/, tutup \
         berkasnya, lalu jalankan mutasi periksa. Nama berkas bebas, dan boleh lebih dari satu berkas."
            .into(),
    ]
}

const CAUTIONS: &[&str] = &[
    "Judul dan susunan kolom mohon tidak diubah; kolom yang tidak diperlukan cukup dibiarkan kosong. Kolom tambahan \
     tidak dibaca.",
    "Mohon tidak menggabungkan sel, dan tidak menulis kepala surat, baris jumlah, atau tanda tangan di lembar Data.",
    "NIP, NPSN, dan kode disimpan sebagai teks agar angka terakhirnya tidak hilang. Bila menyalin dari berkas lain, \
     pakailah Tempel Khusus › Nilai (Paste Special › Values) supaya format dan daftar pilihan tetap ada.",
    "Lembar Petunjuk dan Contoh dikunci dan tidak dibaca program; data yang ditulis di sana tidak dihitung.",
    "NIK, agama, status perkawinan, nomor rekening, dan data pribadi lain tidak diperlukan; mohon tidak ditambahkan.",
];

/// A heading and numbered paragraphs over the whole width. Returns the row behind the last.
fn section<T: AsRef<str>>(
    sheet: &mut Worksheet,
    row: u32,
    title: &str,
    paragraphs: &[T],
    (style, prose): (&Style, &Format),
) -> Result<u32, XlsxError> {
    heading(sheet, row, title, style)?;
    let mut next = row + 1;
    for (number, paragraph) in (1..).zip(paragraphs) {
        let told = format!("{number}. {}", paragraph.as_ref());
        let lines = text::lines(&told, WIDTHS.iter().sum());
        sheet.merge_range(next, 0, next, 4, &told, prose)?;
        sheet.set_row_height(next, lines as f64 * LINE + 3.0)?;
        next += 1;
    }
    Ok(next)
}

fn heading(sheet: &mut Worksheet, row: u32, title: &str, style: &Style) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, 0, title, &style.section)?;
    for col in 1..5 {
        sheet.write_blank(row, col, &style.section)?;
    }
    sheet.set_row_height(row, 20)?;
    Ok(())
}

/// Every column with its meaning. Returns the row behind the last.
fn column_table(
    sheet: &mut Worksheet,
    row: u32,
    columns: &[Column],
    lists: &Lists,
    style: &Style,
) -> Result<u32, XlsxError> {
    heading(sheet, row, "Arti tiap kolom", style)?;
    for (col, header) in (0..).zip(HEADERS) {
        sheet.write_string_with_format(row + 1, col, header, &style.header)?;
    }
    sheet.set_repeat_rows(row + 1, row + 1)?;
    let mut next = row + 2;
    for column in columns {
        let must = if column.must { "Wajib" } else { "Bila ada" };
        let how = isian::in_words(column, lists);
        let told = [column.title, must, column.meaning, &how, column.example];
        for (col, cell) in (0..).zip(told) {
            text::put(sheet, next, col, cell, style.of(Look::Wrap))?;
        }
        let lines = told.iter().zip(WIDTHS).map(|(cell, width)| text::lines(cell, width)).max().unwrap_or(1);
        sheet.set_row_height(next, lines as f64 * LINE + 3.0)?;
        next += 1;
    }
    Ok(next)
}
