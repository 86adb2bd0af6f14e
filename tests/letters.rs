//! Letters from folder in to folder out: again from a written plan, with made-up people, and once leadership has decided.

mod letter_kit;
mod read_kit;

use letter_kit::*;
use mutasi::pipeline::{self, RunError, Silent, surat};
use mutasi::settings::surat::JENIS;
use read_kit::{C::*, *};

#[test]
fn letters_again_are_the_same_bytes_and_the_audit_holds() {
    let folder = folder(SETTINGS);
    run(&folder);
    let (before, record_before) = (files(&folder, ""), record(&folder));
    fs_err::remove_dir_all(folder.root().join(OUT).join("surat")).unwrap();
    let letters = again(&folder);
    assert!(letters.complete() && letters.outputs.len() == 7, "{:?}", letters.outputs);
    assert_eq!(files(&folder, "").keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    for (path, bytes) in &before {
        assert!(files(&folder, "")[path] == *bytes, "{path} differs from that of the run");
    }
    assert_eq!(record(&folder), record_before);
    assert_eq!(record_before["sidik_rencana"].as_str().map(str::len), Some(16));
}

#[test]
fn a_changed_template_and_setting_need_no_new_plan() {
    let folder = folder(SETTINGS);
    run(&folder);
    let plan = files(&folder, "")["rencana.json"].clone();
    fs_err::write(folder.root().join("mutasi.toml"), format!("{SETTINGS}frasa_rahmat = true\n")).unwrap();
    fs_err::create_dir_all(folder.root().join("templates")).unwrap();
    fs_err::write(folder.root().join("templates/petikan.hbs"), "@tengah\nPETIKAN KAMI {{pegawai.nip}}\n").unwrap();
    let letters = again(&folder);
    assert!(letters.complete(), "{:?}", letters.findings);
    assert!(files(&folder, "")["rencana.json"] == plan);
    let audited = pipeline::audit::audit(folder.root(), november(false), &Silent).unwrap();
    assert!(audited.holds(), "{:#?}", audited.checks);
    let Some(decree) = text_of(&files(&folder, "surat")["sk-kolektif.pdf"]) else { return };
    assert!(decree.contains("DENGAN RAHMAT TUHAN"), "{decree}");
    let petikan = files(&folder, "surat/petikan").into_values().next().unwrap();
    assert!(text_of(&petikan).unwrap().starts_with("PETIKAN KAMI 1986"));
}

#[test]
fn letters_of_a_plan_whose_data_changed_are_refused() {
    let folder = folder(SETTINGS);
    assert!(matches!(surat::letters(folder.root(), november(false), &Silent), Err(RunError::NoPlan(_))));
    run(&folder);
    let before = files(&folder, "surat");
    let kebutuhan = fs_err::read(folder.root().join(NOVEMBER).join("kebutuhan.xlsx")).unwrap();
    folder.put("kebutuhan.xlsx", &xlsx(&KEBUTUHAN[..2]));
    let error = surat::letters(folder.root(), november(false), &Silent).unwrap_err();
    assert!(matches!(&error, RunError::Stale(what) if what.contains("kebutuhan.xlsx berubah")), "{error}");
    assert!(files(&folder, "surat") == before);
    folder.put("kebutuhan.xlsx", &kebutuhan);
    let later = format!("[waktu]\ntanggal_efektif = \"2027-01-01\"\n{SETTINGS}");
    fs_err::write(folder.root().join("mutasi.toml"), later).unwrap();
    let error = surat::letters(folder.root(), november(false), &Silent).unwrap_err();
    assert!(error.to_string().contains("tanggal mulai berlakunya mutasi"), "{error}");
}

#[test]
fn every_paper_can_be_looked_at_with_made_up_people() {
    let folder = folder(SETTINGS);
    for nama in JENIS {
        let letters = surat::preview(folder.root(), nama, false).unwrap();
        assert!(letters.findings.is_empty(), "{nama}: {:#?}", letters.findings);
        assert_eq!(letters.outputs, [format!("keluar/pratinjau/{nama}.pdf")]);
        let bytes = fs_err::read(folder.root().join(&letters.outputs[0])).unwrap();
        let Some(text) = text_of(&bytes) else { continue };
        assert!(!text.contains("{{") && !text.contains(" @"), "{nama}: {text}");
        assert!(text.contains("MERANGIN"), "{nama}: {text}");
    }
    let error = surat::preview(folder.root(), "surat-cinta", false).unwrap_err();
    assert!(error.to_string().contains("sk-kolektif, petikan"), "{error}");
}

#[test]
fn only_what_leadership_approved_gets_number_and_date() {
    let numbered = format!("{SETTINGS}nomor = \"800.1.3.3/217/BKPSDM/2026\"\ntanggal = \"2026-11-20\"\n");
    let folder = folder(&numbered);
    let first = run(&folder);
    let waiting: Vec<_> = first.findings.iter().filter(|finding| finding.kode.code == "S-113").cloned().collect();
    insta::assert_snapshot!("S-113", render_all(&waiting));
    let all = files(&folder, "surat/petikan");
    assert_eq!(all.len(), 3);
    for bytes in all.values().chain(files(&folder, "surat").get("sk-kolektif.pdf")) {
        let Some(text) = text_of(bytes) else { break };
        assert!(!text.contains("800.1.3.3") && !text.contains("20 November 2026"), "{text}");
    }

    let nip = approve(&folder, &[0], T("")).remove(0);
    let second = run(&folder);
    assert!(second.findings.iter().all(|finding| finding.kode.code != "S-113"));
    let letters = files(&folder, "surat");
    let names: Vec<&str> = letters.keys().map(String::as_str).collect();
    let approved = format!("petikan/001-{nip}.pdf");
    assert_eq!(names.iter().filter(|name| name.starts_with("petikan/")).collect::<Vec<_>>(), [&approved.as_str()]);
    assert_eq!(names.iter().filter(|name| name.starts_with("draf/petikan/")).count(), 2);
    assert!(names.contains(&"sk-kolektif.pdf") && names.contains(&"draf/sk-kolektif.pdf"), "{names:?}");
    let listed = record(&folder)["surat"].as_array().unwrap().clone();
    let numbered: Vec<&str> =
        listed.iter().filter(|own| own["bernomor"] == true).map(|own| own["berkas"].as_str().unwrap()).collect();
    assert_eq!(numbered, ["surat/sk-kolektif.pdf", &format!("surat/{approved}")]);
    assert_eq!(listed.len(), letters.len());
    let drafts = listed.iter().filter(|own| own["disetujui"] == false);
    assert_eq!(drafts.count(), 3 + 3, "decree and two petikan of what is undecided, and three papers on all moves");

    let Some(text) = text_of(&letters[&approved]) else { return };
    assert!(text.contains("NOMOR : 800.1.3.3/217/BKPSDM/2026") && text.contains("20 November 2026"), "{text}");
    let draft = text_of(&letters["draf/sk-kolektif.pdf"]).unwrap();
    assert!(!draft.contains("800.1.3.3") && !draft.contains("20 November 2026"), "{draft}");
    let minutes = text_of(&letters["berita-acara.pdf"]).unwrap();
    assert!(!minutes.contains("Disetujui"), "who approved is not the team: {minutes}");
    let nota = text_of(&letters["nota-dinas.pdf"]).unwrap();
    assert!(nota.contains("1 telah disetujui dan 2 menunggu keputusan"), "{nota}");
    // Papers on the whole plan are drafts while anybody waits for a decision.
    let title = |words: &[u8]| letters["berita-acara.pdf"].windows(words.len()).any(|bytes| bytes == words);
    assert!(title(b"(DRAF)") && !title(b"(KONSEP)"));
}

#[test]
fn letters_for_one_person_may_be_one_file_for_printing() {
    let settings = format!("{SETTINGS}[surat]\njenis = [\"petikan\", \"spmt\"]\nperorangan = \"keduanya\"\n");
    let folder = folder(&settings);
    run(&folder);
    let letters = files(&folder, "surat");
    assert_eq!(letters.len(), 8, "{:?}", letters.keys());
    let together = &letters["petikan-gabungan.pdf"];
    let listed = record(&folder)["surat"].as_array().unwrap().clone();
    let own = listed.iter().find(|own| own["berkas"] == "surat/petikan-gabungan.pdf").unwrap();
    assert_eq!((own["pegawai"].as_u64(), own["halaman"].as_u64()), (Some(3), Some(3)));
    let Some(text) = text_of(together) else { return };
    assert_eq!(text.matches("Petikan sesuai dengan aslinya").count(), 3);
    assert_eq!(text.matches("Nomor urut lampiran").count(), 3);
}

#[test]
fn every_name_of_a_letter_is_a_name_on_windows() {
    let all: Vec<String> = JENIS.iter().map(|nama| format!("\"{nama}\"")).collect();
    let settings = format!("{SETTINGS}[surat]\nperorangan = \"keduanya\"\njenis = [{}]\n", all.join(", "));
    let folder = folder(&settings);
    let outcome = run(&folder);
    // Of the two kinds of decree the one for all is written.
    let told = outcome.findings.iter().filter(|finding| finding.kode.code.starts_with('S'));
    assert!(told.map(|finding| finding.kode.code).eq(["S-131"]), "{}", render_all(&outcome.findings));
    let letters = files(&folder, "surat");
    assert_eq!(letters.len(), 4 + 5 * 3 + 5);
    for path in letters.keys() {
        for name in path.split('/') {
            assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte)), "{path}");
            let stem = name.split('.').next().unwrap().to_uppercase();
            assert!(!["CON", "PRN", "AUX", "NUL"].contains(&stem.as_str()) && !name.ends_with('.'), "{path}");
        }
    }
}

