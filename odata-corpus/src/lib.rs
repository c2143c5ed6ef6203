//! Runs the library over corpora: types are built from CSDL by `odata-codegen`, every payload is read and written back, and a line per
//! payload tells a judge what came of it. See `README.md` for how to run it.

pub mod case;
mod document;
pub mod kind;
pub mod line;
pub mod options;
pub mod outcome;
pub mod payload;
pub mod run;
pub mod table;

/// The types of `ODATA_METADATA` as it was at build time; none where it was not set.
pub mod model {
    include!(concat!(env!("OUT_DIR"), "/model.rs"));
}

/// The schemas of `ODATA_CASES` as it was at build time; none where it was not set.
pub mod schemas {
    include!(concat!(env!("OUT_DIR"), "/cases.rs"));
}
