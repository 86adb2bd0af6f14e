//! What a run came to, and how it ended.

use crate::finding::{Finding, Severity};
use crate::law::Law;
use crate::model::cells::Tables;
use crate::model::needs::Needs;
use crate::model::plan::Plan;
use crate::model::riwayat::Riwayat;
use crate::model::roster::Roster;
use crate::settings::Settings;
use crate::write::Results;

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
    /// In published order: by place, then code.
    pub findings: Vec<Finding>,
    /// Paths written (or that would be), relative to the folder, in order.
    pub outputs: Vec<String>,
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
        } else if self.findings.iter().any(|finding| finding.severity() == Severity::Galat) {
            Exit::SomeLeftOut
        } else {
            Exit::AllUsed
        }
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
            findings: &self.findings,
        }
    }
}
