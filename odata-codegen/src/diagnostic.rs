//! Findings about the metadata: errors, warnings and notes, each with its position and its rule.

mod error;
mod files;
mod finding;

pub use error::Error;
pub use files::Position;
pub(crate) use files::Sources;
pub use finding::Diagnostic;
pub(crate) use finding::Diagnostics;
pub use odata_csdl::Severity;
