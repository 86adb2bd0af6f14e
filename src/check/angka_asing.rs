//! A cell that should hold a number and does not: what stands there instead, and what to type.

use super::cell::number;
use super::row::Problem;
use crate::finding::catalogue;
use crate::model::cells::CellKind;

/// What stands in the cell.
#[derive(Debug, PartialEq, Eq)]
pub enum Rupa {
    /// Less than nothing: the number without its sign.
    Negatif(String),
    /// A number and a word: `12 orang`.
    Bersatuan {
        angka: String,
        satuan: String,
    },
    Lain,
}

/// Words that make another number of the one before them.
const KELIPATAN: [&str; 10] = ["PULUH", "RATUS", "RIBU", "RB", "JUTA", "JT", "BELAS", "LUSIN", "KODI", "RIM"];

/// D-115 with what to type. `bulat`: the column takes whole numbers only.
pub fn problem(kind: CellKind, text: &str, bulat: bool) -> Problem {
    let problem = Problem::new(&catalogue::ANGKA_ASING, format!("angka “{text}” tidak terbaca"));
    match rupa(kind, text, bulat) {
        Rupa::Negatif(angka) => {
            let remedy = format!("Tulis {angka} jika tanda minusnya keliru, atau 0 jika memang tidak ada.");
            Problem { text: format!("angka “{text}” kurang dari nol"), ..problem }.with_remedy(remedy)
        }
        Rupa::Bersatuan { angka, satuan } => problem.with_remedy(format!("Tulis {angka} saja, tanpa “{satuan}”.")),
        Rupa::Lain if bulat => problem,
        Rupa::Lain => problem.with_remedy("Tulis angkanya saja, misalnya 12 atau 1,5."),
    }
}

/// The same in a column of minutes, of which `per_jam` are an hour.
pub fn of_minutes(kind: CellKind, text: &str, per_jam: i64) -> Problem {
    const MENIT: &str = "Norma waktu ditulis dalam menit, angkanya saja";
    let problem = problem(kind, text, false);
    match rupa(kind, text, false) {
        Rupa::Negatif(angka) => problem.with_remedy(format!("{MENIT}; tulis {angka} jika tanda minusnya keliru.")),
        Rupa::Bersatuan { angka, satuan } => {
            let per = match satuan.to_uppercase().trim_end_matches('.') {
                "MENIT" | "MNT" => Some(1),
                "JAM" => Some(per_jam),
                _ => None,
            };
            let minutes = per.zip(number(kind, &angka)).map(|(per, angka)| (angka * per as f64).to_string());
            match minutes.map(|minutes| minutes.replace('.', ",")) {
                Some(minutes) => problem.with_remedy(format!("{MENIT}: tulis {minutes}.")).with_usulan(minutes),
                None => problem.with_remedy(format!("{MENIT}: ubah “{text}” menjadi menit, misalnya 30.")),
            }
        }
        Rupa::Lain => problem.with_remedy(format!("{MENIT}, misalnya 30.")),
    }
}

fn rupa(kind: CellKind, text: &str, bulat: bool) -> Rupa {
    let plain = text.trim();
    let fits = |angka: &str| number(kind, angka).is_some_and(|value| !bulat || value.fract() == 0.0);
    if let Some(rest) = plain.strip_prefix(['-', '−', '–']).map(str::trim).filter(|rest| fits(rest)) {
        return Rupa::Negatif(if kind == CellKind::Number { rest.replace('.', ",") } else { rest.to_string() });
    }
    let end = plain.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(plain.len());
    let (angka, satuan) = (&plain[..end], plain[end..].trim());
    let is_word =
        satuan.starts_with(char::is_alphabetic) && satuan.chars().all(|c| c.is_alphabetic() || " .".contains(c));
    let first = satuan.split([' ', '.']).next().unwrap_or_default().to_uppercase();
    match kind == CellKind::Text && is_word && fits(angka) && !KELIPATAN.contains(&first.as_str()) {
        true => Rupa::Bersatuan { angka: angka.to_string(), satuan: satuan.to_string() },
        false => Rupa::Lain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_type_is_told_only_where_the_cell_tells_it() {
        let told = |kind, text, bulat| problem(kind, text, bulat).remedy;
        let some = |text: &str| Some(std::borrow::Cow::Owned(text.to_string()));
        let negative = some("Tulis 5 jika tanda minusnya keliru, atau 0 jika memang tidak ada.");
        assert_eq!(told(CellKind::Number, "-5", true), negative);
        assert_eq!(told(CellKind::Text, "12 orang", true), some("Tulis 12 saja, tanpa “orang”."));
        for text in ["24,5 orang", "10 ribu", "2 rb.", "2023/2024", "enam", "3 - 4", ""] {
            assert_eq!(told(CellKind::Text, text, true), None, "{text}");
        }
    }

    #[test]
    fn hours_are_told_in_minutes() {
        let proposed = |text| of_minutes(CellKind::Text, text, 60).usulan.map(String::from);
        assert_eq!(proposed("1,5 jam"), Some("90".into()));
        assert_eq!(proposed("30 menit"), Some("30".into()));
        for text in ["2 hari", "lima", "-5"] {
            assert_eq!(proposed(text), None, "{text}");
        }
    }
}
