//! The drawn types by name.

use odata_core::{Error, Validate, WriteOptions, json};
use odata_interop::judge;
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
    pub const fn of<T: DeserializeOwned + Serialize + Validate>(name: &'static str) -> Drawn {
        Drawn {
            name,
            write: write::<T>,
            compare: |ours, theirs| {
                let (ours, theirs) = (write::<T>(ours)?, write::<T>(theirs)?);
                // Both are JSON.
                let is_equal = judge::is_equal(&ours, &theirs).unwrap_or(false);
                Ok((!is_equal).then(|| format!("{ours}\n  is not\n  {theirs}")))
            },
        }
    }
}

/// Reads a body and writes it.
fn write<T: DeserializeOwned + Serialize + Validate>(body: &str) -> Result<String, Error> {
    json::to_string_with(&json::from_str::<T>(body)?, &WriteOptions::microsoft())
}
