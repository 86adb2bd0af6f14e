//! Guards at a file's edge: size before allocation, integrity before trust, and no panic beyond the file.

use std::cell::Cell;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use zip::ZipArchive;
use zip::result::ZipError;

use super::refusal::Refusal;
use crate::finding::catalogue;
use crate::settings::Batas;

const MB: u64 = 1024 * 1024;
/// Parts smaller than this may be squeezed as hard as they like.
const SMALL_PART: u64 = 16 * MB;
/// Real sheets shrink to a tenth, rarely to a fiftieth; deflate's own limit is 1032.
const MOST_RATIO: u64 = 250;

/// Refuses a file that is too large to be taken into memory.
pub(super) fn check_length(bytes: u64, batas: &Batas) -> Result<(), Refusal> {
    if bytes <= batas.berkas_mb * MB {
        return Ok(());
    }
    let problem = format!("besar berkas {} MB, melewati batas {} MB", bytes.div_ceil(MB), batas.berkas_mb);
    Err(Refusal::new(&catalogue::BATAS_BERKAS, problem))
}

/// Looks over a zip before anything is parsed: what the parts say they hold, then whether they hold just that.
/// Every part is inflated once and its checksum compared, since the reader stops early and would not notice damage.
pub(super) fn check_zip(bytes: &[u8], batas: &Batas) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(refuse_zip)?;
    let mut total = 0u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(refuse_zip)?;
        if part.encrypted() {
            return Err(Refusal::new(&catalogue::BERKAS_SANDI, "isi berkas ini dikunci kata sandi"));
        }
        total = total.saturating_add(part.size());
        if part.size() > SMALL_PART && part.size() / MOST_RATIO > part.compressed_size() {
            return Err(Refusal::new(&catalogue::BATAS_BERKAS, "isi berkas ini dimampatkan jauh di luar kewajaran"));
        }
    }
    if total > batas.isi_mb * MB {
        let problem =
            format!("isi berkas ini {} MB setelah dibuka, melewati batas {} MB", total.div_ceil(MB), batas.isi_mb);
        return Err(Refusal::new(&catalogue::BATAS_BERKAS, problem));
    }
    let mut buffer = vec![0u8; 64 * 1024];
    for index in 0..archive.len() {
        if !archive.name_for_index(index).is_some_and(|name| name.is_ok_and(|name| name.contains("media/"))) {
            check_part(&mut archive, index, &mut buffer)?;
        }
    }
    Ok(())
}

fn check_part(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize, buffer: &mut [u8]) -> Result<(), Refusal> {
    let mut part = archive.by_index(index).map_err(refuse_zip)?;
    let declared = part.size();
    let mut inflated = 0u64;
    loop {
        match part.read(buffer) {
            Ok(0) => break,
            Ok(count) => inflated += count as u64,
            Err(_) => return Err(Refusal::new(&catalogue::BERKAS_RUSAK, "sebagian isi berkas ini rusak")),
        }
        if inflated > declared {
            return Err(Refusal::new(
                &catalogue::BATAS_BERKAS,
                "isi berkas ini lebih besar daripada yang dinyatakannya",
            ));
        }
    }
    Ok(())
}

/// Whether the rows of every sheet of an xlsx stand in order, told by their numbers alone. Nearly all files do;
/// the others must be sorted in memory.
pub(super) fn rows_ascend(bytes: &[u8]) -> Result<bool, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(refuse_zip)?;
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

fn refuse_zip(error: ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(_) => {
            Refusal::new(&catalogue::BERKAS_RUSAK, "berkas ini dimampatkan dengan cara yang tidak dikenal")
        }
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
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn packed(size: usize, byte: impl Fn(usize) -> u8) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
        let data: Vec<u8> = (0..size).map(byte).collect();
        zip.write_all(&data).unwrap();
        zip.finish().unwrap().into_inner()
    }

    fn batas() -> Batas {
        Batas { berkas_mb: 1, isi_mb: 40, sel_per_lembar: 1000 }
    }

    #[test]
    fn a_bomb_is_refused_by_what_it_declares() {
        let refusal = check_zip(&packed(20 * MB as usize, |_| b' '), &batas()).unwrap_err();
        assert_eq!(refusal.kode.code, "B-06");
        assert!(refusal.problem.contains("dimampatkan"));
    }

    #[test]
    fn contents_over_the_limit_are_refused() {
        let data = packed(41 * MB as usize, |i| (i.wrapping_mul(2_654_435_761) >> 13) as u8 & 3);
        let refusal = check_zip(&data, &batas()).unwrap_err();
        assert_eq!(refusal.problem, "isi berkas ini 41 MB setelah dibuka, melewati batas 40 MB");
    }

    #[test]
    fn a_changed_byte_is_damage() {
        let mut data = packed(5000, |i| (i * i) as u8);
        assert_eq!(check_zip(&data, &batas()), Ok(()));
        data[200] ^= 0xFF;
        assert_eq!(check_zip(&data, &batas()).unwrap_err().kode.code, "B-03");
    }

    #[test]
    fn a_part_that_declares_too_little_is_refused() {
        let mut data = packed(100_000, |i| (i % 7) as u8);
        let size = 100_000u32.to_le_bytes();
        let at = (0..data.len() - 4).rev().find(|&i| data[i..i + 4] == size).expect("the directory holds the size");
        data[at..at + 4].copy_from_slice(&10u32.to_le_bytes());
        assert!(check_zip(&data, &batas()).is_err());
    }

    #[test]
    fn a_panic_stays_at_the_edge() {
        let refusal = at_the_edge::<()>(|| panic!("broken record")).unwrap_err();
        assert_eq!(refusal.kode.code, "B-07");
        assert_eq!(at_the_edge(|| Ok(1)), Ok(1));
    }
}
