//! Papers of numbered decrees: nothing that may be signed is written over, and no number stands without its decree.

mod letter_kit;
mod read_kit;

use letter_kit::*;
use mutasi::pipeline::{self, Silent};
use read_kit::{C::*, *};

const SENDIRI: &str = "jenis = [\"sk-perorangan\", \"spmt\"]\nperorangan = \"keduanya\"";

fn audited(folder: &Folder) -> pipeline::audit::Audited {
    pipeline::audit::audit(folder.root(), november(false), &Silent).unwrap()
}

#[test]
fn what_was_ready_to_be_signed_stays_so_whatever_the_settings_say_later() {
    let (folder, _) = decided(&siap(SATU), &[0]);
    let nip = approve(&folder, &[0], T("")).remove(0);
    let petikan = format!("petikan/001-{nip}.pdf");
    let signed = [sign(&folder, "sk-kolektif.pdf"), sign(&folder, &petikan)];
    let same = |when: &str| {
        let now = decrees(&folder);
        assert!(now["sk-kolektif.pdf"] == signed[0] && now[&petikan] == signed[1], "{when}");
        assert_eq!(record(&folder)["keputusan_bernomor"][0]["tanda"], "", "{when}");
    };
    set(&folder, SATU);
    for round in 0..3 {
        run(&folder);
        same(&format!("run {round}"));
        again(&folder);
        same(&format!("letters {round}"));
    }
    // The second decree of the month is a draft again, and another one signs it.
    approve(&folder, &[0, 1], T(""));
    let other = SETTINGS.replace("H. MUHAMMAD SYUKUR", "Dr. BARU");
    fs_err::write(folder.root().join("mutasi.toml"), format!("{other}{DUA}\n")).unwrap();
    for round in 0..3 {
        let outcome = run(&folder);
        assert_eq!(codes(&outcome.findings), ["S-142"], "{round}: {}", render_all(&outcome.findings));
        same(&format!("second decree, run {round}"));
        again(&folder);
        same(&format!("second decree, letters {round}"));
    }
    assert_eq!(record(&folder)["keputusan_bernomor"][1]["tanda"], "KONSEP");
    // Papers on the whole plan go by the settings of now.
    approve(&folder, &[0], T(""));
    set(&folder, "");
    approve(&folder, &[0, 1, 2], T(""));
    run(&folder);
    let nota = files(&folder, "surat").remove("nota-dinas.pdf").unwrap();
    let konsep = b"(KONSEP)";
    assert!(nota.windows(konsep.len()).any(|bytes| bytes == konsep));
}

#[test]
fn a_numbered_decree_keeps_its_title_in_all_letters_that_cite_it() {
    let (folder, _) = decided(SATU, &[0]);
    let before = decrees(&folder);
    approve(&folder, &[0, 1], T(""));
    set(&folder, &format!("{DUA}\ntentang = \"Mutasi Guru di {{daerah}}\""));
    let outcome = run(&folder);
    insta::assert_snapshot!("S-142-judul", told(&outcome.findings, "S-142"));
    for (name, bytes) in &before {
        assert!(decrees(&folder).get(name) == Some(bytes), "{name}");
    }
    let second = text_of(&decrees(&folder)["keputusan-2/sk-kolektif.pdf"]);
    assert!(second.is_none_or(|text| text.contains("MUTASI GURU")));
}

