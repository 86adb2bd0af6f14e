//! Reading the region's own rules, `[[aturan_daerah]]`, each fault a finding; a faulty rule is left out.

use toml::{Table, Value};

use super::lay::{Lay, MOST_PARAMETER};
use crate::finding::catalogue;
use crate::law::Tingkat;
use crate::law::daerah::{AturanDaerah, Jenis, KODE, Kunci};
use crate::model::angka::ribuan;
use crate::model::tanggal::Sejak;

/// Key of the list in `mutasi.toml`.
pub(super) const KEY: &str = "aturan_daerah";

/// Keys of every local rule; that of its parameter comes with the kind.
const KEYS: [&str; 6] = ["kode", "kalimat", "dasar", "jenis", "tingkat", "sejak"];

/// The rules that can be used, in order of their codes.
pub(super) fn read(lay: &mut Lay<'_>, user: Option<&Value>) -> Vec<AturanDaerah> {
    let mut rules: Vec<AturanDaerah> = Vec::new();
    let Some(Value::Array(entries)) = user else {
        if let Some(value) = user {
            let problem = format!("{KEY} harus berupa daftar; awali tiap aturan dengan [[{KEY}]]");
            lay.report(&catalogue::PENGATURAN_SALAH, KEY, value.to_string(), problem);
        }
        return rules;
    };
    for entry in entries {
        let Value::Table(entry) = entry else { continue };
        let Some(rule) = one(lay, entry) else { continue };
        if rules.iter().any(|other| other.kode == rule.kode) {
            let problem = format!("kode {} dipakai dua aturan daerah; hanya yang pertama berlaku", rule.kode);
            lay.report(&catalogue::PENGATURAN_SALAH, rule.kode, rule.kode.to_string(), problem);
            continue;
        }
        rules.push(rule);
    }
    rules.sort_by_key(|rule| rule.kode);
    rules
}

fn one(lay: &mut Lay<'_>, entry: &Table) -> Option<AturanDaerah> {
    let mut reader = Reader { lay, name: "tanpa kode".into(), entry, sound: true };
    let kode = reader.word("kode", &KODE, |text| KODE.into_iter().find(|kode| *kode == text.trim()));
    if let Some(kode) = kode {
        reader.name = kode.to_string();
    }
    let jenis_names = Jenis::ALL.map(Jenis::nama);
    let jenis = reader.word("jenis", &jenis_names, Jenis::parse);
    let tingkat = reader.word("tingkat", &["blokir", "peringatan", "info", "mati"], Tingkat::parse);
    let (kalimat, dasar) = (reader.sentence("kalimat"), reader.sentence("dasar"));
    let sejak = reader.sejak();
    let (angka, daftar) = jenis.map(|jenis| reader.parameter(jenis)).unwrap_or_default();
    reader.unknown_keys(jenis);
    let sound = reader.sound;
    Some(AturanDaerah { kode: kode?, kalimat, dasar, jenis: jenis?, tingkat: tingkat?, sejak, angka, daftar })
        .filter(|_| sound)
}

/// One rule while it is read.
struct Reader<'r, 'l> {
    lay: &'r mut Lay<'l>,
    /// Its code, for the findings.
    name: String,
    entry: &'r Table,
    sound: bool,
}

impl Reader<'_, '_> {
    fn wrong(&mut self, key: &str, expected: &str) {
        self.sound = false;
        let value = self.entry.get(key).map(Value::to_string).unwrap_or_default();
        let told = if value.is_empty() { "belum diisi;".to_string() } else { format!("= {value}") };
        let problem = format!("aturan daerah {}: {key} {told} harus {expected}; aturan ini tidak dipakai", self.name);
        // Where the key itself is not written, its rule's code tells the line.
        let near = if value.is_empty() { self.name.clone() } else { key.to_string() };
        self.lay.report(&catalogue::PENGATURAN_SALAH, &near, value, problem);
    }

    /// One entry of a list that cannot be used; the others still bind.
    fn without(&mut self, key: &str, item: &Value) {
        let problem = format!(
            "aturan daerah {}: {key} memuat {item}, seharusnya nama di antara tanda kutip; entri ini tidak dipakai, entri \
             lain tetap berlaku",
            self.name
        );
        self.lay.report_in(&self.name, &catalogue::PENGATURAN_SALAH, key, item.to_string(), problem);
    }

    fn word<T>(&mut self, key: &str, known: &[&str], parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.entry.get(key).and_then(Value::as_str).and_then(parse);
        if value.is_none() {
            self.wrong(key, &format!("salah satu dari {}", known.join(", ")));
        }
        value
    }

    fn sentence(&mut self, key: &str) -> String {
        let text = self.entry.get(key).and_then(Value::as_str).map(str::trim).unwrap_or_default().to_string();
        if !text.chars().any(char::is_alphabetic) {
            self.wrong(key, "berupa kalimat di antara tanda kutip");
        }
        text
    }

