//! One part of a zip, inflated chunk by chunk and looked at on the way.

use std::ops::Range;
use std::sync::Arc;

use flate2::{Crc, Decompress, FlushDecompress, Status};

use super::content::Content;
use super::passing::Passing;
use super::refusal::Refusal;
use super::scan::{Limits, Scan};
use crate::finding::catalogue;

/// Bytes inflated at a time; they stay in the processor's cache.
const CHUNK: usize = 64 * 1024;

/// Where a part stands in the file, and what its directory says of it.
#[derive(Clone)]
pub(super) struct Packed {
    pub content: Content,
    pub range: Range<u64>,
    pub deflated: bool,
    /// Size when inflated.
    pub size: u64,
    pub crc32: u32,
}

/// Inflates one part.
pub(super) struct Inflater {
    packed: Packed,
    /// `None` for a part that is stored as it is.
    decoder: Option<Decompress>,
    /// What was taken of the content last, and how much of that was used.
    input: Vec<u8>,
    used: usize,
    /// Where in the content the next bytes are.
    next: u64,
    given: u64,
    ended: bool,
    crc: Crc,
    scan: Scan,
    limits: Arc<Limits>,
}

impl Inflater {
    pub fn new(packed: &Packed, scan: Scan, limits: Arc<Limits>) -> Inflater {
        let decoder = packed.deflated.then(|| Decompress::new(false));
        let (packed, crc, next) = (packed.clone(), Crc::new(), packed.range.start);
        Inflater { packed, decoder, input: Vec::new(), used: 0, next, given: 0, ended: false, crc, scan, limits }
    }

    /// Puts the next bytes into an empty chunk. False, and nothing put, when the part has come to its end and is what
    /// its directory says.
    pub fn fill(&mut self, chunk: &mut Vec<u8>) -> Result<bool, Refusal> {
        chunk.clear();
        chunk.reserve_exact(CHUNK);
        while !self.ended && chunk.len() < CHUNK {
            self.step(chunk)?;
        }
        self.given += chunk.len() as u64;
        if self.given > self.packed.size {
            let problem = "isi berkas ini lebih besar daripada yang dinyatakannya";
            return Err(Refusal::new(&catalogue::BATAS_BERKAS, problem));
        }
        self.crc.update(chunk);
        self.scan.look(chunk, &self.limits)?;
        if chunk.is_empty() && (self.given != self.packed.size || self.crc.sum() != self.packed.crc32) {
            return Err(damaged_part());
        }
        Ok(!chunk.is_empty())
    }

    /// What the sheet told on the way.
    pub fn into_passing(self) -> Passing {
        self.scan.passing
    }

    fn step(&mut self, chunk: &mut Vec<u8>) -> Result<(), Refusal> {
        if self.used == self.input.len() {
            self.take()?;
        }
        let input = &self.input[self.used..];
        let Some(decoder) = &mut self.decoder else {
            let count = input.len().min(CHUNK - chunk.len());
            chunk.extend_from_slice(&input[..count]);
            self.used += count;
            self.ended = self.used == self.input.len() && self.next == self.packed.range.end;
            return Ok(());
        };
        let (before_in, before_out) = (decoder.total_in(), chunk.len());
        let status = decoder.decompress_vec(input, chunk, FlushDecompress::None).map_err(|_| damaged_part())?;
        let taken = (decoder.total_in() - before_in) as usize;
        self.used += taken;
        self.ended = status == Status::StreamEnd;
        if !self.ended && taken == 0 && chunk.len() == before_out {
            return Err(damaged_part());
        }
        Ok(())
    }
}

impl Inflater {
    /// Takes the next packed bytes; at the end of the part there are none.
    fn take(&mut self) -> Result<(), Refusal> {
        let left = self.packed.range.end - self.next;
        self.input.resize(CHUNK.min(usize::try_from(left).unwrap_or(CHUNK)), 0);
        let count = self.packed.content.read_at(self.next, &mut self.input).map_err(|_| damaged_part())?;
        self.input.truncate(count);
        (self.used, self.next) = (0, self.next + count as u64);
        if count == 0 && left > 0 { Err(damaged_part()) } else { Ok(()) }
    }
}

fn damaged_part() -> Refusal {
    Refusal::new(&catalogue::BERKAS_RUSAK, "sebagian isi berkas ini rusak")
}
