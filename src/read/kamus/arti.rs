//! What the rows of the kamus mean: which can be used, which contradict each other.

use std::collections::BTreeMap;

use super::judul::kind_of_label;
use crate::finding::{Finding, Place, catalogue};
use crate::model::cells::Kind;
use crate::model::jabatan::{Jabatan, Petunjuk, name_key};
use crate::model::kamus::{BUKAN, Baris, Entri, FILE, JenisKamus, KOLOM_KAMUS, Kamus, Simpanan};
use crate::model::unit::unit_key;
use crate::schema::{self, header_key};

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
    entri.dimaksud.as_deref().unwrap_or(BUKAN)
}

fn in_words(entries: &[Entri]) -> String {
    let named = |entri: &Entri| {
        let row = entri.place.cell.map_or(String::new(), |cell| format!(" (baris {})", cell.row + 1));
        format!("“{}”{row}", shown(entri))
    };
    entries.iter().map(named).collect::<Vec<_>>().join(", ")
}
