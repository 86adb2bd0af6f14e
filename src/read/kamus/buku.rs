//! `kamus/kamus.xlsx`: what it holds, row by row, and which of its rows can be used.

use std::path::Path;
use std::sync::Arc;

use super::arti;
use super::lembar::Lembar;
use crate::finding::{Finding, Place, catalogue};
use crate::model::kamus::{
    self, BARIS_JUDUL, Baris, FILE, JenisKamus, KOLOM_KAMUS, KOLOM_RIWAYAT, Keadaan, LEMBAR_RIWAYAT, Riwayat, Sel,
    Simpanan,
};
use crate::read::book::Book;
use crate::read::refusal::Refusal;
use crate::read::{guard, load, sha256};
use crate::settings::Batas;

/// So many columns people may add to a sheet.
const MOST_COLUMNS: usize = 50;

/// What is kept in the kamus; B-35 where it cannot be read.
pub(super) fn read(root: &Path, batas: &Batas, findings: &mut Vec<Finding>) -> Simpanan {
    let path = root.join(FILE);
    if !path.exists() {
        return Simpanan::default();
    }
    let bytes = load(&path, batas).map(Arc::new);
    let sha256 = bytes.as_ref().ok().map(|bytes| sha256(bytes));
    let kept = bytes.and_then(|bytes| {
        guard::at_the_edge(|| {
            let mut opened = Book::open(&bytes, batas)?;
            let kept = sheets(&mut opened.book, batas);
            opened.settle(kept)
        })
    });
    match kept {
        Ok(simpanan) => Simpanan { sha256, ..simpanan },
        Err(refusal) => {
            let problem = format!("kamus tidak dapat dibaca: {}", refusal.problem);
            findings.push(Finding::new(&catalogue::KAMUS_RUSAK, Place::file(FILE), "", problem));
            Simpanan { sha256, keadaan: Keadaan::TakTerbaca, ..Simpanan::default() }
        }
    }
}

fn sheets(book: &mut Book<'_>, batas: &Batas) -> Result<Simpanan, Refusal> {
    let mut kept = Simpanan::default();
    let file: Arc<str> = FILE.into();
    for sheet in book.sheets().into_iter().filter(|sheet| !sheet.twin) {
        let lembar = Lembar::read(book, &sheet.name, Place::sheet(file.clone(), sheet.name.as_str()), batas)?;
        let named = |name: &str| name.eq_ignore_ascii_case(sheet.name.trim());
        match JenisKamus::ALL.iter().position(|jenis| named(jenis.lembar())) {
            Some(at) => kept.lembar[at] = confirmed(&lembar)?,
            None if named(LEMBAR_RIWAYAT) => kept.riwayat = history(&lembar),
            None => kept.lembar_lain.push((sheet.name.clone(), texts(&lembar))),
        }
    }
    Ok(kept)
}

/// The rows of a sheet of confirmed names, with the columns that people added.
fn confirmed(lembar: &Lembar) -> Result<kamus::Lembar, Refusal> {
    let mut kept = kamus::Lembar::default();
    if lembar.rows.is_empty() {
        return Ok(kept);
    }
    let Some(header) = lembar.header(&KOLOM_KAMUS, &KOLOM_KAMUS[..2]) else {
        let sheet = lembar.place.sheet.as_deref().unwrap_or_default();
        let problem = format!("lembar “{sheet}” tidak memuat judul kolom Tertulis dan Dimaksud");
        return Err(Refusal::new(&catalogue::KAMUS_RUSAK, problem));
    };
    let others: Vec<u32> =
        lembar.rows[&header.row].keys().copied().filter(|col| !header.cols.contains(&Some(*col))).collect();
    if others.len() > MOST_COLUMNS {
        return Err(Refusal::new(&catalogue::KAMUS_RUSAK, "kolomnya terlalu banyak"));
    }
    kept.kolom_lain = others.iter().map(|col| lembar.text(header.row, Some(*col)).to_string()).collect();
    for (&row, _) in lembar.rows.range(header.row + 1..) {
        let field = |at: usize| lembar.text(row, header.cols[at]).to_string();
        let cell = |at: usize| lembar.cell(row, header.cols[at]);
        kept.baris.push(Baris {
            isi: std::array::from_fn(field),
            lain: others.iter().map(|col| lembar.text(row, Some(*col)).to_string()).collect(),
            sel: Some(std::array::from_fn(cell)),
        });
    }
    Ok(kept)
}

fn history(lembar: &Lembar) -> Vec<Riwayat> {
    let Some(header) = lembar.header(&KOLOM_RIWAYAT, &KOLOM_RIWAYAT[..2]) else { return Vec::new() };
    let rows = lembar.rows.range(header.row + 1..);
    rows.map(|(&row, _)| Riwayat { isi: std::array::from_fn(|at| lembar.text(row, header.cols[at]).to_string()) })
        .collect()
}

/// Every cell of a sheet that people added, as text.
fn texts(lembar: &Lembar) -> Vec<Sel> {
    let cells =
        lembar.rows.iter().flat_map(|(row, cells)| cells.iter().map(move |(col, text)| (*row, *col, text.clone())));
    cells.collect()
}

/// Puts the rows in the order in which they are written, and tells each its cells there.
pub(super) fn arrange(kept: &mut Simpanan) {
    for (jenis, lembar) in JenisKamus::ALL.into_iter().zip(&mut kept.lembar) {
        lembar.baris.sort_by_cached_key(|baris| {
            (baris.tertulis().is_empty(), arti::kunci(jenis, baris.tertulis()), baris.isi.clone())
        });
        for (row, baris) in (BARIS_JUDUL + 1..).zip(&mut lembar.baris) {
            let sheet = Place::sheet(FILE, jenis.lembar());
            baris.sel = Some(std::array::from_fn(|col| sheet.at(row, col as u32)));
        }
    }
    kept.riwayat.sort();
}
