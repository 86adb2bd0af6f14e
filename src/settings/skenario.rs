//! A scenario: some keys laid over a folder's `mutasi.toml`, for a second plan beside that of the folder.

use toml::{Table, Value};

use super::lay::{Lay, line_of};
use super::{DEFAULTS, Settings, beda, daerah, paket};
use crate::finding::{Finding, Place};
use crate::law::ubahan::BAGIAN;
use crate::model::skenario::SetelanLain;

/// Sections that bear on need and placing. The others change what is read or written, which a scenario does not do again.
const BERLAKU: [&str; 6] = ["kebutuhan", "rencana", "bobot", "kompetensi", "strategis", "kepala_daerah"];

/// Numbers of the law that are looked at while the data are read; those of the folder hold.
const SAAT_BACA: &str = "angka";

/// The settings of a scenario and in what they differ.
pub struct Skenario {
    pub settings: Settings,
    pub setelan: Vec<SetelanLain>,
}

impl Skenario {
    /// Lays the text of a scenario over that of a folder. `nama` is its file, for what is said of it.
    ///
    /// # Errors
    /// Everything that is wrong with it, in Indonesian. A scenario is used as a whole or not at all: with a key left out
    /// it would compare something else than was asked.
    pub fn parse(folder: &str, text: &str, nama: &str) -> Result<Skenario, Vec<String>> {
        let own: Table = text.parse().map_err(|error: toml::de::Error| {
            let line = error.span().map_or(1, |span| line_of(text, span.start) + 1);
            vec![format!("baris {line} tidak terbaca; periksa tanda kutip dan tanda sama dengan")]
        })?;
        let faults = faults(text, &own, nama);
        if !faults.is_empty() {
            return Err(faults);
        }
        let base: Table = folder.parse().unwrap_or_default();
        let mut merged = base.clone();
        lay_over(&mut merged, &own);
        let (before, after) = (Settings::of_table("", &base), Settings::of_table("", &merged));
        let known = |finding: &Finding| before.findings.iter().any(|other| other.problem == finding.problem);
        let faults: Vec<String> =
            after.findings.iter().filter(|finding| !known(finding)).map(|finding| finding.problem.clone()).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let defaults: Table = DEFAULTS.parse().expect("defaults.toml is well formed");
        let mut setelan = Vec::new();
        differences("", &own, &[&base, &defaults], &mut setelan);
        if setelan.is_empty() {
            return Err(vec!["tidak ada pengaturan yang berbeda dari mutasi.toml".into()]);
        }
        Ok(Skenario { settings: after.value, setelan })
    }
}

/// What is wrong with the scenario by itself.
fn faults(text: &str, own: &Table, nama: &str) -> Vec<String> {
    let place = Place::file(nama);
    let mut findings = Vec::new();
    let mut merged: Table = DEFAULTS.parse().expect("defaults.toml is well formed");
    let mut lay = Lay { text, place: &place, findings: &mut findings, salah: Vec::new() };
    paket::read(&mut lay, own);
    daerah::read(&mut lay, own.get(daerah::KEY));
    lay.table(&mut merged, own, "");
    let idle = own.keys().filter(|key| {
        let law = paket::is_section(key) || *key == daerah::KEY;
        merged.contains_key(*key) && !BERLAKU.contains(&key.as_str()) && !law || *key == SAAT_BACA
    });
    let idle = idle.map(|key| format!("bagian [{key}] tidak berpengaruh pada skenario; yang dapat diubah: {}", can()));
    findings.iter().map(|finding| finding.problem.clone()).chain(idle.collect::<Vec<_>>()).collect()
}

fn can() -> String {
    let law = BAGIAN.into_iter().filter(|bagian| *bagian != SAAT_BACA);
    BERLAKU.into_iter().chain(["aturan", daerah::KEY]).chain(law).collect::<Vec<_>>().join(", ")
}

