//! Parts a name as typed into name and titles (domain §3.5).

use super::Nama;

/// Titles before a name, upper case, without dots.
const DEPAN: [&str; 13] = ["PROF", "DR", "DRG", "DRH", "IR", "DRS", "DRA", "H", "HJ", "KH", "APT", "NS", "R"];

/// Letters of the longest of them; each may have a dot behind it.
const LONGEST_DEPAN: usize = 4;

impl Nama {
    /// Reads a name as typed, with the titles of their own columns where there are such columns.
    /// Titles in the name and in the columns are printed once. `None` when no letter of a name is left.
    pub fn parse(text: &str, gelar_depan: Option<&str>, gelar_belakang: Option<&str>) -> Option<Nama> {
        let (name, behind) = match text.split_once(',') {
            Some((name, behind)) => (name, Some(behind.trim())),
            None => (text, None),
        };
        let words: Vec<&str> = name.split_whitespace().collect();
        let front = words.iter().take(words.len().saturating_sub(1)).take_while(|word| is_front(word)).count();
        let back = words[front..].iter().rev().take_while(|word| is_degree(word)).count();
        let back = back.min((words.len() - front).saturating_sub(1));
        let core = words[front..words.len() - back].join(" ");

        let mut full = words.join(" ");
        if let Some(titles) = gelar_depan.filter(|_| front == 0) {
            full = format!("{} {full}", titles.trim());
        }
        let titles = behind.filter(|behind| !behind.is_empty());
        if let Some(titles) = titles.or_else(|| gelar_belakang.filter(|_| back == 0).map(str::trim)) {
            full = format!("{full}, {titles}");
        }
        Nama::new(&full, &core)
    }
}

/// `Drs.`, `H.`, `KH.`; a lone `R` without dot may be an initial.
fn is_front(word: &str) -> bool {
    // No title has more letters, and most words of a name have.
    if word.len() > 2 * LONGEST_DEPAN {
        return false;
    }
    let plain: String = word.chars().filter(|c| *c != '.').flat_map(char::to_uppercase).collect();
    DEPAN.contains(&plain.as_str()) && (plain != "R" || word.ends_with('.'))
}

/// Titles behind a name that are written without dots, so that only the word tells them.
const BELAKANG: [&str; 26] = [
    "SKM", "MPH", "SPD", "SPDI", "SPDSD", "SE", "SH", "SHI", "ST", "SSOS", "SIP", "SKOM", "STP", "SSTP", "SAG", "SKEP",
    "AMD", "MM", "MH", "MSI", "MPD", "MKES", "MAP", "NS", "BDN", "GR",
];

