//! Answers to *why*: about a person, a unit or a rule of a month, from the very data and plan of a run.

mod baris;
mod bukti;
mod cari;

use std::collections::BTreeMap;
use std::path::Path;

use crate::finding::{Finding, Place, Severity};
use crate::law::Law;
use crate::model::jabatan::name_key;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::RuleTally;
use crate::model::telaah::{Kasus, Putusan, Telaah};
use crate::model::unit::UnitId;
use crate::pipeline::{Exit, Observer, Options, Outcome, RunError, consider};
use crate::place::rules::{CONTOH_PADA, RULES};
use crate::place::telaah::{self, Dasar};

pub use baris::{Dihitung, TakTerpakai};
pub use bukti::Bukti;
use cari::Found;

/// So many codes are offered for one that is not known.
const MOST_CODES: usize = 5;
/// So many cases of this run are told of a rule.
const MOST_CASES: usize = 3;

/// What is asked. One of `tentang` and `aturan` is given.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question<'a> {
    /// An NIP, a name, a unit or its kode.
    pub tentang: Option<&'a str>,
    /// Code of a rule.
    pub aturan: Option<&'a str>,
    /// The unit to ask the rules about in place of the plan's.
    pub ke: Option<&'a str>,
    /// The jabatan there, where it is not the person's own.
    pub jabatan: Option<&'a str>,
}

/// What there is to say.
pub enum Answer {
    Pegawai(Box<AboutPegawai>),
    Unit(AboutUnit),
    Aturan(Box<AboutAturan>),
    /// Rows of this person that could not be used, with what was found in them.
    TakTerpakai(Vec<TakTerpakai>),
    /// Nothing or several by that name: what is wrong, and what may be meant.
    Unclear {
        problem: String,
        offers: Vec<String>,
    },
}

/// A person and everything the rules say.
pub struct AboutPegawai {
    pub id: PegawaiId,
    /// Whether the question named the post the rules are asked about.
    pub asked: bool,
    /// What the plan decides, why, and what another place would cost.
    pub putusan: Putusan,
    /// What was found in the person's rows and should be mended or looked at.
    pub temuan: Vec<Finding>,
    pub aturan: Vec<(Telaah, Vec<Bukti>)>,
}

/// A unit; all that there is to say of its posts stands in the plan.
pub struct AboutUnit {
    pub id: UnitId,
}

/// A rule as it held in this run.
pub struct AboutAturan {
    pub tally: RuleTally,
    /// The numbers that the cases were made for, where others hold in this run: `masa_jabatan_min_bulan = 24`.
    pub contoh_untuk: Option<String>,
    /// Answer and sentence of cases on either side of its line.
    pub contoh: Vec<(&'static str, &'static str)>,
    /// Cases of this run in which it bit.
    pub kasus: Vec<Kasus>,
}

/// Reads and plans as a run does, writes nothing, and answers.
pub fn explain(
    root: &Path,
    options: Options,
    question: Question<'_>,
    observer: &dyn Observer,
) -> Result<(Outcome, Answer), RunError> {
    let outcome = consider(root, options, observer)?;
    let answer = match (question.aturan, question.tentang) {
        _ if outcome.exit() == Exit::NothingUsed => unclear(
            "tidak ada data bulan ini yang dapat dipakai; jalankan mutasi periksa untuk melihat sebabnya".into(),
        ),
        (Some(code), _) => aturan(&outcome, code),
        (None, Some(text)) => tentang(&outcome, text, &question),
        (None, None) => unclear("sebut NIP, nama pegawai, unit, atau --aturan KODE".into()),
    };
    Ok((outcome, answer))
}

fn unclear(problem: String) -> Answer {
    Answer::Unclear { problem, offers: Vec::new() }
}

fn aturan(outcome: &Outcome, code: &str) -> Answer {
    let code = code.trim().to_uppercase();
    let Some(tally) = outcome.plan.rules.iter().find(|tally| tally.code == code) else {
        let all = outcome.plan.rules.iter();
        let mut near: Vec<_> = all.map(|tally| (strsim::damerau_levenshtein(tally.code, &code), tally)).collect();
        near.sort_by_key(|(apart, tally)| (*apart, tally.code));
        let offers = near.iter().take(MOST_CODES).map(|(_, tally)| format!("{}  {}", tally.code, tally.title));
        let problem = format!("aturan “{code}” tidak dikenal; semua kode ada di lembar Aturan");
        return Answer::Unclear { problem, offers: offers.collect() };
    };
    let rule = RULES.iter().find(|rule| rule.code == tally.code);
    let contoh = rule.iter().flat_map(|rule| rule.examples).map(|case| (case.answer.label(), case.sentence));
    let kasus = telaah::contoh(dasar(outcome), &outcome.plan, &code, MOST_CASES);
    let contoh_untuk = made_for_other_numbers(&outcome.law, tally.code);
    let contoh = contoh.collect();
    Answer::Aturan(Box::new(AboutAturan { tally: tally.clone(), contoh_untuk, contoh, kasus }))
}

