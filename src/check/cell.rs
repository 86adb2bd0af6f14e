//! Values of single cells that need no other cell: dates, numbers, the NIP's text.

use jiff::civil::Date;

use super::angka_asing;
use super::row::{FromCell, Problem};
use crate::finding::catalogue;
use crate::model::cells::CellKind;
use crate::model::nip::{AwalanNip, clean_nip};
use crate::model::tanggal::{HariTmt, from_serial, parse_tanggal, tanggal_in_words};

/// A date of any day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tanggal(pub Date);

/// A date that always falls on the first of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TanggalSatu(pub Date);

impl FromCell for Tanggal {
    fn from_cell(kind: CellKind, text: &str) -> (Option<Tanggal>, Option<Problem>) {
        let (date, problem) = read_date(kind, text, HariTmt::Bebas);
        (date.map(Tanggal), problem)
    }
}

impl FromCell for TanggalSatu {
    fn from_cell(kind: CellKind, text: &str) -> (Option<TanggalSatu>, Option<Problem>) {
        let (date, problem) = read_date(kind, text, HariTmt::Satu);
        (date.map(TanggalSatu), problem)
    }
}

/// `00-00-0000` and its like say that nothing was filled in (domain D4, D21): no finding, as for a dash.
fn read_date(kind: CellKind, text: &str, hari: HariTmt) -> (Option<Date>, Option<Problem>) {
    let nothing = text.chars().all(|c| matches!(c, '0' | '-' | '/' | '.' | ' ' | ':'));
    // A zero in a cell of dates shows as 00/01/1900: what a formula gives for an empty cell.
    let zero_day = kind == CellKind::Date && (text.starts_with("1899-12-3") || text.starts_with("1900-01-00"));
    if nothing || zero_day {
        return (None, None);
    }
    let serial = (kind == CellKind::Number).then(|| text.parse().ok().and_then(from_serial)).flatten();
    if let Some(date) = serial {
        return (Some(date), None);
    }
    let Some(read) = parse_tanggal(text, hari) else {
        return (None, Some(Problem::new(&catalogue::TANGGAL_ASING, format!("tanggal “{text}” tidak terbaca"))));
    };
    let note = read.bukan.map(|other| {
        let sentence = format!(
            "tanggal “{text}” dibaca {}, bukan {}, karena TMT ini selalu tanggal 1",
            tanggal_in_words(read.tanggal),
            tanggal_in_words(other)
        );
        Problem::new(&catalogue::DITAFSIRKAN, sentence)
            .with_usulan(tanggal_in_words(read.tanggal))
            .with_remedy("Jika tafsirannya keliru, tulis nama bulannya, misalnya 4 Januari 2021.")
    });
    (Some(read.tanggal), note)
}

/// A whole number: `12`, `1.250` (thousands), `12,0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilangan(pub u32);

impl FromCell for Bilangan {
    const NOL_KOSONG: bool = false;

    fn from_cell(kind: CellKind, text: &str) -> (Option<Bilangan>, Option<Problem>) {
        match number(kind, text) {
            Some(value) if value.fract() == 0.0 => (Some(Bilangan(value as u32)), None),
            _ => (None, Some(angka_asing::problem(kind, text, true))),
        }
    }
}

/// A count that may pass a thousand. A number cell `1.006` once was the text `1.006`, one thousand and six.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ribuan(pub u32);

/// A weight from 0 to 100.
#[derive(Clone, Copy, Debug)]
pub struct Bobot(pub u8);

impl FromCell for Bobot {
    const NOL_KOSONG: bool = false;

    fn from_cell(_: CellKind, text: &str) -> (Option<Bobot>, Option<Problem>) {
        match text.trim().trim_end_matches('%').trim().parse::<u8>().ok().filter(|bobot| *bobot <= 100) {
            Some(bobot) => (Some(Bobot(bobot)), None),
            None => {
                let problem = format!("bobot “{text}” bukan bilangan bulat 0 sampai 100");
                (None, Some(Problem::new(&catalogue::BOBOT_ASING, problem)))
            }
        }
    }
}

impl FromCell for Ribuan {
    const NOL_KOSONG: bool = false;

