//! Everything a rule or an objective may look at, and the questions put to them.

mod arahan;
mod dahulu;
mod kualifikasi;
mod pejabat;
mod posts;
pub mod syarat;
mod tersedia;
mod timbangan;
pub mod total;

use std::borrow::Cow;
use std::sync::Arc;

use crate::finding::without_nik;
use crate::law::linearitas::{self, Baris, Kesesuaian};
use crate::law::rentang::Rentang;
use crate::law::{Law, Tingkat};
use crate::model::jabatan::{leads_unit, name_key};
use crate::model::needs::{Needs, Post, PostId};
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::pendidikan::TingkatPendidikan;
use crate::model::plan::{AsalJarak, Jarak, Pisah, Urutan};
use crate::model::roster::Roster;
use crate::model::unit::{Unit, UnitId};
use crate::model::wilayah::KecamatanId;
use crate::place::facts::arahan::Arahan;
use crate::place::facts::kualifikasi::Kecocokan;
use crate::place::facts::pejabat::Pejabat;
pub use crate::place::facts::posts::PostFacts;
use crate::place::facts::tersedia::Tersedia;
use crate::place::rules::{self, Enforced, Rule};
use crate::settings::Settings;

use timbangan::Timbangan;

/// The facts of a run with the rules in force.
pub struct Facts<'a> {
    pub roster: &'a Roster,
    pub needs: &'a Needs,
    pub law: &'a Law,
    pub settings: &'a Settings,
    /// Every rule of the run, the region's own behind ours; a rule's place is its bit in a mask.
    pub rules: Vec<Rule<'a>>,
    /// Rules that are asked on this day, in that order.
    pub enforced: Vec<Enforced<'a>>,
    /// Those of them that are about a person and a post and may block; they are asked of every pair. What only warns is
    /// asked of the moves of the plan.
    pub pair_rules: Vec<Enforced<'a>>,
    pub rentang: &'a Rentang,
    /// What the folder gives at all.
    pub tersedia: Tersedia,
    posts: Vec<PostFacts<'a>>,
    kecocokan: Kecocokan,
    /// Husband or wife of each person, where both are in the roster.
    spouses: Vec<Option<PegawaiId>>,
    /// Units kept from one of a couple of whom both move.
    pub pisah: Vec<Pisah>,
    /// What leadership has decided.
    pub arahan: Arahan<'a>,
    /// What each post is among those of officials.
    officials: Vec<Pejabat>,
    /// The least number of holders of each post (`Facts::minimum`).
    minima: Vec<u32>,
    rotation_limit_months: i64,
    /// What the objectives weigh by.
    pub timbangan: Timbangan,
    sekitar: Arc<Sekitar>,
}

/// What the same region has in common however single facts of it are changed.
struct Sekitar {
    lines: Vec<Baris>,
    kinds: posts::Kinds,
    kualifikasi: kualifikasi::Terbaca,
    /// What each name of a jabatan makes of a post.
    sebutan: pejabat::Terbaca,
    /// Metres between any two kecamatan, so that no pair needs trigonometry.
    metres: Vec<i64>,
}

impl Sekitar {
    fn of(roster: &Roster, needs: &Needs, settings: &Settings) -> Sekitar {
        let kecamatan = (0..roster.wilayah.kecamatan.len() as u16).map(KecamatanId);
        let metres = kecamatan.clone().flat_map(|a| kecamatan.clone().map(move |b| roster.wilayah.distance_m(a, b)));
        Sekitar {
            lines: linearitas::table(&settings.linearitas),
            kinds: posts::kinds(roster),
            kualifikasi: kualifikasi::read(roster),
            sebutan: pejabat::read(needs),
            metres: metres.collect(),
        }
    }
}

