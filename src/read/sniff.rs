//! What a file really is, told by its first bytes and never by its name.

use std::io::{Cursor, Read, Seek};

use zip::ZipArchive;

use super::refusal::Refusal;
use super::{decode, ole, teks};
use crate::finding::catalogue;
use crate::model::cells::Format;

const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";
const SPREADSHEET_ML: &str = "urn:schemas-microsoft-com:office:spreadsheet";
/// Servers send at most a few kilobytes.
const LONGEST_HEADER: usize = 16 * 1024;
const RESAVE: &str =
    "Buka berkas di Excel atau LibreOffice, pastikan NIP tampil utuh 18 angka, lalu simpan sebagai .xlsx.";
const AGAIN: &str = "Masuk lagi ke aplikasinya, lalu unduh ulang; yang tersimpan mungkin hanya halaman pemberitahuan.";
const UNPACK: &str = "Buka arsip itu, lalu taruh buku kerja di dalamnya ke folder masuk.";
const OTHER: &str = "Taruh datanya di buku kerja .xlsx, atau keluarkan berkas ini dari folder masuk.";

/// The workbook format of the content, or why it is none.
pub(super) fn sniff(bytes: &[u8]) -> Result<Format, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::new(&catalogue::BERKAS_TERPOTONG, "berkas ini kosong, 0 bita"));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return zip(Cursor::new(bytes));
    }
    if ole::is_ole(bytes) {
        return compound(bytes);
    }
    foreign(bytes)
}

/// What a download tool saved in front of a workbook: the header of the answer it got. True when there was one.
pub(super) fn without_download_header(mut bytes: Vec<u8>) -> (Vec<u8>, bool) {
    let start = &bytes[..bytes.len().min(LONGEST_HEADER)];
    let end = start.windows(4).position(|window| window == b"\r\n\r\n").filter(|_| start.starts_with(b"HTTP/"));
    let has_header = end.is_some_and(|end| bytes[end + 4..].starts_with(b"PK") || ole::is_ole(&bytes[end + 4..]));
    if let Some(end) = end.filter(|_| has_header) {
        bytes.drain(..end + 4);
    }
    (bytes, has_header)
}

/// File name endings that fit a format; the first is the one to advise.
pub(super) fn endings(format: Format) -> &'static [&'static str] {
    match format {
        Format::Xlsx => &["xlsx", "xlsm", "xltx", "xltm"],
        Format::Xlsb => &["xlsb"],
        Format::Xls => &["xls", "xlt"],
        Format::Ods => &["ods", "ots"],
        Format::SpreadsheetMl => &["xml"],
        Format::Html => &["html", "htm", "xhtml"],
        Format::Csv => &["csv", "tsv", "tab", "txt"],
        Format::Unknown => &[],
    }
}

/// The format of a zip.
pub(super) fn zip(bytes: impl Read + Seek) -> Result<Format, Refusal> {
    let cut = || Refusal::new(&catalogue::BERKAS_TERPOTONG, "bagian akhir berkas ini tidak ada");
    let mut archive = ZipArchive::new(bytes).map_err(|_| cut())?;
    let names: Vec<String> =
        archive.file_names_raw().map(|name| String::from_utf8_lossy(name).replace('\\', "/").to_lowercase()).collect();
    let has = |name: &str| names.iter().any(|n| n.trim_start_matches('/') == name);
    if has("xl/workbook.xml") {
        return Ok(Format::Xlsx);
    }
    if has("xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    let (word, slides, parts) = (has("word/document.xml"), has("ppt/presentation.xml"), has("[content_types].xml"));
    let mut mimetype = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        // A mimetype part is one short word; more than that is not read.
        let _ = part.take(100).read_to_string(&mut mimetype);
    }
    match mimetype.trim() {
        ODS => Ok(Format::Ods),
        _ if word => Err(a_paper("dokumen Word")),
        _ if slides => Err(a_paper("presentasi PowerPoint")),
        mime if mime.starts_with("application/vnd.oasis") => Err(a_paper("dokumen LibreOffice, bukan lembar kerja")),
        // Excel's parts without their workbook: some producers name the main part otherwise; the reader finds it.
        _ if parts && names.iter().any(|name| name.ends_with("workbook.xml")) => Ok(Format::Xlsx),
        _ => Err(not_a_workbook("arsip ZIP", UNPACK)),
    }
}

fn compound(bytes: &[u8]) -> Result<Format, Refusal> {
    let Some(names) = ole::stream_names(bytes) else {
        return Err(Refusal::new(&catalogue::BERKAS_RUSAK, "susunan berkas ini rusak atau tidak lengkap"));
    };
    let has = |name: &str| names.iter().any(|n| n.eq_ignore_ascii_case(name));
    if has("EncryptedPackage") {
        return Err(Refusal::new(&catalogue::BERKAS_SANDI, "berkas ini hanya dapat dibuka dengan kata sandi"));
    }
    if has("Workbook") || has("Book") {
        return Ok(Format::Xls);
    }
    Err(match () {
        () if has("WordDocument") => a_paper("dokumen Word lama (.doc)"),
        () if has("PowerPoint Document") => a_paper("presentasi PowerPoint lama (.ppt)"),
        () => not_a_workbook("berkas Office yang tidak memuat buku kerja", OTHER),
    })
}

