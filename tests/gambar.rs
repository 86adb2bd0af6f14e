//! The workbooks of the committed sample as pictures: printed by LibreOffice, no figure and no word is cut.
//!
//! `UPDATE_GAMBAR=1 cargo test --test gambar` writes the README's pictures in `samples/gambar` anew.

#[path = "support/tools.rs"]
#[allow(dead_code, reason = "of the tools this file needs LibreOffice only")]
mod tools;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, SheetVisible, Xlsx};
use mutasi::pipeline::{self, Options, Silent};

/// Dots an inch of a picture, enough to read and small enough for a README.
const DOTS: u32 = 75;

/// Papers lying, width and height in millimetres.
const A4: [u32; 2] = [297, 210];
const F4: [u32; 2] = [330, 215];

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// The outputs of a run on the sample.
fn outputs(folder: &Path) -> PathBuf {
    let (from, to) = (sample().join("bangko"), folder.join("bangko"));
    copy(&from.join("masuk"), &to.join("masuk"));
    std::fs::copy(from.join("mutasi.toml"), to.join("mutasi.toml")).unwrap();
    let today = jiff::civil::date(2026, 11, 22);
    let options = Options { periode: None, dry_run: false, today, tanggal: None };
    pipeline::run(&to, options, &Silent).unwrap();
    to.join("keluar/2026-11")
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A workbook as pages: the PDF, and the text of each page.
struct Cetakan {
    pdf: PathBuf,
    pages: Vec<String>,
}

impl Cetakan {
    fn of(work: &Path, workbook: &Path) -> Cetakan {
        let pdf = tools::saved_by_libreoffice(work, workbook, "pdf");
        let text = Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output().unwrap();
        let text = String::from_utf8_lossy(&text.stdout).into_owned();
        Cetakan { pdf, pages: text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_string).collect() }
    }

    /// The number of the first page with these words, from one.
    fn page_with(&self, words: &str) -> usize {
        1 + self.pages.iter().position(|page| page.contains(words)).unwrap_or_else(|| panic!("no page says {words}"))
    }

    /// Keeps the upper part of a page, in percent, as a picture of the README, where that was asked for.
    fn keep(&self, page: usize, name: &str, (paper, part): ([u32; 2], u32)) {
        let target = match std::env::var_os("UPDATE_GAMBAR") {
            Some(_) => sample().join("gambar").join(name),
            None => self.pdf.with_file_name(name),
        };
        let [width, height] = paper.map(|mm| mm * DOTS * 10 / 254);
        let [number, dots, width, height] =
            [page as u32, DOTS, width, height * part / 100].map(|number| number.to_string());
        let done = Command::new("pdftoppm")
            .args(["-png", "-singlefile", "-r", &dots, "-f", &number, "-l", &number])
            .args(["-x", "0", "-y", "0", "-W", &width, "-H", &height])
            .arg(&self.pdf)
            .arg(&target)
            .status()
            .unwrap();
        assert!(done.success());
        let picture = target.with_extension("png.png");
        assert!(std::fs::metadata(&picture).unwrap().len() > 10_000, "{name} is nearly empty");
        std::fs::rename(picture, target).unwrap();
    }
}

/// How often each word stands in a text. A line may end after a hyphen or a slash, so words end there too.
fn count<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let ends = |c: char| c.is_whitespace() || "-/–".contains(c);
    let words = texts.into_iter().flat_map(|text| text.split(ends)).filter(|word| word.contains(char::is_alphanumeric));
    for word in words {
        *counts.entry(word.replace('ﬁ', "fi").replace('ﬂ', "fl")).or_default() += 1;
    }
    counts
}

/// Every text of the workbook that goes on paper.
fn texts(workbook: &Path) -> Vec<String> {
    let bytes = std::fs::read(workbook).unwrap();
    let areas = print_areas(&bytes);
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let mut texts = Vec::new();
    for name in names {
        let range = book.worksheet_range(&name).unwrap();
        let (top, left) = range.start().unwrap_or_default();
        let last = areas.get(&name).copied().unwrap_or((u32::MAX, u32::MAX));
        for (row, col, data) in range.cells() {
            let inside = top + row as u32 <= last.0 && left + col as u32 <= last.1;
            if let (Data::String(text), true) = (data, inside) {
                texts.push(text.clone());
            }
        }
    }
    texts
}

