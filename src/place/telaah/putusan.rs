//! What the plan decides of a person and why: read from the solved plan and its own prices, by the optimiser's search.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::Dasar;
use super::ringkas::Indeks;
use super::tempat::terbaik;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{Plan, PostOutcome};
use crate::model::telaah::{Harga, Putusan, Telaah};
use crate::place::alternative::{Alternative, Syarat};
use crate::place::explain::{Regret, Residual};
use crate::place::facts::Facts;
use crate::place::family::{Case, Family};
use crate::place::lex::Lex;
use crate::place::limits;
use crate::place::problem::{Price, Problem, Solution};
use crate::place::sentences;

/// Why a person whom the plan does not move stays.
pub enum Tetap {
    /// Rules forbid every move.
    Tertahan,
    /// The post held is none that the need knows.
    JabatanTakDikenal,
    /// The person does not count as filling the post.
    TidakMengisi,
    /// Nobody knows how many the post needs.
    KebutuhanTakDiketahui,
    /// There is no other post of a known need.
    TanpaTujuan,
    /// Rules forbid each of the other posts, so many.
    SemuaTertutup(u32),
    /// Some post is open, but no plan can send the person there and keep every bound.
    TakTerganti,
    /// What is said of the best plan in which the person moves where limits stand against it.
    Terbatas(String),
    /// The best plan in which the person moves is worse by this.
    TerbaikDiSini(Alternative),
}

/// What would be at another post.
pub enum Ke {
    /// Rules forbid it, by their codes.
    Tertutup(PostId, Vec<String>),
    /// No plan can send the person there and keep every bound.
    TakMungkin(PostId),
    /// What is said of the best plan that does where limits stand against it.
    Terbatas(PostId, String),
    /// The best plan that does is worse by this.
    KalahBaik(PostId, Alternative),
}

/// What explanations of one plan have in common. Each family is judged when somebody of it is asked about first; after
/// that an explanation is one search, over edges that earlier ones may have made.
pub struct Penjelas<'a> {
    dasar: Dasar<'a>,
    plan: &'a Plan,
    case: Case<'a>,
    solved: Vec<OnceLock<Residual<'static>>>,
    indeks: OnceLock<Indeks>,
}

