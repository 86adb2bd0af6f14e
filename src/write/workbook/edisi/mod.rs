//! `edisi-pegawai-<periode>.xlsx`: the plan as every employee may read it. No NIP stands in it in full, and no points, reasons
//! or warnings of anybody: they compare people.

mod daftar;
mod jadwal;
mod kriteria;
mod tentang;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::style::Style;
use super::table::Heading;
use super::{new_workbook, properties};
use crate::finding::Noted;
use crate::model::artifact::Artifact;
use crate::model::kamus::{TANDA, TANDA_HASIL};
use crate::write::Results;
use crate::write::letter::{Umum, umum};

/// The first sheet, to which the others lead back.
const TENTANG: &str = "Tentang Rencana";
const DAFTAR: &str = "Daftar Rencana";
const KRITERIA: &str = "Kriteria dan Bobot";
const JADWAL: &str = "Jadwal dan Keberatan";

/// What every sheet of the edition is made from.
struct Edisi<'a> {
    results: &'a Results<'a>,
    umum: Umum,
    style: Style,
}

impl Edisi<'_> {
    fn heading<'h>(&self, title: &'h str, note: &'h str, frozen: u16) -> Heading<'h> {
        Heading { title, note, back: (title != TENTANG).then_some(TENTANG), frozen }
    }
}

/// The edition, and a finding for each text of the settings that cannot be filled.
pub fn edisi_pegawai(results: &Results<'_>) -> Result<Noted<Artifact>, XlsxError> {
    let Noted { value: umum, findings } = umum(results);
    let (periode, daerah) = (results.roster.periode, results.settings.daerah.full_name());
    let title = format!("Rencana Mutasi (edisi pegawai) – {daerah} – {}", periode.in_words());
    // Where it is put into the inbox it is known as ours, and nobody in it is taken for data.
    let properties = properties(&title, &daerah, periode.first_day()).set_custom_property(TANDA, TANDA_HASIL);
    let mut workbook: Workbook = new_workbook(&properties)?;
    let edisi = Edisi { results, umum, style: Style::new() };
    tentang::write(&edisi, workbook.add_worksheet().set_name(TENTANG)?)?;
    daftar::write(&edisi, workbook.add_worksheet_with_constant_memory()?.set_name(DAFTAR)?)?;
    kriteria::write(&edisi, workbook.add_worksheet().set_name(KRITERIA)?)?;
    jadwal::write(&edisi, workbook.add_worksheet().set_name(JADWAL)?)?;
    let artifact = Artifact { path: format!("edisi-pegawai-{periode}.xlsx"), bytes: workbook.save_to_buffer()? };
    Ok(Noted { value: artifact, findings })
}
