//! Prices every eligible pair and every step anew, and adds up the bound that no plan can beat.

use rayon::prelude::*;

use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{CostVector, LEVELS, PAKSAAN, SERI, Tujuan};
use crate::place::audit::{Audit, Bounds, more_urgent};
use crate::place::tie::tie;

/// What pricing every pair gave.
#[derive(Default)]
pub(super) struct Bound {
    pub dual: CostVector,
    /// Pairs of a person and a post that were weighed: each is dearer under the prices, forbidden by a rule, or priced.
    pub pairs: u64,
    /// Pairs and steps that beat the plan under its own prices.
    pub cheaper: Vec<String>,
    /// Changes that cost nothing under the prices: from post to post, and at the margin of a post.
    pub ties: Vec<(PostId, PostId)>,
    pub can_gain: Vec<PostId>,
    pub can_lose: Vec<PostId>,
}

impl Audit<'_> {
    /// What the holder after `filled` adds to the fill level.
    fn step(&self, post: &Bounds, filled: u32) -> i64 {
        if filled >= post.need {
            return 0;
        }
        let before = self.ladder.partition_point(|other| more_urgent(other, &post.place(filled)).is_lt());
        self.price_of_rank(before)
    }

    fn fill(&self, post: &Bounds, holders: u32) -> i64 {
        (0..holders.min(post.need)).map(|filled| self.step(post, filled)).sum()
    }

    /// Cost of a person in a post, `None` where a rule forbids it.
    fn pair(&self, id: PegawaiId, home: PostId, to: PostId) -> Option<CostVector> {
        if home == to {
            return Some(self.stay_cost(id, home));
        }
        self.facts.allows(id, home, to).then(|| self.move_cost(id, home, to))
    }

    /// Cost of staying: of a decision that sends the person elsewhere, and of the published plan.
    fn stay_cost(&self, id: PegawaiId, home: PostId) -> CostVector {
        let mut cost = self.facts.urutan().cost([(Tujuan::Perubahan, self.changes(id, home))]);
        cost[PAKSAAN] = i64::from(self.facts.arahan.wajib(id).is_some());
        cost
    }

    /// Whether the published plan has the person in another post, as a number.
    fn changes(&self, id: PegawaiId, post: PostId) -> i64 {
        i64::from(self.facts.arahan.terbit(id).is_some_and(|terbit| terbit != post))
    }

    /// Cost of an allowed move.
    fn move_cost(&self, id: PegawaiId, home: PostId, to: PostId) -> CostVector {
        let urutan = self.facts.urutan();
        let mut cost = urutan.cost([(Tujuan::Perpindahan, 1), (Tujuan::Perubahan, self.changes(id, to))]);
        for tujuan in urutan.goals() {
            urutan.add(&mut cost, tujuan, -self.facts.points_for(tujuan, id, home, to));
        }
        cost[SERI] = tie(self.id_numbers[id.0 as usize], self.post(to).id_number);
        cost
    }

    /// Total cost of the plan.
    pub(super) fn cost(&self) -> CostVector {
        let mut sum = [0; LEVELS];
        for post in self.posts.iter().filter(|post| post.known) {
            self.facts.urutan().add(&mut sum, Tujuan::Keterisian, self.fill(post, post.after));
        }
        sum[PAKSAAN] += self.facts.arahan.mustahil();
        for id in self.facts.roster.pegawai_ids() {
            let (home, seat) = (self.facts.needs.post_of[id.0 as usize], self.seat[id.0 as usize]);
            if !self.free[id.0 as usize] && home == seat {
                continue;
            }
            match home.zip(seat).and_then(|(home, seat)| self.pair(id, home, seat)) {
                Some(cost) => sum = add(sum, cost),
                None => sum[PAKSAAN] += 1,
            }
        }
        sum
    }

    /// Weighs every pair and every step.
    pub(super) fn bound(&self) -> Bound {
        let mut bound = Bound::default();
        // What fails whatever the plan is fails in the best one too.
        bound.dual[PAKSAAN] = self.facts.arahan.mustahil();
        for posts in self.by_jabatan.values() {
            let people: Vec<PegawaiId> = self.free_people(posts).collect();
            let priced: Vec<Bound> = people.par_iter().map(|id| self.price_person(*id, posts)).collect();
            priced.into_iter().for_each(|own| bound.join(own));
            posts.iter().for_each(|post| self.price_post(*post, &mut bound));
        }
        // Multipliers of limits stand in the prices of pairs, prices of totals in those of posts: what either adds on its
        // own side of the bound is taken together here, and nowhere else.
        bound.dual = add(add(bound.dual, self.price_totals()), times(self.lost_to_limits(), -1));
        bound
    }

    fn free_people(&self, posts: &[PostId]) -> impl Iterator<Item = PegawaiId> {
        let member = |id: &PegawaiId| {
            let home = self.facts.needs.post_of[id.0 as usize];
            self.free[id.0 as usize] && home.is_some_and(|home| posts.binary_search(&home).is_ok())
        };
        self.facts.roster.pegawai_ids().filter(member).collect::<Vec<_>>().into_iter()
    }

    fn price_person(&self, id: PegawaiId, posts: &[PostId]) -> Bound {
        let mut own = Bound::default();
        let levels = self.facts.urutan().never_gaining();
        let one_move = self.facts.urutan().cost([(Tujuan::Perpindahan, 1)]);
        let home = self.facts.needs.post_of[id.0 as usize].expect("free people hold a post");
        let seat = self.seat[id.0 as usize].expect("free people hold a post");
        let toll = |to: PostId| if to == home { [0; LEVELS] } else { self.toll(home, to) };
        let priced =
            |to: PostId| self.pair(id, home, to).map(|cost| add(add(cost, toll(to)), self.plan.prices[to.0 as usize]));
        let Some(paid) = priced(seat) else {
            own.cheaper.push(format!("{} tidak boleh di tempat tujuannya", self.facts.roster.pegawai(id).label()));
            return own;
        };
        own.dual = paid;
        own.pairs = posts.len() as u64;
        for &to in posts {
            // On the levels before the points a move costs itself at least: where that and the price are dearer there, the
            // pair neither beats nor equals the plan, whatever it is worth and whatever the rules say of it.
            if to != home && add(self.plan.prices[to.0 as usize], one_move)[..levels] > paid[..levels] {
                continue;
            }
            if to != home && !self.facts.allows(id, home, to) {
                continue;
            }
            let own_cost = if to == home { self.stay_cost(id, home) } else { self.move_cost(id, home, to) };
            let cost = add(add(own_cost, toll(to)), self.plan.prices[to.0 as usize]);
            if cost < paid {
                own.cheaper.push(format!("{} lebih baik di jabatan lain", self.facts.roster.pegawai(id).label()));
            }
            own.dual = own.dual.min(cost);
            if cost == paid && to != seat {
                own.ties.push((seat, to));
            }
        }
        own
    }

    /// The least that any number of holders within the bounds is worth under this price, counted up holder by holder: a
    /// need may be large.
    fn cheapest(&self, post: &Bounds, price: CostVector, around: CostVector) -> Option<CostVector> {
        let mut fill = self.fill(post, post.low);
        let values = (post.low..=post.high).map(|n| {
            if n > post.low {
                fill += self.step(post, n - 1);
            }
            let cost = self.facts.urutan().cost([(Tujuan::Keterisian, fill)]);
            add(add(cost, times(price, -(i64::from(n) - i64::from(post.fixed)))), times(around, i64::from(n)))
        });
        values.min()
    }

    fn price_post(&self, id: PostId, bound: &mut Bound) {
        let post = self.post(id);
        let price = self.plan.prices[id.0 as usize];
        let around = self.price_around(self.himpunan.of(id));
        let value = |n: u32| {
            let fill = self.facts.urutan().cost([(Tujuan::Keterisian, self.fill(post, n))]);
            add(add(fill, times(price, -(i64::from(n) - i64::from(post.fixed)))), times(around, i64::from(n)))
        };
        let paid = value(post.after);
        let best = self.cheapest(post, price, around).unwrap_or(paid);
        if best < paid {
            let unit = &self.facts.roster.unit(self.facts.needs.post(id).unit).nama;
            bound
                .cheaper
                .push(format!("isi {} di {unit} tidak paling murah", self.facts.needs.post(id).jabatan_label()));
        }
        bound.dual = add(bound.dual, best);
        if post.after < post.high && value(post.after + 1) == paid {
            bound.can_gain.push(id);
        }
        if post.after > post.low && value(post.after - 1) == paid {
            bound.can_lose.push(id);
        }
    }
}

impl Bound {
    pub(super) fn join(&mut self, other: Bound) {
        self.dual = add(self.dual, other.dual);
        self.pairs += other.pairs;
        self.cheaper.extend(other.cheaper);
        self.ties.extend(other.ties);
    }
}

pub(super) fn add(mut a: CostVector, b: CostVector) -> CostVector {
    a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
    a
}

pub(super) fn times(a: CostVector, count: i64) -> CostVector {
    a.map(|level| level * count)
}
