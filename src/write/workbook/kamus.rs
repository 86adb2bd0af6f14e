//! `kamus/kamus.xlsx`: what people have confirmed, for people to read and edit.

use rust_xlsxwriter::{DocProperties, XlsxError};

use super::leaf::Leaf;
use super::style::{self, Look, Style};
use super::table::{Column, Heading, List, Value, columns};
use super::text;
use super::{new_workbook, properties};
use crate::PROGRAM;
use crate::model::artifact::Artifact;
use crate::model::kamus::{
    Baris, FILE, JenisKamus, KOLOM_KAMUS, KOLOM_RIWAYAT, LEMBAR_RIWAYAT, Lembar, Riwayat, Simpanan, tanggal_konfirmasi,
};

const COLUMNS: &[Column] = &columns(
    KOLOM_KAMUS,
    [
        (34.0, Look::Wrap),
        (38.0, Look::Wrap),
        (18.0, Look::Text),
        (26.0, Look::Wrap),
        (20.0, Look::Date),
        (40.0, Look::Wrap),
    ],
);

const HISTORY: &[Column] = &columns(
    KOLOM_RIWAYAT,
    [
        (13.0, Look::Text),
        (30.0, Look::Wrap),
        (34.0, Look::Wrap),
        (18.0, Look::Text),
        (24.0, Look::Wrap),
        (20.0, Look::Date),
        (24.0, Look::Wrap),
        (36.0, Look::Wrap),
        (18.0, Look::Text),
    ],
);

const KODE: u16 = 2;
/// The last column of the history that is printed; the hash is for the program.
const DARI_BERKAS: u16 = 7;

/// The kamus as a workbook, by its path in the working folder. The same rows give the same bytes.
pub fn kamus(kept: &Simpanan) -> Result<Artifact, XlsxError> {
    let style = Style::new();
    let mut workbook = new_workbook(&unchanging())?;
    for (jenis, lembar) in JenisKamus::ALL.into_iter().zip(&kept.lembar) {
        Leaf::unwatched(workbook.add_worksheet(), |leaf| sheet(leaf, &style, jenis, lembar))?;
    }
    Leaf::unwatched(workbook.add_worksheet(), |leaf| history(leaf, &style, &kept.riwayat))?;
    for (name, rows) in &kept.lembar_lain {
        let sheet = workbook.add_worksheet().set_name(name)?;
        for (row, col, cell) in rows {
            text::put(sheet, *row, *col as u16, cell, &style::base())?;
        }
    }
    Ok(Artifact { path: FILE.into(), bytes: workbook.save_to_buffer()? })
}

/// A fixed day, because the clock would make every file differ, and no region, which may be renamed.
fn unchanging() -> DocProperties {
    properties("Kamus koreksi", "", jiff::civil::date(2026, 1, 1)).set_author("mutasi").set_comment(PROGRAM)
}

fn note(jenis: JenisKamus) -> &'static str {
    match jenis {
        JenisKamus::Unit => {
            "Nama unit seperti tertulis di berkas, dan unit yang dimaksud. Kode atau NPSN lebih pasti daripada nama. \
             Baris boleh diubah, ditambah, dan dihapus; nama dan tanggal pengonfirmasi wajib diisi."
        }
        JenisKamus::Jabatan => {
            "Nama jabatan tanpa jenjang seperti tertulis di berkas, dan nama yang dimaksud. Baris boleh diubah, \
             ditambah, dan dihapus; nama dan tanggal pengonfirmasi wajib diisi."
        }
        JenisKamus::Judul => {
            "Judul kolom seperti tertulis di berkas, dan kolom yang dimaksud. Kode menyebut jenis datanya, misalnya \
             pegawai; kosong berarti semua. Nama dan tanggal pengonfirmasi wajib diisi."
        }
    }
}

fn sheet(sheet: &mut Leaf, style: &Style, jenis: JenisKamus, lembar: &Lembar) -> Result<(), XlsxError> {
    sheet.set_name(jenis.lembar())?;
    let title = format!("Kamus {}", jenis.label().to_lowercase());
    let heading = Heading { title: &title, note: note(jenis), back: None, frozen: 1 };
    let mut list = List::open(sheet, style, &heading, COLUMNS)?;
    let header = list.first_row() - 1;
    // A kode that people type must keep its zeros.
    list.sheet.set_column_format(KODE, &style::base().set_num_format("@"))?;
    for (col, title) in (COLUMNS.len() as u16..).zip(&lembar.kolom_lain) {
        list.sheet.set_column_width(col, 20)?;
        text::put(list.sheet, header, col, title, &style.header)?;
    }
    for baris in &lembar.baris {
        let row = list.next_row();
        list.row(values(baris))?;
        for (col, cell) in (COLUMNS.len() as u16..).zip(&baris.lain) {
            text::put(list.sheet, row, col, cell, style.of(Look::Wrap))?;
        }
    }
    if !lembar.baris.is_empty() {
        list.filter(list.next_row() - 1)?;
    }
    list.close()
}

fn values(baris: &Baris) -> Vec<Value<'_>> {
    baris.isi.iter().enumerate().map(|(at, text)| if at == 4 { day(text) } else { text.as_str().into() }).collect()
}

/// A day as a date, any other text as people wrote it.
fn day(text: &str) -> Value<'_> {
    tanggal_konfirmasi(text).map_or_else(|| text.into(), Value::Date)
}

fn history(sheet: &mut Leaf, style: &Style, riwayat: &[Riwayat]) -> Result<(), XlsxError> {
    sheet.set_name(LEMBAR_RIWAYAT)?;
    let heading = Heading {
        title: "Riwayat konfirmasi",
        note: "Semua konfirmasi yang pernah diterima. Hanya catatan: yang berlaku adalah isi tiga lembar lainnya.",
        back: None,
        frozen: 2,
    };
    let mut list = List::open(sheet, style, &heading, HISTORY)?;
    list.print_up_to(DARI_BERKAS);
    for row in riwayat {
        list.row(
            row.isi
                .iter()
                .enumerate()
                .map(|(at, text)| if at == 5 { day(text) } else { text.as_str().into() })
                .collect(),
        )?;
    }
    list.close()
}
