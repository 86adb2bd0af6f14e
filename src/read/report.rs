//! What is told about a sheet: the table it nearly is, columns and rows that are not read, cells that hold no value.

use super::footer::Skipped;
use super::header::{Head, HeadCell, Reading};
use super::kamus::Judul;
use super::meaning::Meaning;
use crate::finding::{Cell, Finding, Place, catalogue};
use crate::model::cells::{CellKind, ColumnMap, Kind, RawRow};
use crate::schema::{Column, NAMA_DAN_NIP, Weight, header_key};

/// Runs of rows named in one sentence; of more only the count is told.
const MOST_ROWS: usize = 12;
/// The same of headers. Each tells of a whole column that is left out, and few tables have so many.
const MOST_HEADERS: usize = 60;

/// B-12 for a header that stands twice, and one B-10 for all that are not read.
pub(super) fn unread_columns(reading: &Reading, place: &Place, judul: &Judul<'_>, findings: &mut Vec<Finding>) {
    let mut named = Vec::new();
    let mut at = None;
    for (header, meaning) in reading.headers.iter().zip(&reading.meanings) {
        let here = place.at(header.row, header.col);
        match meaning {
            // Of what it is the status nobody can tell, and here it may be that of the person.
            Meaning::Unused if reading.schema.kind == Kind::Pegawai && header.key() == "STATUS" => {
                named.push(format!("{} (bila ini status pegawai, tulis judulnya “STATUS ASN”)", header.printed));
            }
            Meaning::Column(_) | Meaning::Unused | Meaning::Sensitive => continue,
            Meaning::Twin(first) => {
                let kept = &reading.headers[*first];
                let kept = Cell { row: kept.row, col: kept.col };
                let problem = format!("judul “{}” sudah ada di {kept}; kolom ini tidak dibaca", header.printed);
                findings.push(Finding::new(&catalogue::KOLOM_GANDA, here, &*header.printed, problem));
                continue;
            }
            Meaning::Synonym(used) => {
                named.push(format!("{} (yang dibaca: {})", header.printed, reading.headers[*used].printed));
            }
            Meaning::Unknown => named.push(match (judul.near(reading, header), reading.near(header)) {
                (Some(column), _) => format!("{} (mungkin maksud Anda “{}”?)", header.printed, column.title),
                (None, Some((_, Some(holder)))) => {
                    let cell = Cell { row: holder.row, col: holder.col };
                    format!("{} (mirip “{}” di {cell}, yang sudah dibaca)", header.printed, holder.printed)
                }
                (None, _) => header.printed.clone(),
            }),
        }
        at.get_or_insert(here);
    }
    if let Some(at) = at {
        let problem = format!("kolom yang tidak dibaca: {}", list(&named, MOST_HEADERS));
        findings.push(Finding::new(&catalogue::KOLOM_ASING, at, "", problem));
    }
}

/// One B-19 for all rows that are no data.
pub(super) fn skipped_rows(skipped: &Skipped, place: &Place, findings: &mut Vec<Finding>) {
    let reasons = skipped.reasons().into_iter().filter(|(_, rows)| !rows.is_empty());
    let words: Vec<String> = reasons.map(|(reason, rows)| format!("{reason} ({})", rows_in_words(rows))).collect();
    if !words.is_empty() {
        let problem = format!("dilewati: {}", words.join(", "));
        findings.push(Finding::new(&catalogue::BARIS_TERGESER, place.clone(), "", problem));
    }
}

/// B-14 and B-15: cells of known columns that hold an error or a formula without result.
pub(super) fn bad_cells(columns: &[ColumnMap], rows: &[RawRow], place: &Place, findings: &mut Vec<Finding>) {
    for row in rows {
        for cell in row.cells() {
            let header = columns.iter().find(|column| column.col == cell.col).map_or("", |column| &column.header);
            let (kode, problem) = match cell.kind {
                CellKind::Error => (&catalogue::SEL_GALAT, format!("kolom {header} berisi galat {}", cell.text)),
                CellKind::Unevaluated => (
                    &catalogue::RUMUS_TANPA_HASIL,
                    format!("hasil rumus {} pada kolom {header} tidak tersimpan", cell.text),
                ),
                CellKind::Text | CellKind::Number | CellKind::Date | CellKind::Boolean => continue,
            };
            findings.push(Finding::new(kode, place.at(row.row, cell.col), cell.text, problem));
        }
    }
}

