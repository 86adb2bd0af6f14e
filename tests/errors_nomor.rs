//! A number is given once, and what carries it says what it said: every code about that, provoked by a folder.

mod letter_kit;
mod read_kit;

use std::collections::BTreeMap;

use letter_kit::*;
use mutasi::pipeline;
use read_kit::{C::*, *};

#[test]
fn of_two_kinds_of_decree_everybody_stands_on_one() {
    let letters =
        "\n[surat]\njenis = [\"sk-kolektif\", \"petikan\", \"sk-perorangan\", \"spmt\"]\nperorangan = \"keduanya\"";
    let (folder, _) = decided("", &[0, 1, 2]);
    let nip = approve(&folder, &[0, 1, 2], T(""));
    set(&folder, &format!("{SATU}\nnomor_perorangan = [\"{} = 800.1.3.3/31/2026\"]{letters}", nip[0]));
    let outcome = run(&folder);
    assert_eq!(codes(&outcome.findings), ["S-131"], "{}", render_all(&outcome.findings));
    let expected = [("800.1.3.3/217/BKPSDM/2026".to_string(), 2), ("800.1.3.3/31/2026".to_string(), 1)];
    let mut bernomor = outcome.surat.bernomor.clone();
    bernomor.sort();
    assert_eq!(bernomor, expected);
    let names = names(&folder);
    let of = |nip: &str| -> Vec<&str> { names.iter().filter(|name| name.contains(nip)).map(String::as_str).collect() };
    assert!(of(&nip[0]).iter().any(|name| name.starts_with("sk-perorangan/")) && of(&nip[0]).len() == 2, "{names:?}");
    assert!(of(&nip[1]).iter().any(|name| name.starts_with("petikan/")) && of(&nip[1]).len() == 2, "{names:?}");
    if let Some(text) = text_of(&files(&folder, "surat")["sk-kolektif.pdf"]) {
        assert!(!text.contains(&nip[0][..8]), "who has a decree of his own is on no other: {text}");
    }
    let before = decrees(&folder);
    // The office changes its mind about kinds: what has its number stays, and nobody gets a second one.
    for jenis in ["\"sk-kolektif\", \"petikan\"", "\"sk-perorangan\"", "\"spmt\""] {
        set(&folder, &format!("nomor = \"800.1.3.3/218/2026\"\ntanggal = \"2026-11-21\"\n[surat]\njenis = [{jenis}]"));
        let outcome = run(&folder);
        let mut bernomor = outcome.surat.bernomor.clone();
        bernomor.sort();
        assert_eq!(bernomor, expected, "{jenis}: {}", render_all(&outcome.findings));
        assert!(
            told(&outcome.findings, "S-115").contains("tidak lagi memuat"),
            "{jenis}: {:?}",
            codes(&outcome.findings)
        );
        for (name, bytes) in before.iter().filter(|(name, _)| !name.contains("gabungan")) {
            assert!(decrees(&folder).get(name) == Some(bytes), "{jenis}: {name} is gone or changed");
        }
    }
}

#[test]
fn where_a_record_is_lost_no_number_is_given_until_somebody_has_seen_to_it() {
    let (folder, _) = decided(SATU, &[0]);
    let before = decrees(&folder);
    let record = folder.root().join(OUT).join("catatan.json");
    let backup = fs_err::read(&record).unwrap();
    fs_err::write(&record, &backup[..backup.len() / 2]).unwrap();
    approve(&folder, &[0, 1], T(""));
    let lost = run(&folder);
    insta::assert_snapshot!("S-132", told(&lost.findings, "S-132"));
    assert!(lost.surat.bernomor.is_empty() && lost.surat.disetujui.orang == 2, "{:?}", lost.surat);
    assert_eq!(lost.exit(), pipeline::Exit::SomeLeftOut);
    assert!(decrees(&folder) == before, "{:?}", names(&folder));
    // The new record can be read, and the next run still knows.
    let again = run(&folder);
    assert!(codes(&again.findings).contains(&"S-132") && again.surat.bernomor.is_empty());
    assert!(decrees(&folder) == before);
    // Who takes away what was kept aside, and has no backup, has told nothing yet.
    let aside = folder.root().join(OUT).join("catatan-tak-terbaca.json");
    fs_err::remove_file(&aside).unwrap();
    let still = run(&folder);
    assert!(codes(&still.findings).contains(&"S-132") && still.surat.bernomor.is_empty());
    assert!(decrees(&folder) == before, "{:?}", names(&folder));
    // The backup comes back, and with it the number.
    fs_err::write(&record, &backup).unwrap();
    fs_err::remove_file(&aside).unwrap();
    let found = run(&folder);
    assert_eq!(codes(&found.findings), ["S-114"], "{}", render_all(&found.findings));
    assert!(decrees(&folder) == before);
}

#[test]
fn a_record_of_another_month_counts_as_well_and_so_does_one_that_is_gone() {
    let (folder, _) = decided("", &[0]);
    let october = folder.root().join("keluar/2026-10");
    fs_err::create_dir_all(&october).unwrap();
    fs_err::write(october.join("catatan.json"), "{\"program\": \"mutasi\"}").unwrap();
    set(&folder, SATU);
    let outcome = run(&folder);
    assert!(told(&outcome.findings, "S-132").contains("Oktober 2026"), "{}", render_all(&outcome.findings));
    assert!(outcome.surat.bernomor.is_empty());
    fs_err::remove_dir_all(&october).unwrap();
    fs_err::remove_file(folder.root().join(OUT).join("catatan.json")).unwrap();
    let outcome = run(&folder);
    assert!(told(&outcome.findings, "S-132").contains("November 2026"), "{}", render_all(&outcome.findings));
    // Who takes everything back begins anew.
    fs_err::remove_dir_all(folder.root().join(OUT)).unwrap();
    assert_eq!(run(&folder).surat.bernomor.len(), 1);
}

