//! Susunan lain: what another plan would be beside the one made, in people, posts and goals.

use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{CostVector, RuleNote, SERI};
use crate::model::total::Lingkup;
use crate::model::unit::UnitId;

/// Langkah: someone who would sit elsewhere than the plan says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Langkah {
    pub pegawai: PegawaiId,
    /// Where the plan has the person, who may be moving or staying there.
    pub dari: PostId,
    pub ke: PostId,
}

/// Susunan: the best of all plans that keep one more condition, as far as it differs from the plan made. Exact
/// for the prices and closed pairs of that plan: under limits that weigh, planning anew may find a better one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Susunan {
    /// What it costs more than the plan, level by level.
    pub biaya: CostVector,
    /// Who comes to the post that is asked about.
    pub pengganti: Option<PegawaiId>,
    /// Everybody who would sit elsewhere, each making room for the one before; the one asked about first.
    pub langkah: Vec<Langkah>,
    /// The post that would hold one person less than planned.
    pub berkurang: Option<PostId>,
}

impl Susunan {
    /// Whether it is as good as the plan on every goal, so that only the fixed number decided.
    pub fn is_equal(&self) -> bool {
        self.biaya[..SERI].iter().all(|level| *level == 0)
    }
}

/// What stands against one more holder of a post that stays short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SatuLagi {
    /// The best plan that has one more.
    Harga(Susunan),
    /// No plan has one more.
    Buntu(Kelompok),
    /// No plan has one more and keeps every bound on totals; this is the nearest that stops it.
    Terikat(TotalPenuh),
}

/// A total that is at its bound under the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TotalPenuh {
    pub lingkup: Lingkup,
    /// The unit, or the first unit of the OPD or kecamatan.
    pub unit: UnitId,
    /// Whether it is at its largest; else at its smallest.
    pub penuh: bool,
    pub jumlah: u32,
}

/// Kelompok: posts that share too few people (a Hall set). Whoever may hold one of them holds one of them under the plan,
/// and the others cannot do with less, so no plan brings one more to the post asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kelompok {
    /// The post asked about among them.
    pub jabatan: Vec<PostId>,
    /// People who may hold any of them, those who may not move included.
    pub pegawai: u32,
    /// Places in them that are to be filled; more than there are people.
    pub tempat: u32,
    /// How many other holders of the jabatan each rule keeps from every one of these posts, in the order of the rules.
    pub aturan: Vec<(&'static str, u32)>,
    /// Other holders whom no rule keeps from all of them, but one from this and another from that post.
    pub berlainan: u32,
    /// Other holders in posts whose need nobody knows, so that nobody is moved from there.
    pub belum_diketahui: u32,
}

/// Calon jabatan: who could hold a post that stays short or that the plan fills, and who just fails to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalonJabatan {
    pub post: PostId,
    /// Places still empty under the plan.
    pub kurang: u32,
    /// Those whom the plan brings, in NIP order.
    pub terpilih: Vec<PegawaiId>,
    /// Those who pass every rule, the cheapest first; of equals on every goal the first NIP. Behind them those against whom
    /// a limit on the whole plan stands.
    pub calon: Vec<Calon>,
    /// How many more pass every rule, but no plan can send them, limits or none: their own posts would become shorter than
    /// they are.
    pub tertahan: u32,
    /// Those who fail the fewest rules.
    pub hampir: Vec<Hampir>,
}

/// Someone who passes every rule for a post, and what it would take to send him or her there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calon {
    pub pegawai: PegawaiId,
    pub susunan: Susunan,
    /// Which goals would be worse, and by how much; or the limit that stands against it.
    pub kalimat: String,
}

/// Someone who fails some rules for a post: all of them, each with both sides of its comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hampir {
    pub pegawai: PegawaiId,
    pub aturan: Vec<RuleNote>,
}
