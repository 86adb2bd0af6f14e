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
        let Bagian { depan, inti, belakang, sesudah_koma } = Bagian::of(text);
        let mut full = [&depan[..], &inti, &belakang].concat().join(" ");
        if let Some(titles) = gelar_depan.filter(|_| depan.is_empty()) {
            full = format!("{} {full}", titles.trim());
        }
        if let Some(titles) = sesudah_koma.or_else(|| gelar_belakang.filter(|_| belakang.is_empty()).map(str::trim)) {
            full = format!("{full}, {titles}");
        }
        Nama::new(&full, &inti.join(" "))
    }

    /// The name as a decree writes it: in capitals, with the titles in their own case (domain §4.6):
    /// `Drs. H. BUDI SANTOSO, M.Pd.`. A title typed all in capitals gets the case it is known by; `DR.` may be that of
    /// a physician or a doctorate and stays.
    pub fn in_decree(&self) -> String {
        let Bagian { depan, inti, belakang, sesudah_koma } = Bagian::of(self.as_str());
        let words = depan.iter().map(|title| cased(title));
        let words = words.chain(inti.iter().map(|word| word.to_uppercase()));
        let name = words.chain(belakang.iter().map(|title| cased(title))).collect::<Vec<_>>().join(" ");
        match sesudah_koma {
            None => name,
            Some(titles) => format!("{name}, {}", titles.split(' ').map(cased).collect::<Vec<_>>().join(" ")),
        }
    }
}

/// A name in its parts, each a list of words but the titles behind the first comma.
struct Bagian<'t> {
    depan: Vec<&'t str>,
    inti: Vec<&'t str>,
    belakang: Vec<&'t str>,
    sesudah_koma: Option<&'t str>,
}

impl<'t> Bagian<'t> {
    fn of(text: &'t str) -> Bagian<'t> {
        let (name, behind) = match text.split_once(',') {
            Some((name, behind)) => (name, Some(behind.trim())),
            None => (text, None),
        };
        let words: Vec<&str> = name.split_whitespace().collect();
        let front = words.iter().take(words.len().saturating_sub(1)).take_while(|word| is_front(word)).count();
        let back = words[front..].iter().rev().take_while(|word| is_degree(word)).count();
        let back = back.min((words.len() - front).saturating_sub(1));
        let end = words.len() - back;
        Bagian {
            depan: words[..front].to_vec(),
            inti: words[front..end].to_vec(),
            belakang: words[end..].to_vec(),
            sesudah_koma: behind.filter(|behind| !behind.is_empty()),
        }
    }
}

/// Titles whose case is certain, as they are written (domain §3.5).
const BAKU: [&str; 45] = [
    "Prof", "drg", "drh", "Ir", "Drs", "Dra", "H", "Hj", "KH", "apt", "Ns", "Ners", "SPd", "SPdSD", "SPdI", "SE", "SH",
    "SHI", "SKom", "ST", "SSos", "SIP", "SSTP", "SAg", "SKM", "SKep", "STrKeb", "AMd", "AMdKeb", "AMdKep", "AMaPd",
    "Bdn", "Gr", "MPd", "MPdI", "MSi", "MM", "MKes", "MKep", "MAP", "MH", "MPH", "MT", "SpA", "PhD",
];

/// A title in its own case. What is typed in both cases is taken as meant.
fn cased(title: &str) -> String {
    let letters: Vec<char> = title.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    let plain: String = letters.iter().flat_map(|c| c.to_uppercase()).collect();
    let known = BAKU.iter().find(|known| known.to_uppercase() == plain);
    let Some(known) = known.filter(|_| capitals == letters.len()) else { return title.to_string() };
    let mut own = known.chars();
    title.chars().map(|c| if c.is_alphabetic() { own.next().unwrap_or(c) } else { c }).collect()
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
    fn a_decree_writes_names_in_capitals_and_titles_in_their_own_case() {
        for (typed, printed) in [
            ("Siti Aminah, S.Pd.", "SITI AMINAH, S.Pd."),
            ("Drs. H. Budi Santoso, M.Pd.", "Drs. H. BUDI SANTOSO, M.Pd."),
            ("HJ. NUR'AINI, S.PD.SD", "Hj. NUR'AINI, S.Pd.SD"),
            ("DRS. BUDI SANTOSO, S.PD., M.SI", "Drs. BUDI SANTOSO, S.Pd., M.Si"),
            ("dr. Rina Marlina, Sp.A", "dr. RINA MARLINA, Sp.A"),
            ("Dr. Rina Marlina, M.Si.", "Dr. RINA MARLINA, M.Si."),
            // Nobody can tell which of the two it is.
            ("DR. RINA MARLINA", "DR. RINA MARLINA"),
            ("siti aminah s.pd", "SITI AMINAH s.pd"),
            ("M. Yusuf", "M. YUSUF"),
            ("I Gede Putra, A.MD.KEP", "I GEDE PUTRA, A.Md.Kep"),
            ("Suharto", "SUHARTO"),
            ("Ayu, S.KEP., NS.", "AYU, S.Kep., Ns."),
        ] {
            assert_eq!(Nama::parse(typed, None, None).unwrap().in_decree(), printed);
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
