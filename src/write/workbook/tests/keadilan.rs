//! Sheets *Keadilan* and *Skenario*.

use super::*;
use crate::model::adil::{Keadilan, Keberatan, Kelompok, Laju, Sudut, Ukuran};
use crate::model::fixture;
use crate::model::skenario::{PindahLain, SetelanLain, Skenario, Tujuan};

fn keadilan() -> Keadilan {
    let own = |pindah, kurang| Ukuran { pindah, kurang, kebutuhan: 20, terisi: 20 - kurang, ..Ukuran::default() };
    let mut told = Keadilan { kurang_terkecil: 2, dibandingkan: true, ..Keadilan::default() };
    (told.sebelum.ukuran, told.rencana.ukuran, told.tangan.ukuran) = (own(0, 6), own(4, 2), own(3, 3));
    let sebab = [("perpindahan".to_string(), 3), ("seri".to_string(), 1)].into();
    told.rencana.sia = Keberatan { pasangan: 5, orang: 4, sebab, belum_dicari: 1 };
    let kelompok = |nama: &str, tanpa_usulan| Kelompok { nama: nama.into(), boleh_pindah: 40, pindah: 4, tanpa_usulan };
    let kelompok = vec![kelompok("Laki-laki", 2), kelompok("Perempuan", 4)];
    told.laju = vec![Laju { menurut: "Jenis kelamin", kelompok, tidak_diketahui: 0, rasio: Some(5_000) }];
    told.sudut = vec![Sudut {
        nama: "Usulan pegawai didahulukan",
        urutan: vec!["aspirasi", "keterisian"],
        ukuran: own(9, 3),
        terbukti: true,
    }];
    told.kurva = vec![own(0, 6), own(2, 4), own(4, 2)];
    told
}

fn hasil(keadilan: Option<&Keadilan>, skenario: &[Skenario]) -> Artifact {
    with_results(&fixture::region(), &[], |results| {
        crate::write::workbook::hasil(&Results { keadilan, skenario, ..*results }).unwrap()
    })
}

#[test]
fn fairness_is_told_beside_the_plan_by_hand_and_other_orders() {
    let words = all_text(&sheet(&hasil(Some(&keadilan()), &[]), "Keadilan"));
    for expected in [
        "Dikerjakan dengan tangan",
        "paling sedikit yang mungkin: 2.",
        "Usulan yang terlewat pada rencana, menurut tujuan pertama yang memburuk bila pegawai itu diberi tempatnya: lebih banyak \
         orang harus pindah (3); rencananya sama baik, dipilih dengan cara tetap (pemecah seri) (1); 1 pasangan lain tidak ditelusuri.",
        "Menurut jenis kelamin: bagian terendah 50,0% dari bagian tertinggi; patokan empat perlima (80%): perlu ditinjau",
        "Usulan pegawai didahulukan (aspirasi, keterisian)",
        "Paling banyak 2 orang",
    ] {
        assert!(words.contains(expected), "“{expected}” is not on Keadilan:\n{words}");
    }
    let pegawai = fixture::region().roster.pegawai;
    assert!(pegawai.iter().all(|own| !words.contains(own.nama.as_str())), "nobody is named");
}

#[test]
fn the_curve_is_a_native_chart_of_the_sheets_own_figures() {
    let hasil = hasil(Some(&keadilan()), &[]);
    let charts: Vec<String> = (1..=6).map(|number| part(&hasil, &format!("xl/charts/chart{number}.xml"))).collect();
    let curve = charts.iter().find(|chart| chart.contains("scatterChart")).expect("a curve");
    assert!(curve.contains("Keadilan!$B$") && curve.contains("Keadilan!$C$"), "{curve}");
}

#[test]
fn what_was_left_out_says_how_to_get_it() {
    let told = Keadilan { dibandingkan: false, pasangan: 4_628_218, ..keadilan() };
    let words = all_text(&sheet(&hasil(Some(&told), &[]), "Keadilan"));
    assert!(words.contains("(4.628.218 pasangan pegawai dan jabatan)"), "{words}");
    assert!(words.contains("tulis perbandingan = \"ya\" di bawah [rencana]"), "{words}");
    assert!(!words.contains("Paling banyak"), "{words}");
}

#[test]
fn a_scenario_stands_beside_the_plan_with_its_settings_and_people() {
    let region = fixture::region();
    let id = region.plan.moves[0].pegawai;
    let unit = region.needs.post(region.plan.moves[0].to).unit;
    let own = Skenario {
        nama: "usulan.toml".into(),
        setelan: vec![SetelanLain { kunci: "bobot.linear".into(), rencana: "400".into(), skenario: "0".into() }],
        ukuran: keadilan().rencana.ukuran,
        kurang_terkecil: 2,
        terhalang: None,
        terbukti: true,
        lain: vec![PindahLain {
            pegawai: id,
            rencana: Some(Tujuan { unit, jabatan: "Guru Kelas".into() }),
            skenario: None,
        }],
    };
    let words = all_text(&sheet(&hasil(Some(&keadilan()), &[own]), "Skenario"));
    for expected in [
        "bobot.linear: 400 pada rencana, 0 pada skenario",
        "Hanya pindah pada rencana: 1 orang; hanya pada skenario: 0 orang",
        region.roster.pegawai(id).nama.as_str(),
        "tetap",
    ] {
        assert!(words.contains(expected), "“{expected}” is not on Skenario:\n{words}");
    }
    assert!(!open(&hasil(Some(&keadilan()), &[])).sheet_names().contains(&"Skenario".to_string()));
}
