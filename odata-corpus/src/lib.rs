//! Runs the library over corpora: `odata-codegen` generates the types, every payload is read and written back, and a line for each has the
//! result. `README.md` explains how to run it.

pub mod case;
mod document;
pub mod kind;
pub mod line;
pub mod options;
pub mod outcome;
pub mod payload;
pub mod primitives;
pub mod run;
pub mod table;

/// The types of `ODATA_METADATA` at build time; none if it was not set.
pub mod model {
    include!(concat!(env!("OUT_DIR"), "/model.rs"));
}

/// The schemas of `ODATA_CASES` at build time; none if it was not set.
pub mod schemas {
    include!(concat!(env!("OUT_DIR"), "/cases.rs"));
}
