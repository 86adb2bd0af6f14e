//! Why wishes are not met: of everybody who asked for a place and does not get it, the first cause that the data tell.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::adil::SebabUsulan;
use crate::model::aspirasi::Usulan;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::Plan;
use crate::model::unit::UnitId;
use crate::place::facts::Facts;

use super::ukuran::{Tempat, peringkat};

/// How many there are of each cause.
pub fn tak_terpenuhi(facts: &Facts, plan: &Plan, tempat: &Tempat) -> BTreeMap<SebabUsulan, u32> {
    let ids: Vec<PegawaiId> = facts.roster.pegawai_ids().collect();
    let causes: Vec<SebabUsulan> = ids.par_iter().filter_map(|id| sebab(facts, plan, tempat, *id)).collect();
    let mut counts = BTreeMap::new();
    causes.into_iter().for_each(|sebab| *counts.entry(sebab).or_default() += 1);
    counts
}

/// `None` of those who asked for nothing, and of those who go where they asked.
fn sebab(facts: &Facts, plan: &Plan, tempat: &Tempat, id: PegawaiId) -> Option<SebabUsulan> {
    let own = &facts.roster.pegawai(id).aspirasi.as_ref().filter(|own| !own.usulan.is_empty())?.usulan;
    let met = tempat.get(&id).and_then(|to| peringkat(facts, id, facts.needs.post(*to).unit));
    if met.is_some() {
        return None;
    }
    if !plan.people[id.0 as usize].blocked.is_empty() {
        return Some(SebabUsulan::Ditahan);
    }
    if facts.unplaced(id).is_some() {
        return Some(SebabUsulan::DataKurang);
    }
    let (needs, home) = (facts.needs, facts.home(id));
    let same = |post: &PostId| !facts.blocks("A-109") || facts.post(*post).nama == facts.post(home).nama;
    let open = |post: &PostId| {
        *post != home && needs.post(*post).kebutuhan.is_some() && same(post) && facts.allows(id, home, *post)
    };
    let posts: Vec<PostId> =
        units(facts, own).into_iter().flat_map(|unit| needs.ids_of_unit(unit)).filter(open).collect();
    let need = |post: &PostId| needs.post(*post).kebutuhan.as_ref().map_or(0, |need| need.lo);
    Some(match posts[..] {
        [] => SebabUsulan::TanpaJabatan,
        _ if posts.iter().any(|post| plan.posts[post.0 as usize].after < need(post)) => SebabUsulan::Dibutuhkan,
        _ if posts.iter().any(|post| needs.post(*post).riil < need(post)) => SebabUsulan::DiisiLain,
        _ => SebabUsulan::TidakKurang,
    })
}

/// The units that wishes name, each once.
fn units(facts: &Facts, wishes: &[Usulan]) -> Vec<UnitId> {
    let meant = |unit: &UnitId| {
        wishes.iter().any(|wish| match wish {
            Usulan::Unit(wanted) => wanted == unit,
            Usulan::Kecamatan(wanted) => facts.roster.unit(*unit).kecamatan == Some(*wanted),
        })
    };
    facts.roster.unit_ids().filter(meant).collect()
}
