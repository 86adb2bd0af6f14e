//! *Rotasi*: who is due, who soon will be, and who is not asked.

use jiff::civil::date;

use super::*;
use crate::model::fixture;
use crate::model::plan::RuleNote;
use crate::model::telaah::Nilai;

/// The rows of the sheet by NIP: time in the unit, months beyond the limit, state, what the plan does.
fn rows(region: &Region) -> Vec<[String; 5]> {
    let range = sheet(&hasil_of(region, &[]), "Rotasi");
    let rows = 4..range.end().unwrap().0 + 1;
    rows.map(|row| [4, 9, 11, 12, 13].map(|col| text(&range, row, col))).collect()
}

/// The fixture's people all came in December 2016; these came later, on either side of each line.
fn region() -> Region {
    let mut region = fixture::region();
    let since = [date(2021, 11, 1), date(2021, 12, 1), date(2022, 11, 1), date(2022, 12, 1)];
    for (pegawai, tmt) in region.roster.pegawai.iter_mut().zip(since) {
        pegawai.tmt_unit = Some(tmt);
    }
    region.roster.pegawai[4].tmt_unit = None;
    region
}

#[test]
fn the_longest_stand_first_and_the_lines_are_kept_on_either_side() {
    let region = region();
    let rows = rows(&region);
    let of = |at: usize| rows.iter().find(|row| row[0] == region.roster.pegawai[at].nip.spaced());
    assert_eq!(of(0).unwrap()[1..4], ["5 tahun 1 bulan", "1", "Terlewati"]);
    assert_eq!(of(1).unwrap()[1..4], ["5 tahun", "0", "Mendekati"]);
    assert_eq!(of(2).unwrap()[1..4], ["4 tahun 1 bulan", "-11", "Mendekati"]);
    assert_eq!(of(3), None, "twelve months to go is not within twelve months");
    assert_eq!(of(4), None, "an unknown day is not judged");
    assert_eq!(rows[0][1], "10 tahun");
    let months: Vec<i32> = rows.iter().map(|row| row[2].parse().unwrap()).collect();
    assert!(months.is_sorted_by(|a, b| a >= b), "{months:?}");
    let words = all_text(&sheet(&hasil_of(&region, &[]), "Rotasi"));
    assert!(words.contains("1 pegawai tanpa TMT unit tidak dapat dinilai"), "{words}");
}

#[test]
fn the_plan_and_what_holds_somebody_stand_beside_the_time() {
    let mut region = region();
    let (mover, held) = (region.plan.moves[0].pegawai, 10);
    assert!(region.plan.moves.iter().all(|step| step.pegawai.0 != held));
    region.plan.people[held as usize].blocked =
        vec![RuleNote { code: "A-104", nilai: Nilai::TidakTerpenuhi, sentence: "pegawai berstatus PPPK".into() }];
    region.roster.pegawai[mover.0 as usize].tmt_unit = Some(date(2010, 1, 1));
    let rows = rows(&region);
    let to = region.needs.post(region.plan.moves[0].to).unit;
    assert_eq!(rows[0][4], format!("Diusulkan pindah ke {}", region.roster.unit(to).nama));
    let nip = region.roster.pegawai[held as usize].nip.spaced();
    assert_eq!(
        rows.iter().find(|row| row[0] == nip).unwrap()[4],
        "Tetap: ditahan aturan A-104 (pegawai berstatus PPPK)"
    );
    let hasil = hasil_of(&region, &[]);
    assert!(xml_of(&hasil, "Rotasi").contains("location=\"'Rencana Mutasi'!A"), "a move leads to its row");
}

#[test]
fn an_office_chooses_how_near_is_near() {
    let mut region = region();
    region.settings.rotasi.mendekati_bulan = 0;
    assert!(rows(&region).iter().all(|row| row[3] == "Terlewati"));
    region.settings.rotasi.mendekati_bulan = 13;
    let nip = region.roster.pegawai[3].nip.spaced();
    assert!(rows(&region).iter().any(|row| row[0] == nip));
}