impl<'a> Facts<'a> {
    pub fn new(roster: &'a Roster, needs: &'a Needs, law: &'a Law, settings: &'a Settings) -> Facts<'a> {
        let enforced = rules::enforced(law);
        let about_pairs = |entry: &&Enforced| entry.tingkat == Tingkat::Blokir && entry.rule.judge.is_about_pairs();
        let rules = rules::all(law);
        let pair_rules = enforced.iter().filter(about_pairs).copied().collect();
        let sekitar = Arc::new(Sekitar::of(roster, needs, settings));
        let data = (roster, needs, law, settings);
        let mut facts = Facts::over(data, (rules, enforced, pair_rules), sekitar, None);
        facts.timbangan = Timbangan::new(roster, needs, law, settings);
        facts.weighed().decided()
    }

    /// The same rules for other facts of one person, of the posts and units around and of the settings: all that rules
    /// can see of this person and these posts, and nothing that objectives weigh. For asking them again and again.
    pub(in crate::place) fn otherwise(
        &self,
        roster: &'a Roster,
        needs: &'a Needs,
        settings: &'a Settings,
        only: PegawaiId,
    ) -> Facts<'a> {
        let rules = (self.rules.clone(), self.enforced.clone(), self.pair_rules.clone());
        let facts = Facts::over((roster, needs, self.law, settings), rules, self.sekitar.clone(), Some(only));
        facts.decided().keeping_apart(&self.pisah)
    }

    fn over(
        (roster, needs, law, settings): (&'a Roster, &'a Needs, &'a Law, &'a Settings),
        (rules, enforced, pair_rules): (Vec<Rule<'a>>, Vec<Enforced<'a>>, Vec<Enforced<'a>>),
        sekitar: Arc<Sekitar>,
        only: Option<PegawaiId>,
    ) -> Facts<'a> {
        let (posts, names) = posts::posts(roster, needs, &sekitar.lines, &sekitar.kinds);
        Facts {
            officials: needs.posts.iter().map(|post| Pejabat::of(roster, post, &sekitar.sebutan)).collect(),
            kecocokan: Kecocokan::new(roster, only, (&posts, &names), &sekitar.lines, &sekitar.kualifikasi),
            posts,
            rentang: law.rentang(),
            tersedia: Tersedia::of(roster),
            roster,
            needs,
            law,
            settings,
            rules,
            pair_rules,
            enforced,
            sekitar,
            spouses: spouses(roster),
            pisah: Vec::new(),
            arahan: Arahan::default(),
            minima: dahulu::minima(needs),
            rotation_limit_months: law.parameter("A-102", "masa_jabatan_maks_bulan"),
            timbangan: Timbangan::default(),
        }
    }

    /// The same with these units kept from one of a couple.
    pub fn keeping_apart(mut self, pisah: &[Pisah]) -> Facts<'a> {
        self.pisah = pisah.to_vec();
        self
    }

    /// The same as if leadership had decided nothing; the published plan stays.
    pub fn without_decisions(mut self) -> Facts<'a> {
        self.arahan = self.arahan.undecided();
        self
    }

    /// The order of goals.
    pub fn urutan(&self) -> &'a Urutan {
        &self.settings.rencana.urutan
    }

    /// Whether a rule of this code blocks today.
    pub fn blocks(&self, code: &str) -> bool {
        self.enforced.iter().any(|entry| entry.rule.code == code && entry.tingkat == Tingkat::Blokir)
    }

    /// Whether a rule of this code is asked today.
    pub fn enforces(&self, code: &str) -> bool {
        self.enforced.iter().any(|entry| entry.rule.code == code)
    }

    /// Months in one unit after which rotation is due.
    pub fn rotation_limit_months(&self) -> i64 {
        self.rotation_limit_months
    }

    pub fn unit_of(&self, post: &Post) -> &'a Unit {
        self.roster.unit(post.unit)
    }

    /// Rank and qualification of a post.
    pub fn post(&self, post: PostId) -> &PostFacts<'a> {
        &self.posts[post.0 as usize]
    }

    /// How a person's education meets what the post asks for, by its own text and the table together; `None` when
    /// either is unknown.
    pub fn kualifikasi(&self, id: PegawaiId, post: PostId) -> Option<Kesesuaian> {
        self.kecocokan.pendidikan(id, post)
    }

    /// Whether a post asks for an education, by its text, by the table or as a teacher's.
    pub fn asks_education(&self, post: PostId) -> bool {
        self.kecocokan.syarat(post).is_some()
    }

    /// The level of education that a post asks for, where nothing names a field for it.
    pub fn tingkat_saja(&self, post: PostId) -> Option<TingkatPendidikan> {
        self.kecocokan.tingkat_saja(post)
    }

    /// Whether two posts ask for the same education.
    pub fn asks_the_same(&self, a: PostId, b: PostId) -> bool {
        self.kecocokan.syarat(a) == self.kecocokan.syarat(b)
    }

    /// Whether the subject of a person's certificate is that of the post; `None` when it cannot be told.
    pub fn sertifikat_covers(&self, id: PegawaiId, post: PostId) -> Option<bool> {
        self.kecocokan.sertifikat(id, post).map(|fit| fit == Kesesuaian::Linear)
    }

    /// How a person fits a post (domain §1.5): a teacher by the subject of the certificate, who has none by the
    /// education. A certificate whose subject is not written, or cannot be held against the post, leaves the education
    /// to tell.
    pub fn linearitas(&self, id: PegawaiId, post: PostId) -> Option<(Bukti, Kesesuaian)> {
        let certified = self.kecocokan.sertifikat(id, post).filter(|_| self.post(post).guru);
        let by_certificate = certified.map(|fit| (Bukti::Sertifikat, fit));
        by_certificate.or_else(|| self.kualifikasi(id, post).map(|fit| (Bukti::Pendidikan, fit)))
    }

    /// Distance of a move: from home where the kecamatan of the home is known, else from the old unit.
    /// `None` when neither coordinates nor kecamatan of both ends are known.
    pub fn jarak(&self, pegawai: &Pegawai, from: &Post, to: &Post) -> Option<Jarak> {
        self.jarak_from(pegawai.domisili, from.unit, to.unit)
    }

    /// The same of anybody who lives in this kecamatan and goes from one unit to another.
    pub fn jarak_from(&self, domisili: Option<KecamatanId>, from: UnitId, to: UnitId) -> Option<Jarak> {
        let (from, to) = (self.roster.unit(from), self.roster.unit(to));
        // A home is known by its kecamatan only, so the ways from there are counted between seats of kecamatan.
        if let Some(home) = domisili {
            let (old, new) = (from.kecamatan?, to.kecamatan?);
            let (lama_m, baru_m) = (self.metres_between(home, old), self.metres_between(home, new));
            return Some(Jarak { asal: AsalJarak::Domisili, lama_m, baru_m });
        }
        let baru_m = match (from.koordinat, to.koordinat) {
            (Some(old), Some(new)) => old.distance_m(new),
            (Some(_) | None, Some(_) | None) => self.metres_between(from.kecamatan?, to.kecamatan?),
        };
        Some(Jarak { asal: AsalJarak::UnitLama, lama_m: 0, baru_m })
    }

    /// Metres between the seats of two kecamatan.
    pub fn metres_between(&self, a: KecamatanId, b: KecamatanId) -> i64 {
        self.sekitar.metres[usize::from(a.0) * self.roster.wilayah.kecamatan.len() + usize::from(b.0)]
    }

    /// Husband or wife of a person, where both are in the roster; told on either's row.
    pub fn spouse(&self, id: PegawaiId) -> Option<&'a Pegawai> {
        Some(self.roster.pegawai(self.spouse_id(id)?))
    }

    /// The same by number.
    pub fn spouse_id(&self, id: PegawaiId) -> Option<PegawaiId> {
        self.spouses[id.0 as usize]
    }

    /// The unit in which a person's husband or wife works, and those kept from the person because the plan brings the
    /// other one there.
    pub fn units_of_spouse(&self, id: PegawaiId) -> Vec<UnitId> {
        let Some(spouse) = self.spouse(id) else { return Vec::new() };
        let own = self.roster.pegawai(id).nip;
        let kept = self.pisah.iter().filter(|pisah| pisah.nip == own).map(|pisah| pisah.unit);
        std::iter::once(spouse.unit).chain(kept.filter(|unit| *unit != spouse.unit)).collect()
    }

    /// Whether the rule of this code keeps a unit from a person because the plan brings husband or wife there.
    pub fn keeps_apart(&self, id: PegawaiId, unit: UnitId, code: &str) -> bool {
        let own = |pisah: &Pisah| pisah.nip == self.roster.pegawai(id).nip && pisah.unit == unit && pisah.code == code;
        self.pisah.iter().any(own) && self.spouse(id).is_some()
    }

    /// Whether a person leads a unit: by a duty held today, or in the post to go to.
    pub fn leads(&self, id: PegawaiId, to: Option<PostId>) -> bool {
        self.roster.pegawai(id).leads_unit() || to.is_some_and(|to| leads_unit(&self.needs.post(to).jabatan))
    }

    /// The name of the unit, or of the OPD above it, in which one of these words stands; `Err` holds the OPD where none
    /// does.
    pub fn stands_at(&self, unit: UnitId, words: &[&str]) -> Result<&'a str, &'a str> {
        let unit = self.roster.unit(unit);
        let named = |nama: &&str| {
            let key = name_key(nama);
            words.iter().any(|word| key.contains(word))
        };
        let opd: &'a str = unit.opd();
        [&*unit.nama, opd].into_iter().find(named).ok_or(opd)
    }

    /// Whether a post is that of an official: structural, or at the head of a unit (domain R33).
    pub fn is_official(&self, post: PostId) -> bool {
        self.officials[post.0 as usize] != Pejabat::Bukan
    }

    /// Whether a post is structural.
    pub fn is_structural(&self, post: PostId) -> bool {
        self.officials[post.0 as usize] == Pejabat::Struktural
    }

    /// The post that a movable person holds.
    pub fn home(&self, id: PegawaiId) -> PostId {
        self.needs.post_of[id.0 as usize].expect("movable people hold a known post")
    }

    /// The question about a person alone.
    pub fn person(&self, id: PegawaiId, words: bool) -> Person<'_> {
        let post = self.needs.post_of[id.0 as usize].map(|post| self.needs.post(post));
        Person { facts: self, id, pegawai: self.roster.pegawai(id), post, say: Say(words) }
    }

    /// The question about a person who holds a known post, and another post.
    pub fn pair(&self, id: PegawaiId, from: PostId, to: PostId, words: bool) -> Pair<'_> {
        Pair {
            facts: self,
            id,
            pegawai: self.roster.pegawai(id),
            from_id: from,
            from: self.needs.post(from),
            to_id: to,
            to: self.needs.post(to),
            say: Say(words),
        }
    }
}

