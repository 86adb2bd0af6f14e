//! Letters: handlebars template → naskah → layout → PDF.

mod berkas;
mod bernomor;
mod berpasangan;
mod context;
mod contoh;
mod desk;
mod dipertahankan;
mod kelengkapan;
mod layout;
mod naskah;
mod nomor;
mod pdf;
mod picture;
pub mod surat;
mod tak_dibuat;
mod template;
#[cfg(test)]
mod tests;
mod text;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::finding::{Finding, Noted};
use crate::model::artifact::Artifact;
use crate::model::bernomor::{KeputusanBernomor, Terdahulu};
use crate::settings::Settings;
use crate::write::Results;

pub use berkas::sidik;
pub use bernomor::{DISETUJUI, DRAF, TAK_TERBACA};
// What the staff edition of the workbook says in the same words.
pub(super) use context::{Tahap, Umum, umum};
pub use template::built_in as built_in_templates;

use berkas::{Keputusan, Terbitan};
use desk::{Desk, Press, Rancangan};
use dipertahankan::{Dipertahankan, numbered};
use tak_dibuat::{TakDibuat, by_cause};

/// A folder's own templates and pictures by file name (`sk-kolektif.hbs`, `lambang.png`); they win over the built-in.
pub type OfficeFiles = BTreeMap<String, Vec<u8>>;

/// Letters that one worker makes at least, so that its memory of words and fonts pays.
const LETTERS_A_WORKER: usize = 32;

/// A letter that was made.
#[derive(Debug)]
pub struct Tercetak {
    pub artifact: Artifact,
    /// Name of the paper: `petikan`.
    pub jenis: &'static str,
    /// Whether leadership approved every move on it.
    pub disetujui: bool,
    /// Whether it carries number and date of the decree.
    pub bernomor: bool,
    /// The decree it belongs to, where that has its number.
    pub nomor: Option<String>,
    /// Those that a file for printing holds.
    pub memuat: Vec<String>,
    /// People on it.
    pub orang: usize,
    pub halaman: usize,
}

/// What came of the letters of a plan.
#[derive(Debug, Default)]
pub struct Tulisan {
    pub surat: Vec<Tercetak>,
    /// Letters of before that stay as they are, by path below the output folder.
    pub dipertahankan: Vec<String>,
    /// Paths of letters made that are not written: of decrees that are ready to be signed, what is on the disk stays.
    pub siap: Vec<String>,
    /// Decrees of this month that carry their number.
    pub keputusan: Vec<KeputusanBernomor>,
    /// People who are approved and wait for a number, and those on whom nobody has decided.
    pub menunggu: usize,
    pub belum: usize,
}

