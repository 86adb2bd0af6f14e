//! Needs that nobody can tell yet: what a formula or the law would say of them is taken away.

use std::collections::BTreeMap;

use super::book::{GURU, is_teacher};
use super::spm::is_computed;
use super::wajar;
use crate::model::jabatan::name_key;
use crate::model::needs::{Kebutuhan, Needs, Post, Ragu, SebabRagu};
use crate::model::roster::Roster;
use crate::model::unit::UnitId;
use crate::settings::Settings;

/// Why needs are not known, while they are weighed.
pub struct Keraguan {
    /// By unit and key of the jabatan.
    posts: BTreeMap<(UnitId, String), Ragu>,
    /// Schools whose rombel nobody can believe: no formula tells how many teachers they need.
    schools: BTreeMap<UnitId, Ragu>,
}

impl Keraguan {
    /// What is known of it before anything is weighed.
    pub fn of(roster: &Roster) -> Keraguan {
        Keraguan { posts: roster.kebutuhan_ragu.clone(), schools: BTreeMap::new() }
    }

    pub fn add(&mut self, unit: UnitId, key: String, why: Ragu) {
        self.posts.entry((unit, key)).or_insert(why);
    }

    pub fn add_school(&mut self, unit: UnitId, why: Option<Ragu>) {
        self.schools.extend(why.map(|why| (unit, why)));
    }

    /// Takes the needs away, and says why.
    pub fn leave_unknown(&self, settings: &Settings, needs: &mut Needs) {
        for id in needs.post_ids() {
            let post = &mut needs.posts[id.0 as usize];
            let why = self.of_post(post).cloned().or_else(|| too_large(settings, post.kebutuhan.as_ref()?));
            if let Some(why) = why {
                post.kebutuhan = None;
                needs.ragu.insert(id, why);
            }
        }
    }

    /// A doubt about the own name holds for every figure, one about teachers of another or of no told subject only for
    /// what our own formula makes of them.
    fn of_post(&self, post: &Post) -> Option<&Ragu> {
        let key = name_key(&post.jabatan);
        let own = self.posts.get(&(post.unit, key.clone()));
        let computed = post.kebutuhan.as_deref().is_some_and(is_computed);
        if own.is_some() || !computed || !is_teacher(&key) {
            return own;
        }
        let of_unit = || self.posts.range((post.unit, String::new())..).take_while(|((unit, _), _)| *unit == post.unit);
        let related = |other: &str| if key == GURU { is_teacher(other) } else { other == GURU };
        let found = of_unit().find(|((_, other), _)| related(other)).map(|(_, why)| why);
        found.or_else(|| self.schools.get(&post.unit))
    }
}

/// A figure that K-111 asks about.
fn too_large(settings: &Settings, need: &Kebutuhan) -> Option<Ragu> {
    let place = need.place.clone().filter(|_| wajar::is_too_large(settings, need))?;
    Some(Ragu::new(SebabRagu::TakWajar(need.lo), place))
}
