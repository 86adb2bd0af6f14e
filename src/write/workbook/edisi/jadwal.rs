//! When things happen, how to object, and how the moves are looked at afterwards.

use rust_xlsxwriter::XlsxError;

use super::{Edisi, JADWAL};
use crate::write::letter::Tahap;
use crate::write::workbook::leaf::Leaf;
use crate::write::workbook::style::Look;
use crate::write::workbook::table::{Column, List, column};

const COLUMNS: &[Column] =
    &[column("No", 8.0, Look::Center), column("Kegiatan", 84.0, Look::Wrap), column("Waktu", 46.0, Look::Wrap)];

pub(super) fn write(edisi: &Edisi<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let umum = &edisi.umum;
    let note = "Waktu yang bertitik-titik ditetapkan kemudian oleh kantor.";
    let heading = edisi.heading(JADWAL, note, 0);
    let mut list = List::open(sheet, &edisi.style, &heading, COLUMNS)?;
    let first = list.next_row();
    steps(&mut list, &umum.rencana.jadwal)?;
    if list.next_row() > first {
        list.filter(list.next_row() - 1)?;
    }
    list.section("Cara menyampaikan keberatan atau aspirasi", &[(0, "Langkah"), (1, "Yang dilakukan"), (2, "Waktu")])?;
    let days = format!("paling lambat {} hari kerja sejak pemberitahuan diterima", umum.keberatan_hari);
    let object = [
        ("Tulis keberatan atau aspirasi disertai alasannya.".to_string(), String::new()),
        (format!("Sampaikan kepada {}.", umum.kontak), days),
        ("Tim Penilai Kinerja membahas setiap keberatan dan menjawabnya secara tertulis.".into(), String::new()),
    ];
    for (number, (what, when)) in (1usize..).zip(object) {
        list.row(vec![number.into(), what.into(), when.into()])?;
    }
    list.section("Evaluasi sesudah perpindahan", &[(0, "No"), (1, "Kegiatan"), (2, "Waktu")])?;
    steps(&mut list, &umum.rencana.evaluasi)?;
    for indikator in &umum.rencana.indikator {
        list.remark(&format!("Yang diukur: {}", indikator.trim_end_matches([';', '.'])))?;
    }
    list.close()
}

fn steps(list: &mut List<'_>, steps: &[Tahap]) -> Result<(), XlsxError> {
    for step in steps {
        list.row(vec![step.nomor.into(), step.kegiatan.as_str().into(), step.waktu.as_str().into()])?;
    }
    Ok(())
}
