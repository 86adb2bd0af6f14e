//! A part while it is inflated, chunk by chunk, here or by a thread ahead of the reader.

use std::sync::mpsc::{Receiver, sync_channel};

use crate::read::book;
use crate::read::inflate::Inflater;
use crate::read::passing::Passing;
use crate::read::refusal::Refusal;

/// Chunks that such a thread may be ahead.
const CHUNKS_AHEAD: usize = 8;

/// A part that is being inflated.
pub(super) struct Flowing {
    pub part: usize,
    pub chunk: Vec<u8>,
    /// Bytes of the part before this chunk.
    pub before: u64,
    feed: Feed,
    /// Once it has ended.
    pub passing: Option<Passing>,
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

impl Flowing {
    /// Of the part of this number; `ahead` in a thread of its own.
    pub fn of(part: usize, inflater: Inflater, ahead: bool) -> Flowing {
        let feed = if ahead { Feed::Ahead(inflate_ahead(inflater)) } else { Feed::Here(Box::new(inflater)) };
        Flowing { part, chunk: Vec::new(), before: 0, feed, passing: None }
    }

    /// Bytes of the part up to the end of this chunk.
    pub fn end(&self) -> u64 {
        self.before + self.chunk.len() as u64
    }

    /// The next chunk; false when the part has ended and is sound.
    pub fn next(&mut self) -> Result<bool, Refusal> {
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
