//! `edisi-pegawai-<periode>.xlsx`: the plan as every employee may read it. No NIP stands in it in full, and no points, reasons
//! or warnings of anybody: they compare people.

mod daftar;
mod jadwal;
mod kata;
mod kriteria;
mod tentang;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::leaf::Leaf;
use super::style::Style;
use super::table::Heading;
use super::{new_workbook, properties};
use crate::finding::{Finding, Noted, Place, catalogue};
use crate::model::angka::ribuan;
use crate::model::artifact::Artifact;
use crate::model::kamus::{TANDA, TANDA_HASIL};
use crate::settings::FILE;
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
    keadaan: Keadaan,
}

/// How many of the proposed moves leadership has approved.
struct Keadaan {
    disetujui: usize,
    semua: usize,
}

impl Keadaan {
    fn of(results: &Results<'_>) -> Keadaan {
        let approved = results.plan.moves.iter().filter(|step| results.decision_on(step).is_some());
        Keadaan { disetujui: approved.count(), semua: results.plan.moves.len() }
    }

    /// What stands in titles.
    fn in_words(&self) -> String {
        match (self.disetujui, self.semua) {
            (0, _) => "usulan".into(),
            (some, all) if some == all => "disetujui pimpinan".into(),
            (some, all) => format!("{} dari {} disetujui pimpinan", ribuan(some as i64), ribuan(all as i64)),
        }
    }

    /// What may be relied on.
    fn kalimat(&self) -> &'static str {
        match (self.disetujui, self.semua) {
            (0, _) => "Rencana ini usulan, belum disetujui pimpinan.",
            (some, all) if some == all => "Rencana ini sudah disetujui pimpinan.",
            _ => "Sebagian rencana ini sudah disetujui pimpinan, selebihnya masih usulan.",
        }
    }
}

impl Edisi<'_> {
    fn heading<'h>(&self, title: &'h str, note: &'h str, frozen: u16) -> Heading<'h> {
        Heading { title, note, back: (title != TENTANG).then_some(TENTANG), frozen }
    }
}

/// The edition, and a finding for each text of the settings that cannot be filled.
pub fn edisi_pegawai(results: &Results<'_>) -> Result<Noted<Artifact>, XlsxError> {
    let Noted { value: umum, mut findings } = umum(results);
    let (periode, daerah) = (results.roster.periode, results.settings.daerah.full_name());
    let title = format!("Rencana Mutasi (edisi pegawai) – {daerah} – {}", periode.in_words());
    // Where it is put into the inbox it is known as ours, and nobody in it is taken for data.
    let properties = properties(&title, &daerah, periode.first_day()).set_custom_property(TANDA, TANDA_HASIL);
    let mut workbook: Workbook = new_workbook(&properties)?;
    let edisi = Edisi { results, umum, style: Style::new(), keadaan: Keadaan::of(results) };
    findings.extend(incomplete(&edisi));
    let on = |sheet: &mut Worksheet, write: fn(&Edisi<'_>, &mut Leaf) -> Result<(), XlsxError>| {
        Leaf::unwatched(sheet, |leaf| write(&edisi, leaf))
    };
    on(workbook.add_worksheet().set_name(TENTANG)?, tentang::write)?;
    on(workbook.add_worksheet_with_constant_memory()?.set_name(DAFTAR)?, daftar::write)?;
    on(workbook.add_worksheet().set_name(KRITERIA)?, kriteria::write)?;
    on(workbook.add_worksheet().set_name(JADWAL)?, jadwal::write)?;
    let artifact = Artifact { path: format!("edisi-pegawai-{periode}.xlsx"), bytes: workbook.save_to_buffer()? };
    Ok(Noted { value: artifact, findings })
}

/// That people could not tell from it until when, or with whom, to object; nobody objects to a plan that moves nobody.
fn incomplete(edisi: &Edisi<'_>) -> Option<Finding> {
    let surat = &edisi.results.settings.surat;
    let dotted = edisi.umum.rencana.jadwal.iter().any(|step| step.waktu.starts_with('.'));
    let missing = [
        (surat.kontak.trim().is_empty(), "surat.kontak (kepada siapa dan di mana keberatan disampaikan)"),
        (surat.keberatan_hari == 0, "surat.keberatan_hari (berapa hari kerja sejak pemberitahuan diterima)"),
        (dotted, "surat.jadwal (tanggal tiap kegiatan)"),
    ];
    let keys: Vec<&str> = missing.into_iter().filter(|(lacks, _)| *lacks).map(|(_, key)| key).collect();
    let told = format!("edisi pegawai masih bertitik-titik atau tanpa alamat; belum diisi: {}", keys.join(", "));
    let tells = !keys.is_empty() && !edisi.results.plan.moves.is_empty();
    tells.then(|| Finding::new(&catalogue::EDISI_KURANG, Place::file(FILE), "", told))
}
