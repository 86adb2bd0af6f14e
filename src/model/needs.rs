//! Need against presence, post by post.

use std::sync::Arc;

use crate::finding::Place;
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
    /// Computed by a formula from exact workload.
    Rumus,
    /// Computed by a formula from incomplete workload (only total rombel known).
    Perkiraan,
}

impl SumberKebutuhan {
    pub fn label(self) -> &'static str {
        match self {
            SumberKebutuhan::Resmi => "resmi",
            SumberKebutuhan::Rumus => "rumus",
            SumberKebutuhan::Perkiraan => "perkiraan",
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
    /// The other figure, when an official figure and a formula differ.
    pub lain: Option<(u32, SumberKebutuhan)>,
    /// How the figure was made, in Indonesian: `8 rombel × 1 guru kelas`.
    pub uraian: String,
    /// The cell the figure or its workload came from.
    pub place: Option<Place>,
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
    /// `None`: unknown, so nobody is moved in and nobody counts as surplus.
    pub kebutuhan: Option<Kebutuhan>,
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

/// Need and presence of a whole region.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    /// In unit, then jabatan order.
    pub posts: Vec<Post>,
    /// For each person (same index as `Roster::pegawai`) the post held, if it is a known one.
    pub post_of: Vec<Option<PostId>>,
    /// For each person whether he or she counts as present in that post.
    pub fills: Vec<bool>,
}

impl Needs {
    pub fn post(&self, id: PostId) -> &Post {
        &self.posts[id.0 as usize]
    }

    pub fn post_ids(&self) -> impl Iterator<Item = PostId> + use<> {
        (0..self.posts.len() as u32).map(PostId)
    }
}
