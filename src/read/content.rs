//! The bytes of a file: in memory, or left on the disk and read piece by piece.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

/// The whole content of one file; clones share it.
#[derive(Clone)]
pub(super) enum Content {
    Memory(Arc<Vec<u8>>),
    /// With its length in bytes.
    Disk(Arc<Mutex<File>>, u64),
}

impl Content {
    pub fn on_disk(file: File) -> io::Result<Content> {
        let length = file.metadata()?.len();
        Ok(Content::Disk(Arc::new(Mutex::new(file)), length))
    }

    pub fn len(&self) -> u64 {
        match self {
            Content::Memory(bytes) => bytes.len() as u64,
            Content::Disk(_, length) => *length,
        }
    }

    /// The bytes from here on, as many as fit; none at the end.
    pub fn read_at(&self, at: u64, buf: &mut [u8]) -> io::Result<usize> {
        match self {
            Content::Memory(bytes) => {
                let rest = usize::try_from(at).ok().and_then(|at| bytes.get(at..)).unwrap_or_default();
                let count = rest.len().min(buf.len());
                buf[..count].copy_from_slice(&rest[..count]);
                Ok(count)
            }
            Content::Disk(file, _) => {
                let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
                file.seek(SeekFrom::Start(at))?;
                file.read(buf)
            }
        }
    }

    pub fn starts_with<const N: usize>(&self, start: &[u8; N]) -> bool {
        let mut found = [0; N];
        self.reader().read_exact(&mut found).is_ok() && found == *start
    }

    /// The bytes from here to the end.
    pub fn rest(&self, at: u64) -> io::Result<Vec<u8>> {
        let mut rest = Vec::new();
        self.reader_from(at).read_to_end(&mut rest)?;
        Ok(rest)
    }

    pub fn reader(&self) -> Reader {
        self.reader_from(0)
    }

    pub fn reader_from(&self, at: u64) -> Reader {
        Reader { content: self.clone(), at }
    }
}

/// Goes through a content.
pub(super) struct Reader {
    content: Content,
    at: u64,
}

impl Read for Reader {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let count = self.content.read_at(self.at, buf)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Reader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.content.len().checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_file_on_the_disk_reads_as_in_memory() {
        let bytes: Vec<u8> = (0..100_000u32).map(|at| (at.wrapping_mul(at) >> 7) as u8).collect();
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&bytes).unwrap();
        for content in [Content::Memory(Arc::new(bytes.clone())), Content::on_disk(file).unwrap()] {
            assert_eq!(content.len(), 100_000);
            assert_eq!(content.rest(99_990).unwrap(), bytes[99_990..]);
            assert!(content.rest(100_001).unwrap().is_empty());
            let mut reader = content.reader();
            reader.seek(SeekFrom::End(-70_000)).unwrap();
            let mut read = Vec::new();
            reader.read_to_end(&mut read).unwrap();
            assert_eq!(read, bytes[30_000..]);
        }
    }
}
