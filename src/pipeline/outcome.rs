//! What a run came to, and how it ended.

use std::collections::BTreeMap;

use crate::finding::{Finding, Place, Severity, catalogue};
use crate::law::Law;
use crate::model::adil::Keadilan;
use crate::model::cells::Tables;
use crate::model::needs::Needs;
use crate::model::plan::Plan;
use crate::model::riwayat::Riwayat;
use crate::model::roster::Roster;
use crate::model::skenario::Skenario;
use crate::settings::Settings;
use crate::write::Results;
use crate::write::letter::{DISETUJUI, DRAF, Tercetak, Tulisan};

/// Everything a run came to.
pub struct Outcome {
    pub settings: Settings,
    pub law: Law,
    pub tables: Tables,
    pub roster: Roster,
    pub riwayat: Riwayat,
    pub needs: Needs,
    /// Empty after `check`.
    pub plan: Plan,
    /// How fair the plan is; `None` where none was to be written.
    pub keadilan: Option<Keadilan>,
    /// Plans under other settings, in the order asked.
    pub skenario: Vec<Skenario>,
    /// In published order: by place, then code.
    pub findings: Vec<Finding>,
    /// Paths written (or that would be), relative to the folder, in order.
    pub outputs: Vec<String>,
    /// What the letters among them are.
    pub surat: Surat,
}

/// The letters of a run in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surat {
    /// Decrees with their number: the number, and how many people each names.
    pub bernomor: Vec<(String, usize)>,
    /// Letters that belong to them, and those that stay as they were written before.
    pub milik_bernomor: usize,
    pub dipertahankan: usize,
    /// Decrees for several people that are still drafts, and petikan of drafts, while nobody is approved.
    pub draf_keputusan: usize,
    pub draf_petikan: usize,
    /// All others beside the piles below.
    pub lain: usize,
    /// Files for printing that hold letters once more.
    pub gabungan: usize,
    /// Of people who are approved and wait for a number, and of those on whom nobody has decided while others are.
    pub disetujui: Tumpukan,
    pub draf: Tumpukan,
}

/// Letters in a folder of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tumpukan {
    pub orang: usize,
    pub surat: usize,
}

impl Surat {
    pub(super) fn of(tulisan: &Tulisan) -> Surat {
        let once = once(&tulisan.surat);
        let below = |folder: &str| {
            let begin = format!("{folder}/");
            move |letter: &&Tercetak| letter.artifact.path.starts_with(&begin)
        };
        let (drafts, others): (Vec<&Tercetak>, Vec<&Tercetak>) = once.into_iter().partition(below(DRAF));
        let (approved, open): (Vec<&Tercetak>, Vec<&Tercetak>) = drafts.into_iter().partition(below(DISETUJUI));
        let (numbered, rest): (Vec<&Tercetak>, Vec<&Tercetak>) =
            others.into_iter().partition(|letter| letter.nomor.is_some());
        let decree = |letter: &&&Tercetak| ["sk-kolektif", "sk-perorangan"].contains(&letter.jenis);
        let of = |jenis: &str| count(rest.iter().filter(|letter| letter.jenis == jenis));
        let in_force = tulisan.keputusan.iter().filter(|own| own.ada && !own.dicabut);
        let (draf_keputusan, draf_petikan) = (of("sk-kolektif"), of("petikan"));
        Surat {
            bernomor: in_force.map(|own| (own.nomor.nomor.clone(), own.orang.len())).collect(),
            milik_bernomor: count(numbered.iter().filter(|letter| !decree(letter))),
            dipertahankan: tulisan.dipertahankan.len(),
            draf_keputusan,
            draf_petikan,
            lain: count(rest.iter()) - draf_keputusan - draf_petikan,
            gabungan: tulisan.surat.iter().filter(|letter| folder_of_all(letter).is_some()).count(),
            disetujui: Tumpukan { orang: tulisan.menunggu, surat: count(approved.iter()) },
            draf: Tumpukan { orang: tulisan.belum, surat: count(open.iter()) },
        }
    }
}

