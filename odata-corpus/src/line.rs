//! A line of results.

use serde::Serialize;

use crate::outcome::Outcome;

/// The results of one input.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    /// The name of the input.
    pub id: &'a str,
    /// One result for each root object.
    pub objects: Vec<Outcome>,
}
