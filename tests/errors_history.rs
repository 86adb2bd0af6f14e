//! Every code of merged rows and of the month before, provoked by a small input; its exact text is a snapshot.

mod read_kit;
mod support;

use mutasi::model::bentuk::Bentuk;
use mutasi::model::cells::{Kind, Tables};
use mutasi::pipeline::{self, Options, Silent};
use read_kit::{C, Folder, xlsx};
use support::{EFEKTIF, Row, checked, guru, rendered, sd, tables, with};

/// A DUK and a SIASN export of the same person.
fn two_lists(duk: Row, siasn: Row) -> Tables {
    let mut tables =
        tables(vec![(Kind::Pegawai, vec![duk]), (Kind::Pegawai, vec![siasn]), (Kind::Sekolah, vec![sd()])]);
    tables.tables[0].bentuk = Bentuk::Duk;
    tables.tables[1].bentuk = Bentuk::Siasn;
    tables
}

fn shown(code: &str, tables: &Tables) {
    let findings = checked(tables).findings;
    assert!(findings.iter().any(|finding| finding.kode.code == code), "{code}: {}", rendered(&findings));
    insta::assert_snapshot!(code, rendered(&findings));
}

#[test]
fn a_contradiction_shows_both_values_both_places_and_which_counts_and_why() {
    let duk = with(&guru(), &[("golongan", "III/b"), ("tmt_gol", "01-04-2018"), ("pendidikan", "D-II PGSD")]);
    let siasn = with(&guru(), &[("golongan", "III/c"), ("tmt_gol", "01-04-2022"), ("pendidikan", "S-1 PGSD")]);
    shown("D-320", &two_lists(duk, siasn));
}

#[test]
fn what_is_filled_in_is_told_once_for_each_fact_and_pair_of_sheets() {
    let duk = with(&guru(), &[("tmt_jabatan", "01-07-2019"), ("pendidikan", "S-1 PGSD")]);
    shown("D-321", &two_lists(duk, guru()));
}

#[test]
fn lists_that_overlap_are_told_with_the_order_that_decides() {
    shown("D-322", &two_lists(guru(), guru()));
}

#[test]
fn a_month_before_that_cannot_be_read_is_told_once() {
    let header = &[C::T("NIP"), C::T("NAMA"), C::T("JABATAN"), C::T("UNIT KERJA")][..];
    let person = &[C::T("198601012015012001"), C::T("SITI AMINAH"), C::T("Guru Kelas"), C::T("SDN 1 Bangko")][..];
    let folder = Folder::new().with("pegawai.xlsx", &xlsx(&[header, person]));
    folder.put("masuk/2026-10/pegawai.xlsx", b"PK\x03\x04 cut short");
    let options = Options { periode: None, dry_run: true, today: EFEKTIF, tanggal: None };
    let outcome = pipeline::check(folder.root(), options, &Silent).unwrap();
    let told: Vec<_> = outcome.findings.into_iter().filter(|finding| finding.kode.code.starts_with('B')).collect();
    insta::assert_snapshot!("B-26", rendered(&told));
}
