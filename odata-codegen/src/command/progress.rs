//! A line that tells what a long run is doing, on a terminal only.

use std::cell::Cell;
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Shorter runs say nothing.
const PATIENCE: Duration = Duration::from_millis(400);
/// How often the line changes.
const PACE: Duration = Duration::from_millis(100);

pub(crate) struct Progress {
    terminal: bool,
    started: Instant,
    last: Cell<Option<Instant>>,
}

impl Progress {
    pub(crate) fn new() -> Progress {
        Progress {
            terminal: std::io::stderr().is_terminal(),
            started: Instant::now(),
            last: Cell::new(None),
        }
    }

    pub(crate) fn say(&self, step: &str) {
        if !self.terminal
            || self.started.elapsed() < PATIENCE
            || self.last.get().is_some_and(|last| last.elapsed() < PACE)
        {
            return;
        }
        self.last.set(Some(Instant::now()));
        // A progress line that cannot be written is not worth an error.
        let _ = write!(std::io::stderr(), "\r\x1b[K{step}");
    }

    pub(crate) fn done(&self) {
        if self.last.get().is_some() {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