/// The last printed row and column of each sheet.
fn print_areas(bytes: &[u8]) -> BTreeMap<String, (u32, u32)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    zip.by_name("xl/workbook.xml").unwrap().read_to_string(&mut xml).unwrap();
    let areas = xml.split("<definedName ").filter(|each| each.contains("Print_Area"));
    let area = |each: &str| {
        let (_, rest) = each.split_once('>')?;
        let (name, cells) = rest.split_once('<')?.0.rsplit_once('!')?;
        let mut last = cells.rsplit_once(':')?.1.split('$').filter(|part| !part.is_empty());
        let col = last.next()?.bytes().fold(0, |col, b| col * 26 + u32::from(b - b'A') + 1) - 1;
        Some((name.trim_matches('\'').to_string(), (last.next()?.parse::<u32>().ok()? - 1, col)))
    };
    areas.filter_map(area).collect()
}

/// Words of cells that stand less often on the pages: a cell is cut, or a word broken.
fn cut(workbook: &Path, pages: &[String]) -> Vec<String> {
    let (texts, on_paper) = (texts(workbook), count(pages.iter().map(String::as_str)));
    let wanted = count(texts.iter().map(String::as_str));
    let less = wanted.iter().filter(|(word, times)| on_paper.get(*word).copied().unwrap_or(0) < **times);
    let example = |word: &str| texts.iter().filter(|text| text.contains(word)).max_by_key(|text| text.len());
    let told = |(word, times): (&String, &usize)| {
        let found = on_paper.get(word).copied().unwrap_or(0);
        format!("“{word}” ({found} of {times}), for example of “{}”", example(word).map_or("", String::as_str))
    };
    less.map(told).collect()
}

#[test]
fn no_figure_and_no_word_is_cut_on_paper() {
    if ![tools::have("soffice"), tools::have("pdftotext"), tools::have("pdftoppm")].iter().all(|have| *have) {
        return;
    }
    let work = tempfile::tempdir().unwrap();
    let out = outputs(work.path());
    let copies = out.join("periksa");
    let mut annotated: Vec<PathBuf> = std::fs::read_dir(&copies).unwrap().map(|file| file.unwrap().path()).collect();
    annotated.retain(|path| path.to_string_lossy().ends_with("-periksa.xlsx"));
    annotated.sort();
    // The one with most in it.
    let size = |path: &&PathBuf| std::fs::metadata(path).unwrap().len();
    let annotated = annotated.iter().max_by_key(size).expect("the sample has faults");
    let hasil = out.join("hasil-mutasi-2026-11.xlsx");
    let edisi = out.join("edisi-pegawai-2026-11.xlsx");
    for (workbook, pictures) in [
        (
            &hasil,
            &[
                ("Ringkasan Pemerataan Pegawai", "ringkasan.png", (A4, 100)),
                ("Usulan, bukan keputusan", "rencana-mutasi.png", (F4, 100)),
            ][..],
        ),
        (&edisi, &[][..]),
        (annotated, &[("Daftar Perbaikan", "salinan-periksa.png", (F4, 50))][..]),
    ] {
        let name = workbook.file_name().unwrap().to_string_lossy().into_owned();
        let cetakan = Cetakan::of(work.path(), workbook);
        if let Some(folder) = std::env::var_os("MUTASI_LIHAT") {
            std::fs::copy(&cetakan.pdf, Path::new(&folder).join(cetakan.pdf.file_name().unwrap())).unwrap();
        }
        for page in &cetakan.pages {
            assert!(!page.contains("###"), "{name}: a column is too narrow for its figures:\n{page}");
        }
        let cut = cut(workbook, &cetakan.pages);
        assert!(cut.is_empty(), "{name}: not whole on paper: {}", cut.join("\n"));
        for (words, picture, part) in pictures {
            cetakan.keep(cetakan.page_with(words), picture, *part);
        }
    }
}
