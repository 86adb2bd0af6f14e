//! The rules about placements: one file each, and one line here. A region's own rules stand behind them (`daerah`).

pub mod daerah;

use jiff::civil::Date;

use crate::law::daerah::{AturanDaerah, KODE};
use crate::law::{Law, Tingkat};
use crate::model::formasi::Formasi;
use crate::model::jabatan::{Jabatan, JenisJabatan};
use crate::model::needs::{Needs, Post, PostId};
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::plan::RuleNote;
use crate::model::roster::Roster;
use crate::model::telaah::{Akibat, Nilai};
use crate::model::unit::UnitId;
use crate::place::facts::{Facts, Pair, Person, Say};
use crate::place::scope::Scope;
use crate::settings::Settings;

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

/// What a rule answers. Missing facts are an answer of their own: nothing is decided without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Terpenuhi,
    /// Met, but someone should look.
    TerpenuhiDenganCatatan,
    TidakTerpenuhi,
    /// Not met, and a move would mend it: speaks for moving, whatever the severity.
    MutasiDianjurkan,
    /// A fact is missing that must be known before anybody moves.
    TidakDapatDinilai,
    /// A fact is missing without which a move may be decided all the same, after a look.
    TidakDinilaiDenganCatatan,
    /// The folder does not give the facts, or nobody laid them down: that is said, and nothing follows.
    TidakDinilai,
}

impl Answer {
    /// The answer in a word.
    pub fn label(self) -> &'static str {
        match self {
            Answer::Terpenuhi => "terpenuhi",
            Answer::TerpenuhiDenganCatatan => "terpenuhi dengan catatan",
            Answer::TidakTerpenuhi => "tidak terpenuhi",
            Answer::MutasiDianjurkan => "mutasi dianjurkan",
            Answer::TidakDapatDinilai | Answer::TidakDinilaiDenganCatatan | Answer::TidakDinilai => {
                "tidak dapat dinilai"
            }
        }
    }

    /// Whether the rule is met, whatever follows from it.
    pub fn nilai(self) -> Nilai {
        match self {
            Answer::Terpenuhi | Answer::TerpenuhiDenganCatatan => Nilai::Terpenuhi,
            Answer::TidakTerpenuhi | Answer::MutasiDianjurkan => Nilai::TidakTerpenuhi,
            Answer::TidakDapatDinilai | Answer::TidakDinilaiDenganCatatan | Answer::TidakDinilai => {
                Nilai::TidakDapatDinilai
            }
        }
    }
}

/// An answer with both sides of the comparison in words (empty when words were not wanted).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub answer: Answer,
    pub sentence: String,
}

impl Say {
    pub fn met(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::Terpenuhi, sentence: self.words(sentence) }
    }

    pub fn met_but(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::TerpenuhiDenganCatatan, sentence: self.words(sentence) }
    }

    pub fn unmet(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::TidakTerpenuhi, sentence: self.words(sentence) }
    }

    pub fn urged(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::MutasiDianjurkan, sentence: self.words(sentence) }
    }

    pub fn unknown(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::TidakDapatDinilai, sentence: self.words(sentence) }
    }

    pub fn unjudged_but(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::TidakDinilaiDenganCatatan, sentence: self.words(sentence) }
    }

    pub fn unjudged(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::TidakDinilai, sentence: self.words(sentence) }
    }
}

/// The day as of which the examples hold, under the pack without a folder's changes.
pub const CONTOH_PADA: Date = Date::constant(2026, 12, 1);

/// A case: a small region changed a little, and what the rule then says of the person (and the post).
pub struct Example {
    pub change: fn(&mut Scene),
    pub answer: Answer,
    pub sentence: &'static str,
}

/// The region an example changes: a person who may go from a full post to a short one.
pub struct Scene {
    pub roster: Roster,
    pub needs: Needs,
    pub settings: Settings,
    pub id: PegawaiId,
    pub from: PostId,
    pub to: PostId,
}

impl Scene {
    pub fn pegawai(&mut self) -> &mut Pegawai {
        &mut self.roster.pegawai[self.id.0 as usize]
    }