#[test]
fn a_numbered_decree_keeps_its_signatory() {
    let (folder, _) = decided(SATU, &[0]);
    let before = decrees(&folder);
    approve(&folder, &[0, 1], T(""));
    let other = SETTINGS.replace("H. MUHAMMAD SYUKUR", "Dr. BARU").replace("BUPATI MERANGIN", "Plh. BUPATI MERANGIN");
    fs_err::write(folder.root().join("mutasi.toml"), format!("{other}{DUA}\n")).unwrap();
    let outcome = run(&folder);
    insta::assert_snapshot!("S-142", told(&outcome.findings, "S-142"));
    for (name, bytes) in &before {
        assert!(decrees(&folder).get(name) == Some(bytes), "{name}");
    }
    let second = text_of(&decrees(&folder)["keputusan-2/sk-kolektif.pdf"]);
    assert!(second.is_none_or(|text| text.contains("Dr. BARU") && !text.contains("SYUKUR")));
    // Each decree on one person as well.
    let own = "tanggal = \"2026-11-20\"\nnomor_perorangan = [\"NIP = 800.1.3.3/31/2026\"]\n[surat]\n";
    let (folder, _) = decided("", &[0]);
    let own = own.replace("NIP", &approve(&folder, &[0], T(""))[0]) + SENDIRI;
    set(&folder, &own);
    run(&folder);
    let before = decrees(&folder);
    fs_err::write(folder.root().join("mutasi.toml"), format!("{other}{own}\n")).unwrap();
    assert_eq!(codes(&run(&folder).findings), ["S-142"]);
    assert!(before.contains_key("sk-perorangan-gabungan.pdf") && decrees(&folder) == before);
}

#[test]
fn a_paper_that_was_edited_by_hand_is_not_written_over_also_where_its_decree_is_written_anew() {
    let (folder, _) = decided(SATU, &[0, 1]);
    let nip = approve(&folder, &[1], T("")).remove(0);
    let petikan = names(&folder).into_iter().find(|name| name.starts_with("petikan/") && name.contains(&nip)).unwrap();
    let edited = sign(&folder, &petikan);
    for round in 0..2 {
        run(&folder);
        assert!(decrees(&folder)[&petikan] == edited, "{round}");
    }
    remove(&folder, "sk-kolektif.pdf");
    for round in 0..3 {
        let outcome = run(&folder);
        assert_eq!(outcome.surat.bernomor[0].1, 1, "{}", render_all(&outcome.findings));
        assert!(decrees(&folder)[&petikan] == edited, "{round}: {:?}", names(&folder));
    }
}

#[test]
fn no_number_stands_on_a_letter_while_its_decree_cannot_be_made() {
    let letters = "[surat]\njenis = [\"sk-kolektif\", \"petikan\", \"spmt\", \"pemberitahuan\"]";
    for sk in [
        format!("{SATU}\nlambang = \"tidak-ada.png\"\n{letters}"),
        format!("{SATU}\n[surat]\njenis = [\"petikan\", \"spmt\", \"pemberitahuan\"]"),
    ] {
        let (folder, outcome) = decided(&sk, &[0]);
        assert!(outcome.surat.bernomor.is_empty(), "{sk}: {:?}", outcome.surat);
        assert_eq!(record(&folder)["keputusan_bernomor"].as_array().map(Vec::len), Some(0), "{sk}");
        assert!(told(&outcome.findings, "S-116").contains("800.1.3.3/217"), "{}", render_all(&outcome.findings));
        assert!(names(&folder).iter().any(|name| name.starts_with("draf/disetujui/spmt/")), "{:?}", names(&folder));
        for (name, bytes) in files(&folder, "surat") {
            assert!(name.starts_with("draf/"), "{sk}: {name}");
            let Some(text) = text_of(&bytes) else { return };
            assert!(!text.contains("217"), "{sk}: {name}: {text}");
        }
        // Once it can be made, it has its number.
        set(&folder, &format!("{SATU}\n{letters}"));
        assert_eq!(run(&folder).surat.bernomor, [("800.1.3.3/217/BKPSDM/2026".to_string(), 1)]);
        assert!(names(&folder).iter().any(|name| name.starts_with("spmt/")));
    }
}

#[test]
fn a_decree_whose_paper_is_gone_and_cannot_be_made_is_remembered() {
    let (folder, _) = decided(SATU, &[0]);
    remove(&folder, "sk-kolektif.pdf");
    set(&folder, &format!("{SATU}\nlambang = \"tidak-ada.png\""));
    let outcome = run(&folder);
    assert!(outcome.surat.bernomor.is_empty(), "{:?}", outcome.surat);
    assert_eq!(record(&folder)["keputusan_bernomor"][0]["nomor"], "800.1.3.3/217/BKPSDM/2026");
    set(&folder, DUA);
    let outcome = run(&folder);
    assert!(told(&outcome.findings, "S-141").contains("ditulis lagi"), "{}", render_all(&outcome.findings));
    assert_eq!(outcome.surat.bernomor, [("800.1.3.3/217/BKPSDM/2026".to_string(), 1)]);
}

