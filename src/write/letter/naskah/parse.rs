//! Lines of a naskah to blocks.

use super::inline::{runs, split_unescaped};
use super::orders::order;
use super::{Block, Entry, NaskahError, Runs};

/// Reads a whole naskah. The error names the first line that cannot be read.
pub fn parse(source: &str) -> Result<Vec<Block>, NaskahError> {
    let mut parser = Parser::default();
    for (index, line) in source.lines().enumerate() {
        parser.line(line).map_err(|problem| NaskahError { line: index + 1, problem })?;
    }
    Ok(parser.blocks)
}

#[derive(Default)]
struct Parser {
    blocks: Vec<Block>,
    /// Whether the last block still takes lines.
    open: bool,
    /// Whether rows of the open table are still its header.
    in_head: bool,
    counter: Counter,
}

impl Parser {
    fn line(&mut self, raw: &str) -> Result<(), String> {
        let text = raw.trim();
        if let Some(rest) = text.strip_prefix('@') {
            self.blocks.extend(order(rest)?);
            self.open = matches!(self.blocks.last(), Some(Block::Lines(_) | Block::List(_) | Block::Table(_)))
                && !rest.starts_with("paragraf");
            self.in_head = true;
            self.counter = Counter::default();
            return Ok(());
        }
        match self.blocks.last_mut().filter(|_| self.open) {
            Some(Block::Lines(block)) => {
                block.lines.push(if text.is_empty() { None } else { Some(runs(text)?) });
                Ok(())
            }
            Some(Block::List(_)) => self.list_line(raw),
            Some(Block::Table(_)) => self.table_line(text),
            _ => self.running_text(text),
        }
    }

    fn running_text(&mut self, text: &str) -> Result<(), String> {
        if text.is_empty() {
            if !self.blocks.is_empty() {
                self.blocks.push(Block::Blank);
            }
            return Ok(());
        }
        let mut more = runs(text)?;
        match self.blocks.last_mut() {
            Some(Block::Paragraph(body)) => append(body, &mut more),
            _ => self.blocks.push(Block::Paragraph(more)),
        }
        Ok(())
    }

    fn list_line(&mut self, raw: &str) -> Result<(), String> {
        let text = raw.trim();
        let Some(Block::List(list)) = self.blocks.last_mut() else { return Ok(()) };
        if text.is_empty() {
            return Ok(());
        }
        let (label, rest) = split_label(text);
        if label.is_some() {
            self.counter = Counter::default();
        }
        let label = label.map(runs).transpose()?;
        let (marker, level, rest) = match read_marker(rest) {
            Some((kind, rest)) => {
                let depth = if label.is_some() { 0 } else { depth_of(raw) };
                let level = depth.min(list.entries.last().map_or(0, |last| last.level + 1)).min(2);
                (Some(self.counter.next(kind, level)), level, rest)
            }
            None => (None, 0, rest),
        };
        let mut body = runs(rest)?;
        match list.entries.last_mut() {
            _ if label.is_some() => list.entries.push(Entry { label, marker, level, body }),
            Some(last) if marker.is_none() => append(&mut last.body, &mut body),
            // A label alone on its line takes its first item beside it.
            Some(last) if last.body.is_empty() && last.marker.is_none() => (last.marker, last.body) = (marker, body),
            None if marker.is_none() => {
                return Err("baris ini di luar butir daftar; awali dengan a., 1., -, atau label :".into());
            }
            _ => list.entries.push(Entry { label, marker, level, body }),
        }
        Ok(())
    }

    fn table_line(&mut self, text: &str) -> Result<(), String> {
        let Some(Block::Table(table)) = self.blocks.last_mut() else { return Ok(()) };
        if text.is_empty() {
            return Ok(());
        }
        let Some(inner) = text.strip_prefix('|') else {
            return Err("baris tabel harus diawali tanda |".into());
        };
        if inner.starts_with('-') {
            if std::mem::take(&mut self.in_head) {
                table.head = std::mem::take(&mut table.rows);
            }
            return Ok(());
        }
        let mut cells = split_unescaped(inner, "|");
        if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
        if cells.len() != table.widths.len() {
            return Err(format!("tabel ini mempunyai {} kolom, tetapi barisnya {}", table.widths.len(), cells.len()));
        }
        let row = cells.iter().map(|cell| cell_lines(cell).iter().map(|line| runs(line.trim())).collect());
        table.rows.push(row.collect::<Result<_, _>>()?);
        Ok(())
    }
}

/// Splits a cell at ` // `; slashes without spaces around them (web addresses) are text.
fn cell_lines(cell: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in split_unescaped(cell, "//") {
        match lines.last_mut() {
            Some(last) if !last.ends_with(' ') || !part.starts_with(' ') => {
                last.push_str("//");
                last.push_str(&part);
            }
            _ => lines.push(part),
        }
    }
    lines
}

/// Adds a continuation line, with the space that the line break stood for.
fn append(body: &mut Runs, more: &mut Runs) {
    if let (Some(_), Some(first)) = (body.last(), more.first_mut()) {
        first.text.insert(0, ' ');
    }
    body.append(more);
}

/// `Menimbang :` or `KESATU : Memindahkan …` to label and rest; a colon without a space before it is text.
fn split_label(text: &str) -> (Option<&str>, &str) {
    let end = text.find(" :").filter(|&at| {
        let after = &text[at + 2..];
        at <= 60 && !text[..at].ends_with('\\') && (after.is_empty() || after.starts_with(' '))
    });
    match end {
        Some(at) if read_marker(text).is_none() => (Some(text[..at].trim()), text[at + 2..].trim()),
        _ => (None, text),
    }
}

