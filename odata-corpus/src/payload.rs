//! A line of a corpus of payloads.

use serde::Deserialize;
use serde_json::value::RawValue;

/// A body with the type that it is declared as.
#[derive(Debug, Deserialize)]
pub struct Payload<'a> {
    /// Its name.
    pub id: String,
    /// The declared type.
    #[serde(rename = "type")]
    pub type_name: String,
    /// What the body is.
    pub shape: Shape,
    /// Where a single object stands in the body.
    #[serde(default)]
    pub root: String,
    /// The body, exactly as it stands in the line.
    #[serde(borrow)]
    pub payload: &'a RawValue,
}

/// What a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// One object.
    Object,
    /// Objects in the array `value`.
    Collection,
}

impl<'a> Payload<'a> {
    /// The text of each root object.
    ///
    /// # Errors
    ///
    /// The body has not the shape that the line says.
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
