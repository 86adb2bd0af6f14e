//! The lines that begin with `@`: what each order takes.

use super::inline::unescape;
use super::{Align, Block, Lines, LinesPlace, List, Table};
use crate::write::letter::text::Family;

/// All orders, as offered when one is not known.
const KNOWN: &str = "@halaman, @nomor-halaman, @watermark, @huruf, @ukuran, @spasi, @jarak, @gambar, @tengah, @kiri, \
                     @kanan, @daftar, @tabel, @kolom, @paragraf";

/// Reads one order (without its `@`). `None`: it only ends the block before (`@paragraf`).
/// `Err` is an Indonesian sentence.
pub(super) fn order(text: &str) -> Result<Option<Block>, String> {
    let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let words: Vec<String> = rest.split_whitespace().map(unescape).collect();
    let block = match name {
        "halaman" => page(&words)?,
        "nomor-halaman" => page_number(&words, rest)?,
        "watermark" => Block::Watermark(unescape(rest.trim())),
        "huruf" => Block::Font(family(rest)?),
        "ukuran" => Block::Size(within(number(&words, 0, "ukuran huruf, misalnya 12")?, 4.0, 72.0)?),
        "spasi" => Block::Leading(within(number(&words, 0, "jarak baris, misalnya 1,15")?, 0.8, 4.0)?),
        "jarak" => Block::Gap(within(number(&words, 0, "jarak dalam mm, misalnya 5")?, 0.0, 200.0)?),
        "gambar" => image(&words)?,
        "tengah" => lines(Align::Center, LinesPlace::Whole),
        "kiri" => lines(Align::Left, LinesPlace::Whole),
        "kanan" => right(&words)?,
        "daftar" => list(&words)?,
        "tabel" => table(&words, true)?,
        "kolom" => table(&words, false)?,
        "paragraf" => return Ok(None),
        _ => return Err(format!("perintah @{name} tidak dikenal; yang ada: {KNOWN}")),
    };
    Ok(Some(block))
}

fn number(words: &[String], at: usize, what: &str) -> Result<f32, String> {
    let word = words.get(at).ok_or_else(|| format!("kurang {what}"))?;
    decimal(word).ok_or_else(|| format!("“{word}” bukan angka; di sini {what}"))
}

/// Reads `12`, `1,15` or `1.15`.
fn decimal(word: &str) -> Option<f32> {
    word.replace(',', ".").parse().ok().filter(|number: &f32| number.is_finite())
}

fn within(value: f32, low: f32, high: f32) -> Result<f32, String> {
    if (low..=high).contains(&value) { Ok(value) } else { Err(format!("angka {value} di luar {low} sampai {high}")) }
}

/// The number after a word: `masuk 40`.
fn named(words: &[String], name: &str) -> Result<Option<f32>, String> {
    match words.iter().position(|word| word == name) {
        None => Ok(None),
        Some(at) => number(words, at + 1, &format!("jarak dalam mm sesudah “{name}”")).map(Some),
    }
}

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
fn page(words: &[String]) -> Result<Block, String> {
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

/// `@nomor-halaman mulai 2 "- {hal} -"`.
fn page_number(words: &[String], rest: &str) -> Result<Block, String> {
    let from =
        if words.first().is_some_and(|word| word == "mulai") { number(words, 1, "halaman pertama")? } else { 1.0 };
    let format = rest.split('"').nth(1).unwrap_or("- {hal} -").to_string();
    Ok(Block::PageNumber { from: from as usize, format })
}

fn family(rest: &str) -> Result<Family, String> {
    match unescape(rest.trim()).to_lowercase().as_str() {
        "bookman" => Ok(Family::Bonum),
        "arial" => Ok(Family::LiberationSans),
        other => Err(format!("huruf “{other}” tidak ada; pilih Bookman atau Arial")),
    }
}

/// `@gambar lambang.png tinggi 25`.
fn image(words: &[String]) -> Result<Block, String> {
    let file = words.first().ok_or("kurang nama berkas gambar")?.clone();
    let height = named(words, "tinggi")?.ok_or("kurang tinggi gambar, misalnya: tinggi 25")?;
    Ok(Block::Image { file, height: within(height, 1.0, 300.0)? })
}

/// `@kanan 85` or `@kanan 85 tengah`.
fn right(words: &[String]) -> Result<Block, String> {
    let left = within(number(words, 0, "jarak dari tepi kiri dalam mm, misalnya 85")?, 0.0, 330.0)?;
    let align = if words.iter().any(|word| word == "tengah") { Align::Center } else { Align::Left };
    Ok(lines(align, LinesPlace::RightOf(left)))
}

fn lines(align: Align, place: LinesPlace) -> Block {
    Block::Lines(Lines { align, place, lines: Vec::new() })
}

/// `@daftar`, `@daftar label 32`, `@daftar kiri masuk 40 label 30`.
fn list(words: &[String]) -> Result<Block, String> {
    let indent = named(words, "masuk")?.unwrap_or(0.0);
    let align = if words.iter().any(|word| word == "kiri") { Align::Left } else { Align::Justify };
    Ok(Block::List(List { indent, label: named(words, "label")?, align, entries: Vec::new() }))
}

/// `@tabel 10t 66k 44n` or `@kolom 80k 80k`: widths in mm with k(iri), t(engah), n (kanan).
fn table(words: &[String], ruled: bool) -> Result<Block, String> {
    let (mut widths, mut aligns) = (Vec::new(), Vec::new());
    for word in words {
        let wrong = || format!("kolom “{word}” tidak terbaca; tulis lebar dalam mm lalu k, t, atau n, misalnya 30k");
        let sign = word.chars().next_back().ok_or_else(wrong)?;
        let width = decimal(&word[..word.len() - sign.len_utf8()]).filter(|mm| *mm >= 2.0).ok_or_else(wrong)?;
        widths.push(width);
        aligns.push(match sign {
            'k' => Align::Left,
            't' => Align::Center,
            'n' => Align::Right,
            _ => return Err(wrong()),
        });
    }
    if widths.is_empty() {
        return Err("tabel belum punya kolom; tulis misalnya 10t 66k 44k".into());
    }
    Ok(Block::Table(Table { ruled, widths, aligns, head: Vec::new(), rows: Vec::new() }))
}
