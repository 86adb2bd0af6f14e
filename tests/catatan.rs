//! `mutasi audit` and the record of a run: what follows from the inputs is made anew, and no output goes unlisted.

mod audit_kit;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use audit_kit::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const CATATAN: &str = "Catatan yang disusun ulang";
const KELUARAN: &str = "Buku kerja dan surat";
const HASIL: &str = "hasil-mutasi-2026-11.xlsx";
const EDISI: &str = "edisi-pegawai-2026-11.xlsx";

fn out(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("keluar/{PERIODE}/{name}"))
}

/// Changes a record in its place.
fn change(folder: &Path, name: &str, spoil: impl Fn(&mut Value)) {
    let mut value: Value = serde_json::from_slice(&std::fs::read(out(folder, name)).unwrap()).unwrap();
    spoil(&mut value);
    std::fs::write(out(folder, name), serde_json::to_vec_pretty(&value).unwrap()).unwrap();
}

/// What the audit says after `spoil` changed the record; the record is put back.
fn spoilt(folder: &Path, spoil: impl Fn(&mut Value)) -> (i32, String) {
    let before = std::fs::read(out(folder, "catatan.json")).unwrap();
    change(folder, "catatan.json", spoil);
    let said = mutasi(&["audit"], folder);
    std::fs::write(out(folder, "catatan.json"), before).unwrap();
    said
}

fn holds(folder: &Path) -> String {
    let (code, said) = mutasi(&["audit"], folder);
    assert_eq!((code, failed(&said)), (0, Vec::new()), "{said}");
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn remove(value: &mut Value, key: &str) {
    assert!(value.as_object_mut().unwrap().remove(key).is_some(), "{key}");
}

/// Each change fails the check of the record alone, which names its place.
#[test]
fn every_kind_of_change_of_the_record_is_told() {
    let folder = planned();
    let folder = folder.path();
    let told = holds(folder);
    assert!(told.contains("yang mengikuti masukan dan rencana sama"), "{told}");
    assert!(told.contains("13 berkas, sidik SHA-256 sama; buku kerja yang disusun ulang sama"), "{told}");
    type Spoil<'a> = &'a dyn Fn(&mut Value);
    let kinds: [(&str, Spoil); 20] = [
        ("aturan[3].pasangan", &|own| own["aturan"][2]["pasangan"] = json!(99_999)),
        ("aturan[1].tingkat", &|own| own["aturan"][0]["tingkat"] = json!("peringatan")),
        ("aturan", &|own| remove(own, "aturan")),
        ("angka_diubah[1]", &|own| own["angka_diubah"] = json!([{ "kunci": "usia" }])),
        ("sertifikat.nilai[2]", &|own| own["sertifikat"]["nilai"][1] = json!(0)),
        ("sertifikat", &|own| remove(own, "sertifikat")),
        ("temuan.per_kode.D-164", &|own| own["temuan"]["per_kode"]["D-164"] = json!(4)),
        ("temuan.per_kode.K-102", &|own| remove(&mut own["temuan"]["per_kode"], "K-102")),
        ("temuan.peringatan", &|own| own["temuan"]["peringatan"] = json!(0)),
        // One more of letters, of which the sum knows nothing.
        ("temuan.galat", &|own| own["temuan"]["per_kode"]["S-101"] = json!(1)),
        ("temuan", &|own| remove(own, "temuan")),
        ("perpindahan", &|own| own["perpindahan"] = json!(6)),
        ("keadilan.rencana.gini", &|own| own["keadilan"]["rencana"]["gini"] = json!(1)),
        ("baris.pegawai.dipakai", &|own| own["baris"]["pegawai"]["dipakai"] = json!(1)),
        ("sidik_rencana", &|own| own["sidik_rencana"] = json!("0000000000000000")),
        ("tanggal_efektif", &|own| own["tanggal_efektif"] = json!("2027-01-01")),
        ("daerah", &|own| own["daerah"] = json!("Kabupaten Lain")),
        ("masukan[1].dipakai", &|own| own["masukan"][0]["dipakai"] = json!(false)),
        ("keputusan", &|own| own["keputusan"] = json!([{ "hasil": "dipenuhi" }])),
        ("skenario[1]", &|own| own["skenario"] = json!([{ "nama": "lain.toml", "pengaturan": [] }])),
    ];
    for (place, spoil) in kinds {
        let (code, said) = spoilt(folder, spoil);
        let told = failed(&said);
        assert_eq!(code, 1, "{place}: {said}");
        assert!(told.len() == 1 && fails(&said, CATATAN), "{place}: {said}");
        let named = told[0].split_once("berbeda di catatan.json: ").unwrap().1;
        assert!(named.split(", ").any(|own| own.trim() == place), "{place}: {said}");
    }
    // A record of another version tells other things.
    let (code, said) = spoilt(folder, |own| {
        own["program"] = json!("mutasi 0.0.1");
        remove(own, "keadilan");
    });
    assert!(code == 1 && fails(&said, CATATAN), "{said}");
    let told = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("catatan dibuat versi program lain") && told.contains("isi buku kerja tidak dibandingkan"),
        "{told}"
    );
}

