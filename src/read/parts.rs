//! A zip as the reader crates see it: every part plain. A part is inflated once, while it is read, and looked at on
//! the way: what it really holds, whether its checksum holds, and whether it is meant to wear a reader out. The reader
//! crates stop early and would not notice damage; what they leave is gone through by `verify`.

mod flow;
mod layout;

use std::cell::RefCell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;
use std::sync::Arc;

use super::content::Content;
use super::deadline::Deadline;
use super::guard;
use super::inflate::{Inflater, Packed};
use super::passing::Passing;
use super::refusal::Refusal;
use super::scan::{Limits, Scan, most_strings};
use crate::settings::Batas;
use flow::Flowing;
use layout::{end_of_directory, header, packed};

/// From this size on a part is inflated by a thread of its own, ahead of the reader.
const AHEAD: u64 = 8 * 1024 * 1024;

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

impl Parts {
    /// Looks over a zip before anything is parsed: what the parts say they hold, and how they are packed.
    pub fn open(content: &Content, batas: &Batas) -> Result<Parts, Refusal> {
        let mut archive = guard::check_zip(content, batas)?;
        let mut parts = Vec::with_capacity(archive.len());
        let mut directory = Vec::new();
        let mut at = 0;
        for index in 0..archive.len() {
            let (name, packed) = packed(&mut archive, index, content)?;
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
        Flowing::of(index, inflater, ahead && part.packed.size >= AHEAD && rayon::current_num_threads() > 1)
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
