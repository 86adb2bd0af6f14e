//! Tables written as text: CSV with semicolon, tab, comma or bar, rows and columns as Excel would show them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::book::{Flow, Streamed};
use super::deadline::Deadline;
use super::refusal::Refusal;
use super::stream::{self, Budget};
use super::value::Value;
use super::{decode, sniff};
use crate::finding::catalogue;
use crate::settings::Batas;

/// What may part columns, the likelier first, with its name.
const SEPARATORS: [(char, &str); 4] = [(';', "titik koma"), ('\t', "tab"), (',', "koma"), ('|', "garis tegak")];
/// Rows in which the separator is sought.
const SAMPLE: u32 = 50;
/// A table of ours has at least three columns; a sentence may well have a comma in each of its lines.
const FEWEST_COLUMNS: u32 = 3;

/// An open text table. It has one sheet.
pub(super) struct Teks<'a> {
    text: Cow<'a, str>,
    separator: char,
}

impl<'a> Teks<'a> {
    pub fn open(bytes: &'a [u8], batas: &Batas) -> Result<Teks<'a>, Refusal> {
        let Some(separator) = separator(&decode::start(bytes)) else { return Err(sniff::plain_text()) };
        Ok(Teks { text: decode::whole(bytes, batas)?, separator })
    }

    /// Hands on every cell that is not empty; all of them are text.
    pub fn stream<V>(&self, batas: &Batas, mut visit: V) -> Result<Streamed, Refusal>
    where
        V: FnMut(u32, u32, Value<'_>) -> Flow,
    {
        let mut streamed = Streamed::default();
        let (mut budget, deadline) = (Budget::new(batas), Deadline::of(batas));
        fields(declaration(&self.text).1, self.separator, |row, col, field| {
            deadline.step()?;
            budget.spend()?;
            stream::check_text(&field)?;
            match shown(&field) {
                "" => Ok(Flow::More),
                text => Ok(stream::on_grid((row, col), Value::Text(text), &mut visit, &mut streamed)),
            }
        })?;
        Ok(streamed)
    }
}

/// The separator of a text table, or `None` when the text is none: the one that parts most rows into the same number
/// of columns, and of two that do so equally the one that makes more columns.
pub(super) fn separator(start: &str) -> Option<char> {
    if let (Some(declared), _) = declaration(start) {
        return Some(declared);
    }
    let measured = SEPARATORS.iter().map(|(separator, _)| (consistency(start, *separator), *separator));
    // Of equals the last would win, so the likelier comes last.
    let (consistency, separator) = measured.rev().max_by_key(|(consistency, _)| *consistency)?;
    consistency.map(|_| separator)
}

/// Rows with the commonest number of columns, and that number. `None` where it is too small for a table.
fn consistency(start: &str, separator: char) -> Option<(usize, u32)> {
    let mut widths: BTreeMap<u32, u32> = BTreeMap::new();
    // A quote that is never closed is told when the whole is read; here the rows before it count.
    let _ = fields(start, separator, |row, col, _| {
        widths.insert(row, col + 1);
        Ok(if row < SAMPLE { Flow::More } else { Flow::Enough })
    });
    let mut rows: BTreeMap<u32, usize> = BTreeMap::new();
    widths.values().filter(|width| **width >= FEWEST_COLUMNS).for_each(|width| *rows.entry(*width).or_default() += 1);
    rows.into_iter().map(|(width, count)| (count, width)).max()
}

/// The first line `sep=;` tells Excel the separator and is no row; with it comes the rest of the text.
fn declaration(text: &str) -> (Option<char>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = line.trim_end_matches('\r').trim_matches('"');
    let declared = line.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).and_then(|_| {
        let mut signs = line[4..].chars();
        signs.next().filter(|sign| signs.next().is_none() && !sign.is_alphanumeric() && *sign != '"')
    });
    if declared.is_some() { (declared, rest) } else { (None, text) }
}

/// What Excel shows for a field: `="198601012015011001"` keeps the digits of an NIP as text.
fn shown(field: &str) -> &str {
    let quoted = field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    quoted.filter(|inner| !inner.contains('"')).unwrap_or(field)
}

/// Hands on every field with its row and column, empty ones and empty lines too, so that rows are counted as Excel
/// counts them. Line breaks inside quotes belong to the field.
fn fields<'t, V>(text: &'t str, separator: char, mut visit: V) -> Result<(), Refusal>
where
    V: FnMut(u32, u32, Cow<'t, str>) -> Result<Flow, Refusal>,
{
    let (mut at, mut row, mut col) = (0, 0, 0);
    let ends = [separator, '\r', '\n'];
    while at < text.len() {
        let (field, end) = match text[at..].starts_with('"') {
            true => quoted(text, at, separator)?,
            false => {
                let end = text[at..].find(ends).map_or(text.len(), |length| at + length);
                (Cow::Borrowed(&text[at..end]), end)
            }
        };
        if visit(row, col, field)? == Flow::Enough {
            return Ok(());
        }
        let rest = &text[end..];
        at = end + if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) };
        (row, col) = if rest.starts_with(separator) { (row, col + 1) } else { (row + 1, 0) };
    }
    Ok(())
}