impl<'a> Penjelas<'a> {
    pub fn new(dasar: Dasar<'a>, plan: &'a Plan) -> Penjelas<'a> {
        let case = Case::new(dasar.facts()).of_plan(plan);
        let solved = case.families.iter().map(|_| OnceLock::new()).collect();
        Penjelas { dasar, plan, solved, indeks: OnceLock::new(), case }
    }

    /// Makes for every family what its first question would make: for those who are going to ask about many people.
    pub fn siapkan(&self) {
        (0..self.solved.len()).into_par_iter().for_each(|family| self.residual(family).prepare());
    }

    /// A family with the plan as its solution: nothing is solved again.
    fn residual(&self, family: usize) -> &Residual<'static> {
        self.solved[family].get_or_init(|| {
            let family = &self.case.families[family];
            let problem = self.case.problem(family, &self.case.judged(family));
            let solution = solution(family, &problem, self.plan);
            Residual::owning(problem, solution)
        })
    }

    /// Everything the plan decides of a person; `asked` is a place that the question names.
    pub fn putusan(&self, id: PegawaiId, asked: Option<PostId>) -> Putusan {
        let (plan, facts) = (self.plan, &self.case.facts);
        let planned = plan.moves.iter().find(|mutasi| mutasi.pegawai == id).map(|mutasi| mutasi.to);
        let syarat = self.of(id).map(|own| Syarat::of(own.case, own.family)).unwrap_or_default();
        let others = plan.moves.iter().filter(|step| step.pengganti() == Some(id));
        let empty = Putusan {
            tujuan: asked.or(planned),
            tetap: None,
            cadangan: others.filter_map(|step| sentences::cadangan(facts, step, syarat)).collect(),
            lain: None,
            harga: None,
        };
        if let Some(why) = barred(facts, id) {
            let tujuan = asked.or_else(|| terbaik(self.dasar, facts, plan, id));
            return Putusan { tujuan, tetap: Some(self.tetap(id, &why)), ..empty };
        }
        let Some(solved) = self.of(id) else { return empty };
        let named = asked.filter(|to| Some(*to) != planned).map(|to| solved.ke(to));
        let lain = named.as_ref().map(|ke| self.ke(id, ke));
        if planned.is_some() {
            let refused = || solved.otherwise().and_then(Result::ok).as_ref().map(sentences::harga);
            let harga = if named.is_some() { harga_of(named.as_ref()) } else { refused() };
            return Putusan { lain, harga, ..empty };
        }
        let why = solved.why();
        let tetap = Some(self.tetap(id, &why));
        if asked.is_some() {
            return Putusan { tetap, lain, harga: harga_of(named.as_ref()), ..empty };
        }
        let best = match why {
            Tetap::TerbaikDiSini(moved) => moved.own.map(|to| Ke::KalahBaik(to, moved)),
            _ => None,
        };
        let tujuan = match &best {
            Some(Ke::KalahBaik(to, _)) => Some(*to),
            _ => terbaik(self.dasar, facts, plan, id),
        };
        let lain = best.as_ref().map(|ke| sentences::ke(facts, id, ke, false));
        Putusan { tujuan, tetap, lain, harga: harga_of(best.as_ref()), ..empty }
    }

    /// Every rule of the run, asked of a person and, where one is given, a post to go to.
    pub fn telaah(&self, id: PegawaiId, to: Option<PostId>) -> Vec<Telaah> {
        super::asked(&self.case.facts, self.dasar, self.indeks.get_or_init(|| Indeks::new(self.dasar)), id, to)
    }

    /// Why a person stays, in words.
    fn tetap(&self, id: PegawaiId, why: &Tetap) -> String {
        let home = self.dasar.needs.post_of[id.0 as usize];
        let outcome = home.map_or_else(PostOutcome::default, |home| self.plan.posts[home.0 as usize]);
        let told = sentences::tetap(&self.case.facts, id, outcome, why);
        match (why, home) {
            (Tetap::TakTerganti | Tetap::TerbaikDiSini(_), Some(home)) => told + &self.totals(home, None),
            // What closed pairs leave out, a total may leave out as well.
            (Tetap::Terbatas(own), Some(home)) if own == sentences::TERTUTUP => told + &self.totals(home, None),
            _ => told,
        }
    }

    /// What would be at a place that the question names, in words.
    fn ke(&self, id: PegawaiId, ke: &Ke) -> String {
        let told = sentences::ke(&self.case.facts, id, ke, true);
        match (ke, self.dasar.needs.post_of[id.0 as usize]) {
            (Ke::TakMungkin(to), Some(home)) => told + &self.totals(home, Some(*to)),
            (Ke::Terbatas(to, own), Some(home)) if own == sentences::TERTUTUP => told + &self.totals(home, Some(*to)),
            _ => told,
        }
    }

    /// Bounded totals that may be what stops a move that no plan can make; empty where there are none.
    fn totals(&self, home: PostId, to: Option<PostId>) -> String {
        let stops = sentences::total_menahan(&self.case.facts, &self.case.himpunan, self.plan, home, to);
        if stops.is_empty() { String::new() } else { format!(" Batas total ikut menahan: {}.", stops.join("; ")) }
    }

    /// The family of a movable person.
    fn of(&self, id: PegawaiId) -> Option<Solved<'a, '_>> {
        let mut families = self.case.families.iter().enumerate();
        let (at, family, person) =
            families.find_map(|(at, family)| Some((at, family, family.movable.binary_search(&id).ok()?)))?;
        Some(Solved { case: &self.case, family, residual: self.residual(at), id, person })
    }
}

fn harga_of(ke: Option<&Ke>) -> Option<Harga> {
    match ke {
        Some(Ke::KalahBaik(_, instead)) => Some(sentences::harga(instead)),
        Some(Ke::Tertutup(..) | Ke::TakMungkin(_) | Ke::Terbatas(..)) | None => None,
    }
}

