//! Reading the inbox: which file is what, which row is the header, which cell says what.

mod beside;
mod book;
mod child;
mod clean;
mod content;
mod deadline;
mod decode;
mod digits;
mod discover;
mod footer;
mod guard;
mod handover;
mod header;
mod hidden;
mod html;
mod inflate;
mod kamus;
mod kembali;
mod meaning;
mod merged;
mod merged_ods;
mod next;
mod ole;
mod parts;
mod passing;
mod periode;
mod refusal;
mod reorder;
mod report;
mod scan;
mod second_pass;
mod sheet;
mod sniff;
mod spreadsheetml;
mod state;
mod stray;
mod stream;
mod table;
mod teks;
mod title;
mod value;
mod wire;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::finding::{Finding, Noted, Place, Severity, catalogue};
use crate::model::cells::{Format, Gathering, Source, Table, Tables};
use crate::model::kamus::{Kamus, LEMBAR_KONFIRMASI, LEMBAR_PILIHAN, Tanya};
use crate::model::keputusan::LEMBAR_ASLI;
use crate::model::sidik::LEMBAR_SIDIK;
use crate::model::tanggal::Periode;
use crate::settings::{Baca, Batas, LembarTersembunyi};

/// Name of the inbox in a working folder.
pub const INBOX: &str = discover::MASUK;

pub use child::{COMMAND, read_in_children, serve};
pub use refusal::Refusal;
pub use second_pass::{CellsError, cells};

/// An office's workbook has a dozen sheets, or one for each of its units.
const MOST_SHEETS: usize = 1_000;
/// Sheets this program writes into workbooks that may come back; they hold no data of the office.
const OWN_SHEETS: [&str; 10] = [
    "Perbaikan",
    "_meta",
    "_daftar",
    "_unit",
    LEMBAR_ASLI,
    LEMBAR_SIDIK,
    "Petunjuk",
    "Contoh",
    LEMBAR_KONFIRMASI,
    LEMBAR_PILIHAN,
];

/// An incomplete file that changed as lately as this is taken for one that is still being copied.
const COPIED_LATELY: Duration = Duration::from_secs(60);

