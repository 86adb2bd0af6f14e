//! *Mutu Data* and *Perubahan Data* as their readers see them.

use super::*;
use crate::model::fixture;
use crate::model::mutu::{ISIAN, Mutu, MutuUnit};
use crate::model::perubahan::{JenisPerubahan, Perubahan, Ubahan};
use crate::model::riwayat::CatatanLalu;
use crate::model::tanggal::Periode;

fn mutu(orang: usize, filled: usize, temuan: [usize; 4]) -> Mutu {
    let terisi = [filled; ISIAN.len()];
    let unit = |nama: &str| MutuUnit { kunci: nama.to_uppercase(), nama: nama.into(), opd: nama.into(), orang, terisi };
    Mutu { orang, terisi, units: vec![unit("SD Negeri 1 Bangko"), unit("=Unit")], tabel: Vec::new(), temuan }
}

fn riwayat(region: &Region) -> Riwayat {
    let pegawai = &region.roster.pegawai[0];
    let change = Ubahan {
        jenis: JenisPerubahan::Unit,
        unit: "SD Negeri 1 Bangko".into(),
        nip: pegawai.nip,
        nama: pegawai.nama.as_str().into(),
        lama: Some("SD Negeri 9 Bangko".into()),
        baru: Some("SD Negeri 1 Bangko".into()),
        keterangan: String::new(),
        tempat_lama: Some(Place::sheet("masuk/2026-10/pegawai.xlsx", "Data").at(1, 0)),
        tempat_baru: Some(pegawai.place.clone()),
    };
    let lalu = Periode::new(2026, 10).unwrap();
    Riwayat {
        mutu: mutu(10, 8, [4, 2, 0, 1]),
        lalu: Ok(CatatanLalu { periode: lalu, sources: Vec::new(), mutu: mutu(10, 9, [1, 2, 3, 1]) }),
        perubahan: Some(Perubahan { lalu, daftar: vec![change] }),
    }
}

fn hasil(region: &Region, riwayat: &Riwayat) -> Artifact {
    with_riwayat(region, &[], riwayat, |results| crate::write::workbook::hasil(results).unwrap())
}

#[test]
fn directions_are_read_without_colours() {
    let region = fixture::region();
    let words = all_text(&sheet(&hasil(&region, &riwayat(&region)), "Mutu Data"));
    for expected in ["▼ turun 10,0 poin", "▲ naik 3", "▼ turun 3", "= tetap", "Oktober 2026", "kosong: Golongan 2"]
    {
        assert!(words.contains(expected), "“{expected}” is not on Mutu Data:\n{words}");
    }
}

#[test]
fn shares_have_native_bars_and_no_unit_is_a_formula() {
    let region = fixture::region();
    let hasil = hasil(&region, &riwayat(&region));
    let at = open(&hasil).sheet_names().iter().position(|name| name == "Mutu Data").unwrap() + 1;
    let xml = part(&hasil, &format!("xl/worksheets/sheet{at}.xml"));
    assert!(xml.contains("dataBar"), "no data bars");
    assert!(!xml.contains("<f>"), "a unit's name became a formula");
}

#[test]
fn a_change_shows_old_and_new_and_both_cells() {
    let region = fixture::region();
    let range = sheet(&hasil(&region, &riwayat(&region)), "Perubahan Data");
    assert!(text(&range, 1, 0).starts_with("Dibanding Oktober 2026: 1 unit berubah."), "{}", text(&range, 1, 0));
    let row: Vec<String> = (0..10).map(|col| text(&range, 4, col)).collect();
    assert_eq!(row[1], "Unit berubah");
    assert_eq!(row[5..7], ["SD Negeri 9 Bangko", "SD Negeri 1 Bangko"]);
    assert_eq!(row[8], "2026-10/pegawai.xlsx › Data › A2");
    assert!(row[9].starts_with("2026-11/"), "{}", row[9]);
}

#[test]
fn a_first_month_is_told_kindly() {
    let region = fixture::region();
    let hasil = hasil(&region, &Riwayat::default());
    assert!(all_text(&sheet(&hasil, "Mutu Data")).contains("Belum ada data bulan sebelumnya"));
    let names = open(&hasil).sheet_names();
    assert!(!names.iter().any(|name| name == "Perubahan Data"), "a sheet of one sentence is no use");
}
