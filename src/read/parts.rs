//! A zip as the reader crates see it: every part plain. A part is inflated once, while it is read, and looked at on
//! the way: what it really holds, whether its checksum holds, and whether it is meant to wear a reader out. The reader
//! crates stop early and would not notice damage; what they leave is gone through by `verify`.

use std::cell::RefCell;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};

use zip::{CompressionMethod, ZipArchive};

use super::deadline::Deadline;
use super::inflate::{Inflater, Packed};
use super::passing::Passing;
use super::refusal::Refusal;
use super::scan::{Limits, Scan, most_strings};
use super::{book, guard};
use crate::settings::Batas;

/// From this size on a part is inflated by a thread of its own, ahead of the reader.
const AHEAD: u64 = 8 * 1024 * 1024;
/// Chunks that such a thread may be ahead.
const CHUNKS_AHEAD: usize = 8;
const LOCAL: usize = 30;
const CENTRAL: usize = 46;

/// Handle on one archive; clones share it.
#[derive(Clone)]
pub(super) struct Parts(Rc<RefCell<Archive>>);

/// The archive laid out as if nothing in it were compressed.
struct Archive {
    parts: Vec<Part>,
    /// Central directory and end record, and where they begin.
    directory: Vec<u8>,
    directory_at: u64,
    at: u64,
    flowing: Option<Flowing>,
    refusal: Option<Refusal>,
    /// What the sheet told that was last gone through.
    passing: Option<Rc<Passing>>,
    limits: Arc<Limits>,
    deadline: Deadline,
}

/// One part. Pictures are not looked at.
struct Part {
    /// Where its local header begins.
    at: u64,
    header: Vec<u8>,
    packed: Packed,
    scan: Scan,
    is_picture: bool,
    verified: bool,
}

impl Part {
    fn data_at(&self) -> u64 {
        self.at + self.header.len() as u64
    }

    fn end(&self) -> u64 {
        self.data_at() + self.packed.size
    }
}

/// A part that is being inflated.
struct Flowing {
    part: usize,
    chunk: Vec<u8>,
    /// Bytes of the part before this chunk.
    before: u64,
    feed: Feed,
    /// Once it has ended.
    passing: Option<Passing>,
}

enum Feed {
    Here(Box<Inflater>),
    Ahead(Receiver<Result<Step, Refusal>>),
    Ended,
}

/// What a thread that inflates ahead hands over.
enum Step {
    Chunk(Vec<u8>),
    End(Passing),
}

impl Parts {
    /// Looks over a zip before anything is parsed: what the parts say they hold, and how they are packed.
    pub fn open(bytes: &Arc<Vec<u8>>, batas: &Batas) -> Result<Parts, Refusal> {
        let mut archive = guard::check_zip(bytes, batas)?;
        let mut parts = Vec::with_capacity(archive.len());
        let mut directory = Vec::new();
        let mut at = 0;
        for index in 0..archive.len() {
            let (name, packed) = packed(&mut archive, index, bytes)?;
            let header = header(at, &name, &packed);
            directory.extend_from_slice(&header.central);
            let name = String::from_utf8_lossy(&name).replace('\\', "/").to_ascii_lowercase();
            let (scan, is_picture) = (Scan::of(&name), name.contains("media/"));
            let part = Part { at, header: header.local, packed, scan, is_picture, verified: false };
            at = part.end();
            parts.push(part);
        }
        let length = directory.len() as u32;
        directory.extend(end_of_directory(parts.len() as u16, length, at as u32));
        let (limits, deadline) = (Arc::new(Limits::of(batas)), Deadline::of(batas));
        let (flowing, refusal, passing) = (None, None, None);
        let archive =
            Archive { parts, directory, directory_at: at, at: 0, flowing, refusal, passing, limits, deadline };
        archive.check_strings()?;
        Ok(Parts(Rc::new(RefCell::new(archive))))
    }

    /// Why the guards ended the reading, if they did: the reader crate only says that it could not go on.
    pub fn refusal(&self) -> Option<Refusal> {
        self.0.borrow().refusal.clone()
    }

