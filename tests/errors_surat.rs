//! Every code about decrees with their number and about letters that stay, provoked by a folder; its text is a snapshot.

mod letter_kit;
mod read_kit;

use letter_kit::*;
use mutasi::finding::Severity;
use mutasi::pipeline::{self, Silent, surat};
use read_kit::{C::*, *};

#[test]
fn a_second_decree_of_a_month_has_its_own_number_and_the_first_one_stays() {
    let (folder, first) = decided(SATU, &[1]);
    assert_eq!(codes(&first.findings), <[&str; 0]>::default());
    let before = files(&folder, "surat");
    assert_eq!(run(&folder).surat, first.surat);
    assert!(files(&folder, "surat") == before, "the same once more");

    // Two more are approved, and nobody changed the number.
    let nip = approve(&folder, &[0, 1, 2], T(""));
    let used = run(&folder);
    insta::assert_snapshot!("S-114", told(&used.findings, "S-114"));
    let after = files(&folder, "surat");
    let own = format!("petikan/001-{}.pdf", nip[1]);
    assert!(after["sk-kolektif.pdf"] == before["sk-kolektif.pdf"] && after[&own] == before[&own]);
    assert!(after.keys().filter(|name| name.starts_with("petikan/")).eq([&own]), "{:?}", after.keys());
    assert!(after.contains_key("draf/disetujui/sk-kolektif.pdf"), "{:?}", after.keys());
    let text = text_of(&after["draf/disetujui/sk-kolektif.pdf"]);
    assert!(text.is_none_or(|text| !text.contains("/217/") && text.contains("NOMOR : .....")));

    // The second number, of moves that take effect a month later.
    set(&folder, &format!("{DUA}\n[waktu]\ntanggal_efektif = \"2027-01-01\""));
    let second = run(&folder);
    assert_eq!(codes(&second.findings), <[&str; 0]>::default());
    assert_eq!(
        second.surat.bernomor,
        [("800.1.3.3/217/BKPSDM/2026".into(), 1), ("800.1.3.3/231/BKPSDM/2026".into(), 2)]
    );
    let all = files(&folder, "surat");
    assert!(all["sk-kolektif.pdf"] == before["sk-kolektif.pdf"]);
    let letters = again(&folder);
    assert!(files(&folder, "surat") == all && letters.complete(), "{}", render_all(&letters.findings));
    assert_eq!(all[&own], before[&own], "what is written keeps its date and the plan it was from");
    let Some(text) = text_of(&all["keputusan-2/sk-kolektif.pdf"]) else { return };
    assert!(text.contains("Terhitung mulai tanggal 1 Januari 2027"), "{text}");
    assert!(text.contains("NOMOR : 800.1.3.3/231/BKPSDM/2026") && text.contains("27 November 2026"), "{text}");
    assert!(!text.contains(&spaced(&nip[1])) && text.contains(&spaced(&nip[0])), "{text}");
}

fn spaced(nip: &str) -> String {
    format!("{} {} {} {}", &nip[..8], &nip[8..14], &nip[14..15], &nip[15..])
}

#[test]
fn a_number_that_was_taken_back_is_given_again_and_said_so() {
    let (folder, _) = decided(SATU, &[1]);
    let nip = approve(&folder, &[0, 1, 2], T(""));
    fs_err::remove_file(folder.root().join(OUT).join("surat/sk-kolektif.pdf")).unwrap();
    let outcome = run(&folder);
    insta::assert_snapshot!("S-114-ulang", told(&outcome.findings, "S-114"));
    // Who was on it keeps the number in the lampiran; the others follow.
    let names = names(&folder);
    assert!(names.contains(&format!("petikan/001-{}.pdf", nip[1])), "{names:?}");
    assert_eq!(outcome.surat.bernomor, [("800.1.3.3/217/BKPSDM/2026".into(), 3)]);
    assert_eq!(codes(&run(&folder).findings), <[&str; 0]>::default(), "told once");
}

#[test]
fn the_number_of_another_month_is_not_given_again() {
    let (folder, _) = decided(SATU, &[0]);
    let october = folder.root().join("keluar/2026-10");
    fs_err::rename(folder.root().join(OUT), &october).unwrap();
    let outcome = run(&folder);
    let told = told(&outcome.findings, "S-114");
    assert!(told.contains("sudah ditulis untuk 1 orang (Oktober 2026)"), "{told}");
    assert!(outcome.surat.bernomor.is_empty());
}

