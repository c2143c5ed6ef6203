//! Annotations of a resource and of its properties.

use std::{
    fmt,
    hash::{Hash, Hasher},
};

use serde::{
    Deserialize, Serialize,
    ser::{self, SerializeMap},
};

use crate::{
    codec::raw_json::RawJson,
    dynamic::{
        control::{
            turn::Turn,
            value_kind::{Key, canonical_name, has_prefix, wire_name},
        },
        members::{Iter, Members},
    },
    error::Error,
    protocol::version::Version,
    session::policy::{filters_annotations, includes_annotation, write_policy},
};

/// The annotations and the control information that a resource carries beside its properties, in order and exact.
///
/// A field of this type with `#[odata(annotations)]` receives every member whose name has an `@` (`@odata.etag`, `@ns.term`,
/// `name@ns.term`) and advertised operations (`#ns.action`), save the type tag. They are written back before the properties,
/// the context before the tag.
///
/// ```
/// use odata_core::{Annotations, ODataResource};
///
/// #[derive(Debug, Default, PartialEq, ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     #[odata(annotations)]
///     annotations: Annotations,
///     note: Option<String>,
/// }
///
/// let text = r#"{"@odata.etag":"W/\"1\"","note@core.permissions":"None","note":"x"}"#;
/// let order: Order = odata_core::json::from_str(text)?;
/// assert_eq!(order.annotations.get::<String>("@odata.etag")?.as_deref(), Some("W/\"1\""));
/// assert_eq!(order.annotations.get_on::<String>("note", "core.permissions")?.as_deref(), Some("None"));
/// assert_eq!(odata_core::json::to_string(&order)?, text);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// Of a 4.01 payload, in which `@odata.etag` may be `@etag`, control information is kept under the name with prefix; `get` finds it
/// under both. In a 4.0 payload, `@etag` is an annotation of the service's own and keeps its name.
///
/// Source: JSON format 4.01, sections 4.5 and 20.
#[derive(Clone, Default)]
pub struct Annotations {
    pub(crate) members: Members,
    /// The resource came without a tag, its type being a cast in the context URL; it is written back so. What it is worth is what
    /// the members are: this is not part of equality.
    type_in_context: bool,
}

impl Annotations {
    /// None.
    pub const fn new() -> Self {
        Annotations {
            members: Members::new(),
            type_in_context: false,
        }
    }

    /// The value of the annotation with that name, as on the wire (`@ns.term`, `property@ns.term`); `None` where it is not there.
    ///
    /// # Errors
    /// Where the value is not a `T`.
    pub fn get<'a, T: Deserialize<'a>>(&'a self, name: &str) -> Result<Option<T>, Error> {
        let found = self.raw(name).map(RawJson::get).transpose();
        found.map_err(|error| error.below(name))
    }

    /// The value of an annotation of a property: `get_on("note", "ns.term")` is `note@ns.term`.
    ///
    /// # Errors
    /// Where the value is not a `T`.
    pub fn get_on<'a, T: Deserialize<'a>>(
        &'a self,
        property: &str,
        term: &str,
    ) -> Result<Option<T>, Error> {
        self.get(&format!("{property}@{term}"))
    }

    /// The annotations of a property: terms and exact values.
    pub fn of(&self, property: &str) -> impl Iterator<Item = (&str, &RawJson)> {
        self.iter().filter_map(move |(name, text)| {
            let term = name.strip_prefix(property)?.strip_prefix('@')?;
            Some((term, text))
        })
    }