    /// What the sheet that was read last tells beside its cells; the rest of its part is gone through for that.
    pub fn passing(&self) -> Option<Rc<Passing>> {
        let mut archive = self.0.borrow_mut();
        if let Err(refusal) = archive.leave() {
            archive.refusal.get_or_insert(refusal);
        }
        archive.passing.clone()
    }

    /// Goes through all that has not been read, so that damage anywhere is known.
    pub fn verify(&self) -> Result<(), Refusal> {
        self.0.borrow_mut().verify()
    }
}

fn packed(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    bytes: &Arc<Vec<u8>>,
) -> Result<(Vec<u8>, Packed), Refusal> {
    let part = archive.by_index_raw(index).map_err(guard::refuse_zip)?;
    let deflated = match part.compression() {
        CompressionMethod::Stored => false,
        CompressionMethod::Deflated => true,
        _ => return Err(guard::unknown_packing()),
    };
    let start = part.data_start().ok_or_else(book::damaged)?;
    let end = start.saturating_add(part.compressed_size());
    let range = Range { start: start as usize, end: end as usize };
    bytes.get(range.clone()).ok_or_else(book::cut_off)?;
    let (size, crc32) = (part.size(), part.crc32());
    Ok((part.name_raw().to_vec(), Packed { bytes: bytes.clone(), range, deflated, size, crc32 }))
}

/// The two headers of a part.
struct Header {
    local: Vec<u8>,
    central: Vec<u8>,
}

