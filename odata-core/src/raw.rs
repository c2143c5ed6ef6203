//! JSON text: captured values, escapes, scans, and the positions of errors.

pub(crate) mod captured;
mod classify;
pub(crate) mod cow_str;
pub(crate) mod locate;
pub(crate) mod path_cursor;
pub(crate) mod quoted;
pub(crate) mod scan;
pub(crate) mod string;
pub(crate) mod text_parser;
pub(crate) mod verbatim;

pub(crate) use crate::raw::{
    captured::Captured,
    cow_str::CowStr,
    locate::not_utf8,
    quoted::{Quoted, unescape, unquoted, write_quoted},
    scan::{after_string, at_quote_or_backslash},
    string::write_string,
    text_parser::{NameAndTag, TextParser},
    verbatim::{RAW_VALUE, is_serde_json, write_text},
};