/// What keeps a person in place before any plan is made.
fn barred(facts: &Facts, id: PegawaiId) -> Option<Tetap> {
    let needs = facts.needs;
    let Some(from) = needs.post_of[id.0 as usize] else { return Some(Tetap::JabatanTakDikenal) };
    if !facts.person_mask(id).is_empty() {
        Some(Tetap::Tertahan)
    } else if !needs.fills[id.0 as usize] {
        Some(Tetap::TidakMengisi)
    } else if needs.post(from).kebutuhan.is_none() {
        Some(Tetap::KebutuhanTakDiketahui)
    } else {
        None
    }
}

/// A movable person in a solved family.
struct Solved<'a, 'c> {
    case: &'c Case<'a>,
    family: &'c Family,
    residual: &'c Residual<'static>,
    id: PegawaiId,
    person: usize,
}

impl Solved<'_, '_> {
    /// The best plan without the person where the plan has him or her, or what is said of it where limits stand
    /// against it.
    fn otherwise(&self) -> Option<Result<Alternative, String>> {
        self.told(self.residual.regret(self.person))
    }

    fn told(&self, regret: Option<Regret>) -> Option<Result<Alternative, String>> {
        let Some(regret) = regret else {
            return limits::closes(self.case, self.family).then(|| Err(sentences::TERTUTUP.into()));
        };
        let (problem, solution) = (self.residual.problem(), self.residual.solution());
        let plain = limits::plain(self.case, self.family, problem, solution, regret);
        Some(match plain {
            Ok(regret) => Ok(Alternative::of(self.case, self.family, problem, solution, &regret)),
            Err(beyond) => Err(beyond.told(self.case)),
        })
    }

    fn why(&self) -> Tetap {
        match self.otherwise() {
            Some(Ok(moved)) => return Tetap::TerbaikDiSini(moved),
            Some(Err(melampaui)) => return Tetap::Terbatas(melampaui),
            None => {}
        }
        let problem = self.residual.problem();
        let home = problem.people[self.person].home as usize;
        let others = || self.family.exchanging(home).filter(|post| *post != home);
        match others().count() as u32 {
            0 => Tetap::TanpaTujuan,
            _ if others().any(|post| problem.eligible(self.person, post)) => Tetap::TakTerganti,
            all => Tetap::SemuaTertutup(all),
        }
    }

    fn ke(&self, to: PostId) -> Ke {
        let facts = &self.case.facts;
        let home = facts.needs.post_of[self.id.0 as usize].expect("movable people hold a known post");
        let mask = facts.pair_mask(self.id, home, to);
        if !mask.is_empty() {
            let codes = facts.rules.iter().enumerate().filter(|(at, _)| mask.has(*at));
            return Ke::Tertutup(to, codes.map(|(_, rule)| rule.code.to_string()).collect());
        }
        let post = self.family.posts.binary_search(&to).ok();
        let sent = post.and_then(|post| self.residual.regret_of_sending(self.person, post));
        match self.told(sent) {
            Some(Ok(instead)) => Ke::KalahBaik(to, instead),
            Some(Err(melampaui)) => Ke::Terbatas(to, melampaui),
            None => Ke::TakMungkin(to),
        }
    }
}

/// The prices of the posts and of the bounded totals of a family under which the plan was made.
pub fn own_prices(family: &Family, plan: &Plan) -> (Vec<Price>, Vec<Price>) {
    let posts = family.posts.iter().map(|post| Lex(plan.own_prices()[post.0 as usize]));
    (posts.collect(), family.totals.iter().map(|total| Lex(plan.own_price_of_total(*total as usize))).collect())
}

/// The plan as the solution of one family: its posts, its prices and its holders.
fn solution(family: &Family, problem: &Problem, plan: &Plan) -> Solution {
    let local = |post: PostId| family.posts.binary_search(&post).expect("people move within their family") as u32;
    let mut post: Vec<u32> = problem.people.iter().map(|person| person.home).collect();
    for mutasi in &plan.moves {
        if let Ok(person) = family.movable.binary_search(&mutasi.pegawai) {
            post[person] = local(mutasi.to);
        }
    }
    let (prices, group_prices) = own_prices(family, plan);
    let holders = family.posts.iter().map(|at| plan.posts[at.0 as usize].after).collect();
    Solution { post, prices, group_prices, holders }
}
