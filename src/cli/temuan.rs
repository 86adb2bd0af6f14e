//! The findings that need mending first, as the terminal tells them: the same ones together, and of a table's cells those of
//! one code.

use std::fmt::Write as _;

use anstyle::AnsiColor;

use super::report::block;
use crate::finding::{Finding, Place, Severity, catalogue};
use crate::model::angka::ribuan;
use crate::pipeline::Outcome;

/// Groups shown in the terminal; the rest is in the workbook. What is told of settings and letters is shown in full, with
/// some of the data beside it, up to the longest list.
const SHOWN: usize = 10;
const BESIDE: usize = 5;
const LONGEST: usize = 25;
/// Width of the codes at the left.
const LABEL: usize = 7;

/// Findings of one code in one sheet: the first of them, and how many there are.
struct Group<'a> {
    first: &'a Finding,
    count: usize,
    /// Whether another one of them says something else than the first.
    others_differ: bool,
    /// Whether another one of them is to be mended in another way than the first.
    otherwise: bool,
}

/// Prints the gravest groups. `rest` says where the findings are that are not shown.
pub fn shown(out: &mut String, outcome: &Outcome, rest: &str) {
    let groups = groups(&outcome.findings);
    if groups.is_empty() {
        return;
    }
    let _ = writeln!(out);
    let inbox = format!("masuk/{}/", outcome.roster.periode);
    let first = groups.iter().filter(|group| group.first.is_about_settings() || is_of_letters(group.first)).count();
    let shown = SHOWN.max(first + BESIDE).min(LONGEST);
    for group in groups.iter().take(shown) {
        let colour = match group.first.severity() {
            Severity::Galat => AnsiColor::Red,
            Severity::Peringatan | Severity::Diperbaiki | Severity::Info => AnsiColor::Yellow,
        };
        let style = colour.on_default().bold();
        let label = format!("{style}{:LABEL$}{style:#}", group.first.kode.code);
        block(out, &label, LABEL, &(place(&group.first.place, &inbox) + &others(group)));
        block(out, &" ".repeat(LABEL), LABEL, &group.first.problem);
        let more =
            if group.otherwise { " Cara untuk sel lainnya ada di salinan bertanda dan di lembar Temuan." } else { "" };
        block(out, &" ".repeat(LABEL), LABEL, &format!("{}{more}", group.first.remedy));
    }
    let left: usize = groups.iter().skip(shown).map(|group| group.count).sum();
    if left > 0 {
        let text = format!("… dan {} temuan lain; {rest}.", ribuan(left as i64));
        block(out, &" ".repeat(LABEL), LABEL, &text);
    }
}

/// Settings as typed that have no effect: whatever is asked, the answer rests on others.
pub fn settings(out: &mut String, findings: &[Finding]) {
    let unused = [&catalogue::KUNCI_ASING, &catalogue::PENGATURAN_SALAH, &catalogue::PENGATURAN_BERTENTANGAN];
    let own: Vec<&Finding> = findings.iter().filter(|finding| unused.contains(&finding.kode)).collect();
    for finding in &own {
        let style = AnsiColor::Yellow.on_default().bold();
        let label = format!("{style}{:LABEL$}{style:#}", finding.kode.code);
        block(out, &label, LABEL, &format!("{}: {}", finding.place, finding.problem));
    }
    if !own.is_empty() {
        out.push('\n');
    }
}

/// What someone must mend or look at: the settings first, which explain the rest; then decrees and letters, which are
/// about to be signed; then the gravest, then in published order.
fn groups(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let of_sheet = |a: &Finding, b: &Finding| a.place.file == b.place.file && a.place.sheet == b.place.sheet;
    // A table may have thousands of cells with one kind of fault; whatever else is told in other words is something else.
    let of_table = |a: &Finding| a.place.sheet.is_some() && !is_of_letters(a);
    let alike = |a: &Finding, b: &Finding| {
        a.kode == b.kode && of_sheet(a, b) && (of_table(a) || (a.problem == b.problem && a.remedy == b.remedy))
    };
    for finding in findings {
        match finding.severity() {
            Severity::Galat | Severity::Peringatan => {}
            Severity::Diperbaiki | Severity::Info => continue,
        }
        match groups.iter_mut().find(|group| alike(group.first, finding)) {
            Some(group) => {
                group.count += 1;
                group.others_differ |= group.first.problem != finding.problem;
                group.otherwise |= group.first.remedy != finding.remedy;
            }
            None => groups.push(Group { first: finding, count: 1, others_differ: false, otherwise: false }),
        }
    }
    // Stable: of one severity the published order stays.
    groups.sort_by_key(|group| (!group.first.is_about_settings(), !is_of_letters(group.first), group.first.severity()));
    groups
}