    /// The exact JSON of the annotation with that name.
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        let prefixed = || self.members.raw(&canonical_name(name, Version::V401));
        self.members.raw(name).or_else(prefixed)
    }

    /// Sets an annotation, in place where it was there, at the end otherwise; gives back what was there.
    ///
    /// # Errors
    /// Where the value cannot be written as JSON, or `name` is not that of an annotation: it has an `@`, and after it a term that
    /// has a namespace, which is not `odata`'s (JSON format 4.01, section 20: that one is the protocol's own).
    pub fn insert<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<Option<RawJson>, Error> {
        let term = name
            .rsplit_once('@')
            .map(|(_, term)| term)
            .unwrap_or_default();
        match term.split_once('.') {
            Some(("odata", known)) if CONTROL_INFORMATION.contains(&known) => {}
            Some((namespace, rest))
                if namespace != "odata" && !namespace.is_empty() && !rest.is_empty() => {}
            _ => {
                return Err(Error::invalid_name(
                    name,
                    "an annotation is named `@namespace.term` or `property@namespace.term`, the namespace not being `odata`",
                ));
            }
        }
        Ok(self.members.insert(name, RawJson::new(value)?))
    }

    /// Takes an annotation out.
    pub fn remove(&mut self, name: &str) -> Option<RawJson> {
        self.members.remove(name)
    }

    /// Names as on the wire and exact values, in order.
    pub fn iter(&self) -> Iter<'_> {
        self.members.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }
}

impl Annotations {
    /// Notes that nothing but the context URL said the resource's type.
    pub(crate) fn type_is_in_context(&mut self) {
        self.type_in_context = true;
    }

    /// Whether the type needs no tag: the context URL that says it is still there.
    pub(crate) fn has_type_in_context(&self) -> bool {
        self.type_in_context
            && (self.raw("@odata.context").is_some() || self.raw("@context").is_some())
    }

    /// Writes those whose turn it is, control information among them in the spelling of `version`.
    pub(crate) fn write<M: SerializeMap>(
        &self,
        map: &mut M,
        version: Version,
        turn: Turn,
    ) -> Result<(), M::Error> {
        for (name, value) in self {
            // Without the prefix it is an annotation of the service's own: see `kept`.
            let is_control = has_prefix(name);
            let its_turn = if is_control {
                Turn::of(name)
            } else {
                Turn::AfterType
            };
            if its_turn != turn || !is_wanted(name) {
                continue;
            }
            if is_control {
                refuse_invented(name)?;
                map.serialize_entry(&*wire_name(name, version), value)?;
            } else {
                map.serialize_entry(name, value)?;
            }
        }
        Ok(())
    }
}

impl PartialEq for Annotations {
    fn eq(&self, other: &Self) -> bool {
        self.members == other.members
    }
}

impl Eq for Annotations {}

impl Hash for Annotations {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.members.hash(state);
    }
}

impl fmt::Debug for Annotations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// Whether the options let an annotation of that name be written; control information always is.
pub(crate) fn is_wanted(name: &str) -> bool {
    !filters_annotations() || Key::parse(name).is_some() || includes_annotation(name)
}

impl<'a> IntoIterator for &'a Annotations {
    type Item = (&'a str, &'a RawJson);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// Under `WriteOptions::strict`, control information that the protocol does not define is an error.
pub(crate) fn refuse_invented<E: ser::Error>(name: &str) -> Result<(), E> {
    let term = name.rsplit_once('@').map_or("", |(_, term)| term);
    let is_invented = |term: &str| !CONTROL_INFORMATION.contains(&term);
    if write_policy().strict && term.strip_prefix("odata.").is_some_and(is_invented) {
        return Err(E::custom(format_args!(
            "`{name}` is no control information that OData defines"
        )));
    }
    Ok(())
}

/// The control information that the protocol defines (JSON format 4.01, section 4.5), `type` aside: no other `odata` name may be
/// written. `bind` is 4.0's way to link (section 8.5).
pub(crate) const CONTROL_INFORMATION: &[&str] = &[
    "context",
    "metadataEtag",
    "count",
    "nextLink",
    "delta",
    "deltaLink",
    "id",
    "editLink",
    "readLink",
    "etag",
    "navigationLink",
    "associationLink",
    "mediaEditLink",
    "mediaReadLink",
    "mediaContentType",
    "mediaEtag",
    "removed",
    "collectionAnnotations",
    "type",
    "bind",
];
