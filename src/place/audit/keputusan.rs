//! Decisions of leadership, looked at once more from what the sheet says: who had to go is there or counted as failed, who
//! had to stay stayed, no refused place was entered, and no rule was bent but those that were waived.

use std::collections::BTreeMap;

use crate::model::keputusan::{HasilKeputusan, Keputusan, Tindakan, TujuanKeputusan, may_be_one_jabatan};
use crate::model::needs::PostId;
use crate::model::nip::Nip;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{AuditCheck, CostVector, PAKSAAN};
use crate::place::audit::{Audit, check};

impl Audit<'_> {
    /// `None` where nobody decided anything.
    pub(super) fn decisions_kept(&self, primal: CostVector) -> Option<AuditCheck> {
        let list = &self.facts.roster.keputusan.list;
        if list.is_empty() {
            return None;
        }
        let people: BTreeMap<Nip, PegawaiId> =
            self.facts.roster.pegawai_ids().map(|id| (self.facts.roster.pegawai(id).nip, id)).collect();
        let (mut wrong, mut failed) = (0, 0);
        for (nomor, keputusan) in list.iter().enumerate() {
            let Some(&id) = people.get(&keputusan.nip) else { continue };
            match keputusan.tindakan.is_force() {
                true => failed += i64::from(!self.is_sent(nomor, keputusan, id)),
                false => wrong += usize::from(!self.is_kept(keputusan, id)),
            }
        }
        wrong += usize::from(failed != primal[PAKSAAN]);
        let (bent, unfounded) = self.bent_rules(list);
        Some(check("Setiap keputusan pimpinan dipenuhi atau disebut tidak dapat dipenuhi", wrong + unfounded, || {
            format!("{} keputusan, {failed} tidak dapat dipenuhi, {bent} aturan dikecualikan", list.len())
        }))
    }

    /// Whether a force is fulfilled, or names a post that nobody knows.
    fn is_sent(&self, nomor: usize, keputusan: &Keputusan, id: PegawaiId) -> bool {
        let unknown = matches!(self.facts.arahan.sudah(nomor), Some(HasilKeputusan::TujuanTakDikenal(_)));
        let there =
            |tujuan: &TujuanKeputusan| self.seat[id.0 as usize].is_some_and(|seat| self.is_at(id, seat, tujuan));
        unknown || keputusan.tujuan.as_ref().is_some_and(there)
    }

    /// Whether a decision on staying or against a place is kept.
    fn is_kept(&self, keputusan: &Keputusan, id: PegawaiId) -> bool {
        let (home, seat) = (self.facts.needs.post_of[id.0 as usize], self.seat[id.0 as usize]);
        let Some(seat) = seat.filter(|_| seat != home) else { return true };
        match (keputusan.tindakan, &keputusan.tujuan) {
            (Tindakan::Tunda, _) | (Tindakan::Larang, None) => false,
            (Tindakan::Larang, Some(tujuan)) => self.facts.needs.post(seat).unit != tujuan.unit,
            (Tindakan::Tolak, Some(tujuan)) => !self.is_at(id, seat, tujuan),
            (Tindakan::Tolak, None) => true,
            (Tindakan::Setuju | Tindakan::Tetapkan | Tindakan::Kecualikan, _) => true,
        }
    }

    /// Whether a post is what a decision means: the unit, and the jabatan it names or that the person holds.
    fn is_at(&self, id: PegawaiId, seat: PostId, tujuan: &TujuanKeputusan) -> bool {
        let post = self.facts.needs.post(seat);
        let held = self.facts.needs.post_of[id.0 as usize].map(|home| self.facts.needs.post(home).jabatan.to_string());
        let wanted = tujuan.jabatan.clone().or(held).unwrap_or_default();
        let named = [post.jabatan.to_string(), post.jabatan_label()].iter().any(|own| may_be_one_jabatan(own, &wanted));
        post.unit == tujuan.unit && named
    }

    /// How many rules the moves of the plan bend, and how many of them nobody waived.
    fn bent_rules(&self, list: &[Keputusan]) -> (usize, usize) {
        let (mut bent, mut unfounded) = (0, 0);
        for step in &self.plan.moves {
            let nip = self.facts.roster.pegawai(step.pegawai).nip;
            let waivers: Vec<&Keputusan> =
                list.iter().filter(|own| own.nip == nip && own.tindakan == Tindakan::Kecualikan).collect();
            if waivers.is_empty() {
                continue;
            }
            let raw =
                [self.facts.raw_person_mask(step.pegawai), self.facts.raw_pair_mask(step.pegawai, step.from, step.to)];
            for bit in raw.iter().flat_map(|mask| mask.indices()) {
                let code = self.facts.rules[bit].code;
                let here = |tujuan: &TujuanKeputusan| match &tujuan.jabatan {
                    Some(_) => self.is_at(step.pegawai, step.to, tujuan),
                    None => self.facts.needs.post(step.to).unit == tujuan.unit,
                };
                let founded = waivers
                    .iter()
                    .any(|own| own.aturan.as_deref() == Some(code) && own.tujuan.as_ref().is_none_or(here));
                bent += 1;
                unfounded += usize::from(!founded);
            }
        }
        (bent, unfounded)
    }
}
