//! The drawn types by name.

use std::fmt::Debug;

use odata_core::{Error, Validate, WriteOptions, json};
use serde::{Serialize, de::DeserializeOwned};

/// A drawn type.
#[derive(Debug, Clone, Copy)]
pub struct Drawn {
    /// The qualified name.
    pub name: &'static str,
    /// Reads a body and writes it.
    pub write: fn(&str) -> Result<String, Error>,
    /// Compares a body with what an SDK wrote after it had read the body. Returns the difference.
    pub compare: fn(&str, &str) -> Result<Option<String>, Error>,
}

impl Drawn {
    /// The entry of a type.
    #[must_use]
    pub const fn of<T: DeserializeOwned + Serialize + Validate + PartialEq + Debug>(
        name: &'static str,
    ) -> Drawn {
        Drawn {
            name,
            write: |body| {
                json::to_string_with(&json::from_str::<T>(body)?, &WriteOptions::microsoft())
            },
            compare: |ours, theirs| {
                let (ours, theirs) = (json::from_str::<T>(ours)?, json::from_str::<T>(theirs)?);
                Ok((ours != theirs).then(|| format!("{ours:?}\n  is not\n  {theirs:?}")))
            },
        }
    }
}
