//! Reads and writes JSON bodies, with options, validation, and errors that have a position.
//!
//! Types with `#[derive(ODataResource)]` also work with serde_json alone. The functions of this module add what serde has no place for: they
//! apply the [`ReadOptions`] and [`WriteOptions`], run the rules of [`Validate`] after reading and before writing, and return errors with a
//! JSON pointer, a line and a column. Successful calls do not pay for the pointer: it is built while an error is returned.
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
//! Each function has a variant `..._with` that accepts options. The others use [`ReadOptions::client`] and [`WriteOptions::new`].

use std::io;

#[cfg(feature = "futures")]
pub use crate::json::items::stream::{
    ItemStream, item_stream, item_stream_with,
    paging::{PageStream, page_stream, page_stream_with},
};
pub use crate::json::{
    bounds::{ReadJson, WriteJson},
    items::{
        Items, items, items_with,
        paging::{Pages, pages, pages_with},
    },
    parameters::parameters_from_slice,
};
use crate::{
    error::Error,
    options::{ReadOptions, WriteOptions},
    raw::not_utf8,
    session::Session,
    validate::Validate,
};

mod bounds;
pub(crate) mod items;
mod late_tags;
pub(crate) mod parameters;
pub(crate) mod read;
pub(crate) mod scan;

/// Reads a body from text, with the options of a client.
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
///
/// let error = json::from_str::<Order>(r#"{"id":"one"}"#).unwrap_err();
/// assert_eq!((error.pointer(), error.line(), error.column()), ("/id", 1, 11));
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// The text is not JSON, is not a `T`, exceeds a limit, or violates a rule of `T`.
pub fn from_str<'de, T: ReadJson<'de>>(text: &'de str) -> Result<T, Error> {
    from_str_with(text, &read::DEFAULT)
}

/// Reads a body from text.
///
/// ```
/// use odata_core::{ErrorKind, ODataResource, ReadOptions, json};
///
/// #[derive(Debug, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     id: i64,
/// }
///
/// let error = json::from_str_with::<Order>(r#"{"id":1,"size":2}"#, &ReadOptions::server()).unwrap_err();
/// assert_eq!((error.kind(), error.pointer()), (ErrorKind::Undeclared, "/size"));
/// ```
///
/// # Errors
///
/// Those of [`from_str`], and what the options reject.
pub fn from_str_with<'de, T: ReadJson<'de>>(
    text: &'de str,
    options: &ReadOptions,
) -> Result<T, Error> {
    let value: T = read::read(text, options)?;
    if options.validate {
        value.validate()?;
    }
    Ok(value)
}

/// Reads a body from bytes, with the options of a client. A type with borrowed fields borrows from the bytes.
///
/// ```
/// use odata_core::{Collection, json};
///
/// let page: Collection<i32> = json::from_slice(br#"{"value":[1,2]}"#)?;
/// assert_eq!(page.value, [1, 2]);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`from_str`], and bytes that are not UTF-8 (RFC 8259 §8.1).
pub fn from_slice<'de, T: ReadJson<'de>>(bytes: &'de [u8]) -> Result<T, Error> {
    from_slice_with(bytes, &read::DEFAULT)
}

/// Reads a body from bytes.
///
/// ```
/// use odata_core::{Collection, ErrorKind, ReadOptions, json};
///
/// let small = ReadOptions::client().max_bytes(8);
/// let error = json::from_slice_with::<Collection<i32>>(br#"{"value":[1,2]}"#, &small).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Length);
/// ```
///
/// # Errors
///
/// Those of [`from_slice`], and what the options reject.
pub fn from_slice_with<'de, T: ReadJson<'de>>(
    bytes: &'de [u8],
    options: &ReadOptions,
) -> Result<T, Error> {
    read::check_length(bytes.len(), options)?;
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error))?;
    from_str_with(text, options)
}

