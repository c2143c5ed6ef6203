//! `#[derive(ODataResource)]`: what the derived types do, a topic a file.

// Tests may take for granted what they have just made.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod bags;
mod errors;
mod inheritance;
mod names;
mod presence;
mod read_options;
mod tags;
mod write_options;
