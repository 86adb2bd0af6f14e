//! Need against presence, post by post.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::Place;
use crate::model::angka::ribuan;
use crate::model::jabatan::Jenjang;
use crate::model::unit::UnitId;

/// Index into `Needs::posts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostId(pub u32);

/// Where a need figure comes from, in order of precedence (design §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SumberKebutuhan {
    /// The official figure of the unit workbook (ABK, peta jabatan).
    Resmi,
    /// Computed from the workload of the jabatan: ABK, in health units ABK-Kes.
    BebanKerja,
    /// Computed by a formula from exact workload.
    Rumus,
    /// Computed by a formula from incomplete workload (only total rombel known).
    Perkiraan,
    /// The least number that a regulation asks for.
    Minimum,
}

impl SumberKebutuhan {
    pub fn label(self) -> &'static str {
        match self {
            SumberKebutuhan::Resmi => "resmi",
            SumberKebutuhan::BebanKerja => "beban kerja",
            SumberKebutuhan::Rumus => "rumus",
            SumberKebutuhan::Perkiraan => "perkiraan",
            SumberKebutuhan::Minimum => "minimum",
        }
    }
}

/// How many holders a post needs. A shortage exists only below `lo`, a surplus only above `hi`; the two differ in the
/// grey zone of the teacher formula (domain §2.2), and where people may be present who could not be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kebutuhan {
    pub lo: u32,
    pub hi: u32,
    pub sumber: SumberKebutuhan,
    /// The figures of other sources that are known too and differ, in order of precedence.
    pub lain: Vec<AngkaLain>,
    /// How the figure was made, in Indonesian: `8 rombel × 1 guru kelas`.
    pub uraian: String,
    /// The cell the figure or its workload came from.
    pub place: Option<Place>,
}

/// A need figure that another one stands before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AngkaLain {
    pub lo: u32,
    pub hi: u32,
    pub sumber: SumberKebutuhan,
    /// How it was made.
    pub uraian: String,
}

impl Kebutuhan {
    /// `6`, or `1 sampai 2` where it is a range.
    pub fn angka(&self) -> String {
        rentang(self.lo, self.hi)
    }

    /// This figure as one that another stands before.
    pub fn as_lain(&self) -> AngkaLain {
        AngkaLain { lo: self.lo, hi: self.hi, sumber: self.sumber, uraian: self.uraian.clone() }
    }
}

impl AngkaLain {
    /// `6`, or `1 sampai 2` where it is a range.
    pub fn angka(&self) -> String {
        rentang(self.lo, self.hi)
    }
}

fn rentang(lo: u32, hi: u32) -> String {
    if lo == hi { lo.to_string() } else { format!("{lo} sampai {hi}") }
}

/// Where the count of present people comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SumberRiil {
    /// Counted from the personnel workbooks.
    Pegawai,
    /// Taken from the unit workbook, because it lists no person of this unit.
    DataUnit,
}

impl SumberRiil {
    pub fn label(self) -> &'static str {
        match self {
            SumberRiil::Pegawai => "data pegawai",
            SumberRiil::DataUnit => "data unit",
        }
    }
}

/// A post class: one jabatan in one unit (with jenjang only where the need is stated by jenjang).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    pub unit: UnitId,
    /// Name of the jabatan without jenjang.
    pub jabatan: Arc<str>,
    pub jenjang: Option<Jenjang>,
    /// `None`: unknown, so nobody is moved in and nobody counts as surplus. Kept apart, since of a region without data of
    /// needs no post has one.
    pub kebutuhan: Option<Box<Kebutuhan>>,
    /// People present and filling the post (those on CLTN, tugas belajar and so on do not, domain R09).
    pub riil: u32,
    /// Part of `riil` whose rows could not be used as persons.
    pub tak_terbaca: u32,
    pub sumber_riil: SumberRiil,
}

impl Post {
    /// Jabatan with jenjang, as printed.
    pub fn jabatan_label(&self) -> String {
        match self.jenjang {
            Some(jenjang) => format!("{} {}", self.jabatan, jenjang.label()),
            None => self.jabatan.to_string(),
        }
    }

    /// `riil − kebutuhan`: negative is a shortage, positive a surplus; `None` when the need is unknown.
    pub fn gap(&self) -> Option<i64> {
        self.gap_of(self.riil)
    }

    /// The gap if `present` people filled the post.
    pub fn gap_of(&self, present: u32) -> Option<i64> {
        let need = self.kebutuhan.as_ref()?;
        let present = i64::from(present);
        Some((present - i64::from(need.lo)).min(0) + (present - i64::from(need.hi)).max(0))
    }
}

/// A retirement within the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pensiun {
    Pasti,
    /// Depends on a jenjang that nobody tells.
    Mungkin,
}

/// How many holders of a post retire within the horizon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JumlahPensiun {
    pub pasti: u32,
    /// Beside those.
    pub mungkin: u32,
}

impl JumlahPensiun {
    pub fn add(&mut self, pensiun: Pensiun) {
        match pensiun {
            Pensiun::Pasti => self.pasti += 1,
            Pensiun::Mungkin => self.mungkin += 1,
        }
    }

