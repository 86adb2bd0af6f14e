//! Jabatan or golongan with its TMT in one cell, as under `JABATAN/TMT` and `PANGKAT/GOL/TMT` (domain D3).

use super::PegawaiRow;
use crate::check::cell::{Tanggal, TanggalSatu};
use crate::check::report::RowPlace;
use crate::check::row::{Teks, field};
use crate::model::cells::CellKind;
use crate::model::tanggal::{HariTmt, parse_tanggal};
use crate::schema::header_key;

impl PegawaiRow {
    /// Parts what stands in one cell. What a column of its own says counts first.
    pub(super) fn part_tmt(&mut self, place: &RowPlace) {
        let joined =
            || place.reader.header("tmt_jabatan").is_some_and(|header| header_key(header).starts_with("JABATAN"));
        if self.jabatan_field().is_missing() && joined() {
            let typed = place.typed("tmt_jabatan");
            let (jabatan, tmt) = parted(typed).unwrap_or((typed, ""));
            if jabatan.chars().filter(|c| c.is_alphabetic()).count() >= FEWEST_LETTERS && !is_date(typed) {
                self.jabatan = field::<Teks>(CellKind::Text, jabatan);
                self.tmt_jabatan = field::<Tanggal>(CellKind::Text, tmt);
                self.read.jabatan_di_tmt = self.jabatan.text().is_some();
            }
        }
        let Some((golongan, tmt)) = self.golongan.text().and_then(parted) else { return };
        let (golongan, tmt) = (field::<Teks>(CellKind::Text, golongan), field::<TanggalSatu>(CellKind::Text, tmt));
        self.golongan = golongan;
        if self.tmt_gol.is_missing() {
            self.tmt_gol = tmt;
        }
    }
}

/// Fewer are no jabatan but the name of a month.
const FEWEST_LETTERS: usize = 3;

fn is_date(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && parse_tanggal(text, HariTmt::Bebas).is_some()
}

/// The text before a date at the end of a cell, and the date: `Perawat Mahir / 01-01-2015`.
fn parted(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let begins = |at: usize| {
        let mut before = text[..at].chars().rev();
        let (last, earlier) = (before.next(), before.next());
        match last {
            Some('/') => !earlier.is_some_and(|c| c.is_ascii_digit()),
            Some(c) => c.is_whitespace() || matches!(c, ',' | ';' | ':' | '('),
            None => false,
        }
    };
    let starts = text.char_indices().filter(|(at, c)| c.is_ascii_digit() && begins(*at)).map(|(at, _)| at);
    let from = starts.into_iter().find(|at| is_date(text[*at..].trim_end_matches(')')))?;
    let signs = |c: char| c.is_whitespace() || matches!(c, '/' | ',' | ';' | ':' | '-' | '(');
    let before = text[..from].trim_end_matches(signs);
    let bare = before.strip_suffix("TMT").or_else(|| before.strip_suffix("tmt")).unwrap_or(before);
    let before = bare.trim_end_matches(signs);
    (!before.is_empty()).then(|| (before, text[from..].trim_end_matches(')')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_at_the_end_is_parted_from_what_it_dates() {
        for (text, before, date) in [
            ("Perawat Mahir\n01-01-2015", "Perawat Mahir", "01-01-2015"),
            ("Perawat Mahir/01-01-2015", "Perawat Mahir", "01-01-2015"),
            ("Guru Kelas Ahli Muda, TMT 1 Januari 2020", "Guru Kelas Ahli Muda", "1 Januari 2020"),
            ("Penata Muda Tk.I (III/b) 01-04-2022", "Penata Muda Tk.I (III/b)", "01-04-2022"),
            ("Penata / III/c / 01/04/2022", "Penata / III/c", "01/04/2022"),
            ("Penata, III/c (TMT 01-04-2022)", "Penata, III/c", "01-04-2022"),
        ] {
            assert_eq!(parted(text), Some((before, date)), "{text}");
        }
        for text in ["III/b", "01-04-2022", "1 April 2022", "Perawat Mahir", "Guru SDN 12", "III/d 3"] {
            assert_eq!(parted(text), None, "{text}");
        }
    }
}
