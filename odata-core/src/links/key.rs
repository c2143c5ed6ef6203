//! Key predicates, which identify an entity of a set in a URL.

pub(crate) mod literal;
pub(crate) mod parts;

use serde::Serialize;
use serde_json::value::RawValue;

pub(crate) use crate::links::key::literal::percent_encode;
use crate::{
    error::{Error, ErrorKind},
    links::{key::parts::Parts, written_resource::WrittenResource},
    model::StructuredType,
};

/// Returns the key predicate of an entity, the part of its URL after the name of the set.
///
/// A key of one property is its value, `(4711)`. A key of several properties has their names, `(room='a',number=2)`, in the order of the
/// properties. Values are URL literals: strings have quotes, enumeration members the name of their type, and durations the prefix that
/// version 4.0 requires. All characters except letters, digits, `-`, `.`, `_` and `~` are percent-encoded, so the predicate can be used in
/// a path and in a query.
///
/// A part of the key may be a path through complex properties: list the key with `key(...)` on the struct. Its value is missing if a property
/// on the way is null.
///
/// ```
/// use odata_core::{ODataResource, links::key_predicate};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Address {
///     zip: Option<String>,
/// }
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop", key("number", "address/zip" = "zip"))]
/// struct Branch {
///     number: i32,
///     address: Option<Address>,
/// }
///
/// let mut branch = Branch { number: 2, address: Some(Address { zip: Some("8000".to_owned()) }) };
/// assert_eq!(key_predicate(&branch)?, "(number=2,zip='8000')");
///
/// branch.address = None;
/// assert_eq!(key_predicate(&branch).unwrap_err().pointer(), "/address/zip");
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// For a hierarchy, pass the base part (`base()`) if it declares the key, otherwise the variant.
///
/// ```
/// use odata_core::{ODataResource, links::key_predicate};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Author {
///     #[odata(key)]
///     name: String,
/// }
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Shelf {
///     #[odata(key)]
///     room: Option<String>,
///     #[odata(key)]
///     number: Option<i32>,
///     books: Option<i64>,
/// }
///
/// let author = Author { name: "O'Neil".to_owned() };
/// assert_eq!(key_predicate(&author)?, "('O''Neil')");
///
/// let mut shelf = Shelf { room: Some("A/B".to_owned()), number: Some(2), books: None };
/// assert_eq!(key_predicate(&shelf)?, "(room='A%2FB',number=2)");
///
/// shelf.number = None;
/// assert_eq!(key_predicate(&shelf).unwrap_err().pointer(), "/number");
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
/// If the type has no key, a property of the key is absent or null, or its type is not allowed in a key.
///
/// Source: URL Conventions 4.01 §4.3.1; OData ABNF 4.01, rule `keyPredicate`; CSDL 4.01 §6.5.
pub fn key_predicate<T: WrittenResource + ?Sized>(entity: &T) -> Result<String, Error> {
    let mut url = String::new();
    push_key_predicate(&mut url, entity)?;
    Ok(url)
}

/// Appends the [`key_predicate`] of an entity to a URL.
///
/// ```
/// use odata_core::{ODataResource, links::push_key_predicate};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     #[odata(key)]
///     id: i64,
/// }
///
/// let mut url = "https://shop.example/Orders".to_owned();
/// push_key_predicate(&mut url, &Order { id: 7 })?;
/// assert_eq!(url, "https://shop.example/Orders(7)");
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
/// The errors of [`key_predicate`]. The URL is then unchanged.
pub fn push_key_predicate<T: WrittenResource + ?Sized>(
    url: &mut String,
    entity: &T,
) -> Result<(), Error> {
    let before = url.len();
    let result = push_predicate(url, T::TYPE, entity);
    if result.is_err() {
        url.truncate(before);
    }
    result
}

fn push_predicate<T: Serialize + ?Sized>(
    url: &mut String,
    declared: &'static StructuredType,
    entity: &T,
) -> Result<(), Error> {
    let mut parts = open_predicate(url, declared)?;
    parts.write(entity)?;
    close_predicate(parts)
}

/// Appends the key predicate with these values: one value, or a tuple of values in the order of the key's properties.
pub(crate) fn push_key_values<K: Serialize + ?Sized>(
    url: &mut String,
    declared: &'static StructuredType,
    values: &K,
) -> Result<(), Error> {
    let mut parts = open_predicate(url, declared)?;
    let json = serde_json::to_string(values).map_err(Error::from_write)?;
    let key = parts.key().to_vec();
    let values = values_of(&json, key.len()).ok_or_else(|| {
        let names: Vec<&str> = key.iter().map(|it| it.name).collect();
        let message = format!(
            "the key of `{}` has {} properties; expected a tuple with the values of {}",
            declared.name(),
            key.len(),
            names.join(", "),
        );
        Error::of_kind(ErrorKind::Type, message)
    })?;
    for ((index, part), value) in (0..).zip(key).zip(values) {
        literal::check(part.property.literal_type(), value.get())
            .map_err(|error| part.locate(error))?;
        parts.part(index, part, value.get())?;
    }
    close_predicate(parts)
}

fn values_of(json: &str, count: usize) -> Option<Vec<&RawValue>> {
    let values: Vec<&RawValue> = match count {
        1 => vec![serde_json::from_str(json).ok()?],
        _ => serde_json::from_str(json).ok()?,
    };
    (values.len() == count).then_some(values)
}

fn open_predicate<'a>(
    url: &'a mut String,
    declared: &'static StructuredType,
) -> Result<Parts<'a>, Error> {
    let parts = Parts::new(url, declared)?;
    if parts.key().is_empty() {
        let message = format!("`{}` has no key", declared.name());
        return Err(Error::of_kind(ErrorKind::Missing, message));
    }
    Ok(parts)
}

fn close_predicate(parts: Parts<'_>) -> Result<(), Error> {
    match parts.missing() {
        None => {
            parts.close();
            Ok(())
        }
        Some(missing) => {
            let path = missing.path;
            let message = format!("`{path}` is part of the key and has no value");
            Err(missing.locate(Error::of_kind(ErrorKind::Missing, message)))
        }
    }
}
