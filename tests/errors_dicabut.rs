//! Who stands on a numbered decree stays on it: while its paper is gone, until it is withdrawn, and where its record is lost.

mod letter_kit;
mod read_kit;

use letter_kit::*;
use mutasi::pipeline::{RunError, Silent, surat};
use read_kit::{C::*, *};

const TIGA: &str = "nomor = \"800.1.3.3/240/BKPSDM/2026\"\ntanggal = \"2026-11-28\"";
const DICABUT: &str = "dicabut = [\"800.1.3.3/217/BKPSDM/2026\"]";

/// Numbers and people of decrees that are there.
fn numbers(folder: &Folder) -> Vec<(String, usize)> {
    let short = |(nomor, count): (String, usize)| (nomor.split('/').nth(1).unwrap().to_string(), count);
    let mut found: Vec<(String, usize)> = run(folder).surat.bernomor.into_iter().map(short).collect();
    found.sort();
    found
}

fn of(list: &[(&str, usize)]) -> Vec<(String, usize)> {
    list.iter().map(|(nomor, count)| (nomor.to_string(), *count)).collect()
}

#[test]
fn people_of_a_decree_whose_paper_is_gone_get_no_other_number() {
    let (folder, _) = decided(&siap(SATU), &[0, 1]);
    let nip = approve(&folder, &[0, 1, 2], T(""));
    let first = decrees(&folder);
    set(&folder, &siap(DUA));
    assert_eq!(numbers(&folder), of(&[("217", 2), ("231", 1)]));
    let second = decrees(&folder);
    let signed = sign(&folder, "sk-kolektif.pdf");
    remove(&folder, "sk-kolektif.pdf");
    let outcome = run(&folder);
    insta::assert_snapshot!("S-141", told(&outcome.findings, "S-141"));
    let audited = mutasi::pipeline::audit::audit(folder.root(), november(false), &Silent).unwrap();
    assert!(audited.holds() && audited.bernomor == ["surat/sk-kolektif.pdf tidak ada lagi"], "{:?}", audited.bernomor);
    for sk in [siap(DUA), siap(TIGA), TIGA.to_string()] {
        set(&folder, &sk);
        assert_eq!(numbers(&folder), of(&[("231", 1)]), "{sk}");
        assert!(told(&run(&folder).findings, "S-141").contains("800.1.3.3/217"), "it is told until it is seen to");
        assert!(again(&folder).complete());
        for (name, bytes) in second.iter().filter(|(name, _)| *name != "sk-kolektif.pdf") {
            assert!(decrees(&folder).get(name) == Some(bytes), "{sk}: {name}");
        }
    }
    // The signed paper comes back.
    fs_err::write(folder.root().join(OUT).join("surat/sk-kolektif.pdf"), &signed).unwrap();
    assert_eq!(numbers(&folder), of(&[("217", 2), ("231", 1)]));
    assert_eq!(told(&run(&folder).findings, "S-141"), "");
    assert!(decrees(&folder)["sk-kolektif.pdf"] == signed);
    // Or it was never signed, and its number is put back to write it anew.
    remove(&folder, "sk-kolektif.pdf");
    set(&folder, &siap(SATU));
    let outcome = run(&folder);
    assert_eq!(outcome.surat.bernomor.len(), 2, "{}", render_all(&outcome.findings));
    assert!(decrees(&folder)["sk-kolektif.pdf"] == first["sk-kolektif.pdf"]);
    assert!(names(&folder).iter().any(|name| name.starts_with("petikan/") && name.contains(&nip[0])));
}

#[test]
fn the_paper_of_a_decree_that_was_not_ready_is_written_again_from_its_record() {
    let (folder, _) = decided(SATU, &[0, 1]);
    approve(&folder, &[0, 1, 2], T(""));
    set(&folder, DUA);
    run(&folder);
    let before = decrees(&folder);
    fs_err::remove_dir_all(folder.root().join(OUT).join("surat")).unwrap();
    let outcome = run(&folder);
    insta::assert_snapshot!("S-141-lagi", told(&outcome.findings, "S-141"));
    assert!(decrees(&folder) == before);
    assert_eq!(told(&run(&folder).findings, "S-141"), "");
    // Who is not approved any more cannot be written of, and stands there all the same.
    approve(&folder, &[1, 2], T(""));
    remove(&folder, "sk-kolektif.pdf");
    set(&folder, TIGA);
    assert_eq!(numbers(&folder), of(&[("231", 1)]));
    assert!(told(&run(&folder).findings, "S-141").contains("untuk 2 orang"));
}

#[test]
fn a_remedy_that_is_told_does_what_it_says() {
    let (folder, _) = decided(SATU, &[0, 1]);
    approve(&folder, &[1, 2], T(""));
    set(&folder, DUA);
    let outcome = run(&folder);
    insta::assert_snapshot!("S-115-lama", told(&outcome.findings, "S-115"));
    remove(&folder, "sk-kolektif.pdf");
    set(&folder, SATU);
    let anew = run(&folder);
    assert!(
        told(&anew.findings, "S-114").contains("semula 2 orang, sekarang 1 orang"),
        "{}",
        render_all(&anew.findings)
    );
    assert_eq!(numbers(&folder), of(&[("217", 1), ("231", 1)]));
}

