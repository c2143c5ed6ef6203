//! The result of one object.

use odata_core::{Error, Validate};
use serde::{Serialize, de::DeserializeOwned};

use crate::options::Options;

/// Success with the output, or an error.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Outcome {
    /// The object was read and written back.
    Done {
        /// Always true.
        ok: bool,
        /// The qualified name of the type that was read.
        #[serde(rename = "type")]
        type_name: String,
        /// The output, as text so that numbers stay exact.
        json: String,
    },
    /// The object was rejected.
    Refused {
        /// Always false.
        ok: bool,
        /// The pointer inside the object.
        pointer: String,
        /// The message of the error.
        message: String,
    },
    /// It was not run. There is no pointer, so that a judge cannot take it for an expected error.
    Failed {
        /// Always false.
        ok: bool,
        /// Why.
        message: String,
    },
}

impl Outcome {
    /// Returns a case that the program cannot run.
    pub fn failed(message: impl Into<String>) -> Outcome {
        Outcome::Failed {
            ok: false,
            message: message.into(),
        }
    }

    /// Refused because of the object as a whole.
    pub fn refused(message: impl Into<String>) -> Outcome {
        Outcome::Refused {
            ok: false,
            pointer: String::new(),
            message: message.into(),
        }
    }

    /// Success without output.
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

/// A value with a type name.
pub trait Named {
    /// Returns the qualified name of the type.
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

/// Writes the value.
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
