//! What would be instead of a move: the second-best plan in terms of people, posts and points.

use crate::model::batasan::Batasan;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{CostVector, PAKSAAN, Penentu, Tujuan, Urutan};
use crate::model::susunan::{Langkah, Susunan};
use crate::place::explain::Regret;
use crate::place::family::{Case, Family};
use crate::place::objectives::Objective;
use crate::place::problem::{Problem, Solution};

/// What another plan is told under, because planning anew may come to another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Syarat {
    /// Limits weigh on the plan: the other one keeps them as well, and that none is better nobody has shown.
    pub batas: bool,
    /// Units are closed to one of a couple, as this plan needs it.
    pub pasangan: bool,
}

impl Syarat {
    /// What holds of all that is told beside the plan of one family.
    pub fn of(case: &Case, family: &Family) -> Syarat {
        let weighs = |own: &Batasan| !own.harga.is_empty() || !own.tertutup.is_empty() || !own.proven();
        let kept = |id: &PegawaiId| {
            let nip = case.facts.roster.pegawai(*id).nip;
            case.facts.pisah.iter().any(|pisah| pisah.nip == nip)
        };
        Syarat {
            batas: case.batasan.as_ref().is_some_and(weighs),
            pasangan: !case.facts.pisah.is_empty() && family.movable.iter().any(kept),
        }
    }
}

/// The plan that would follow from refusing a move, as far as it differs.
#[derive(Clone)]
pub struct Alternative {
    /// What it costs more, level by level.
    pub cost: CostVector,
    /// What this is told under.
    pub syarat: Syarat,
    /// The goals that these levels are.
    pub urutan: Urutan,
    /// Who would come to the post instead.
    pub runner_up: Option<PegawaiId>,
    /// Where the refused one would go instead; `None` when he or she would stay.
    pub own: Option<PostId>,
    /// Whom the plan has in the place where the refused one would go, and who would leave it to him or her.
    pub displaced: Option<PegawaiId>,
    /// The post that would hold one person less, with its planned number of holders.
    pub loser: Option<(PostId, u32)>,
    /// Those whom the plan leaves where they are and who would move.
    pub newly: Vec<PegawaiId>,
    /// Everybody who would sit elsewhere, the one asked about first.
    pub steps: Vec<Langkah>,
    /// Points of the plan less those of the alternative, objective by objective, as many as this run has data for.
    pub lead: Vec<(&'static Objective, i64)>,
}

impl Alternative {
    /// Reads a regret, with what the plan is ahead in.
    pub fn of(case: &Case, family: &Family, problem: &Problem, solution: &Solution, regret: &Regret) -> Alternative {
        let plain = Alternative::plain(case, family, problem, solution, regret);
        Alternative { lead: lead(case, family, problem, solution, regret), ..plain }
    }

    /// The same without the points of each objective, which take the longest to find.
    pub fn plain(case: &Case, family: &Family, problem: &Problem, solution: &Solution, regret: &Regret) -> Alternative {
        let home = |person: usize| problem.people[person].home as usize;
        let own = regret.changes.first().filter(|(person, post)| home(*person) != *post);
        let displaced = match regret.changes[..] {
            [(_, own), (other, _), ..] => Some(other).filter(|other| solution.post[*other] as usize == own),
            _ => None,
        };
        let newly = regret
            .changes
            .iter()
            .filter(|(person, post)| solution.post[*person] as usize == home(*person) && *post != home(*person));
        let step = |&(person, post): &(usize, usize)| Langkah {
            pegawai: family.movable[person],
            dari: family.posts[solution.post[person] as usize],
            ke: family.posts[post],
        };
        Alternative {
            cost: regret.cost.0,
            syarat: Syarat::of(case, family),
            urutan: *case.facts.urutan(),
            runner_up: regret.runner_up.map(|person| family.movable[person]),
            own: own.map(|(_, post)| family.posts[*post]),
            displaced: displaced.map(|person| family.movable[person]),
            loser: regret.loser.map(|post| (family.posts[post], solution.holders[post])),
            newly: newly.map(|(person, _)| family.movable[*person]).collect(),
            steps: regret.changes.iter().map(step).collect(),
            lead: Vec::new(),
        }
    }

    /// As the plan keeps it.
    pub fn susunan(&self) -> Susunan {
        Susunan {
            biaya: self.cost,
            pengganti: self.runner_up,
            langkah: self.steps.clone(),
            berkurang: self.loser.map(|(post, _)| post),
        }
    }

    /// The same without the decision that only this alternative breaks: what it costs beside that.
    pub fn but_its_decision(mut self) -> Alternative {
        self.cost[PAKSAAN] -= 1;
        self
    }

    /// The level that decides for the plan.
    pub fn penentu(&self) -> Penentu {
        self.urutan.penentu(&self.cost)
    }

    /// What it costs more on a goal; 0 where the order leaves it out.
    pub fn more(&self, tujuan: Tujuan) -> i64 {
        self.urutan.of(&self.cost, tujuan)
    }

    /// In what the plan is most ahead; `None` where it is ahead in nothing.
    pub fn most_ahead(&self) -> Option<&'static Objective> {
        let ahead = self.lead.iter().filter(|(_, points)| *points > 0);
        // Of equal leads the first of the registry.
        ahead.rev().max_by_key(|(_, points)| *points).map(|(objective, _)| *objective)
    }
}

/// In what the plan is ahead of an alternative, objective by objective.
fn lead(
    case: &Case,
    family: &Family,
    problem: &Problem,
    solution: &Solution,
    regret: &Regret,
) -> Vec<(&'static Objective, i64)> {
    let home = |person: usize| problem.people[person].home as usize;
    let points = |person: usize, post: usize| -> Vec<i64> {
        if home(person) == post {
            return vec![0; case.facts.timbangan.objectives.len()];
        }
        let merit = case.facts.merit(family.movable[person], family.posts[home(person)], family.posts[post]);
        merit.iter().map(|part| part.points).collect()
    };
    let mut lead: Vec<(&'static Objective, i64)> =
        case.facts.timbangan.objectives.iter().map(|objective| (*objective, 0)).collect();
    for &(person, post) in &regret.changes {
        let planned = points(person, solution.post[person] as usize);
        lead.iter_mut().zip(planned.iter().zip(points(person, post))).for_each(|(part, (plan, other))| {
            part.1 += plan - other;
        });
    }
    lead
}