    fn from_cell(kind: CellKind, text: &str) -> (Option<Ribuan>, Option<Problem>) {
        let three = text.split_once('.').is_some_and(|(_, behind)| behind.len() == 3);
        match number(kind, text) {
            Some(value) if value.fract() == 0.0 => (Some(Ribuan(value as u32)), None),
            Some(value) if three && kind == CellKind::Number => {
                let read = (value * 1000.0).round() as u32;
                let note = format!("angka {text} dibaca {read}, titiknya pemisah ribuan");
                (Some(Ribuan(read)), Some(Problem::new(&catalogue::DITAFSIRKAN, note).with_usulan(read.to_string())))
            }
            _ => (None, Some(angka_asing::problem(kind, text, true))),
        }
    }
}

/// A need figure: a fraction is rounded half up, as in the ABK (domain §2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pembulatan(pub u32);

impl FromCell for Pembulatan {
    const NOL_KOSONG: bool = false;

    fn from_cell(kind: CellKind, text: &str) -> (Option<Pembulatan>, Option<Problem>) {
        let Some(value) = number(kind, text) else { return (None, Some(angka_asing::problem(kind, text, true))) };
        let rounded = (value + 0.5).floor();
        let note = (value.fract() != 0.0).then(|| {
            let printed = text.replace('.', ",");
            let sentence = format!("kebutuhan {printed} dibulatkan menjadi {rounded}");
            Problem::new(&catalogue::DITAFSIRKAN, sentence).with_usulan(rounded.to_string())
        });
        (Some(Pembulatan(rounded as u32)), note)
    }
}

/// A number from 0 to a million. Text is read the Indonesian way: `1.250` is 1250, `24,5` is 24.5 (domain D20).
pub fn number(kind: CellKind, text: &str) -> Option<f64> {
    let value: f64 = match kind {
        CellKind::Number => text.parse().ok()?,
        CellKind::Text => {
            let (whole, fraction) = match text.split_once(',') {
                Some((whole, fraction)) => (whole, Some(fraction)),
                None => (text, None),
            };
            let groups: Vec<&str> = whole.split('.').collect();
            let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            if !groups.iter().all(|part| digits(part)) || !fraction.is_none_or(digits) {
                return None;
            }
            let thousands =
                groups[1..].iter().all(|part| part.len() == 3) && (groups.len() == 1 || groups[0].len() <= 3);
            match (thousands, fraction, &groups[..]) {
                (true, Some(fraction), _) => format!("{}.{fraction}", groups.concat()).parse().ok()?,
                (true, None, _) => groups.concat().parse().ok()?,
                // A point that cannot separate thousands is a decimal one: 3.38.
                (false, None, [_, _]) => text.parse().ok()?,
                _ => return None,
            }
        }
        CellKind::Date | CellKind::Boolean | CellKind::Error | CellKind::Unevaluated => return None,
    };
    (0.0..=1_000_000.0).contains(&value).then_some(value)
}

/// The text of an NIP cell. A number is one only where all 18 digits stand in the file: Excel keeps 15 of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NipTeks {
    pub text: String,
    pub letter_o: bool,
}

impl FromCell for NipTeks {
    const NIK_SENDIRI: bool = true;

    fn from_cell(kind: CellKind, text: &str) -> (Option<NipTeks>, Option<Problem>) {
        if kind == CellKind::Number && text.len() == 18 && text.bytes().all(|b| b.is_ascii_digit()) {
            let note = format!("NIP tersimpan sebagai angka, tetapi ke-18 angkanya masih utuh di dalam berkas: {text}");
            let note = Problem::new(&catalogue::DITAFSIRKAN, note).with_usulan(text).with_remedy(
                "Ubah format kolom NIP menjadi Teks; angkanya rusak bila berkas ini disimpan ulang di Excel.",
            );
            return (Some(NipTeks { text: text.to_string(), letter_o: false }), Some(note));
        }
        if kind == CellKind::Number || is_scientific(text) {
            return (None, Some(number_problem(text)));
        }
        let clean = clean_nip(text);
        if clean.text.is_empty() {
            return (None, None);
        }
        (Some(NipTeks { text: clean.text, letter_o: clean.letter_o }), None)
    }
}

/// `1.98501E+17`, also with a decimal comma, typed or pasted as text.
fn is_scientific(text: &str) -> bool {
    let Some((head, power)) = text.split_once(['e', 'E']) else { return false };
    head.contains(['.', ','])
        && head.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
        && power.trim_start_matches('+').bytes().all(|b| b.is_ascii_digit())
}

