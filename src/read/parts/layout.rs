//! The archive written anew with every part stored plain: where its parts lie, and the headers that say so.

use zip::CompressionMethod;

use crate::read::content::Content;
use crate::read::inflate::Packed;
use crate::read::refusal::Refusal;
use crate::read::{book, guard};

const LOCAL: usize = 30;
const CENTRAL: usize = 46;

/// Name and packed bytes of a part, as the file has them.
pub(super) fn packed(archive: &mut guard::Zip, index: usize, content: &Content) -> Result<(Vec<u8>, Packed), Refusal> {
    let part = archive.by_index_raw(index).map_err(guard::refuse_zip)?;
    let deflated = match part.compression() {
        CompressionMethod::Stored => false,
        CompressionMethod::Deflated => true,
        _ => return Err(guard::unknown_packing()),
    };
    let start = part.data_start().ok_or_else(book::damaged)?;
    let end = start.saturating_add(part.compressed_size());
    if end > content.len() {
        return Err(book::cut_off());
    }
    let (size, crc32) = (part.size(), part.crc32());
    Ok((part.name_raw().to_vec(), Packed { content: content.clone(), range: start..end, deflated, size, crc32 }))
}

/// The two headers of a part.
pub(super) struct Header {
    pub local: Vec<u8>,
    pub central: Vec<u8>,
}

/// APPNOTE.TXT 4.3.7 and 4.3.12: version 2.0, stored, first day of 1980.
pub(super) fn header(at: u64, name: &[u8], packed: &Packed) -> Header {
    let flags: u16 = if !name.is_ascii() && std::str::from_utf8(name).is_ok() { 0x0800 } else { 0 };
    let mut common = Vec::with_capacity(CENTRAL);
    for word in [20, flags, 0, 0, 0x21] {
        common.extend(word.to_le_bytes());
    }
    for word in [packed.crc32, packed.size as u32, packed.size as u32] {
        common.extend(word.to_le_bytes());
    }
    common.extend((name.len() as u16).to_le_bytes());
    common.extend([0, 0]);
    let local = [b"PK\x03\x04", &common[..], name].concat();
    // No comment, first disk, no attributes.
    let central = [b"PK\x01\x02\x14\x00", &common[..], &[0; 10], &(at as u32).to_le_bytes(), name].concat();
    debug_assert!(local.len() == LOCAL + name.len() && central.len() == CENTRAL + name.len());
    Header { local, central }
}

/// APPNOTE.TXT 4.3.16.
pub(super) fn end_of_directory(count: u16, length: u32, at: u32) -> Vec<u8> {
    let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
    end.extend([count, count].into_iter().flat_map(u16::to_le_bytes));
    end.extend([length, at].into_iter().flat_map(u32::to_le_bytes));
    end.extend([0, 0]);
    end
}
