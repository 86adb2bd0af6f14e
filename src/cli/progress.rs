//! Progress bars on a terminal, silence elsewhere.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use crate::pipeline::{Observer, Silent};

/// A bar on standard error when that is a terminal and the user did not ask for JSON; else nothing.
pub fn observer(json: bool) -> Box<dyn Observer> {
    if json || !std::io::stderr().is_terminal() { Box::new(Silent) } else { Box::new(Bar::new()) }
}

struct Bar(ProgressBar);

impl Bar {
    fn new() -> Bar {
        let style = ProgressStyle::with_template("{msg:22} {wide_bar:.cyan} {pos:>6}/{len:6}")
            .expect("the template has only known keys");
        let bar = ProgressBar::new(0).with_style(style);
        Bar(bar)
    }
}

impl Observer for Bar {
    fn stage(&self, name: &'static str) {
        self.0.set_message(name);
        self.0.set_length(0);
        self.0.set_position(0);
    }

    fn advance(&self, done: usize, all: usize) {
        self.0.set_length(all as u64);
        // Threads may report out of order; the bar never goes back.
        if done as u64 > self.0.position() {
            self.0.set_position(done as u64);
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
