//! From facts to problems: who may move, how many a post may hold, and which posts can exchange people.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::batasan::Batasan;
use crate::model::dahulukan::Dahulukan;
use crate::model::jabatan::name_key;
use crate::model::needs::{Needs, Post, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{Plan, PostOutcome};
use crate::place::even;
use crate::place::facts::Facts;
use crate::place::facts::total::Himpunan;
use crate::place::judged::Judged;
use crate::place::kinds::Kinds;
use crate::place::levels::{Claim, Ladder};
use crate::place::limits;
use crate::place::problem::{ELSEWHERE, Group, Person, Problem, Seats};
use crate::place::rules::Mask;
use crate::place::tie::{fingerprint, post_fingerprint};
use crate::place::worth;

/// A run as the optimiser sees it.
pub struct Case<'a> {
    pub facts: Facts<'a>,
    /// What forbids each person every move.
    pub masks: Vec<Mask>,
    pub ladder: Ladder,
    /// Bounds of each post, with nobody moved yet.
    pub bounds: Vec<PostOutcome>,
    pub families: Vec<Family>,
    pub kinds: Kinds,
    /// Totals that are bounded.
    pub himpunan: Himpunan,
    /// Today's headcount of each of them, and the sum of the floors of its posts.
    pub total_now: Vec<u32>,
    total_floor: Vec<u32>,
    /// Whether no ladder within bounds makes the share even.
    pub kurang_merata: bool,
    /// What limits on the whole plan make of prices, once they are settled.
    pub batasan: Option<Batasan>,
}

/// Posts that can exchange people, and the people who may move between them.
#[derive(Clone, Debug, Default)]
pub struct Family {
    pub posts: Vec<PostId>,
    /// In NIP order.
    pub movable: Vec<PegawaiId>,
    /// Holders of these posts who may not move or do not fill them.
    pub others: Vec<PegawaiId>,
    /// Bounded totals that posts of the family count towards, as they stand in the list of all.
    pub totals: Vec<u32>,
    /// Which posts exchange people: only those of the same number. Empty where all of them do.
    pub suku: Vec<u32>,
}

impl Family {
    /// Whether two posts exchange people, and not only share a total.
    pub fn exchanges(&self, one: usize, other: usize) -> bool {
        self.suku.is_empty() || self.suku[one] == self.suku[other]
    }

    /// Posts that exchange people with this one, itself among them.
    pub fn exchanging(&self, post: usize) -> impl Iterator<Item = usize> {
        (0..self.posts.len()).filter(move |other| self.exchanges(post, *other))
    }
}

/// Pairs that each rule of the run refused.
pub type Refusals = Vec<u64>;

impl<'a> Case<'a> {
    pub fn new(facts: Facts<'a>) -> Case<'a> {
        let ids: Vec<PegawaiId> = facts.roster.pegawai_ids().collect();
        let masks: Vec<Mask> = ids.par_iter().map(|id| facts.person_mask(*id)).collect();
        let needs = facts.needs;
        let claims = needs.post_ids().map(|post| claim(&facts, post));
        let ladder = Ladder::new(claims, &facts.settings.rencana.dahulukan);
        let movable = |id: &PegawaiId| is_movable(&facts, *id, masks[id.0 as usize]);
        let mut movable_in = vec![0; needs.posts.len()];
        for id in ids.iter().filter(|id| movable(id)) {
            needs.post_of[id.0 as usize].iter().for_each(|post| movable_in[post.0 as usize] += 1);
        }
        let keeps_floor = facts.blocks("A-111");
        let with_movable = needs.post_ids().zip(&movable_in);
        let bounds: Vec<PostOutcome> =
            with_movable.map(|(id, &movable)| bounds(needs, id, movable, keeps_floor)).collect();
        let himpunan = facts.himpunan();
        let families = joined(families(&facts, &masks), &himpunan);
        let total_now = himpunan.sums(|post| bounds[post.0 as usize].after);
        let total_floor = himpunan.sums(|post| bounds[post.0 as usize].floor);
        let kinds = Kinds::new(&facts);
        Case {
            masks,
            ladder,
            bounds,
            families,
            kinds,
            himpunan,
            total_now,
            total_floor,
            kurang_merata: false,
            batasan: None,
            facts,
        }
    }

    /// The same with the prices of places and the limits as a plan has settled them.
    pub fn of_plan(mut self, plan: &Plan) -> Case<'a> {
        self.ladder.set_prices(plan.totals.tangga.clone());
        self.kurang_merata = plan.totals.kurang_merata;
        self.batasan = plan.batasan.clone();
        self
    }

