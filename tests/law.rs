//! The law as a whole: every row has its rule or its reason, and a date changes only what it should.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use mutasi::law::{self, Law, baris};
use mutasi::model::cells::Kind;
use mutasi::model::kinerja::Predikat;
use mutasi::place::rules::RULES;
use mutasi::settings::Settings;
use mutasi::{check, need};
use support::{EFEKTIF, guru, rendered, sd, tables, with};

/// The rows of the table of legal rules, R01 to R48 with the two that have a `b`.
fn expected_rows() -> BTreeSet<String> {
    let numbered = (1..=48).map(|number| format!("R{number:02}"));
    numbered.chain(["R01b".into(), "R17b".into(), "A7".into(), "T3".into(), "T5".into()]).collect()
}

#[test]
fn every_row_of_the_law_has_a_rule_or_a_reason_and_every_rule_its_row() {
    let rows = baris::all();
    let ids: BTreeSet<String> = rows.iter().map(|row| row.id.clone()).collect();
    assert_eq!((ids.len(), ids), (rows.len(), expected_rows()), "each row once");
    let known: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    let mut served = BTreeSet::new();
    for row in &rows {
        assert!(!row.perihal.is_empty(), "{}", row.id);
        assert!(!row.aturan.is_empty() || !row.alasan.is_empty(), "{} has neither rule nor reason", row.id);
        for code in &row.aturan {
            assert!(known.contains(code.as_str()), "{} names {code}, which is no rule", row.id);
            served.insert(code.as_str());
        }
    }
    let homeless: Vec<&str> = known.difference(&served).copied().collect();
    // These two tell what leadership decided, which no regulation has a row for.
    assert_eq!(homeless, ["A-150", "A-151"], "no row names them");
}

/// Codes whose law differs between two days.
fn changed(a: Date, b: Date) -> BTreeSet<String> {
    let (a, b) = (Law::at(a, &BTreeMap::new()), Law::at(b, &BTreeMap::new()));
    a.codes().filter(|code| a.rule(code) != b.rule(code)).map(str::to_string).collect()
}

#[test]
fn a_day_across_a_since_changes_only_the_rules_that_have_a_version_from_then() {
    // each have two versions.
    let eve = |year| (date(year - 1, 12, 31), date(year, 1, 1));
    let across = |year| changed(eve(year).0, eve(year).1);
    assert_eq!(across(2017), BTreeSet::from(["A-121".to_string(), "A-122".to_string()]));
    assert_eq!(across(2023), BTreeSet::from(["A-124".to_string()]));
    assert_eq!(across(2019), BTreeSet::new());
    assert_eq!(across(2025), BTreeSet::from(["A-104".to_string()]));
    assert_eq!(changed(date(2025, 1, 1), date(2026, 12, 1)), BTreeSet::new());
    let law = Law::at(date(2015, 6, 1), &BTreeMap::new());
    assert_eq!(law.rule("A-121").dasar.as_deref(), Some("UU 5/2014 Pasal 73 ayat (7)"));
    assert!(law.younger() > 0, "PP 11/2017 is younger");
    assert_eq!(Law::at(date(2026, 12, 1), &BTreeMap::new()).younger(), 0);
}

/// What is read and needed of one teacher and one school under a folder's settings.
fn under(settings: &str) -> (Option<Predikat>, Vec<String>) {
    let settings = Settings::parse(settings).unwrap().value;
    let law = settings.law(EFEKTIF);
    let people = vec![with(&guru(), &[("skp_1", "78"), ("jabatan", "Guru Kelas Ahli Pertama")])];
    let input = tables(vec![(Kind::Pegawai, people), (Kind::Sekolah, vec![with(&sd(), &[("rombel", "=8")])])]);
    let roster = check::roster_under(&law, &input, EFEKTIF, law::wilayah("15.02"), None);
    assert!(roster.findings.iter().all(|finding| finding.kode.code != "D-113"), "{}", rendered(&roster.findings));
    let needs = need::needs(&roster.value, &law, &settings).value;
    let need = |post: &mutasi::model::needs::Post| {
        let need = post.kebutuhan.as_ref().map_or("?".into(), |need| need.lo.to_string());
        format!("{} {need}", post.jabatan)
    };
    (roster.value.pegawai[0].skp.first().map(|skp| skp.predikat), needs.posts.iter().map(need).collect())
}

#[test]
fn a_number_that_a_folder_changes_acts_where_it_is_used() {
    let (predikat, posts) = under("");
    assert_eq!(predikat, Some(Predikat::Baik), "76 and above");
    assert!(posts.contains(&"Guru PAI 1".to_string()), "{posts:?}");
    let (predikat, posts) = under("[angka]\nskp_2013_baik = 80\njam_mengajar_minimal = 16\n");
    assert_eq!(predikat, Some(Predikat::ButuhPerbaikan));
    assert!(posts.contains(&"Guru PAI 2".to_string()), "32 hours by 16: {posts:?}");
}

#[test]
fn the_end_of_an_agreement_and_managerial_years_are_read_of_a_person() {
    let person = with(&guru(), &[("akhir_perjanjian", "31-12-2028"), ("manajerial", "=3")]);
    let roster = support::checked(&tables(vec![(Kind::Pegawai, vec![person]), (Kind::Sekolah, vec![sd()])])).value;
    let profesi = &roster.pegawai[0].profesi;
    assert_eq!((profesi.akhir_perjanjian, profesi.manajerial), (Some(date(2028, 12, 31)), Some(3)));
}