    pub fn from(&mut self) -> &mut Post {
        &mut self.needs.posts[self.from.0 as usize]
    }

    /// Writes the post as a kebutuhan workbook has it: kind of jabatan, kelas, qualification.
    pub fn state(&mut self, post: PostId, jenis: JenisJabatan, kelas_jabatan: Option<u8>, kualifikasi: Option<&str>) {
        let of = self.needs.post(post);
        let jabatan = Jabatan { nama: of.jabatan.clone(), jenjang: of.jenjang, jenis };
        let place = self.roster.unit(of.unit).place.clone();
        let kualifikasi = kualifikasi.map(str::to_string);
        let row = Formasi {
            unit: of.unit,
            jabatan,
            jenis_tertulis: true,
            kebutuhan: 1,
            riil: None,
            kelas_jabatan,
            kualifikasi,
            strategis: None,
            keahlian: Vec::new(),
            place,
        };
        self.roster.formasi.push(row);
    }

    pub fn to(&mut self) -> &mut Post {
        &mut self.needs.posts[self.to.0 as usize]
    }
}

/// A rule with the severity that holds for the run.
#[derive(Clone, Copy)]
pub struct Enforced<'a> {
    pub rule: Rule<'a>,
    pub tingkat: Tingkat,
    /// Position in [`all`].
    pub index: usize,
}

/// Every rule of a run: ours, then the region's own. A rule's place here is its bit in a [`Mask`].
pub fn all(law: &Law) -> Vec<Rule<'_>> {
    RULES.iter().map(|rule| **rule).chain(law.daerah().iter().map(daerah::rule)).collect()
}

/// The rules that are asked under this law: those not switched off.
pub fn enforced(law: &Law) -> Vec<Enforced<'_>> {
    let rules = all(law).into_iter().enumerate();
    let all = rules.map(|(index, rule)| Enforced { rule, tingkat: law.rule(rule.code).tingkat, index });
    all.filter(|entry| entry.tingkat != Tingkat::Mati).collect()
}

/// A set of rules, by their position in [`all`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mask(pub u64);

impl Mask {
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many rules are in it.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    pub fn has(self, index: usize) -> bool {
        self.0 >> index & 1 == 1
    }

    /// The positions of its rules, in order.
    pub fn indices(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let index = (left != 0).then_some(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(index)
        })
    }

    pub(super) fn union(self, other: Mask) -> Mask {
        Mask(self.0 | other.0)
    }

    /// Those that are not in the other.
    pub(super) fn without(self, other: Mask) -> Mask {
        Mask(self.0 & !other.0)
    }

    fn add(&mut self, index: usize) {
        self.0 |= 1 << index;
    }
}

/// Those of these rules that forbid what is asked about.
pub(super) fn refused_by<'a>(rules: impl IntoIterator<Item = &'a Enforced<'a>>, ask: &Pair) -> Mask {
    let mut mask = Mask::default();
    rules.into_iter().filter(|entry| entry.forbids(ask)).for_each(|entry| mask.add(entry.index));
    mask
}

impl Enforced<'_> {
    fn forbids(&self, ask: &Pair) -> bool {
        self.rule.judge.of_pair(ask).is_some_and(|verdict| self.effect(verdict.answer) == Effect::Block)
    }

    /// What people are told to follow from an answer.
    pub fn akibat(&self, answer: Answer) -> Akibat {
        match self.effect(answer) {
            Effect::None if answer == Answer::TidakDinilai => Akibat::TidakDinilai,
            Effect::Block => Akibat::Menahan,
            Effect::Note => Akibat::Catatan,
            Effect::Urge => Akibat::Dianjurkan,
            Effect::None => Akibat::TidakAda,
        }
    }

    /// What follows from an answer: the move is blocked, noted, or neither.
    fn effect(&self, answer: Answer) -> Effect {
        match (answer, self.tingkat) {
            (Answer::Terpenuhi | Answer::TidakDinilai, _) | (_, Tingkat::Mati) => Effect::None,
            (Answer::MutasiDianjurkan, _) => Effect::Urge,
            (Answer::TidakTerpenuhi | Answer::TidakDapatDinilai, Tingkat::Blokir) => Effect::Block,
            (Answer::TerpenuhiDenganCatatan | Answer::TidakDinilaiDenganCatatan, Tingkat::Blokir) => Effect::Note,
            (_, Tingkat::Peringatan | Tingkat::Info) => Effect::Note,
        }
    }
}

