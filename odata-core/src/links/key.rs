//! Key predicates: how a URL names one entity of a set.

pub(crate) mod literal;
pub(crate) mod parts;

use serde::Serialize;

use crate::{
    error::{Error, ErrorKind},
    links::key::parts::Parts,
    model::{odata_resource::ODataResource, structured_type::StructuredType},
};

/// The key predicate of an entity: what follows the name of its set in a URL.
///
/// A key of one property is its value alone, `(4711)`, one of several names them, `(room='a',number=2)`, in the order of the properties.
/// Values are literals as URLs have them: strings in quotes, with quotes in them doubled; members of enumerations with the name of their
/// type; durations with their prefix, which 4.0 asks for. All but letters, digits, `-`, `.`, `_` and `~` is percent-encoded in them, so
/// that the text fits into a path as well as into a query.
///
/// Of a hierarchy, take the base part, `base()`, where that declares the key, else the variant.
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
/// The type has no key, a property of the key is absent or null, or its type is none that a key may have.
///
/// Source: OData URL Conventions 4.01, section 4.3.1; OData ABNF 4.01, rule `keyPredicate`; CSDL 4.01, section 6.5.
pub fn key_predicate<T: ODataResource + Serialize + ?Sized>(entity: &T) -> Result<String, Error> {
    let mut url = String::new();
    push_key_predicate(&mut url, entity)?;
    Ok(url)
}

/// [`key_predicate`], at the end of a URL that is being built. Only the properties of the key are looked at.
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
/// As [`key_predicate`]; the URL is then as it was.
///
/// Source: that of [`key_predicate`].
pub fn push_key_predicate<T: ODataResource + Serialize + ?Sized>(
    url: &mut String,
    entity: &T,
) -> Result<(), Error> {
    let before = url.len();
    let pushed = push(url, T::TYPE, entity);
    if pushed.is_err() {
        url.truncate(before);
    }
    pushed
}

fn push<T: Serialize + ?Sized>(
    url: &mut String,
    declared: &'static StructuredType,
    entity: &T,
) -> Result<(), Error> {
    let mut parts = Parts::new(url, declared);
    if parts.is_keyless() {
        let message = format!("{} has no key", declared.name());
        return Err(Error::of_kind(ErrorKind::Missing, message));
    }
    parts.take(entity)?;
    match parts.missing() {
        None => {
            url.push(')');
            Ok(())
        }
        Some(missing) => {
            let name = missing.name();
            let message = format!("`{name}` is part of the key and has no value");
            Err(Error::of_kind(ErrorKind::Missing, message).below(name))
        }
    }
}
