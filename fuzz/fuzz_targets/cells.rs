//! The normalisers of single cells: whatever stands in a cell, they end, do not panic, and read their own words again.
#![no_main]

use jiff::civil::Date;
use libfuzzer_sys::fuzz_target;
use mutasi::model::golongan::Golongan;
use mutasi::model::jabatan::{Jabatan, Petunjuk};
use mutasi::model::kinerja::Predikat;
use mutasi::model::nama::Nama;
use mutasi::model::nip::{AwalanNip, Nip, clean_nip};
use mutasi::model::pendidikan::Pendidikan;
use mutasi::model::status::{JenisKelamin, KedudukanHukum, StatusAsn, TingkatHukdis};
use mutasi::model::tanggal::{HariTmt, Periode, Sejak, parse_tanggal};
use mutasi::model::unit::{BentukPendidikan, JenisUnit, unit_key};
use mutasi::schema::header_key;

fuzz_target!(|text: &str| {
    // Two halves stand for two cells of a row, where a reading takes two.
    let (first, second) = text.split_once('|').unwrap_or((text, ""));
    keys(text);
    facts(text);
    persons(first, second);
    for hari in [HariTmt::Bebas, HariTmt::Satu] {
        let _ = parse_tanggal(text, hari);
    }
});

/// A key is its own key: otherwise two spellings of one thing would never meet.
fn keys(text: &str) {
    let key = unit_key(text);
    assert_eq!(unit_key(&key), key, "unit_key of {text:?}");
    let key = header_key(text);
    assert_eq!(header_key(&key), key, "header_key of {text:?}");
}

fn facts(text: &str) {
    for pppk in [false, true] {
        if let Some(golongan) = Golongan::parse(text, pppk) {
            assert_eq!(Golongan::parse(&golongan.to_string(), pppk), Some(golongan), "golongan of {text:?}");
        }
    }
    let _ = (Golongan::from_pangkat(text), Predikat::parse(text), Periode::parse(text), Sejak::parse(text));
    let _ =
        (JenisKelamin::parse(text), StatusAsn::parse(text), KedudukanHukum::parse(text), TingkatHukdis::parse(text));
    let _ = (BentukPendidikan::parse(text), JenisUnit::of_name(text));
}

fn persons(first: &str, second: &str) {
    if let Ok(nip) = Nip::parse(first, Date::constant(2026, 11, 1)) {
        assert_eq!(Nip::parse(nip.digits(), Date::constant(2026, 11, 1)), Ok(nip), "NIP of {first:?}");
    }
    let _ = (clean_nip(first), AwalanNip::parse(first));
    let gelar = Some(second).filter(|gelar| !gelar.is_empty());
    let _ = Nama::parse(first, None, gelar);
    let _ = Jabatan::parse(first, Petunjuk { jenis: gelar, eselon: None });
    let _ = Pendidikan::parse(Some(first), gelar);
}
