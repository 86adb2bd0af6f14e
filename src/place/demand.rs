//! What each post asks for, looked up once: whether it is short, how strategic it is, which special skills it wants.

use std::collections::BTreeMap;

use crate::model::jabatan::name_key;
use crate::model::needs::{Needs, Post, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::roster::Roster;
use crate::place::marks::median;
use crate::settings::Settings;

/// One post.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Demand {
    pub short: bool,
    /// Weight by the priorities of the region, 0 to 100.
    pub strategis: i64,
    /// The skills wanted, as numbers of `Skills`.
    wanted: Vec<u32>,
    /// How many of them the middle one of those colleagues has whose skills are known, and how many these are.
    usual: Option<(i64, u32)>,
}

/// The demands of all posts, and who has which of the skills that some post wants.
#[derive(Default)]
pub struct Demands {
    posts: Vec<Demand>,
    /// Of each person those skills that some post wants; `None` where nothing is known of the skills.
    skills: Vec<Option<Vec<u32>>>,
    any_strategis: bool,
    any_wanted: bool,
}

impl Demands {
    /// `group` tells which people hold the same jabatan, `group_of_post` which posts are of it.
    pub fn new(roster: &Roster, needs: &Needs, settings: &Settings, group: &[u32], group_of_post: &[u32]) -> Demands {
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let stated = stated(roster);
        let priorities: BTreeMap<String, u8> =
            settings.strategis.weights().map(|(name, weight)| (name_key(name), weight)).collect();
        let demand = |post: &Post| {
            let own = stated.get(&key(post)).copied().unwrap_or_default();
            let wanted = own.1.iter().map(|skill| {
                let next = numbers.len() as u32;
                *numbers.entry(name_key(skill)).or_insert(next)
            });
            let mut wanted: Vec<u32> = wanted.collect();
            wanted.sort_unstable();
            let strategis = own.0.map_or_else(|| priority(&priorities, roster, post), i64::from);
            Demand { short: post.gap().is_some_and(|gap| gap < 0), strategis, wanted, usual: None }
        };
        let posts: Vec<Demand> = needs.posts.iter().map(demand).collect();
        let skills = roster.pegawai.iter().map(|pegawai| {
            let named = pegawai.asesmen.as_ref().map(|asesmen| &asesmen.keahlian).filter(|named| !named.is_empty())?;
            Some(named.iter().filter_map(|skill| numbers.get(&name_key(skill)).copied()).collect())
        });
        let skills = skills.collect();
        // Every person is asked about them, so they are looked up once.
        let any_strategis = posts.iter().any(|post| post.strategis > 0);
        let any_wanted = posts.iter().any(|post| !post.wanted.is_empty());
        let mut demands = Demands { posts, skills, any_strategis, any_wanted };
        demands.add_medians(group, group_of_post);
        demands
    }

    pub fn of(&self, post: PostId) -> &Demand {
        &self.posts[post.0 as usize]
    }

    /// Whether any post has a strategic weight.
    pub fn any_strategis(&self) -> bool {
        self.any_strategis
    }

    /// Whether any post wants a skill.
    pub fn any_wanted(&self) -> bool {
        self.any_wanted
    }

    /// The most skills that any post wants.
    pub fn most_wanted(&self) -> i64 {
        self.posts.iter().map(|post| post.wanted.len()).max().unwrap_or_default() as i64
    }

    /// The most a move can strengthen (`Pair::penguatan`), in percent.
    pub fn most_penguatan(&self) -> i64 {
        let strategis = || self.posts.iter().map(|post| post.strategis);
        100 + strategis().max().unwrap_or_default() - strategis().min().unwrap_or_default()
    }

    /// Whether anything is known of a person's special skills.
    pub fn knows_skills(&self, id: PegawaiId) -> bool {
        self.skills[id.0 as usize].is_some()
    }

    /// How many of the skills a post wants a person has; `None` where the person's are not known.
    pub fn matching(&self, id: PegawaiId, post: PostId) -> Option<i64> {
        let own = self.skills[id.0 as usize].as_ref()?;
        Some(self.of(post).wanted.iter().filter(|skill| own.contains(skill)).count() as i64)
    }

