//! Keadilan: the figures by which a plan is judged fair, beside those of the plans it could have been (design §5.9).
//! Figures of groups and of posts only; nobody is named.

use std::collections::BTreeMap;

use serde::Serialize;

/// A share in ten-thousandths: 8.421 is 84,21 %.
pub type Bagian = u32;

/// How evenly and how fully one plan fills the posts, and what it asks of people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ukuran {
    /// People who move.
    pub pindah: u32,
    /// Over posts of known need: the sum of the needs (lower bounds), the places of it that are filled, those that are
    /// not, and people beyond the needs (upper bounds).
    pub kebutuhan: u64,
    pub terisi: u64,
    pub kurang: u64,
    pub lebih: u64,
    /// Posts that stay short.
    pub jabatan_kurang: u32,
    pub sebaran: Sebaran,
    pub usulan: Usulan,
    /// Movers whose new place is no worse by their own wishes and way to work, of those of whom either is known.
    pub rasional: u32,
    pub dinilai: u32,
    /// Ways of the movers from home before and after; `None` where no mover's home is known.
    pub rumah: Option<Rumah>,
    /// The way to the new unit, from home or else from the old unit.
    pub jarak: Option<Km>,
    /// Merit points of all moves.
    pub poin: i64,
}

/// How far the ratios n ÷ R of holders to need lie apart, each post weighing as its need R. Ratios are clipped at 1 but
/// for `cv`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sebaran {
    /// The lowest ratio.
    pub terendah: Bagian,
    /// The ratios that a tenth, two tenths … nine tenths of the posts do not exceed.
    pub desil: [Bagian; 9],
    /// Gini coefficient, 0 where all posts are filled alike.
    pub gini: Bagian,
    /// Coefficient of variation: standard deviation ÷ mean.
    pub cv: Bagian,
    /// Sum of |n − R| ÷ sum of R.
    pub imbalans: Bagian,
}

/// Wishes among those who handed in any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Usulan {
    /// People with wishes, and wishes in all.
    pub orang: u32,
    pub banyak: u32,
    /// Movers with wishes, and those whose first, second or third wish the move fulfils.
    pub pindah: u32,
    pub terpenuhi: [u32; 3],
}

impl Usulan {
    /// Movers who go where they wished to.
    pub fn semua(&self) -> u32 {
        self.terpenuhi.iter().sum()
    }
}

/// Distances of some people, in metres.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Km {
    pub orang: u32,
    /// Mean, half up.
    pub rata_m: i64,
    /// What nine of ten do not exceed.
    pub p90_m: i64,
}

/// The way to work before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rumah {
    pub lama: Km,
    pub baru: Km,
}

/// People and posts between which a wish is not fulfilled, by what it would cost to fulfil it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Keberatan {
    /// Pairs of a person and a post, and the people among them.
    pub pasangan: u32,
    pub orang: u32,
    /// Pairs by the highest goal that would be reached less if the person had the post; [`TANPA_JALAN`] where no plan
    /// within the bounds gives it. Of the plan only.
    pub sebab: BTreeMap<String, u32>,
    /// Pairs whose cause was not sought.
    pub belum_dicari: u32,
}

/// Cause of what no plan within the bounds of the posts can give.
pub const TANPA_JALAN: &str = "batas";

/// Cause of what the limits on the whole plan keep.
pub const BATAS_RENCANA: &str = "batas_rencana";

/// One plan with what people could object to in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Penilaian {
    pub ukuran: Ukuran,
    /// Justified envy: who wished for a post more than for the own, may have it, and is worth more there than someone
    /// who was moved there.
    pub iri: Keberatan,
    /// Wasted wishes: a post wished for stays short although the person could be spared.
    pub sia: Keberatan,
}

/// A plan under another order of goals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sudut {
    pub nama: &'static str,
    /// Names of its goals in their order; empty for nobody moving and for the plan by hand.
    pub urutan: Vec<&'static str>,
    pub ukuran: Ukuran,
    /// Whether no plan is better in this order, of those that keep the limits.
    pub terbukti: bool,
}

/// People of one group among those who may move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Kelompok {
    pub nama: String,
    pub boleh_pindah: u32,
    pub pindah: u32,
    /// Movers without a wish for the place or against one, and who did not say that they are willing.
    pub tanpa_usulan: u32,
}

/// Groups told apart by one trait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Laju {
    pub menurut: &'static str,
    pub kelompok: Vec<Kelompok>,
    /// People of whom the trait is not known: in no group.
    pub tidak_diketahui: u32,
    /// The lowest ÷ the highest share of people moved without a wish, over groups that are large enough; `None` where
    /// fewer than two are or nobody is so moved.
    pub rasio: Option<Bagian>,
}

/// Why somebody does not get a place asked for: the first of these that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SebabUsulan {
    /// Rules forbid the person every move.
    Ditahan,
    /// The post held, or its need, is not known.
    DataKurang,
    /// No post there that the rules open to the person.
    TanpaJabatan,
    /// The posts there were not short.
    TidakKurang,
    /// They were short, and others fill them.
    DiisiLain,
    /// They stay short, but the person is needed more where the plan has him or her.
    Dibutuhkan,
}

impl SebabUsulan {
    /// To follow a number of people: `12 orang mengusulkan tempat yang tidak kekurangan`.
    pub fn kalimat(self) -> &'static str {
        match self {
            SebabUsulan::Ditahan => "belum boleh dipindahkan menurut aturan",
            SebabUsulan::DataKurang => "jabatan atau kebutuhan unitnya belum diketahui",
            SebabUsulan::TanpaJabatan => "mengusulkan tempat yang tidak mempunyai jabatan yang boleh diisinya",
            SebabUsulan::TidakKurang => "mengusulkan tempat yang tidak kekurangan",
            SebabUsulan::DiisiLain => "mengusulkan tempat yang kekurangannya diisi pegawai lain",
            SebabUsulan::Dibutuhkan => "lebih dibutuhkan di tempat lain",
        }
    }
}

/// All figures of fairness of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Keadilan {
    pub sebelum: Penilaian,
    pub rencana: Penilaian,
    /// What an office does by hand: the emptiest post first, the best of those who are surplus, no chains.
    pub tangan: Penilaian,
    /// The fewest places that any plan could leave short, were there no limits.
    pub kurang_terkecil: u64,
    /// The limits that keep the plan from that, in a few words; empty where none does.
    pub dibatasi: String,
    pub laju: Vec<Laju>,
    /// Of those who asked for a place and do not get it, how many for each cause.
    pub tak_terpenuhi: BTreeMap<SebabUsulan, u32>,
    /// Pairs of a movable person and a post that no rule forbids.
    pub pasangan: u64,
    /// Whether plans of other orders and of fewer moves were made; else the two lists are empty.
    pub dibandingkan: bool,
    pub sudut: Vec<Sudut>,
    /// Plans of fewer moves, from the fewest on.
    pub kurva: Vec<Ukuran>,
}
