//! SKP and assessment added to a person. The list of marks is where marks are made, so it counts before the
//! personnel workbook; both sides are told where they differ.

use super::{about, listed_again};
use crate::check::draft::{PersonFacts, row_name};
use crate::check::orang::{Orang, PenilaianDraft};
use crate::finding::{Finding, Place, catalogue};
use crate::model::kinerja::{Asesmen, Skp};

/// Adds the marks, and tells which rows were used. `here` is the person's own row.
pub(super) fn add(
    rows: Vec<(Orang, PenilaianDraft)>,
    facts: &mut PersonFacts,
    here: &Place,
    findings: &mut Vec<Finding>,
) -> Vec<Place> {
    let mut used = Vec::new();
    let mut marks = Marks { years: Vec::new() };
    for (orang, row) in rows {
        let told = findings.len();
        let (before, assessed) = (marks.years.len(), facts.jarang.asesmen.is_none() && row.asesmen.is_some());
        if !row.angka.is_empty() {
            facts.jarang.angka_skp.extend(row.angka);
        }
        for (skp, place) in row.skp {
            marks.take(&orang, skp, place, facts, here, findings);
        }
        if assessed {
            facts.jarang.asesmen = row.asesmen.map(Box::new);
        } else if let (Some(known), Some(again)) = (&facts.jarang.asesmen, &row.asesmen) {
            let same = **known == Asesmen { place: known.place.clone(), ..again.clone() };
            if !same && findings.len() == told {
                findings.push(listed_again(&orang, &known.place, " dengan asesmen lain"));
            }
        }
        if assessed || marks.years.len() > before {
            used.push(orang.place);
        }
    }
    facts.skp.sort_by_key(|skp| std::cmp::Reverse(skp.tahun));
    used
}

/// The years of a person that were read so far, with the rows they stand in.
struct Marks {
    years: Vec<(i16, Place)>,
}

impl Marks {
    fn take(
        &mut self,
        orang: &Orang,
        skp: Skp,
        place: Place,
        facts: &mut PersonFacts,
        here: &Place,
        findings: &mut Vec<Finding>,
    ) {
        if let Some((_, first)) = self.years.iter().find(|(tahun, _)| *tahun == skp.tahun) {
            findings.push(listed_again(orang, first, &format!(" untuk {}", skp.tahun)));
            return;
        }
        self.years.push((skp.tahun, orang.place.clone()));
        match facts.skp.iter_mut().find(|known| known.tahun == skp.tahun) {
            None => facts.skp.push(skp),
            Some(known) if known.predikat == skp.predikat => {}
            Some(known) => {
                let there = row_name(here, &place);
                let problem = format!(
                    "SKP {} di sini {}, sedangkan pada {there} {}; yang dipakai {}",
                    skp.tahun,
                    skp.predikat.label(),
                    known.predikat.label(),
                    skp.predikat.label()
                );
                findings.push(about(orang, &catalogue::SKP_BERBEDA, place, skp.predikat.label().into(), problem));
                *known = skp;
            }
        }
    }
}
