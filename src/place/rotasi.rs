//! Why somebody whom rotation is due for stays: read from the plan's own bounds, without asking for another plan.

use crate::model::pegawai::PegawaiId;
use crate::model::plan::{Plan, Tujuan};
use crate::model::tanggal::months_between;
use crate::place::facts::Facts;
use crate::place::family::Case;
use crate::place::sentences::{self, Menetap};

/// Tells it of everybody who has been in one unit for as long as the sheet *Rotasi* lists, is held by no rule, and stays.
pub fn tell(case: &Case, plan: &mut Plan) {
    let facts = &case.facts;
    let moving: std::collections::BTreeSet<PegawaiId> = plan.moves.iter().map(|step| step.pegawai).collect();
    let even_first = facts.urutan().goals().next() == Some(Tujuan::Keterisian);
    let rencana = &facts.settings.rencana;
    let plain = even_first && !rencana.batas().any() && !rencana.has_totals();
    for id in facts.roster.pegawai_ids().filter(|id| is_due(facts, *id) && !moving.contains(id)) {
        let own = &mut plan.people[id.0 as usize];
        if own.blocked.is_empty() {
            let home = facts.needs.post_of[id.0 as usize];
            let why = home.map_or(Menetap::JabatanTakDikenal, |home| {
                let outcome = plan.posts[home.0 as usize];
                match &facts.needs.post(home).kebutuhan {
                    None => Menetap::KebutuhanTakDiketahui,
                    Some(need) if outcome.after <= need.hi => Menetap::TidakLebih(home, outcome.after),
                    Some(_) if outcome.after <= outcome.floor => Menetap::Minimum(home, outcome.after),
                    // The share is even: had somebody of a surplus a short place to go to, the plan would have filled it.
                    Some(_) if plain => Menetap::TanpaTempat(home, outcome.after),
                    Some(_) => Menetap::UrutanLain,
                }
            });
            own.tetap = Some(sentences::menetap(facts, id, why).into());
        }
    }
}

/// Whether the time in the unit has come within the span that the sheet tells of.
fn is_due(facts: &Facts, id: PegawaiId) -> bool {
    let from = facts.rotation_limit_months() - i64::from(facts.settings.rotasi.mendekati_bulan);
    let since = facts.roster.pegawai(id).tmt_unit;
    since.is_some_and(|tmt| i64::from(months_between(tmt, facts.roster.tanggal_efektif)) > from)
}
