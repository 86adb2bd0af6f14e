//! One letter through the press: filled, laid out, printed.

use serde::Serialize;

use super::cacat::{missing_glyph, problem_of};
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
use crate::write::letter::template::{Most, fault};

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
        let naskah =
            naskah::parse(&source).map_err(|error| vec![self.templates.naskah_fault(template, context, &error)])?;
        let found = |found: &Found| match &found.fault {
            Fault::MissingGlyph { c, word, font } => missing_glyph(work, *c, word, font),
            fault => {
                let text = source.lines().nth(found.line.saturating_sub(1)).unwrap_or_default().trim().to_string();
                let error = NaskahError { line: found.line, problem: problem_of(fault), text };
                vec![self.templates.naskah_fault(template, context, &error)]
            }
        };
        let pages = layout::layout(&mut press.shaper, &self.pictures, &naskah)
            .map_err(|faults| faults.iter().flat_map(found).collect::<Vec<_>>())?;
        if !pages.iter().any(|page| page.items.iter().any(|item| matches!(item, Item::Text { .. }))) {
            let empty = fault(template, None, "", "templat tidak memuat tulisan apa pun, sehingga suratnya kosong");
            let remedy = "Tulis isi templat itu, atau hapus berkasnya agar templat bawaan yang dipakai.";
            return Err(vec![empty.with_remedy(remedy)]);
        }
        Ok(Laid { pages, source })
    }

    pub(super) fn printed(
        &self,
        press: &mut Press,
        keputusan: &Keputusan,
        sk: &Sk,
        work: &Work<'_>,
        rancangan: &Rancangan,
        laid: Result<Laid, Vec<Finding>>,
    ) -> (Option<Tercetak>, Vec<Finding>) {
        let Laid { pages, source } = match laid {
            Ok(laid) => laid,
            Err(findings) => return (None, findings),
        };
        let decree = work.jenis.pns && work.jenis.cakupan != Cakupan::Rencana;
        let status = if decree { &sk.status } else { &keputusan.common.surat.status };
        let title = if status.is_empty() { work.title.clone() } else { format!("{} ({status})", work.title) };
        let meta = Meta {
            title,
            author: format!("Pemerintah {}", self.settings.daerah.full_name()),
            subject: sk.tentang.clone(),
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