fn foreign(bytes: &[u8]) -> Result<Format, Refusal> {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => return Err(a_paper("dokumen PDF")),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, ..] | [b'G', b'I', b'F', b'8', ..] => {
            return Err(a_paper("gambar"));
        }
        [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xBC, 0xAF, ..] => {
            return Err(not_a_workbook("arsip RAR atau 7z", UNPACK));
        }
        [0x09, 0x00 | 0x02 | 0x04 | 0x08, ..] => {
            return Err(not_a_workbook("lembar kerja Excel versi sangat lama", RESAVE));
        }
        _ => {}
    }
    let start = decode::start(bytes);
    let lower = start.trim_start().to_lowercase();
    match () {
        () if !looks_like_text(&start) => Err(of_no_known_form()),
        () if lower.starts_with('<') => markup(&lower),
        () if lower.starts_with("{\\rtf") => Err(a_paper("dokumen RTF")),
        () if lower.starts_with("mime-version:") => Err(not_a_workbook("arsip halaman web (MHTML)", RESAVE)),
        () if teks::separator(&start).is_some() => Ok(Format::Csv),
        () => Err(plain_text()),
    }
}

/// A file that begins with a tag, in lower case.
fn markup(start: &str) -> Result<Format, Refusal> {
    let tag = |name: &str| start.contains(&format!("<{name}")) || start.contains(&format!(":{name}"));
    match () {
        () if start.contains(SPREADSHEET_ML) && tag("workbook") => Ok(Format::SpreadsheetMl),
        () if ["html", "!doctype html", "body", "table"].into_iter().any(tag) => Ok(Format::Html),
        () => Err(not_a_workbook("berkas XML", OTHER)),
    }
}

/// Text without columns.
pub(super) fn plain_text() -> Refusal {
    a_paper("teks biasa")
}

/// Bytes that are no text and no format known here.
fn of_no_known_form() -> Refusal {
    Refusal::new(&catalogue::FORMAT_ASING, "bentuk isi berkas ini tidak dikenal").with_remedy(OTHER)
}

/// A page with nothing to read in it.
pub(super) fn page_without_table() -> Refusal {
    not_a_workbook("halaman web (HTML) tanpa tabel yang berisi", AGAIN)
}

/// XML that brings entities of its own.
pub(super) fn defines_entities() -> Refusal {
    not_a_workbook("XML dengan definisi entitas (DTD), yang demi keamanan tidak dibaca", RESAVE)
}

fn not_a_workbook(what: &str, remedy: &str) -> Refusal {
    Refusal::new(&catalogue::FORMAT_ASING, format!("isi berkas ini sebenarnya {what}")).with_remedy(remedy)
}

/// What a letter or a note is that lies beside the workbooks: told, but no fault.
fn a_paper(what: &str) -> Refusal {
    Refusal::new(&catalogue::BUKAN_BUKU_KERJA, format!("berkas ini {what}, tidak dibaca"))
}

fn looks_like_text(text: &str) -> bool {
    let strange = text.chars().filter(|&c| c == '\u{fffd}' || (c.is_control() && !c.is_whitespace())).count();
    strange * 50 <= text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    #[test]
    fn what_is_no_workbook_is_named() {
        for (bytes, label) in [
            (&b"<?xml version=\"1.0\"?><Invoice/>"[..], "berkas XML"),
            (b"MIME-Version: 1.0\nContent-Type: multipart/related", "arsip halaman web (MHTML)"),
            (b"Rar!\x1a\x07", "arsip RAR atau 7z"),
        ] {
            let refusal = sniff(bytes).unwrap_err();
            assert_eq!(refusal.kode.code, "B-01");
            assert_eq!(refusal.problem, format!("isi berkas ini sebenarnya {label}"));
        }
        for bytes in [&b"\x00\x01\x02\x03"[..], b"NIP;NAMA;GOL\n\x00\x01\x02\x03\x04;\x05\x06;\x07"] {
            let refusal = sniff(bytes).unwrap_err();
            assert_eq!((refusal.kode.code, &*refusal.problem), ("B-01", "bentuk isi berkas ini tidak dikenal"));
        }
    }

    #[test]
    fn tables_that_are_not_excel_are_known_by_their_content() {
        for (bytes, format) in [
            (&b"<html><table>"[..], Format::Html),
            (b"\xEF\xBB\xBF\r\n<!DOCTYPE html>", Format::Html),
            (b"<style>td{}</style><TABLE border=1>", Format::Html),
            (b"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", Format::Html),
            (
                b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                Format::SpreadsheetMl,
            ),
            (b"<ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">", Format::SpreadsheetMl),
            (b"NIP;NAMA;GOL\n1;2;3", Format::Csv),
            (b"NIP,NAMA,GOL\n1,2,3", Format::Csv),
            (b"\xFF\xFEN\0I\0P\0\t\0A\0\t\0B\0", Format::Csv),
        ] {
            assert_eq!(sniff(bytes), Ok(format));
        }
    }

    #[test]
    fn papers_beside_the_workbooks_are_no_fault() {
        for (bytes, label) in [
            (&b"%PDF-1.7"[..], "dokumen PDF"),
            (b"Mohon diproses, terima kasih.", "teks biasa"),
            (b"\x89PNG\r\n", "gambar"),
            (b"{\\rtf1", "dokumen RTF"),
        ] {
            let refusal = sniff(bytes).unwrap_err();
            assert_eq!((refusal.kode.code, refusal.kode.severity), ("B-20", Severity::Peringatan));
            assert_eq!(refusal.problem, format!("berkas ini {label}, tidak dibaca"));
        }
    }

    #[test]
    fn a_zip_without_its_end_is_cut_off() {
        assert_eq!(sniff(b"PK\x03\x04").unwrap_err().kode.code, "B-02");
        assert_eq!(sniff(b"").unwrap_err().kode.code, "B-02");
    }
}
