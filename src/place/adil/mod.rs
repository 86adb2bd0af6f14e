//! How fair a plan is, beside what an office would have made by hand and under other orders of goals (design §5.9).
//! Nothing here changes a plan or scores a person by sex or age; the figures are for people to judge by.

mod batas;
pub mod hitung;
mod iri;
pub mod kurva;
mod laju;
pub mod sudut;
pub mod tangan;
pub mod ukuran;
mod usulan;

use rayon::prelude::*;

use crate::law::Law;
use crate::model::adil::{Keadilan, Keberatan, Penilaian, Ukuran};
use crate::model::needs::{Needs, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::plan::Plan;
use crate::model::roster::Roster;
use crate::place::facts::Facts;
use crate::place::family::{Case, Family};
use crate::place::problem::Problem;
use crate::settings::{Perbandingan, Settings};

use iri::Lihat;
use tangan::Butuh;
use ukuran::{Tempat, ukuran};

/// Pairs up to which other plans are made unasked: about a second of one processor.
pub const PASANGAN_OTOMATIS: u64 = 60_000;

/// The figures of a plan and of what it may be compared with.
pub fn keadilan(roster: &Roster, needs: &Needs, law: &Law, settings: &Settings, plan: &Plan) -> Keadilan {
    let plain = || Case::new(Facts::new(roster, needs, law, settings).keeping_apart(&plan.pisah));
    let case = plain().of_plan(plan);
    let moved = of_plan(plan);
    let views: Vec<View> = match &case.batasan {
        None => case.families.par_iter().map(|family| View::new(&case, family, plan, &moved)).collect(),
        Some(batasan) => batas::views(&case, batasan, plan, &moved),
    };
    let mut by_hand: Tempat = views.iter().flat_map(|view| view.by_hand.iter().copied()).collect();
    tangan::part_couples(&case.facts, &mut by_hand);
    let of = |tempat: &Tempat, at: usize| {
        let mut told = Penilaian { ukuran: ukuran(&case.facts, &case.bounds, tempat), ..Penilaian::default() };
        for view in &views {
            told.iri.join(view.objections[at].0.clone());
            told.sia.join(view.objections[at].1.clone());
        }
        told
    };
    let movable: Vec<PegawaiId> = case.families.iter().flat_map(|family| &family.movable).copied().collect();
    let pasangan = views.iter().map(|view| view.pairs).sum();
    let dibandingkan = match settings.rencana.perbandingan {
        Perbandingan::Ya => true,
        Perbandingan::Tidak => false,
        Perbandingan::Otomatis => pasangan <= PASANGAN_OTOMATIS,
    };
    Keadilan {
        sebelum: of(&Tempat::new(), 0),
        rencana: of(&moved, 1),
        tangan: of(&by_hand, 2),
        kurang_terkecil: plan.kurang_reachable.into(),
        dibatasi: plan.held_short_by().unwrap_or_default(),
        laju: laju::laju(&case.facts, &movable, &moved),
        tak_terpenuhi: usulan::tak_terpenuhi(&case.facts, plan, &moved),
        pasangan,
        dibandingkan,
        sudut: if dibandingkan { sudut::sudut(roster, needs, law, settings) } else { Vec::new() },
        // The curve is one of ranks, without limits.
        kurva: match dibandingkan {
            true if plan.totals.tangga.is_empty() && plan.batasan.is_none() => kurva::kurva(&case),
            true => kurva::kurva(&plain()),
            false => Vec::new(),
        },
    }
}

/// The figures of a plan alone.
pub fn ukuran_rencana(roster: &Roster, needs: &Needs, law: &Law, settings: &Settings, plan: &Plan) -> Ukuran {
    let case = Case::new(Facts::new(roster, needs, law, settings).keeping_apart(&plan.pisah));
    ukuran(&case.facts, &case.bounds, &of_plan(plan))
}

fn of_plan(plan: &Plan) -> Tempat {
    plan.moves.iter().map(|step| (step.pegawai, step.to)).collect()
}

/// What is asked of a family while its pairs are at hand.
struct View {
    pairs: u64,
    by_hand: Vec<(PegawaiId, PostId)>,
    /// Envy and wasted wishes before, under the plan, and by hand.
    objections: [(Keberatan, Keberatan); 3],
}

impl View {
    fn new(case: &Case, family: &Family, plan: &Plan, moved: &Tempat) -> View {
        let problem = case.free_problem(family, &case.judged(family));
        let by_hand = by_hand(case, family, &problem);
        View::of(case, family, (&problem, &problem), by_hand, (plan, moved))
    }

    /// `free` is the family with every pair that rules allow, `priced` the same as the plan was priced.
    fn of(
        case: &Case,
        family: &Family,
        (free, priced): (&Problem, &Problem),
        by_hand: Vec<(PegawaiId, PostId)>,
        (plan, moved): (&Plan, &Tempat),
    ) -> View {
        let hand: Tempat = by_hand.iter().copied().collect();
        let told = |tempat: &Tempat, plan: Option<(&Plan, &Problem)>| {
            let view = Lihat::new(case, family, free, tempat);
            let (envy, wasted) = view.pairs();
            (view.tell(&envy, plan), view.tell(&wasted, plan))
        };
        let objections = [told(&Tempat::new(), None), told(moved, Some((plan, priced))), told(&hand, None)];
        View { pairs: free.count(), by_hand, objections }
    }
}

/// The moves of a family as made by hand.
pub fn by_hand(case: &Case, family: &Family, problem: &Problem) -> Vec<(PegawaiId, PostId)> {
    let moves = tangan::by_hand(problem, &butuh(case, family));
    moves.into_iter().map(|(person, post)| (family.movable[person], family.posts[post])).collect()
}

fn butuh(case: &Case, family: &Family) -> Butuh {
    let needs = family.posts.iter().map(|post| case.facts.needs.post(*post).kebutuhan.as_ref());
    let (lo, hi) = needs.map(|need| need.map_or((0, 0), |need| (need.lo, need.hi))).unzip();
    Butuh { lo, hi }
}