#[test]
fn a_wrong_row_of_numbers_stops_its_own_person_only() {
    let letters = "[surat]\njenis = [\"sk-kolektif\", \"petikan\", \"sk-perorangan\"]";
    let (folder, _) = decided("", &[0, 1, 2]);
    let nip = approve(&folder, &[0, 1, 2], T(""));
    let rows = format!("[\"111 = x\", \"{} = 800.1.3.3/31/2026\", \"{} 800.1.3.3/32/2026\"]", nip[0], nip[1]);
    set(&folder, &format!("{SATU}\nnomor_perorangan = {rows}\n{letters}"));
    let outcome = run(&folder);
    insta::assert_snapshot!("P-102-baris", told(&outcome.findings, "P-102") + &told(&outcome.findings, "S-116"));
    insta::assert_snapshot!("S-131-jumlah", told(&outcome.findings, "S-131"));
    let mut bernomor = outcome.surat.bernomor.clone();
    bernomor.sort();
    assert_eq!(bernomor, [("800.1.3.3/217/BKPSDM/2026".to_string(), 1), ("800.1.3.3/31/2026".to_string(), 1)]);
    let names = names(&folder);
    let of = |nip: &str| -> Vec<&String> { names.iter().filter(|name| name.contains(nip)).collect() };
    assert!(of(&nip[1]).len() == 1 && of(&nip[1])[0].starts_with("draf/disetujui/sk-perorangan/"), "{names:?}");
}

#[test]
fn a_decree_on_one_person_needs_no_number_of_a_decree_on_several() {
    let letters = "[surat]\njenis = [\"sk-kolektif\", \"petikan\", \"sk-perorangan\"]";
    let (folder, _) = decided("", &[0, 1]);
    let nip = approve(&folder, &[0, 1], T(""));
    let row = format!("tanggal = \"2026-11-20\"\nnomor_perorangan = [\"{} = 800.1.3.3/31/2026\"]", nip[0]);
    set(&folder, &format!("{row}\n{letters}"));
    let outcome = run(&folder);
    assert_eq!(outcome.surat.bernomor, [("800.1.3.3/31/2026".to_string(), 1)], "{}", render_all(&outcome.findings));
    assert!(names(&folder).iter().any(|name| name.starts_with("sk-perorangan/") && name.contains(&nip[0])));
}

#[test]
fn a_file_for_printing_is_not_written_over_while_a_decree_in_it_is_ready_or_kept() {
    let (folder, _) = decided("", &[0, 1]);
    let nip = approve(&folder, &[0, 1, 2], T(""));
    let row = |at: usize| format!("\"{} = 800.1.3.3/{}/2026\"", nip[at], 31 + at);
    let sk = |rows: &[usize], konsep: &str| {
        let rows = rows.iter().map(|at| row(*at)).collect::<Vec<_>>().join(", ");
        format!(
            "tanggal = \"2026-11-20\"\nnomor_perorangan = [{rows}]\n[surat]\nwatermark_konsep = \"{konsep}\"\n{SENDIRI}"
        )
    };
    approve(&folder, &[1, 2], T(""));
    set(&folder, &sk(&[1, 2], ""));
    assert_eq!(run(&folder).surat.bernomor.len(), 2);
    let before = decrees(&folder);
    // Another one, who comes first in every list; then one of the two is not approved any more.
    approve(&folder, &[0, 1, 2], T(""));
    set(&folder, &sk(&[0, 1, 2], "KONSEP"));
    for round in 0..3 {
        let outcome = run(&folder);
        assert_eq!(outcome.surat.bernomor.len(), 3, "{round}: {}", render_all(&outcome.findings));
        for (name, bytes) in &before {
            assert!(decrees(&folder).get(name) == Some(bytes), "{round}: {name} is gone or changed");
        }
        let own: Vec<String> = names(&folder).into_iter().filter(|name| name.starts_with("sk-perorangan/")).collect();
        assert_eq!(own.len(), 3, "{round}: {own:?}");
        let second = text_of(&decrees(&folder)["sk-perorangan-gabungan-2.pdf"]);
        assert!(second.is_none_or(|text| text.matches("MEMUTUSKAN").count() == 1), "{round}");
    }
    approve(&folder, &[0, 1], T(""));
    for round in 0..2 {
        assert_eq!(run(&folder).surat.bernomor.len(), 3);
        for (name, bytes) in &before {
            assert!(decrees(&folder).get(name) == Some(bytes), "{round}: {name} is gone or changed");
        }
    }
}

