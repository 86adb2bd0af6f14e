//! Sheet *Perubahan Data*: who appeared, who left, and whose facts changed since the month before.

use rust_xlsxwriter::XlsxError;

use super::leaf::Leaf;
use super::style::Look;
use super::table::{Column, Heading, List, MAX_ROWS, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::finding::Place;
use crate::model::angka::ribuan;
use crate::model::perubahan::{JenisPerubahan, Ubahan};

pub(super) const SHEET: Sheet = Sheet { title: "Perubahan Data", size: Size::Large, write };

const COLUMNS: &[Column] = &[
    column("No", 7.0, Look::Center),
    column("Perubahan", 19.0, Look::Center),
    column("NIP", 21.0, Look::Text),
    column("Nama", 28.0, Look::Wrap),
    column("Unit", 28.0, Look::Wrap),
    column("Bulan lalu", 32.0, Look::Wrap),
    column("Bulan ini", 32.0, Look::Wrap),
    column("Keterangan", 38.0, Look::Wrap),
    column("Sel bulan lalu", 52.0, Look::Text),
    column("Sel bulan ini", 52.0, Look::Text),
];

/// The last column that goes on paper; the cells help at the screen.
const LAST_PRINTED: u16 = 7;

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let perubahan = page.results.riwayat.perubahan.as_ref();
    let note = match perubahan {
        Some(perubahan) => upper_first(&format!(
            "{}. Data bulan lalu tidak mengisi data bulan ini. Sel asalnya ada di kolom kanan, tidak dicetak.",
            perubahan.in_words()
        )),
        None => "Orang yang baru muncul, yang tidak ada lagi, dan yang datanya berubah sejak bulan sebelumnya.".into(),
    };
    let back = Some(ringkasan::SHEET.title);
    let heading = Heading { title: SHEET.title, note: &note, back, frozen: 4 };
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    list.print_up_to(LAST_PRINTED);
    let changes = perubahan.map_or(&[][..], |perubahan| &perubahan.daftar);
    for (number, change) in (1usize..).zip(changes.iter().take(MAX_ROWS)) {
        list.row(row(page, number, change))?;
    }
    if changes.is_empty() {
        let remark = match (&page.results.riwayat.lalu, perubahan) {
            (Err(reason), _) => reason.in_words(),
            (Ok(_), Some(_)) => "Tidak ada perubahan sejak bulan sebelumnya.".into(),
            (Ok(_), None) => "Tidak ada pegawai bulan ini yang terbaca, jadi tidak dibandingkan.".into(),
        };
        list.remark(&remark)?;
        return list.close();
    }
    list.filter(list.next_row() - 1)?;
    if changes.len() > MAX_ROWS {
        let left = ribuan((changes.len() - MAX_ROWS) as i64);
        list.remark(&format!("{left} perubahan lagi tidak muat di lembar ini."))?;
    }
    list.close()
}

fn row<'a>(page: &Page<'_>, number: usize, change: &'a Ubahan) -> Vec<Value<'a>> {
    vec![
        number.into(),
        Value::Marked(look(change.jenis), change.jenis.label().into()),
        change.nip.digits().into(),
        change.nama.as_str().into(),
        (&*change.unit).into(),
        change.lama.as_deref().into(),
        change.baru.as_deref().into(),
        change.keterangan.as_str().into(),
        change.tempat_lama.as_ref().map(short).into(),
        match change.tempat_baru.as_ref() {
            Some(place) => match page.copies.url(place) {
                Some(url) => Value::Link(short(place).into(), url),
                None => short(place).into(),
            },
            None => Value::Empty,
        },
    ]
}

fn look(jenis: JenisPerubahan) -> Look {
    match jenis {
        JenisPerubahan::Muncul => Look::Baik,
        JenisPerubahan::Keluar | JenisPerubahan::BelumPasti => Look::Lebih,
        JenisPerubahan::Unit
        | JenisPerubahan::Jabatan
        | JenisPerubahan::Golongan
        | JenisPerubahan::Status
        | JenisPerubahan::Kedudukan
        | JenisPerubahan::Nama => Look::Center,
    }
}

/// The place without the inbox's own folder: `2026-10/pegawai.xlsx › Data › A2`.
fn short(place: &Place) -> String {
    let text = place.to_string();
    text.strip_prefix("masuk/").map(str::to_string).unwrap_or(text)
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