#[test]
fn a_numbered_decree_is_not_changed_in_silence() {
    let (folder, _) = decided(SATU, &[0, 1]);
    let before = files(&folder, "surat");
    approve(&folder, &[1], T(""));
    let outcome = run(&folder);
    insta::assert_snapshot!("S-115", told(&outcome.findings, "S-115"));
    let after = files(&folder, "surat");
    assert!(after["sk-kolektif.pdf"] == before["sk-kolektif.pdf"]);
    assert_eq!(after.keys().filter(|name| name.starts_with("petikan/")).count(), 2, "{:?}", after.keys());
    assert_eq!(outcome.surat.bernomor, [("800.1.3.3/217/BKPSDM/2026".into(), 2)]);
    let listed = record(&folder)["surat"].as_array().unwrap().iter().filter(|own| own["bernomor"] == true).count();
    assert_eq!(listed, 3);
    assert!(pipeline::audit::audit(folder.root(), november(false), &Silent).unwrap().holds());

    let (folder, _) = decided(SATU, &[0, 1]);
    set(&folder, DUA);
    let outcome = run(&folder);
    insta::assert_snapshot!("S-115-nomor", told(&outcome.findings, "S-115"));
    assert_eq!(outcome.surat.bernomor, [("800.1.3.3/217/BKPSDM/2026".into(), 2)]);
}

#[test]
fn a_decree_that_cannot_stand_stays_a_draft() {
    for (sk, tanggal, words) in [
        ("nomor = \"217/2026\"", T(""), "tanpa tanggal"),
        ("nomor = \"217/2026\"\ntanggal = \"25-12-2026\"", T(""), "sk.tanggal di mutasi.toml tidak dapat dipakai"),
        ("nomor = \"217/2026\"\ntanggal = \"2026-12-25\"", T(""), "sesudah tanggal mulai berlakunya"),
        ("nomor = \"217/2026\"\ntanggal = \"2026-11-20\"", D(2026, 11, 25), "mendahului persetujuan pimpinan"),
        (
            "nomor = \"217/2026\"\ntanggal = \"2026-11-20\"\ngaya_nomor = \"taun\"",
            T(""),
            "sk.gaya_nomor di mutasi.toml",
        ),
        ("nomor = \"217/2026\"\ntanggal = \"2026-11-20\"\ngaya_nomor = \"tahun\"", T(""), "tahun dua kali"),
        ("nomor = \"217/2026\"\ntanggal = \"2026-11-20\"\nlampiran_kolom = [\"baru\"]", T(""), "sk.lampiran_kolom di"),
        ("nomor = \"217/2026\"\ntanggal = \"2026-11-20\"\ndiktum = [\"\", \"Satu.\"]", T(""), "sk.diktum di"),
        ("nomor = \"217/2026\"\ntanggal = \"2026-11-20\"\npetikan_nip = \"1970\"", T(""), "petikan_nip"),
        ("nomor = \"217/2026\"\ntanggal = \"2026-11-20\"\n#tanpa nama", T(""), "sk.nama_pejabat kosong"),
    ] {
        let folder = folder(SETTINGS);
        run(&folder);
        set(&folder, sk);
        if sk.ends_with("#tanpa nama") {
            let unsigned = SETTINGS.replace("nama_pejabat = \"H. MUHAMMAD SYUKUR\"\n", "");
            fs_err::write(folder.root().join("mutasi.toml"), format!("{unsigned}{sk}\n")).unwrap();
        }
        approve(&folder, &[0], tanggal);
        let outcome = run(&folder);
        let all = told(&outcome.findings, "S-116") + &told(&outcome.findings, "S-117");
        assert!(all.contains(words) && all.contains("tetap DRAF"), "{sk}: {all}");
        assert!(outcome.surat.bernomor.is_empty(), "{sk}");
        let names = names(&folder);
        assert!(!names.contains(&"sk-kolektif.pdf".to_string()), "{sk}: {names:?}");
        assert!(names.contains(&"draf/disetujui/sk-kolektif.pdf".to_string()), "{sk}: {names:?}");
        if words == "tanpa tanggal" {
            insta::assert_snapshot!("S-116", told(&outcome.findings, "S-116"));
        }
        if words == "petikan_nip" {
            insta::assert_snapshot!("S-117", told(&outcome.findings, "S-117"));
        }
    }
}