#[test]
fn an_output_that_the_record_does_not_list_is_told() {
    let folder = planned();
    let folder = folder.path();
    let record: Value = serde_json::from_slice(&std::fs::read(out(folder, "catatan.json")).unwrap()).unwrap();
    let petikan = record["surat"][1]["berkas"].as_str().unwrap().to_string();
    type Spoil<'a> = &'a dyn Fn(&mut Value);
    let kinds: [(&str, Spoil); 7] = [
        (EDISI, &|own| own["keluaran"] = json!({})),
        (HASIL, &|own| remove(own, "keluaran")),
        (HASIL, &|own| remove(&mut own["keluaran"], HASIL)),
        (EDISI, &|own| remove(&mut own["keluaran"], EDISI)),
        (&petikan, &|own| remove(&mut own["keluaran"], &petikan)),
        (&petikan, &|own| {
            remove(&mut own["keluaran"], &petikan);
            own["surat"].as_array_mut().unwrap().remove(1);
        }),
        (&petikan, &|own| drop(own["surat"].as_array_mut().unwrap().remove(1))),
    ];
    for (at, (path, spoil)) in kinds.into_iter().enumerate() {
        let (code, said) = spoilt(folder, spoil);
        let told = failed(&said);
        assert!(code == 1 && told.len() == 1 && fails(&said, KELUARAN), "{at}: {said}");
        let list = if at == 6 { "surat" } else { "keluaran" };
        assert!(told[0].contains(&format!("{path} tidak ada di {list} pada catatan.json")), "{at}: {said}");
    }
    // What somebody else puts among the letters is none of ours.
    std::fs::write(out(folder, "surat/scan sk bertanda tangan.pdf"), "scan").unwrap();
    holds(folder);
}

/// Puts other bytes in place of a workbook, and their hash into the record.
fn forge(folder: &Path, name: &str, from: &str, to: &str) {
    let before = std::fs::read(out(folder, name)).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(before)).unwrap();
    let mut written = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut hits = 0;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (path, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        if path == "xl/sharedStrings.xml" {
            let text = String::from_utf8(bytes).unwrap();
            hits += text.matches(from).count();
            bytes = text.replacen(from, to, 1).into_bytes();
        }
        written.start_file(path, zip::write::SimpleFileOptions::default()).unwrap();
        written.write_all(&bytes).unwrap();
    }
    assert!(hits > 0, "{from} stands in {name}");
    let bytes = written.finish().unwrap().into_inner();
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    std::fs::write(out(folder, name), bytes).unwrap();
    change(folder, "catatan.json", |own| own["keluaran"][name] = json!(hash));
}

#[test]
fn a_changed_workbook_is_told_though_the_record_has_its_hash() {
    for name in [HASIL, EDISI] {
        let folder = planned();
        let folder = folder.path();
        forge(folder, name, "Kabupaten Merangin", "Kabupaten Sarolangun");
        // Nor is it a letter by being listed as one.
        for asing in [false, true] {
            if asing {
                change(folder, "catatan.json", |own| {
                    own["surat"].as_array_mut().unwrap().push(json!({ "berkas": name, "asing": true }));
                });
            }
            let (code, said) = mutasi(&["audit"], folder);
            let told = failed(&said);
            assert!(code == 1 && told.len() == 1 && fails(&said, KELUARAN), "{said}");
            assert!(told[0].contains(&format!("{name} tidak sama dengan yang disusun ulang")), "{said}");
        }
    }
}