#[test]
fn a_numbered_decree_says_of_its_people_what_it_said() {
    let (folder, first) = decided(SATU, &[0]);
    let before = decrees(&folder);
    folder.put("pegawai.xlsx", &pegawai("III/c"));
    let outcome = run(&folder);
    insta::assert_snapshot!("S-133", told(&outcome.findings, "S-133"));
    assert!(decrees(&folder) == before && outcome.surat == first.surat, "{}", render_all(&outcome.findings));
    assert!(told(&run(&folder).findings, "S-133").contains("Penata Muda Tingkat I"), "it is told until it is mended");
    fs_err::remove_file(folder.root().join(OUT).join("surat/sk-kolektif.pdf")).unwrap();
    let outcome = run(&folder);
    assert_eq!(codes(&outcome.findings), <[&str; 0]>::default());
    let now = decrees(&folder);
    assert!(now != before && now.keys().eq(before.keys()));
}

#[test]
fn an_approval_after_the_date_of_the_decree_waits_and_the_others_go_on() {
    let folder = folder(SETTINGS);
    run(&folder);
    set(&folder, SATU);
    let nip = approve(&folder, &[0], T(""));
    let steps = [(0, T("")), (1, D(2026, 11, 25)), (2, D(2026, 11, 20))];
    let rows: Vec<Vec<C>> = steps.iter().flat_map(|(at, day)| approvals(&folder, &[*at], *day)).collect();
    let header: &[C] = &["NIP", "NAMA", "KEPUTUSAN", "TUJUAN", "ALASAN", "PEJABAT", "TANGGAL"].map(T);
    let rows: Vec<&[C]> = std::iter::once(header).chain(rows.iter().map(Vec::as_slice)).collect();
    folder.put("keputusan.xlsx", &xlsx(&rows));
    let outcome = run(&folder);
    insta::assert_snapshot!("S-134", told(&outcome.findings, "S-134"));
    assert_eq!(outcome.surat.bernomor, [("800.1.3.3/217/BKPSDM/2026".to_string(), 2)]);
    assert_eq!((outcome.surat.disetujui.orang, outcome.surat.disetujui.surat), (1, 2), "{:?}", names(&folder));
    assert!(names(&folder).iter().any(|name| name.starts_with("petikan/") && name.contains(&nip[0])));
    // The next number is theirs.
    set(&folder, &SATU.replace("217", "218").replace("-20", "-26"));
    let next = run(&folder);
    assert_eq!(codes(&next.findings), <[&str; 0]>::default(), "{}", render_all(&next.findings));
    assert_eq!(next.surat.bernomor.len(), 2);
}

#[test]
fn a_decree_that_is_ready_to_be_signed_is_not_written_over() {
    let (folder, _) = decided(SATU, &[0]);
    let draft = decrees(&folder);
    set(&folder, &siap(SATU));
    assert_eq!(codes(&run(&folder).findings), <[&str; 0]>::default());
    let ready = decrees(&folder);
    assert!(draft != ready, "the grey word goes when the office asks");
    // Signed, and put back in its place.
    let signed = sign(&folder, "sk-kolektif.pdf");
    let path = folder.root().join(OUT).join("surat/sk-kolektif.pdf");
    assert_eq!(codes(&run(&folder).findings), <[&str; 0]>::default());
    assert_eq!(codes(&run(&folder).findings), <[&str; 0]>::default(), "nor is that told every time");
    assert!(fs_err::read(&path).unwrap() == signed);
    // Another text: of the next decree.
    set(&folder, &siap(SATU).replace("[surat]", "frasa_rahmat = true\n[surat]"));
    let outcome = run(&folder);
    insta::assert_snapshot!("S-135", told(&outcome.findings, "S-135"));
    assert!(fs_err::read(&path).unwrap() == signed);
    let petikan =
        |all: &BTreeMap<String, Vec<u8>>| all.iter().find(|(name, _)| name.starts_with("petikan/")).unwrap().1.clone();
    assert!(petikan(&decrees(&folder)) == petikan(&ready));
    assert!(again(&folder).complete() && fs_err::read(&path).unwrap() == signed, "nor by writing letters alone");
}

#[test]
fn a_number_typed_in_another_way_is_the_same_number() {
    let tahun = |nomor: &str| format!("nomor = \"{nomor}\"\ntanggal = \"2026-11-20\"\ngaya_nomor = \"tahun\"");
    let (folder, first) = decided(&tahun("361"), &[0]);
    approve(&folder, &[0, 1], T(""));
    for nomor in ["361 TAHUN 2026", "361 Tahun  2026", "361"] {
        set(&folder, &tahun(nomor));
        let outcome = run(&folder);
        assert!(told(&outcome.findings, "S-114").contains("361 TAHUN 2026"), "{nomor}: {:?}", codes(&outcome.findings));
        assert_eq!(outcome.surat.bernomor, first.surat.bernomor);
    }
}
