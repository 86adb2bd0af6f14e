//! The plan as data: who moves, what stays open, and the proof. Sentences in it were made once, by `place`.

use serde::{Deserialize, Serialize};

use crate::model::batasan::Batasan;
use crate::model::dahulukan::Didahulukan;
use crate::model::keputusan::HasilKeputusan;
use crate::model::needs::PostId;
use crate::model::nip::Nip;
use crate::model::pegawai::PegawaiId;
use crate::model::pindah::JenisPindah;
use crate::model::susunan::{CalonJabatan, SatuLagi, Susunan};
use crate::model::tanggal::Sejak;
use crate::model::telaah::Nilai;
use crate::model::terbit::BandingTerbit;
use crate::model::total::Totals;
use crate::model::unit::UnitId;

pub use crate::model::urutan::{Level, PAKSAAN, Penentu, SERI, Tujuan, Urutan};

/// Number of levels of the objective.
pub const LEVELS: usize = 6;

/// A cost in the published order of levels, most important first; smaller is better. Which goal stands in which slot is
/// for [`Urutan`] to say.
pub type CostVector = [i64; LEVELS];

/// What one objective adds to a move, in points; positive speaks for the move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeritPart {
    /// Code of the objective, e.g. `O-101`.
    pub code: &'static str,
    pub title: &'static str,
    pub points: i64,
    /// The most this objective can speak for a move; `None` where there is no such end.
    pub maks: Option<i64>,
    /// Whether it was judged by the person's own facts. Else the points are those of the middle one of the colleagues,
    /// and the sentence says what is missing.
    pub judged: bool,
    /// Both sides of the comparison, in Indonesian.
    pub sentence: String,
}

/// What a rule says of a person or of a person and a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleNote {
    /// Code of the rule, e.g. `A-101`.
    pub code: &'static str,
    /// Whether it is met, not met, or could not be judged.
    pub nilai: Nilai,
    /// Both sides of the comparison, in Indonesian: `masa jabatan 14 bulan, syarat 24 bulan`.
    pub sentence: String,
}

/// From where a distance is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsalJarak {
    /// Home to unit, before and after.
    Domisili,
    /// Old unit to new unit; before is 0.
    UnitLama,
}

/// Distance of a move in metres, kecamatan seat to kecamatan seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jarak {
    pub asal: AsalJarak,
    pub lama_m: i64,
    pub baru_m: i64,
}

/// One move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub pegawai: PegawaiId,
    pub from: PostId,
    pub to: PostId,
    pub jenis: JenisPindah,
    pub jarak: Option<Jarak>,
    pub merit: Vec<MeritPart>,
    /// Rules that let the move pass but ask for a look.
    pub warnings: Vec<RuleNote>,
    /// The best plan in which this person does not get this post; `None` when nothing else is possible. Sentences and
    /// columns tell of it and of no other.
    pub lain: Option<Susunan>,
    /// Who is as suitable on every goal, in NIP order: only the fixed number decided between them.
    pub setara: Vec<PegawaiId>,
    /// Why this person and this post, one or two sentences a school head understands.
    pub alasan: String,
    /// What leadership gives up if it does not approve the move, one sentence.
    pub jika_ditolak: String,
}

/// A post's part in the network and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct PostOutcome {
    /// Present people who cannot move (including unreadable rows).
    pub tetap: u32,
    /// Smallest and largest final headcount allowed.
    pub floor: u32,
    pub ceiling: u32,
    /// Headcount after the plan.
    pub after: u32,
}

/// Why a post stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SebabKosong {
    /// Nobody anywhere may be moved here.
    TidakAdaCalon,
    /// Nobody may be moved here as long as data of the units they come from are missing.
    DataBelumLengkap,
    /// Those who could come are needed where they are, or fill posts that are emptier.
    CalonTerpakai,
    /// The plan would fill it further if its limits were wider.
    BatasRencana,
    /// Somebody could come, but the order of goals does not ask for it, or not first.
    UrutanTujuan,
}

/// What would fill the places of a post that stay empty: so many of them, by what they wait for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TindakLanjut {
    /// New people.
    pub formasi: u32,
    /// Data of units that are missing.
    pub data: u32,
    /// Wider limits, another order of goals, or another choice than that only those move who wished for it.
    pub batas: u32,
    /// The Minister's approval.
    pub persetujuan: u32,
    /// Leadership, which fills such posts by itself.
    pub pimpinan: u32,
    /// Another decision of leadership than to postpone, refuse or bar somebody.
    pub keputusan: u32,
}

impl TindakLanjut {
    /// Everything but new people.
    pub fn selain_formasi(&self) -> u32 {
        self.data + self.batas + self.persetujuan + self.pimpinan + self.keputusan
    }