    /// Whether an even share within bounds on totals is asked for.
    pub fn is_even_within_totals(&self) -> bool {
        even::is_asked(self.facts.urutan()) && !self.himpunan.list.is_empty()
    }

    /// Raises the prices of places until the share is even within the bounds on totals too; whether it had to. Limits on
    /// the whole plan know nothing of it and are settled afterwards, on this ladder: their multipliers are prices beside
    /// those of places, and a bound holds for one ladder only.
    pub fn make_even(&mut self) -> bool {
        if !self.is_even_within_totals() {
            return false;
        }
        self.batasan = None;
        let bounded: Vec<&Family> = self.families.iter().filter(|family| !family.totals.is_empty()).collect();
        let problems: Vec<Problem> =
            bounded.par_iter().map(|family| self.problem(family, &self.judged(family))).collect();
        let before = self.ladder.prices();
        let even = even::raise(&problems, &before);
        self.kurang_merata = !even.exact;
        let raised = even.prices != before;
        if raised {
            self.ladder.set_prices(even.prices);
        }
        raised
    }

    /// Smallest and largest final headcount of a total; the smallest is no less than the floors of its posts together.
    pub fn total_bounds(&self, total: usize) -> (u32, u32) {
        let (now, longgar) = (self.total_now[total], self.himpunan.list[total].longgar);
        (now.saturating_sub(longgar).max(self.total_floor[total]), now.saturating_add(longgar))
    }

    /// Every pair of the family judged.
    pub fn judged(&self, family: &Family) -> Judged {
        Judged::new(&self.facts, &self.kinds, family)
    }

    /// The family as bare numbers, with what limits on the whole plan add.
    pub fn problem(&self, family: &Family, judged: &Judged) -> Problem {
        let mut problem = self.free_problem(family, judged);
        self.batasan.iter().for_each(|batasan| limits::lay(self, family, batasan, &mut problem));
        problem
    }

    /// The same without what limits on the whole plan make of it.
    pub fn free_problem(&self, family: &Family, judged: &Judged) -> Problem {
        let person = |(id, home): (&PegawaiId, &u32)| Person {
            home: *home,
            fingerprint: fingerprint(self.facts.roster.pegawai(*id).nip.digits()),
            wajib: self.facts.arahan.wajib(*id).is_some(),
            terbit: self.facts.arahan.terbit(*id).map(|post| seat(family, post)),
        };
        Problem {
            people: family.movable.iter().zip(&judged.homes).map(person).collect(),
            posts: family.posts.iter().map(|post| self.seats(family, *post)).collect(),
            points: worth::points(&self.facts, family, judged),
            apart: worth::apart(&self.facts, family, judged),
            groups: self.groups(family),
            urutan: *self.facts.urutan(),
            ..Problem::default()
        }
    }

    /// What the places of a post are ranked by.
    pub fn claim(&self, id: PostId) -> Claim {
        claim(&self.facts, id)
    }

    /// The bounded totals of a family, which stand in their order so that what is around one stands behind it.
    fn groups(&self, family: &Family) -> Vec<Group> {
        let group = |total: &u32| {
            let (low, high) = self.total_bounds(*total as usize);
            Group { parent: self.himpunan.list[*total as usize].luar.map(|luar| group(family, luar)), low, high }
        };
        family.totals.iter().map(group).collect()
    }

    /// A post as the family can fill it. Places beyond everybody of the family are left out but for one: nobody could
    /// ever come to them, and the one tells the price of a place that stays empty. So the work grows with the people and
    /// not with a need.
    fn seats(&self, family: &Family, id: PostId) -> Seats {
        let bounds = self.bounds[id.0 as usize];
        let claim = self.claim(id);
        let ceiling = bounds.ceiling.min(bounds.tetap + family.movable.len() as u32 + 1).max(bounds.floor);
        Seats {
            fixed: bounds.tetap,
            low: bounds.floor,
            high: ceiling,
            steps: (bounds.floor..ceiling).map(|filled| self.ladder.price(filled, claim)).collect(),
            fingerprint: post_fingerprint(&self.facts, id),
            group: self.himpunan.of(id).map(|total| group(family, total)),
        }
    }
}

/// The place of a post in the family; none of it stands for a post elsewhere.
fn seat(family: &Family, post: PostId) -> u32 {
    family.posts.binary_search(&post).map_or(ELSEWHERE, |at| at as u32)
}

/// The place of a total in the family.
fn group(family: &Family, total: u32) -> u32 {
    family.totals.binary_search(&total).expect("a family knows the totals of its posts") as u32
}

/// Nothing for a post of unknown need.
fn claim(facts: &Facts, id: PostId) -> Claim {
    Claim {
        need: facts.needs.post(id).kebutuhan.as_ref().map_or(0, |need| need.lo),
        minimum: facts.places_of(Dahulukan::Minimum, id),
        terpencil: facts.places_of(Dahulukan::Terpencil, id),
    }
}