/// A time in which officials are not replaced without the Minister's approval.
struct Masa<'a> {
    /// Whether the day of the moves falls in it.
    terbuka: bool,
    /// That day and the time, in words.
    words: Box<dyn Fn() -> String + 'a>,
}

/// What such a time means for a person: nothing to anybody but officials, and nothing that is known where it has no date.
fn pejabat<'a>(ask: &Person, masa: Option<Masa<'a>>, tanpa_tanggal: impl FnOnce() -> Verdict) -> Verdict {
    let pegawai = ask.pegawai;
    if !pegawai.is_pejabat() {
        return ask.say.met(|| format!("{}, bukan pejabat yang penggantiannya dibatasi", pegawai.jabatan));
    }
    let Some(masa) = masa else { return tanpa_tanggal() };
    if !masa.terbuka {
        return ask.say.met(&masa.words);
    }
    let duty = || pegawai.head_of_unit().unwrap_or(&pegawai.jabatan.nama).to_string();
    let both = || format!("bertugas sebagai {}; {}", duty(), (masa.words)());
    with_approval(ask.say, ask.facts.settings.kepala_daerah.persetujuan(), both)
}

/// What is bound to the Minister's approval: let through with its number, else not.
fn with_approval(say: Say, persetujuan: Option<&str>, both: impl Fn() -> String) -> Verdict {
    match persetujuan {
        Some(nomor) => say.met_but(|| format!("{}; persetujuan Menteri Dalam Negeri {nomor}", both())),
        None => say.unmet(|| format!("{}; persetujuan tertulis Menteri Dalam Negeri belum ada", both())),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    None,
    Urge,
    Note,
    Block,
}

impl Facts<'_> {
    /// All rules that forbid a person every move, but for those that leadership waives for him or her.
    pub fn person_mask(&self, id: PegawaiId) -> Mask {
        let mask = self.raw_person_mask(id);
        mask.without(self.waived(id, None, mask))
    }

    /// The same, whatever is waived.
    pub fn raw_person_mask(&self, id: PegawaiId) -> Mask {
        let ask = self.person(id, false);
        let mut mask = Mask::default();
        for entry in &self.enforced {
            let verdict = entry.rule.judge.of_person(&ask);
            if verdict.is_some_and(|verdict| entry.effect(verdict.answer) == Effect::Block) {
                mask.add(entry.index);
            }
        }
        mask
    }

    /// All rules that forbid a person this post, beside those that forbid every move. Each is asked directly; of all
    /// pairs of a region `place/judged.rs` gives the same with far fewer questions.
    pub fn pair_mask(&self, id: PegawaiId, from: PostId, to: PostId) -> Mask {
        let mask = self.raw_pair_mask(id, from, to);
        mask.without(self.waived(id, Some(to), mask))
    }

    /// The same, whatever is waived.
    pub fn raw_pair_mask(&self, id: PegawaiId, from: PostId, to: PostId) -> Mask {
        refused_by(&self.pair_rules, &self.pair(id, from, to, false))
    }

    /// Whether no rule forbids a person this post.
    pub fn allows(&self, id: PegawaiId, from: PostId, to: PostId) -> bool {
        if self.arahan.is_lepas(id) {
            return self.pair_mask(id, from, to).is_empty();
        }
        let ask = self.pair(id, from, to, false);
        !self.pair_rules.iter().any(|entry| entry.forbids(&ask))
    }

    /// What forbids a person every move, in words.
    pub fn person_blocks(&self, id: PegawaiId) -> Vec<RuleNote> {
        let mut notes = self.person_notes(id, Effect::Block);
        notes.retain(|note| self.arahan.pengecualian(self.needs, id, note.code, None).is_none());
        notes
    }

    /// What forbids a person this post, in words, beside what forbids every move.
    pub fn pair_blocks(&self, id: PegawaiId, from: PostId, to: PostId) -> Vec<RuleNote> {
        let pair = self.pair(id, from, to, true);
        let mut notes = self.notes(|entry| entry.rule.judge.of_pair(&pair), Effect::Block);
        notes.retain(|note| self.arahan.pengecualian(self.needs, id, note.code, Some(to)).is_none());
        notes
    }

    /// What speaks for moving a person to this post, in words. Rotation is a change of unit: within one it speaks for
    /// nothing.
    pub fn urges_to(&self, id: PegawaiId, to: PostId) -> Vec<RuleNote> {
        let mut notes = self.person_notes(id, Effect::Urge);
        if self.roster.pegawai(id).unit == self.needs.post(to).unit {
            notes.retain(|note| note.code != masa_jabatan_maksimal::RULE.code);
        }
        notes
    }

    /// Codes of the rules that may block and let the move pass without having judged it, though the folder tells of what
    /// they ask. Of what it tells of nobody the sheet *Aturan* speaks, once for the run.
    pub fn unjudged(&self, id: PegawaiId, to: PostId) -> Vec<&'static str> {
        let Some(from) = self.needs.post_of[id.0 as usize] else { return Vec::new() };
        let (person, pair) = (self.person(id, false), self.pair(id, from, to, false));
        let unjudged = |entry: &&Enforced| {
            let verdict = entry.rule.judge.of_person(&person).or_else(|| entry.rule.judge.of_pair(&pair));
            verdict.is_some_and(|told| told.answer.nilai() == Nilai::TidakDapatDinilai)
        };
        let told = |entry: &&Enforced| self.tersedia.lacks(entry.rule.code).is_none();
        let blocking = self.enforced.iter().filter(|entry| entry.tingkat == Tingkat::Blokir);
        blocking.filter(told).filter(unjudged).map(|entry| entry.rule.code).collect()
    }

    fn person_notes(&self, id: PegawaiId, wanted: Effect) -> Vec<RuleNote> {
        let ask = self.person(id, true);
        self.notes(|entry| entry.rule.judge.of_person(&ask), wanted)
    }

    /// What asks for a look at a move, in words.
    pub fn warnings(&self, id: PegawaiId, from: PostId, to: PostId) -> Vec<RuleNote> {
        let (person, pair) = (self.person(id, true), self.pair(id, from, to, true));
        let verdict =
            |entry: &Enforced| entry.rule.judge.of_person(&person).or_else(|| entry.rule.judge.of_pair(&pair));
        let mut notes = self.notes(&verdict, Effect::Note);
        if self.arahan.is_lepas(id) {
            notes.extend(self.bent(id, to, self.notes(&verdict, Effect::Block)));
            notes.sort_by_key(|note| note.code);
        }
        notes
    }

    /// Rules that a move breaks because leadership waives them, with who did and why.
    fn bent(&self, id: PegawaiId, to: PostId, broken: Vec<RuleNote>) -> Vec<RuleNote> {
        let bent = |note: RuleNote| {
            let keputusan = self.arahan.pengecualian(self.needs, id, note.code, Some(to))?;
            let sentence = format!("dikecualikan oleh {}; {}", keputusan.oleh(), note.sentence);
            Some(RuleNote { sentence, ..note })
        };
        broken.into_iter().filter_map(bent).collect()
    }

    fn notes(&self, verdict: impl Fn(&Enforced) -> Option<Verdict>, wanted: Effect) -> Vec<RuleNote> {
        let note = |entry: &Enforced| {
            let verdict = verdict(entry)?;
            (entry.effect(verdict.answer) == wanted).then_some(RuleNote {
                code: entry.rule.code,
                nilai: verdict.answer.nilai(),
                sentence: verdict.sentence,
            })
        };
        self.enforced.iter().filter_map(note).collect()
    }
}

#[cfg(test)]
pub(crate) mod tests;