/// Reads a body from a reader, with the options of a client. The whole body is read into memory, up to the limit of the options.
///
/// ```
/// use odata_core::{Collection, json};
///
/// let response = std::io::Cursor::new(r#"{"value":["a"]}"#);
/// let page: Collection<String> = json::from_reader(response)?;
/// assert_eq!(page.value, ["a"]);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`from_slice`], and a failure of the reader.
pub fn from_reader<T: for<'de> ReadJson<'de>>(reader: impl io::Read) -> Result<T, Error> {
    from_reader_with(reader, &read::DEFAULT)
}

/// Reads a body from a reader.
///
/// ```
/// use odata_core::{Collection, ErrorKind, ReadOptions, json};
///
/// // The body is endless; only `max_bytes` of it are read.
/// let options = ReadOptions::client().max_bytes(1 << 10);
/// let error = json::from_reader_with::<Collection<i32>>(std::io::repeat(b' '), &options).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Length);
/// ```
///
/// # Errors
///
/// Those of [`from_reader`], and what the options reject.
pub fn from_reader_with<T: for<'de> ReadJson<'de>>(
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

/// Reads a body from a JSON value, with the options of a client.
///
/// Prefer [`from_str`] where the text is at hand: it is faster, and a `serde_json::Value` rounds decimals and may have lost duplicate
/// members. Errors have a pointer, but no line and no column.
///
/// ```
/// use odata_core::{ODataResource, json};
///
/// #[derive(Debug, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     #[odata(validate(range(min = 1)))]
///     amount: i32,
/// }
///
/// let order: Order = json::from_value(&serde_json::json!({"amount": 2}))?;
/// assert_eq!(order.amount, 2);
///
/// let error = json::from_value::<Order>(&serde_json::json!({"amount": 0})).unwrap_err();
/// assert_eq!((error.pointer(), error.line()), ("/amount", 0));
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// The value is not a `T`, exceeds a limit, or violates a rule of `T`.
pub fn from_value<T: for<'de> ReadJson<'de>>(value: &serde_json::Value) -> Result<T, Error> {
    from_value_with(value, &read::DEFAULT)
}

/// Reads a body from a JSON value.
///
/// ```
/// use odata_core::{ErrorKind, ODataResource, ReadOptions, json};
///
/// #[derive(Debug, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {}
///
/// let value = serde_json::json!({"size": 2});
/// let error = json::from_value_with::<Order>(&value, &ReadOptions::server()).unwrap_err();
/// assert_eq!((error.kind(), error.pointer()), (ErrorKind::Undeclared, "/size"));
/// ```
///
/// # Errors
///
/// Those of [`from_value`], and what the options reject.
pub fn from_value_with<T: for<'de> ReadJson<'de>>(
    value: &serde_json::Value,
    options: &ReadOptions,
) -> Result<T, Error> {
    // As text, the value meets the same limits and rules as any other body.
    let text = value.to_string();
    from_str_with(&text, options).map_err(Error::without_position)
}

/// Writes a body.
///
/// ```
/// use odata_core::{ODataResource, json};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     id: i64,
///     #[odata(validate(length(max = 3)))]
///     code: String,
/// }
///
/// let mut order = Order { id: 7, code: "abc".to_owned() };
/// assert_eq!(json::to_string(&order)?, r#"{"id":7,"code":"abc"}"#);
///
/// order.code = "abcd".to_owned();
/// assert_eq!(json::to_string(&order).unwrap_err().pointer(), "/code");
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// The value violates rules of its type (the error has all violations), or cannot be written as JSON.
pub fn to_string<T: WriteJson + ?Sized>(value: &T) -> Result<String, Error> {
    to_string_with(value, &DEFAULT_WRITE)
}

/// Writes a body.
///
/// ```
/// use odata_core::{EntityReference, Version, WriteOptions, json};
///
/// let reference = EntityReference::new("Orders(1)");
/// let v401 = WriteOptions::new().version(Version::V401);
/// assert_eq!(json::to_string_with(&reference, &v401)?, r#"{"@id":"Orders(1)"}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`to_string`], and what the options reject.
pub fn to_string_with<T: WriteJson + ?Sized>(
    value: &T,
    options: &WriteOptions,
) -> Result<String, Error> {
    let _session = begin(value, options)?;
    serde_json::to_string(value).map_err(Error::from_write)
}

/// Writes a body with line breaks and indentation, for people.
///
/// ```
/// use odata_core::{EntityReference, json};
///
/// let reference = EntityReference::new("Orders(1)");
/// assert_eq!(json::to_string_pretty(&reference)?, "{\n  \"@odata.id\": \"Orders(1)\"\n}");
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`to_string`].
pub fn to_string_pretty<T: WriteJson + ?Sized>(value: &T) -> Result<String, Error> {
    to_string_pretty_with(value, &DEFAULT_WRITE)
}