    fn add_medians(&mut self, group: &[u32], group_of_post: &[u32]) {
        let mut members: BTreeMap<u32, Vec<PegawaiId>> = BTreeMap::new();
        // Only those are counted whose skills are known.
        for (at, group) in group.iter().enumerate().filter(|(at, _)| self.skills[*at].is_some()) {
            members.entry(*group).or_default().push(PegawaiId(at as u32));
        }
        let usual = |(at, own): (usize, &u32)| {
            let post = PostId(at as u32);
            if self.of(post).wanted.is_empty() {
                return Some((0, 0));
            }
            let peers = members.get(own).map_or(&[][..], |peers| peers);
            let mut counts: Vec<i64> = peers.iter().filter_map(|person| self.matching(*person, post)).collect();
            median(&mut counts).map(|middle| (middle, counts.len() as u32))
        };
        let usual: Vec<Option<(i64, u32)>> = group_of_post.iter().enumerate().map(usual).collect();
        self.posts.iter_mut().zip(usual).for_each(|(post, usual)| post.usual = usual);
    }
}

impl Demand {
    pub fn wants_skills(&self) -> usize {
        self.wanted.len()
    }

    /// How many of the wanted skills the middle colleague has, and of how many colleagues that is the middle; `None`
    /// where no colleague's skills are known.
    pub fn usual_skills(&self) -> Option<(i64, u32)> {
        self.usual
    }
}

type PostKey = (u32, String);

fn key(post: &Post) -> PostKey {
    (post.unit.0, name_key(&post.jabatan_label()))
}

/// Weight and wanted skills as the need workbooks state them. A row with jenjang also tells of the post without.
fn stated(roster: &Roster) -> BTreeMap<PostKey, (Option<u8>, &[std::sync::Arc<str>])> {
    let mut stated = BTreeMap::new();
    for row in roster.formasi.iter().filter(|row| row.strategis.is_some() || !row.keahlian.is_empty()) {
        for label in [row.jabatan.to_string(), row.jabatan.nama.to_string()] {
            stated.entry((row.unit.0, name_key(&label))).or_insert((row.strategis, row.keahlian.as_slice()));
        }
    }
    stated
}

/// The greatest weight of those names in the settings that are the jabatan's, the unit's or its OPD's.
fn priority(priorities: &BTreeMap<String, u8>, roster: &Roster, post: &Post) -> i64 {
    if priorities.is_empty() {
        return 0;
    }
    let unit = roster.unit(post.unit);
    let label = post.jabatan_label();
    let names = [&*label, &*post.jabatan, &*unit.nama, &**unit.opd()];
    names.iter().filter_map(|name| priorities.get(&name_key(name))).max().map_or(0, |weight| i64::from(*weight))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kinerja::Asesmen;
    use crate::model::needs::PostId;
    use crate::place::rules::tests::scene;

    #[test]
    fn no_two_of_very_many_skills_are_taken_for_one_another() {
        let (mut scene, _) = scene();
        let (from, to) = (scene.from, scene.to);
        for post in [from, to] {
            scene.state(post, crate::model::jabatan::JenisJabatan::Fungsional, None, None);
        }
        let [first, last] = &mut scene.roster.formasi[..] else { panic!("the fixture states no need of its own") };
        first.keahlian = (0..=u32::from(u16::MAX)).map(|at| format!("Keahlian {at}").into()).collect();
        last.keahlian = vec!["Keahlian lain".into()];
        let place = scene.pegawai().place.clone();
        scene.pegawai().asesmen =
            Some(Box::new(Asesmen { keahlian: vec!["Keahlian 0".into()], ..Asesmen::empty(place) }));
        let groups = (vec![0; scene.roster.pegawai.len()], vec![0; scene.needs.posts.len()]);
        let demands = Demands::new(&scene.roster, &scene.needs, &scene.settings, &groups.0, &groups.1);
        let matching = |post: PostId| demands.matching(scene.id, post);
        assert_eq!((matching(from), matching(to)), (Some(1), Some(0)));
        assert_eq!(demands.of(from).usual_skills(), Some((1, 1)), "one colleague is known");
    }
}