/// The papers that the settings ask for, as PDF. A letter that cannot be made correctly is a finding, never a half
/// letter, and stops no other; the one of before stays in its place. So do decrees that were given their number and would
/// say something else now. A number is given only with the paper of its decree: where that cannot be made, all is made once
/// more without it. `progress` is called with letters done and letters in all.
pub fn letters(
    results: &Results<'_>,
    office: &OfficeFiles,
    lama: &Terdahulu,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Noted<Tulisan> {
    let mut urung = BTreeSet::new();
    loop {
        let (noted, lacking) = written(results, office, lama, &urung, progress);
        let known = urung.len();
        urung.extend(lacking);
        if urung.len() == known {
            return noted;
        }
    }
}

/// What every run tells of the letters of this plan, whatever earlier runs have left: part of what `letters` tells.
pub fn of_plan(results: &Results<'_>) -> Vec<Finding> {
    let (orang, mut findings) = context::moved(results);
    findings.extend(if orang.is_empty() { None } else { nomor::kepala(results.settings) });
    findings.extend(berpasangan::findings(results));
    told_once(&mut findings);
    findings
}

/// The same without the numbers of decrees that could not be made; and those of which that is found out now.
fn written(
    results: &Results<'_>,
    office: &OfficeFiles,
    lama: &Terdahulu,
    urung: &BTreeSet<String>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> (Noted<Tulisan>, Vec<String>) {
    let Noted { value: Terbitan { berkas, tetap }, mut findings } = berkas::of(results, lama, urung);
    let mut tulisan = Tulisan { keputusan: tetap, ..Tulisan::default() };
    let periode = results.roster.periode;
    let mut kept = Dipertahankan::new(lama, sidik(results));
    tulisan.keputusan.iter().for_each(|own| kept.decree(own));
    if lama.is_lost(periode) {
        kept.unknown();
    }
    let mut lacking = Vec::new();
    match berkas {
        Some(berkas) => {
            let desk = Desk::new(results.settings, results.roster.periode.first_day(), office, berkas);
            let desk = desk.beside(kept.gabungan(periode));
            let (surat, missing, stopped) = made(&desk, progress);
            findings.extend(by_cause(stopped, desk.templates.faults().chain(desk.rusak())));
            missing.iter().for_each(|rancangan| kept.letter(rancangan));
            kept.without(&surat);
            let (siap, told) = dipertahankan::ready(results.settings, lama, periode, &surat);
            (tulisan.siap, findings) = (siap, [findings, told].concat());
            findings.extend(kelengkapan::lambang(results.settings, office, &surat, &tulisan.siap));
            let waiting = desk.decrees().iter().map(Keputusan::waiting);
            (tulisan.menunggu, tulisan.belum) = waiting.fold((0, 0), |all, own| (all.0 + own.0, all.1 + own.1));
            let paths = surat.iter().map(|own| own.artifact.path.as_str()).chain(kept.paths());
            let (there, without) = numbered(results, desk.decrees(), paths);
            tulisan.keputusan.extend(there);
            (tulisan.surat, lacking) = (surat, without);
        }
        None if results.plan.moves.is_empty() => {}
        None => kept.everything(),
    }
    // What was recorded once stays so, unless its number was written anew.
    let again: BTreeSet<(String, i16)> = tulisan.keputusan.iter().map(|own| own.nomor.key()).collect();
    let others = lama.keputusan.iter().filter(|own| own.periode == periode && !again.contains(&own.nomor.key()));
    let others: Vec<KeputusanBernomor> = others.cloned().collect();
    tulisan.keputusan.extend(others);
    findings.extend(berpasangan::findings(results));
    findings.extend(kept.finding(periode));
    tulisan.dipertahankan = kept.into_paths();
    told_once(&mut findings);
    (Noted { value: tulisan, findings }, lacking)
}

/// Makes all of them; beside those that were made, the ones that could not be, and why.
fn made(desk: &Desk<'_>, progress: &(dyn Fn(usize, usize) + Sync)) -> (Vec<Tercetak>, Vec<Rancangan>, Vec<TakDibuat>) {
    let jobs = desk.jobs();
    let done = AtomicUsize::new(0);
    let made: Vec<(Option<Tercetak>, Vec<TakDibuat>)> = jobs
        .par_iter()
        .with_min_len(LETTERS_A_WORKER)
        .map_init(Press::new, |press, job| {
            let made = desk.make(press, job);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, jobs.len());
            made
        })
        .collect();
    let (mut letters, mut missing, mut stopped) = (Vec::with_capacity(made.len()), Vec::new(), Vec::new());
    for ((letter, stops), job) in made.into_iter().zip(&jobs) {
        match letter {
            Some(letter) => letters.push(letter),
            None => missing.push(desk.rancangan(job)),
        }
        stopped.extend(stops);
    }
    (letters, missing, stopped)
}

/// One paper with made-up people and the folder's settings and templates; `None` in its place where it cannot be made.
/// The outer `None`: there is no paper of that name.
pub fn preview(settings: &Settings, office: &OfficeFiles, nama: &str) -> Option<Noted<Option<Artifact>>> {
    let jenis = surat::by_name(nama)?;
    let desk = Desk::new(settings, contoh::TMT, office, contoh::berkas(settings));
    let (made, stopped) = desk.make(&mut Press::new(), &desk.first(jenis));
    // Nobody asked for this paper of the made-up people by its name.
    let causes: Vec<Finding> = stopped.into_iter().map(|own| own.cause).collect();
    let mut findings = by_cause(Vec::new(), causes.iter().chain(desk.templates.faults()).chain(desk.rusak()));
    told_once(&mut findings);
    let artifact = made.map(|made| Artifact { path: format!("{nama}.pdf"), bytes: made.artifact.bytes });
    Some(Noted { value: artifact, findings })
}

/// A fault of a template comes with every letter made from it; once is enough.
fn told_once(findings: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    findings.retain(|finding| seen.insert((finding.kode.code, finding.place.clone(), finding.problem.clone())));
}
