//! Guards at a file's edge: size before allocation, integrity before trust, and no panic beyond the file.

use std::cell::Cell;
use std::io::{BufReader, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use zip::ZipArchive;
use zip::result::ZipError;

use super::content::{Content, Reader};
use super::refusal::Refusal;
use crate::finding::catalogue;
use crate::settings::Batas;

const MB: u64 = 1024 * 1024;
/// Parts smaller than this may be squeezed as hard as they like.
const SMALL_PART: u64 = 16 * MB;
/// Real sheets shrink to a tenth, rarely to a fiftieth; deflate's own limit is 1032.
const MOST_RATIO: u64 = 250;
/// Workbooks with a picture in every row have some thousand parts.
const MOST_PARTS: u64 = 20_000;
/// What a zip can hold without its extension to 64 bits.
const MOST_CONTENT_MB: u64 = 4_000;
/// The end of the directory with the longest comment.
const LONGEST_END: u64 = 22 + 0xFFFF;

/// A zip whose bytes are in memory or on the disk.
pub(super) type Zip = ZipArchive<BufReader<Reader>>;

pub(super) fn open_zip(content: &Content) -> Result<Zip, ZipError> {
    ZipArchive::new(BufReader::new(content.reader()))
}

/// Refuses a file that is too large to be taken into memory.
pub(super) fn check_length(bytes: u64, batas: &Batas) -> Result<(), Refusal> {
    if bytes <= batas.berkas_mb * MB {
        return Ok(());
    }
    let problem = format!("besar berkas {} MB, melewati batas {} MB", bytes.div_ceil(MB), batas.berkas_mb);
    Err(Refusal::new(&catalogue::BATAS_BERKAS, problem))
}

/// Looks over a zip by its directory, before anything is inflated: how many parts it has, and what they say they hold.
pub(super) fn check_zip(content: &Content, batas: &Batas) -> Result<Zip, Refusal> {
    let parts = declared_parts(content).unwrap_or(0);
    if parts > MOST_PARTS {
        let problem = format!("berkas ini terdiri atas {parts} bagian, melewati batas {MOST_PARTS}");
        return Err(Refusal::new(&catalogue::BATAS_BERKAS, problem));
    }
    let mut archive = open_zip(content).map_err(refuse_zip)?;
    let mut total = 0u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(refuse_zip)?;
        if part.encrypted() {
            return Err(Refusal::new(&catalogue::BERKAS_SANDI, "isi berkas ini dikunci kata sandi"));
        }
        total = total.saturating_add(part.size());
        if part.size() > SMALL_PART && part.size() / MOST_RATIO > part.compressed_size() {
            let ratio = part.size() / part.compressed_size().max(1);
            let problem = format!(
                "isi berkas ini dimampatkan jauh di luar kewajaran: {ratio} kali, melewati batas {MOST_RATIO} kali"
            );
            return Err(Refusal::new(&catalogue::BATAS_BERKAS, problem));
        }
    }
    let most = batas.isi_mb.min(MOST_CONTENT_MB);
    if total > most * MB {
        let problem = format!("isi berkas ini {} MB setelah dibuka, melewati batas {most} MB", total.div_ceil(MB));
        return Err(Refusal::new(&catalogue::BATAS_BERKAS, problem));
    }
    Ok(archive)
}

/// How many parts the end of the directory says there are (APPNOTE.TXT 4.3.14 and 4.3.16). `None` where it says
/// nothing; then the archive cannot be opened either.
fn declared_parts(content: &Content) -> Option<u64> {
    let number = |at: u64, length: usize| {
        let mut digits = [0; 8];
        content.reader_from(at).read_exact(&mut digits[..length]).ok()?;
        Some(u64::from_le_bytes(digits))
    };
    let from = content.len().saturating_sub(LONGEST_END);
    let end = from + content.rest(from).ok()?.windows(4).rposition(|window| window == b"PK\x05\x06")? as u64;
    match number(end + 10, 2)? {
        0xFFFF => {
            let locator = end.checked_sub(20)?;
            let record = number(locator + 8, 8)?;
            Some(number(record.checked_add(32)?, 8).unwrap_or(u64::MAX))
        }
        parts => Some(parts),
    }
}

