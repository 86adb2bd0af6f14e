//! The staff edition: what everybody may read, and nothing else.

use super::*;
use crate::model::fixture;
use crate::model::nip::Nip;
use crate::write::workbook::edisi_pegawai;

fn edisi(region: &Region) -> Artifact {
    with_results(region, &[], |results| edisi_pegawai(results).unwrap().value)
}

/// Every part of the package as text, by its name: sheets, strings, notes, properties.
fn parts(artifact: &Artifact) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(artifact.bytes.clone())).unwrap();
    let count = zip.len();
    let part = |at: usize| {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().to_string(), String::from_utf8_lossy(&bytes).into_owned())
    };
    (0..count).map(part).collect()
}

/// A region in which every fact of a person that must not be told has words of its own.
fn talkative() -> Region {
    let mut region = besar::region();
    for (at, step) in region.plan.moves.iter_mut().enumerate() {
        step.alasan = format!("RAHASIA-alasan {at}");
        step.jika_ditolak = format!("RAHASIA-tolak {at}");
        step.merit[0].sentence = format!("RAHASIA-nilai {at}");
        step.merit[0].points = 987_654_321 + at as i64;
        step.warnings[0].sentence = format!("RAHASIA-peringatan {at}");
    }
    for person in &mut region.plan.people {
        person.blocked = vec![region.plan.moves[0].warnings[0].clone()];
    }
    region
}

#[test]
fn nobodys_nip_stands_in_it_whole_and_no_score_or_reason_of_anybody() {
    let region = talkative();
    let edisi = edisi(&region);
    assert_eq!(edisi.path, "edisi-pegawai-2026-11.xlsx");
    let nips: Vec<Nip> = region.roster.pegawai.iter().map(|pegawai| pegawai.nip).collect();
    assert!(nips.len() > 100);
    for (name, text) in parts(&edisi) {
        for nip in &nips {
            let (whole, spaced) = (nip.digits().to_string(), nip.spaced());
            // Eight digits of the birth date are enough to find the person.
            // Nor with the sex or the serial beside the year.
            let ending = &whole[14..];
            for form in [&*whole, &*spaced, &spaced.replace(' ', "\u{a0}"), &whole[..8], &format!("* {ending}")] {
                assert!(!text.contains(form), "{name} tells {form}");
            }
        }
        assert!(!text.contains("RAHASIA"), "{name} tells what only leadership may read");
        assert!(!text.contains("98765432"), "{name} tells points of a person");
        assert!(!text.contains("comments"), "{name} has notes");
    }
    let masked = region.roster.pegawai(region.plan.moves[0].pegawai).nip.masked();
    assert!(all_text(&sheet(&edisi, "Daftar Rencana")).contains(&masked));
}

#[test]
fn it_tells_the_plan_the_criteria_their_weights_the_schedule_and_how_to_object() {
    let mut region = fixture::region();
    region.settings.surat.kontak = "Bidang Mutasi BKPSDM, (0746) 12345".into();
    region.settings.surat.keberatan_hari = 14;
    region.settings.surat.jadwal = vec!["Penetapan Keputusan = 24 November 2026".into()];
    let edisi = edisi(&region);
    let names = open(&edisi).sheet_names();
    assert_eq!(names, ["Tentang Rencana", "Daftar Rencana", "Kriteria dan Bobot", "Jadwal dan Keberatan"]);
    for (name, told) in [
        ("Tentang Rencana", "Kekurangan pegawai 6 orang; sesudah 4 perpindahan dalam rencana ini menjadi 2 orang."),
        ("Daftar Rencana", "Guru Kelas: ada 3 dari kebutuhan 6; sesudah rencana ada 5"),
        ("Daftar Rencana", "Dinas Kesehatan: 2 orang diusulkan pindah"),
        ("Kriteria dan Bobot", "Kekurangan terisi paling merata"),
        ("Kriteria dan Bobot", "Linearitas pendidikan dengan jabatan"),
        ("Kriteria dan Bobot", "PP 11/2017 Pasal 190 ayat (3)"),
        ("Jadwal dan Keberatan", "24 November 2026"),
        ("Jadwal dan Keberatan", "Sampaikan kepada Bidang Mutasi BKPSDM, (0746) 12345."),
        ("Jadwal dan Keberatan", "paling lambat 14 (empat belas) hari kerja"),
        ("Jadwal dan Keberatan", "Evaluasi bulan ke-3"),
    ] {
        let words = all_text(&sheet(&edisi, name));
        assert!(words.contains(told), "“{told}” is not on {name}:\n{words}");
    }
}