/// All letters once: a file for printing only where its letters are no files of their own.
fn once(all: &[Tercetak]) -> Vec<&Tercetak> {
    let mut apart: BTreeMap<&str, usize> = BTreeMap::new();
    for (folder, _) in all.iter().filter_map(|letter| letter.artifact.path.rsplit_once('/')) {
        *apart.entry(folder).or_default() += 1;
    }
    let twice = |letter: &Tercetak| {
        folder_of_all(letter).is_some_and(|folder| apart.get(folder).is_some_and(|files| *files >= letter.orang))
    };
    all.iter().filter(|letter| !twice(letter)).collect()
}

/// The folder in which the letters of a file for printing are by themselves, if at all.
fn folder_of_all(letter: &Tercetak) -> Option<&str> {
    let (folder, rest) = letter.artifact.path.rsplit_once("-gabungan")?;
    rest.ends_with(".pdf").then_some(folder)
}

/// How many letters these are; a file for printing holds one of each person.
fn count<'t>(list: impl Iterator<Item = &'t &'t Tercetak>) -> usize {
    list.map(|letter| if folder_of_all(letter).is_some() { letter.orang } else { 1 }).sum()
}

/// How a run ended, as the process's exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Every row and file was used.
    AllUsed = 0,
    /// Done, with rows or files left out.
    SomeLeftOut = 1,
    /// Nothing could be used.
    NothingUsed = 2,
    /// Could not run: bad arguments, disk full, folder locked.
    CannotRun = 3,
}

impl Exit {
    pub const ALL: [Exit; 4] = [Exit::AllUsed, Exit::SomeLeftOut, Exit::NothingUsed, Exit::CannotRun];

    /// What it means, in Indonesian, as README and help print it.
    pub fn meaning(self) -> &'static str {
        match self {
            Exit::AllUsed => "semua berkas dan baris dipakai",
            Exit::SomeLeftOut => "selesai, ada berkas atau baris yang tidak dipakai",
            Exit::NothingUsed => "tidak ada yang dapat dipakai",
            Exit::CannotRun => "tidak dapat berjalan (perintah salah, folder terkunci, cakram penuh)",
        }
    }
}

impl Outcome {
    pub fn exit(&self) -> Exit {
        if self.roster.units.is_empty() && self.roster.pegawai.is_empty() {
            Exit::NothingUsed
        } else if self.leaves_rows_out() || self.leaves_files_out() {
            Exit::SomeLeftOut
        } else {
            Exit::AllUsed
        }
    }

    /// Of a school in the lists of two years the newer row is used for both: the older one is no row left out. Where one
    /// row of workload lacks something, those of its jabatan beside it are not used either.
    fn leaves_rows_out(&self) -> bool {
        let no_workload = |finding: &Finding| finding.kode == &catalogue::BEBAN_TAK_LENGKAP;
        if self.findings.iter().any(no_workload) {
            return true;
        }
        self.roster.tabel.iter().filter(|table| table.rows.used < table.rows.read).any(|table| {
            let here = |place: &Place| place.file == table.sheet.file && place.sheet == table.sheet.sheet;
            let older = |finding: &&Finding| finding.kode == &catalogue::NPSN_GANDA && here(&finding.place);
            table.rows.used + self.findings.iter().filter(older).count() < table.rows.read
        })
    }

    /// Whether a file gave nothing, or a sheet, the settings or a template could not be used. A workbook of ours that
    /// came back is no data and so not left out; a cell at fault leaves its row used, unless the counts say otherwise.
    fn leaves_files_out(&self) -> bool {
        let ours = |path: &str| {
            let of_ours = [&catalogue::KONFIRMASI_DITERIMA, &catalogue::KONFIRMASI_TAK_TERBACA];
            self.findings.iter().any(|finding| of_ours.contains(&finding.kode) && &*finding.place.file == path)
        };
        let about_a_cell = |finding: &Finding| finding.kode.code.starts_with('D');
        self.tables.sources.iter().any(|source| !source.used && !ours(&source.path))
            || self.findings.iter().any(|finding| finding.severity() == Severity::Galat && !about_a_cell(finding))
    }

    /// What the writers see of it.
    pub fn results(&self) -> Results<'_> {
        Results {
            settings: &self.settings,
            law: &self.law,
            tables: &self.tables,
            roster: &self.roster,
            riwayat: &self.riwayat,
            needs: &self.needs,
            plan: &self.plan,
            keadilan: self.keadilan.as_ref(),
            skenario: &self.skenario,
            findings: &self.findings,
        }
    }
}