/// `S.Pd`, `A.Md.Keb`, `Ph.D`: a dot between letters. `M.` is an initial.
fn is_degree(word: &str) -> bool {
    let inner = word.trim_end_matches('.');
    if BELAKANG.iter().any(|title| title.eq_ignore_ascii_case(inner)) {
        return true;
    }
    let mut parts = inner.split('.');
    let heads = ["S", "M", "A", "D", "SP", "PH"];
    parts.next().is_some_and(|head| heads.iter().any(|known| known.eq_ignore_ascii_case(head)))
        && parts.next().is_some_and(|next| next.chars().next().is_some_and(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_printed_and_do_not_count_in_the_key() {
        for (text, printed, key) in [
            ("Drs. H. BUDI SANTOSO, M.Pd.", "Drs. H. BUDI SANTOSO, M.Pd.", "BUDISANTOSO"),
            ("dr. Rina  Marlina, Sp.A", "dr. Rina Marlina, Sp.A", "RINAMARLINA"),
            ("SITI AMINAH S.Pd", "SITI AMINAH S.Pd", "SITIAMINAH"),
            ("SITI AMINAH,", "SITI AMINAH", "SITIAMINAH"),
            ("M. Yusuf", "M. Yusuf", "MYUSUF"),
            ("I Gede Putra", "I Gede Putra", "IGEDEPUTRA"),
            ("Suharto", "Suharto", "SUHARTO"),
            ("HJ. NUR'AINI, S.Pd.SD", "HJ. NUR'AINI, S.Pd.SD", "NURAINI"),
            ("Ir", "Ir", "IR"),
        ] {
            let nama = Nama::parse(text, None, None).unwrap();
            assert_eq!((nama.as_str(), nama.key()), (printed, key), "{text}");
        }
    }

    #[test]
    fn every_listed_title_is_no_part_of_the_name() {
        for title in [
            "Prof.", "Dr.", "dr.", "drg.", "drh.", "Ir.", "Drs.", "Dra.", "H.", "Hj.", "K.H.", "KH.", "R.", "apt.",
            "Ns.",
        ] {
            let text = format!("{title} Siti Aminah");
            let nama = Nama::parse(&text, None, None).unwrap();
            assert_eq!((nama.as_str(), nama.key()), (text.as_str(), "SITIAMINAH"));
        }
        assert_eq!(Nama::parse("Hj. Dra. SITI AMINAH", None, None).unwrap().key(), "SITIAMINAH");
        for title in [
            "S.Pd.",
            "S.Pd.SD",
            "S.Pd.I",
            "S.E.",
            "S.H.",
            "S.Kom.",
            "S.T.",
            "S.Sos.",
            "S.IP.",
            "S.STP",
            "SKM",
            "S.K.M.",
            "S.Kep.",
            "S.Tr.Keb",
            "A.Md.Keb",
            "A.Md.Kep",
            "A.Ma.Pd",
            "Ns.",
            "Bdn.",
            "Gr.",
            "M.Pd.",
            "M.Si.",
            "M.M.",
            "M.Kes.",
            "M.A.P.",
            "MPH",
            "Sp.A",
            "Ph.D.",
            "SPd",
            "SE",
            "SH",
            "ST",
            "MM",
            "MSi",
            "S.Pd., M.Pd.",
        ] {
            for text in
                [format!("Siti Aminah, {title}"), format!("SITI AMINAH,{title}"), format!("Siti Aminah {title}")]
            {
                let nama = Nama::parse(&text, None, None).unwrap();
                assert_eq!(nama.key(), "SITIAMINAH", "{text}");
            }
        }
        // The doctorate and the physician are printed as typed.
        assert_eq!(Nama::parse("dr. Rina, Sp.A", None, None).unwrap().as_str(), "dr. Rina, Sp.A");
        assert_eq!(Nama::parse("Dr. Rina, M.Si.", None, None).unwrap().as_str(), "Dr. Rina, M.Si.");
    }

    #[test]
    fn one_word_and_initials_are_legal_names() {
        for (text, key) in [
            ("Suharto", "SUHARTO"),
            ("M. Yusuf", "MYUSUF"),
            ("I Gede Putra", "IGEDEPUTRA"),
            ("Ni Luh Sari", "NILUHSARI"),
            ("A. R. Hakim", "ARHAKIM"),
            ("R Hakim", "RHAKIM"),
            ("Se", "SE"),
            ("Sh. Mahmud", "SHMAHMUD"),
            ("Muh. Amin S", "MUHAMINS"),
        ] {
            assert_eq!(Nama::parse(text, None, None).unwrap().key(), key, "{text}");
        }
    }

    #[test]
    fn titles_of_their_own_columns_are_added_once() {
        let parse = |text| Nama::parse(text, Some("Drs."), Some("M.Pd.")).unwrap().as_str().to_string();
        assert_eq!(parse("BUDI SANTOSO"), "Drs. BUDI SANTOSO, M.Pd.");
        assert_eq!(parse("Drs. BUDI SANTOSO, M.Pd."), "Drs. BUDI SANTOSO, M.Pd.");
    }

    #[test]
    fn no_letters_no_name() {
        for text in ["", " ", "12345", ".,-"] {
            assert_eq!(Nama::parse(text, None, None), None, "{text}");
        }
    }
}