/// Key by key, tables within tables; a list takes the place of a list.
fn lay_over(below: &mut Table, own: &Table) {
    for (key, value) in own {
        match (below.get_mut(key), value) {
            (Some(Value::Table(below)), Value::Table(own)) => lay_over(below, own),
            _ => {
                below.insert(key.clone(), value.clone());
            }
        }
    }
}

/// Every value that differs from what holds in the first of these tables that has it.
fn differences(path: &str, own: &Table, under: &[&Table], found: &mut Vec<SetelanLain>) {
    for (key, value) in own {
        let kunci = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        let held = under.iter().find_map(|table| table.get(key));
        match value {
            Value::Table(inner) => {
                let tables: Vec<&Table> = under.iter().filter_map(|table| table.get(key)?.as_table()).collect();
                differences(&kunci, inner, &tables, found);
            }
            value if held != Some(value) => found.push(SetelanLain {
                rencana: held.map_or("bawaan".into(), |held| in_words(&kunci, held)),
                skenario: in_words(&kunci, value),
                kunci,
            }),
            _ => {}
        }
    }
}

fn in_words(kunci: &str, value: &Value) -> String {
    match value {
        // Rules of the region are tables in a list.
        Value::Array(items) if items.iter().any(Value::is_table) => format!("{} aturan", items.len()),
        Value::Array(items) if items.iter().any(Value::is_integer) => {
            items.iter().map(Value::to_string).collect::<Vec<_>>().join(", ")
        }
        value => beda::in_words(kunci, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOLDER: &str =
        "[daerah]\nnama = \"Merangin\"\n[bobot]\nlinear = 500\n[aturan.A-101]\ntingkat = \"peringatan\"\n";

    fn parse(text: &str) -> Result<Skenario, Vec<String>> {
        Skenario::parse(FOLDER, text, "uji.toml")
    }

    #[test]
    fn keys_of_a_scenario_are_laid_over_those_of_the_folder() {
        let text = "[bobot]\nlinear = 600\nserumpun = 150\n[aturan.A-101]\nmasa_jabatan_min_bulan = 12\n[rencana]\nurutan = \
                    [\"aspirasi\", \"keterisian\"]\n";
        let own = parse(text).unwrap_or_else(|faults| panic!("{faults:?}"));
        assert_eq!((own.settings.bobot.linear, own.settings.daerah.nama.as_str()), (600, "Merangin"));
        let rule = &own.settings.aturan["A-101"];
        assert_eq!((rule.tingkat.is_some(), rule.parameter["masa_jabatan_min_bulan"]), (true, 12));
        let told = |own: &SetelanLain| format!("{}: {} → {}", own.kunci, own.rencana, own.skenario);
        assert_eq!(
            own.setelan.iter().map(told).collect::<Vec<_>>(),
            [
                "aturan.A-101.masa_jabatan_min_bulan: bawaan → 12",
                "bobot.linear: 500 → 600",
                "bobot.serumpun: 200 → 150",
                "rencana.urutan: keterisian; perpindahan; perubahan; kecocokan → aspirasi; keterisian",
            ]
        );
    }

    #[test]
    fn a_scenario_is_used_as_a_whole_or_not_at_all() {
        for (text, told) in [
            ("[bobot]\nlinier = 3\n", "kunci bobot.linier tidak dikenal. Mungkin maksud Anda “linear”?"),
            ("[bobot]\nlinear = 500\n", "tidak ada pengaturan yang berbeda dari mutasi.toml"),
            ("", "tidak ada pengaturan yang berbeda dari mutasi.toml"),
            ("[bobot\n", "baris 1 tidak terbaca"),
            ("[daerah]\nnama = \"Lain\"\n", "bagian [daerah] tidak berpengaruh pada skenario"),
            ("[rencana]\nurutan = [\"jauh\"]\n", "“jauh” bukan tujuan"),
            ("[aturan.A-999]\ntingkat = \"mati\"\n", "A-999"),
        ] {
            let faults = parse(text).err().unwrap_or_else(|| panic!("{text:?} is used"));
            assert!(faults.iter().any(|fault| fault.contains(told)), "{text:?}: {faults:?}");
        }
    }
}