    /// The same with so many that wait for a decision of leadership, and so many fewer for what else would fill them.
    pub fn held_by_decisions(mut self, mut places: u32) -> TindakLanjut {
        for other in [&mut self.formasi, &mut self.persetujuan, &mut self.batas, &mut self.data, &mut self.pimpinan] {
            let taken = places.min(*other);
            *other -= taken;
            places -= taken;
            self.keputusan += taken;
        }
        self
    }
}

impl std::iter::Sum for TindakLanjut {
    fn sum<I: Iterator<Item = TindakLanjut>>(all: I) -> TindakLanjut {
        all.fold(TindakLanjut::default(), |sum, own| TindakLanjut {
            formasi: sum.formasi + own.formasi,
            data: sum.data + own.data,
            batas: sum.batas + own.batas,
            persetujuan: sum.persetujuan + own.persetujuan,
            pimpinan: sum.pimpinan + own.pimpinan,
            keputusan: sum.keputusan + own.keputusan,
        })
    }
}

/// A post that is still short after the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfilled {
    pub post: PostId,
    /// Places still empty.
    pub kurang: u32,
    pub sebab: SebabKosong,
    /// People of the same jabatan elsewhere who pass every rule for this post.
    pub calon: u32,
    /// One or two sentences.
    pub alasan: String,
    /// What remains to be done, e.g. formasi to propose.
    pub saran: String,
    /// The same in figures, which add up to the places that are empty.
    pub tindak_lanjut: TindakLanjut,
    /// What stands against one more holder; `None` where the post may have no more than it has.
    pub satu_lagi: Option<SatuLagi>,
    /// The same as a sentence or two; empty where there is none.
    pub harga_lagi: String,
}

/// A rule as it held in this run, and how often it bit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleTally {
    pub code: &'static str,
    /// The rule as a sentence.
    pub title: String,
    /// The article this version rests on, or that it is a choice of the office.
    pub basis: String,
    /// `blokir`, `peringatan`, `info` or `mati`; `belum berlaku` for a rule of the region that begins later.
    pub tingkat: &'static str,
    /// What is to be said of the day: that the rule begins later, or that it is younger than the day and holds in its
    /// oldest version.
    pub saat: Option<String>,
    /// Parameters in force as text: `masa_jabatan_min_bulan = 24`; empty when there are none.
    pub parameter: String,
    /// Since when this severity and number hold; `None` for a choice of the office that no regulation dates.
    pub sejak: Option<Sejak>,
    /// Whether the folder's mutasi.toml changed severity or number.
    pub diubah: bool,
    /// What would hold without that change: `tingkat = blokir; masa_jabatan_min_bulan = 24`; `None` where it is unchanged.
    pub bawaan: Option<String>,
    /// Whether it is the region's own rule, stated in its mutasi.toml.
    pub daerah: bool,
    /// People who may not move at all by this rule.
    pub people: u32,
    /// Person–post pairs this rule refused.
    pub pairs: u64,
    /// Moves of the plan that carry its warning.
    pub warned_moves: u32,
    /// Moves of the plan that it speaks for.
    pub urged_moves: u32,
    /// Why it could not be judged for anybody: facts that the folder does not give.
    pub tanpa_data: Option<&'static str>,
}

impl Move {
    /// Who would take the place if the move were not approved.
    pub fn pengganti(&self) -> Option<PegawaiId> {
        self.lain.as_ref().and_then(|lain| lain.pengganti)
    }
}

impl RuleTally {
    /// The rule with what is to be said of it in this run: that nothing tells of it, or when it holds.
    pub fn title_now(&self) -> String {
        let remarks: Vec<&str> = self.tanpa_data.into_iter().chain(self.saat.as_deref()).collect();
        if remarks.is_empty() { self.title.clone() } else { format!("{} ({})", self.title, remarks.join("; ")) }
    }
}

/// An objective of the merit level as it was weighed in this run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveInfo {
    pub code: &'static str,
    pub title: &'static str,
    pub basis: &'static str,
    /// How points follow from the facts.
    pub skala: &'static str,
    /// What it judges by: `predikat kinerja`.
    pub perlu: &'static str,
    /// Weights in force as text: `linearitas = 400`.
    pub bobot: String,
    pub maks: Option<i64>,
    /// Of how many people, of all, the folder tells what it judges by. Of nobody: it is left out of the run.
    pub diketahui: u32,
    pub dari: u32,
}

/// One thing the audit checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditCheck {
    /// What was checked, in Indonesian.
    pub title: &'static str,
    pub passed: bool,
    /// Figures, or what failed.
    pub detail: String,
}

