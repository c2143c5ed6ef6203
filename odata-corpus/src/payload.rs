//! A line of a corpus of payloads.

use serde::Deserialize;
use serde_json::value::RawValue;

/// A body and its declared type.
#[derive(Debug, Deserialize)]
pub struct Payload<'a> {
    /// The name of the payload.
    pub id: String,
    /// The declared type.
    #[serde(rename = "type")]
    pub type_name: String,
    /// The kind of body.
    pub shape: Shape,
    /// The pointer of a single object in the body.
    #[serde(default)]
    pub root: String,
    /// The exact text of the body.
    #[serde(borrow)]
    pub payload: &'a RawValue,
}

/// The kind of body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// One object.
    Object,
    /// Objects in the array `value`.
    Collection,
}

impl<'a> Payload<'a> {
    /// Returns the text of each root object.
    ///
    /// # Errors
    ///
    /// If the body is not of the kind that the line declares.
    pub fn roots(&self) -> Result<Vec<&'a RawValue>, serde_json::Error> {
        #[derive(Deserialize)]
        struct One<'a> {
            #[serde(borrow)]
            value: &'a RawValue,
        }
        #[derive(Deserialize)]
        struct Many<'a> {
            #[serde(borrow)]
            value: Vec<&'a RawValue>,
        }
        let body = self.payload.get();
        Ok(match (self.shape, self.root.as_str()) {
            (Shape::Collection, _) => serde_json::from_str::<Many<'a>>(body)?.value,
            (Shape::Object, "/value") => vec![serde_json::from_str::<One<'a>>(body)?.value],
            (Shape::Object, _) => vec![self.payload],
        })
    }
}
