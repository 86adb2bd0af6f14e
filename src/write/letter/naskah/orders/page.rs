//! Orders about the paper and its margins.

use super::super::inline::{JUMLAH, PAGE, runs, split_unescaped, unescape};
use super::super::{Align, Block, MarginText, Qr};
use super::words::{named, number, only, side, within};

/// Paper in mm, upright (domain §4.3).
fn paper(name: &str) -> Option<(f32, f32)> {
    match name.to_uppercase().as_str() {
        "F4" => Some((215.0, 330.0)),
        "A4" => Some((210.0, 297.0)),
        "LEGAL" => Some((215.9, 355.6)),
        _ => None,
    }
}

/// `@halaman F4 tegak tepi 25 25 30 30`: margins top, right, bottom, left.
pub fn page(words: &[String], _rest: &str) -> Result<Block, String> {
    let name = words.first().map_or("", String::as_str);
    let (short, long) =
        paper(name).ok_or_else(|| format!("kertas “{name}” tidak dikenal; pilih F4, A4, atau Legal"))?;
    let (width, height) = match words.get(1).map(String::as_str) {
        Some("tegak") => (short, long),
        Some("mendatar") => (long, short),
        _ => return Err("sesudah ukuran kertas tulis tegak atau mendatar".into()),
    };
    let mut margin = [25.0, 25.0, 30.0, 30.0];
    if words.get(2).is_some_and(|word| word == "tepi") {
        for (at, side) in margin.iter_mut().enumerate() {
            *side = within(number(words, 3 + at, "empat tepi dalam mm: atas kanan bawah kiri")?, 0.0, 100.0)?;
        }
    }
    Ok(Block::Page { width, height, margin })
}

/// `@muat 1`, or `@muat` for one page fewer.
pub fn fit(words: &[String], _rest: &str) -> Result<Block, String> {
    only(words, &[])?;
    let pages = words.first().map(|_| within(number(words, 0, "jumlah halaman, misalnya 1")?, 1.0, 20.0));
    Ok(Block::Fit(pages.transpose()?.map(|pages| pages as usize)))
}

/// `@nomor-halaman mulai 2 "- {hal} -"`.
pub fn page_number(words: &[String], rest: &str) -> Result<Block, String> {
    let from =
        if words.first().is_some_and(|word| word == "mulai") { number(words, 1, "halaman pertama")? } else { 1.0 };
    let format = rest.split('"').nth(1).unwrap_or("- {hal} -");
    Ok(Block::PageNumber { from: from as usize, format: with_numbers(format) })
}

/// `@kaki tengah mulai 2 Halaman {hal} dari {jumlah}`; the text follows the side and the number as it is.
pub fn margin(foot: bool, words: &[String], rest: &str) -> Result<Block, String> {
    let name = if foot { "@kaki" } else { "@kepala" };
    let align = words.first().and_then(|word| side(word));
    let align = align.ok_or_else(|| format!("sesudah {name} tulis kiri, tengah, atau kanan, lalu teksnya"))?;
    let begins = words.get(1).is_some_and(|word| word == "mulai");
    let from = if begins { number(words, 2, "halaman pertama")? as usize } else { 1 };
    let text = after_words(rest, if begins { 3 } else { 1 });
    Ok(Block::Margin(MarginText { foot, align, from, body: runs(&with_numbers(text))? }))
}

/// `{hal}` and `{jumlah}` to the signs that stand for them; escaped ones are a value's own.
fn with_numbers(text: &str) -> String {
    let text = split_unescaped(text, "{hal}").join(&PAGE.to_string());
    split_unescaped(&text, "{jumlah}").join(&JUMLAH.to_string())
}

/// What follows the first words.
fn after_words(rest: &str, count: usize) -> &str {
    (0..count)
        .fold(rest.trim(), |text, _| text.split_once(char::is_whitespace).map_or("", |(_, tail)| tail.trim_start()))
}

/// `@qr tinggi 20 kanan isi teks`.
pub fn qr(words: &[String], rest: &str) -> Result<Block, String> {
    let missing = || "kurang isi kode QR; tulis misalnya: @qr tinggi 20 kanan isi teks".to_string();
    let at = words.iter().position(|word| word == "isi").ok_or_else(missing)?;
    let text = unescape(after_words(rest, at + 1).trim());
    if text.is_empty() {
        return Err(missing());
    }
    let words = &words[..at];
    let side_of = named(words, "tinggi")?.ok_or("kurang tinggi kode QR, misalnya: tinggi 20")?;
    let align = match words.iter().any(|word| word == "kaki") {
        true => None,
        false => Some(words.iter().find_map(|word| side(word)).unwrap_or(Align::Left)),
    };
    Ok(Block::Qr(Qr { text, side: within(side_of, 10.0, 100.0)?, align }))
}
