//! Lines of a naskah to blocks.

use super::inline::runs;
use super::list::{Counter, list_line};
use super::orders::order;
use super::table::{chart_line, table_line};
use super::{Block, Naskah, NaskahError, Runs, Together};

/// Reads a whole naskah. The error names the first line that cannot be read.
pub fn parse(source: &str) -> Result<Naskah, NaskahError> {
    let mut parser = Parser::default();
    let mut last = (0, "");
    for (index, line) in source.lines().enumerate() {
        let fault = |problem| NaskahError { line: index + 1, problem, text: line.trim().into() };
        parser.line(line).map_err(fault)?;
        parser.lines.resize(parser.blocks.len(), index + 1);
        if line.trim_start().starts_with("@utuh") {
            last = (index + 1, line.trim());
        }
    }
    if parser.together {
        let problem = "@utuh ini tidak ditutup; tulis @akhir di bawah bagian yang harus utuh".into();
        return Err(NaskahError { line: last.0, problem, text: last.1.into() });
    }
    Ok(Naskah { blocks: parser.blocks, lines: parser.lines })
}

#[derive(Default)]
struct Parser {
    blocks: Vec<Block>,
    lines: Vec<usize>,
    /// Whether the last block still takes lines.
    open: bool,
    /// Whether rows of the open table are still its header.
    in_head: bool,
    /// Whether a part that stays together is open.
    together: bool,
    counter: Counter,
}

impl Parser {
    fn line(&mut self, raw: &str) -> Result<(), String> {
        let text = raw.trim();
        if let Some(rest) = text.strip_prefix('@') {
            return self.order(rest);
        }
        match self.blocks.last_mut().filter(|_| self.open) {
            Some(Block::Lines(block)) => {
                block.lines.push(if text.is_empty() { None } else { Some(runs(text)?) });
                Ok(())
            }
            Some(Block::List(list)) => list_line(list, &mut self.counter, raw),
            Some(_) if text.is_empty() => Ok(()),
            Some(Block::Kop(kop)) => {
                kop.lines.push(runs(text)?);
                Ok(())
            }
            Some(Block::Table(table)) => table_line(table, &mut self.in_head, text),
            Some(Block::Chart(chart)) => chart_line(chart, &mut self.in_head, text),
            _ => self.running_text(text),
        }
    }

    fn order(&mut self, text: &str) -> Result<(), String> {
        let block = order(text)?;
        if let Block::Together(together) = block {
            let begins = together != Together::Ends;
            match (begins, self.together) {
                (true, true) => return Err("@utuh yang sebelumnya belum ditutup dengan @akhir".into()),
                (false, false) => return Err("@akhir tanpa @utuh di atasnya".into()),
                _ => self.together = begins,
            }
        }
        let goes_on = matches!(block, Block::List(_)) && text.split_whitespace().any(|word| word == "lanjut");
        // The count outlives what is between two lists, for `@daftar lanjut`; every other list begins anew.
        if matches!(block, Block::List(_)) && !goes_on {
            self.counter = Counter::default();
        }
        self.open =
            matches!(block, Block::Lines(_) | Block::List(_) | Block::Table(_) | Block::Kop(_) | Block::Chart(_));
        self.in_head = true;
        self.blocks.push(block);
        Ok(())
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
}

/// Adds a continuation line, with the space that the line break stood for.
pub(super) fn append(body: &mut Runs, more: &mut Runs) {
    if let (Some(_), Some(first)) = (body.last(), more.first_mut()) {
        first.text.insert(0, ' ');
    }
    body.append(more);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_name_their_line_and_show_it() {
        for (source, line, words) in [
            ("teks\n@halamn F4\n", 2, "perintah @halamn tidak dikenal. Mungkin maksud Anda @halaman?"),
            ("teks\n@qqq\n", 2, "perintah @qqq tidak dikenal; yang ada: @akhir"),
            ("@tabel 10t 20k\n|---\n| a |\n", 3, "mempunyai 2 kolom, tetapi barisnya 1"),
            ("@tabel 10x\n", 1, "kolom “10x” tidak terbaca"),
            ("@daftar\nlepas\n", 2, "di luar butir daftar"),
            ("@halaman A5 tegak\n", 1, "kertas “A5” tidak dikenal"),
            ("@ukuran besar\n", 1, "“besar” bukan angka"),
            ("@garis lebar\n", 1, "“lebar” tidak dikenal di sini"),
            ("@kaki Halaman {hal}\n", 1, "sesudah @kaki tulis kiri, tengah, atau kanan"),
            ("@qr tinggi 20 kiri\n", 1, "kurang isi kode QR"),
            ("@utuh\nteks\n@utuh\n", 3, "belum ditutup"),
            ("teks\n@akhir\n", 2, "@akhir tanpa @utuh"),
            ("@utuh\nteks\n", 1, "tidak ditutup"),
            ("@kop lambang.png\nA\n", 1, "kurang tinggi gambar"),
        ] {
            let error = parse(source).unwrap_err();
            assert_eq!(error.line, line, "{source}");
            assert_eq!(error.text, source.lines().nth(line - 1).unwrap());
            assert!(error.problem.contains(words), "{}", error.problem);
        }
    }

    #[test]
    fn what_is_typed_below_a_kop_is_its_text_until_the_next_order() {
        let blocks =
            parse("@kop lambang.png tinggi 25 ukuran 12 14,5\nSATU\n\n**DUA**\n@garis ganda\nteks\n").unwrap().blocks;
        let Block::Kop(kop) = &blocks[0] else { panic!("no kop: {blocks:?}") };
        assert_eq!((kop.lines.len(), kop.sizes.as_slice()), (2, &[12.0, 14.5][..]));
        assert_eq!(blocks.len(), 3);
        let blocks = parse("@kop  tinggi 25\nSATU\n").unwrap().blocks;
        assert!(matches!(&blocks[0], Block::Kop(kop) if kop.picture.is_none()), "an empty file name is no picture");
    }
}
