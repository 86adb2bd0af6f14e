//! Reading what a folder changes in the pack of the law: `[aturan.KODE]`, `[angka]`, `[rentang.*]`, `[puskesmas.*]`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use toml::{Table, Value};

use super::lay::{Lay, MOST_PARAMETER};
use crate::finding::catalogue;
use crate::law::ubahan::{BAGIAN, Salah, Ubahan, Urutan};
use crate::law::{Law, Override, RuleLaw, Tingkat};
use crate::model::angka::ribuan;

/// Section of the rules.
const ATURAN: &str = "aturan";

type Overrides = BTreeMap<String, Override>;

/// Whether a section of `mutasi.toml` is read here.
pub(super) fn is_section(full: &str) -> bool {
    full == ATURAN || BAGIAN.contains(&full)
}

/// What can be used of the changes, each fault a finding. The newest version of the pack tells which keys there are.
pub(super) fn read(lay: &mut Lay<'_>, user: &Table) -> (Overrides, Ubahan) {
    let newest = Date::constant(2100, 1, 1);
    let mut law = Law::at(newest, &BTreeMap::new());
    let mut overrides = rules(lay, user.get(ATURAN), &law);
    let mut ubahan = Ubahan::new();
    for bagian in BAGIAN {
        let Some(value) = user.get(bagian) else { continue };
        if !value.is_table() {
            let problem = format!("nilai {bagian} = {value} harus bagian tersendiri, [{bagian}]");
            lay.report(&catalogue::PENGATURAN_SALAH, bagian, value.to_string(), problem);
        }
        entries(lay, &mut law, &mut ubahan, vec![bagian.to_string()], value);
    }
    // Each round lets go of what contradicts; without any change the pack is sound.
    loop {
        let law = Law::at(newest, &overrides).with_ubahan(&ubahan);
        let Some(pair) = law.bertentangan().into_iter().next() else { break };
        contradiction(lay, &pair, &mut overrides, &mut ubahan);
    }
    (overrides, ubahan)
}