    /// Takes one away who leaves the post before.
    pub fn take(&mut self, pensiun: Pensiun) {
        match pensiun {
            Pensiun::Pasti => self.pasti = self.pasti.saturating_sub(1),
            Pensiun::Mungkin => self.mungkin = self.mungkin.saturating_sub(1),
        }
    }

    /// `2`, or `2 sampai 3` where some are not certain.
    pub fn in_words(self) -> String {
        rentang(self.pasti, self.pasti + self.mungkin)
    }
}

/// Why nobody can tell the need of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SebabRagu {
    /// The figure of an official row cannot be read.
    Angka,
    /// A row of the workload lacks something or cannot be read.
    Beban,
    /// A need stands under a name of a jabatan that people have to confirm: the name as written.
    Jabatan(String),
    /// A need stands under a name of a unit that people have to confirm: the name as written.
    Unit(String),
    /// The figure is greater than the office thinks any can be.
    TakWajar(u32),
    /// So many pupils in so many rombel are hardly possible, so one of the two is wrong.
    Rombel { pd: u32, rombel: u32 },
}

/// A need that nobody can tell until a cell is put right or a name is confirmed: no formula and no legal minimum takes
/// its place, so nobody comes or goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ragu {
    pub sebab: SebabRagu,
    /// The cell to be put right.
    pub place: Place,
}

impl Ragu {
    pub fn new(sebab: SebabRagu, place: Place) -> Ragu {
        Ragu { sebab, place }
    }

    /// `angka kebutuhannya belum terbaca`.
    pub fn in_words(&self) -> String {
        match &self.sebab {
            SebabRagu::Angka => "angka kebutuhannya belum terbaca".into(),
            SebabRagu::Beban => "beban kerjanya belum lengkap atau belum terbaca".into(),
            SebabRagu::Jabatan(nama) => format!("data kebutuhan menyebut “{nama}”, dan belum pasti jabatan mana itu"),
            SebabRagu::Unit(nama) => format!("data kebutuhan menyebut unit “{nama}”, dan belum pasti unit mana itu"),
            SebabRagu::TakWajar(angka) => format!("angka {} tidak wajar dan belum dipastikan", ribuan((*angka).into())),
            SebabRagu::Rombel { pd, rombel } => {
                format!("{pd} peserta didik dalam {rombel} rombel tidak wajar dan belum dipastikan")
            }
        }
    }
}

/// Need and presence of a whole region.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    /// In unit, then jabatan order.
    pub posts: Vec<Post>,
    /// For each person (same index as `Roster::pegawai`) the post held, if it is a known one.
    pub post_of: Vec<Option<PostId>>,
    /// For each person whether he or she counts as present in that post.
    pub fills: Vec<bool>,
    /// For each person whether he or she retires within the horizon; empty where nothing is projected.
    pub pensiun: Vec<Option<Pensiun>>,
    /// What a leader should know of a unit beside its figures: a legal minimum that its people do not reach.
    pub catatan: BTreeMap<UnitId, Vec<String>>,
    /// Minima that several posts share.
    pub minimum_bersama: Vec<MinimumBersama>,
    /// How many have to stay in a post so that a shared minimum holds, where its own need would let more go.
    pub lantai: BTreeMap<PostId, u32>,
    /// Why the need of a post is left unknown although something was said of it.
    pub ragu: BTreeMap<PostId, Ragu>,
}

/// The least number of a profession in one unit, which its posts of several names or jenjang share (domain §2.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinimumBersama {
    pub posts: Vec<PostId>,
    pub jumlah: u32,
}

impl Needs {
    pub fn post(&self, id: PostId) -> &Post {
        &self.posts[id.0 as usize]
    }

    /// The posts of one unit.
    pub fn of_unit(&self, unit: UnitId) -> impl Iterator<Item = &Post> {
        let first = self.posts.partition_point(|post| post.unit < unit);
        self.posts[first..].iter().take_while(move |post| post.unit == unit)
    }

    /// How many of those who fill each post now retire within the horizon, in the order of the posts.
    pub fn pensiun_by_post(&self) -> Vec<JumlahPensiun> {
        let mut counts = vec![JumlahPensiun::default(); self.posts.len()];
        for ((pensiun, post), fills) in self.pensiun.iter().zip(&self.post_of).zip(&self.fills) {
            if let (Some(pensiun), Some(post), true) = (pensiun, post, fills) {
                counts[post.0 as usize].add(*pensiun);
            }
        }
        counts
    }

    /// The posts of one unit by number.
    pub fn ids_of_unit(&self, unit: UnitId) -> impl Iterator<Item = PostId> + use<> {
        let first = self.posts.partition_point(|post| post.unit < unit);
        let next = self.posts.partition_point(|post| post.unit <= unit);
        (first as u32..next as u32).map(PostId)
    }

    pub fn post_ids(&self) -> impl Iterator<Item = PostId> + use<> {
        (0..self.posts.len() as u32).map(PostId)
    }
}