    fn sejak(&mut self) -> Option<Sejak> {
        let text = match self.entry.get("sejak")? {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let sejak = Sejak::parse(text.trim());
        if sejak.is_none() {
            self.wrong("sejak", "tahun atau tanggal TAHUN-BULAN-HARI di antara tanda kutip");
        }
        sejak
    }

    fn parameter(&mut self, jenis: Jenis) -> (i64, Vec<String>) {
        match jenis.kunci() {
            Kunci::Angka(key) => {
                let number = self.entry.get(key).and_then(Value::as_integer);
                let number = number.filter(|number| (1..=MOST_PARAMETER).contains(number));
                if number.is_none() {
                    self.wrong(key, &format!("bilangan bulat 1 sampai {}", ribuan(MOST_PARAMETER)));
                }
                (number.unwrap_or_default(), Vec::new())
            }
            Kunci::Daftar(key) => {
                let items = self.entry.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
                let name = |item: &Value| item.as_str().map(|text| text.trim().to_string());
                let named = |text: &String| text.chars().any(char::is_alphanumeric);
                let texts: Vec<String> = items.iter().filter_map(name).filter(named).collect();
                if texts.is_empty() {
                    self.wrong(key, "daftar nama di antara kurung siku, misalnya [\"Bendahara\"]");
                } else {
                    for item in items.iter().filter(|item| !name(item).as_ref().is_some_and(named)) {
                        self.without(key, item);
                    }
                }
                (0, texts)
            }
        }
    }

    fn unknown_keys(&mut self, jenis: Option<Jenis>) {
        let own = jenis.map(|jenis| match jenis.kunci() {
            Kunci::Angka(key) | Kunci::Daftar(key) => key,
        });
        // Of a kind that could not be read nobody knows the parameter.
        let Some(own) = own else { return };
        for key in self.entry.keys().filter(|key| !KEYS.contains(&key.as_str()) && *key != own) {
            self.lay.unknown(&format!("{KEY} {}.{key}", self.name), key, KEYS.into_iter().chain([own]));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::law::Tingkat;
    use crate::law::daerah::Jenis;
    use crate::settings::Settings;

    const KALSEL: &str = "[[aturan_daerah]]\nkode = \"L-01\"\nkalimat = \"Pegawai tidak pindah antarperangkat daerah \
                          sebelum 5 tahun\"\ndasar = \"Surat pernyataan pegawai\"\njenis = \"masa_antar_opd\"\nbulan = \
                          60\ntingkat = \"peringatan\"\n";

    fn faults(text: &str) -> (usize, Vec<String>) {
        let noted = Settings::parse(text).unwrap();
        let told = noted.findings.iter().filter(|finding| finding.kode.code != "P-103");
        (noted.value.aturan_daerah.len(), told.map(|finding| finding.problem.clone()).collect())
    }

    #[test]
    fn a_region_states_its_own_rule() {
        let settings = Settings::parse(KALSEL).unwrap().value;
        let rule = &settings.aturan_daerah[0];
        assert_eq!((rule.kode, rule.jenis, rule.angka), ("L-01", Jenis::MasaAntarOpd, 60));
        assert_eq!((rule.tingkat, rule.parameter()), (Tingkat::Peringatan, "bulan = 60".to_string()));
        assert_eq!(faults(KALSEL).1, [] as [&str; 0]);
    }

    #[test]
    fn a_rule_without_basis_or_number_is_left_out_and_told() {
        let (rules, told) = faults(&KALSEL.replace("Surat pernyataan pegawai", " "));
        assert_eq!((rules, told.len()), (0, 1), "{told:?}");
        let (rules, told) = faults(&KALSEL.replace("bulan = 60\n", ""));
        assert_eq!(rules, 0);
        assert_eq!(
            told,
            ["aturan daerah L-01: bulan belum diisi; harus bilangan bulat 1 sampai 100.000; aturan ini tidak dipakai"]
        );
    }

    #[test]
    fn one_bad_entry_of_a_list_leaves_the_others_binding() {
        let list = |entries: &str| {
            KALSEL.replace("masa_antar_opd", "jabatan_ditahan").replace("bulan = 60", &format!("jabatan = {entries}"))
        };
        let text = list("[\"Ajudan\", 5]");
        let rules = Settings::parse(&text).unwrap().value.aturan_daerah;
        assert_eq!(rules[0].daftar, ["Ajudan"]);
        let (rules, told) = faults(&text);
        assert_eq!((rules, told.len()), (1, 1), "{told:?}");
        assert!(told[0].contains("jabatan memuat 5, seharusnya nama"), "{told:?}");
        assert_eq!(faults(&list("[5]")).0, 0);
    }

    #[test]
    fn a_code_counts_once_and_a_foreign_key_is_told() {
        let (rules, told) = faults(&KALSEL.repeat(2));
        assert_eq!((rules, told), (1, vec!["kode L-01 dipakai dua aturan daerah; hanya yang pertama berlaku".into()]));
        let (rules, told) = faults(&KALSEL.replace("bulan = 60", "bulan = 60\nkm = 3"));
        assert_eq!((rules, told.len()), (1, 1), "{told:?}");
    }
}