#[test]
fn a_decree_on_one_person_has_a_number_of_its_own_or_is_a_draft() {
    let own = "tanggal = \"2026-11-20\"\ngaya_nomor = \"tahun\"\n";
    let letters = "\n[surat]\njenis = [\"sk-perorangan\", \"pemberitahuan\", \"spmt\"]\nperorangan = \"keduanya\"";
    let (folder, outcome) = decided(&format!("{own}{letters}"), &[0, 1]);
    insta::assert_snapshot!("S-118", told(&outcome.findings, "S-118"));
    assert_eq!(codes(&outcome.findings), ["S-118"]);
    let nip = approve(&folder, &[0, 1], T(""));
    let number = format!("nomor_perorangan = [\"{} = 31\"]", nip[0]);
    set(&folder, &format!("{own}{number}{letters}"));
    let outcome = run(&folder);
    assert!(
        told(&outcome.findings, "S-118").contains("1 Keputusan untuk satu orang"),
        "{}",
        render_all(&outcome.findings)
    );
    let written = files(&folder, "surat");
    let is = |begin: &str, nip: &str| written.keys().find(|name| name.starts_with(begin) && name.contains(nip));
    let numbered = is("sk-perorangan/", &nip[0]).expect("it has its number");
    assert!(is("sk-perorangan/", &nip[1]).is_none() && is("draf/disetujui/sk-perorangan/", &nip[1]).is_some());
    assert_eq!(outcome.surat.bernomor, [("31 TAHUN 2026".to_string(), 1)]);
    if let Some(text) = text_of(&written[numbered]) {
        assert!(text.contains("NOMOR 31 TAHUN 2026") && text.contains("pada tanggal 20 November 2026"), "{text}");
        let told = text_of(&written[is("pemberitahuan/", &nip[0]).unwrap()]).unwrap();
        assert!(told.contains("Nomor 31 Tahun 2026 tanggal 20 November 2026"), "{told}");
        assert!(told.contains("Hal : Pemberitahuan mutasi") && !told.contains("direncanakan"), "{told}");
        let waits = text_of(&written[is("draf/disetujui/pemberitahuan/", &nip[1]).unwrap()]).unwrap();
        assert!(waits.contains("telah disetujui untuk dipindahkan"), "{waits}");
        let printed = text_of(&written["sk-perorangan-gabungan.pdf"]).unwrap();
        assert_eq!(printed.matches("MEMUTUSKAN").count(), 1, "drafts are printed apart");
    }
    // A number that two have is nobody's, and one that is written stays.
    let twice = format!("nomor_perorangan = [\"{} = 32\", \"{} = 32\"]", nip[0], nip[1]);
    set(&folder, &format!("{own}{twice}{letters}"));
    let outcome = run(&folder);
    assert!(
        told(&outcome.findings, "S-114").contains("lebih dari satu Keputusan"),
        "{}",
        render_all(&outcome.findings)
    );
    assert!(told(&outcome.findings, "S-115").contains("tidak dipakai, karena Keputusan nomor 31 TAHUN 2026"));
    assert_eq!(outcome.surat.bernomor, [("31 TAHUN 2026".to_string(), 1)]);
}

#[test]
fn nobody_gets_two_numbers_and_a_number_for_nobody_is_told() {
    let letters = "\n[surat]\njenis = [\"sk-kolektif\", \"sk-perorangan\"]";
    let (folder, outcome) = decided(&format!("{SATU}{letters}"), &[0]);
    assert_eq!(codes(&outcome.findings), ["S-131"], "one decree is enough");
    insta::assert_snapshot!("S-131", told(&outcome.findings, "S-131"));
    assert!(outcome.findings.iter().all(|own| own.kode.code != "S-131" || own.severity() == Severity::Info));
    let nip = approve(&folder, &[0], T(""));
    let numbers = format!("\nnomor_perorangan = [\"{} = 31\", \"198601012015011099 = 32\"]", nip[0]);
    set(&folder, &format!("{SATU}{numbers}{letters}"));
    let outcome = run(&folder);
    assert!(
        told(&outcome.findings, "S-116").contains("sudah dimuat Keputusan nomor 800.1.3.3/217"),
        "{:?}",
        outcome.findings
    );
    assert!(told(&outcome.findings, "P-106").contains("tidak disetujui: 198601012015011099"), "{:?}", outcome.findings);
    assert_eq!(outcome.surat.bernomor.len(), 1);
    set(&folder, &format!("{SATU}{numbers}"));
    assert!(told(&run(&folder).findings, "P-106").contains("surat.jenis tidak memuat \"sk-perorangan\""));
}

