//! What people have confirmed, known before any table is read: the kamus, and the workbooks that come back with
//! choices made.

mod arti;
mod asli;
mod berubah;
mod buku;
mod judul;
mod keputusan;
mod konfirmasi;
mod lembar;
mod milik;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use self::konfirmasi::Jawaban;
use self::lembar::Lembar;
use self::milik::Milik;
use super::book::Book;
use super::discover::Found;
use super::{FileRead, guard, load, sha256};
use crate::finding::{Finding, Place, catalogue};
use crate::model::cells::{Format, Source, Table};
use crate::model::kamus::{JenisKamus, Kamus, Keadaan, LEMBAR_KONFIRMASI, Simpanan};
use crate::model::keputusan::{LEMBAR_ASLI, LEMBAR_KEPUTUSAN};
use crate::model::tanggal::Periode;
use crate::settings::Batas;

pub(super) use judul::Judul;
pub(super) use milik::is_marked_xls;

/// What is known before tables are read.
pub(super) struct Bekal {
    pub kamus: Kamus,
    /// Workbooks of ours that came back, by their index among the files found; nothing in them is data.
    pub milik: BTreeMap<usize, FileRead>,
    /// About the kamus, and about sheets that came back in a workbook of the office.
    pub findings: Vec<Finding>,
}

/// Reads the kamus of the folder, and takes in the choices of every workbook that came back.
pub(super) fn prepare(root: &Path, periode: Periode, found: &[Found], batas: &Batas) -> Bekal {
    let mut findings = Vec::new();
    let kept = buku::read(root, batas, &mut findings);
    let ours: Vec<(usize, Milik)> =
        found.par_iter().enumerate().filter_map(|(at, found)| Some((at, milik::of(&found.path)?))).collect();
    let mut answers = Vec::new();
    let mut files = BTreeMap::new();
    for (at, milik) in ours {
        // What comes back late lies loose under the month it was made in: its answers count, it is no data of this one.
        let late = found[at].is_of_another_month(periode);
        if late && milik == Milik::Lembar {
            continue;
        }
        let (file, choices) = returned(&found[at], milik, periode, batas);
        answers.extend(choices);
        match milik {
            Milik::Utuh if late => {
                files.insert(at, FileRead { source: None, ..file });
            }
            Milik::Utuh => drop(files.insert(at, file)),
            Milik::Lembar => findings.extend(file.findings),
        }
    }
    let kept = take(kept, answers, &mut findings);
    let kamus = arti::settle(kept, &mut findings);
    Bekal { kamus, milik: files, findings }
}

/// A workbook that came back, and the choices in it.
fn returned(found: &Found, milik: Milik, periode: Periode, batas: &Batas) -> (FileRead, Vec<Jawaban>) {
    let place = Place::file(found.name.clone());
    let mut source = Source {
        path: found.name.clone(),
        bytes: 0,
        sha256: String::new(),
        format: Format::Unknown,
        used: false,
        asal: None,
    };
    let (mut findings, mut told_later, mut table) = (Vec::new(), Vec::new(), None);
    let read = load(&found.path, batas).and_then(|bytes| {
        source.bytes = bytes.len() as u64;
        source.sha256 = sha256(&bytes);
        let bytes = Arc::new(bytes);
        let read = guard::at_the_edge(|| {
            let mut opened = Book::open(&bytes, batas)?;
            source.format = opened.format;
            let forms: &[&str] = match milik {
                Milik::Utuh => &[LEMBAR_KEPUTUSAN, LEMBAR_ASLI, LEMBAR_KONFIRMASI],
                Milik::Lembar => &[LEMBAR_KONFIRMASI],
            };
            let mut sheets = Lembar::read_all(&mut opened.book, forms, &found.name, batas)?;
            let asli = sheets.remove(LEMBAR_ASLI);
            let decided = sheets.remove(LEMBAR_KEPUTUSAN);
            table = decided.and_then(|sheet| decisions(sheet, asli.as_ref(), periode, &mut told_later));
            let sheet = sheets.remove(LEMBAR_KONFIRMASI);
            opened
                .settle(Ok(sheet))
                .map(|sheet| sheet.and_then(|sheet| konfirmasi::read(&sheet, &source.sha256, periode, &mut findings)))
        });
        // Whoever fills a form is not stopped by a sheet beside it that cannot be read.
        if read.is_ok() && milik == Milik::Utuh {
            told_later.extend(guard::at_the_edge(|| berubah::told(&bytes, &found.name, batas)).unwrap_or_default());
        }
        read
    });
    let choices = match read {
        Ok(Some(choices)) => {
            findings.push(accepted(place, milik, choices.len(), findings.len(), table.as_ref()));
            choices
        }
        Ok(None) => {
            findings.push(without_sheet(place));
            Vec::new()
        }
        Err(refusal) => {
            findings.push(refusal.at(place));
            Vec::new()
        }
    };
    findings.extend(told_later);
    (FileRead { source: Some(source), tables: table.into_iter().collect(), findings, ..FileRead::default() }, choices)
}

