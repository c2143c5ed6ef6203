//! Writing bodies.

use std::io;

use crate::{
    error::Error, json::bounds::WriteJson, options::WriteOptions, session::Session,
    validate::Validate,
};

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
/// The errors of [`to_string`], and what the options reject.
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
/// The errors of [`to_string`].
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
/// The errors of [`to_string_with`].
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
/// The errors of [`to_string`].
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
/// The errors of [`to_string_with`].
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
/// The errors of [`to_string`], and a failure of the writer.
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
/// The errors of [`to_writer`], and what the options reject.
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
