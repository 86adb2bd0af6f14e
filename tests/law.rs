//! The law as a whole: every row has its rule or its reason, and a date changes only what it should.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use mutasi::law::{Law, baris};
use mutasi::place::rules::RULES;

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
    let homeless: Vec<_> = known.difference(&served).collect();
    assert!(homeless.is_empty(), "no row names {homeless:?}");
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
