//! The rules about placements: one file each, and one line here. A region's own rules stand behind them (`daerah`).

pub mod daerah;

mod asked;
mod enforced;
mod masa;
mod scene;
mod verdict;

use jiff::civil::Date;

use crate::law::Law;
use crate::law::daerah::{AturanDaerah, KODE};
use crate::model::pegawai::PegawaiId;
use crate::model::unit::UnitId;
use crate::place::facts::{Facts, Pair, Person};
use crate::place::scope::Scope;

pub(super) use self::enforced::refused_by;
pub use self::enforced::{Enforced, Mask, enforced};
use self::masa::{Masa, pejabat, with_approval};
pub use self::scene::{Example, Scene};
pub use self::verdict::{Answer, Verdict};

/// Declares the files and lists their rules, in order of their codes.
macro_rules! rules {
    ($($name:ident),+ $(,)?) => {
        $(pub mod $name;)+

        /// Every rule, in order of its code. A rule's place here is its bit in a [`Mask`].
        pub const RULES: &[&Rule<'static>] = &[$(&$name::RULE),+];
    };
}

rules![
    masa_jabatan_minimal,
    masa_jabatan_maksimal,
    cpns,
    pppk,
    mendekati_bup,
    kedudukan_hukum,
    hukuman_disiplin,
    pimpinan,
    jabatan_sama,
    kebutuhan_tujuan,
    unit_asal,
    perlindungan,
    bukan_asn,
    sekolah_swasta,
    kewenangan,
    masa_pemilihan,
    masa_pelantikan,
    kepala_daerah,
    dukcapil,
    inspektorat,
    pasangan_seunit,
    pasangan_atasan,
    instansi_induk,
    jpt_minimal,
    jabatan_pejabat,
    kualifikasi_profesi,
    kualifikasi_jabatan,
    rangkap_jabatan,
    uji_kompetensi,
    golongan_jenjang,
    kinerja_baik,
    sertifikat_pendidik,
    jam_mengajar,
    str_berlaku,
    sip_tempat_baru,
    kelas_jabatan,
    promosi,
    demosi,
    pangkat_eselon,
    syarat_struktural,
    masa_kepala_sekolah,
    batas_rombel,
    syarat_sekolah_swasta,
    syarat_kepala_sekolah,
    keputusan_tetap,
    keputusan_tempat,
    usulan_saja,
    pasangan_dekat,
    tujuan_berlebih,
];

/// One rule: what it says, on what it rests, how it decides.
#[derive(Clone, Copy)]
pub struct Rule<'a> {
    /// Stable code, `A-101`; severity and numbers stand under it in `law/aturan.toml`. A region's own is `L-01`.
    pub code: &'static str,
    /// The rule as a sentence that is true when it is met.
    pub title: &'a str,
    /// The article it rests on, or that it is a choice of the office.
    pub basis: &'a str,
    pub judge: Judge<'a>,
    /// Cases just on either side of the line.
    pub examples: &'static [Example],
}

