//! What the terminal says when someone asks why.

mod aturan;
mod baris;
mod harga;
mod pegawai;
mod unit;

use std::fmt::Write as _;

use anstyle::Style;

use super::report::block;
use super::temuan;
use crate::PROGRAM;
use crate::finding::{Finding, Place, without_nik};
use crate::model::tanggal::tanggal_in_words;
use crate::pipeline::Outcome;
use crate::pipeline::explain::Answer;

/// Width of the labels at the left.
const LABEL: usize = 14;

/// The whole answer. `unused` names arguments that say nothing about it.
pub fn answer(outcome: &Outcome, answer: &Answer, unused: &[&str]) -> String {
    let mut out = String::new();
    let daerah = outcome.settings.daerah.full_name();
    heading(&mut out, &format!("{PROGRAM} · {daerah} · {}", outcome.roster.periode.in_words()));
    block(&mut out, "", 0, &day(outcome));
    out.push('\n');
    temuan::settings(&mut out, &outcome.findings);
    let about_a_person = matches!(answer, Answer::Pegawai(_) | Answer::Unclear { .. });
    if !unused.is_empty() && !about_a_person {
        let named = unused.join(" dan ");
        block(&mut out, "", 0, &format!("{named} tidak dipakai: hanya berlaku bila yang ditanyakan seorang pegawai."));
        out.push('\n');
    }
    match answer {
        Answer::Pegawai(about) => pegawai::shown(&mut out, outcome, about),
        Answer::Unit(about) => unit::shown(&mut out, outcome, about),
        Answer::Aturan(about) => aturan::shown(&mut out, outcome, about),
        Answer::TakTerpakai(rows) => baris::shown(&mut out, outcome, rows),
        Answer::Unclear { problem, offers } => unclear(&mut out, problem, offers),
    }
    out
}

/// As of which day the rules were asked.
fn day(outcome: &Outcome) -> String {
    let (law, efektif) = (&outcome.law, outcome.roster.tanggal_efektif);
    let other = format!("; usia dan masa jabatan dihitung sampai {}", tanggal_in_words(efektif));
    let other = if law.tanggal == efektif { String::new() } else { other };
    let younger = law.younger_in_words().map(|told| format!("; {told}")).unwrap_or_default();
    format!("Aturan yang dipakai: yang berlaku {}{other}{younger}", tanggal_in_words(law.tanggal))
}

/// What is not there or not certain, and what may be meant.
fn unclear(out: &mut String, problem: &str, offers: &[String]) {
    // What was asked may itself be a NIK.
    block(out, "", 0, &format!("{}.", first_upper(&without_nik(problem))));
    if !offers.is_empty() {
        let _ = writeln!(out, "\nMungkin maksud Anda:");
        offers.iter().for_each(|offer| block(out, "  ", 4, &without_nik(offer)));
    }
}

/// Findings under each other.
fn temuan(out: &mut String, outcome: &Outcome, all: &[Finding]) {
    for finding in all {
        block(out, &format!("{:7}", finding.kode.code), 7, &place(outcome, &finding.place));
        block(out, &" ".repeat(7), 7, &finding.problem);
        block(out, &" ".repeat(7), 7, &finding.remedy);
    }
}

fn heading(out: &mut String, text: &str) {
    let bold = Style::new().bold();
    let mut lines = String::new();
    block(&mut lines, "", 0, text);
    for line in lines.lines() {
        let _ = writeln!(out, "{bold}{line}{bold:#}");
    }
}

/// A line with its label; nothing where there is nothing to say.
fn line(out: &mut String, label: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    if label.chars().count() < LABEL {
        return block(out, &format!("{label:LABEL$}"), LABEL, text);
    }
    // A header of two rows is longer than the room for labels.
    block(out, "", 0, label);
    block(out, &" ".repeat(LABEL), LABEL, text);
}

/// The place without the inbox of the month, which all files have in common.
fn place(outcome: &Outcome, place: &Place) -> String {
    let text = place.to_string();
    text.strip_prefix(&format!("masuk/{}/", outcome.roster.periode)).map_or(text.clone(), str::to_string)
}

fn first_upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_never_touches_what_it_names() {
        let told = |label: &str| {
            let mut out = String::new();
            line(&mut out, label, "Guru Kelas Ahli Muda");
            out
        };
        assert_eq!(told("JABATAN"), "JABATAN       Guru Kelas Ahli Muda\n");
        let long = told("JABATAN NAMA JABATAN");
        assert!(!long.contains("JABATANGuru") && long.lines().count() == 2, "{long}");
    }
}
