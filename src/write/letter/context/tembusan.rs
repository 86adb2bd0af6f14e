//! Who gets a copy of a decree.

use crate::settings::Settings;
use crate::write::letter::wording::pejabat_in_text;

/// Who gets a copy: a governor who signs gets none of the own decree.
pub fn tembusan(settings: &Settings, mut list: Vec<String>) -> Vec<String> {
    let pejabat = pejabat_in_text(&settings.sk.pejabat, &settings.daerah);
    let own = |teks: &str| teks.trim_end_matches([';', '.', ' ']).eq_ignore_ascii_case(&pejabat);
    let governor = pejabat.starts_with("Gubernur");
    list.retain(|teks| !own(teks) && !(governor && teks.starts_with("Gubernur ")));
    list
}

/// Before the archive, which comes last (domain §4.2 row 16), stands the person.
pub fn with_person(tembusan: &[String]) -> Vec<String> {
    let mut list = tembusan.to_vec();
    if list.is_empty() || list.iter().any(|teks| teks.to_lowercase().contains("yang bersangkutan")) {
        return list;
    }
    let archive = |teks: &String| ["arsip", "pertinggal"].iter().any(|word| teks.to_lowercase().starts_with(word));
    let at = list.iter().position(archive);
    match at {
        Some(at) => list.insert(at, "Pegawai Negeri Sipil yang bersangkutan;".into()),
        None => {
            let last = list.len() - 1;
            list[last] = format!("{};", list[last].trim_end_matches(['.', ';']));
            list.push("Pegawai Negeri Sipil yang bersangkutan.".into());
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| text.to_string()).collect()
    }

    #[test]
    fn who_signs_gets_no_copy() {
        let mut settings = Settings::default();
        let all = || list(&["Gubernur Jambi;", "Bupati Merangin;", "Arsip."]);
        (settings.daerah.nama, settings.sk.pejabat) = ("Merangin".into(), "BUPATI MERANGIN".into());
        assert_eq!(tembusan(&settings, all()), ["Gubernur Jambi;", "Arsip."]);
        settings.sk.pejabat = "GUBERNUR JAMBI".into();
        assert_eq!(tembusan(&settings, all()), ["Bupati Merangin;", "Arsip."]);
    }

    #[test]
    fn the_person_stands_before_the_archive_and_only_once() {
        assert_eq!(
            with_person(&list(&["Inspektur;", "Arsip."])),
            ["Inspektur;", "Pegawai Negeri Sipil yang bersangkutan;", "Arsip."]
        );
        assert_eq!(with_person(&list(&["Inspektur."])), ["Inspektur;", "Pegawai Negeri Sipil yang bersangkutan."]);
        let told = list(&["Yang bersangkutan;", "Arsip."]);
        assert_eq!(with_person(&told), told);
        assert!(with_person(&[]).is_empty());
    }
}
