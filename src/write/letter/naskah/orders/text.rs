//! Orders about what stands between the margins.

use super::super::inline::runs;
use super::super::{Align, Block, Chart, Kop, Lines, LinesPlace, List, Table, Together, Weight};
use super::words::{decimal, named, number, only, within};
use crate::write::letter::text::Style;

/// `@gambar lambang.png tinggi 25`.
pub fn image(words: &[String], _rest: &str) -> Result<Block, String> {
    let file = words.first().ok_or("kurang nama berkas gambar")?.clone();
    Ok(Block::Image { file, height: height(words)? })
}

fn height(words: &[String]) -> Result<f32, String> {
    within(named(words, "tinggi")?.ok_or("kurang tinggi gambar, misalnya: tinggi 25")?, 1.0, 300.0)
}

/// `@kop lambang.png tinggi 25 ukuran 12 14 9`; without a picture `@kop ukuran 12 14 9`.
pub fn kop(words: &[String], _rest: &str) -> Result<Block, String> {
    let file = words.first().filter(|word| !matches!(word.as_str(), "tinggi" | "ukuran"));
    let picture = file.map(|file| Ok::<_, String>((file.clone(), height(words)?))).transpose()?;
    let after = words.iter().position(|word| word == "ukuran").map_or(words.len(), |at| at + 1);
    let sizes = words[after..].iter().map_while(|word| decimal(word)).map(|size| within(size, 4.0, 72.0));
    Ok(Block::Kop(Kop { picture, sizes: sizes.collect::<Result<_, _>>()?, lines: Vec::new() }))
}

/// `@garis`, `@garis tebal`, `@garis ganda panjang 60`.
pub fn rule(words: &[String], _rest: &str) -> Result<Block, String> {
    only(words, &["tebal", "ganda", "panjang"])?;
    let has = |name: &str| words.iter().any(|word| word == name);
    let weight = match (has("ganda"), has("tebal")) {
        (true, _) => Weight::Double,
        (false, true) => Weight::Thick,
        (false, false) => Weight::Thin,
    };
    let length = named(words, "panjang")?.map(|mm| within(mm, 1.0, 330.0)).transpose()?;
    Ok(Block::Rule { weight, length })
}

/// `@judul 1. Latar Belakang`: bold, whatever marks it has.
pub fn heading(_words: &[String], rest: &str) -> Result<Block, String> {
    let mut body = runs(rest.trim())?;
    if body.is_empty() {
        return Err("kurang teks judul".into());
    }
    body.iter_mut().for_each(|run| run.style = Style { bold: true, ..run.style });
    Ok(Block::Heading(body))
}

/// `@paragraf`, `@paragraf masuk 12`, `@paragraf kiri`.
pub fn paragraph(words: &[String], _rest: &str) -> Result<Block, String> {
    only(words, &["masuk", "kiri"])?;
    let first = within(named(words, "masuk")?.unwrap_or(0.0), 0.0, 100.0)?;
    let align = if words.iter().any(|word| word == "kiri") { Align::Left } else { Align::Justify };
    Ok(Block::ParagraphForm { first, align })
}

/// `@kanan 85` or `@kanan 85 tengah`.
pub fn right(words: &[String], _rest: &str) -> Result<Block, String> {
    let left = within(number(words, 0, "jarak dari tepi kiri dalam mm, misalnya 85")?, 0.0, 330.0)?;
    let align = if words.iter().any(|word| word == "tengah") { Align::Center } else { Align::Left };
    Ok(Block::Lines(Lines { align, place: LinesPlace::RightOf(left), lines: Vec::new() }))
}

/// Lines between the margins.
pub fn lines(align: Align) -> Block {
    Block::Lines(Lines { align, place: LinesPlace::Whole, lines: Vec::new() })
}

/// `@daftar`, `@daftar label 32`, `@daftar kiri masuk 40 label 30`, `@daftar lanjut`.
pub fn list(words: &[String], _rest: &str) -> Result<Block, String> {
    only(words, &["label", "masuk", "kiri", "lanjut"])?;
    let indent = named(words, "masuk")?.unwrap_or(0.0);
    let align = if words.iter().any(|word| word == "kiri") { Align::Left } else { Align::Justify };
    Ok(Block::List(List { indent, label: named(words, "label")?, align, entries: Vec::new() }))
}

/// `@utuh`, `@utuh penutup`.
pub fn together(words: &[String], _rest: &str) -> Result<Block, String> {
    only(words, &["penutup"])?;
    Ok(Block::Together(if words.is_empty() { Together::Begins } else { Together::BeginsClosing }))
}

/// `@grafik label 60`.
pub fn chart(words: &[String], _rest: &str) -> Result<Block, String> {
    only(words, &["label"])?;
    let label = within(named(words, "label")?.unwrap_or(60.0), 5.0, 200.0)?;
    Ok(Block::Chart(Chart { label, series: Vec::new(), rows: Vec::new() }))
}

/// `@tabel 10t 66k 44n` or `@kolom 80k 80k`: widths in mm with k(iri), t(engah), n (kanan).
pub fn table(words: &[String], ruled: bool) -> Result<Block, String> {
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