/// Reads every workbook of `masuk/<periode>/` under `root`, and the loose files of `masuk/` of that month.
///
/// Never fails: a file that cannot be read is a finding. Files are read in parallel and merged in path order.
/// `progress` is called after each file with files done and files in all, from any thread.
pub fn inbox(
    root: &Path,
    periode: Periode,
    baca: &Baca,
    batas: &Batas,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Noted<Tables> {
    month(root, periode, (baca, batas), None, progress)
}

/// The same of another month, by what people have confirmed up to this one: two months are compared by one kamus.
pub fn inbox_by(
    root: &Path,
    periode: Periode,
    baca: &Baca,
    batas: &Batas,
    kamus: Kamus,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Noted<Tables> {
    month(root, periode, (baca, batas), Some(kamus), progress)
}

/// What people have confirmed up to this month, its own answers among it. No table is read.
pub fn confirmed(root: &Path, periode: Periode, batas: &Batas) -> Kamus {
    kamus::prepare(root, periode, &discover::discover(root, periode).value, batas).kamus
}

fn month(
    root: &Path,
    periode: Periode,
    (baca, batas): (&Baca, &Batas),
    by: Option<Kamus>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Noted<Tables> {
    let discovered = discover::discover(root, periode);
    let kamus::Bekal { kamus, mut milik, findings } = kamus::prepare(root, periode, &discovered.value, batas);
    let kamus = by.unwrap_or(kamus);
    let (done, all) = (AtomicUsize::new(0), discovered.value.len());
    let read: Vec<Option<FileRead>> = discovered
        .value
        .par_iter()
        .enumerate()
        .map(|(at, found)| {
            let read = (!milik.contains_key(&at)).then(|| read_file(found, periode, &kamus, (baca, batas)));
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, all);
            read
        })
        .collect();
    let own: BTreeSet<Arc<str>> = milik.keys().map(|at| discovered.value[*at].name.clone()).collect();
    let read = read.into_iter().enumerate().filter_map(|(at, read)| read.or_else(|| milik.remove(&at)));
    let mut read: Vec<FileRead> = read.collect();
    let order = kembali::settle(periode, &mut read);
    let mut out =
        Noted::new(Tables { periode, sources: Vec::new(), tables: Vec::new(), kamus, tanya: Tanya::default() });
    out.findings = discovered.findings;
    out.findings.extend(findings);
    for file in read {
        merge(file, &mut out);
    }
    out.value.tables.sort_by_key(|table| order[table.source]);
    out.findings.sort_by(|a, b| a.place.file.cmp(&b.place.file));
    let is_data = |source: &Source| is_workbook(source) && !own.contains(&source.path);
    if !out.value.sources.iter().any(is_data) && !out.findings.iter().any(|f| f.severity() == Severity::Galat) {
        let place = Place::file(format!("{}/{periode}", discover::MASUK));
        let problem = format!("tidak ada buku kerja untuk {}", periode.in_words());
        let remedy = format!("Taruh buku kerja bulan ini di {}/{periode}/.", discover::MASUK);
        out.findings.push(Finding::new(&catalogue::FOLDER_KOSONG, place, "", problem).with_remedy(remedy));
    }
    out
}

fn is_workbook(source: &Source) -> bool {
    source.format != Format::Unknown
}

/// The newest period that has a folder in `masuk/`; else the period most loose files tell by their names; else `None`.
pub fn newest_period(root: &Path) -> Option<Periode> {
    discover::newest(root)
}

/// The newest period before this one that has a folder in `masuk/`.
pub fn period_before(root: &Path, periode: Periode) -> Option<Periode> {
    discover::before(root, periode)
}

/// What one file gave.
#[derive(Default)]
struct FileRead {
    /// `None` for a loose file of another month.
    source: Option<Source>,
    tables: Vec<Table>,
    findings: Vec<Finding>,
    /// Headers to be confirmed.
    tanya: Tanya,
    /// What tells that it is a copy of ours, come back.
    tanda: Option<kembali::Tanda>,
}

fn merge(file: FileRead, out: &mut Noted<Tables>) {
    let source = out.value.sources.len();
    out.value.sources.extend(file.source);
    out.value.tables.extend(file.tables.into_iter().map(|table| Table { source, ..table }));
    out.findings.extend(file.findings);
    out.value.tanya.join(file.tanya);
}

fn read_file(found: &discover::Found, periode: Periode, kamus: &Kamus, (baca, batas): (&Baca, &Batas)) -> FileRead {
    let place = Place::file(found.name.clone());
    let mut source = Source {
        path: found.name.clone(),
        bytes: 0,
        sha256: String::new(),
        format: Format::Unknown,
        used: false,
        asal: None,
    };
    let (mut findings, mut tanda, mut judul) = (Vec::new(), None, kamus::Judul::new(kamus));
    let bytes = match load(&found.path, batas) {
        Ok(bytes) => bytes,
        Err(_) if found.is_of_another_month(periode) => return FileRead::default(),
        Err(refusal) => {
            source.bytes = fs_err::metadata(&found.path).map_or(0, |meta| meta.len());
            return FileRead { source: Some(source), findings: vec![refusal.at(place)], ..FileRead::default() };
        }
    };
    source.bytes = bytes.len() as u64;
    source.sha256 = sha256(&bytes);
    // A loose file whose name tells another month counts only where its title tells this one.
    let wanted = found.is_of_another_month(periode).then_some(periode);
    let (bytes, header) = sniff::without_download_header(bytes);
    let bytes = Arc::new(bytes);
    let sheets = guard::at_the_edge(|| {
        let mut opened = book::Book::open(&bytes, batas)?;
        source.format = opened.format;
        if kamus::is_marked_xls(&mut opened.book) {
            findings.push(kamus::without_sheet(place.clone()));
            return Ok(Vec::new());
        }
        tanda = kembali::Tanda::of(&mut opened.book);
        let ask = Ask { bytes: &bytes, file: &found.name, hidden_sheets: baca.lembar_tersembunyi, batas, wanted };
        let sheets = read_sheets(&mut opened.book, &ask, &mut judul, &mut findings);
        let mut sheets = opened.settle(sheets)?;
        findings.extend(hidden::of_bytes(&bytes, source.format, &opened.book.sheets(), &place, &sheets));
        findings.extend(merged_ods::settle(&bytes, source.format, &place, &mut sheets));
        Ok(sheets)
    });
    let sheets = sheets.unwrap_or_else(|refusal| {
        // Nothing of the file is used, so nothing else is told of it.
        findings.clear();
        let refusal = misnamed(found, refusal);
        findings.push(still_copied(&found.path, source.bytes, refusal).at(place.clone()));
        Vec::new()
    });
    findings.extend(ending_finding(found, source.format, &place));
    if header && !sheets.is_empty() {
        let problem = "berkas ini diawali keterangan unduhan (HTTP); buku kerja di belakangnya tetap dibaca";
        findings.push(Finding::new(&catalogue::KEPALA_UNDUHAN, place.clone(), "", problem));
    }
    let read = settle_period(found, periode, sheets, source, findings);
    // A file of another month asks nothing.
    let tanya = if read.source.is_some() { judul.tanya } else { Tanya::default() };
    FileRead { tanda, tanya, ..read }
}

/// B-01 in place of a note that is left aside, where the file is named as a workbook: whoever put it there waits for it.
fn misnamed(found: &discover::Found, refusal: Refusal) -> Refusal {
    let ending = found.path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    let books = [Format::Xlsx, Format::Xlsb, Format::Xls, Format::Ods];
    let named = ending.filter(|ending| books.iter().any(|format| sniff::endings(*format).contains(&&**ending)));
    match named {
        Some(ending) if refusal == sniff::plain_text() => Refusal::new(
            &catalogue::FORMAT_ASING,
            format!("berkas ini bernama .{ending}, tetapi isinya bukan buku kerja; mungkin rusak"),
        )
        .with_remedy("Salin atau unduh ulang berkas ini, pastikan dapat dibuka di Excel, lalu jalankan lagi."),
        _ => refusal,
    }
}

/// B-40 in place of damage in a file that somebody is still writing: its length is another one by now, or it was
/// changed a moment ago.
fn still_copied(path: &Path, length: u64, refusal: Refusal) -> Refusal {
    if refusal.kode != &catalogue::BERKAS_TERPOTONG && refusal.kode != &catalogue::BERKAS_RUSAK {
        return refusal;
    }
    let Ok(now) = fs_err::metadata(path) else { return refusal };
    let age = now.modified().ok().and_then(|changed| changed.elapsed().ok());
    if now.len() == length && age.is_none_or(|age| age > COPIED_LATELY) {
        return refusal;
    }
    let problem = "berkas ini belum lengkap dan baru saja berubah, mungkin masih disalin";
    let remedy = "Tunggu sampai penyalinan selesai, lalu jalankan lagi; jika tetap begini, salin ulang berkasnya.";
    Refusal::new(&catalogue::MASIH_DISALIN, problem).with_remedy(remedy)
}

/// The bytes of a file, once: what is hashed is what is parsed.
fn load(path: &Path, batas: &Batas) -> Result<Vec<u8>, Refusal> {
    let unreadable = |error: std::io::Error| {
        let problem = match error.kind() {
            std::io::ErrorKind::PermissionDenied => "berkas ini tidak boleh dibuka",
            _ => "berkas ini tidak dapat dibuka",
        };
        let remedy = "Tutup berkas itu jika sedang terbuka di Excel, periksa izinnya, lalu jalankan lagi.";
        Refusal::new(&catalogue::PEMBACA_GAGAL, problem).with_remedy(remedy)
    };
    let length = fs_err::metadata(path).map_err(unreadable)?.len();
    guard::check_length(length, batas)?;
    fs_err::read(path).map_err(unreadable)
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What is read, within which limits.
struct Ask<'a> {
    bytes: &'a [u8],
    file: &'a Arc<str>,
    hidden_sheets: LembarTersembunyi,
    batas: &'a Batas,
    /// The month that a title must tell for its table to count.
    wanted: Option<Periode>,
}

fn read_sheets(
    book: &mut book::Book<'_>,
    ask: &Ask<'_>,
    judul: &mut kamus::Judul<'_>,
    findings: &mut Vec<Finding>,
) -> Result<Vec<sheet::Found>, Refusal> {
    let Ask { bytes, file, hidden_sheets, batas, wanted } = *ask;
    let sheets = book.sheets();
    if sheets.is_empty() {
        return Err(Refusal::new(&catalogue::BERKAS_RUSAK, "tidak ada lembar kerja di berkas ini"));
    }
    if sheets.len() > MOST_SHEETS {
        let problem = format!("berkas ini memuat {} lembar, melewati batas {MOST_SHEETS}", sheets.len());
        return Err(Refusal::new(&catalogue::BATAS_BERKAS, problem));
    }
    let (mut found, mut terms) = (Vec::new(), sheet::Terms { batas, wanted, kept: 0 });
    let told = findings.len();
    for each in sheets {
        let place = Place::sheet(file.clone(), each.name.as_str());
        if OWN_SHEETS.contains(&each.name.as_str()) {
            continue;
        }
        if each.twin {
            let problem = format!("lembar “{}” sudah ada; lembar kedua dengan nama itu tidak terbaca", each.name);
            findings.push(Finding::new(&catalogue::LEMBAR_KEMBAR, place, "", problem));
            continue;
        }
        if !each.visible {
            findings.push(hidden::sheet(&place, &each.name, hidden_sheets));
        }
        if each.visible || hidden_sheets == LembarTersembunyi::Baca {
            let mut read = sheet::read(book, &each, &place, &mut terms, judul, findings);
            for found in &mut read {
                digits::recover(bytes, book, &mut found.table);
                Gathering::default().join(&mut found.table.rows);
            }
            findings.extend(hidden::of_streamed(book, &each, batas, &place, &read));
            found.extend(read);
        }
    }
    if found.is_empty() && findings.len() == told {
        let problem = "tidak ada lembar yang berisi di berkas ini";
        findings.push(Finding::new(&catalogue::LEMBAR_ASING, Place::file(file.clone()), "", problem));
    }
    Ok(found)
}

/// B-13 when the name's ending promises another format than the content is.
fn ending_finding(found: &discover::Found, format: Format, place: &Place) -> Option<Finding> {
    let endings = sniff::endings(format);
    let advised = endings.first()?;
    let ending = found.path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if endings.contains(&ending.as_str()) {
        return None;
    }
    let name = if ending.is_empty() { "tanpa akhiran".to_string() } else { format!("berakhiran .{ending}") };
    let problem = format!("isi berkas ini berbentuk .{advised}, padahal namanya {name}");
    Some(Finding::new(&catalogue::EKSTENSI_KELIRU, place.clone(), "", problem))
}

/// B-17, and whether a file is of this month at all: its title tells before its name, its name before the folder it lies
/// in (domain §3.3, D23). What lies in a month's folder is used and told; a loose file of another month is not used.
fn settle_period(
    found: &discover::Found,
    periode: Periode,
    sheets: Vec<sheet::Found>,
    mut source: Source,
    mut findings: Vec<Finding>,
) -> FileRead {
    let place = Place::file(found.name.clone());
    let title = sheets.iter().find_map(|sheet| sheet.title.as_ref()).map(|(told, ..)| *told);
    let differs = |problem: String| Finding::new(&catalogue::PERIODE_BERBEDA, place.clone(), "", problem);
    match (found.loose && !sheets.is_empty(), title, found.named) {
        (true, Some(told), Some(named)) if told != periode && named == periode => {
            let problem = format!(
                "nama berkas menyebut {}, padahal judul di dalamnya {}; berkas ini tidak dipakai untuk {}",
                named.in_words(),
                told.in_words(),
                periode.in_words()
            );
            return FileRead { source: Some(source), findings: vec![differs(problem)], ..FileRead::default() };
        }
        (true, Some(told), _) if told != periode => return FileRead::default(),
        (true, None, Some(named)) if named != periode => return FileRead::default(),
        (true, None, None) => {
            let remedy = format!("Pindahkan berkas ke {}/{periode}/ jika memang untuk bulan itu.", discover::MASUK);
            let finding = differs("bulan berkas ini tidak diketahui, isinya tidak dipakai".into()).with_remedy(remedy);
            return FileRead { source: Some(source), findings: vec![finding], ..FileRead::default() };
        }
        (false, ..) if found.loose && found.named.is_some_and(|named| named != periode) => return FileRead::default(),
        (_, title, Some(named))
            if named != periode && !sheets.is_empty() && title.is_none_or(|told| told == periode) =>
        {
            let told = if title.is_some() { ", seperti judul di dalamnya" } else { "" };
            let problem =
                format!("nama berkas menyebut {}, padahal dibaca untuk {}{told}", named.in_words(), periode.in_words());
            findings.push(differs(problem));
        }
        _ => {}
    }
    for (told, at, text) in sheets.iter().filter_map(|sheet| sheet.title.clone()) {
        if told != periode {
            let problem =
                format!("lembar ini menyebut {}, padahal dibaca untuk {}", told.in_words(), periode.in_words());
            findings.push(Finding::new(&catalogue::PERIODE_BERBEDA, at, text, problem));
        }
    }
    let tables: Vec<Table> = sheets.into_iter().map(|sheet| sheet.table).collect();
    source.used = !tables.is_empty();
    FileRead { source: Some(source), tables, findings, ..FileRead::default() }
}
