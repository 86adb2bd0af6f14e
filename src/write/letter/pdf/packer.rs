//! Deflate, with one compressor used again and again: setting one up costs more than packing a small stream.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Object, Stream};

/// Streams shorter than this gain nothing worth their filter.
const SHORTEST: usize = 200;

/// Packs streams. What it has packed before changes no byte of what it packs next.
pub struct Packer {
    compressor: Compress,
}

impl Default for Packer {
    fn default() -> Packer {
        Packer { compressor: Compress::new(Compression::new(6), true) }
    }
}

impl Packer {
    /// The bytes in zlib form.
    pub fn deflate(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.compressor.reset();
        let mut packed = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let taken = self.compressor.total_in() as usize;
            let status = self.compressor.compress_vec(&bytes[taken..], &mut packed, FlushCompress::Finish);
            match status.expect("deflating from memory to memory does not fail") {
                Status::StreamEnd => return packed,
                Status::Ok | Status::BufError => packed.reserve(bytes.len() / 2 + 64),
            }
        }
    }

    /// Packs an object that is a stream without a filter, where that makes it shorter.
    pub fn pack(&mut self, object: &mut Object) {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && stream.content.len() >= SHORTEST
            && !stream.dict.has(b"Filter")
        {
            let packed = self.deflate(&stream.content);
            set_packed(stream, packed);
        }
    }
}

/// Gives a stream its packed content.
pub fn set_packed(stream: &mut Stream, packed: Vec<u8>) {
    stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    stream.set_content(packed);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_was_packed_before_leaves_no_trace() {
        let (first, second) = ("Keputusan Bupati ".repeat(500), "0 1 2 3 4 5 6 7 8 9 ".repeat(300));
        let mut used = Packer::default();
        used.deflate(first.as_bytes());
        let packed = used.deflate(second.as_bytes());
        assert_eq!(packed, Packer::default().deflate(second.as_bytes()));
        let mut unpacked = String::new();
        flate2::read::ZlibDecoder::new(&packed[..]).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, second);
    }
}
