//! The value that a finding proposes for its cell, and none where only the office can know it.

mod support;

use mutasi::model::cells::{Kind, Tables};
use support::{Row, checked, guru, rendered, row, sd, tables, with};

fn of_people(rows: Vec<Row>) -> Tables {
    tables(vec![(Kind::Pegawai, rows), (Kind::Sekolah, vec![sd()])])
}

/// What the finding of this code proposes.
fn proposed(code: &str, tables: &Tables) -> Option<String> {
    let findings = checked(tables).findings;
    let finding = findings.iter().find(|finding| finding.kode.code == code);
    finding.unwrap_or_else(|| panic!("no {code}: {}", rendered(&findings))).usulan.clone()
}

#[test]
fn what_was_put_right_is_proposed_as_it_should_be_written() {
    for (column, typed, usulan) in [
        ("nip", "1986O1O12O15012001", "198601012015012001"),
        ("nip", "=198601012015012001", "198601012015012001"),
        ("tmt_gol", "04/01/2021", "1 April 2021"),
    ] {
        let tables = of_people(vec![with(&guru(), &[(column, typed)])]);
        assert_eq!(proposed("D-121", &tables).as_deref(), Some(usulan), "{column} {typed}");
    }
    let need = row(&[("jabatan", "Bidan"), ("unit", "Puskesmas Bangko"), ("kebutuhan", "=3.5")]);
    assert_eq!(proposed("D-121", &tables(vec![(Kind::Kebutuhan, vec![need])])).as_deref(), Some("4"));
}

#[test]
fn a_near_name_is_proposed() {
    let misspelt = of_people(vec![with(&guru(), &[("unit", "SD Negeri 1 Bangkoo")])]);
    assert_eq!(proposed("D-108", &misspelt).as_deref(), Some("SD Negeri 1 Bangko"));
    let need = row(&[("jabatan", "Perawat Terampil"), ("unit", "SD Negeri 1 Bangko"), ("kebutuhan", "=3")]);
    let nurse = with(&guru(), &[("jabatan", "Prawat Mahir")]);
    let near = tables(vec![(Kind::Pegawai, vec![nurse]), (Kind::Sekolah, vec![sd()]), (Kind::Kebutuhan, vec![need])]);
    assert_eq!(proposed("D-157", &near).as_deref(), Some("Perawat Mahir"));
}

#[test]
fn a_nip_known_from_elsewhere_is_proposed() {
    let cut = || vec![with(&guru(), &[("nip", "=1.98601012015012e17")])];
    let restored = tables(vec![(Kind::Pegawai, cut()), (Kind::Pegawai, vec![guru()]), (Kind::Sekolah, vec![sd()])]);
    assert_eq!(proposed("D-128", &restored).as_deref(), Some("198601012015012001"));
    let offered = of_people([cut(), vec![guru()]].concat());
    assert_eq!(proposed("D-102", &offered).as_deref(), Some("198601012015012001"));
    let marks = row(&[("nip", "198601012015012009"), ("nama", "SITI AMINAH, S.Pd."), ("skp_1", "Baik")]);
    let listed =
        tables(vec![(Kind::Pegawai, vec![guru()]), (Kind::Sekolah, vec![sd()]), (Kind::Penilaian, vec![marks])]);
    assert_eq!(proposed("D-131", &listed).as_deref(), Some("198601012015012001"));
}

#[test]
fn a_pangkat_is_proposed_after_the_golongan_that_counts() {
    let tables = of_people(vec![with(&guru(), &[("golongan", "III/a"), ("pangkat", "Pembina")])]);
    assert_eq!(proposed("D-205", &tables).as_deref(), Some("Penata Muda"));
}

#[test]
fn nothing_is_proposed_where_only_the_office_can_know() {
    for (code, column, typed) in [
        ("D-103", "nip", "19860101201501200"),
        ("D-104", "golongan", "V/z"),
        ("D-105", "tmt_gol", "31-02-2023"),
        ("D-108", "unit", "Dinas Pariwisata"),
        ("D-201", "tgl_lahir", "2 Januari 1986"),
    ] {
        let tables = of_people(vec![with(&guru(), &[(column, typed)])]);
        assert_eq!(proposed(code, &tables), None, "{column} {typed}");
    }
}