/// The proof that the plan is feasible and best, made by code that does not know the solver.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Certificate {
    pub checks: Vec<AuditCheck>,
    /// Value of the plan and of the dual bound per level; equal when the plan is proven best.
    pub primal: CostVector,
    pub dual: CostVector,
    /// Eligible person–post pairs whose price was checked.
    pub pairs: u64,
}

impl Certificate {
    pub fn holds(&self) -> bool {
        !self.checks.is_empty() && self.checks.iter().all(|check| check.passed)
    }
}

/// What keeps a person where he or she is.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PersonOutcome {
    /// Rules that forbid this person every move, each with both sides; empty for the movable.
    pub blocked: Vec<RuleNote>,
    /// Why somebody whom rotation is due for, and whom no rule holds, stays all the same; one sentence.
    pub tetap: Option<Box<str>>,
}

/// A unit kept from one of a couple, because the plan would bring the other one there too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pisah {
    pub nip: Nip,
    pub unit: UnitId,
    /// The rule that forbids them to meet, `A-121` or `A-122`.
    pub code: &'static str,
}

/// The whole plan. Vectors over posts and people have the indices of `Needs` and `Roster`.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The order of goals in which the plan is the best, and in which its costs are told.
    pub urutan: Urutan,
    /// What comes before the even share, the first of it most; empty where nothing does.
    pub didahulukan: Vec<Didahulukan>,
    /// In DUK order.
    pub moves: Vec<Move>,
    pub posts: Vec<PostOutcome>,
    /// Price of one more holder of each post: the half of the proof that the plan itself does not show.
    pub prices: Vec<CostVector>,
    /// Bounded totals and what became of them.
    pub totals: Totals,
    pub people: Vec<PersonOutcome>,
    /// Units kept from one of a couple, in NIP order. The plan is the best one of those that keep them.
    pub pisah: Vec<Pisah>,
    /// What became of each decision of the roster, in its order.
    pub keputusan: Vec<HasilKeputusan>,
    /// The plan beside the published one; `None` where there is none.
    pub terbit: Option<BandingTerbit>,
    /// How the plan keeps the limits of its run; `None` where there are none.
    pub batasan: Option<Batasan>,
    /// The worst first.
    pub unfilled: Vec<Unfilled>,
    /// Candidates for posts that stay short, in the order of `unfilled`, and then for other posts that somebody moves to.
    pub calon: Vec<CalonJabatan>,
    /// In rule order.
    pub rules: Vec<RuleTally>,
    pub objectives: Vec<ObjectiveInfo>,
    /// Total cost if nobody moved, and of the plan.
    pub status_quo: CostVector,
    pub total: CostVector,
    /// Places short before, after, and the fewest that any plan under these rules could leave, were there no limits.
    pub kurang_before: u32,
    pub kurang_after: u32,
    pub kurang_reachable: u32,
    pub certificate: Certificate,
}

impl Plan {
    /// Whether the audit holds and no plan is better of those that keep limits and totals.
    pub fn proven(&self) -> bool {
        self.certificate.holds() && !self.totals.kurang_merata && self.batasan.as_ref().is_none_or(Batasan::proven)
    }

    /// Whether the fewest places that can be left short are out of reach because of limits; the order of goals and an
    /// even share within totals may cost places too.
    pub fn is_held_short(&self) -> bool {
        let held = self.batasan.as_ref().is_some_and(|batasan| !batasan.terhalang.is_empty());
        held && self.kurang_after > self.kurang_reachable
    }

    /// The limits that hold it short, in a few words, to follow `tanpa`: `batas 8 berpindah`; `None` where none
    /// does.
    pub fn held_short_by(&self) -> Option<String> {
        let batasan = self.batasan.as_ref().filter(|_| self.is_held_short())?;
        Some(match batasan.mengikat.is_empty() {
            true => "batas rencana".into(),
            false => format!("batas {}", batasan.mengikat.join(", ")),
        })
    }

    /// Prices of posts under which the plan was made: those of the proof, unless limits closed pairs.
    pub fn own_prices(&self) -> &[CostVector] {
        self.closed_prices().map_or(&self.prices, |(posts, _)| posts)
    }

    /// The same of a bounded total; nothing where none of this number is told.
    pub fn own_price_of_total(&self, total: usize) -> CostVector {
        let of_proof = || self.totals.list.get(total).map(|own| own.price);
        let own = self.closed_prices().map(|(_, totals)| totals.get(total).copied());
        own.unwrap_or_else(of_proof).unwrap_or_default()
    }

    fn closed_prices(&self) -> Option<&(Vec<CostVector>, Vec<CostVector>)> {
        self.batasan.as_ref().and_then(|batasan| batasan.harga_sendiri.as_ref())
    }
}
