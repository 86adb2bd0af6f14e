//! The plan beside the published one: which moves are new or changed, and why others are no longer made.

use std::collections::BTreeMap;

use crate::model::keputusan::{RencanaTerbit, TujuanKeputusan};
use crate::model::needs::PostId;
use crate::model::nip::Nip;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{Move, Plan};
use crate::model::terbit::{Banding, BandingTerbit, TidakLagi};
use crate::place::family::Case;
use crate::place::karena::Karena;
use crate::place::sentences;

/// `None` where no plan is published.
pub fn banding(case: &Case, plan: &Plan, karena: &Karena) -> Option<BandingTerbit> {
    let (roster, terbit) = (case.facts.roster, case.facts.roster.keputusan.terbit.as_ref()?);
    let people: BTreeMap<Nip, PegawaiId> = roster.pegawai_ids().map(|id| (roster.pegawai(id).nip, id)).collect();
    let moved: BTreeMap<PegawaiId, &Move> = plan.moves.iter().map(|step| (step.pegawai, step)).collect();
    let gone = terbit.tujuan.iter().filter_map(|(nip, tujuan)| {
        let pegawai = people.get(nip).copied();
        if pegawai.is_some_and(|id| moved.contains_key(&id)) {
            return None;
        }
        let alasan = match pegawai {
            None => "Pegawai ini tidak ada lagi di data pegawai yang dapat dipakai.".into(),
            Some(id) => why(case, plan, karena, (id, tujuan)),
        };
        Some(TidakLagi { nip: *nip, pegawai, unit: tujuan.unit, alasan })
    });
    Some(BandingTerbit {
        terbit: terbit.tujuan.len(),
        langkah: plan.moves.iter().map(|step| beside(case, terbit, step)).collect(),
        tidak_lagi: gone.collect(),
    })
}

fn beside(case: &Case, terbit: &RencanaTerbit, step: &Move) -> Banding {
    let facts = &case.facts;
    let Some(then) = terbit.tujuan.get(&facts.roster.pegawai(step.pegawai).nip) else { return Banding::Baru };
    match facts.arahan.terbit(step.pegawai) {
        Some(post) if post == step.to => Banding::Tetap,
        _ if then.unit == facts.needs.post(step.to).unit => Banding::BerubahJabatan,
        _ => Banding::Berubah(then.unit),
    }
}

/// Why somebody is no longer moved: by leadership's own words, by rules, by what was decided of others, or by what the place
/// has become.
fn why(case: &Case, plan: &Plan, karena: &Karena, (id, tujuan): (PegawaiId, &TujuanKeputusan)) -> String {
    let facts = &case.facts;
    let planned = facts.arahan.terbit(id).filter(|post| facts.needs.post(*post).unit == tujuan.unit);
    let decided = facts.arahan.penahan(id).or_else(|| facts.arahan.penolak(facts.needs, id, planned?));
    if let Some(own) = decided {
        return sentences::diputuskan(own);
    }
    let Some(to) = planned else { return "Tempat itu tidak ada lagi dalam data kebutuhan.".into() };
    if let Some(stopped) = facts.stopped(id, to) {
        return format!("Tidak dapat lagi dipindahkan: {stopped}.");
    }
    karena.get(&id).cloned().unwrap_or_else(|| there(case, plan, to))
}

/// What the place has become, from the data of now.
fn there(case: &Case, plan: &Plan, to: PostId) -> String {
    let arrived: Vec<PegawaiId> = plan.moves.iter().filter(|step| step.to == to).map(|step| step.pegawai).collect();
    sentences::tempat_kini(&case.facts, to, plan.posts[to.0 as usize].after, &arrived)
}
