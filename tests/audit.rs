//! `mutasi audit`: a written plan is checked again from its inputs, and every kind of spoilt plan is told.

mod audit_kit;

use std::path::Path;

use audit_kit::*;
use serde_json::{Value, json};

fn rencana(folder: &Path) -> std::path::PathBuf {
    folder.join(format!("keluar/{PERIODE}/rencana.json"))
}

/// What the audit says of the plan after `spoil` changed it.
fn spoilt(folder: &Path, spoil: impl Fn(&mut Value)) -> (i32, String) {
    let before = std::fs::read(rencana(folder)).unwrap();
    let mut value: Value = serde_json::from_slice(&before).unwrap();
    spoil(&mut value);
    std::fs::write(rencana(folder), serde_json::to_vec_pretty(&value).unwrap()).unwrap();
    let said = mutasi(&["audit"], folder);
    std::fs::write(rencana(folder), before).unwrap();
    said
}

/// The plan is the best one and unique, so that whatever is changed of it, something must fail; and what fails first is
/// what was changed.
#[test]
fn a_written_plan_is_checked_again_and_every_kind_of_change_is_told() {
    let folder = planned();
    let folder = folder.path();
    let (code, said) = mutasi(&["audit"], folder);
    assert_eq!((code, failed(&said)), (0, Vec::new()), "{said}");
    assert!(said.contains("Rencana ini sah"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");

    let number = |value: &Value| value.as_i64().unwrap();
    type Spoil<'a> = &'a dyn Fn(&mut Value);
    let kinds: [(&str, Spoil); 15] = [
        ("Setiap pegawai berpindah paling banyak sekali", &|plan| {
            let first = plan["perpindahan"][0].clone();
            plan["perpindahan"].as_array_mut().unwrap().push(first);
        }),
        ("Setiap pegawai berpindah paling banyak sekali", &|plan| {
            let elsewhere = plan["perpindahan"][0]["ke"].clone();
            plan["perpindahan"][0]["dari"] = elsewhere;
        }),
        ("Jumlah akhir setiap jabatan", &|plan| {
            plan["perpindahan"].as_array_mut().unwrap().pop();
        }),
        ("Jumlah akhir setiap jabatan", &|plan| {
            let post = plan["perpindahan"][0]["ke"]["nomor"].as_u64().unwrap() as usize - 1;
            plan["jabatan"][post]["sesudah"] = json!(99);
        }),
        ("Jumlah akhir setiap jabatan", &|plan| {
            let low = number(&plan["jabatan"][0]["batas_bawah"]);
            plan["jabatan"][0]["batas_bawah"] = json!(low + 1);
        }),
        ("Jumlah akhir setiap jabatan", &|plan| {
            let fixed = number(&plan["jabatan"][0]["tetap"]);
            plan["jabatan"][0]["tetap"] = json!(fixed + 1);
        }),
        ("Nilai kecocokan setiap perpindahan", &|plan| {
            let points = number(&plan["perpindahan"][0]["kecocokan"][0]["poin"]);
            plan["perpindahan"][0]["kecocokan"][0]["poin"] = json!(points + 1);
        }),
        ("Kekurangan sebelum dan sesudah", &|plan| plan["kurang"]["sebelum"] = json!(0)),
        ("Kekurangan sebelum dan sesudah", &|plan| {
            plan["tidak_terpenuhi"].as_array_mut().unwrap().pop();
        }),
        ("Nilai rencana pada setiap tingkat", &|plan| plan["nilai_rencana"][4] = json!(-1_000_000)),
        ("Nilai rencana pada setiap tingkat", &|plan| plan["tingkat"][4] = json!("jarak")),
        ("Tidak ada pasangan yang memenuhi syarat", &|plan| {
            let post = plan["perpindahan"][0]["ke"]["nomor"].as_u64().unwrap() as usize - 1;
            plan["harga_jabatan"][post] = json!([0, 1_000_000, 0, 0, 0, 0]);
        }),
        ("Rencana dan data sepadan", &|plan| plan["perpindahan"][0]["nip"] = json!("199901012022011001")),
        ("Rencana dan data sepadan", &|plan| plan["jabatan"][0]["unit"] = json!("SD Negeri Entah Mana")),
        ("Rencana yang disusun ulang", &|plan| plan["perpindahan"][0]["alasan"] = json!("Karena kami mau.")),
    ];
    for (index, (title, spoil)) in kinds.iter().enumerate() {
        let (code, said) = spoilt(folder, spoil);
        assert_eq!(code, 1, "change {index}: {said}");
        assert!(fails(&said, title), "change {index}: {said}");
        assert!(fails(&said, "Rencana yang disusun ulang"), "change {index}: {said}");
    }
}

#[test]
fn a_move_that_a_rule_forbids_is_told() {
    let folder = planned();
    let folder = folder.path();
    let (code, said) = spoilt(folder, |plan| {
        // The first mover goes to a post of another jabatan.
        let own = plan["perpindahan"][0]["dari"]["jabatan"].clone();
        let other = plan["jabatan"].as_array().unwrap().iter().find(|post| post["jabatan"] != own).unwrap().clone();
        plan["perpindahan"][0]["ke"] = other;
    });
    assert_eq!(code, 1);
    assert!(fails(&said, "Setiap aturan dinilai ulang"), "{said}");
}

#[test]
fn a_letter_that_was_changed_or_lost_is_named() {
    let folder = planned();
    let folder = folder.path();
    let out = folder.join(format!("keluar/{PERIODE}"));
    let record: Value = serde_json::from_slice(&std::fs::read(out.join("catatan.json")).unwrap()).unwrap();
    let letters: Vec<&String> =
        record["keluaran"].as_object().unwrap().keys().filter(|path| path.ends_with(".pdf")).collect();
    let [first, second, ..] = letters[..] else { panic!("two letters: {letters:?}") };
    std::fs::write(out.join(first), "bukan surat ini").unwrap();
    std::fs::remove_file(out.join(second)).unwrap();
    let (code, said) = mutasi(&["audit"], folder);
    assert_eq!(code, 1);
    let told = failed(&said).join("\n");
    assert!(told.starts_with("Buku kerja dan surat") && !told.contains("Rencana"), "{said}");
    assert!(told.contains(&format!("{first} berubah")) && told.contains(&format!("{second} tidak ada lagi")), "{said}");
    let plain = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        plain.contains("Rencana ini sah, tetapi buku kerja atau surat") && !plain.contains("dipertanggung"),
        "{said}"
    );
}

#[test]
fn inputs_that_changed_since_the_plan_are_named() {
    let folder = planned();
    let folder = folder.path();
    let settings = folder.join("mutasi.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, format!("{text}\n# dibaca ulang\n")).unwrap();
    std::fs::write(folder.join(format!("masuk/{PERIODE}/catatan.txt")), "bukan data").unwrap();
    let (code, said) = mutasi(&["audit"], folder);
    assert_eq!(code, 1);
    let told = failed(&said).join("\n");
    assert!(told.starts_with("Masukan masih sama"), "{said}");
    assert!(told.contains("mutasi.toml berubah") && !told.contains("Setiap aturan"), "{said}");
}

#[test]
fn without_a_plan_the_audit_says_what_to_do() {
    let folder = planned();
    let folder = folder.path();
    std::fs::write(rencana(folder), "{ \"program\": ").unwrap();
    let (code, said) = mutasi(&["audit"], folder);
    assert_eq!(code, 3);
    assert!(said.contains("bukan catatan rencana yang utuh") && said.contains("baris 1"), "{said}");
    std::fs::remove_file(rencana(folder)).unwrap();
    let (code, said) = mutasi(&["audit"], folder);
    assert_eq!(code, 3);
    assert!(said.contains("belum ada rencana") && said.contains("mutasi jalankan"), "{said}");
}

/// Marries the first two who move to one unit, told in a list of its own, and says so of the rule where asked.
fn with_a_couple(folder: &Path, tingkat: Option<&str>) -> (String, String) {
    let plan: Value = serde_json::from_slice(&std::fs::read(rencana(folder)).unwrap()).unwrap();
    let moves = plan["perpindahan"].as_array().unwrap();
    let unit = |step: &Value| step["ke"]["unit"].as_str().unwrap().to_string();
    let pairs = moves.iter().enumerate().flat_map(|(at, one)| moves[at + 1..].iter().map(move |other| (one, other)));
    let (one, other) = pairs.into_iter().find(|(one, other)| unit(one) == unit(other)).expect("two move to one unit");
    let text = |step: &Value, key: &str| step[key].as_str().unwrap().to_string();
    let (nip, spouse) = (text(one, "nip"), text(other, "nip"));
    let from = |key: &str| one["dari"][key].as_str().unwrap().to_string();
    let row = format!("{nip};{};{};{};{spouse}\n", text(one, "nama"), from("jabatan"), from("unit"));
    let list = format!("NIP;NAMA;JABATAN;UNIT KERJA;NIP SUAMI/ISTRI\n{row}");
    std::fs::write(folder.join(format!("masuk/{PERIODE}/pasangan.csv")), list).unwrap();
    if let Some(tingkat) = tingkat {
        let settings = folder.join("mutasi.toml");
        let own = std::fs::read_to_string(&settings).unwrap();
        std::fs::write(&settings, format!("{own}\n[aturan.A-121]\ntingkat = \"{tingkat}\"\n")).unwrap();
    }
    let (code, said) = mutasi(&["run"], folder);
    assert!(code <= 1, "{said}");
    (nip, spouse)
}

/// Codes of what is noted of a mover, and where to.
fn noted(folder: &Path, nip: &str) -> Option<(String, Vec<String>)> {
    let plan: Value = serde_json::from_slice(&std::fs::read(rencana(folder)).unwrap()).unwrap();
    let step = plan["perpindahan"].as_array().unwrap().iter().find(|step| step["nip"] == nip)?.clone();
    let codes = step["peringatan"].as_array().unwrap().iter().map(|note| note["kode"].as_str().unwrap().to_string());
    Some((step["ke"]["unit"].as_str().unwrap().to_string(), codes.collect()))
}

#[test]
fn a_plan_with_a_noted_couple_holds_and_without_the_note_it_does_not() {
    let folder = planned();
    let folder = folder.path();
    let (nip, spouse) = with_a_couple(folder, None);
    let both = [&nip, &spouse].map(|nip| noted(folder, nip).expect("both move as before"));
    assert_eq!(both[0].0, both[1].0);
    assert!(both.iter().all(|(_, codes)| codes.contains(&"A-121".to_string())), "{both:?}");
    let (code, said) = mutasi(&["audit"], folder);
    assert_eq!((code, failed(&said)), (0, Vec::new()), "{said}");
    let (code, said) = spoilt(folder, |plan| {
        let steps = plan["perpindahan"].as_array_mut().unwrap();
        let step = steps.iter_mut().find(|step| step["nip"] == nip.as_str()).unwrap();
        step["peringatan"] = json!([]);
    });
    assert_eq!(code, 1);
    assert!(fails(&said, "Setiap aturan dinilai ulang"), "{said}");
    // Who asks why reads of the plan's own move what the plan notes of it.
    let (_, said) = mutasi(&["explain", &nip], folder);
    let told = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let (look, met) = (told.find("A-121 Tidak ada"), told.find("Terpenuhi ("));
    assert!(told.contains("yang juga dipindahkan") && look.is_some() && look < met, "{said}");
}

#[test]
fn a_couple_that_the_region_forbids_to_meet_is_kept_apart_and_the_plan_is_proven_with_that() {
    let folder = planned();
    let folder = folder.path();
    let (nip, spouse) = with_a_couple(folder, Some("blokir"));
    let plan: Value = serde_json::from_slice(&std::fs::read(rencana(folder)).unwrap()).unwrap();
    let bars = plan["unit_tertutup"].as_array().expect("somebody is kept away");
    assert!(
        bars.iter()
            .all(|bar| bar["aturan"] == "A-121" && (bar["nip"] == nip.as_str() || bar["nip"] == spouse.as_str()))
    );
    let ends = [&nip, &spouse].map(|nip| noted(folder, nip).map(|(unit, _)| unit));
    assert_ne!(ends[0], ends[1]);
    let (code, said) = mutasi(&["audit"], folder);
    assert_eq!((code, failed(&said)), (0, Vec::new()), "{said}");
    let (code, said) = spoilt(folder, |plan| plan["unit_tertutup"] = json!([]));
    assert_eq!(code, 1);
    assert!(fails(&said, "Tidak ada pasangan yang memenuhi syarat"), "{said}");
}
