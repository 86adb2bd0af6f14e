//! Punishments added to a person.
//!
//! A person has one at a time in the roster: of those that still run on the day the moves would take effect the
//! gravest, so that a light one never hides a grave one, and of equals the newest; where none runs any more, the one
//! that ended last. One without an end still runs.

use jiff::civil::Date;

use super::{about, listed_again};
use crate::check::draft::{PersonFacts, row_name};
use crate::check::orang::{HukdisDraft, Orang};
use crate::finding::{Finding, Place, catalogue};
use crate::model::status::{HukumanDisiplin, TingkatHukdis};
use crate::model::tanggal::tanggal_in_words;

/// Adds the punishments; tells which rows were used, and `false` when one of them could not be read.
/// `here` is the person's own row.
pub(super) fn add(
    rows: Vec<(Orang, HukdisDraft)>,
    facts: &mut PersonFacts,
    here: &Place,
    tanggal_efektif: Date,
    findings: &mut Vec<Finding>,
) -> (Vec<Place>, bool) {
    let mut readable = true;
    let mut known: Vec<(HukumanDisiplin, Place)> = Vec::new();
    for (orang, row) in rows {
        let Some(hukdis) = row.hukdis else {
            readable = false;
            continue;
        };
        if let Some((_, first)) = known.iter().find(|(other, _)| *other == hukdis) {
            findings.push(listed_again(&orang, first, " dengan hukuman yang sama"));
            continue;
        }
        findings.extend(facts.jarang.hukdis.and_then(|own| differing(&orang, &hukdis, &own, row.place, here)));
        known.push((hukdis, orang.place));
    }
    let used = known.iter().map(|(_, place)| place.clone()).collect();
    let all = known.into_iter().map(|(hukdis, _)| hukdis).chain(facts.jarang.hukdis);
    if let Some(weightiest) = all.max_by_key(|hukdis| weight(hukdis, tanggal_efektif)) {
        facts.jarang.hukdis = Some(weightiest);
    }
    (used, readable)
}

/// What makes one punishment count before another: whether it runs, its grade if so, when it began (or ended, if it
/// does not run), and whether its end is open or late.
fn weight(hukdis: &HukumanDisiplin, tanggal_efektif: Date) -> Weight {
    let HukumanDisiplin { tingkat, tmt_mulai, tmt_akhir } = *hukdis;
    let runs = tmt_akhir.is_none_or(|akhir| akhir >= tanggal_efektif);
    (runs.then_some(tingkat), if runs { tmt_mulai } else { tmt_akhir }, tmt_akhir.is_none(), tmt_akhir)
}

type Weight = (Option<TingkatHukdis>, Option<Date>, bool, Option<Date>);

/// D-313: what is plainly one punishment, told in two ways: it began on one day.
fn differing(
    orang: &Orang,
    here: &HukumanDisiplin,
    own: &HukumanDisiplin,
    place: Place,
    row: &Place,
) -> Option<Finding> {
    let one = here.tmt_mulai.is_some() && here.tmt_mulai == own.tmt_mulai;
    let ends_differ = here.tmt_akhir.is_some() && own.tmt_akhir.is_some() && here.tmt_akhir != own.tmt_akhir;
    if !one || (here.tingkat == own.tingkat && !ends_differ) {
        return None;
    }
    let there = row_name(row, &place);
    let problem = format!(
        "hukuman disiplin di sini {}, sedangkan pada {there} {}; yang lebih berat atau lebih lama yang dipakai",
        in_words(here),
        in_words(own)
    );
    Some(about(orang, &catalogue::HUKDIS_BERBEDA, place, here.tingkat.label().into(), problem))
}

/// `sedang sampai 1 Maret 2027`.
fn in_words(hukdis: &HukumanDisiplin) -> String {
    let end =
        hukdis.tmt_akhir.map_or(" tanpa tanggal akhir".into(), |akhir| format!(" sampai {}", tanggal_in_words(akhir)));
    format!("{}{end}", hukdis.tingkat.label())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::status::TingkatHukdis::*;
    use jiff::civil::date;

    fn counting(given: &[(TingkatHukdis, Option<Date>, Option<Date>)]) -> usize {
        let of = |&(tingkat, tmt_mulai, tmt_akhir)| HukumanDisiplin { tingkat, tmt_mulai, tmt_akhir };
        let all: Vec<_> = given.iter().map(of).collect();
        let best = all.iter().max_by_key(|hukdis| weight(hukdis, date(2026, 12, 1))).unwrap();
        all.iter().position(|hukdis| hukdis == best).unwrap()
    }

    #[test]
    fn of_several_punishments_the_gravest_that_still_runs_counts_then_the_newest() {
        let day = |year, month| Some(date(year, month, 1));
        assert_eq!(counting(&[(Berat, day(2020, 1), day(2021, 1)), (Ringan, day(2026, 6), day(2026, 12))]), 1);
        assert_eq!(counting(&[(Ringan, day(2026, 6), None), (Berat, day(2026, 1), day(2027, 1))]), 1);
        assert_eq!(counting(&[(Sedang, day(2025, 12), None), (Sedang, day(2026, 6), None)]), 1);
        assert_eq!(counting(&[(Sedang, day(2019, 1), day(2020, 1)), (Ringan, day(2026, 1), day(2026, 6))]), 1);
        assert_eq!(counting(&[(Sedang, day(2026, 1), day(2027, 3)), (Sedang, day(2026, 1), None)]), 1);
    }
}