fn number_problem(text: &str) -> Problem {
    let sentence = match AwalanNip::parse(text) {
        Some(certain) => format!("NIP tersimpan sebagai angka; yang dapat dipercaya hanya 15 angka pertama, {certain}"),
        None => "NIP tersimpan sebagai angka, angka terakhirnya tidak dapat dipercaya".to_string(),
    };
    Problem::new(&catalogue::NIP_ANGKA, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_number_that_lost_digits_is_never_an_nip() {
        for (kind, text) in [
            (CellKind::Number, "1.98501012010011e17"),
            (CellKind::Number, "19850101201001100"),
            (CellKind::Text, "1,98501E+17"),
            (CellKind::Text, "1.98501012010011E+17"),
        ] {
            let (value, problem) = NipTeks::from_cell(kind, text);
            assert_eq!(value, None, "{text}");
            assert_eq!(problem.map(|problem| problem.kode), Some(&catalogue::NIP_ANGKA), "{text}");
        }
    }

    #[test]
    fn a_number_stored_with_all_its_digits_is_an_nip_and_said() {
        let (value, note) = NipTeks::from_cell(CellKind::Number, "198501012010011001");
        assert_eq!(value.map(|teks| teks.text).as_deref(), Some("198501012010011001"));
        assert_eq!(note.map(|note| note.kode), Some(&catalogue::DITAFSIRKAN));
    }

    #[test]
    fn the_certain_digits_are_those_printed_not_those_of_the_nearest_double() {
        // The double next to this number is 198501012010010992.
        let problem = NipTeks::from_cell(CellKind::Number, "1.98501012010011e17").1.unwrap();
        assert!(problem.text.ends_with("198501012010011"), "{}", problem.text);
    }

    #[test]
    fn dates_are_read_from_text_date_and_number_cells() {
        let read = |kind, text| Tanggal::from_cell(kind, text).0.map(|tanggal| tanggal.0);
        assert_eq!(read(CellKind::Date, "2019-08-01"), Some(date(2019, 8, 1)));
        assert_eq!(read(CellKind::Date, "2019-08-01 12:30:00"), Some(date(2019, 8, 1)));
        assert_eq!(read(CellKind::Number, "43678"), Some(date(2019, 8, 1)));
        assert_eq!(read(CellKind::Number, "43678.5"), Some(date(2019, 8, 1)));
        assert_eq!(read(CellKind::Number, "20190801"), Some(date(2019, 8, 1)));
        assert_eq!(read(CellKind::Number, "2019"), None);
        for nothing in ["00-00-0000", "00/00/0000", "0000-00-00 00:00:00"] {
            assert_eq!(Tanggal::from_cell(CellKind::Text, nothing), (None, None));
        }
        assert_eq!(Tanggal::from_cell(CellKind::Date, "1899-12-31"), (None, None));
    }

    #[test]
    fn numbers_are_read_the_indonesian_way() {
        for (kind, text, value) in [
            (CellKind::Text, "1.250", Some(1250)),
            (CellKind::Text, "12", Some(12)),
            (CellKind::Text, "12,0", Some(12)),
            (CellKind::Text, "24,5", None),
            (CellKind::Text, "12 orang", None),
            (CellKind::Text, "-3", None),
            (CellKind::Text, "1.2.3", None),
            (CellKind::Number, "12", Some(12)),
            (CellKind::Number, "0", Some(0)),
            (CellKind::Number, "1.006", None),
            (CellKind::Number, "1e300", None),
        ] {
            assert_eq!(Bilangan::from_cell(kind, text).0.map(|n| n.0), value, "{text}");
        }
    }

    #[test]
    fn a_lost_thousands_sign_is_put_back_and_said() {
        let (value, note) = Ribuan::from_cell(CellKind::Number, "1.006");
        assert_eq!(value, Some(Ribuan(1006)));
        assert_eq!(note.map(|note| note.kode), Some(&catalogue::DITAFSIRKAN));
        assert_eq!(Ribuan::from_cell(CellKind::Number, "1.5").0, None);
    }

    #[test]
    fn a_need_figure_is_rounded_half_up_and_said() {
        for (kind, text, value, noted) in [
            (CellKind::Number, "3.38", 3, true),
            (CellKind::Text, "3,5", 4, true),
            (CellKind::Text, "3.38", 3, true),
            (CellKind::Text, "4", 4, false),
            (CellKind::Number, "0", 0, false),
        ] {
            let (read, note) = Pembulatan::from_cell(kind, text);
            assert_eq!((read, note.is_some()), (Some(Pembulatan(value)), noted), "{text}");
        }
    }
}