/// The numbers of a rule's cases, where the law of the run has others.
fn made_for_other_numbers(law: &Law, code: &str) -> Option<String> {
    if !RULES.iter().any(|rule| rule.code == code) {
        return None;
    }
    let pack = Law::at(CONTOH_PADA, &BTreeMap::new());
    let (own, made) = (&law.rule(code).parameter, &pack.rule(code).parameter);
    let numbers = made.iter().filter(|(key, value)| own.get(*key) != Some(value));
    let numbers = numbers.map(|(key, value)| format!("{key} = {value}"));
    let tables = law.diubah().iter().filter(|changed| changed.aturan == Some(code));
    let all: Vec<String> = numbers.chain(tables.map(|own| format!("{} = {}", own.kunci, own.bawaan))).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

fn tentang(outcome: &Outcome, text: &str, question: &Question<'_>) -> Answer {
    match cari::anything(outcome, text) {
        Found::Pegawai(id) => match post(outcome, id, question) {
            Ok(to) => Answer::Pegawai(Box::new(pegawai(outcome, id, to))),
            Err(answer) => answer,
        },
        Found::Unit(id) => Answer::Unit(AboutUnit { id }),
        Found::TakTerpakai(rows) => Answer::TakTerpakai(rows.iter().map(|row| baris::told(outcome, row)).collect()),
        Found::Unclear { problem, offers } => Answer::Unclear { problem, offers },
    }
}

/// The post that the question names, if it names one.
fn post(outcome: &Outcome, id: PegawaiId, question: &Question<'_>) -> Result<Option<PostId>, Answer> {
    let needs = &outcome.needs;
    let pegawai = outcome.roster.pegawai(id);
    let unit = match (question.ke, question.jabatan) {
        (None, None) => return Ok(None),
        (None, Some(_)) => pegawai.unit,
        (Some(text), _) => match cari::unit(outcome, text) {
            Found::Unit(unit) => unit,
            Found::Unclear { problem, offers } => return Err(Answer::Unclear { problem, offers }),
            Found::Pegawai(_) | Found::TakTerpakai(_) => return Err(unclear(format!("“{text}” bukan nama unit"))),
        },
    };
    let own = needs.post_of[id.0 as usize].map(|post| needs.post(post));
    let named = question.jabatan.map(str::to_string);
    let own_name = own.map_or(&*pegawai.jabatan.nama, |post| &*post.jabatan);
    let wanted = name_key(&named.unwrap_or_else(|| own_name.to_string()));
    if own.is_some_and(|own| own.unit == unit && name_key(&own.jabatan) == wanted) {
        let nama = &outcome.roster.unit(unit).nama;
        return Err(unclear(format!("pegawai ini sudah bertugas di {nama} dengan jabatan itu; sebut unit lain")));
    }
    let here = || needs.post_ids().filter(|post| needs.post(*post).unit == unit);
    let fits = |post: &PostId| {
        let post = needs.post(*post);
        name_key(&post.jabatan) == wanted || name_key(&post.jabatan_label()) == wanted
    };
    let jenjang = |post: &PostId| needs.post(*post).jenjang.is_some_and(|own| pegawai.jabatan.jenjang != Some(own));
    here().filter(fits).min_by_key(|post| (jenjang(post), *post)).map(Some).ok_or_else(|| {
        let nama = &outcome.roster.unit(unit).nama;
        let problem =
            format!("{nama} tidak mempunyai jabatan itu dalam data kebutuhan; sebut salah satu dengan --jabatan");
        Answer::Unclear { problem, offers: here().map(|post| needs.post(post).jabatan_label()).collect() }
    })
}

fn dasar(outcome: &Outcome) -> Dasar<'_> {
    let Outcome { roster, needs, law, settings, plan, .. } = outcome;
    Dasar { roster, needs, law, settings, pisah: &plan.pisah }
}

fn pegawai(outcome: &Outcome, id: PegawaiId, named: Option<PostId>) -> AboutPegawai {
    let penjelas = telaah::Penjelas::new(dasar(outcome), &outcome.plan);
    let putusan = penjelas.putusan(id, named);
    let mut all = penjelas.telaah(id, putusan.tujuan);
    let step = outcome.plan.moves.iter().find(|step| step.pegawai == id && Some(step.to) == putusan.tujuan);
    step.into_iter().for_each(|step| telaah::as_planned(&mut all, step));
    let rows = outcome.tables.rows_of(&outcome.roster.pegawai(id).nip, &outcome.roster.pegawai(id).place);
    let with_cells = |telaah: Telaah| {
        let bukti = telaah.fakta.iter().flat_map(|fakta| bukti::of(outcome, &rows, *fakta)).collect();
        (telaah, bukti)
    };
    let in_row = |finding: &&Finding| {
        let row = |place: &Place| (place.file.clone(), place.sheet.clone(), place.cell.map(|cell| cell.row));
        let grave = matches!(finding.severity(), Severity::Galat | Severity::Peringatan);
        grave && rows.iter().any(|place| row(place) == row(&finding.place))
    };
    AboutPegawai {
        id,
        asked: named.is_some(),
        putusan,
        temuan: outcome.findings.iter().filter(in_row).cloned().collect(),
        aturan: all.into_iter().map(with_cells).collect(),
    }
}