#[test]
fn letters_that_cannot_be_made_anew_stay_as_they_were() {
    let (folder, _) = decided(SATU, &[0]);
    let before = files(&folder, "surat");
    template(&folder, "petikan.hbs", "{{#if pegawai.nip}}\n");
    let letters = again(&folder);
    insta::assert_snapshot!("S-119", told(&letters.findings, "S-119"));
    assert!(!letters.complete() && files(&folder, "surat") == before);
    run(&folder);
    assert!(files(&folder, "surat") == before, "so does a run");
    // A slip in a text of the settings stops those that print it; a numbered decree prints its own of before.
    fs_err::remove_file(folder.root().join("templates/petikan.hbs")).unwrap();
    set(&folder, &format!("{SATU}\ntentang = \"Pemindahan di {{daera}}\""));
    let letters = again(&folder);
    assert!(told(&letters.findings, "S-119").contains("3 surat yang sudah ada"), "{}", render_all(&letters.findings));
    assert_eq!((letters.outputs.len(), letters.kept), (5, 3), "only what is written is counted as written");
    let (now, decree) =
        (files(&folder, "surat"), |path: &str| path.contains("petikan/") || path.contains("sk-kolektif"));
    assert!(before.keys().filter(|path| decree(path)).count() == 5);
    assert!(before.iter().filter(|(path, _)| decree(path)).all(|(path, bytes)| now.get(path) == Some(bytes)));
    assert_eq!(record(&folder)["keputusan_bernomor"].as_array().map(Vec::len), Some(1), "and is remembered");
    set(&folder, SATU);
    assert!(again(&folder).complete() && files(&folder, "surat") == before);
}

#[test]
fn a_preview_that_cannot_be_made_leaves_the_old_one_and_says_so() {
    let folder = folder(SETTINGS);
    surat::preview(folder.root(), "petikan", false).unwrap();
    template(&folder, "petikan.hbs", "{{#if pegawai.nip}}\n");
    let letters = surat::preview(folder.root(), "petikan", false).unwrap();
    assert!(
        told(&letters.findings, "S-119").contains("dari sebelum perubahan terakhir"),
        "{}",
        render_all(&letters.findings)
    );
    template(&folder, "petikan.hbs", "");
    let letters = surat::preview(folder.root(), "petikan", false).unwrap();
    assert!(told(&letters.findings, "S-102").contains("tidak memuat tulisan apa pun"));
}

#[test]
fn a_template_that_notepad_gave_another_name_is_told() {
    let folder = folder(&format!("{SETTINGS}tanggall = \"2026-11-20\"\n"));
    template(&folder, "petikan.hbs.txt", "Surat\n");
    let outcome = run(&folder);
    insta::assert_snapshot!("S-120", told(&outcome.findings, "S-120"));
    for findings in [again(&folder).findings, surat::preview(folder.root(), "petikan", false).unwrap().findings] {
        assert!(told(&findings, "S-120").contains("petikan.hbs.txt"));
        assert!(told(&findings, "P-101").contains("sk.tanggall"), "what is wrong with the settings is told as well");
    }
}

#[test]
fn an_edition_for_employees_that_lacks_time_and_address_of_objections_is_told() {
    let folder = folder(SETTINGS);
    insta::assert_snapshot!("B-50", told(&run(&folder).findings, "B-50"));
    let jadwal = "jadwal = [\"Penyampaian keberatan dan aspirasi pegawai = 1 sampai 7 Desember 2026\"]";
    set(&folder, &format!("[surat]\nkontak = \"Bidang Mutasi, (0746) 12345\"\nkeberatan_hari = 7\n{jadwal}"));
    assert_eq!(told(&run(&folder).findings, "B-50"), "");
}