#[test]
fn a_file_for_printing_leaves_out_whose_decree_is_kept_and_that_decree_stays_a_file() {
    let (folder, _) = decided("", &[0, 1]);
    let nip = approve(&folder, &[0, 1], T(""));
    let rows = format!("\"{} = 800.1.3.3/31/2026\", \"{} = 800.1.3.3/32/2026\"", nip[0], nip[1]);
    let letters = "jenis = [\"sk-perorangan\"]\nperorangan = \"gabungan\"";
    set(&folder, &format!("tanggal = \"2026-11-20\"\nnomor_perorangan = [{rows}]\n[surat]\n{letters}"));
    run(&folder);
    let kept = decrees(&folder).into_iter().find(|(name, _)| name.contains(&nip[1])).expect("a file by itself");
    approve(&folder, &[0], T(""));
    for round in 0..2 {
        let outcome = run(&folder);
        assert_eq!(outcome.surat.bernomor.len(), 2, "{round}: {}", render_all(&outcome.findings));
        assert!(decrees(&folder).get(&kept.0) == Some(&kept.1), "{round}: {:?}", names(&folder));
        let printed = text_of(&decrees(&folder)["sk-perorangan-gabungan.pdf"]);
        assert!(printed.is_none_or(|text| text.matches("MEMUTUSKAN").count() == 1), "{round}");
    }
}

#[test]
fn a_signed_or_missing_paper_says_nothing_against_the_plan() {
    let (folder, _) = decided(&siap(SATU), &[0, 1]);
    let petikan = names(&folder).into_iter().find(|name| name.starts_with("petikan/")).unwrap();
    assert!(audited(&folder).holds() && audited(&folder).bernomor.is_empty());
    sign(&folder, "sk-kolektif.pdf");
    remove(&folder, &petikan);
    let found = audited(&folder);
    assert!(found.holds(), "{:#?}", found.checks);
    assert_eq!(
        found.bernomor,
        [format!("surat/{petikan} tidak ada lagi"), "surat/sk-kolektif.pdf berubah".to_string()]
    );
    // It is told also once a run has found it so.
    run(&folder);
    assert_eq!(audited(&folder).bernomor, ["surat/sk-kolektif.pdf berubah"]);
    // Drafts are as they were written, or something is wrong; with the plan it is not.
    sign(&folder, "nota-dinas.pdf");
    let found = audited(&folder);
    assert!(!found.holds() && found.plan_holds(), "{:#?}", found.checks);
}

#[test]
fn a_file_that_the_office_puts_among_the_letters_is_not_lost() {
    let (folder, _) = decided(SATU, &[0]);
    let path = folder.root().join(OUT).join("surat/sk-kolektif-ttd.pdf");
    fs_err::write(&path, "sudah ditandatangani").unwrap();
    for round in 0..2 {
        run(&folder);
        again(&folder);
        assert_eq!(fs_err::read_to_string(&path).unwrap(), "sudah ditandatangani", "{round}");
    }
    fs_err::remove_file(&path).unwrap();
    assert!(audited(&folder).holds(), "whoever put it there may take it away");
    run(&folder);
    assert!(!path.exists());
}