/// Kinds of items a list counts by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkerKind {
    Letter,
    Number,
    Dash,
}

/// `a. teks`, `1. teks` or `- teks`; any letter or number will do, the list counts by itself.
fn read_marker(text: &str) -> Option<(MarkerKind, &str)> {
    let (mark, rest) = text.split_once(' ').unwrap_or((text, ""));
    let kind = match mark.strip_suffix(['.', ')']) {
        Some(letter) if letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_lowercase()) => MarkerKind::Letter,
        Some(number) if (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) => {
            MarkerKind::Number
        }
        None if mark == "-" => MarkerKind::Dash,
        _ => return None,
    };
    Some((kind, rest.trim_start()))
}

/// Two or more leading spaces make an item within an item.
fn depth_of(raw: &str) -> usize {
    let spaces: usize = raw.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum();
    usize::from(spaces >= 2) + usize::from(spaces >= 6)
}

/// Counts items by level.
#[derive(Default)]
struct Counter {
    levels: Vec<(MarkerKind, usize)>,
}

impl Counter {
    fn next(&mut self, kind: MarkerKind, level: usize) -> String {
        self.levels.truncate(level + 1);
        if self.levels.len() <= level {
            self.levels.resize(level + 1, (kind, 0));
        }
        let (known, count) = &mut self.levels[level];
        if *known != kind {
            (*known, *count) = (kind, 0);
        }
        *count += 1;
        match kind {
            MarkerKind::Letter => format!("{}.", letters(*count)),
            MarkerKind::Number => format!("{count}."),
            MarkerKind::Dash => "–".into(),
        }
    }
}

/// 1 is `a`, 26 `z`, 27 `aa`.
fn letters(count: usize) -> String {
    let mut rest = count;
    let mut out = Vec::new();
    while rest > 0 {
        rest -= 1;
        out.push((b'a' + (rest % 26) as u8) as char);
        rest /= 26;
    }
    out.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(source: &str) -> Vec<(Option<String>, Option<String>, usize, String)> {
        let blocks = parse(source).unwrap();
        let Some(Block::List(list)) = blocks.last() else { panic!("no list in {blocks:?}") };
        let plain = |runs: &Runs| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        list.entries.iter().map(|e| (e.label.as_ref().map(plain), e.marker.clone(), e.level, plain(&e.body))).collect()
    }

    #[test]
    fn items_letter_themselves_beside_and_below_their_label() {
        let found = list("@daftar\nMenimbang :\na. satu;\na. dua,\nlanjutan;\nMengingat : 1. tiga;\n1. empat;\n");
        let some = |text: &str| Some(text.to_string());
        assert_eq!(
            found,
            [
                (some("Menimbang"), some("a."), 0, "satu;".into()),
                (None, some("b."), 0, "dua, lanjutan;".into()),
                (some("Mengingat"), some("1."), 0, "tiga;".into()),
                (None, some("2."), 0, "empat;".into()),
            ]
        );
    }

    #[test]
    fn items_within_items_count_anew() {
        let found = list("@daftar\n1. satu\n   a. x\n   a. y\n1. dua\n   a. z\n");
        let marks: Vec<_> = found.iter().map(|(_, marker, level, _)| (marker.as_deref().unwrap(), *level)).collect();
        assert_eq!(marks, [("1.", 0), ("a.", 1), ("b.", 1), ("2.", 0), ("a.", 1)]);
    }

    #[test]
    fn after_z_comes_aa() {
        assert_eq!([1, 26, 27, 52, 53].map(letters), ["a", "z", "aa", "az", "ba"]);
    }

    #[test]
    fn table_rows_above_the_rule_are_its_header() {
        let blocks = parse("@tabel 10t 66k\n| NO | NAMA |\n| 1 | 2 |\n|---\n| 1 | SITI // NIP |\n").unwrap();
        let Some(Block::Table(table)) = blocks.last() else { panic!("no table") };
        assert_eq!((table.head.len(), table.rows.len()), (2, 1));
        assert_eq!(table.rows[0][1].len(), 2);
    }

    #[test]
    fn a_cell_breaks_at_slashes_that_stand_alone() {
        assert_eq!(cell_lines(" SITI // NIP ").len(), 2);
        assert_eq!(cell_lines(" // // // "), [" ", " ", " ", " "]);
        assert_eq!(cell_lines(" https://contoh.go.id "), [" https://contoh.go.id "]);
    }

    #[test]
    fn faults_name_their_line() {
        for (source, line, words) in [
            ("teks\n@halamn F4\n", 2, "perintah @halamn tidak dikenal"),
            ("@tabel 10t 20k\n|---\n| a |\n", 3, "mempunyai 2 kolom, tetapi barisnya 1"),
            ("@tabel 10x\n", 1, "kolom “10x” tidak terbaca"),
            ("@daftar\nlepas\n", 2, "di luar butir daftar"),
            ("@halaman A5 tegak\n", 1, "kertas “A5” tidak dikenal"),
            ("@ukuran besar\n", 1, "“besar” bukan angka"),
        ] {
            let error = parse(source).unwrap_err();
            assert_eq!(error.line, line, "{source}");
            assert!(error.problem.contains(words), "{}", error.problem);
        }
    }

    #[test]
    fn a_value_never_becomes_an_item_a_label_or_an_order() {
        use super::super::escape;
        for value in ["a. bahwa", "1. satu", "- x", "@tengah", "Nama : X", "| a |"] {
            let source = format!("@daftar\nLabel : {}\n{}\n", escape(value), escape(value));
            let found = list(&source);
            assert_eq!(found.len(), 1, "{value}");
            assert_eq!(found[0].3, format!("{value} {value}"));
        }
    }
}
