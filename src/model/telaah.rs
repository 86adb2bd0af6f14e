//! Telaah: what each rule says of one person and one post, with the facts it looked at.

use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::unit::UnitId;

/// What a rule finds: three values, so that what could not be judged is never told as met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nilai {
    Terpenuhi,
    TidakTerpenuhi,
    TidakDapatDinilai,
}

impl Nilai {
    pub fn label(self) -> &'static str {
        match self {
            Nilai::Terpenuhi => "terpenuhi",
            Nilai::TidakTerpenuhi => "tidak terpenuhi",
            Nilai::TidakDapatDinilai => "tidak dapat dinilai",
        }
    }
}

/// What follows from a rule's answer. Ordering follows what a reader wants to know first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Akibat {
    /// It forbids the move.
    Menahan,
    /// The move passes, but someone should look.
    Catatan,
    /// It speaks for moving.
    Dianjurkan,
    TidakAda,
    /// Nothing: it could not be judged, and holds nobody back for that.
    TidakDinilai,
    /// It needs a post to go to, and there is none.
    TanpaTujuan,
    /// Switched off.
    Dimatikan,
}

impl Akibat {
    pub const ALL: [Akibat; 7] = [
        Akibat::Menahan,
        Akibat::Catatan,
        Akibat::Dianjurkan,
        Akibat::TidakAda,
        Akibat::TidakDinilai,
        Akibat::TanpaTujuan,
        Akibat::Dimatikan,
    ];

    /// As a heading over the rules of which it follows.
    pub fn label(self) -> &'static str {
        match self {
            Akibat::Menahan => "Menahan perpindahan",
            Akibat::Catatan => "Tidak menahan, tetapi perlu dilihat",
            Akibat::Dianjurkan => "Menganjurkan perpindahan",
            Akibat::TidakAda => "Terpenuhi",
            Akibat::TidakDinilai => "Tidak dapat dinilai, tidak menahan",
            Akibat::TanpaTujuan => "Baru dapat diperiksa terhadap tempat tujuan",
            Akibat::Dimatikan => "Dimatikan, tidak diperiksa",
        }
    }
}

/// One rule asked of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telaah {
    /// Code of the rule, e.g. `A-101`.
    pub code: &'static str,
    /// The rule as a sentence.
    pub title: String,
    /// `blokir`, `peringatan`, `info` or `mati`.
    pub tingkat: &'static str,
    /// `terpenuhi`, `tidak terpenuhi`, `tidak dapat dinilai` and so on; empty where it was not asked.
    pub jawaban: &'static str,
    /// The answer in one of three values; `None` where it was not asked.
    pub nilai: Option<Nilai>,
    pub akibat: Akibat,
    /// Both sides of the comparison, in Indonesian; empty where the rule was not asked.
    pub sentence: String,
    /// What it looked at, the person's facts first.
    pub fakta: Vec<Fakta>,
}

/// A fact that a rule looked at: where it alone were otherwise, the rule would answer otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fakta {
    /// Of the person, by the columns it may stand in; the last one stands in where the others are empty.
    Pegawai(&'static [&'static str]),
    /// Of a unit, by the columns it may stand in.
    Unit(UnitId, &'static [&'static str]),
    /// The jabatan and need of a post.
    Kebutuhan(PostId),
    /// What the official need says of a post beside its figure, by the columns it may stand in.
    Formasi(PostId, &'static [&'static str]),
    /// Of the folder's settings, by their key.
    Pengaturan(&'static str),
    /// How many people hold a post.
    Riil(PostId),
}

/// Putusan: what the plan decides of a person, why, and what another place would cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Putusan {
    /// The post the rules are asked about: the one named, the plan's, or the best of the others.
    pub tujuan: Option<PostId>,
    /// Why a person stays whom the plan does not move, the first thing to read; `None` for one who moves.
    pub tetap: Option<String>,
    /// Moves of others that this person would be the first to take over, and what the plan would give up for it.
    pub cadangan: Vec<String>,
    /// What would be at another place than the plan's.
    pub lain: Option<String>,
    /// The price of that other place; of the plan's own move the price of refusing it.
    pub harga: Option<Harga>,
}

/// Harga: what another plan costs more than the chosen one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Harga {
    /// Number and name of each goal and what becomes of it, in published order: `(2, "keterisian", "sama merata")`.
    pub tujuan: Vec<(usize, &'static str, String)>,
    /// By how many points the chosen plan is ahead in each objective; those in which the plans differ.
    pub bagian: Vec<BagianHarga>,
    /// The sum of these parts, and what the goal of merit loses.
    pub jumlah: i64,
    /// What all of it holds under, in brackets; empty where it is exact.
    pub syarat: String,
}

/// One objective's part of a price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BagianHarga {
    /// Code of the objective, e.g. `O-104`.
    pub code: &'static str,
    pub title: &'static str,
    pub points: i64,
}

/// Kasus: a case in which a rule bit: a person, the place the rule was asked about where it looks at one, and what the rule said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kasus {
    pub pegawai: PegawaiId,
    pub ke: Option<PostId>,
    pub akibat: Akibat,
    /// Both sides of the comparison, in Indonesian.
    pub sentence: String,
}
