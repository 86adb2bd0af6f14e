//! What became of each decision of leadership, and what a move says of the one behind it.

use std::collections::BTreeMap;

use crate::model::batasan::{Batas, Pembatas};
use crate::model::keputusan::{HasilKeputusan, Keputusan, Tindakan};
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::Plan;
use crate::place::facts::Facts;
use crate::place::facts::total::Himpunan;
use crate::place::family::Case;
use crate::place::rules::Mask;
use crate::place::sentences;

/// Rules that tell a decision itself.
const KEPUTUSAN: [&str; 2] = ["A-150", "A-151"];

/// One for each decision of the roster, in its order.
pub fn hasil(case: &Case, plan: &Plan) -> Vec<HasilKeputusan> {
    let facts = &case.facts;
    if facts.arahan.list().is_empty() {
        return Vec::new();
    }
    let people: BTreeMap<_, PegawaiId> =
        facts.roster.pegawai_ids().map(|id| (facts.roster.pegawai(id).nip, id)).collect();
    let one = |(nomor, keputusan): (usize, &Keputusan)| match (facts.arahan.sudah(nomor), people.get(&keputusan.nip)) {
        (Some(known), _) => known.clone(),
        (None, Some(&id)) => Perkara { facts, himpunan: &case.himpunan, plan, id, keputusan }.hasil(),
        (None, None) => HasilKeputusan::TanpaPengaruh("pegawai ini tidak ada di data pegawai".into()),
    };
    facts.arahan.list().iter().enumerate().map(one).collect()
}

/// Who decided a move and why, in front of its reasons; nothing where nobody did.
pub fn sebab(facts: &Facts, id: PegawaiId, to: PostId) -> Option<String> {
    let keputusan = facts.arahan.pengirim(id).filter(|_| facts.arahan.wajib(id) == Some(to))?;
    let decided = match keputusan.tindakan {
        Tindakan::Setuju => "Disetujui",
        Tindakan::Tetapkan => "Ditetapkan",
        Tindakan::Tolak | Tindakan::Larang | Tindakan::Tunda | Tindakan::Kecualikan => return None,
    };
    Some(format!("{decided} oleh {}.", keputusan.oleh()))
}

/// A decision beside the plan.
struct Perkara<'a> {
    facts: &'a Facts<'a>,
    himpunan: &'a Himpunan,
    plan: &'a Plan,
    id: PegawaiId,
    keputusan: &'a Keputusan,
}