#[test]
fn a_decree_ends_where_the_office_says_that_it_was_withdrawn() {
    for gone in [false, true] {
        let (folder, _) = decided(&siap(SATU), &[0, 1]);
        let before = decrees(&folder);
        if gone {
            remove(&folder, "sk-kolektif.pdf");
        }
        set(&folder, &siap(&format!("{DUA}\n{DICABUT}")));
        let outcome = run(&folder);
        assert_eq!(codes(&outcome.findings), ["S-143"], "{gone}: {}", render_all(&outcome.findings));
        if !gone {
            insta::assert_snapshot!("S-143", told(&outcome.findings, "S-143"));
        }
        assert_eq!(numbers(&folder), of(&[("231", 2)]));
        for (name, bytes) in before.iter().filter(|(name, _)| !gone || *name != "sk-kolektif.pdf") {
            assert!(decrees(&folder).get(name) == Some(bytes), "{gone}: what may be signed stays: {name}");
        }
        // Its number is nobody's any more, and it does not come back to people who stand on another decree.
        set(&folder, &siap(DUA));
        assert_eq!(numbers(&folder), of(&[("231", 2)]));
        approve(&folder, &[0, 1, 2], T(""));
        set(&folder, &siap(SATU));
        assert!(
            told(&run(&folder).findings, "S-114").contains("lalu dicabut"),
            "{}",
            render_all(&run(&folder).findings)
        );
        assert_eq!(numbers(&folder), of(&[("231", 2)]));
    }
}

#[test]
fn a_withdrawal_that_was_a_slip_is_taken_back_and_a_strange_number_is_told() {
    let (folder, _) = decided(&siap(SATU), &[0]);
    let before = decrees(&folder);
    set(&folder, &siap(DICABUT));
    assert_eq!(run(&folder).surat.bernomor.len(), 0);
    set(&folder, &siap("dicabut = [\"800.1.3.3/271/BKPSDM/2026\"]"));
    let outcome = run(&folder);
    assert!(told(&outcome.findings, "P-106").contains("800.1.3.3/271"), "{}", render_all(&outcome.findings));
    assert_eq!(outcome.surat.bernomor.len(), 1);
    for (name, bytes) in &before {
        assert!(decrees(&folder).get(name) == Some(bytes), "{name}");
    }
}

#[test]
fn what_a_lost_record_told_the_office_can_tell() {
    let (folder, _) = decided(&siap(SATU), &[0, 1]);
    let nip = approve(&folder, &[0, 1, 2], T(""));
    fs_err::remove_file(folder.root().join(OUT).join("catatan.json")).unwrap();
    let error = surat::letters(folder.root(), november(false), &Silent).unwrap_err();
    assert!(matches!(error, RunError::LostRecord(_)) && error.to_string().contains("sk.sudah_bernomor"), "{error}");
    assert!(told(&run(&folder).findings, "S-132").contains("sk.sudah_bernomor"));
    fs_err::remove_dir_all(folder.root().join(OUT)).unwrap();
    let known = |nomor: &str| {
        let row = |nip: &String| format!("\"{nip} = {nomor}\"");
        format!("sudah_bernomor = [{}]", nip[..2].iter().map(row).collect::<Vec<_>>().join(", "))
    };
    set(&folder, &format!("{DUA}\n{}", known("800.1.3.3/217/BKPSDM/2026")));
    let outcome = run(&folder);
    insta::assert_snapshot!("S-144", told(&outcome.findings, "S-144"));
    assert_eq!(codes(&outcome.findings), ["S-144"]);
    assert_eq!(numbers(&folder), of(&[("231", 1)]));
    for nip in &nip[..2] {
        assert!(names(&folder).iter().all(|name| !name.contains(nip)), "{:?}", names(&folder));
    }
    // Nor is the number given to others.
    set(&folder, &format!("{SATU}\n{}", known("800.1.3.3/217/BKPSDM/2026")));
    fs_err::remove_dir_all(folder.root().join(OUT)).unwrap();
    let outcome = run(&folder);
    assert!(
        told(&outcome.findings, "S-114").contains("menurut sk.sudah_bernomor"),
        "{}",
        render_all(&outcome.findings)
    );
    assert!(outcome.surat.bernomor.is_empty());
    // A row that names nobody is told; one that cannot be read stops numbers, since nobody knows whom it names.
    set(&folder, &format!("{SATU}\nsudah_bernomor = [\"198601012015011099 = 217\"]"));
    assert!(told(&run(&folder).findings, "P-106").contains("198601012015011099"));
    fs_err::remove_dir_all(folder.root().join(OUT)).unwrap();
    set(&folder, &format!("{SATU}\nsudah_bernomor = [\"1986 = 217\"]"));
    let outcome = run(&folder);
    assert!(outcome.surat.bernomor.is_empty() && told(&outcome.findings, "S-116").contains("sk.sudah_bernomor"));
}