/// APPNOTE.TXT 4.3.7 and 4.3.12: version 2.0, stored, first day of 1980.
fn header(at: u64, name: &[u8], packed: &Packed) -> Header {
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
fn end_of_directory(count: u16, length: u32, at: u32) -> Vec<u8> {
    let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
    end.extend([count, count].into_iter().flat_map(u16::to_le_bytes));
    end.extend([length, at].into_iter().flat_map(u32::to_le_bytes));
    end.extend([0, 0]);
    end
}

impl Archive {
    /// The reader crate makes room for as many shared strings as the part says it has.
    fn check_strings(&self) -> Result<(), Refusal> {
        for part in self.parts.iter().filter(|part| part.scan.is_strings()) {
            let mut start = Vec::new();
            Inflater::new(&part.packed, Scan::nothing(), self.limits.clone()).fill(&mut start)?;
            most_strings(&start, &part.packed, &self.limits)?;
        }
        Ok(())
    }

    fn verify(&mut self) -> Result<(), Refusal> {
        self.leave()?;
        for index in 0..self.parts.len() {
            if !self.parts[index].verified && !self.parts[index].is_picture {
                self.flowing = Some(self.begin(index, false));
                self.leave()?;
            }
        }
        self.refusal.clone().map_or(Ok(()), Err)
    }

    /// Ends the part that is being inflated, the rest of it only looked at.
    fn leave(&mut self) -> Result<(), Refusal> {
        let needed = |flowing: &Flowing| !self.parts[flowing.part].verified;
        if self.flowing.as_ref().is_some_and(needed) {
            while self.step()? {}
        }
        self.flowing = None;
        Ok(())
    }

    /// Takes the next chunk of the part that is being inflated; false when it has ended and is sound.
    fn step(&mut self) -> Result<bool, Refusal> {
        let Some(flowing) = &mut self.flowing else { return Ok(false) };
        self.deadline.check()?;
        let more = flowing.next()?;
        if !more {
            self.parts[flowing.part].verified = true;
            if let Some(passing) = flowing.passing.take().filter(|_| self.parts[flowing.part].scan.is_sheet()) {
                self.passing = Some(Rc::new(passing));
            }
        }
        Ok(more)
    }

    fn begin(&self, index: usize, ahead: bool) -> Flowing {
        let part = &self.parts[index];
        let inflater = Inflater::new(&part.packed, part.scan.clone(), self.limits.clone());
        let is_large = part.packed.size >= AHEAD && rayon::current_num_threads() > 1;
        let feed =
            if ahead && is_large { Feed::Ahead(inflate_ahead(inflater)) } else { Feed::Here(Box::new(inflater)) };
        Flowing { part: index, chunk: Vec::new(), before: 0, feed, passing: None }
    }

    fn read_part(&mut self, index: usize, offset: u64, buf: &mut [u8]) -> Result<usize, Refusal> {
        let goes_on = self.flowing.as_ref().is_some_and(|flowing| flowing.part == index && flowing.before <= offset);
        if !goes_on {
            self.leave()?;
            if self.parts[index].scan.is_sheet() && !self.parts[index].verified {
                self.passing = None;
            }
            self.flowing = Some(self.begin(index, true));
        }
        while self.flowing.as_ref().is_some_and(|flowing| flowing.end() <= offset) {
            if !self.step()? {
                return Ok(0);
            }
        }
        let Some(flowing) = &self.flowing else { return Ok(0) };
        let rest = &flowing.chunk[(offset - flowing.before) as usize..];
        let count = rest.len().min(buf.len());
        buf[..count].copy_from_slice(&rest[..count]);
        Ok(count)
    }
}

/// Inflates in a thread of its own. It ends by itself: at the end of the part, at a fault, or when nobody takes more.
fn inflate_ahead(mut inflater: Inflater) -> Receiver<Result<Step, Refusal>> {
    let (give, take) = sync_channel(CHUNKS_AHEAD);
    std::thread::spawn(move || {
        loop {
            let mut chunk = Vec::new();
            let sent = match inflater.fill(&mut chunk) {
                Ok(true) => give.send(Ok(Step::Chunk(chunk))),
                Ok(false) => return give.send(Ok(Step::End(inflater.into_passing()))),
                Err(refusal) => return give.send(Err(refusal)),
            };
            sent?;
        }
    });
    take
}

impl Flowing {
    /// Bytes of the part up to the end of this chunk.
    fn end(&self) -> u64 {
        self.before + self.chunk.len() as u64
    }

    /// The next chunk; false when the part has ended and is sound.
    fn next(&mut self) -> Result<bool, Refusal> {
        self.before = self.end();
        self.chunk.clear();
        let ended = match &mut self.feed {
            Feed::Here(inflater) => !inflater.fill(&mut self.chunk)?,
            Feed::Ahead(steps) => match steps.recv().map_err(|_| book::damaged())?? {
                Step::Chunk(chunk) => {
                    self.chunk = chunk;
                    false
                }
                Step::End(passing) => {
                    self.passing = Some(passing);
                    true
                }
            },
            Feed::Ended => true,
        };
        if ended && let Feed::Here(inflater) = std::mem::replace(&mut self.feed, Feed::Ended) {
            self.passing = Some(inflater.into_passing());
        }
        Ok(!ended)
    }
}

impl Read for Parts {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let mut archive = self.0.borrow_mut();
        if buf.is_empty() || archive.refusal.is_some() {
            return if buf.is_empty() { Ok(0) } else { Err(io::Error::other("refused")) };
        }
        let at = archive.at;
        let index = archive.parts.partition_point(|part| part.end() <= at);
        let count = match archive.parts.get(index) {
            None => copy(&archive.directory, at - archive.directory_at.min(at), buf),
            Some(part) if at < part.data_at() => copy(&part.header, at - part.at, buf),
            Some(part) => {
                let (offset, left) = (at - part.data_at(), part.end() - at);
                let most = buf.len().min(left as usize);
                match archive.read_part(index, offset, &mut buf[..most]) {
                    Ok(count) => count,
                    Err(refusal) => {
                        archive.refusal = Some(refusal);
                        return Err(io::Error::other("refused"));
                    }
                }
            }
        };
        archive.at += count as u64;
        Ok(count)
    }
}

fn copy(from: &[u8], at: u64, buf: &mut [u8]) -> usize {
    let rest = from.get(at as usize..).unwrap_or_default();
    let count = rest.len().min(buf.len());
    buf[..count].copy_from_slice(&rest[..count]);
    count
}

impl Seek for Parts {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let mut archive = self.0.borrow_mut();
        let end = archive.directory_at + archive.directory.len() as u64;
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => end.checked_add_signed(by),
            SeekFrom::Current(by) => archive.at.checked_add_signed(by),
        };
        archive.at = at.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(archive.at)
    }
}
