//! Everything a rule or an objective may look at, and the questions put to them.

use std::collections::BTreeMap;

use crate::law::linearitas::{self, Kesesuaian};
use crate::law::{Law, Tingkat};
use crate::model::jabatan::name_key;
use crate::model::needs::{Needs, Post, PostId};
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::plan::{AsalJarak, Jarak};
use crate::model::roster::Roster;
use crate::model::unit::{JenisUnit, Unit};
use crate::model::wilayah::KecamatanId;
use crate::place::demand::Demands;
use crate::place::marks::{Fact, Mark, Marks};
use crate::place::objectives::{self, Objective, jarak, linearitas as pendidikan};
use crate::place::rules::{self, Enforced, Judge};
use crate::settings::Settings;

/// The facts of a run with the rules in force.
pub struct Facts<'a> {
    pub roster: &'a Roster,
    pub needs: &'a Needs,
    pub law: &'a Law,
    pub settings: &'a Settings,
    /// Rules that are asked on this day, in registry order.
    pub enforced: Vec<Enforced>,
    /// Those of them that are about a person and a post; they are asked of every pair.
    pub pair_rules: Vec<Enforced>,
    /// What is known of each person as numbers, with the median of the colleagues in every gap.
    pub marks: Marks,
    pub demands: Demands,
    /// The objectives this folder has data for, in registry order; the others judge nobody.
    pub objectives: Vec<&'static Objective>,
    fits: Fits,
    /// Points of a way that cannot be measured, by group of posts: the median of those that can.
    usual_way: Vec<Option<(i64, u32)>>,
    /// Points of education where the field of study is not known, by group, old line and new line of the table.
    usual_fit: BTreeMap<(u32, u32, u32), (i64, u32)>,
    most_penguatan: i64,
    jpm_line: i64,
    group_of_person: Vec<u32>,
    group_of_post: Vec<u32>,
    rotation_limit_months: i64,
    /// Metres between any two kecamatan, so that no pair needs trigonometry.
    metres: Vec<i64>,
}

/// Education fits, looked up once for each line of the table and each distinct field of study.
struct Fits {
    line_of_post: Vec<Option<u32>>,
    field_of_person: Vec<Option<u32>>,
    fields: usize,
    table: Vec<Kesesuaian>,
}

/// People and posts by jabatan: who is whose colleague.
fn groups(roster: &Roster, needs: &Needs) -> (Vec<u32>, Vec<u32>) {
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    let mut number = |jabatan: &str| {
        let next = known.len() as u32;
        *known.entry(name_key(jabatan)).or_insert(next)
    };
    let of_post: Vec<u32> = needs.posts.iter().map(|post| number(&post.jabatan)).collect();
    let of_person = roster.pegawai.iter().zip(&needs.post_of).map(|(pegawai, post)| match post {
        Some(post) => of_post[post.0 as usize],
        None => number(&pegawai.jabatan.nama),
    });
    (of_person.collect(), of_post)
}

