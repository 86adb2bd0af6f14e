//! What a file really is, told by its first bytes and never by its name.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::ole;
use super::refusal::Refusal;
use crate::finding::catalogue;
use crate::model::cells::Format;

const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";
/// A CSV opened by a double click turns NIPs into numbers, so the advice must keep them text.
const IMPORT: &str = "Di Excel pilih Data › Dari Teks/CSV, beri kolom NIP tipe Teks, lalu simpan sebagai .xlsx.";
const RESAVE: &str =
    "Buka berkas di Excel atau LibreOffice, pastikan NIP tampil utuh 18 angka, lalu simpan sebagai .xlsx.";
const UNPACK: &str = "Buka arsip itu, lalu taruh buku kerja di dalamnya ke folder masuk.";
const OTHER: &str = "Taruh datanya di buku kerja .xlsx, atau keluarkan berkas ini dari folder masuk.";

/// The workbook format of the content, or why it is none.
pub(super) fn sniff(bytes: &[u8]) -> Result<Format, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::new(&catalogue::BERKAS_TERPOTONG, "berkas ini kosong, 0 bita"));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return zip(bytes);
    }
    if ole::is_ole(bytes) {
        return compound(bytes);
    }
    Err(foreign(bytes))
}

/// File name endings that fit a format; the first is the one to advise.
pub(super) fn endings(format: Format) -> &'static [&'static str] {
    match format {
        Format::Xlsx => &["xlsx", "xlsm", "xltx", "xltm"],
        Format::Xlsb => &["xlsb"],
        Format::Xls => &["xls", "xlt"],
        Format::Ods => &["ods", "ots"],
        Format::Unknown => &[],
    }
}

fn zip(bytes: &[u8]) -> Result<Format, Refusal> {
    let cut = || Refusal::new(&catalogue::BERKAS_TERPOTONG, "bagian akhir berkas ini tidak ada");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| cut())?;
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

fn foreign(bytes: &[u8]) -> Refusal {
    let start = &bytes[..bytes.len().min(4096)];
    let text = decode(start);
    let lower = text.trim_start_matches('\u{feff}').trim_start().to_lowercase();
    if lower.starts_with('<') {
        return if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            not_a_workbook("XML Spreadsheet 2003", RESAVE)
        } else if ["<html", "<table", "<!doctype html", "<body"].iter().any(|tag| lower.contains(tag)) {
            not_a_workbook("halaman web (HTML)", RESAVE)
        } else {
            not_a_workbook("berkas XML", RESAVE)
        };
    }
    match start {
        [b'%', b'P', b'D', b'F', ..] => a_paper("dokumen PDF"),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, ..] | [b'G', b'I', b'F', b'8', ..] => a_paper("gambar"),
        [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xBC, 0xAF, ..] => not_a_workbook("arsip RAR atau 7z", UNPACK),
        [0x09, 0x00 | 0x02 | 0x04 | 0x08, ..] => not_a_workbook("lembar kerja Excel versi sangat lama", RESAVE),
        _ if lower.starts_with("{\\rtf") => a_paper("dokumen RTF"),
        _ if looks_like_text(&text) => match separator(&text) {
            Some(name) => not_a_workbook(&format!("teks (CSV) dengan pemisah {name}"), IMPORT),
            None => a_paper("teks biasa"),
        },
        _ => not_a_workbook("berkas yang bentuknya tidak dikenal", OTHER),
    }
}

fn not_a_workbook(what: &str, remedy: &str) -> Refusal {
    Refusal::new(&catalogue::FORMAT_ASING, format!("isi berkas ini sebenarnya {what}")).with_remedy(remedy)
}

/// What a letter or a note is that lies beside the workbooks: told, but no fault.
fn a_paper(what: &str) -> Refusal {
    Refusal::new(&catalogue::BUKAN_BUKU_KERJA, format!("berkas ini {what}, tidak dibaca"))
}

/// The sign that parts the columns of a CSV, in words.
fn separator(text: &str) -> Option<&'static str> {
    let line = text.lines().next().unwrap_or_default();
    let separators = [(';', "titik koma"), ('\t', "tab"), (',', "koma")];
    separators.iter().find(|(sign, _)| line.matches(*sign).count() >= 2).map(|(_, name)| *name)
}

fn looks_like_text(text: &str) -> bool {
    let strange = text.chars().filter(|&c| c == '\u{fffd}' || (c.is_control() && !c.is_whitespace())).count();
    strange * 50 <= text.chars().count()
}

/// UTF-16 with a byte order mark, else UTF-8 with replacement.
fn decode(bytes: &[u8]) -> String {
    let units = |order: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|b| order([b[0], b[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    #[test]
    fn what_is_no_workbook_is_named() {
        for (bytes, label) in [
            (&b"<html><table>"[..], "halaman web (HTML)"),
            (b"\xEF\xBB\xBF<!DOCTYPE html>", "halaman web (HTML)"),
            (
                b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                "XML Spreadsheet 2003",
            ),
            (b"NIP;NAMA;GOL\n1;2;3", "teks (CSV) dengan pemisah titik koma"),
            (b"NIP,NAMA,GOL\n1,2,3", "teks (CSV) dengan pemisah koma"),
            (b"\xFF\xFEN\0I\0P\0\t\0A\0\t\0B\0", "teks (CSV) dengan pemisah tab"),
            (b"\x00\x01\x02\x03", "berkas yang bentuknya tidak dikenal"),
        ] {
            let refusal = sniff(bytes).unwrap_err();
            assert_eq!(refusal.kode.code, "B-01");
            assert_eq!(refusal.problem, format!("isi berkas ini sebenarnya {label}"));
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
