//! Bodies: reading and writing JSON with options, validation, and errors that say where.
//!
//! Types that derive [`ODataResource`](crate::ODataResource) also work with plain serde_json. These functions add what serde has no
//! place for: the rules of [`Validate`] are run after reading and before writing, the options apply, and an error
//! carries a JSON pointer. That costs nothing while all is well: the pointer is put together while an error travels up.
//!
//! A body that is a collection may be longer than memory: [`items`] reads it item by item, [`pages`] over all its pages.

use std::io;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    codec::{ReadAs, serde_codec::Serde},
    error::{Error, ErrorKind},
    raw::locate::{locate, not_utf8},
    session::{Session, depth::descend},
    validate::Validate,
};

pub(crate) mod items;
pub(crate) mod parameters;
pub(crate) mod scan;

#[cfg(feature = "futures")]
pub use crate::json::items::stream::ItemStream;
#[cfg(feature = "futures")]
pub use crate::json::items::stream::item_stream;
#[cfg(feature = "futures")]
pub use crate::json::items::stream::item_stream_with;
#[cfg(feature = "futures")]
pub use crate::json::items::stream::paging::PageStream;
#[cfg(feature = "futures")]
pub use crate::json::items::stream::paging::page_stream;
#[cfg(feature = "futures")]
pub use crate::json::items::stream::paging::page_stream_with;
pub use crate::json::{
    items::{
        Items, items, items_with, pages,
        paging::{Pages, pages_with},
    },
    parameters::parameters_from_slice,
};
use crate::options::{ReadOptions, WriteOptions};

static DEFAULT_READ: ReadOptions = ReadOptions::client();
static DEFAULT_WRITE: WriteOptions = WriteOptions::new();

/// Reads a body from text, as a client.
///
/// ```
/// use odata_core::{ODataResource, json};
///
/// #[derive(Debug, PartialEq, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     id: i64,
/// }
///
/// assert_eq!(json::from_str::<Order>(r#"{"id":9223372036854775807}"#)?, Order { id: i64::MAX });
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
/// Where the text is not JSON, is not a `T`, passes a limit or breaks a rule of `T`.
pub fn from_str<'de, T: Deserialize<'de> + Validate>(text: &'de str) -> Result<T, Error> {
    from_str_with(text, &DEFAULT_READ)
}

/// [`from_str`] with options.
///
/// # Errors
/// As [`from_str`], and where the options refuse something.
pub fn from_str_with<'de, T: Deserialize<'de> + Validate>(
    text: &'de str,
    options: &ReadOptions,
) -> Result<T, Error> {
    let value: T = read(text, options)?;
    if options.validate {
        value.validate()?;
    }
    Ok(value)
}

/// Reads a body from bytes, as a client. What the type borrows, it borrows from them.
///
/// # Errors
/// As [`from_str`], and where the bytes are not UTF-8 (RFC 8259, section 8.1).
pub fn from_slice<'de, T: Deserialize<'de> + Validate>(bytes: &'de [u8]) -> Result<T, Error> {
    from_slice_with(bytes, &DEFAULT_READ)
}

/// [`from_slice`] with options.
///
/// # Errors
/// As [`from_slice`], and where the options refuse something.
pub fn from_slice_with<'de, T: Deserialize<'de> + Validate>(
    bytes: &'de [u8],
    options: &ReadOptions,
) -> Result<T, Error> {
    check_length(bytes.len(), options)?;
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error))?;
    from_str_with(text, options)
}

/// Reads a body from a reader, as a client: the whole of it, up to the limit, then as [`from_slice`].
///
/// # Errors
/// As [`from_slice`], and where the reader fails.
pub fn from_reader<T: DeserializeOwned + Validate>(reader: impl io::Read) -> Result<T, Error> {
    from_reader_with(reader, &DEFAULT_READ)
}