#[test]
fn of_scenarios_the_audit_says_that_they_are_not_checked() {
    let folder = planned();
    let folder = folder.path();
    assert!(!holds(folder).contains("skenario"));
    let file = folder.join("usulan.toml");
    std::fs::write(&file, "[bobot]\nlinear = 0\n").unwrap();
    let (code, said) = mutasi(&["run", "--skenario", file.to_str().unwrap()], folder);
    assert!(code <= 1, "{said}");
    let told = holds(folder);
    assert!(told.contains("semua angka dan kalimat lain sama; bagian skenario tidak diperiksa"), "{told}");
    assert!(told.contains(&format!("isi {HASIL} tidak dibandingkan")), "{told}");
    change(folder, "rencana.json", |own| own["skenario"][0]["terbukti"] = json!(false));
    assert!(holds(folder).contains("bagian skenario tidak diperiksa"));
    // Plan and record tell of the same ones; without either, the workbook has a sheet too many.
    change(folder, "rencana.json", |own| remove(own, "skenario"));
    let (code, said) = mutasi(&["audit"], folder);
    assert!(code == 1 && fails(&said, CATATAN) && said.contains("skenario[1]"), "{said}");
    change(folder, "catatan.json", |own| own["skenario"] = json!([]));
    let (code, said) = mutasi(&["audit"], folder);
    assert!(code == 1 && fails(&said, KELUARAN) && said.contains("disusun ulang"), "{said}");
}

#[test]
fn letters_made_again_under_other_settings_leave_the_record_right() {
    let folder = planned();
    let folder = folder.path();
    let (code, said) = mutasi(&["letters"], folder);
    assert_eq!(code, 0, "{said}");
    assert!(holds(folder).contains("buku kerja yang disusun ulang sama"));
    let settings = folder.join("mutasi.toml");
    let before = std::fs::read_to_string(&settings).unwrap();
    let after = before.replacen("[surat]", "[surat]\nkontak = \"BKPSDM, lantai 2\"", 1);
    std::fs::write(
        &settings,
        if after == before { format!("{before}\n[surat]\nkontak = \"BKPSDM\"\n") } else { after },
    )
    .unwrap();
    let (code, said) = mutasi(&["letters"], folder);
    assert_eq!(code, 0, "{said}");
    let told = holds(folder);
    assert!(told.contains("isi buku kerja tidak dibandingkan"), "{told}");
    let (code, said) = spoilt(folder, |own| own["temuan"]["per_kode"]["D-164"] = json!(4));
    assert!(code == 1 && fails(&said, CATATAN), "{said}");
    // With the settings of before it is as it was.
    std::fs::write(&settings, before).unwrap();
    let (code, said) = mutasi(&["letters"], folder);
    assert_eq!(code, 0, "{said}");
    assert!(holds(folder).contains("buku kerja yang disusun ulang sama"));
}

#[test]
fn a_record_of_rules_as_of_another_day_is_made_anew_as_of_that_day() {
    let folder = planned();
    let folder = folder.path();
    let (code, said) = mutasi(&["run", "--tanggal", "2027-06-01"], folder);
    assert!(code <= 1, "{said}");
    let told = holds(folder);
    assert!(told.contains("aturan per 1 Juni 2027") && told.contains("buku kerja yang disusun ulang sama"), "{told}");
    let (_, said) = mutasi(&["audit", "--tanggal", "2026-12-01"], folder);
    assert!(!said.contains("aturan_per,") && said.contains("diminta per tanggal lain"), "{said}");
}

#[test]
fn inputs_that_changed_are_told_once() {
    let folder = planned();
    let folder = folder.path();
    std::fs::write(folder.join(format!("masuk/{PERIODE}/catatan.txt")), "bukan data").unwrap();
    let (code, said) = mutasi(&["audit"], folder);
    assert!(code == 1 && failed(&said).len() == 1 && fails(&said, "Masukan masih sama"), "{said}");
    assert!(said.contains("masukannya berubah"), "{said}");
}
