//! Letters: handlebars template → naskah → layout → PDF.

mod berkas;
mod context;
mod contoh;
mod desk;
mod layout;
mod naskah;
mod pdf;
mod picture;
pub mod surat;
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
use crate::settings::Settings;
use crate::write::Results;

pub use berkas::sidik;
// What the staff edition of the workbook says in the same words.
pub(super) use context::{Tahap, Umum, umum};
pub use template::built_in as built_in_templates;

use desk::{Desk, Press};

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
    /// People on it.
    pub orang: usize,
    pub halaman: usize,
}

/// The papers that the settings ask for, as PDF. A letter that cannot be made correctly is a finding, never a half
/// letter, and stops no other. `progress` is called with letters done and letters in all.
pub fn letters(
    results: &Results<'_>,
    office: &OfficeFiles,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Noted<Vec<Tercetak>> {
    let Noted { value: berkas, mut findings } = berkas::of(results);
    let Some(berkas) = berkas else { return Noted { value: Vec::new(), findings } };
    let desk = Desk::new(results.settings, results.roster.periode.first_day(), office, berkas);
    findings.extend(desk.templates.faults().cloned());
    let jobs = desk.jobs();
    let done = AtomicUsize::new(0);
    let made: Vec<(Option<Tercetak>, Vec<Finding>)> = jobs
        .par_iter()
        .with_min_len(LETTERS_A_WORKER)
        .map_init(Press::new, |press, job| {
            let made = desk.make(press, *job);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, jobs.len());
            made
        })
        .collect();
    let mut letters = Vec::with_capacity(made.len());
    for (letter, faults) in made {
        letters.extend(letter);
        findings.extend(faults);
    }
    told_once(&mut findings);
    Noted { value: letters, findings }
}

/// One paper with made-up people and the folder's settings and templates; `None` in its place where it cannot be made.
/// The outer `None`: there is no paper of that name.
pub fn preview(settings: &Settings, office: &OfficeFiles, nama: &str) -> Option<Noted<Option<Artifact>>> {
    let jenis = surat::by_name(nama)?;
    let berkas = match contoh::berkas(settings) {
        Ok(berkas) => berkas,
        Err(findings) => return Some(Noted { value: None, findings }),
    };
    let desk = Desk::new(settings, contoh::TMT, office, berkas);
    let (made, mut findings) = desk.make(&mut Press::new(), desk.first(jenis));
    findings.extend(desk.templates.faults().cloned());
    told_once(&mut findings);
    let artifact = made.map(|made| Artifact { path: format!("{nama}.pdf"), bytes: made.artifact.bytes });
    Some(Noted { value: artifact, findings })
}

/// A fault of a template comes with every letter made from it; once is enough.
fn told_once(findings: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    findings.retain(|finding| seen.insert((finding.kode.code, finding.place.clone(), finding.problem.clone())));
}