impl<'a> Facts<'a> {
    pub fn new(roster: &'a Roster, needs: &'a Needs, law: &'a Law, settings: &'a Settings) -> Facts<'a> {
        let enforced = rules::enforced(law);
        let about_pairs = |entry: &&Enforced| matches!(entry.rule.judge, Judge::Pair(_));
        let kecamatan = (0..roster.wilayah.kecamatan.len() as u16).map(KecamatanId);
        let metres = kecamatan.clone().flat_map(|a| kecamatan.clone().map(move |b| roster.wilayah.distance_m(a, b)));
        let (group_of_person, group_of_post) = groups(roster, needs);
        let demands = Demands::new(roster, needs, settings, &group_of_person, &group_of_post);
        let mut facts = Facts {
            marks: Marks::new(roster, settings, &group_of_person),
            most_penguatan: demands.most_penguatan(),
            demands,
            jpm_line: law.angka("jpm_memenuhi_syarat").nilai,
            objectives: Vec::new(),
            usual_way: Vec::new(),
            usual_fit: BTreeMap::new(),
            group_of_person,
            group_of_post,
            roster,
            needs,
            law,
            settings,
            pair_rules: enforced.iter().filter(about_pairs).copied().collect(),
            enforced,
            metres: metres.collect(),
            fits: Fits::new(roster, needs),
            rotation_limit_months: law.parameter("A-102", "masa_jabatan_maks_bulan"),
        };
        facts.usual_way = jarak::usual(&facts);
        facts.usual_fit = pendidikan::usual(&facts);
        facts.objectives = objectives::with_data(&facts);
        facts
    }

    /// The most a move can strengthen, in percent.
    pub fn most_penguatan(&self) -> i64 {
        self.most_penguatan
    }

    /// JPM from which competence meets what a post demands, in percent.
    pub fn jpm_line(&self) -> i64 {
        self.jpm_line
    }

    /// The group of posts of a person's jabatan.
    pub fn group_of_person(&self, id: PegawaiId) -> u32 {
        self.group_of_person[id.0 as usize]
    }

    pub fn group_of_post(&self, post: PostId) -> u32 {
        self.group_of_post[post.0 as usize]
    }

    /// Points of a way of this person that cannot be measured, and of how many ways they are the middle.
    pub fn usual_way(&self, id: PegawaiId) -> Option<(i64, u32)> {
        self.usual_way.get(self.group_of_person(id) as usize).copied().flatten()
    }

    /// Points of education between two posts where the field is not known, and of how many colleagues they are the middle.
    pub fn usual_fit(&self, from: PostId, to: PostId) -> Option<(i64, u32)> {
        let key = (self.group_of_post(from), self.line(from)?, self.line(to)?);
        self.usual_fit.get(&key).copied()
    }

    /// The line of the table of fields that a post falls under.
    pub fn line(&self, post: PostId) -> Option<u32> {
        self.fits.line_of_post[post.0 as usize]
    }

    /// The field of study of a person, as a number of the run.
    pub fn field(&self, id: PegawaiId) -> Option<u32> {
        self.fits.field_of_person[id.0 as usize]
    }

    /// How a field of study fits a line of the table.
    pub fn fit_of(&self, line: u32, field: u32) -> Kesesuaian {
        self.fits.table[line as usize * self.fits.fields + field as usize]
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

    /// How a person's education fits a post; `None` when the field is unknown or the table does not know the jabatan.
    pub fn fit(&self, id: PegawaiId, post: PostId) -> Option<Kesesuaian> {
        Some(self.fit_of(self.line(post)?, self.field(id)?))
    }

    /// Distance of a move: from home where the kecamatan of the home is known, else from the old unit.
    /// `None` when neither coordinates nor kecamatan of both ends are known.
    pub fn jarak(&self, pegawai: &Pegawai, from: &Post, to: &Post) -> Option<Jarak> {
        let (from, to) = (self.unit_of(from), self.unit_of(to));
        // A home is known by its kecamatan only, so the ways from there are counted between seats of kecamatan.
        if let Some(home) = pegawai.domisili {
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
        self.metres[usize::from(a.0) * self.roster.wilayah.kecamatan.len() + usize::from(b.0)]
    }

    /// The question about a person alone.
    pub fn person(&self, id: PegawaiId, words: bool) -> Person<'_> {
        let post = self.needs.post_of[id.0 as usize].map(|post| self.needs.post(post));
        Person { facts: self, pegawai: self.roster.pegawai(id), post, say: Say(words) }
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

/// A question about a person.
pub struct Person<'a> {
    pub facts: &'a Facts<'a>,
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

impl Pair<'_> {
    pub fn mark(&self, fact: Fact) -> Mark {
        self.facts.marks.of(self.id, fact)
    }

    /// How much the move brings a person's strength to where it is wanted, in percent: 100 for a short post to go to,
    /// less 100 for a short post to leave, and the difference of the strategic weights.
    pub fn penguatan(&self) -> i64 {
        let strength = |post: PostId| {
            let demand = self.facts.demands.of(post);
            100 * i64::from(demand.short) + demand.strategis
        };
        strength(self.to_id) - strength(self.from_id)
    }

    /// Both sides of [`Pair::penguatan`].
    pub fn penguatan_in_words(&self) -> String {
        let (from, to) = (self.facts.demands.of(self.from_id), self.facts.demands.of(self.to_id));
        let units = match (from.short, to.short) {
            (true, true) => "unit asal dan tujuan kekurangan",
            (false, true) => "unit tujuan kekurangan",
            (true, false) => "unit asal kekurangan",
            (false, false) => "unit asal dan tujuan tidak kekurangan",
        };
        match from.strategis == to.strategis {
            true => units.to_string(),
            false => format!("{units}; bobot strategis jabatan lama {}, baru {}", from.strategis, to.strategis),
        }
    }
}

/// Whether sentences are wanted. Millions of pairs are judged without; the few that are shown are judged again with.
#[derive(Clone, Copy, Debug)]
pub struct Say(pub bool);

impl Say {
    /// The sentence, made only when wanted.
    pub fn words(self, sentence: impl FnOnce() -> String) -> String {
        if self.0 { sentence() } else { String::new() }
    }
}

impl Fits {
    fn new(roster: &Roster, needs: &Needs) -> Fits {
        let lines = linearitas::table();
        let mut known: BTreeMap<(String, JenisUnit), Option<u32>> = BTreeMap::new();
        let line_of_post = needs.posts.iter().map(|post| {
            let jenis = roster.unit(post.unit).jenis;
            let find = || lines.iter().position(|line| line.covers(&post.jabatan, jenis)).map(|line| line as u32);
            *known.entry((name_key(&post.jabatan), jenis)).or_insert_with(find)
        });
        let line_of_post = line_of_post.collect();
        let mut names: BTreeMap<&str, u32> = BTreeMap::new();
        let field_of_person = roster.pegawai.iter().map(|pegawai| {
            let jurusan = pegawai.pendidikan.as_ref()?.jurusan.as_deref()?;
            let next = names.len() as u32;
            Some(*names.entry(jurusan).or_insert(next))
        });
        let field_of_person = field_of_person.collect();
        let mut order: Vec<(u32, &str)> = names.iter().map(|(name, index)| (*index, *name)).collect();
        order.sort_unstable();
        let judged = |line: &linearitas::Baris| order.iter().map(|(_, name)| line.judge(name)).collect::<Vec<_>>();
        Fits { line_of_post, field_of_person, fields: order.len(), table: lines.iter().flat_map(judged).collect() }
    }
}
