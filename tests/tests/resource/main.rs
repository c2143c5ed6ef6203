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
mod fields;
mod formats;
mod hierarchy;
mod inheritance;
mod names;
mod numbers;
mod presence;
mod read_options;
mod tags;
mod text;
mod validation;
mod write_options;
