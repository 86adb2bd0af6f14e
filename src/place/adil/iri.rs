//! What people could object to in a plan: justified envy and wasted wishes, each with the goal that stands against it.
//!
//! Justified envy (Abdulkadiroğlu & Sönmez 2003): a person wished for a post more than for the own, no rule forbids it,
//! and someone who is worth less there was moved there. A wasted wish (non-wastefulness): the post stays short, and the
//! person could leave. What it would cost to give the person the post is exact, from the residual graph of the plan.

use std::collections::BTreeSet;

use crate::model::adil::{BATAS_RENCANA, Keberatan, TANPA_JALAN};
use crate::model::plan::{Penentu, Plan};
use crate::place::adil::ukuran::{Tempat, peringkat};
use crate::place::explain::Residual;
use crate::place::family::{Case, Family};
use crate::place::limits;
use crate::place::problem::{Person, Problem, Solution};
use crate::place::telaah::own_prices;

/// Causes sought in one family, the earliest NIP first; each is a search over the family's posts.
const PALING_BANYAK: u32 = 200;

/// A family under one plan.
pub struct Lihat<'a> {
    pub case: &'a Case<'a>,
    pub family: &'a Family,
    /// Every pair that rules allow.
    pub problem: &'a Problem,
    /// Post of each person under the plan.
    seats: Vec<usize>,
    holders: Vec<u32>,
    /// The fewest points of those who were moved to each post.
    weakest: Vec<Option<i64>>,
}

/// A person and a post wished for, as indices.
type Pasangan = (usize, usize);

impl<'a> Lihat<'a> {
    pub fn new(case: &'a Case<'a>, family: &'a Family, problem: &'a Problem, tempat: &Tempat) -> Lihat<'a> {
        let seat = |(id, person): (&_, &Person)| match tempat.get(id) {
            Some(to) => family.posts.binary_search(to).expect("people move within their family"),
            None => person.home as usize,
        };
        let seats: Vec<usize> = family.movable.iter().zip(&problem.people).map(seat).collect();
        let mut holders: Vec<u32> = problem.posts.iter().map(|post| post.fixed).collect();
        let mut weakest: Vec<Option<i64>> = vec![None; problem.posts.len()];
        for (person, &post) in seats.iter().enumerate() {
            holders[post] += 1;
            if problem.people[person].home as usize != post {
                let own = problem.points.of(person, post).unwrap_or_default();
                weakest[post] = Some(weakest[post].map_or(own, |least| least.min(own)));
            }
        }
        Lihat { case, family, problem, seats, holders, weakest }
    }

    /// Pairs of justified envy, and of wasted wishes.
    pub fn pairs(&self) -> (Vec<Pasangan>, Vec<Pasangan>) {
        let (mut envy, mut wasted) = (Vec::new(), Vec::new());
        for (person, id) in self.family.movable.iter().enumerate() {
            let wishes =
                self.case.facts.roster.pegawai(*id).aspirasi.as_ref().is_some_and(|own| !own.usulan.is_empty());
            if !wishes {
                continue;
            }
            let rank = |post: usize| {
                let unit = self.case.facts.needs.post(self.family.posts[post]).unit;
                peringkat(&self.case.facts, *id, unit).unwrap_or(usize::MAX)
            };
            let now = rank(self.seats[person]);
            for post in (0..self.family.posts.len()).filter(|post| *post != self.seats[person] && rank(*post) < now) {
                let at_home = self.problem.people[person].home as usize == post;
                let worth = if at_home { Some(0) } else { self.problem.points.of(person, post) };
                let Some(worth) = worth else { continue };
                if self.weakest[post].is_some_and(|least| least < worth) {
                    envy.push((person, post));
                }
                if self.has_room(post) && self.can_spare(self.seats[person]) {
                    wasted.push((person, post));
                }
            }
        }
        (envy, wasted)
    }

    fn has_room(&self, post: usize) -> bool {
        let need = self.case.facts.needs.post(self.family.posts[post]).kebutuhan.as_ref().map_or(0, |need| need.lo);
        self.holders[post] < need.min(self.problem.posts[post].high)
    }

    fn can_spare(&self, post: usize) -> bool {
        self.holders[post] > self.problem.posts[post].low
    }

    /// How many pairs and people; of the optimiser's plan, with the family as it was priced, the goal that each would cost.
    pub fn tell(&self, pairs: &[Pasangan], plan: Option<(&Plan, &Problem)>) -> Keberatan {
        let people: BTreeSet<usize> = pairs.iter().map(|(person, _)| *person).collect();
        let mut told = Keberatan { pasangan: pairs.len() as u32, orang: people.len() as u32, ..Keberatan::default() };
        let Some((plan, priced)) = plan.filter(|_| !pairs.is_empty()) else { return told };
        let solution = self.solution(plan);
        let residual = Residual::new(priced, &solution);
        for &(person, post) in pairs.iter().take(PALING_BANYAK as usize) {
            let regret = residual.regret_of_sending(person, post);
            let plain = regret.map(|regret| limits::plain(self.case, self.family, priced, &solution, regret));
            let sebab = match plain {
                None if limits::closes(self.case, self.family) => BATAS_RENCANA,
                None => TANPA_JALAN,
                Some(Err(_)) => BATAS_RENCANA,
                Some(Ok(regret)) => match self.problem.urutan.penentu(&regret.cost.0) {
                    Penentu::Paksaan => "paksaan",
                    Penentu::Tujuan(tujuan) => tujuan.nama(),
                    Penentu::Seri => "seri",
                },
            };
            *told.sebab.entry(sebab.to_string()).or_default() += 1;
        }
        told.belum_dicari = told.pasangan.saturating_sub(PALING_BANYAK);
        told
    }

    /// The plan as the solution of this family: nothing is solved again.
    fn solution(&self, plan: &Plan) -> Solution {
        let (prices, group_prices) = own_prices(self.family, plan);
        let post = self.seats.iter().map(|post| *post as u32).collect();
        Solution { post, prices, group_prices, holders: self.holders.clone() }
    }
}

impl Keberatan {
    /// Adds those of another family.
    pub fn join(&mut self, other: Keberatan) {
        self.pasangan += other.pasangan;
        self.orang += other.orang;
        self.belum_dicari += other.belum_dicari;
        for (sebab, count) in other.sebab {
            *self.sebab.entry(sebab).or_default() += count;
        }
    }
}
