//! Two sources for one post: which figure counts, and how the other one stays visible (design §4).

use std::sync::Arc;

use super::book::{Book, GURU};
use super::riil::People;
use crate::finding::{Finding, catalogue};
use crate::model::jabatan::name_key;
use crate::model::needs::{Kebutuhan, SumberKebutuhan};
use crate::model::roster::Roster;
use crate::model::unit::UnitId;

/// What a figure is weighed against.
pub struct Meja<'a> {
    pub roster: &'a Roster,
    pub people: &'a People,
    pub book: &'a mut Book,
}

impl Meja<'_> {
    /// Puts a figure beside the one of the same post that counts before it (K-101 where they differ), or in its absence
    /// in its place. Of several names the post is known by the one that is stated or held; else by the first.
    pub fn compare_or_add(&mut self, unit: UnitId, names: &[Arc<str>], kebutuhan: Kebutuhan) -> Option<Finding> {
        let stated = names.iter().find(|name| self.book.names(unit, name));
        let Some(name) = stated else {
            let held = names.iter().find(|name| self.people.holds(unit, &name_key(name)));
            let name = held.or(names.first())?;
            self.book.add(unit, name.clone(), None, Some(kebutuhan));
            return None;
        };
        self.compare(unit, name, kebutuhan)
    }

    /// Shows a figure beside the known ones of this name, of every jenjang.
    pub fn compare(&mut self, unit: UnitId, name: &str, kebutuhan: Kebutuhan) -> Option<Finding> {
        let key = name_key(name);
        let known = self.book.named(unit, &key);
        let figures = known.iter().filter_map(|nomor| self.book.post(*nomor).kebutuhan.as_ref());
        let (lo, hi) = figures.fold((0, 0), |sum: (u32, u32), need| (sum.0 + need.lo, sum.1 + need.hi));
        if lo <= kebutuhan.hi && kebutuhan.lo <= hi {
            return None;
        }
        let first = self.book.post(*known.first()?).kebutuhan.as_ref()?;
        let (place, sumber) = (first.place.clone()?, first.sumber);
        // The sum of some jenjang is no figure to put beside another one.
        if self.roster.kebutuhan_ragu.contains_key(&(unit, key)) {
            return None;
        }
        // A figure split by jenjang has no single post to show the other figure on; the finding shows it.
        if let [only] = *known
            && let Some(only) = &mut self.book.post_mut(only).kebutuhan
        {
            only.lain.push(kebutuhan.as_lain());
        }
        let total = if lo == hi { lo.to_string() } else { format!("{lo} sampai {hi}") };
        let problem = format!(
            "kebutuhan {} di {} {} {total}, {} {} ({})",
            if name_key(name) == GURU { "guru" } else { name },
            self.roster.unit(unit).nama,
            in_sentence(sumber),
            in_sentence(kebutuhan.sumber),
            kebutuhan.angka(),
            kebutuhan.uraian
        );
        let is_zero = hi == 0 && sumber == SumberKebutuhan::Resmi && self.people.holds(unit, &name_key(name));
        let kode = if is_zero { &catalogue::KEBUTUHAN_NOL } else { &catalogue::KEBUTUHAN_BERBEDA };
        Some(Finding::new(kode, place, total, problem))
    }
}

/// `resminya`, `menurut beban kerja`.
pub fn in_sentence(sumber: SumberKebutuhan) -> &'static str {
    match sumber {
        SumberKebutuhan::Resmi => "resminya",
        SumberKebutuhan::BebanKerja => "menurut beban kerja",
        SumberKebutuhan::Rumus | SumberKebutuhan::Perkiraan => "menurut rumus",
        SumberKebutuhan::Minimum => "menurut batas minimum",
    }
}