#[test]
fn no_text_of_it_becomes_a_formula_and_a_month_without_moves_has_it_too() {
    let mut region = fixture::region();
    region.roster.units[0].nama = "=1+1".into();
    let mut book = open(&edisi(&region));
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().used_cells().next().is_none(), "{name} holds a formula");
    }
    region.plan.moves.clear();
    assert!(all_text(&sheet(&edisi(&region), "Daftar Rencana")).contains("Tidak ada perpindahan yang diusulkan."));
}

#[test]
fn a_text_of_the_settings_that_cannot_be_filled_is_told() {
    let mut region = fixture::region();
    region.settings.surat.tujuan = vec!["memeratakan pegawai {kabupatenku}".into()];
    let findings = with_results(&region, &[], |results| edisi_pegawai(results).unwrap().findings);
    // The other one tells that the settings lack time and address of objections.
    let own: Vec<&Finding> = findings.iter().filter(|finding| finding.kode.code != "B-50").collect();
    assert_eq!((own.len(), findings.len()), (1, 2));
    assert!(findings[0].problem.contains("surat.tujuan memuat {kabupatenku}"), "{}", findings[0].problem);
}

/// A region whose first move leadership approved.
fn approved() -> Region {
    let mut region = fixture::region();
    let step = region.plan.moves[0].clone();
    let setuju = crate::model::keputusan::Keputusan {
        nip: region.roster.pegawai(step.pegawai).nip,
        tindakan: crate::model::keputusan::Tindakan::Setuju,
        tujuan: None,
        aturan: None,
        alasan: "Sesuai kebutuhan".into(),
        pejabat: "Bupati".into(),
        tanggal: None,
        tanggal_asing: None,
        asal: Place::file("keputusan.xlsx"),
    };
    region.roster.keputusan.list = vec![setuju];
    region.plan.keputusan = vec![crate::model::keputusan::HasilKeputusan::Dipenuhi];
    region
}

#[test]
fn every_line_says_whether_it_is_approved_and_titles_how_many_are() {
    let edisi = edisi(&approved());
    let range = sheet(&edisi, "Daftar Rencana");
    assert_eq!(text(&range, 0, 0), "Daftar Rencana (1 dari 4 disetujui pimpinan)");
    assert!(text(&sheet(&edisi, "Tentang Rencana"), 0, 0).contains("1 dari 4 disetujui pimpinan"));
    let states: Vec<String> = (4..12).map(|row| text(&range, row, 11)).filter(|word| !word.is_empty()).collect();
    assert_eq!(states.iter().filter(|word| *word == "Disetujui").count(), 1, "{states:?}");
    assert_eq!(states.iter().filter(|word| *word == "Usulan").count(), 3, "{states:?}");
}

#[test]
fn a_place_that_somebody_leaves_in_the_same_plan_says_so() {
    let mut region = fixture::region();
    let (from, to) = (region.plan.moves[0].from, region.plan.moves[0].to);
    let swap = region.plan.moves.iter().position(|step| step.from != from && step.to != to).unwrap();
    region.plan.moves[swap].from = to;
    let words = all_text(&sheet(&edisi(&region), "Daftar Rencana"));
    assert!(words.contains(", 1 di antaranya pindah; sesudah rencana ada"), "{words}");
}

#[test]
fn goals_have_the_numbers_that_leaders_read_and_no_key_of_a_settings_file_stands_in_it() {
    let region = fixture::region();
    let book = edisi(&region);
    let range = sheet(&book, "Kriteria dan Bobot");
    let goals: Vec<String> = (4..10).map(|row| text(&range, row, 1)).collect();
    let leaders = sheet(&hasil_of(&region, &[]), "Aturan");
    let first = (4..200).find(|row| text(&leaders, *row, 1) == goals[0]).expect("the same goals for leaders");
    for (at, goal) in goals.iter().enumerate() {
        assert!(text(&leaders, first + at as u32, 1).starts_with(goal), "{goal}");
        assert!(!text(&range, 4 + at as u32, 3).is_empty(), "{goal} has no remark");
    }
    for name in open(&book).sheet_names() {
        let words = all_text(&sheet(&book, &name));
        for talk in ["blokir", " = ", "_bulan", "belum ditemukan"] {
            assert!(!words.contains(talk), "{name} says {talk}:\n{words}");
        }
    }
}
