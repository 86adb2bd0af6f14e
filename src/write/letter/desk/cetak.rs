//! One letter through the press: filled, laid out, printed.

use serde::Serialize;

use super::cacat::{lambang, missing_glyphs, problem_of};
use super::{Desk, Press, Rancangan, Work};
use crate::finding::Finding;
use crate::model::artifact::Artifact;
use crate::write::letter::Tercetak;
use crate::write::letter::berkas::Keputusan;
use crate::write::letter::context::Sk;
use crate::write::letter::layout::{self, Fault, Found, Item, Page};
use crate::write::letter::naskah::{self, NaskahError};
use crate::write::letter::pdf::{self, Meta};
use crate::write::letter::surat::Cakupan;
use crate::write::letter::tak_dibuat::{TakDibuat, not_made};
use crate::write::letter::template::{Most, fault};
use crate::write::letter::wording::rusak_in;

/// Bytes of text in one letter at most, and how many more for each person of the plan: ten times what papers say.
const LONGEST: usize = 4_000_000;
const LONGEST_A_PERSON: usize = 20_000;
/// The same of rounds that a template goes: a person's row of fifteen columns takes fifty.
const ROUNDS: u64 = 20_000;
const ROUNDS_A_PERSON: u64 = 500;

/// A letter laid out, and the naskah it came from.
pub(super) struct Laid {
    pub pages: Vec<Page>,
    pub source: String,
}

impl Desk<'_> {
    pub(super) fn lay(
        &self,
        press: &mut Press,
        work: &Work<'_>,
        context: &impl Serialize,
    ) -> Result<Laid, Vec<Finding>> {
        let template = work.jenis.nama;
        let people = self.berkas.laporan.perpindahan.len();
        let bytes = LONGEST + LONGEST_A_PERSON * people;
        let most = Most { bytes, rounds: ROUNDS + ROUNDS_A_PERSON * people as u64 };
        let source = self.templates.fill(template, context, most).map_err(|finding| vec![*finding])?;
        let rusak: Vec<Finding> = rusak_in(&source).iter().flat_map(|key| self.berkas.rusak_of(key)).cloned().collect();
        if !rusak.is_empty() {
            return Err(rusak);
        }
        let naskah =
            naskah::parse(&source).map_err(|error| vec![self.templates.naskah_fault(template, context, &error)])?;
        let pages = layout::layout(&mut press.shaper, &self.pictures, &naskah)
            .map_err(|faults| self.told(work, context, &source, &faults))?;
        if !pages.iter().any(|page| page.items.iter().any(|item| matches!(item, Item::Text { .. }))) {
            let empty = fault(template, None, "", "templat tidak memuat tulisan apa pun, sehingga suratnya kosong");
            let remedy = "Tulis isi templat itu, atau hapus berkasnya agar templat bawaan yang dipakai.";
            return Err(vec![empty.with_remedy(remedy)]);
        }
        Ok(Laid { pages, source })
    }

    /// What is wrong with a letter that cannot be laid out.
    fn told(&self, work: &Work<'_>, context: &impl Serialize, source: &str, faults: &[Found]) -> Vec<Finding> {
        let mut glyphs: Vec<(char, &str)> = Vec::new();
        let mut findings = Vec::new();
        for found in faults {
            match &found.fault {
                Fault::MissingGlyph { c, word, .. } => glyphs.push((*c, word)),
                Fault::NoPicture { file } if lambang(self.settings, work, file).is_some() => {
                    findings.extend(lambang(self.settings, work, file));
                }
                fault => {
                    let text = source.lines().nth(found.line.saturating_sub(1)).unwrap_or_default().trim().to_string();
                    let error = NaskahError { line: found.line, problem: problem_of(fault), text };
                    findings.push(self.templates.naskah_fault(work.jenis.nama, context, &error));
                }
            }
        }
        findings.extend(missing_glyphs(work, &glyphs));
        findings
    }

    pub(super) fn printed(
        &self,
        press: &mut Press,
        keputusan: &Keputusan,
        sk: &Sk,
        work: &Work<'_>,
        rancangan: &Rancangan,
        laid: Result<Laid, Vec<Finding>>,
    ) -> (Option<Tercetak>, Vec<TakDibuat>) {
        let Laid { pages, source } = match laid {
            Ok(laid) => laid,
            Err(findings) => return (None, not_made(&work.path, findings)),
        };
        let decree = work.jenis.pns && work.jenis.cakupan != Cakupan::Rencana;
        let status = if decree { &sk.status } else { &keputusan.common.surat.status };
        let title = if status.is_empty() { work.title.clone() } else { format!("{} ({status})", work.title) };
        let meta = Meta {
            title,
            author: format!("Pemerintah {}", self.settings.daerah.full_name()),
            // A paper that does not print the title is made without it.
            subject: if rusak_in(&sk.tentang).is_empty() { sk.tentang.clone() } else { String::new() },
            created: self.created,
            source,
        };
        let bytes = pdf::write(&press.shaper, &pages, &self.pictures, &meta, &mut press.kept);
        let made = Tercetak {
            artifact: Artifact { path: work.path.clone(), bytes },
            jenis: work.jenis.nama,
            disetujui: rancangan.disetujui,
            nomor: rancangan.nomor.clone(),
            memuat: rancangan.memuat.clone(),
            bernomor: decree && sk.is_final,
            orang: work.orang.len(),
            halaman: pages.len(),
        };
        (Some(made), Vec::new())
    }
}
