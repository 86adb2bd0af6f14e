//! What is told of merged rows: every contradiction (D-320), and compactly what was filled in (D-321) and which lists
//! overlap (D-322).

use std::collections::BTreeMap;

use super::order::{name, reason, same_rank};
use crate::check::draft::{PegawaiDraft, TabelDraft};
use crate::finding::{Finding, Place, Subjek, catalogue};
use crate::model::angka::ribuan;
use crate::model::bentuk::Bentuk;

/// What the fact is called that decides who is where.
pub(super) const UNIT_KERJA: &str = "unit kerja";

/// What a row says of one fact.
pub(super) struct Said {
    pub tabel: usize,
    pub place: Place,
    /// The value in words.
    pub shown: String,
}

/// What becomes of someone of whom two rows of one rank name different units.
pub const UNSURE: &str = "unitnya belum pasti: orang ini dihitung mungkin bertugas di keduanya dan tidak dipindahkan";

/// Facts in which a row differs from another that counts.
struct Differing {
    subject: Option<Subjek>,
    /// The row's table, and that of the row that counts: a person has one row in each.
    tables: (usize, usize),
    /// What the fact is called, what the row says, what counts.
    facts: Vec<(String, Said, Said)>,
}

/// How often something happened, and the first example of it.
type Tally = (usize, String);

/// Notes of all merges of a run.
#[derive(Default)]
pub struct Notes {
    /// Persons by the table that counts and another that has them too.
    together: BTreeMap<(usize, usize), usize>,
    /// By the table that lacked the fact, the table that gave it, and what it is called.
    filled: BTreeMap<(usize, usize, String), Tally>,
    differing: Vec<Differing>,
    /// Where the present person's begin in `differing`.
    own: usize,
}

impl Notes {
    /// Another person's rows, the one that counts first in front.
    pub(super) fn begin(&mut self, rows: &[&PegawaiDraft]) {
        self.own = self.differing.len();
        for row in &rows[1..] {
            *self.together.entry((rows[0].tabel, row.tabel)).or_default() += 1;
        }
    }

    pub(super) fn filled(&mut self, lead: &PegawaiDraft, fact: &str, by: Said) {
        let key = (lead.tabel, by.tabel, fact.to_string());
        let example = || {
            let cell = by.place.cell.map_or(String::new(), |cell| format!(" ({cell})"));
            let whom = lead.subject().map_or(String::new(), |subject| format!(" untuk {subject}"));
            (0, format!("{}{cell}{whom}", by.shown))
        };
        self.filled.entry(key).or_insert_with(example).0 += 1;
    }

    /// `other` says something else than what counts. Facts of one pair of rows come together.
    pub(super) fn differs(&mut self, lead: &PegawaiDraft, fact: &str, other: Said, counts: Said) {
        let tables = (other.tabel, counts.tabel);
        let told = self.differing[self.own..].iter_mut().find(|told| told.tables == tables);
        let fact = (fact.to_string(), other, counts);
        match told {
            Some(told) => told.facts.push(fact),
            None => self.differing.push(Differing { subject: lead.subject(), tables, facts: vec![fact] }),
        }
    }

    /// Everything noted, as findings.
    pub fn into_findings(self, tabel: &[TabelDraft]) -> Vec<Finding> {
        let differing = self.differing.into_iter().map(|told| told.into_finding(tabel));
        let together = self
            .together
            .iter()
            .enumerate()
            .map(|(at, (&(lead, other), &count))| together(&tabel[lead], &tabel[other], count, at == 0));
        let filled = self.filled.iter();
        let filled = filled.map(|((lead, by, fact), tally)| filled_in(&tabel[*lead], &tabel[*by], fact, tally));
        differing.chain(together).chain(filled).collect()
    }
}

impl Differing {
    /// D-320, at the first cell that does not count.
    fn into_finding(self, tabel: &[TabelDraft]) -> Finding {
        let (here, there) = (&tabel[self.tables.0], &tabel[self.tables.1]);
        let at = |place: &Place| place.cell.map_or(String::new(), |cell| format!(" ({cell})"));
        let part = |(fact, other, counts): &(String, Said, Said)| {
            format!("{fact} {}{} di sini, {}{} di sana", other.shown, at(&other.place), counts.shown, at(&counts.place))
        };
        let parts: Vec<String> = self.facts.iter().map(part).collect();
        let winner = name(&there.sheet, &here.sheet);
        let unsure = same_rank(here, there) && self.facts.iter().any(|(fact, ..)| fact == UNIT_KERJA);
        let outcome = if unsure {
            format!("kedua lembar sederajat, jadi {UNSURE}")
        } else {
            format!("yang dipakai {winner} karena {}", reason(there, here))
        };
        let problem = format!("berbeda dengan {winner}: {}; {outcome}", parts.join("; "));
        let (_, first, _) = &self.facts[0];
        let finding = Finding::new(&catalogue::ISI_BERBEDA, first.place.clone(), first.shown.as_str(), problem);
        Finding { subject: self.subject, ..finding }
    }
}

/// D-322, at the sheet that gives way. The whole order is told with the first of them only.
fn together(lead: &TabelDraft, other: &TabelDraft, count: usize, first: bool) -> Finding {
    let order = if first { format!(" (urutannya: {})", Bentuk::urutan()) } else { String::new() };
    let problem = format!(
        "{} orang juga ada di {}; barisnya digabung, dan isian di sana didahulukan karena {}{order}",
        ribuan(count as i64),
        name(&lead.sheet, &other.sheet),
        reason(lead, other)
    );
    Finding::new(&catalogue::ORANG_DIGABUNG, other.sheet.clone(), "", problem)
}

/// D-321, at the sheet that lacked the fact.
fn filled_in(lead: &TabelDraft, by: &TabelDraft, fact: &str, (count, example): &Tally) -> Finding {
    let problem = format!(
        "{fact} {} orang tidak ada atau tidak terbaca di sini, diambil dari {}; misalnya {example}",
        ribuan(*count as i64),
        name(&by.sheet, &lead.sheet)
    );
    Finding::new(&catalogue::ISI_DILENGKAPI, lead.sheet.clone(), "", problem)
}
