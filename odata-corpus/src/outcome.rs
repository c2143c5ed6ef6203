//! What came of one object.

use odata_core::{Error, Validate};
use serde::{Serialize, de::DeserializeOwned};

use crate::options::Options;

/// Read and written back, or refused.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Outcome {
    /// It was read, and this is what it is written as.
    Done {
        /// Always true.
        ok: bool,
        /// The qualified name of the type that was read.
        #[serde(rename = "type")]
        type_name: String,
        /// The text written back: text, so that numbers stay exact.
        json: String,
    },
    /// It was refused.
    Refused {
        /// Always false.
        ok: bool,
        /// Where, inside the object.
        pointer: String,
        /// Why.
        message: String,
    },
}

impl Outcome {
    /// Refused over the object as a whole.
    pub fn refused(message: impl Into<String>) -> Outcome {
        Outcome::Refused {
            ok: false,
            pointer: String::new(),
            message: message.into(),
        }
    }

    /// Accepted where nothing is written back.
    #[must_use]
    pub fn accepted() -> Outcome {
        Outcome::Done {
            ok: true,
            type_name: String::new(),
            json: String::new(),
        }
    }
}

impl From<Error> for Outcome {
    fn from(error: Error) -> Outcome {
        Outcome::Refused {
            ok: false,
            pointer: error.pointer().to_owned(),
            message: error.to_string(),
        }
    }
}

/// A value that knows which type it is of.
pub trait Named {
    /// The qualified name of the type.
    fn type_name(&self) -> &str;
}

/// Reads a body as a `T` and writes it back.
pub fn round_trip<T: DeserializeOwned + Serialize + Validate + Named>(
    body: &[u8],
    options: &Options,
) -> Outcome {
    let value: T = match odata_core::json::from_slice_with(body, &options.read) {
        Ok(value) => value,
        Err(error) => return error.into(),
    };
    written(&value, value.type_name(), options)
}

/// Writes what was read.
pub fn written<T: Serialize + Validate>(value: &T, type_name: &str, options: &Options) -> Outcome {
    match odata_core::json::to_string_with(value, &options.write) {
        Ok(json) => Outcome::Done {
            ok: true,
            type_name: type_name.to_owned(),
            json,
        },
        Err(error) => error.into(),
    }
}