/// Whether the rows of every sheet of an xlsx stand in order, told by their numbers alone. Nearly all files do;
/// the others must be sorted in memory.
pub(super) fn rows_ascend(content: &Content) -> Result<bool, Refusal> {
    let mut archive = open_zip(content).map_err(refuse_zip)?;
    let mut buffer = vec![0u8; 256 * 1024];
    for index in 0..archive.len() {
        let is_sheet = |name: &str| name.contains("worksheets") && name.ends_with(".xml");
        if !archive.name_for_index(index).is_some_and(|name| name.is_ok_and(|name| is_sheet(&name))) {
            continue;
        }
        let mut part = archive.by_index(index).map_err(refuse_zip)?;
        let (mut last, mut held) = (0, 0);
        loop {
            let count = part.read(&mut buffer[held..]).map_err(|_| refuse_zip(ZipError::FileNotFound))?;
            let filled = held + count;
            if !numbers_ascend(&buffer[..filled], &mut last) {
                return Ok(false);
            }
            if count == 0 {
                break;
            }
            // A tag may be cut by the end of the buffer; its beginning is looked at again with the next part.
            held = filled.min(TAG);
            buffer.copy_within(filled - held..filled, 0);
        }
    }
    Ok(true)
}

/// Longest beginning of a row tag up to the end of its number.
const TAG: usize = 40;

fn numbers_ascend(xml: &[u8], last: &mut u64) -> bool {
    let mut rest = xml;
    while let Some(at) = rest.windows(8).position(|window| window == b"<row r=\"") {
        rest = &rest[at + 8..];
        let Some(end) = rest.iter().take(TAG).position(|&b| b == b'"') else { return true };
        let number =
            rest[..end].iter().fold(0u64, |n, b| n.wrapping_mul(10).wrapping_add(u64::from(b.wrapping_sub(b'0'))));
        if number < *last {
            return false;
        }
        *last = number;
    }
    true
}

pub(super) fn unknown_packing() -> Refusal {
    Refusal::new(&catalogue::BERKAS_RUSAK, "berkas ini dimampatkan dengan cara yang tidak dikenal")
}

pub(super) fn refuse_zip(error: ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(_) => unknown_packing(),
        _ => Refusal::new(&catalogue::BERKAS_RUSAK, "susunan berkas ini rusak"),
    }
}

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs the reading of one file; a panic inside becomes the refusal of that file.
pub(super) fn at_the_edge<T>(read: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    hush();
    let before = QUIET.replace(true);
    let result = catch_unwind(AssertUnwindSafe(read));
    QUIET.set(before);
    result.unwrap_or_else(|_| {
        Err(Refusal::new(&catalogue::PEMBACA_GAGAL, "susunan isi berkas ini tidak dapat diikuti oleh pembaca"))
    })
}

/// Panics that become findings are not printed; all others go to the hook that was there before.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                before(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::parts::Parts;
    use crate::settings::Settings;
    use std::io::{Cursor, Write};
    use std::sync::Arc;
    use zip::write::SimpleFileOptions;

    fn packed(size: usize, byte: impl Fn(usize) -> u8) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
        let data: Vec<u8> = (0..size).map(byte).collect();
        zip.write_all(&data).unwrap();
        zip.finish().unwrap().into_inner()
    }

    fn batas() -> Batas {
        Batas { berkas_mb: 1, isi_mb: 40, sel_per_lembar: 1000, ..Settings::default().batas }
    }

    /// Opens an archive and goes through all of it.
    fn check(bytes: Vec<u8>) -> Result<(), Refusal> {
        Parts::open(&Content::Memory(Arc::new(bytes)), &batas())?.verify()
    }

    #[test]
    fn a_bomb_is_refused_by_what_it_declares() {
        let refusal = check(packed(20 * MB as usize, |_| b' ')).unwrap_err();
        assert_eq!(refusal.kode.code, "B-06");
        assert!(refusal.problem.contains("dimampatkan"));
    }

    #[test]
    fn contents_over_the_limit_are_refused() {
        let data = packed(41 * MB as usize, |i| (i.wrapping_mul(2_654_435_761) >> 13) as u8 & 3);
        let refusal = check(data).unwrap_err();
        assert_eq!(refusal.problem, "isi berkas ini 41 MB setelah dibuka, melewati batas 40 MB");
    }

    #[test]
    fn a_changed_byte_is_damage() {
        let mut data = packed(5000, |i| (i * i) as u8);
        assert_eq!(check(data.clone()), Ok(()));
        data[200] ^= 0xFF;
        assert_eq!(check(data).unwrap_err().kode.code, "B-03");
    }

    #[test]
    fn a_part_that_declares_too_little_is_refused() {
        let mut data = packed(100_000, |i| (i % 7) as u8);
        let size = 100_000u32.to_le_bytes();
        let at = (0..data.len() - 4).rev().find(|&i| data[i..i + 4] == size).expect("the directory holds the size");
        data[at..at + 4].copy_from_slice(&10u32.to_le_bytes());
        assert_eq!(check(data).unwrap_err().kode.code, "B-06");
    }

    #[test]
    fn a_panic_stays_at_the_edge() {
        let refusal = at_the_edge::<()>(|| panic!("broken record")).unwrap_err();
        assert_eq!(refusal.kode.code, "B-07");
        assert_eq!(at_the_edge(|| Ok(1)), Ok(1));
    }
}