/// Writes a body with line breaks and indentation, for people.
///
/// ```
/// use odata_core::{Collection, WriteOptions, json};
///
/// let large = Collection::new(vec![9_007_199_254_740_993_i64]);
/// let options = WriteOptions::new().ieee754(true);
/// assert_eq!(
///     json::to_string_pretty_with(&large, &options)?,
///     "{\n  \"value\": [\n    \"9007199254740993\"\n  ]\n}"
/// );
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`to_string_with`].
pub fn to_string_pretty_with<T: WriteJson + ?Sized>(
    value: &T,
    options: &WriteOptions,
) -> Result<String, Error> {
    let _session = begin(value, options)?;
    serde_json::to_string_pretty(value).map_err(Error::from_write)
}

/// Writes a body as bytes.
///
/// ```
/// use odata_core::{Collection, json};
///
/// assert_eq!(json::to_vec(&Collection::new(vec![true]))?, br#"{"value":[true]}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`to_string`].
pub fn to_vec<T: WriteJson + ?Sized>(value: &T) -> Result<Vec<u8>, Error> {
    to_vec_with(value, &DEFAULT_WRITE)
}

/// Writes a body as bytes.
///
/// ```
/// use odata_core::{EntityReference, Version, WriteOptions, json};
///
/// let v401 = WriteOptions::new().version(Version::V401);
/// assert_eq!(json::to_vec_with(&EntityReference::new("a"), &v401)?, br#"{"@id":"a"}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`to_string_with`].
pub fn to_vec_with<T: WriteJson + ?Sized>(
    value: &T,
    options: &WriteOptions,
) -> Result<Vec<u8>, Error> {
    let _session = begin(value, options)?;
    serde_json::to_vec(value).map_err(Error::from_write)
}

/// Writes a body to a writer. Nothing is written if the value violates a rule.
///
/// ```
/// use odata_core::{Collection, json};
///
/// let mut request = Vec::new();
/// json::to_writer(&mut request, &Collection::new(vec![1.5]))?;
/// assert_eq!(request, br#"{"value":[1.5]}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`to_string`], and a failure of the writer.
pub fn to_writer<T: WriteJson + ?Sized>(writer: impl io::Write, value: &T) -> Result<(), Error> {
    to_writer_with(writer, value, &DEFAULT_WRITE)
}

/// Writes a body to a writer. Nothing is written if the value violates a rule.
///
/// ```
/// use odata_core::{EntityReference, Version, WriteOptions, json};
///
/// let mut request = Vec::new();
/// let v401 = WriteOptions::new().version(Version::V401);
/// json::to_writer_with(&mut request, &EntityReference::new("a"), &v401)?;
/// assert_eq!(request, br#"{"@id":"a"}"#);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`to_writer`], and what the options reject.
pub fn to_writer_with<T: WriteJson + ?Sized>(
    writer: impl io::Write,
    value: &T,
    options: &WriteOptions,
) -> Result<(), Error> {
    let _session = begin(value, options)?;
    serde_json::to_writer(writer, value).map_err(Error::from_write)
}

static DEFAULT_WRITE: WriteOptions = WriteOptions::new();

fn begin<T: Validate + ?Sized>(value: &T, options: &WriteOptions) -> Result<Session, Error> {
    if options.validate {
        value.validate()?;
    }
    Ok(Session::write(
        options.policy(),
        options.annotations.as_ref(),
    ))
}