/// How a rule decides, and how much of a person and a post it looks at: so often is it asked ([`Scope`]).
#[derive(Clone, Copy)]
pub enum Judge<'a> {
    Person(fn(&Person) -> Verdict),
    Post(fn(&Pair) -> Verdict),
    Kind(fn(&Pair) -> Verdict),
    Unit(fn(&Pair) -> Verdict),
    /// As `Unit`, of a rule that every unit but these meets whoever asks.
    FewUnits(fn(&Pair) -> Verdict, fn(&Facts, PegawaiId) -> Vec<UnitId>),
    Pair(fn(&Pair) -> Verdict),
    /// As `Pair`, of a rule that all posts outside these units meet.
    FewPosts(fn(&Pair) -> Verdict, fn(&Facts, PegawaiId) -> Vec<UnitId>),
    /// The same of a region's own rule, which brings its parameter.
    PersonDaerah(fn(&Person, &AturanDaerah) -> Verdict, &'a AturanDaerah),
    UnitDaerah(fn(&Pair, &AturanDaerah) -> Verdict, &'a AturanDaerah),
}

impl Judge<'_> {
    /// The answer about a person alone; `None` for a rule that needs a post to go to.
    pub fn of_person(&self, ask: &Person) -> Option<Verdict> {
        match self {
            Judge::Person(judge) => Some(judge(ask)),
            Judge::PersonDaerah(judge, own) => Some(judge(ask, own)),
            Judge::Post(_) | Judge::Kind(_) | Judge::Unit(_) | Judge::FewUnits(..) | Judge::Pair(_) => None,
            Judge::FewPosts(..) | Judge::UnitDaerah(..) => None,
        }
    }

    /// The answer about a person and a post; `None` for a rule about the person alone.
    pub fn of_pair(&self, ask: &Pair) -> Option<Verdict> {
        match self {
            Judge::Post(judge) | Judge::Kind(judge) | Judge::Unit(judge) | Judge::Pair(judge) => Some(judge(ask)),
            Judge::FewUnits(judge, _) | Judge::FewPosts(judge, _) => Some(judge(ask)),
            Judge::UnitDaerah(judge, own) => Some(judge(ask, own)),
            Judge::Person(_) | Judge::PersonDaerah(..) => None,
        }
    }

    pub fn scope(&self) -> Scope {
        match self {
            Judge::Person(_) | Judge::PersonDaerah(..) => Scope::Person,
            Judge::Post(_) => Scope::Post,
            Judge::Kind(_) => Scope::Kind,
            Judge::Unit(_) | Judge::FewUnits(..) | Judge::UnitDaerah(..) => Scope::Unit,
            Judge::Pair(_) | Judge::FewPosts(..) => Scope::Pair,
        }
    }

    pub fn is_about_pairs(&self) -> bool {
        self.scope() != Scope::Person
    }

    /// The units in which the rule may refuse a person anything, where they are few; `None` when it may anywhere.
    pub fn only_units(&self, facts: &Facts, id: PegawaiId) -> Option<Vec<UnitId>> {
        match self {
            Judge::FewUnits(_, only) | Judge::FewPosts(_, only) => Some(only(facts, id)),
            Judge::Person(_) | Judge::Post(_) | Judge::Kind(_) | Judge::Unit(_) | Judge::Pair(_) => None,
            Judge::PersonDaerah(..) | Judge::UnitDaerah(..) => None,
        }
    }
}

/// Panics at a rule without code, sentence or basis, at codes that are not in order, and at more rules than a [`Mask`]
/// has bits for. It is asked while the program compiles: such a rule does not compile.
const fn sound(rules: &[&Rule]) {
    assert!(rules.len() + KODE.len() <= u64::BITS as usize, "a mask has 64 bits, also for the region's own rules");
    let mut at = 0;
    while at < rules.len() {
        let rule = rules[at];
        assert!(has_letter(rule.code) && has_letter(rule.title), "a rule has a code and a sentence");
        assert!(has_letter(rule.basis), "a rule names what it rests on");
        assert!(at == 0 || comes_before(rules[at - 1].code, rule.code), "codes are unique and in order");
        at += 1;
    }
}

const fn has_letter(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if first.is_ascii_alphabetic() {
            return true;
        }
        rest = tail;
    }
    false
}

/// Whether one code stands before another in the order of bytes.
const fn comes_before(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return a[at] < b[at];
        }
        at += 1;
    }
    a.len() < b.len()
}

const _: () = sound(RULES);

/// The day as of which the examples hold, under the pack without a folder's changes.
pub const CONTOH_PADA: Date = Date::constant(2026, 12, 1);

/// Every rule of a run: ours, then the region's own. A rule's place here is its bit in a [`Mask`].
pub fn all(law: &Law) -> Vec<Rule<'_>> {
    RULES.iter().map(|rule| **rule).chain(law.daerah().iter().map(daerah::rule)).collect()
}

#[cfg(test)]
pub(crate) mod tests;
