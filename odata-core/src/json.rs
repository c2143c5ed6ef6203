//! Reads and writes JSON bodies, with options, validation, and errors that have a position.
//!
//! Types with `#[derive(ODataResource)]` also work with serde_json alone. The functions of this module add what serde has no place for: they
//! apply the [`ReadOptions`](crate::ReadOptions) and [`WriteOptions`](crate::WriteOptions), run the rules of [`Validate`](crate::Validate)
//! after reading and before writing, and return errors with a JSON pointer, a line and a column. Successful calls do not pay for the pointer:
//! it is built while an error is returned.
//!
//! | To read or write | Use |
//! |---|---|
//! | a body in memory | [`from_str`], [`from_slice`], [`to_string`], [`to_vec`]; [`to_string_pretty`] for people |
//! | a reader or writer | [`from_reader`], [`to_writer`] |
//! | a `serde_json::Value` | [`from_value`] |
//! | the parameters of an action | [`parameters_from_slice`] |
//! | a collection that may be larger than memory | [`items`]; [`pages`] for all pages |
//! | a collection in asynchronous code (feature `futures`) | `item_stream`, `page_stream` |
//!
//! Each function has a variant `..._with` that accepts options. The others use [`ReadOptions::client`](crate::ReadOptions::client) and
//! [`WriteOptions::new`](crate::WriteOptions::new).

#[cfg(feature = "futures")]
pub use crate::json::items::stream::{
    ItemStream, item_stream, item_stream_with,
    paging::{PageStream, page_stream, page_stream_with},
};
pub use crate::json::{
    bounds::{ReadJson, WriteJson},
    from::{
        from_reader, from_reader_with, from_slice, from_slice_with, from_str, from_str_with,
        from_value, from_value_with,
    },
    items::{
        Items, items, items_with,
        paging::{Pages, pages, pages_with},
    },
    parameters::parameters_from_slice,
    to::{
        to_string, to_string_pretty, to_string_pretty_with, to_string_with, to_vec, to_vec_with,
        to_writer, to_writer_with,
    },
};

mod bounds;
mod from;
pub(crate) mod items;
mod late_tags;
pub(crate) mod parameters;
pub(crate) mod read;
pub(crate) mod scan;
mod to;
