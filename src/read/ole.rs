//! The frame of an OLE2 file: the names of its streams, and whether its chains of sectors end.
//! The reader crate follows such chains without a bound, so a circle would eat all memory.

const MAGIC: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FIRST_RESERVED: u32 = 0xFFFF_FFFA;

/// Whether the bytes begin as an OLE2 file does.
pub(super) fn is_ole(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC)
}

/// The names of all streams and storages. `None` when the frame is broken or a chain never ends.
pub(super) fn stream_names(bytes: &[u8]) -> Option<Vec<String>> {
    Some(Frame::open(bytes)?.directory.chunks_exact(ENTRY).filter_map(entry_name).collect())
}

/// The content of the first stream that has one of these names.
pub(super) fn stream(bytes: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let frame = Frame::open(bytes)?;
    let entries = || frame.directory.chunks_exact(ENTRY);
    let is_wanted = |entry: &&[u8]| entry_name(entry).is_some_and(|name| names.contains(&&*name));
    let entry = entries().find(is_wanted)?;
    let (start, size) = (u32_at(entry, 116)?, u32_at(entry, 120)?);
    let mut content = if size >= u32_at(bytes, 56)? {
        frame.file.chain(start, &frame.fat)?
    } else {
        // Small streams lie together in one, that of the root.
        let small = frame.file.chain(u32_at(entries().next()?, 116)?, &frame.fat)?;
        small_chain(&small, start, &frame.mini_fat)?
    };
    content.truncate(size as usize);
    Some(content)
}

/// Bytes of an entry of the directory.
const ENTRY: usize = 128;
/// Bytes of a sector of small streams.
const SMALL: usize = 64;

struct Frame<'a> {
    file: Sectors<'a>,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    directory: Vec<u8>,
}

impl Frame<'_> {
    fn open(bytes: &[u8]) -> Option<Frame<'_>> {
        let size = match u16_at(bytes, 30)? {
            9 => 512usize,
            12 => 4096,
            _ => return None,
        };
        let file = Sectors { bytes, size };
        let fat = file.fat()?;
        if has_circle(&fat) {
            return None;
        }
        let mini_fat = words(&file.chain(u32_at(bytes, 60)?, &fat)?);
        if has_circle(&mini_fat) {
            return None;
        }
        let directory = file.chain(u32_at(bytes, 48)?, &fat)?;
        Some(Frame { file, fat, mini_fat, directory })
    }
}

/// A stream among the small ones, by a chain that is known to end.
fn small_chain(small: &[u8], start: u32, mini_fat: &[u32]) -> Option<Vec<u8>> {
    let (mut out, mut id) = (Vec::new(), start);
    while id < FIRST_RESERVED {
        let at = (id as usize).checked_mul(SMALL)?;
        out.extend_from_slice(small.get(at..(at + SMALL).min(small.len()))?);
        id = *mini_fat.get(id as usize)?;
    }
    Some(out)
}

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
}

impl Sectors<'_> {
    fn get(&self, id: u32) -> Option<&[u8]> {
        let start = (id as usize + 1).checked_mul(self.size)?;
        let end = (start + self.size).min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The file allocation table: for each sector the one that follows it.
    fn fat(&self) -> Option<Vec<u32>> {
        let mut list = words(self.bytes.get(76..512)?);
        let mut next = u32_at(self.bytes, 68)?;
        let most = self.bytes.len() / self.size + 1;
        while next < FIRST_RESERVED {
            if list.len() > most + 109 {
                return None;
            }
            list.extend(words(self.get(next)?));
            next = list.pop()?;
        }
        let mut fat = Vec::new();
        for id in list.into_iter().filter(|&id| id < FIRST_RESERVED) {
            fat.extend(words(self.get(id)?));
        }
        Some(fat)
    }

    /// The bytes of a chain that is known to end.
    fn chain(&self, start: u32, fat: &[u32]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut id = start;
        while id < FIRST_RESERVED {
            out.extend_from_slice(self.get(id)?);
            id = *fat.get(id as usize)?;
        }
        (id == END_OF_CHAIN).then_some(out)
    }
}

/// Whether following the table from some entry never ends.
fn has_circle(table: &[u32]) -> bool {
    let mut walk = vec![0u32; table.len()];
    for start in 0..table.len() {
        let this = start as u32 + 1;
        let mut at = start;
        while walk[at] == 0 {
            walk[at] = this;
            match table[at] as usize {
                next if next < table.len() => at = next,
                _ => break,
            }
            if walk[at] == this {
                return true;
            }
        }
    }
    false
}

fn entry_name(entry: &[u8]) -> Option<String> {
    let length = usize::from(u16_at(entry, 64)?);
    let units: Vec<u16> =
        entry.get(..length.min(64))?.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).collect();
    let name = String::from_utf16_lossy(&units);
    let name = name.trim_end_matches('\0');
    (!name.is_empty()).then(|| name.to_string())
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_of_sectors_is_seen() {
        const END: u32 = END_OF_CHAIN;
        assert!(!has_circle(&[1, 2, END, 2, 0xFFFF_FFFF]));
        assert!(has_circle(&[1, 2, 0]));
        assert!(has_circle(&[END, 1]));
        assert!(!has_circle(&[]));
    }

    #[test]
    fn a_file_that_stops_after_its_magic_has_no_names() {
        assert!(is_ole(&MAGIC));
        assert_eq!(stream_names(&MAGIC), None);
    }
}
