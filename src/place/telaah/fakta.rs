//! Which facts a rule looks at, found by asking it again: each fact is changed alone (`ubah`), and where the answer or its
//! sentence changes too, the rule looked at it. So no rule has to say it, and none can say it wrongly.

use std::sync::Arc;

use rayon::prelude::*;

use super::ringkas::{Indeks, Ringkas};
use super::ubah::{Change, changes};
use super::{Dasar, verdict};
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::telaah::{Fakta, Telaah};
use crate::place::facts::Facts;
use crate::place::rules::Verdict;

/// Tells each rule's facts.
pub(super) fn find(facts: &Facts, dasar: Dasar, indeks: &Indeks, (id, to): Tentang, all: &mut [Telaah]) {
    let small = Ringkas::new(dasar, indeks, id, to);
    let own = Dasar { roster: &small.roster, needs: &small.needs, ..dasar };
    search(own, (small.id, small.to), all, Some(facts));
    for fakta in all.iter_mut().flat_map(|telaah| &mut telaah.fakta) {
        *fakta = small.whole(*fakta);
    }
}

/// A person and a post to go to.
type Tentang = (PegawaiId, Option<PostId>);

/// The same with everything that is given here; `whole` has what changes by no fact that is changed.
pub(super) fn search(dasar: Dasar, (id, to): Tentang, all: &mut [Telaah], whole: Option<&Facts>) {
    let bench = Bench { dasar, tentang: (id, to), whole };
    let true_ones = bench.answers(dasar);
    let changes = changes(dasar, id, to);
    // Each part needs the region to itself; changes of one kind cost about the same, so each takes every n-th of them.
    let parts = rayon::current_num_threads();
    let looked_at = |part| bench.looked_at(changes.iter().enumerate().skip(part).step_by(parts), &true_ones);
    let mut found: Vec<(usize, usize, Fakta)> = (0..parts).into_par_iter().flat_map_iter(looked_at).collect();
    found.sort_by_key(|(change, rule, _)| (*change, *rule));
    for (_, rule, fakta) in found {
        // Telaah are in the order of the rules.
        let own = &mut all[rule].fakta;
        if !own.contains(&fakta) {
            own.push(fakta);
        }
    }
}

/// The rules, ready to be asked of the same person and post under other facts.
struct Bench<'a, 'f> {
    dasar: Dasar<'a>,
    tentang: Tentang,
    whole: Option<&'f Facts<'f>>,
}

impl Bench<'_, '_> {
    /// Which rules answer otherwise under each of these changes, by the places of change and rule.
    fn looked_at<'c>(
        &self,
        changes: impl Iterator<Item = (usize, &'c (Fakta, Change))>,
        true_ones: &[Option<Verdict>],
    ) -> Vec<(usize, usize, Fakta)> {
        let (id, dasar) = (self.tentang.0, self.dasar);
        let (mut roster, mut needs) = (dasar.roster.clone(), dasar.needs.clone());
        let mut found = Vec::new();
        for (at, (fakta, change)) in changes {
            let mut settings = None;
            match change {
                Change::Pegawai(other) => roster.pegawai[id.0 as usize].clone_from(other),
                Change::TanpaKeputusan => roster.keputusan.list.clear(),
                Change::Unit(unit, other) => roster.units.put(unit.0 as usize, Arc::clone(other)),
                Change::Formasi(rows) => roster.formasi.clone_from(rows),
                Change::Pengaturan(change) => {
                    change(settings.insert(dasar.settings.clone()), dasar.roster.tanggal_efektif);
                }
                Change::Post(post, other) => needs.posts[post.0 as usize].clone_from(other),
            }
            let settings = settings.as_ref().unwrap_or(dasar.settings);
            let answers = self.answers(Dasar { roster: &roster, needs: &needs, settings, ..dasar });
            let otherwise = answers.iter().zip(true_ones).enumerate().filter(|(_, (told, own))| {
                // What cannot be asked any more was looked at by nobody.
                told.is_some() && told != own
            });
            found.extend(otherwise.map(|(rule, _)| (at, rule, *fakta)));
            match change {
                Change::Pegawai(_) => roster.pegawai[id.0 as usize].clone_from(dasar.roster.pegawai(id)),
                Change::TanpaKeputusan => roster.keputusan.clone_from(&dasar.roster.keputusan),
                Change::Unit(unit, _) => roster.units.put(unit.0 as usize, dasar.roster.units.shared(unit.0 as usize)),
                Change::Formasi(_) => roster.formasi.clone_from(&dasar.roster.formasi),
                Change::Pengaturan(_) => {}
                Change::Post(post, _) => needs.posts[post.0 as usize].clone_from(dasar.needs.post(*post)),
            }
        }
        found
    }

    /// What each rule says, by its place; `None` of one that is not asked.
    fn answers(&self, dasar: Dasar) -> Vec<Option<Verdict>> {
        let (Dasar { roster, needs, settings, .. }, (id, to)) = (dasar, self.tentang);
        let facts = self.whole.map_or_else(|| dasar.facts(), |whole| whole.otherwise(roster, needs, settings, id));
        let mut answers = vec![None; facts.rules.len()];
        facts.enforced.iter().for_each(|entry| answers[entry.index] = verdict(&facts, entry, id, to));
        answers
    }
}
