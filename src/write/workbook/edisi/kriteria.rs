//! The order of goals, the criteria with their weights, and the rules: the same for everybody.

use rust_xlsxwriter::XlsxError;

use super::{Edisi, KRITERIA, kata};
use crate::model::plan::{Level, PAKSAAN, Tujuan};
use crate::write::workbook::leaf::Leaf;
use crate::write::workbook::style::Look;
use crate::write::workbook::table::{Column, List, column};

const COLUMNS: &[Column] = &[
    column("Urutan", 9.0, Look::Center),
    column("Tujuan", 60.0, Look::Wrap),
    column("Arti", 40.0, Look::Wrap),
    column("Keterangan", 46.0, Look::Wrap),
];

/// What the place in the order means, first and later.
const MENANG: [&str; 2] = ["diutamakan di atas semua yang di bawahnya", "diperhatikan sesudah yang di atasnya"];

pub(super) fn write(edisi: &Edisi<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let note =
        "Urutan tujuan lebih dahulu; kriteria hanya membandingkan rencana yang sama baiknya menurut tujuan di atasnya.";
    let heading = edisi.heading(KRITERIA, note, 0);
    let mut list = List::open(sheet, &edisi.style, &heading, COLUMNS)?;
    for (number, level) in (1usize..).zip(edisi.results.plan.urutan.levels()) {
        let means = if number == 1 { MENANG[0] } else { MENANG[1] };
        list.row(vec![number.into(), level.kalimat.into(), means.into(), keterangan(&level).into()])?;
    }
    criteria(edisi, &mut list)?;
    rules(edisi, &mut list)?;
    list.close()
}

/// What a goal asks for, or when it decides.
fn keterangan(level: &Level) -> &'static str {
    match level.tujuan {
        Some(Tujuan::Keterisian) => "tempat yang paling kosong dibanding kebutuhannya diisi lebih dahulu",
        Some(Tujuan::Perpindahan) => "tidak ada yang dipindahkan tanpa perlu",
        Some(Tujuan::Perubahan) => "rencana yang sudah diumumkan sedapat mungkin tetap",
        Some(Tujuan::Kecocokan) => "menurut kriteria dan bobot di bawah ini",
        Some(Tujuan::Aspirasi) => "menurut usulan pegawai sendiri",
        Some(Tujuan::Jarak) => "menurut jarak ke tempat tugas",
        None if level.slot == PAKSAAN => "keputusan pimpinan yang sah dijalankan lebih dahulu",
        None => "hanya menentukan bila semua yang di atasnya sama; bukan penilaian atas orangnya",
    }
}

fn criteria(edisi: &Edisi<'_>, list: &mut List<'_>) -> Result<(), XlsxError> {
    list.section("Kriteria dan bobotnya (poin)", &[(0, "No"), (1, "Kriteria"), (2, "Bobot"), (3, "Dinilai dari")])?;
    for own in &edisi.umum.rencana.kriteria {
        let weight = own.bobot.replace("; ", "\n");
        list.row(vec![own.nomor.into(), own.nama.as_str().into(), weight.into(), own.dasar.as_str().into()])?;
    }
    list.remark("Data yang kosong tidak menguntungkan dan tidak merugikan siapa pun.")
}

/// The rules in force, with what each rests on.
fn rules(edisi: &Edisi<'_>, list: &mut List<'_>) -> Result<(), XlsxError> {
    list.section("Syarat perpindahan", &[(0, "Kode"), (1, "Syarat"), (2, "Dasar"), (3, "Sifat dan angkanya")])?;
    let rules = edisi.results.plan.rules.iter().filter(|rule| !["mati", "belum berlaku"].contains(&rule.tingkat));
    let first = list.next_row();
    for rule in rules {
        let sifat = kata::sifat(rule.tingkat, &rule.parameter);
        list.row(vec![rule.code.into(), rule.title.as_str().into(), rule.basis.as_str().into(), sifat.into()])?;
    }
    list.filter_from(first)?;
    list.remark(&kata::arti())
}
