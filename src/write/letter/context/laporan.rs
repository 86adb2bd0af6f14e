//! What papers about the whole plan say: need by jabatan, every proposal, the meeting, the plan as it is published.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::bobot;
use super::orang::{Orang, Usul};
use super::rapat::{Rapat, meeting, numbered, proposed, rapat};
use super::{DOTS, Texts, or_dots};
use crate::finding::{Finding, Noted};
use crate::law::mengingat::{Menyangkut, mengingat};
use crate::model::jabatan::JenisJabatan;
use crate::model::plan::ObjectiveInfo;
use crate::model::status::StatusAsn;
use crate::model::tanggal::{Periode, months_after, tanggal_in_words};
use crate::model::urutan::Urutan;
use crate::settings::Settings;
use crate::settings::surat::step;
use crate::write::Results;

/// Rows of the table of need; the rest is one row.
const MOST_ROWS: usize = 15;
/// Jabatan in the chart.
const MOST_BARS: usize = 8;
/// Months after which a move is looked at again (domain §4.8).
const EVALUASI: [i64; 3] = [3, 6, 12];

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
}

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

/// Need against presence, the shortest jabatan first.
#[derive(Clone, Debug, Serialize)]
pub struct Kebutuhan {
    pub baris: Vec<BarisKebutuhan>,
    /// Those that are short, for a chart.
    pub grafik: Vec<Jabatan>,
    pub jumlah: Jabatan,
    /// Places short before and after, and the fewest any plan under the rules could leave.
    pub kurang_sebelum: u32,
    pub kurang_sesudah: u32,
    pub kurang_terkecil: u32,
}

/// A jabatan in the table of need.
#[derive(Clone, Debug, Serialize)]
pub struct BarisKebutuhan {
    pub nomor: usize,
    #[serde(flatten)]
    pub jabatan: Jabatan,
}

/// One jabatan over all units.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Jabatan {
    pub jabatan: String,
    pub kebutuhan: u32,
    pub ada: u32,
    pub kurang: u32,
    pub lebih: u32,
    pub kurang_sesudah: u32,
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

/// Gathers it. The findings name texts of the settings with a placeholder that is not known.
pub fn laporan(results: &Results<'_>, orang: &[Orang]) -> Result<Laporan, Vec<Finding>> {
    let settings = results.settings;
    let menyangkut = Menyangkut { jf: orang.iter().any(|orang| orang.jf), pppk: orang.iter().any(|orang| !orang.pns) };
    let mut texts = Texts::new(settings, results.roster.tanggal_efektif);
    let tambahan = texts.list("sk.mengingat_tambahan", &settings.sk.mengingat_tambahan);
    let laporan = Laporan {
        periode: results.roster.periode.in_words(),
        dasar: ended(mengingat(menyangkut, &tambahan)),
        nota: nota(settings, &mut texts),
        rapat: rapat(results, orang),
        rencana: rencana(results, orang.len(), &mut texts),
        kebutuhan: kebutuhan(results),
        perpindahan: rows(orang),
    };
    if texts.findings.is_empty() { Ok(laporan) } else { Err(texts.findings) }
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
    let value = Umum {
        rencana: rencana(results, results.plan.moves.len(), &mut texts),
        dasar: mengingat(menyangkut, &tambahan),
        kontak: surat.kontak,
        keberatan_hari: surat.keberatan_hari,
    };
    Noted { value, findings: texts.findings }
}

/// The same of made-up people, with what the settings alone tell.
pub fn sample_laporan(
    settings: &Settings,
    tmt: Date,
    orang: &[Orang],
    jabatan: Vec<Jabatan>,
    kriteria: Vec<Kriteria>,
) -> Result<Laporan, Vec<Finding>> {
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
        kebutuhan: table(jabatan, [6, 3, 3]),
        perpindahan: rows(orang),
    };
    if texts.findings.is_empty() { Ok(laporan) } else { Err(texts.findings) }
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
    }
}

fn rencana(results: &Results<'_>, perpindahan: usize, texts: &mut Texts) -> Rencana {
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

/// The goals in their order, each ending as a list does.
fn goal_sentences(urutan: &Urutan) -> Vec<String> {
    let goals = urutan.levels().filter(|level| level.tujuan.is_some());
    ended(goals.map(|level| format!("{};", level.kalimat)).collect())
}

/// A list whose last item ends with a full stop.
fn ended(mut list: Vec<String>) -> Vec<String> {
    if let Some(last) = list.last_mut() {
        *last = format!("{}.", last.trim_end_matches([';', '.', ' ']));
    }
    list
}

/// What of the published plan the settings tell alone.
fn published(settings: &Settings, tmt: Date, texts: &mut Texts) -> Rencana {
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

fn kebutuhan(results: &Results<'_>) -> Kebutuhan {
    let plan = results.plan;
    let mut by_name: BTreeMap<String, Jabatan> = BTreeMap::new();
    for (post, at) in results.needs.posts.iter().zip(0..) {
        let Some(need) = &post.kebutuhan else { continue };
        let gap = post.gap().unwrap_or(0);
        let after = plan.posts.get(at).map_or(post.riil, |outcome| outcome.after);
        let row = by_name.entry(post.jabatan_label()).or_default();
        row.kebutuhan += need.lo;
        row.ada += post.riil;
        row.kurang += (-gap).max(0) as u32;
        row.lebih += gap.max(0) as u32;
        row.kurang_sesudah += post.gap_of(after).map_or(0, |gap| (-gap).max(0) as u32);
    }
    let rows: Vec<Jabatan> = by_name.into_iter().map(|(jabatan, row)| Jabatan { jabatan, ..row }).collect();
    table(rows, [plan.kurang_before, plan.kurang_after, plan.kurang_reachable])
}

/// The table of these jabatan, the shortest first; those beyond its rows together.
fn table(mut rows: Vec<Jabatan>, kurang: [u32; 3]) -> Kebutuhan {
    rows.sort_by(|a, b| b.kurang.cmp(&a.kurang).then(b.lebih.cmp(&a.lebih)).then_with(|| a.jabatan.cmp(&b.jabatan)));
    let sum = |rows: &[Jabatan], jabatan: String| {
        let of = |figure: fn(&Jabatan) -> u32| rows.iter().map(figure).sum();
        Jabatan {
            jabatan,
            kebutuhan: of(|row| row.kebutuhan),
            ada: of(|row| row.ada),
            kurang: of(|row| row.kurang),
            lebih: of(|row| row.lebih),
            kurang_sesudah: of(|row| row.kurang_sesudah),
        }
    };
    let jumlah = sum(&rows, "Jumlah".into());
    let grafik = rows.iter().filter(|row| row.kurang > 0).take(MOST_BARS).cloned().collect();
    let rest = rows.split_off(rows.len().min(MOST_ROWS));
    if !rest.is_empty() {
        rows.push(sum(&rest, format!("{} jabatan lain", rest.len())));
    }
    let [kurang_sebelum, kurang_sesudah, kurang_terkecil] = kurang;
    Kebutuhan {
        baris: rows.into_iter().zip(1..).map(|(jabatan, nomor)| BarisKebutuhan { nomor, jabatan }).collect(),
        grafik,
        jumlah,
        kurang_sebelum,
        kurang_sesudah,
        kurang_terkecil,
    }
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
