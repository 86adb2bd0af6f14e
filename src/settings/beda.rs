//! Which settings of a folder differ from the defaults, for the record of a run.

use toml::{Table, Value};

use super::rencana;

/// A setting of the folder's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beda {
    /// `bobot.linear`.
    pub kunci: String,
    pub nilai: String,
    pub bawaan: String,
}

/// Every setting whose value differs, in order of sections and keys.
pub(super) fn of(defaults: &Table, merged: &Table) -> Vec<Beda> {
    let mut found = Vec::new();
    compare("", defaults, merged, &mut found);
    found
}

fn compare(path: &str, defaults: &Table, merged: &Table, found: &mut Vec<Beda>) {
    for (key, value) in merged {
        let kunci = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match (defaults.get(key), value) {
            (Some(Value::Table(default)), Value::Table(own)) => compare(&kunci, default, own, found),
            (Some(default), own) if default != own => {
                let (nilai, bawaan) = (in_words(&kunci, own), in_words(&kunci, default));
                found.push(Beda { kunci, nilai, bawaan });
            }
            (None, own) if rencana::is_total(&kunci) => {
                let nilai = in_words(&kunci, own);
                found.push(Beda { kunci, nilai, bawaan: rencana::TANPA_BATAS.into() });
            }
            (Some(_) | None, _) => {}
        }
    }
}

/// A value as a reader of the record needs it: no NIP, and of the sentences of a decree only how many there are.
pub(super) fn in_words(kunci: &str, value: &Value) -> String {
    match value {
        Value::String(text) if text.trim().is_empty() => "kosong".into(),
        Value::String(_) if kunci.ends_with("_nip") => "diisi".into(),
        Value::String(text) => text.trim().to_string(),
        Value::Boolean(yes) => if *yes { "ya" } else { "tidak" }.into(),
        Value::Array(items) if items.is_empty() => "kosong".into(),
        Value::Array(items) if kunci.starts_with("sk.") => format!("{} butir", items.len()),
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; "),
        Value::Integer(_) | Value::Float(_) | Value::Datetime(_) | Value::Table(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use crate::settings::Settings;

    #[test]
    fn every_setting_that_differs_is_told_with_its_default_and_no_nip() {
        let text = "[daerah]\nnama = \"Merangin\"\n[bobot]\nlinear = 500\nserumpun = 200\n[sk]\npenandatangan_nip = \
                    \"198601012010011001\"\nmenimbang = [\"a;\"]\n[data]\nbandingkan_bulan_lalu = false\n";
        let settings = Settings::parse(text).unwrap().value;
        let told = |own: &super::Beda| format!("{} = {} ({})", own.kunci, own.nilai, own.bawaan);
        assert_eq!(
            settings.beda.iter().map(told).collect::<Vec<_>>(),
            [
                "bobot.linear = 500 (400)",
                "daerah.nama = Merangin (Nama Daerah)",
                "data.bandingkan_bulan_lalu = tidak (ya)",
                "sk.menimbang = 1 butir (3 butir)",
                "sk.penandatangan_nip = diisi (kosong)",
            ]
        );
        assert_eq!(Settings::default().beda, []);
    }
}
