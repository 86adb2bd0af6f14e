//! Text of a template as Notepad may have saved it.

/// What Windows-1252 has at 0x80 to 0x9f; the five places it leaves empty stay signs that no font has.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// A template's text, and whether it had to be taken for Windows-1252.
pub struct Terbaca {
    pub text: String,
    pub windows: bool,
}

/// Reads UTF-8 with or without mark, UTF-16 with its mark, else Windows-1252, in which any bytes are a text. `None` for
/// what is no text: a broken UTF-16, or bytes of zero.
pub fn decode(bytes: &[u8]) -> Option<Terbaca> {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok().filter(|_| bytes.len().is_multiple_of(2))
    };
    let sure = |text: String| Some(Terbaca { text, windows: false });
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes).and_then(sure),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes).and_then(sure),
        _ if bytes.contains(&0) => None,
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_string).and_then(sure),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => sure(text.to_string()),
            Err(_) => Some(Terbaca { text: bytes.iter().copied().map(of_windows).collect(), windows: true }),
        },
    }
}

fn of_windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte) - 0x80],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_notepad_saves_is_read() {
        let text = |bytes: &[u8]| decode(bytes).map(|read| (read.text, read.windows));
        let plain = Some(("Ñame – é".to_string(), false));
        let utf16: Vec<u8> = "\u{feff}Ñame – é".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}Ñame – é".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in ["Ñame – é".as_bytes(), "\u{feff}Ñame – é".as_bytes(), &utf16, &big] {
            assert_eq!(text(bytes), plain);
        }
        assert_eq!(text(b"\xd1ame \x96 \xe9"), Some(("Ñame – é".to_string(), true)));
        assert_eq!(text(b"PK\x03\x04\0\0"), None);
        assert_eq!(text(b"\xff\xfe\x00\xd8"), None);
    }
}