/// The decisions in a result workbook, and what is to be said of them.
fn decisions(mut sheet: Lembar, asli: Option<&Lembar>, periode: Periode, findings: &mut Vec<Finding>) -> Option<Table> {
    let table = keputusan::read(&mut sheet, asli, periode, findings)?;
    findings.push(keputusan::accepted(&sheet, &table));
    // Without proposals and decisions there is nothing to check.
    (!table.rows.is_empty()).then_some(table)
}

/// B-36: what was taken from a workbook that came back.
fn accepted(place: Place, milik: Milik, taken: usize, left: usize, decided: Option<&Table>) -> Finding {
    let left = if left > 0 { format!(", {left} belum dapat diterima") } else { String::new() };
    let choices = format!("lembar “{LEMBAR_KONFIRMASI}” ({taken} pilihan lengkap{left})");
    let problem = match (milik, decided) {
        (Milik::Utuh, Some(table)) => format!(
            "dari berkas hasil ini dibaca lembar “{LEMBAR_KEPUTUSAN}” ({}) dan {choices}; lembar lainnya tidak dibaca \
             sebagai data",
            keputusan::in_words(table)
        ),
        (Milik::Utuh, None) => {
            format!("dari berkas ini dibaca {choices}; isinya yang lain tidak dibaca sebagai data")
        }
        (Milik::Lembar, _) => format!("{choices} diterima sebagai konfirmasi"),
    };
    Finding::new(&catalogue::KONFIRMASI_DITERIMA, place, "", problem)
}

/// B-37: a workbook of ours with nothing to take from it.
pub(super) fn without_sheet(place: Place) -> Finding {
    let problem = format!(
        "berkas ini hasil program, bukan data; tidak ada lembar “{LEMBAR_KONFIRMASI}” yang terbaca di dalamnya"
    );
    Finding::new(&catalogue::KONFIRMASI_TAK_TERBACA, place, "", problem)
}

/// Adds the choices that are new. What the kamus says stands; of choices that contradict each other none is taken
/// (D-154); and one that was taken before from the same content is not taken again, since people may have changed or
/// deleted its row since.
fn take(mut kept: Simpanan, answers: Vec<Jawaban>, findings: &mut Vec<Finding>) -> Simpanan {
    let known = arti::sebutan(&kept, &mut Vec::new());
    let before: BTreeSet<(JenisKamus, String, String)> = kept
        .riwayat
        .iter()
        .filter_map(|row| {
            let jenis = row.jenis()?;
            Some((jenis, arti::kunci(jenis, row.tertulis()), row.sha256().to_string()))
        })
        .collect();
    let berkas: BTreeSet<_> = answers.iter().map(|a| (a.place.file.clone(), a.riwayat.sha256().to_string())).collect();
    kept.berkas = berkas.into_iter().collect();
    let mut added: BTreeSet<(JenisKamus, Vec<String>)> = BTreeSet::new();
    for answer in &answers {
        let (jenis, entri) = (answer.jenis, &answer.pakai.entri);
        let under = |key: &String| known.get(&(jenis, key.clone())).into_iter().flatten();
        let known: Vec<_> = answer.pakai.kunci.iter().flat_map(under).collect();
        if !known.is_empty() {
            if let Some(other) = known.iter().find(|other| !arti::agree(jenis, entri, other)) {
                let told = format!("kamus sudah berisi “{}”; yang dipakai kamus", arti::shown(other));
                let remedy = "Jika pilihan ini yang benar, ubah baris itu di kamus/kamus.xlsx, lalu jalankan lagi.";
                findings.push(contradiction(answer, &told).with_remedy(remedy));
            }
            continue;
        }
        let against = answers.iter().find(|other| {
            other.jenis == jenis
                && other.pakai.kunci.iter().any(|key| answer.pakai.kunci.contains(key))
                && !arti::agree(jenis, entri, &other.pakai.entri)
        });
        if let Some(other) = against {
            let told =
                format!("{} memilih “{}”; tidak satu pun diterima", other.place, arti::shown(&other.pakai.entri));
            findings.push(contradiction(answer, &told));
            continue;
        }
        let taken = (jenis, arti::kunci(jenis, &entri.tertulis), answer.riwayat.sha256().to_string());
        if !before.contains(&taken) && added.insert((jenis, answer.pakai.kunci.clone())) {
            kept.lembar[jenis as usize].baris.push(answer.baris.clone());
            kept.riwayat.push(answer.riwayat.clone());
        }
    }
    if !added.is_empty() && kept.keadaan != Keadaan::TakTerbaca {
        kept.keadaan = Keadaan::Bertambah;
        buku::arrange(&mut kept);
    }
    kept
}

/// D-154 for a choice that is not taken.
fn contradiction(answer: &Jawaban, told: &str) -> Finding {
    let entri = &answer.pakai.entri;
    let meant = arti::shown(entri);
    let problem = format!("pilihan “{meant}” untuk “{}” bertentangan: {told}", entri.tertulis);
    Finding::new(&catalogue::KONFIRMASI_BERTENTANGAN, answer.place.clone(), meant, problem)
}