/// Whether the person takes part: no rule forbids every move, and the post held is filled and has a known need.
fn is_movable(facts: &Facts, id: PegawaiId, mask: Mask) -> bool {
    let post = facts.needs.post_of[id.0 as usize].map(|post| facts.needs.post(post));
    mask.is_empty() && facts.needs.fills[id.0 as usize] && post.is_some_and(|post| post.kebutuhan.is_some())
}

/// Bounds on the final number of holders: a short post may not get worse, a surplus may fall to the need.
/// A minimum that posts share may keep more of them. Where the need is unknown, nobody moves in or out.
fn bounds(needs: &Needs, id: PostId, movable: u32, keeps_floor: bool) -> PostOutcome {
    let post = needs.post(id);
    let held = needs.lantai.get(&id).copied().unwrap_or(0);
    let present = post.riil.max(movable);
    let tetap = present - movable;
    let (floor, ceiling) = match &post.kebutuhan {
        None => (present, present),
        Some(need) if keeps_floor => (present.min(need.hi.max(held)), present.max(need.lo)),
        Some(need) => (0, present.max(need.lo)),
    };
    PostOutcome { tetap, floor: floor.max(tetap), ceiling, after: present }
}

/// Posts of known need, grouped by the name of the jabatan while a move has to keep it; those between which leadership
/// lets somebody go are one group.
fn families(facts: &Facts, masks: &[Mask]) -> Vec<Family> {
    let same_jabatan = facts.blocks("A-109");
    let joined = facts.arahan.bersama(facts.needs);
    let key = |post: &Post| match same_jabatan {
        true => {
            let name = name_key(&post.jabatan);
            joined.get(&name).cloned().unwrap_or(name)
        }
        false => String::new(),
    };
    let mut families: BTreeMap<String, Family> = BTreeMap::new();
    for id in facts.needs.post_ids() {
        let post = facts.needs.post(id);
        if post.kebutuhan.is_some() {
            families.entry(key(post)).or_default().posts.push(id);
        }
    }
    for id in facts.roster.pegawai_ids() {
        let post = facts.needs.post_of[id.0 as usize].map(|post| facts.needs.post(post));
        let Some(family) = post.and_then(|post| families.get_mut(&key(post))) else { continue };
        let movable = is_movable(facts, id, masks[id.0 as usize]);
        if movable { family.movable.push(id) } else { family.others.push(id) }
    }
    families.into_values().collect()
}

/// Families that share a bounded total put together: what one gains of it, another has to lose.
fn joined(families: Vec<Family>, himpunan: &Himpunan) -> Vec<Family> {
    if himpunan.list.is_empty() {
        return families;
    }
    let mut root: Vec<usize> = (0..families.len()).collect();
    let mut first: Vec<Option<usize>> = vec![None; himpunan.list.len()];
    for (at, family) in families.iter().enumerate() {
        for total in family.posts.iter().flat_map(|post| himpunan.around(*post)) {
            let other = *first[total].get_or_insert(at);
            let (a, b) = (find(&mut root, at), find(&mut root, other));
            // The earlier family leads, so the order of families stays that of their first names.
            root[a.max(b)] = a.min(b);
        }
    }
    let mut together: BTreeMap<usize, Vec<Family>> = BTreeMap::new();
    for (at, family) in families.into_iter().enumerate() {
        together.entry(find(&mut root, at)).or_default().push(family);
    }
    together.into_values().map(|parts| one_of(parts, himpunan)).collect()
}

fn find(root: &mut [usize], mut at: usize) -> usize {
    while root[at] != at {
        root[at] = root[root[at]];
        at = root[at];
    }
    at
}

/// One family of several, each of which exchanges people within itself only.
fn one_of(parts: Vec<Family>, himpunan: &Himpunan) -> Family {
    let several = parts.len() > 1;
    let mut family = Family::default();
    let mut posts: Vec<(PostId, u32)> = Vec::new();
    for (suku, part) in (0u32..).zip(parts) {
        posts.extend(part.posts.into_iter().map(|post| (post, suku)));
        family.movable.extend(part.movable);
        family.others.extend(part.others);
    }
    posts.sort_unstable();
    family.movable.sort_unstable();
    family.others.sort_unstable();
    family.totals = posts.iter().flat_map(|(post, _)| himpunan.around(*post)).map(|total| total as u32).collect();
    family.totals.sort_unstable();
    family.totals.dedup();
    (family.posts, family.suku) = posts.into_iter().unzip();
    if !several {
        family.suku.clear();
    }
    family
}
