//! The plan as it is published: aims, steps, goals and criteria, how it is evaluated.

use jiff::civil::Date;
use serde::Serialize;

use super::{Texts, bobot, or_dots};
use crate::finding::Noted;
use crate::law::mengingat::{Menyangkut, mengingat};
use crate::model::jabatan::JenisJabatan;
use crate::model::plan::ObjectiveInfo;
use crate::model::status::StatusAsn;
use crate::model::tanggal::{months_after, tanggal_in_words};
use crate::model::urutan::Urutan;
use crate::settings::Settings;
use crate::settings::surat::step;
use crate::write::Results;
use crate::write::letter::wording::rusak_in;

/// Months after which a move is looked at again (domain §4.8).
const EVALUASI: [i64; 3] = [3, 6, 12];

/// The published plan.
#[derive(Clone, Debug, Serialize)]
pub struct Rencana {
    pub tujuan: Vec<String>,
    pub jadwal: Vec<Tahap>,
    pub indikator: Vec<String>,
    pub evaluasi: Vec<Tahap>,
    /// Goals in their order.
    pub urutan: Vec<String>,
    pub kriteria: Vec<Kriteria>,
    pub jumlah_pegawai: String,
    pub jumlah_unit: String,
    pub jumlah_perpindahan: String,
}

/// A step and its time.
#[derive(Clone, Debug, Serialize)]
pub struct Tahap {
    pub nomor: usize,
    pub kegiatan: String,
    pub waktu: String,
}

/// A published criterion and its weight.
#[derive(Clone, Debug, Serialize)]
pub struct Kriteria {
    pub nomor: usize,
    pub nama: String,
    pub bobot: String,
    pub dasar: String,
}

/// What is published beside the list of moves, in the words of the letters, and whom to object to.
#[derive(Clone, Debug)]
pub struct Umum {
    pub rencana: Rencana,
    pub dasar: Vec<String>,
    pub kontak: String,
    /// `14 (empat belas)`, or dots.
    pub keberatan_hari: String,
}

/// The same for the staff edition of the workbook; a text that cannot be filled is left empty and is a finding.
pub fn umum(results: &Results<'_>) -> Noted<Umum> {
    let settings = results.settings;
    let tmt = results.roster.tanggal_efektif;
    let mut texts = Texts::new(settings, tmt);
    let tambahan = texts.list("sk.mengingat_tambahan", &settings.sk.mengingat_tambahan);
    let pegawai = || results.plan.moves.iter().map(|step| results.roster.pegawai(step.pegawai));
    let jf = results.plan.moves.iter().any(|step| results.needs.post(step.to).jenjang.is_some())
        || pegawai().any(|pegawai| pegawai.jabatan.jenis == JenisJabatan::Fungsional);
    let menyangkut = Menyangkut { jf, pppk: pegawai().any(|pegawai| pegawai.status != StatusAsn::Pns) };
    let surat = super::surat(settings, tmt, super::Terbit::Draf);
    let mut value = Umum {
        rencana: rencana(results, results.plan.moves.len(), &mut texts),
        dasar: mengingat(menyangkut, &tambahan),
        kontak: surat.kontak,
        keberatan_hari: surat.keberatan_hari,
    };
    value.rencana.without_broken();
    value.dasar.iter_mut().for_each(or_empty);
    Noted { value, findings: texts.into_findings() }
}

pub(super) fn rencana(results: &Results<'_>, perpindahan: usize, texts: &mut Texts) -> Rencana {
    let ribuan = |count: usize| crate::model::angka::ribuan(count as i64);
    let roster = results.roster;
    Rencana {
        kriteria: criteria(&results.plan.objectives),
        urutan: goal_sentences(&results.plan.urutan),
        jumlah_pegawai: ribuan(roster.pegawai.len()),
        jumlah_unit: ribuan(roster.units.len()),
        jumlah_perpindahan: ribuan(perpindahan),
        ..published(results.settings, roster.tanggal_efektif, texts)
    }
}

impl Rencana {
    /// The workbook says nothing where a letter would not be made.
    fn without_broken(&mut self) {
        let steps = self.jadwal.iter_mut().map(|step| &mut step.waktu);
        self.tujuan.iter_mut().chain(&mut self.indikator).chain(steps).for_each(or_empty);
    }
}

fn or_empty(text: &mut String) {
    if !rusak_in(text).is_empty() {
        text.clear();
    }
}

/// The goals in their order, each ending as a list does.
pub(super) fn goal_sentences(urutan: &Urutan) -> Vec<String> {
    let goals = urutan.levels().filter(|level| level.tujuan.is_some());
    ended(goals.map(|level| format!("{};", level.kalimat)).collect())
}

/// A list whose last item ends with a full stop.
pub(super) fn ended(mut list: Vec<String>) -> Vec<String> {
    if let Some(last) = list.last_mut() {
        *last = format!("{}.", last.trim_end_matches([';', '.', ' ']));
    }
    list
}

/// What of the published plan the settings tell alone.
pub(super) fn published(settings: &Settings, tmt: Date, texts: &mut Texts) -> Rencana {
    let surat = &settings.surat;
    let steps = surat.jadwal.iter().filter_map(|text| step(text)).zip(1..);
    let jadwal = steps.map(|((kegiatan, waktu), nomor)| Tahap {
        nomor,
        kegiatan: kegiatan.into(),
        waktu: or_dots(&texts.one("surat.jadwal", waktu)),
    });
    let jadwal = jadwal.collect();
    let evaluasi = EVALUASI.into_iter().zip(1..).map(|(months, nomor)| Tahap {
        nomor,
        kegiatan: format!("Evaluasi bulan ke-{months}"),
        waktu: tanggal_in_words(months_after(tmt, months)),
    });
    Rencana {
        tujuan: texts.list("surat.tujuan", &surat.tujuan),
        jadwal,
        indikator: texts.list("surat.indikator", &surat.indikator),
        evaluasi: evaluasi.collect(),
        urutan: Vec::new(),
        kriteria: Vec::new(),
        jumlah_pegawai: String::new(),
        jumlah_unit: String::new(),
        jumlah_perpindahan: String::new(),
    }
}

/// The criteria that were weighed; what the folder has no data for was not.
fn criteria(objectives: &[ObjectiveInfo]) -> Vec<Kriteria> {
    let weighed = objectives.iter().filter(|own| own.diketahui > 0).zip(1..);
    weighed
        .map(|(own, nomor)| Kriteria {
            nomor,
            nama: own.title.into(),
            bobot: bobot::in_words(&own.bobot),
            dasar: own.perlu.into(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_with_a_full_stop() {
        assert_eq!(ended(vec!["satu;".into(), "dua;".into()]), ["satu;", "dua."]);
        assert_eq!(ended(Vec::new()), Vec::<String>::new());
    }
}
