//! `kamus/kamus.xlsx`: what it holds, row by row, and which of its rows can be used.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::judul::kind_of_label;
use super::lembar::Lembar;
use crate::finding::{Finding, Place, catalogue};
use crate::model::cells::Kind;
use crate::model::jabatan::{Jabatan, Petunjuk, name_key};
use crate::model::kamus::{
    BARIS_JUDUL, Baris, Entri, FILE, JenisKamus, KOLOM_KAMUS, KOLOM_RIWAYAT, Kamus, Keadaan, LEMBAR_RIWAYAT, Riwayat,
    Simpanan,
};
use crate::model::unit::unit_key;
use crate::read::book::Book;
use crate::read::refusal::Refusal;
use crate::read::{guard, load, sha256};
use crate::schema::{self, header_key};
use crate::settings::Batas;

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
fn confirmed(lembar: &Lembar) -> Result<crate::model::kamus::Lembar, Refusal> {
    let mut kept = crate::model::kamus::Lembar::default();
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
fn texts(lembar: &Lembar) -> Vec<Vec<String>> {
    let last = lembar.rows.keys().next_back().map_or(0, |row| row + 1);
    let row = |row: u32| match lembar.rows.get(&row) {
        Some(cells) => {
            let width = cells.keys().next_back().map_or(0, |col| col + 1);
            (0..width).map(|col| lembar.text(row, Some(col)).to_string()).collect()
        }
        None => Vec::new(),
    };
    (0..last).map(row).collect()
}

/// Puts the rows in the order in which they are written, and tells each its cells there.
pub(super) fn arrange(kept: &mut Simpanan) {
    for (jenis, lembar) in JenisKamus::ALL.into_iter().zip(&mut kept.lembar) {
        lembar.baris.sort_by_cached_key(|baris| {
            (baris.tertulis().is_empty(), kunci(jenis, baris.tertulis()), baris.isi.clone())
        });
        for (row, baris) in (BARIS_JUDUL + 1..).zip(&mut lembar.baris) {
            let sheet = Place::sheet(FILE, jenis.lembar());
            baris.sel = Some(std::array::from_fn(|col| sheet.at(row, col as u32)));
        }
    }
    kept.riwayat.sort();
}

/// What a written name is compared by.
pub(super) fn kunci(jenis: JenisKamus, text: &str) -> String {
    match jenis {
        JenisKamus::Unit => unit_key(text),
        JenisKamus::Jabatan => {
            let jabatan = Jabatan::parse(text, Petunjuk::default());
            jabatan.map_or(String::new(), |jabatan| name_key(&jabatan.nama))
        }
        JenisKamus::Judul => header_key(text),
    }
}

/// A row that can be used: the keys it stands under, and what it says.
pub(super) struct Terpakai {
    pub kunci: Vec<String>,
    pub entri: Entri,
}

/// A row that can be used, or the column at fault and what is wrong with it.
pub(super) fn understand(jenis: JenisKamus, baris: &Baris) -> Result<Terpakai, (usize, String)> {
    let empty = |at: usize| (at, format!("kolom {} kosong", KOLOM_KAMUS[at]));
    let key = kunci(jenis, baris.tertulis());
    if key.is_empty() {
        return Err(empty(0));
    }
    if baris.isi[1].is_empty() {
        return Err(empty(1));
    }
    if baris.oleh().is_empty() {
        return Err(empty(3));
    }
    let Some(tanggal) = baris.tanggal() else {
        let text = &baris.isi[4];
        return Err(if text.is_empty() { empty(4) } else { (4, format!("tanggal “{text}” tidak terbaca")) });
    };
    let (keys, dimaksud) = meant(jenis, &key, baris)?;
    let place = baris.sel.as_ref().map_or_else(|| Place::file(FILE), |sel| sel[1].clone());
    let entri = Entri {
        tertulis: baris.tertulis().to_string(),
        dimaksud,
        kode: baris.kode().map(str::to_string),
        oleh: baris.oleh().to_string(),
        tanggal,
        place,
    };
    Ok(Terpakai { kunci: keys, entri })
}

/// The keys of a row and what it means, as the program names it.
fn meant(jenis: JenisKamus, key: &str, baris: &Baris) -> Result<(Vec<String>, Option<String>), (usize, String)> {
    let same = || (1, "Tertulis dan Dimaksud sama".to_string());
    let dimaksud = baris.dimaksud();
    match jenis {
        JenisKamus::Unit => match dimaksud {
            Some(text) if unit_key(text) == key && baris.kode().is_none() => Err(same()),
            _ => Ok((vec![key.to_string()], dimaksud.map(str::to_string))),
        },
        JenisKamus::Jabatan => {
            let Some(text) = dimaksud else { return Ok((vec![key.to_string()], None)) };
            let nama = Jabatan::parse(text, Petunjuk::default()).map(|jabatan| jabatan.nama.to_string());
            match nama {
                None => Err((1, format!("jabatan “{text}” tidak terbaca"))),
                Some(nama) if name_key(&nama) == key => Err(same()),
                Some(nama) => Ok((vec![key.to_string()], Some(nama))),
            }
        }
        JenisKamus::Judul => {
            let kinds: Vec<Kind> = match baris.kode() {
                None => Kind::ALL.to_vec(),
                Some(label) => match kind_of_label(label) {
                    Some(kind) => vec![kind],
                    None => return Err((2, format!("jenis data “{label}” tidak dikenal"))),
                },
            };
            let Some(text) = dimaksud else {
                return Ok((kinds.iter().map(|kind| Kamus::kunci_judul(*kind, key)).collect(), None));
            };
            let wanted = header_key(text);
            let column =
                |kind: &Kind| schema::of(*kind).columns.iter().find(|column| column.keys().any(|key| key == wanted));
            let Some(title) = kinds.iter().find_map(column).map(|column| column.title) else {
                return Err((1, format!("judul kolom “{text}” tidak dikenal")));
            };
            let keys = kinds.iter().filter(|kind| column(kind).is_some()).map(|kind| Kamus::kunci_judul(*kind, key));
            Ok((keys.collect(), Some(title.to_string())))
        }
    }
}

/// Whether two entries under one key mean the same.
pub(super) fn agree(jenis: JenisKamus, a: &Entri, b: &Entri) -> bool {
    match (&a.dimaksud, &b.dimaksud) {
        (None, None) => true,
        (Some(this), Some(that)) => match (jenis, &a.kode, &b.kode) {
            (JenisKamus::Unit, Some(this), Some(that)) => this.eq_ignore_ascii_case(that),
            _ => kunci(jenis, this) == kunci(jenis, that),
        },
        _ => false,
    }
}

/// What the rows say together, by kind and key.
pub(super) type Sebutan = BTreeMap<(JenisKamus, String), Vec<Entri>>;

/// Every row that can be used, by key; D-153 for the others.
pub(super) fn sebutan(kept: &Simpanan, findings: &mut Vec<Finding>) -> Sebutan {
    let mut said = Sebutan::new();
    for (jenis, lembar) in JenisKamus::ALL.into_iter().zip(&kept.lembar) {
        for baris in &lembar.baris {
            match understand(jenis, baris) {
                Ok(Terpakai { kunci, entri }) => {
                    kunci.into_iter().for_each(|key| said.entry((jenis, key)).or_default().push(entri.clone()));
                }
                Err((at, fault)) => {
                    let place = baris.sel.as_ref().map_or_else(|| Place::file(FILE), |sel| sel[at].clone());
                    let problem = format!("baris kamus ini tidak dipakai: {fault}");
                    findings.push(Finding::new(&catalogue::KAMUS_SALAH, place, baris.isi[at].as_str(), problem));
                }
            }
        }
    }
    said
}

/// The kamus of all rows that agree; D-154 for those that do not, of which none is used.
pub(super) fn settle(kept: Simpanan, findings: &mut Vec<Finding>) -> Kamus {
    let said = sebutan(&kept, findings);
    let mut kamus = Kamus::new(kept);
    for ((jenis, key), entries) in said {
        let Some(first) = entries.first() else { continue };
        if entries.iter().all(|other| agree(jenis, first, other)) {
            kamus.insert(jenis, key, first.clone());
            continue;
        }
        for entri in &entries {
            let problem = format!(
                "arti “{}” di kamus saling bertentangan: {}; tidak satu pun dipakai",
                entri.tertulis,
                in_words(&entries)
            );
            let finding = Finding::new(&catalogue::KONFIRMASI_BERTENTANGAN, entri.place.clone(), shown(entri), problem);
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
    }
    kamus
}

/// What an entry says is meant.
pub(super) fn shown(entri: &Entri) -> &str {
    entri.dimaksud.as_deref().unwrap_or(crate::model::kamus::BUKAN)
}

fn in_words(entries: &[Entri]) -> String {
    let named = |entri: &Entri| {
        let row = entri.place.cell.map_or(String::new(), |cell| format!(" (baris {})", cell.row + 1));
        format!("“{}”{row}", shown(entri))
    };
    entries.iter().map(named).collect::<Vec<_>>().join(", ")
}
