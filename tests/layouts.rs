//! Usual layouts of lists: what one table lacks and another tells, headers with full stops, lists of Dapodik.

mod read_kit;
mod support;

use mutasi::model::cells::Kind;
use support::{checked, guru, row, sd, tables, with};

fn codes(findings: &[mutasi::finding::Finding], code: &str) -> Vec<String> {
    let told = findings.iter().filter(|finding| finding.kode.code == code);
    told.map(|finding| format!("{} {}", finding.place, finding.problem)).collect()
}

#[test]
fn a_table_that_lacks_a_needed_column_is_told_once() {
    let rows = || {
        let other = with(&guru(), &[("nip", "198703022010012002"), ("nama", "RINA MARLINA")]);
        vec![with(&guru(), &[("unit", "~"), ("jabatan", "~")]), with(&other, &[("unit", "~"), ("jabatan", "~")])]
    };
    let found = checked(&tables(vec![(Kind::Pegawai, rows()), (Kind::Sekolah, vec![sd()])])).findings;
    for (code, title) in [("D-109", "JABATAN"), ("D-124", "UNIT KERJA")] {
        let told = codes(&found, code);
        assert_eq!(
            told,
            [format!(
                "masuk/2026-11/pegawai.xlsx › Data › A1 lembar ini tidak memuat kolom {title}; 2 barisnya tidak \
                 menyebutnya"
            )]
        );
    }
}

#[test]
fn a_row_without_jabatan_in_a_table_that_has_the_column_is_told_at_its_cell() {
    let other = with(&guru(), &[("nip", "198703022010012002"), ("nama", "RINA MARLINA"), ("jabatan", "~")]);
    let found = checked(&tables(vec![(Kind::Pegawai, vec![guru(), other]), (Kind::Sekolah, vec![sd()])])).findings;
    assert_eq!(codes(&found, "D-109").len(), 1);
    assert!(codes(&found, "D-109")[0].ends_with("jabatan kosong"));
}

#[test]
fn a_supplementary_list_need_not_repeat_what_another_table_tells() {
    let more = row(&[
        ("nip", "198601012015012001"),
        ("nama", "SITI AMINAH"),
        ("golongan", "III/c"),
        ("tmt_gol", "01-04-2022"),
    ]);
    let given = vec![(Kind::Pegawai, vec![guru()]), (Kind::Pegawai, vec![more]), (Kind::Sekolah, vec![sd()])];
    let found = checked(&tables(given)).findings;
    assert_eq!((codes(&found, "D-109"), codes(&found, "D-124")), (vec![], vec![]));
    assert_eq!(codes(&found, "D-321").len(), 2, "what the list gave is told");
}