/// B-21 for a list of people under no header, B-11 where a column was forgotten, else B-08.
pub(super) fn not_a_table(reading: Option<&Reading>, head: &Head, place: &Place, judul: &Judul<'_>) -> Finding {
    if let Some(finding) = headless(reading, head, place) {
        return finding;
    }
    let Some(reading) = reading else {
        let problem = "tidak ada judul kolom yang dikenal pada baris-baris pertama lembar ini";
        return Finding::new(&catalogue::LEMBAR_ASING, place.clone(), "", problem);
    };
    let kind = reading.schema.kind.label();
    let lacking = lacking(reading);
    if !reading.is_nearly() {
        let problem = format!("lembar ini paling mirip data {kind}, tetapi tidak memuat {lacking}");
        return Finding::new(&catalogue::LEMBAR_ASING, place.clone(), "", problem);
    }
    let at = place.at(reading.last_row, reading.headers.first().map_or(0, |header| header.col));
    if reading.is_rekap() {
        let problem = "formulir rekap ini memuat jumlah per eselon dan jenjang tanpa nama jabatan; angkanya tidak \
                       dapat dipakai sebagai kebutuhan jabatan";
        return Finding::new(&catalogue::REKAP_TANPA_JABATAN, at, "", problem);
    }
    let problem = format!("lembar data {kind} ini tidak memuat {lacking}");
    let finding = Finding::new(&catalogue::KOLOM_WAJIB, at, "", problem);
    let joined = reading.headers.iter().find(|header| is_nama_nip(&header.printed));
    let near = || {
        let unknown = reading.headers.iter().zip(&reading.meanings).filter(|(_, m)| **m == Meaning::Unknown);
        unknown
            .filter_map(|(header, _)| Some((header, judul.near(reading, header)?)))
            .find(|(_, c)| c.weight == Weight::Required)
    };
    match (joined, near()) {
        (Some(header), _) if reading.schema.kind == Kind::Pegawai => {
            finding.with_remedy(format!("Pisahkan kolom “{}” menjadi kolom NAMA dan kolom NIP.", header.printed))
        }
        (_, Some((header, column))) => finding.with_remedy(format!(
            "Mungkin maksud kolom “{}” adalah “{}”? Ubah judulnya, atau pilih di lembar Perlu Konfirmasi.",
            header.printed, column.title
        )),
        _ => {
            let wanted = lacking.replacen("satu pun dari", "salah satu dari", 1);
            finding.with_remedy(format!("Tambahkan {wanted}, lalu jalankan lagi."))
        }
    }
}

/// B-21: the first rows hold an NIP each, and nothing that could be their header stands above them.
fn headless(reading: Option<&Reading>, head: &Head, place: &Place) -> Option<Finding> {
    if reading.is_some_and(|reading| reading.is_nearly()) {
        return None;
    }
    let of_row = |(row, cells): (&u32, &Vec<HeadCell>)| Some((*row, cells.iter().find(|cell| is_nip(cell))?.col));
    let found: Vec<(u32, u32)> = head.iter().filter_map(of_row).collect();
    let &(row, col) = found.first()?;
    if found.iter().filter(|(_, other)| *other == col).count() < FEWEST_NIP {
        return None;
    }
    let letter = Cell { row, col }.to_string().replace(|c: char| c.is_ascii_digit(), "");
    let problem = format!(
        "lembar ini memuat NIP di kolom {letter} mulai baris {}, tetapi tidak ada baris judul di atasnya; isinya tidak \
         dibaca",
        row + 1
    );
    Some(Finding::new(&catalogue::JUDUL_TIDAK_ADA, place.at(row, col), "", problem))
}

/// Fewer NIP in one column may be anything: the signer of a letter, a form about one person.
const FEWEST_NIP: usize = 2;

fn is_nip(cell: &HeadCell) -> bool {
    let digits = cell.text.bytes().filter(u8::is_ascii_digit).count();
    match cell.kind {
        CellKind::Text => digits == 18 && !cell.text.contains(char::is_alphabetic),
        CellKind::Number => cell.text.ends_with("e17") || digits == 18,
        CellKind::Date | CellKind::Boolean | CellKind::Error | CellKind::Unevaluated => false,
    }
}

fn is_nama_nip(header: &str) -> bool {
    NAMA_DAN_NIP.contains(&header_key(header).as_str())
}

/// The columns in words that a table would have to have: `kolom NIP dan NAMA`.
pub(super) fn lacking(reading: &Reading) -> String {
    let columns: Vec<&Column> = reading.lacking();
    let titles: Vec<&str> = columns.iter().map(|column| column.title).collect();
    match columns.first() {
        Some(column) if column.weight == Weight::Typical => format!("satu pun dari kolom {}", titles.join(", ")),
        _ => format!("kolom {}", join_with_dan(&titles)),
    }
}

fn join_with_dan(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_string(),
        [first @ .., last] => format!("{} dan {last}", first.join(", ")),
    }
}

/// Headers in one sentence, as many as it may hold.
pub(super) fn first_of(words: &[&str]) -> String {
    list(&words.iter().map(|word| (*word).to_string()).collect::<Vec<_>>(), MOST_ROWS)
}

fn list(named: &[String], most: usize) -> String {
    match named.len().checked_sub(most) {
        None | Some(0) => named.join(", "),
        Some(more) => format!("{}, dan {more} lagi", named[..most].join(", ")),
    }
}

/// `baris 6`, `baris 40–44, 50`: rows counted from one, neighbours joined.
pub(super) fn rows_in_words(rows: &[u32]) -> String {
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for &row in rows {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => spans.push((row, row)),
        }
    }
    let words = |&(first, last): &(u32, u32)| match last - first {
        0 => format!("{}", first + 1),
        _ => format!("{}–{}", first + 1, last + 1),
    };
    format!("baris {}", list(&spans.iter().map(words).collect::<Vec<_>>(), MOST_ROWS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_as_spans_counted_from_one() {
        assert_eq!(rows_in_words(&[5]), "baris 6");
        assert_eq!(rows_in_words(&[39, 40, 41, 49]), "baris 40–42, 50");
    }
}
