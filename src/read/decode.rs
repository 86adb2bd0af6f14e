//! The text of a file that is no workbook: which encoding its bytes are in, and its words in UTF-8.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::refusal::Refusal;
use crate::finding::catalogue;
use crate::settings::Batas;

const MB: u64 = 1024 * 1024;
/// As many bytes tell what a file is.
const START: usize = 64 * 1024;
/// A declaration of the encoding stands in the first lines, as browsers expect it.
const DECLARATION: usize = 2048;

/// The whole text. A byte order mark is not part of it.
pub(super) fn whole<'a>(bytes: &'a [u8], batas: &Batas) -> Result<Cow<'a, str>, Refusal> {
    let text = encoding(bytes).decode(bytes).0;
    let size = text.len() as u64;
    if size <= batas.isi_mb * MB {
        return Ok(text);
    }
    let problem = format!("isi berkas ini {} MB setelah dibuka, melewati batas {} MB", size.div_ceil(MB), batas.isi_mb);
    Err(Refusal::new(&catalogue::BATAS_BERKAS, problem))
}

/// The beginning of the text, enough to tell what it is.
pub(super) fn start(bytes: &[u8]) -> Cow<'_, str> {
    let mut decoded = encoding(bytes).decode(&bytes[..bytes.len().min(START)]).0;
    // The last sign may have been cut in two.
    if bytes.len() > START && decoded.ends_with('\u{fffd}') {
        decoded.to_mut().pop();
    }
    decoded
}

/// A byte order mark decides; then bytes that can only be UTF-16 or UTF-8; then what the file declares; and what is
/// left is Windows-1252, in which older programs write.
fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return encoding;
    }
    if is_utf_8(bytes) {
        return UTF_8;
    }
    // What calls itself UTF-8 or UTF-16 and is not, cannot be believed.
    declared(bytes).filter(|encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding)).unwrap_or(WINDOWS_1252)
}

/// A file that was cut off within a sign is still UTF-8 where it has other such signs.
fn is_utf_8(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && !bytes[..error.valid_up_to()].is_ascii(),
    }
}

/// Latin letters in UTF-16 have a zero in every second byte.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(DECLARATION) & !1];
    let zeros = |at: usize| start.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), start.len() / 2);
    match () {
        () if pairs > 1 && even == 0 && odd * 10 >= pairs * 9 => Some(UTF_16LE),
        () if pairs > 1 && odd == 0 && even * 10 >= pairs * 9 => Some(UTF_16BE),
        () => None,
    }
}

/// `<meta charset="…">`, `content="text/html; charset=…"`, `<?xml … encoding="…"?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION)]).to_ascii_lowercase();
    if !start.trim_start().starts_with('<') {
        return None;
    }
    let (_, behind) = start.split_once("charset=").or_else(|| start.split_once("encoding="))?;
    let label = behind.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> String {
        start(bytes).into_owned()
    }

    #[test]
    fn each_encoding_gives_the_same_words() {
        let words = "Dra. Ênd «é»;1";
        let low: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let high: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decoded(words.as_bytes()), words);
        assert_eq!(decoded(&[b"\xEF\xBB\xBF", words.as_bytes()].concat()), words);
        assert_eq!(decoded(&[b"\xFF\xFE", &low[..]].concat()), words);
        assert_eq!(decoded(&[b"\xFE\xFF", &high[..]].concat()), words);
        assert_eq!(decoded("Ênd É".as_bytes().split_last().unwrap().1), "Ênd \u{fffd}");
        assert_eq!(decoded(&low), words);
        assert_eq!(decoded(&high), words);
        assert_eq!(decoded(b"Dra. \xCAnd \xAB\xE9\xBB;1"), words);
    }

    #[test]
    fn a_declaration_is_believed_where_the_bytes_are_not_utf_8() {
        assert_eq!(decoded(b"<meta charset='windows-1251'>\xC4"), "<meta charset='windows-1251'>Д");
        assert_eq!(decoded(b"<meta charset=utf-8>\xC9"), "<meta charset=utf-8>É");
        assert_eq!(decoded("<meta charset=iso-8859-1>É".as_bytes()), "<meta charset=iso-8859-1>É");
        assert_eq!(decoded(b"<?xml version='1.0' encoding='ISO-8859-1'?>\xC9").chars().last(), Some('É'));
    }
}
