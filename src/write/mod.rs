//! Writing: the result workbook, annotated copies, letters, and the records.

pub mod letter;
pub mod record;
pub mod workbook;

use crate::finding::Finding;
use crate::law::Law;
use crate::model::adil::Keadilan;
use crate::model::cells::Tables;
use crate::model::keputusan::{HasilKeputusan, Keputusan};
use crate::model::needs::Needs;
use crate::model::plan::{Move, Plan};
use crate::model::riwayat::Riwayat;
use crate::model::roster::Roster;
use crate::model::skenario::Skenario;
use crate::settings::Settings;

/// Everything a run has found, as the writers see it.
#[derive(Clone, Copy)]
pub struct Results<'a> {
    pub settings: &'a Settings,
    pub law: &'a Law,
    pub tables: &'a Tables,
    pub roster: &'a Roster,
    pub riwayat: &'a Riwayat,
    pub needs: &'a Needs,
    pub plan: &'a Plan,
    /// How fair the plan is.
    pub keadilan: Option<&'a Keadilan>,
    /// Plans under other settings.
    pub skenario: &'a [Skenario],
    /// In published order.
    pub findings: &'a [Finding],
}

impl<'a> Results<'a> {
    /// The decision of leadership that this move follows, if one asked for it.
    pub fn decision_on(&self, step: &Move) -> Option<&'a Keputusan> {
        let nip = self.roster.pegawai(step.pegawai).nip;
        let unit = self.needs.post(step.to).unit;
        let list = self.roster.keputusan.list.iter().zip(&self.plan.keputusan);
        let met = |(own, hasil): &(&'a Keputusan, &HasilKeputusan)| {
            own.nip == nip
                && own.tindakan.is_force()
                && **hasil == HasilKeputusan::Dipenuhi
                && own.tujuan.as_ref().is_none_or(|tujuan| tujuan.unit == unit)
        };
        list.into_iter().find(met).map(|(own, _)| own)
    }
}
