//! What leadership reads after it has decided: changes against the published plan, wishes and ways, decided moves.

use super::*;
use crate::model::adil::{Keadilan, Km, Rumah, SebabUsulan};
use crate::model::fixture::{self, region};
use crate::model::keputusan::{HasilKeputusan, Keputusan, Tindakan, TujuanKeputusan};
use crate::model::plan::RuleNote;
use crate::model::telaah::Nilai;
use crate::model::terbit::{Banding, BandingTerbit, TidakLagi};

/// A region whose plan has a published one before it: one move changed, one new, and somebody who is no longer moved.
fn published() -> fixture::Region {
    let mut region = region();
    let stays =
        region.roster.pegawai_ids().find(|id| region.plan.moves.iter().all(|step| step.pegawai != *id)).unwrap();
    let other = region.roster.unit_ids().nth(1).unwrap();
    let mut langkah = vec![Banding::Tetap; region.plan.moves.len()];
    (langkah[0], langkah[1]) = (Banding::Berubah(other), Banding::Baru);
    region.plan.terbit = Some(BandingTerbit {
        terbit: 4,
        langkah,
        tidak_lagi: vec![TidakLagi {
            nip: region.roster.pegawai(stays).nip,
            pegawai: Some(stays),
            unit: other,
            alasan: "Tidak disetujui oleh Bupati: anak sakit.".into(),
        }],
    });
    region
}

fn column(range: &Range<Data>, title: &str) -> Option<u32> {
    (0..40).find(|col| text(range, 3, *col) == title)
}

#[test]
fn changes_against_the_published_plan_have_a_column_a_list_and_counts() {
    let region = published();
    let hasil = hasil_of(&region, &[]);
    let range = sheet(&hasil, "Rencana Mutasi");
    let col = column(&range, "Dibanding rencana terbit").expect("a column");
    assert_eq!(col, column(&range, "Peringatan").unwrap() + 1, "it is on paper");
    let told: Vec<String> = (4..30).map(|row| text(&range, row, col)).filter(|told| !told.is_empty()).collect();
    let unit = &region.roster.unit(region.roster.unit_ids().nth(1).unwrap()).nama;
    let count = |own: &str| told.iter().filter(|told| *told == own).count();
    assert_eq!(
        (count("Tetap"), count("Baru"), count(&format!("Berubah: semula ke {unit}"))),
        (region.plan.moves.len() - 2, 1, 1)
    );
    let words = all_text(&range);
    assert!(words.contains("Tidak lagi diusulkan dibanding rencana terbit"), "{words}");
    assert!(words.contains("Tidak disetujui oleh Bupati: anak sakit."), "{words}");
    let ringkasan = all_text(&sheet(&hasil, "Ringkasan"));
    assert!(ringkasan.contains("Dibanding rencana terbit (4 perpindahan): 2 tetap, 1 berubah, 1 baru, 1 tidak lagi"));
}

#[test]
fn without_a_published_plan_nothing_is_said_of_one() {
    let hasil = hasil_of(&region(), &[]);
    assert_eq!(column(&sheet(&hasil, "Rencana Mutasi"), "Dibanding rencana terbit"), None);
    assert!(!all_text(&sheet(&hasil, "Ringkasan")).contains("Dibanding rencana terbit"));
}

#[test]
fn a_decision_that_is_followed_shows_what_its_move_asks_to_look_at() {
    let mut region = region();
    let (step, roster) = (&mut region.plan.moves[0], &mut region.roster);
    let over = "sesudah rencana ini Guru Kelas di SD Negeri 1 menjadi 16 orang, kebutuhan 12 orang: lebih 4 orang";
    step.warnings = vec![RuleNote { code: "A-160", nilai: Nilai::TidakTerpenuhi, sentence: over.into() }];
    let unit = region.needs.post(step.to).unit;
    roster.keputusan.list.push(Keputusan {
        nip: roster.pegawai(step.pegawai).nip,
        tindakan: Tindakan::Setuju,
        tujuan: Some(TujuanKeputusan { unit, jabatan: None }),
        aturan: None,
        alasan: "kebutuhan dinas".into(),
        pejabat: "Bupati".into(),
        tanggal: None,
        tanggal_asing: None,
        asal: Place::file("keputusan.xlsx"),
    });
    region.plan.keputusan = vec![HasilKeputusan::Dipenuhi];
    let hasil = hasil_of(&region, &[]);
    let words = all_text(&sheet(&hasil, "Keputusan"));
    assert!(words.contains(&format!("Dipenuhi. Perhatikan: {over}")), "{words}");
    assert!(all_text(&sheet(&hasil, "Rencana Mutasi")).contains(&format!("A-160: {over}")));
}

#[test]
fn wishes_and_ways_are_told_with_their_reasons_to_leaders_and_employees() {
    let region = region();
    let mut keadilan = Keadilan::default();
    keadilan.rencana.ukuran.usulan.orang = 22;
    keadilan.tak_terpenuhi = [(SebabUsulan::Ditahan, 5), (SebabUsulan::TidakKurang, 17)].into();
    let km = |rata_m| Km { orang: 16, rata_m, p90_m: 0 };
    keadilan.rencana.ukuran.rumah = Some(Rumah { lama: km(12_100), baru: km(26_800) });
    let [hasil, edisi] = with_results(&region, &[], |results| {
        let results = Results { keadilan: Some(&keadilan), ..*results };
        [super::super::hasil(&results).unwrap(), super::super::edisi_pegawai(&results).unwrap().value]
    });
    let usulan = "Usulan pindah: 22 orang menyebut tempat, 0 terpenuhi; yang belum: 17 orang mengusulkan tempat yang tidak \
                  kekurangan, 5 orang belum boleh dipindahkan menurut aturan.";
    let jarak = "Jarak rata-rata dari rumah 16 orang yang pindah: kini 12,1 km, nanti 26,8 km, karena mengisi kekurangan \
                 didahulukan atas jarak.";
    for words in [all_text(&sheet(&hasil, "Ringkasan")), all_text(&sheet(&edisi, "Tentang Rencana"))] {
        assert!(words.contains(usulan) && words.contains(jarak), "{words}");
    }
}

#[test]
fn the_people_of_kebutuhan_unit_add_up_from_those_who_were_read() {
    let mut region = region();
    region.needs.fills[0] = false;
    let post = region.needs.post_of[0].unwrap();
    region.needs.posts[post.0 as usize].riil -= 1;
    let note = text(&sheet(&hasil_of(&region, &[]), "Kebutuhan Unit"), 1, 0);
    let riil: u32 = region.needs.posts.iter().map(|post| post.riil).sum();
    let used = region.roster.pegawai.len();
    assert!(
        note.contains(&format!("Riil seluruhnya {riil} orang = {used} pegawai dipakai − 1 tidak sedang")),
        "{note}"
    );
}