/// What a fit is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bukti {
    Sertifikat,
    Pendidikan,
}

/// A question about a person.
pub struct Person<'a> {
    pub facts: &'a Facts<'a>,
    pub id: PegawaiId,
    pub pegawai: &'a Pegawai,
    /// The post held, where it is a known one.
    pub post: Option<&'a Post>,
    pub say: Say,
}

/// A question about a person and a post to go to.
pub struct Pair<'a> {
    pub facts: &'a Facts<'a>,
    pub id: PegawaiId,
    pub pegawai: &'a Pegawai,
    pub from_id: PostId,
    pub from: &'a Post,
    pub to_id: PostId,
    pub to: &'a Post,
    pub say: Say,
}

impl<'a> Pair<'a> {
    /// Rank and qualification of the post held.
    pub fn old_post(&self) -> &'a PostFacts<'a> {
        self.facts.post(self.from_id)
    }

    /// Rank and qualification of the post to go to.
    pub fn new_post(&self) -> &'a PostFacts<'a> {
        self.facts.post(self.to_id)
    }

    /// Whether the jabatan keeps its name.
    pub fn same_name(&self) -> bool {
        self.old_post().nama == self.new_post().nama
    }
}

/// Whether sentences are wanted. Millions of pairs are judged without; the few that are shown are judged again with.
#[derive(Clone, Copy, Debug)]
pub struct Say(pub bool);

impl Say {
    /// The sentence, made only when wanted, without any NIK.
    pub fn words(self, sentence: impl FnOnce() -> String) -> String {
        if !self.0 {
            return String::new();
        }
        let said = sentence();
        match without_nik(&said) {
            Cow::Borrowed(_) => said,
            Cow::Owned(shown) => shown,
        }
    }
}

/// Who is married to whom, from the numbers that either's row tells. The roster is in NIP order.
fn spouses(roster: &Roster) -> Vec<Option<PegawaiId>> {
    let mut found = vec![None; roster.pegawai.len()];
    for (at, pegawai) in roster.pegawai.iter().enumerate() {
        let Some(nip) = pegawai.nip_pasangan else { continue };
        let Ok(spouse) = roster.pegawai.binary_search_by_key(&nip, |other| other.nip) else { continue };
        found[at] = Some(PegawaiId(spouse as u32));
        let back = &mut found[spouse];
        *back = back.or(Some(PegawaiId(at as u32)));
    }
    found
}