fn is_of_letters(finding: &Finding) -> bool {
    finding.kode.code.starts_with('S')
}

/// The place without the inbox of the month, which all files have in common.
fn place(place: &Place, inbox: &str) -> String {
    let text = place.to_string();
    text.strip_prefix(inbox).map_or(text.clone(), str::to_string)
}

fn others(group: &Group<'_>) -> String {
    let what = if group.first.place.cell.is_some() { "sel lain" } else { "temuan lain" };
    match group.count - 1 {
        0 => String::new(),
        more => {
            let kind = if group.others_differ { " dengan temuan sejenis" } else { "" };
            format!(" dan {} {what}{kind}", ribuan(more as i64))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_findings_of_one_sheet_stand_together_and_other_sheets_apart() {
        let at = |sheet: &str, row| Place::sheet("masuk/2026-11/a.xlsx", sheet).at(row, 2);
        let finding = |place| Finding::new(&catalogue::NIP_KOSONG, place, "", "NIP kosong");
        let template = finding(Place::file("templates/petikan.hbs"));
        let findings = [finding(at("Data", 2)), finding(at("Data", 5)), finding(at("Lain", 2)), template];
        let groups = groups(&findings);
        assert_eq!(groups.iter().map(|group| group.count).collect::<Vec<_>>(), [2, 1, 1]);
        assert_eq!(others(&groups[0]), " dan 1 sel lain");
        assert_eq!(others(&groups[1]), "");
        assert_eq!(place(&groups[0].first.place, "masuk/2026-11/"), "a.xlsx › Data › C3");
    }

    #[test]
    fn only_what_says_the_same_is_folded_but_for_cells_of_a_table() {
        let at = |row| Place::sheet("masuk/2026-11/a.xlsx", "Data").at(row, 2);
        let told = |findings: &[Finding]| groups(findings).iter().map(others).collect::<Vec<_>>();
        let setting =
            |row, words| Finding::new(&catalogue::PENGATURAN_SALAH, Place::file("mutasi.toml").at(row, 0), "", words);
        assert_eq!(told(&[setting(3, "kertas"), setting(9, "diktum")]), ["", ""], "two settings are two faults");
        let letter = |row, words| Finding::new(&catalogue::HURUF_TAK_ADA, at(row), "", words);
        assert_eq!(told(&[letter(3, "satu"), letter(3, "dua"), letter(4, "dua")]), ["", " dan 1 sel lain"]);
        let cell = |row, words| Finding::new(&catalogue::NIP_SALAH, at(row), "", words);
        assert_eq!(told(&[cell(3, "17 angka"), cell(4, "19 angka")]), [" dan 1 sel lain dengan temuan sejenis"]);
        assert_eq!(told(&[cell(3, "17 angka"), cell(4, "17 angka")]), [" dan 1 sel lain"]);
    }

    #[test]
    fn a_remedy_is_not_told_for_cells_that_have_another() {
        let at = |row| Place::sheet("masuk/2026-11/a.xlsx", "Data").at(row, 2);
        let finding = |row, remedy: &'static str| {
            Finding::new(&catalogue::NIP_KOSONG, at(row), "", "NIP kosong").with_remedy(remedy)
        };
        let otherwise = |second| groups(&[finding(2, "Isi."), finding(3, second)])[0].otherwise;
        assert_eq!((otherwise("Isi."), otherwise("Tulis 12 saja.")), (false, true));
    }

    #[test]
    fn settings_stand_first_then_letters_and_then_the_gravest_also_before_files() {
        let cell = Place::sheet("masuk/2026-11/z.xlsx", "Data").at(2, 2);
        let file = |name: &str| Place::file(format!("masuk/2026-11/{name}"));
        let findings = [
            Finding::new(&catalogue::LEMBAR_ASING, file("a.xlsx"), "", ""),
            Finding::new(&catalogue::BUKAN_BUKU_KERJA, file("b.txt"), "", ""),
            Finding::new(&catalogue::NIP_SALAH, cell, "", ""),
            Finding::new(&catalogue::DISETUJUI_SEBAGIAN, file("hasil.xlsx"), "", ""),
            Finding::new(&catalogue::DAERAH_KOSONG, Place::file("mutasi.toml"), "", ""),
        ];
        let codes: Vec<&str> = groups(&findings).iter().map(|group| group.first.kode.code).collect();
        assert_eq!(codes, ["P-103", "S-121", "D-103", "B-08", "B-20"]);
    }
}
