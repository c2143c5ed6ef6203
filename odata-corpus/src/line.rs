//! A line of results.

use serde::Serialize;

use crate::outcome::Outcome;

/// What came of the objects of one input.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    /// The input's own name.
    pub id: &'a str,
    /// One for each root object.
    pub objects: Vec<Outcome>,
}