#[test]
fn a_new_folder_holds_the_templates_and_an_edited_one_is_never_written_over() {
    let base = tempfile::tempdir().unwrap();
    let root = base.path().join("kerja");
    let written = pipeline::init::init(&root, mutasi::model::tanggal::Periode::new(2026, 11).unwrap(), None).unwrap();
    for nama in JENIS {
        assert!(written.contains(&format!("templates/{nama}.hbs")), "{nama}: {written:?}");
    }
    let path = root.join("templates/petikan.hbs");
    let copy = fs_err::read_to_string(&path).unwrap();
    // As if it had been taken from an older version, and edited since.
    let edited = copy.replacen("sidik ", "sidik 0", 1).replace("PETIKAN KEPUTUSAN", "PETIKAN SURAT KEPUTUSAN");
    fs_err::write(&path, &edited).unwrap();
    let letters = surat::preview(&root, "petikan", false).unwrap();
    let told: Vec<_> = letters.findings.iter().filter(|finding| finding.kode.code == "S-111").cloned().collect();
    insta::assert_snapshot!("S-111", render_all(&told));
    assert_eq!(fs_err::read_to_string(&path).unwrap(), edited);
    let bytes = fs_err::read(root.join("keluar/pratinjau/petikan.pdf")).unwrap();
    let Some(text) = text_of(&bytes) else { return };
    assert!(text.contains("PETIKAN SURAT KEPUTUSAN"), "{text}");
}
