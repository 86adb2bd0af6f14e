//! What papers about the whole plan say: need by jabatan, every proposal, the meeting, the plan as it is published.

use jiff::civil::Date;
use serde::Serialize;

use super::kebutuhan::{Jabatan, Kebutuhan, kebutuhan, table, uraian};
use super::orang::{Orang, Usul};
use super::rapat::{Rapat, Tertahan, meeting, numbered, proposed, rapat, tertahan};
use super::rencana::{Kriteria, Rencana, ended, goal_sentences, published, rencana};
use super::{DOTS, Rusak, Texts, or_dots};
use crate::law::mengingat::{Menyangkut, mengingat};
use crate::model::angka::ribuan;
use crate::model::plan::TindakLanjut;
use crate::model::tanggal::{Periode, tanggal_in_words};
use crate::model::urutan::Urutan;
use crate::settings::Settings;
use crate::write::Results;

/// Everything such a paper prints beside what stands on all of them.
#[derive(Clone, Debug, Serialize)]
pub struct Laporan {
    /// `November 2026`.
    pub periode: String,
    pub dasar: Vec<String>,
    pub nota: Nota,
    pub rapat: Rapat,
    pub rencana: Rencana,
    pub kebutuhan: Kebutuhan,
    pub perpindahan: Vec<Baris>,
    /// Proposals that leadership postponed or refused.
    pub tertahan: Vec<Tertahan>,
}

/// The head of the nota dinas.
#[derive(Clone, Debug, Serialize)]
pub struct Nota {
    pub kepada: String,
    pub melalui: String,
    pub nomor: String,
    pub tanggal: String,
    pub sifat: String,
    pub tembusan: Vec<String>,
    /// Whether every proposal is approved, so that nothing is asked any more.
    pub selesai: bool,
    /// How many are approved and how many are not; both empty while none is, and once all are.
    pub disetujui: String,
    pub menunggu: String,
}

/// A proposal in a list of all.
#[derive(Clone, Debug, Serialize)]
pub struct Baris {
    pub nomor: usize,
    #[serde(flatten)]
    pub orang: Orang,
    #[serde(flatten)]
    pub usul: Usul,
}

/// Gathers it.
pub fn laporan(results: &Results<'_>, orang: &[Orang]) -> (Laporan, Rusak) {
    let settings = results.settings;
    let menyangkut = Menyangkut { jf: orang.iter().any(|orang| orang.jf), pppk: orang.iter().any(|orang| !orang.pns) };
    let mut texts = Texts::new(settings, results.roster.tanggal_efektif);
    let tambahan = texts.list("sk.mengingat_tambahan", &settings.sk.mengingat_tambahan);
    let tertahan = tertahan(results);
    let open = orang.iter().filter(|orang| orang.usul.putusan.is_empty()).count();
    let (disetujui, menunggu) = match open {
        open if open == 0 || open == orang.len() => Default::default(),
        open => (ribuan((orang.len() - open) as i64), ribuan(open as i64)),
    };
    let laporan = Laporan {
        periode: results.roster.periode.in_words(),
        dasar: ended(mengingat(menyangkut, &tambahan)),
        nota: Nota { selesai: !orang.is_empty() && open == 0, disetujui, menunggu, ..nota(settings, &mut texts) },
        rapat: rapat(results, orang, &tertahan),
        rencana: rencana(results, orang.len(), &mut texts),
        kebutuhan: kebutuhan(results),
        perpindahan: rows(orang),
        tertahan,
    };
    (laporan, texts.rusak)
}

/// The same of made-up people, with what the settings alone tell.
pub fn sample_laporan(
    settings: &Settings,
    tmt: Date,
    orang: &[Orang],
    jabatan: Vec<Jabatan>,
    kriteria: Vec<Kriteria>,
) -> (Laporan, Rusak) {
    let mut texts = Texts::new(settings, tmt);
    let laporan = Laporan {
        periode: Periode::of(tmt).in_words(),
        dasar: ended(mengingat(Menyangkut { jf: true, pppk: false }, &[])),
        nota: nota(settings, &mut texts),
        rapat: Rapat { pembahasan: numbered(orang.iter().map(proposed).collect()), ..meeting(settings) },
        rencana: Rencana {
            kriteria,
            urutan: goal_sentences(&Urutan::default()),
            jumlah_pegawai: "400".into(),
            jumlah_unit: "40".into(),
            jumlah_perpindahan: orang.len().to_string(),
            ..published(settings, tmt, &mut texts)
        },
        kebutuhan: Kebutuhan {
            uraian: uraian([6, 3, 3], TindakLanjut { formasi: 3, ..TindakLanjut::default() }, false),
            ..table(jabatan, [6, 3, 3])
        },
        perpindahan: rows(orang),
        tertahan: Vec::new(),
    };
    (laporan, texts.rusak)
}

/// All proposals, numbered.
fn rows(orang: &[Orang]) -> Vec<Baris> {
    let row = |(orang, nomor): (&Orang, usize)| Baris { nomor, orang: orang.clone(), usul: orang.usul.clone() };
    orang.iter().zip(1..).map(row).collect()
}

fn nota(settings: &Settings, texts: &mut Texts) -> Nota {
    let surat = &settings.surat;
    Nota {
        kepada: texts.one("surat.nota_kepada", &surat.nota_kepada),
        melalui: texts.one("surat.nota_melalui", &surat.nota_melalui),
        nomor: or_dots(&surat.nota_nomor),
        tanggal: surat.nota_tanggal.map_or_else(|| DOTS.into(), tanggal_in_words),
        sifat: surat.nota_sifat.trim().to_string(),
        tembusan: texts.list("surat.nota_tembusan", &surat.nota_tembusan),
        selesai: false,
        disetujui: String::new(),
        menunggu: String::new(),
    }
}