/// Leaves of a section, each put in the law to try it.
fn entries(lay: &mut Lay<'_>, law: &mut Law, ubahan: &mut Ubahan, jalur: Vec<String>, value: &Value) {
    let full = jalur.join(".");
    let text = match value {
        Value::Table(table) => {
            let below = |key: &String| jalur.iter().chain([key]).cloned().collect();
            return table.iter().for_each(|(key, value)| entries(lay, law, ubahan, below(key), value));
        }
        Value::Integer(number) => number.to_string(),
        Value::String(text) => text.trim().to_string(),
        Value::Array(items) if items.iter().all(Value::is_integer) => {
            items.iter().map(Value::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => value.to_string(),
    };
    let key = jalur.last().cloned().unwrap_or_default();
    match law.ubah(&jalur, &text) {
        Ok(()) => {
            ubahan.insert(jalur, text);
        }
        Err(Salah::Asing(known)) => lay.unknown(&full, &key, known.iter().map(String::as_str)),
        Err(Salah::Nilai(expected, held)) => {
            let problem = format!("nilai {full} = {value} harus {expected}; yang berlaku: {held}");
            let section = &full[..full.len() - key.len()].trim_end_matches('.');
            lay.report_in(section, &catalogue::PENGATURAN_SALAH, &key, value.to_string(), problem);
        }
    }
}

/// P-107: of two numbers that contradict each other the folder's own are let go.
fn contradiction(lay: &mut Lay<'_>, pair: &Urutan, overrides: &mut Overrides, ubahan: &mut Ubahan) {
    let mut own = Vec::new();
    for jalur in &pair.jalur {
        let words: Vec<&str> = jalur.iter().map(String::as_str).collect();
        let dropped = match words[..] {
            [ATURAN, kode, key] => {
                let change = overrides.get_mut(kode);
                change.and_then(|change| change.parameter.remove(key)).map(|number| number.to_string())
            }
            _ => ubahan.remove(jalur),
        };
        own.extend(dropped.map(|value| (jalur, value)));
    }
    let (jalur, value) = own.first().expect("the pack without changes does not contradict itself");
    let (key, section) = jalur.split_last().expect("a path has words");
    // Rules are told by their code alone.
    let section = section.join(".").replace("aturan.", "");
    let problem = format!(
        "{} = {} tidak boleh lebih besar daripada {} = {}; yang berlaku angka bawaannya",
        pair.kecil.0, pair.kecil.1, pair.besar.0, pair.besar.1
    );
    lay.report_in(&section, &catalogue::PENGATURAN_BERTENTANGAN, key, value.clone(), problem);
}

fn rules(lay: &mut Lay<'_>, user: Option<&Value>, law: &Law) -> Overrides {
    let mut overrides = BTreeMap::new();
    let Some(Value::Table(rules)) = user else {
        if let Some(value) = user {
            let problem = format!("nilai {ATURAN} = {value} harus bagian tersendiri, misalnya [aturan.A-101]");
            lay.report(&catalogue::PENGATURAN_SALAH, ATURAN, value.to_string(), problem);
        }
        return overrides;
    };
    let codes: Vec<&str> = law.codes().collect();
    for (code, value) in rules {
        if !codes.contains(&code.as_str()) {
            lay.unknown(&format!("{ATURAN}.{code}"), code, codes.iter().copied());
            continue;
        }
        let Value::Table(keys) = value else {
            let problem = format!("nilai {ATURAN}.{code} = {value} harus bagian tersendiri, [{ATURAN}.{code}]");
            lay.report(&catalogue::PENGATURAN_SALAH, code, value.to_string(), problem);
            continue;
        };
        overrides.insert(code.clone(), one_rule(lay, code, law.rule(code), keys));
    }
    overrides
}

fn one_rule(lay: &mut Lay<'_>, code: &str, law: &RuleLaw, keys: &Table) -> Override {
    let known = &law.parameter;
    let mut change = Override::default();
    for (key, value) in keys {
        let full = format!("{ATURAN}.{code}.{key}");
        match value {
            Value::String(text) if key == "tingkat" && Tingkat::parse(text).is_some() => {
                change.tingkat = Tingkat::parse(text).filter(|tingkat| acts(lay, &full, law, *tingkat));
            }
            Value::Integer(number) if known.contains_key(key) && (0..=MOST_PARAMETER).contains(number) => {
                change.parameter.insert(key.clone(), *number);
            }
            _ if key == "tingkat" || known.contains_key(key) => {
                let (expected, held) = match known.get(key).filter(|_| key != "tingkat") {
                    Some(number) => (format!("bilangan bulat 0 sampai {}", ribuan(MOST_PARAMETER)), number.to_string()),
                    None => (severities(law), law.tingkat.label().to_string()),
                };
                let problem = format!("nilai {full} = {value} harus {expected}; yang berlaku: {held}");
                lay.report_in(code, &catalogue::PENGATURAN_SALAH, key, value.to_string(), problem);
            }
            _ => lay.unknown(&full, key, known.keys().map(String::as_str).chain(["tingkat"])),
        }
    }
    idle(lay, code, law, &change);
    change
}

/// P-106 for a number of a rule that stays off.
fn idle(lay: &mut Lay<'_>, code: &str, law: &RuleLaw, change: &Override) {
    let off = change.tingkat.unwrap_or(law.tingkat) == Tingkat::Mati;
    if let Some((key, number)) = change.parameter.first_key_value().filter(|_| off) {
        let problem = format!(
            "{ATURAN}.{code}.{key} = {number} tidak berpengaruh selama aturan ini mati; untuk menyalakannya tulis juga \
             tingkat = \"blokir\" atau \"peringatan\" di bawah [{ATURAN}.{code}]"
        );
        lay.report_in(code, &catalogue::PENGATURAN_TANPA_AKIBAT, key, number.to_string(), problem);
    }
}

/// The severities that a rule may have, in words.
fn severities(law: &RuleLaw) -> String {
    const ALL: [Tingkat; 4] = [Tingkat::Blokir, Tingkat::Peringatan, Tingkat::Info, Tingkat::Mati];
    let allowed = ALL.into_iter().filter(|tingkat| law.hanya.is_empty() || law.hanya.contains(tingkat));
    let words = allowed.map(|tingkat| match tingkat {
        Tingkat::Mati => "mati (atau izinkan)",
        other => other.label(),
    });
    format!("salah satu dari {}", words.collect::<Vec<_>>().join(", "))
}

/// Whether a severity would do anything; P-106 where it would not.
fn acts(lay: &mut Lay<'_>, full: &str, law: &RuleLaw, tingkat: Tingkat) -> bool {
    if law.hanya.is_empty() || law.hanya.contains(&tingkat) {
        return true;
    }
    let (label, held) = (tingkat.label(), law.tingkat.label());
    let problem = format!("{full} = \"{label}\" tidak berpengaruh: {}; yang berlaku: {held}", law.sebab);
    let code = full.split('.').nth(1).unwrap_or_default().to_string();
    lay.report_in(&code, &catalogue::PENGATURAN_TANPA_AKIBAT, "tingkat", label.to_string(), problem);
    false
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::settings::Settings;

    fn told(text: &str) -> (Settings, Vec<(&'static str, String)>) {
        let noted = Settings::parse(text).unwrap();
        let findings = noted.findings.into_iter().filter(|finding| finding.kode.code != "P-103");
        (noted.value, findings.map(|finding| (finding.kode.code, finding.problem)).collect())
    }

    #[test]
    fn every_severity_of_every_rule_holds_or_is_told() {
        let pack = Law::at(date(2026, 12, 1), &BTreeMap::new());
        for code in pack.codes() {
            for label in ["blokir", "peringatan", "info", "mati"] {
                let (settings, found) = told(&format!("[aturan.{code}]\ntingkat = \"{label}\"\n"));
                let held = settings.law(date(2026, 12, 1)).rule(code).tingkat;
                let (refused, other): (Vec<_>, Vec<_>) = found.into_iter().partition(|(kode, _)| *kode == "P-106");
                assert_eq!(other, [], "{code} {label}");
                assert_eq!(refused.is_empty(), held.label() == label, "{code} {label}: {refused:?}");
            }
        }
    }

    #[test]
    fn numbers_and_tables_of_the_law_are_changed_and_faults_are_told() {
        let (settings, found) = told(
            "[angka]\nbup_guru = 61\nbup_gurru = 3\njam_pai_sd = 99\n\n[rentang.eselon]\n\"III.b\" = \"III/c sampai IV/a\"\n\n\
             [rentang.kepala_sekolah]\ngolongan = \"V/z\"\n\n[puskesmas.perawat]\nperkotaan = [6, 9]\ndesa = [1, 2]\n",
        );
        let law = settings.law(date(2026, 12, 1));
        assert_eq!(law.angka("bup_guru").nilai, 61);
        let changed: Vec<&str> = law.diubah().iter().map(|own| own.kunci.as_str()).collect();
        assert_eq!(changed, ["angka.bup_guru", "puskesmas.perawat.perkotaan", "rentang.eselon.III.b"]);
        let codes: Vec<&str> = found.iter().map(|(kode, _)| *kode).collect();
        assert_eq!(codes, ["P-101", "P-102", "P-102", "P-101"], "{found:?}");
        assert!(found[0].1.contains("Mungkin maksud Anda “bup_guru”?"), "{}", found[0].1);
    }

    #[test]
    fn of_numbers_that_contradict_each_other_neither_holds() {
        let (settings, found) = told("[aturan.A-137]\njam_min = 30\njam_maks = 20\nsetara_piket = 2\n");
        let law = settings.law(date(2026, 12, 1));
        let number = |key| law.parameter("A-137", key);
        assert_eq!((number("jam_min"), number("jam_maks"), number("setara_piket")), (24, 40, 2));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, "P-107");
        // Against the pack's own number too, and across sections.
        assert_eq!(told("[aturan.A-105]\nblokir_bulan = 25\n").1[0].0, "P-107");
        for text in [
            "[puskesmas.perawat]\nperdesaan = [9, 3]\n",
            "[aturan.A-145]\nrotasi_min_bulan = 200\n",
            "[aturan.A-145]\nperiode_maks = 0\nperiode_bulan = 60\n",
        ] {
            let (settings, found) = told(text);
            assert_eq!((found.len(), found[0].0), (1, "P-107"), "{text} {found:?}");
            assert_eq!(settings.law(date(2026, 12, 1)).bertentangan(), [], "{text}");
        }
        let (settings, found) = told("[angka]\nbeban_kelas_b_perseratus = 40\nbeban_kelas_c_perseratus = 95\n");
        assert!(settings.ubahan.is_empty() && found.iter().all(|(kode, _)| *kode == "P-107"), "{found:?}");
    }

    #[test]
    fn a_fault_is_told_at_its_own_line_with_what_holds() {
        let text = "[aturan.A-101]\ntingkat = \"info\"\n\n[rentang.kepala_sekolah]\ntingkat = \"Sarjana Muda\"\n\n\
                    [rentang.eselon]\n\"III.b\" = \"IV/a sampai III/d\"\n\n[daerah]\nnama = \"A-104\"\n\n\
                    [aturan.A-104]\ntingkat = \"boleh\"\n";
        let noted = Settings::parse(text).unwrap();
        let faults = noted.findings.iter().filter(|finding| finding.kode.code == "P-102");
        let told: Vec<(Option<u32>, &str)> =
            faults.map(|finding| (finding.place.cell.map(crate::settings::line_number), &*finding.problem)).collect();
        let lines: Vec<Option<u32>> = told.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [Some(14), Some(8), Some(5)], "{told:?}");
        assert!(told[0].1.ends_with("peringatan, info, mati (atau izinkan); yang berlaku: peringatan"), "{told:?}");
        assert!(told[1].1.contains("dari yang rendah ke yang tinggi"), "{told:?}");
        assert!(told[1].1.ends_with("; yang berlaku: III/d sampai IV/a"), "{told:?}");
        assert!(told[2].1.contains("D-III, D-IV, S-1") && told[2].1.ends_with("; yang berlaku: S-1"), "{told:?}");
        // A section written in one line, and a quoted key that no section has.
        for (text, line) in [
            ("[bobot]\n\n[rentang]\nkepala_sekolah = { tingkat = \"x\" }\n", 4),
            ("[angka]\n\"bup_gurru\" = 60\n", 2),
            ("[angka]\nbup_guru = 600 # [angka]\n", 2),
        ] {
            let noted = Settings::parse(text).unwrap();
            assert_eq!(noted.findings[0].place.cell.map(crate::settings::line_number), Some(line), "{text}");
        }
    }
}