impl Perkara<'_> {
    fn hasil(&self) -> HasilKeputusan {
        match self.keputusan.tindakan {
            Tindakan::Setuju | Tindakan::Tetapkan => self.sent(),
            Tindakan::Tunda => self.held(),
            Tindakan::Larang if self.keputusan.tujuan.is_none() => self.held(),
            Tindakan::Tolak | Tindakan::Larang => self.refused(),
            Tindakan::Kecualikan => self.waived(),
        }
    }

    /// The post under the plan, where the person moves.
    fn seat(&self) -> Option<PostId> {
        self.plan.moves.iter().find(|step| step.pegawai == self.id).map(|step| step.to)
    }

    fn sent(&self) -> HasilKeputusan {
        let Some(to) = self.facts.arahan.wajib(self.id) else { return HasilKeputusan::Dipenuhi };
        if self.seat() == Some(to) {
            return HasilKeputusan::Dipenuhi;
        }
        // A unit kept from one of a couple is a rule that the plan itself brought.
        let why = self.facts.stopped(self.id, to).unwrap_or_else(|| self.bounds(to));
        HasilKeputusan::TidakTerpenuhi(why)
    }

    /// The count that stops a force which no rule stops.
    fn bounds(&self, to: PostId) -> String {
        let label = |post: PostId| {
            let of = self.facts.needs.post(post);
            format!("{} di {}", of.jabatan_label(), self.facts.unit_of(of).nama)
        };
        let there = self.plan.posts[to.0 as usize];
        let home = self.facts.home(self.id);
        let here = self.plan.posts[home.0 as usize];
        let full = (there.after >= there.ceiling)
            .then(|| format!("{} sudah penuh: {} dari {}", label(to), there.after, there.ceiling));
        let low = (here.after <= here.floor)
            .then(|| format!("{} tidak boleh kurang dari {} orang dan berisi {}", label(home), here.floor, here.after));
        let places: Vec<String> = full.into_iter().chain(low).collect();
        let over = places.is_empty().then(|| self.over(to)).flatten();
        let totals = sentences::total_menahan(self.facts, self.himpunan, self.plan, home, Some(to));
        let all: Vec<String> = places.into_iter().chain(totals).chain(over).collect();
        match all[..] {
            [] => "bertentangan dengan keputusan lain yang dipenuhi".into(),
            _ => all.join("; "),
        }
    }

    /// The limits on the whole plan that a force would break: those that are used up, or the one that closed the way.
    fn over(&self, to: PostId) -> Option<String> {
        let (batasan, limits) = (self.plan.batasan.as_ref()?, self.facts.settings.rencana.batas());
        let unit = |post: PostId| self.facts.needs.post(post).unit;
        let rows = Batas::of_move(unit(self.facts.home(self.id)), unit(to));
        let full = rows.filter(|row| limits.of(*row).is_some_and(|cap| batasan.used(*row) >= cap));
        let mut batas: Vec<Pembatas> = full.map(Pembatas::Batas).collect();
        if batas.is_empty() && limits.rantai.is_some() && batasan.tertutup.contains(&(self.id, to)) {
            batas.push(Pembatas::Rantai);
        }
        (!batas.is_empty()).then(|| format!("melampaui {}", sentences::pembatas(self.facts, batasan, &batas)))
    }

    /// Rules that keep the person at home, whatever leadership says.
    fn other_blocks(&self) -> Option<String> {
        let mut notes = self.facts.person_blocks(self.id);
        notes.retain(|note| !KEPUTUSAN.contains(&note.code));
        notes
            .first()
            .map(|note| format!("setiap perpindahannya sudah ditahan aturan {} ({})", note.code, note.sentence))
    }

    fn held(&self) -> HasilKeputusan {
        let known = self.facts.needs.post_of[self.id.0 as usize]
            .is_some_and(|post| self.facts.needs.post(post).kebutuhan.is_some());
        match self.other_blocks() {
            Some(why) => HasilKeputusan::TanpaPengaruh(why),
            None if !known || !self.facts.needs.fills[self.id.0 as usize] => {
                HasilKeputusan::TanpaPengaruh("pegawai ini memang tidak ikut dipindahkan".into())
            }
            None => HasilKeputusan::Dipenuhi,
        }
    }

    fn refused(&self) -> HasilKeputusan {
        if let Some(why) = self.other_blocks() {
            return HasilKeputusan::TanpaPengaruh(why);
        }
        let Some(home) = self.facts.needs.post_of[self.id.0 as usize] else { return self.held() };
        let open = self.targets().into_iter().any(|to| to != home && self.but_decisions(home, to).is_empty());
        match open {
            true => HasilKeputusan::Dipenuhi,
            false => HasilKeputusan::TanpaPengaruh("tempat itu memang tidak terbuka bagi pegawai ini".into()),
        }
    }

    /// What forbids a post beside decisions.
    fn but_decisions(&self, home: PostId, to: PostId) -> Mask {
        let known = |post: PostId| self.facts.needs.post(post).kebutuhan.is_some();
        let mask = self.facts.pair_mask(self.id, home, to);
        if !known(home) || !known(to) {
            return Mask(1);
        }
        let own = KEPUTUSAN.iter().filter_map(|code| self.facts.bit(code)).fold(0, |sum, bit| sum | 1 << bit);
        Mask(mask.0 & !own)
    }

    /// The posts that a decision against a place, or a waiver, is about; all where it names none.
    fn targets(&self) -> Vec<PostId> {
        let needs = self.facts.needs;
        let about = |post: &PostId| self.keputusan.tujuan.as_ref().is_none_or(|own| needs.post(*post).unit == own.unit);
        needs.post_ids().filter(about).collect()
    }

    fn waived(&self) -> HasilKeputusan {
        let code = self.keputusan.aturan.as_deref().unwrap_or_default();
        let nothing = || HasilKeputusan::TanpaPengaruh(format!("aturan {code} tidak menahan pegawai ini"));
        let Some(bit) = self.facts.bit(code) else { return nothing() };
        if self.facts.raw_person_mask(self.id).has(bit) {
            return HasilKeputusan::Dipenuhi;
        }
        let Some(home) = self.facts.needs.post_of[self.id.0 as usize] else { return nothing() };
        let bites = |to: &PostId| *to != home && self.facts.raw_pair_mask(self.id, home, *to).has(bit);
        if self.targets().iter().any(bites) { HasilKeputusan::Dipenuhi } else { nothing() }
    }
}
