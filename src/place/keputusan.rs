//! What became of each decision of leadership, and what a move says of the one behind it.

use std::collections::BTreeMap;

use crate::model::batasan::{Batas, Pembatas};
use crate::model::keputusan::{HasilKeputusan, Keputusan, Tindakan};
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{Move, Plan};
use crate::place::facts::Facts;
use crate::place::facts::total::Himpunan;
use crate::place::family::Case;
use crate::place::karena::Terbuka;
use crate::place::rules::Mask;
use crate::place::sentences;

/// Rules that tell a decision itself.
const KEPUTUSAN: [&str; 2] = ["A-150", "A-151"];

/// So many decisions that took a place are named before the rest is counted.
const NAMED: usize = 3;

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
        (None, None) => HasilKeputusan::TanpaPengaruh(absent(facts, keputusan)),
    };
    facts.arahan.list().iter().enumerate().map(one).collect()
}

/// Why nobody is known by the NIP of a decision: the row about that person may be there and say too little.
fn absent(facts: &Facts, keputusan: &Keputusan) -> String {
    match facts.roster.jejak.iter().find(|jejak| jejak.nip == Some(keputusan.nip)) {
        Some(jejak) => {
            format!("pegawai ini ada di data pegawai ({}), tetapi barisnya tidak dapat dipakai", jejak.place)
        }
        None => "pegawai ini tidak ada di data pegawai".into(),
    }
}

/// The decision that sends a person to this post; nothing where nobody decided it.
pub fn pengirim<'a>(facts: &Facts<'a>, id: PegawaiId, to: PostId) -> Option<&'a Keputusan> {
    facts.arahan.pengirim(id).filter(|_| facts.arahan.wajib(id) == Some(to))
}

/// Who decided a move and why, in front of its reasons.
pub fn sebab(keputusan: &Keputusan) -> Option<String> {
    let decided = match keputusan.tindakan {
        Tindakan::Setuju => "Disetujui",
        Tindakan::Tetapkan => "Ditetapkan",
        Tindakan::Tolak | Tindakan::Larang | Tindakan::Tunda | Tindakan::Kecualikan => return None,
    };
    Some(format!("{decided} oleh {}.", keputusan.oleh()))
}

/// Says of posts that decisions keep open that these do.
pub fn tell_open(case: &Case, plan: &mut Plan, terbuka: &Terbuka) {
    for open in &mut plan.unfilled {
        let Some(held) = terbuka.get(&open.post).map(|held| (*held).min(open.kurang)) else { continue };
        let jabatan = case.facts.needs.post(open.post).jabatan_label();
        open.saran = sentences::saran_keputusan(&jabatan, open.kurang, held);
        open.tindak_lanjut = open.tindak_lanjut.held_by_decisions(held);
    }
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
        // Who came or went by another decision than this one; where no count stops it, on either side.
        let (came, went) = (full.is_some() || low.is_none(), low.is_some() || full.is_none());
        let places: Vec<String> = full.into_iter().chain(low).collect();
        let over = if places.is_empty() { self.over(to) } else { Vec::new() };
        let totals = sentences::total_menahan(self.facts, self.himpunan, self.plan, home, Some(to));
        // Of those who share a limit that is used up, others may come from and go to elsewhere.
        let unit = |post: PostId| self.facts.needs.post(post).unit;
        let shares = |step: &Move| {
            Batas::of_move(unit(step.from), unit(step.to)).any(|row| over.contains(&Pembatas::Batas(row)))
        };
        let near = |step: &Move| (came && step.to == to) || (went && step.from == home);
        let by_limit = over.iter().any(|own| matches!(own, Pembatas::Batas(_)));
        let others = self.others(|step| if by_limit { shares(step) } else { near(step) });
        let melampaui = self.plan.batasan.as_ref().filter(|_| !over.is_empty());
        let melampaui = melampaui.map(|own| format!("melampaui {}", sentences::pembatas(self.facts, own, &over)));
        let told: Vec<String> = places.into_iter().chain(totals).chain(melampaui).chain(others).collect();
        match told[..] {
            [] => "bertentangan dengan keputusan lain yang dipenuhi".into(),
            _ => told.join("; "),
        }
    }

    /// The decisions behind moves like these.
    fn others(&self, near: impl Fn(&Move) -> bool) -> Option<String> {
        let named: Vec<String> =
            self.plan.moves.iter().filter(|step| near(step)).filter_map(|step| self.told(step)).collect();
        let more = match named.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(", dan {more} lagi"),
        };
        let first = named[..named.len().min(NAMED)].join(", ");
        (!named.is_empty()).then(|| format!("didahulukan keputusan lain: {first}{more}"))
    }

    /// `“Tetapkan ke” untuk SITI AMINAH (Bupati: permintaan)`.
    fn told(&self, step: &Move) -> Option<String> {
        let sent = self.facts.arahan.wajib(step.pegawai) == Some(step.to);
        let own = self.facts.arahan.pengirim(step.pegawai).filter(|_| sent)?;
        let nama = self.facts.roster.pegawai(step.pegawai).nama.as_str();
        Some(format!("“{}” untuk {nama} ({})", own.tindakan.label(), own.oleh()))
    }

    /// The limits on the whole plan that a force would break: those that are used up, or the one that closed the way.
    fn over(&self, to: PostId) -> Vec<Pembatas> {
        let Some(batasan) = self.plan.batasan.as_ref() else { return Vec::new() };
        let limits = self.facts.settings.rencana.batas();
        let unit = |post: PostId| self.facts.needs.post(post).unit;
        let rows = Batas::of_move(unit(self.facts.home(self.id)), unit(to));
        let full = rows.filter(|row| limits.of(*row).is_some_and(|cap| batasan.used(*row) >= cap));
        let mut batas: Vec<Pembatas> = full.map(Pembatas::Batas).collect();
        if batas.is_empty() && limits.rantai.is_some() && batasan.tertutup.contains(&(self.id, to)) {
            batas.push(Pembatas::Rantai);
        }
        batas
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
        match self.other_blocks().or_else(|| self.unplaced()) {
            Some(why) => HasilKeputusan::TanpaPengaruh(why),
            None => HasilKeputusan::Dipenuhi,
        }
    }

    fn unplaced(&self) -> Option<String> {
        let why = self.facts.unplaced(self.id)?;
        Some(format!("pegawai ini ada di data pegawai, tetapi memang tidak ikut dipindahkan: {why}"))
    }

    fn refused(&self) -> HasilKeputusan {
        if let Some(why) = self.other_blocks().or_else(|| self.unplaced()) {
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
