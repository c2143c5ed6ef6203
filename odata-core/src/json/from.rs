//! Reading whole bodies.

use std::io;

use crate::{
    error::Error,
    json::{bounds::ReadJson, read},
    options::ReadOptions,
    raw::not_utf8,
};

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
/// The errors of [`from_str`], and what the options reject.
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
/// The errors of [`from_str`], and bytes that are not UTF-8 (RFC 8259 §8.1).
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
/// The errors of [`from_slice`], and what the options reject.
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
/// The errors of [`from_slice`], and a failure of the reader.
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
/// The errors of [`from_reader`], and what the options reject.
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
/// The errors of [`from_value`], and what the options reject.
pub fn from_value_with<T: for<'de> ReadJson<'de>>(
    value: &serde_json::Value,
    options: &ReadOptions,
) -> Result<T, Error> {
    // As text, the value meets the same limits and rules as any other body.
    let text = value.to_string();
    from_str_with(&text, options).map_err(Error::without_position)
}
