//! Sheet *Bobot*: what a place is worth to a person, in points: every objective, its weights and what it is judged by.

use rust_xlsxwriter::XlsxError;

use super::leaf::Leaf;
use super::style::Look;
use super::table::{Column, Heading, List, Value, column};
use super::{Page, Sheet, Size, ringkasan};
use crate::model::angka::ribuan;
use crate::model::plan::ObjectiveInfo;

pub(super) const SHEET: Sheet = Sheet { title: "Bobot", size: Size::Small, write };

const COLUMNS: &[Column] = &[
    column("Kode", 9.0, Look::Center),
    column("Pertimbangan dan skala", 52.0, Look::Wrap),
    column("Dasar", 42.0, Look::Wrap),
    column("Poin terbanyak", 16.0, Look::Center),
    column("Bobot (poin)", 34.0, Look::Wrap),
    column("Data", 24.0, Look::Wrap),
];

fn write(page: &Page<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let heading = Heading {
        title: "Bobot: nilai kecocokan",
        note: "Poin hanya membandingkan rencana yang sama baiknya menurut tujuan di atasnya (urutan tujuan di lembar Aturan). Bobot dapat diubah di mutasi.toml.",
        back: Some(ringkasan::SHEET.title),
        frozen: 0,
    };
    let mut list = List::open(sheet, &page.style, &heading, COLUMNS)?;
    for objective in &page.results.plan.objectives {
        list.row(row(objective))?;
    }
    if !page.results.plan.objectives.is_empty() {
        list.filter(list.next_row() - 1)?;
    }
    TANPA_DATA.iter().try_for_each(|remark| list.remark(remark))?;
    list.close()
}

fn row(objective: &ObjectiveInfo) -> Vec<Value<'_>> {
    vec![
        objective.code.into(),
        format!("{}: {}", objective.title, objective.skala).into(),
        objective.basis.into(),
        most(objective).into(),
        objective.bobot.replace("; ", "\n").into(),
        data(objective).into(),
    ]
}

/// The most points a place can be worth by an objective; one that can only take points gives none.
fn most(objective: &ObjectiveInfo) -> String {
    match objective.maks {
        _ if objective.diketahui == 0 => "–".to_string(),
        Some(0) => "hanya mengurangi".to_string(),
        Some(most) => ribuan(most),
        None => "tanpa batas".to_string(),
    }
}

/// How gaps are treated, once for the run.
const TANPA_DATA: [&str; 2] = [
    "Data yang kosong tidak menguntungkan dan tidak merugikan: bagian yang tidak diketahui bagi seorang pegawai dihitung setara nilai tengah rekan sejabatannya dan disebut tidak dapat dinilai; nilai rekan yang datanya ada tidak berubah karenanya.",
    "Bagian yang datanya tidak ada di folder ini tidak ikut dihitung bagi siapa pun.",
];

/// Of how many people the folder tells what an objective judges by.
fn data(objective: &ObjectiveInfo) -> String {
    match objective.diketahui {
        0 => "tidak ada, jadi tidak ikut".into(),
        known => format!("{} dari {} pegawai", ribuan(known.into()), ribuan(objective.dari.into())),
    }
}
