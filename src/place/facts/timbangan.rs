//! What the objectives weigh by, looked up once: marks of people, demands of posts, and what stands in for a gap.

use std::collections::BTreeMap;

use super::{Facts, Pair};
use crate::law::Law;
use crate::model::jabatan::name_key;
use crate::model::needs::{Needs, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::roster::Roster;
use crate::place::demand::Demands;
use crate::place::marks::{Fact, Mark, Marks};
use crate::place::objectives::linearitas::UsualFit;
use crate::place::objectives::{self, Objective, jarak, linearitas};
use crate::settings::Settings;

/// The points of the middle one of so many colleagues.
pub type Usual = (i64, u32);

/// Everything of it.
#[derive(Default)]
pub struct Timbangan {
    /// What is known of each person as numbers, with the median of the colleagues in every gap.
    pub marks: Marks,
    pub demands: Demands,
    /// The objectives this folder has data for, in registry order; the others judge nobody.
    pub objectives: Vec<&'static Objective>,
    /// The most a move can strengthen (`Pair::penguatan`), in percent.
    pub most_penguatan: i64,
    /// JPM from which competence meets what a post demands, in percent.
    pub jpm_line: i64,
    /// Points of a way that cannot be measured, by group of posts.
    usual_way: Vec<Option<Usual>>,
    /// Points of education where the fit is not known.
    usual_fit: UsualFit,
    group_of_person: Vec<u32>,
    group_of_post: Vec<u32>,
}

impl Timbangan {
    /// All but what takes the rest of the facts; `Facts::weighed` adds that.
    pub(super) fn new(roster: &Roster, needs: &Needs, law: &Law, settings: &Settings) -> Timbangan {
        let (group_of_person, group_of_post) = groups(roster, needs);
        let demands = Demands::new(roster, needs, settings, &group_of_person, &group_of_post);
        Timbangan {
            marks: Marks::new(roster, law, settings, &group_of_person),
            most_penguatan: demands.most_penguatan(),
            demands,
            objectives: Vec::new(),
            jpm_line: law.angka("jpm_memenuhi_syarat").nilai,
            usual_way: Vec::new(),
            usual_fit: UsualFit::default(),
            group_of_person,
            group_of_post,
        }
    }
}

/// People and posts by jabatan: who is whose colleague.
fn groups(roster: &Roster, needs: &Needs) -> (Vec<u32>, Vec<u32>) {
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    let mut number = |jabatan: &str| {
        let next = known.len() as u32;
        *known.entry(name_key(jabatan)).or_insert(next)
    };
    let of_post: Vec<u32> = needs.posts.iter().map(|post| number(&post.jabatan)).collect();
    let of_person = roster.pegawai.iter().zip(&needs.post_of).map(|(pegawai, post)| match post {
        Some(post) => of_post[post.0 as usize],
        None => number(&pegawai.jabatan.nama),
    });
    (of_person.collect(), of_post)
}

impl Facts<'_> {
    /// With what stands in for gaps, and the objectives there are data for.
    pub(super) fn weighed(mut self) -> Self {
        self.timbangan.usual_way = jarak::usual(&self);
        self.timbangan.usual_fit = linearitas::usual(&self);
        self.timbangan.objectives = objectives::with_data(&self);
        self
    }

    /// The mark of a person.
    pub fn mark(&self, id: PegawaiId, fact: Fact) -> Mark {
        self.timbangan.marks.of(id, fact)
    }

    /// Whether the folder tells a person's own mark.
    pub fn has_own(&self, id: PegawaiId, fact: Fact) -> bool {
        matches!(self.mark(id, fact), Mark::Own(_))
    }

    /// The number of the jabatan a person holds; that of the posts of it is the same.
    pub fn group_of_person(&self, id: PegawaiId) -> u32 {
        self.timbangan.group_of_person[id.0 as usize]
    }

    pub fn group_of_post(&self, post: PostId) -> u32 {
        self.timbangan.group_of_post[post.0 as usize]
    }

    /// Points of a way of this person that cannot be measured.
    pub fn usual_way(&self, id: PegawaiId) -> Option<Usual> {
        self.timbangan.usual_way.get(self.group_of_person(id) as usize).copied().flatten()
    }

    /// Points of education between two posts where the fit is not known.
    pub fn usual_fit(&self, from: PostId, to: PostId) -> Option<Usual> {
        self.timbangan.usual_fit.of(self.group_of_post(from), self.syarat(from)?, self.syarat(to)?)
    }

    /// The number of what a post asks of education; posts that ask for the same have one number.
    pub fn syarat(&self, post: PostId) -> Option<u32> {
        self.kecocokan.syarat(post)
    }
}

impl Pair<'_> {
    pub fn mark(&self, fact: Fact) -> Mark {
        self.facts.mark(self.id, fact)
    }

    /// How much the move brings a person's strength to where it is wanted, in percent: 100 for a short post to go to,
    /// less 100 for a short post to leave, and the difference of the strategic weights.
    pub fn penguatan(&self) -> i64 {
        let demands = &self.facts.timbangan.demands;
        let strength = |post: PostId| {
            let demand = demands.of(post);
            100 * i64::from(demand.short) + demand.strategis
        };
        strength(self.to_id) - strength(self.from_id)
    }

    /// Both sides of [`Pair::penguatan`].
    pub fn penguatan_in_words(&self) -> String {
        let demands = &self.facts.timbangan.demands;
        let (from, to) = (demands.of(self.from_id), demands.of(self.to_id));
        let units = match (from.short, to.short) {
            (true, true) => "unit asal dan tujuan kekurangan",
            (false, true) => "unit tujuan kekurangan",
            (true, false) => "unit asal kekurangan",
            (false, false) => "unit asal dan tujuan tidak kekurangan",
        };
        match from.strategis == to.strategis {
            true => units.to_string(),
            false => format!("{units}; bobot strategis jabatan lama {}, baru {}", from.strategis, to.strategis),
        }
    }
}
