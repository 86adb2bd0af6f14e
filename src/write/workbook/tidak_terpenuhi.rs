//! Sheet *Tidak Terpenuhi*: posts still short after the plan, why, and what is left to do.

use rust_xlsxwriter::XlsxError;

use super::figures::{kecamatan, sebab_label};
use super::leaf::Leaf;
use super::style::Look;
use super::table::{Column, Heading, List, MAX_ROWS, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::model::plan::SebabKosong;

pub(super) const SHEET: Sheet = Sheet { title: "Tidak Terpenuhi", size: Size::Large, write };

const COLUMNS: &[Column] = &[
    column("No", 6.0, Look::Center),
    column("OPD", 18.0, Look::Wrap),
    column("Unit", 20.0, Look::Wrap),
    column("Kecamatan", 13.0, Look::Wrap),
    column("Jabatan", 17.0, Look::Wrap),
    column("Kurang", 8.0, Look::Count),
    column("Sebab", 16.0, Look::Wrap),
    column("Calon memenuhi syarat", 11.0, Look::Count),
    column("Alasan", 48.0, Look::Wrap),
    column("Saran", 31.0, Look::Wrap),
    column("Bila ditambah satu orang", 46.0, Look::Wrap),
];

/// What stands on the sheet, and why these places stay empty.
fn note(page: &Page<'_>) -> String {
    let plan = page.results.plan;
    let chosen = |sebab: SebabKosong| plan.unfilled.iter().any(|open| open.sebab == sebab);
    let why = match (chosen(SebabKosong::BatasRencana), chosen(SebabKosong::UrutanTujuan)) {
        // Other bounds on totals might let more be filled.
        (false, false) if page.results.settings.rencana.has_totals() => {
            "Di dalam batas total (rencana.total di mutasi.toml) kekurangan ini tidak ditutup dengan pegawai yang ada; kolom \
             terakhir menyebut akibatnya bila tetap ditambah."
        }
        (false, false) => {
            "Kekurangan ini tidak dapat ditutup dengan pegawai yang boleh dipindahkan sekarang; kolom terakhir menyebut \
             tempat yang menjadi lebih kurang bila tetap ditambah."
        }
        (true, false) => {
            "Sebagian terhalang batas rencana yang dipasang di mutasi.toml; kolom Alasan menyebut batasnya, dan kolom \
             terakhir akibatnya bila tetap ditambah."
        }
        (_, true) => {
            "Sebagian dapat diisi, tetapi urutan tujuan atau batas rencana di mutasi.toml tidak memintanya; kolom Alasan \
             menyebut yang mana, dan kolom terakhir akibatnya bila tetap ditambah."
        }
    };
    let waiting = match chosen(SebabKosong::DataBelumLengkap) {
        true => " Yang bersebab data belum lengkap mungkin dapat diisi sesudah selnya dilengkapi (kolom Saran).",
        false => "",
    };
    format!(
        "Jabatan yang masih kurang sesudah rencana, yang paling kurang di atas. {why}{waiting} Calonnya di lembar Calon."
    )
}

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let heading =
        Heading { title: "Tidak Terpenuhi", note: &note(page), back: Some(ringkasan::SHEET.title), frozen: 3 };
    let results = page.results;
    let unfilled = &results.plan.unfilled;
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    for (number, open) in (1usize..).zip(unfilled.iter().take(MAX_ROWS)) {
        let post = results.needs.post(open.post);
        let unit = results.roster.unit(post.unit);
        list.row(vec![
            number.into(),
            (&**unit.opd()).into(),
            (&*unit.nama).into(),
            kecamatan(results, unit).into(),
            post.jabatan_label().into(),
            open.kurang.into(),
            sebab_label(open.sebab).into(),
            open.calon.into(),
            open.alasan.as_str().into(),
            open.saran.as_str().into(),
            open.harga_lagi.as_str().into(),
        ])?;
    }
    if unfilled.is_empty() {
        list.remark("Semua kebutuhan yang diketahui terpenuhi.")?;
    } else {
        list.filter(list.next_row() - 1)?;
    }
    list.close()
}