/// A field that opens with a quote at `from`, and where it ends. A quote within is written twice. What follows the
/// closing quote must be the end of the field; a name like `"Budi "Kecil" S"` is taken as it stands, but where the
/// quotes swallowed a column or a line, nobody can say which rows there are.
fn quoted(text: &str, from: usize, separator: char) -> Result<(Cow<'_, str>, usize), Refusal> {
    let mut at = from + 1;
    let close = loop {
        let Some(length) = text[at..].find('"') else { return Err(unpaired(text, from)) };
        at += length + 1;
        if !text[at..].starts_with('"') {
            break at - 1;
        }
        at += 1;
    };
    let inner = &text[from + 1..close];
    let end = text[at..].find([separator, '\r', '\n']).map_or(text.len(), |length| at + length);
    if text[at..end].trim().is_empty() {
        let field = if inner.contains('"') { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner) };
        return Ok((field, end));
    }
    if inner.contains([separator, '\r', '\n']) {
        return Err(unpaired(text, from));
    }
    let typed = text[from + 1..end].trim_end();
    Ok((Cow::Borrowed(typed.strip_suffix('"').unwrap_or(typed)), end))
}

fn unpaired(text: &str, from: usize) -> Refusal {
    let line = text[..from].matches('\n').count() + 1;
    let problem =
        format!("tanda kutip pada baris teks ke-{line} tidak berpasangan, batas barisnya tidak dapat dipastikan");
    let remedy = "Perbaiki tanda kutip di baris itu dengan Notepad, atau unduh ulang berkasnya sebagai .xlsx.";
    Refusal::new(&catalogue::BERKAS_RUSAK, problem).with_remedy(remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, separator: char) -> Result<Vec<(u32, u32, String)>, Refusal> {
        let mut read = Vec::new();
        fields(text, separator, |row, col, field| {
            read.push((row, col, field.into_owned()));
            Ok(Flow::More)
        })?;
        Ok(read)
    }

    fn texts(text: &str) -> Vec<String> {
        read(text, ';').unwrap().into_iter().map(|(_, _, field)| field).collect()
    }

    #[test]
    fn quotes_keep_separators_line_breaks_and_themselves() {
        assert_eq!(texts("\"a;b\";\"c\r\nd\";\"e\"\"f\"\r\n"), ["a;b", "c\r\nd", "e\"f"]);
        assert_eq!(texts("\"Budi \"Kecil\" S\";5\" pipa;\"x\" "), ["Budi \"Kecil\" S", "5\" pipa", "x"]);
    }

    #[test]
    fn empty_lines_are_rows() {
        let read = read("a;b\r\n\r\n\n;d\re", ';').unwrap();
        let places: Vec<_> = read.iter().filter(|(.., field)| !field.is_empty()).map(|(r, c, _)| (*r, *c)).collect();
        assert_eq!(places, [(0, 0), (0, 1), (3, 1), (4, 0)]);
    }

    #[test]
    fn quotes_without_a_partner_are_told_with_their_line() {
        for text in ["a;b\n\"c;d\ne;f\n", "a;b\n\"c;d\n\"e\";f\n"] {
            let refusal = read(text, ';').unwrap_err();
            assert_eq!(refusal.kode.code, "B-03");
            assert!(refusal.problem.starts_with("tanda kutip pada baris teks ke-2 "), "{}", refusal.problem);
        }
    }

    #[test]
    fn the_separator_is_the_one_that_makes_the_rows_alike() {
        for (text, found) in [
            ("NIP;NAMA;GOL\n1;BUDI, S.Pd.;III/a\n2;SITI, S.Pd., M.Pd.;III/b", Some(';')),
            ("NIP,NAMA,GOL\n1,\"BUDI; S.Pd.\",III/a", Some(',')),
            ("DAFTAR, BULAN, INI\nNIP\tNAMA\tGOL\n1\tBUDI\tIII/a", Some('\t')),
            ("A;B;C;D\n1,5;2,5;3,5;4,5\n1,5;2,5;3,5;4,5", Some(';')),
            ("NIP|NAMA|GOL\n1|BUDI|III/a", Some('|')),
            ("sep=^\nNIP^NAMA", Some('^')),
            ("Mohon diproses, terima kasih.\nBudi", None),
            ("NIP;NAMA\n1;2", None),
            ("", None),
        ] {
            assert_eq!(separator(text), found, "{text}");
        }
    }

    #[test]
    fn what_excel_would_show_is_read() {
        assert_eq!(shown("=\"198601012015011001\""), "198601012015011001");
        assert_eq!(shown("=A1&\"x\"&\"y\""), "=A1&\"x\"&\"y\"");
        assert_eq!(shown("'198601012015011001"), "'198601012015011001");
    }
}