/// [`from_reader`] with options.
///
/// # Errors
/// As [`from_reader`], and where the options refuse something.
pub fn from_reader_with<T: DeserializeOwned + Validate>(
    reader: impl io::Read,
    options: &ReadOptions,
) -> Result<T, Error> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(options.max_bytes)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    io::Read::read_to_end(&mut io::Read::take(reader, limit), &mut bytes)
        .map_err(Error::from_io)?;
    from_slice_with(&bytes, options)
}

/// Writes a body.
///
/// # Errors
/// Where the value breaks a rule of its type, with every violation; or cannot be JSON.
pub fn to_string<T: Serialize + Validate + ?Sized>(value: &T) -> Result<String, Error> {
    to_string_with(value, &DEFAULT_WRITE)
}

/// [`to_string`] with options.
///
/// # Errors
/// As [`to_string`].
pub fn to_string_with<T: Serialize + Validate + ?Sized>(
    value: &T,
    options: &WriteOptions,
) -> Result<String, Error> {
    let _session = begin(value, options)?;
    serde_json::to_string(value).map_err(Error::from_write)
}

/// [`to_string`], as bytes.
///
/// # Errors
/// As [`to_string`].
pub fn to_vec<T: Serialize + Validate + ?Sized>(value: &T) -> Result<Vec<u8>, Error> {
    to_vec_with(value, &DEFAULT_WRITE)
}

/// [`to_vec`] with options.
///
/// # Errors
/// As [`to_string`].
pub fn to_vec_with<T: Serialize + Validate + ?Sized>(
    value: &T,
    options: &WriteOptions,
) -> Result<Vec<u8>, Error> {
    let _session = begin(value, options)?;
    serde_json::to_vec(value).map_err(Error::from_write)
}

/// [`to_string`], into a writer. Nothing is written where a rule is broken.
///
/// # Errors
/// As [`to_string`], and where the writer fails.
pub fn to_writer<T: Serialize + Validate + ?Sized>(
    writer: impl io::Write,
    value: &T,
) -> Result<(), Error> {
    to_writer_with(writer, value, &DEFAULT_WRITE)
}

/// [`to_writer`] with options.
///
/// # Errors
/// As [`to_writer`].
pub fn to_writer_with<T: Serialize + Validate + ?Sized>(
    writer: impl io::Write,
    value: &T,
    options: &WriteOptions,
) -> Result<(), Error> {
    let _session = begin(value, options)?;
    serde_json::to_writer(writer, value).map_err(Error::from_write)
}

fn begin<T: Validate + ?Sized>(value: &T, options: &WriteOptions) -> Result<Session, Error> {
    if options.validate {
        value.validate()?;
    }
    Ok(Session::write(
        options.policy(),
        options.annotations.as_ref(),
    ))
}

fn check_length(length: usize, options: &ReadOptions) -> Result<(), Error> {
    if length > options.max_bytes {
        return Err(Error::of_kind(
            ErrorKind::Length,
            format!("the body has more than {} bytes", options.max_bytes),
        ));
    }
    Ok(())
}

/// Reads without validation.
fn read<'de, T: Deserialize<'de>>(text: &'de str, options: &ReadOptions) -> Result<T, Error> {
    read_at::<Serde, T>(text, options, 0)
}

/// Reads, without validation, a value that stands so many levels deep in its body.
fn read_at<'de, C: ReadAs<'de, T>, T>(
    text: &'de str,
    options: &ReadOptions,
    levels: u16,
) -> Result<T, Error> {
    check_length(text.len(), options)?;
    let _session = Session::read(options.policy(), options.metadata_url.as_ref());
    descend(levels);
    if options.needs_scan() {
        scan::check_limits(text, options)?;
    }
    let mut parser = serde_json::Deserializer::from_str(text);
    let result = C::read(&mut parser);
    result
        .and_then(|value| parser.end().map(|()| value))
        .map_err(|error| locate(text, &error))
}
