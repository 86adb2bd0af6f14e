//! The lines that begin with `@`: what each order takes.

mod page;
mod text;
mod words;

use super::inline::unescape;
use super::{Align, Block, Together};
use crate::write::letter::text::Family;

use words::{number, within};

/// Reads an order: what follows its name, word by word without escapes and as it is.
type Read = fn(&[String], &str) -> Result<Block, String>;

/// All orders by name, in the order in which they are offered when one is not known.
const ORDERS: [(&str, Read); 27] = [
    ("akhir", |_, _| Ok(Block::Together(Together::Ends))),
    ("daftar", text::list),
    ("gambar", text::image),
    ("garis", text::rule),
    ("grafik", text::chart),
    ("halaman", page::page),
    ("halaman-baru", |_, _| Ok(Block::NewPage)),
    ("huruf", |_, rest| Ok(Block::Font(family(rest)?))),
    ("jarak", |words, _| Ok(Block::Gap(within(number(words, 0, "jarak dalam mm, misalnya 5")?, 0.0, 200.0)?))),
    ("judul", text::heading),
    ("kaki", |words, rest| page::margin(true, words, rest)),
    ("kanan", text::right),
    ("kepala", |words, rest| page::margin(false, words, rest)),
    ("kiri", |_, _| Ok(text::lines(Align::Left))),
    ("kolom", |words, _| text::table(words, false)),
    ("kop", text::kop),
    ("muat", page::fit),
    ("nomor-halaman", page::page_number),
    ("paragraf", text::paragraph),
    ("penanda", |_, rest| Ok(Block::Bookmark(unescape(rest.trim())))),
    ("qr", page::qr),
    ("spasi", |words, _| Ok(Block::Leading(within(number(words, 0, "jarak baris, misalnya 1,15")?, 0.8, 4.0)?))),
    ("tabel", |words, _| text::table(words, true)),
    ("tengah", |_, _| Ok(text::lines(Align::Center))),
    ("ukuran", |words, _| Ok(Block::Size(within(number(words, 0, "ukuran huruf, misalnya 12")?, 4.0, 72.0)?))),
    ("utuh", text::together),
    ("watermark", |_, rest| Ok(Block::Watermark(unescape(rest.trim())))),
];

/// Reads one order (without its `@`). `Err` is an Indonesian sentence.
pub(super) fn order(text: &str) -> Result<Block, String> {
    let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let Some((_, read)) = ORDERS.iter().find(|(known, _)| *known == name) else { return Err(unknown(name)) };
    let words: Vec<String> = rest.split_whitespace().map(unescape).collect();
    read(&words, rest)
}

/// Offers the order that is nearly this one, or all.
fn unknown(name: &str) -> String {
    let near = ORDERS.iter().map(|(known, _)| (strsim::damerau_levenshtein(name, known), *known)).min();
    match near {
        Some((distance, known)) if distance * 3 <= known.len() => {
            format!("perintah @{name} tidak dikenal. Mungkin maksud Anda @{known}?")
        }
        _ => {
            let all: Vec<String> = ORDERS.iter().map(|(known, _)| format!("@{known}")).collect();
            format!("perintah @{name} tidak dikenal; yang ada: {}", all.join(", "))
        }
    }
}

fn family(rest: &str) -> Result<Family, String> {
    match unescape(rest.trim()).to_lowercase().as_str() {
        "bookman" => Ok(Family::Bonum),
        "arial" => Ok(Family::LiberationSans),
        other => Err(format!("huruf “{other}” tidak ada; pilih Bookman atau Arial")),
    }
}
