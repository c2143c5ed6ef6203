//! Annotations of a resource and of its properties.

use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::{
    codec::RawJson,
    dynamic::{
        bag_entry::{BagEntry, is_defined_control},
        member_name::{MemberName, TYPE_TAG, canonical_name},
        members::{Members, map_of_members},
    },
    error::Error,
    protocol::Version,
};

/// The annotations and the control information of a resource and of its properties, in order and exact.
///
/// Without a field of this type, control information is skipped, and other annotations are added to the
/// [`DynamicProperties`](crate::DynamicProperties), if the type has them. For control information alone, such as the entity tag, use
/// [`ControlInformation`](crate::ControlInformation).
///
/// A field of this type with `#[odata(annotations)]` receives every member whose name has an `@` (`@odata.etag`, `@ns.term`,
/// `name@ns.term`) and the advertised operations (`#ns.action`), except the type tag. Annotations of the resource are written before the
/// properties, the context before the type tag; annotations of a property are written immediately before the property.
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
/// assert_eq!(order.annotations.of("note").get::<String>("core.permissions")?.as_deref(), Some("None"));
/// assert_eq!(odata_core::json::to_string(&order)?, text);
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// In a 4.01 payload `@odata.etag` may be `@etag`. Control information is stored under the name with the prefix; `get` finds it under both
/// names. In a 4.0 payload `@etag` is an annotation and keeps its name.
///
/// Source: JSON 4.01 §4.5 and §20.
#[derive(Clone, Default)]
pub struct Annotations {
    pub(crate) members: Members,
    /// The resource had no type tag, because its type was a cast in the context URL. It is written without a tag as well. Not part of
    /// equality.
    has_type_in_context: bool,
}

impl Annotations {
    /// Creates an empty bag.
    pub const fn new() -> Self {
        Annotations {
            members: Members::new(),
            has_type_in_context: false,
        }
    }

    /// Returns the value of the annotation with that name as on the wire (`@ns.term`, `property@ns.term`). For those of one property, see
    /// [`of`](Self::of).
    ///
    /// # Errors
    ///
    /// The value is not a `T`.
    pub fn get<'a, T: Deserialize<'a>>(&'a self, name: &str) -> Result<Option<T>, Error> {
        let found = self.raw(name).map(RawJson::get).transpose();
        found.map_err(|error| error.below(name))
    }

    /// Returns the exact JSON of the annotation with that name.
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        let prefixed = || self.members.raw(&canonical_name(name, Version::V401));
        self.members.raw(name).or_else(prefixed)
    }

    /// Sets an annotation and returns its former value. A new annotation is the last.
    ///
    /// # Errors
    ///
    /// The value cannot be written as JSON, or `name` is not the name of an annotation: `@namespace.term` or `property@namespace.term`. The
    /// namespace `odata` has only the control information of the protocol (JSON 4.01 §20).
    pub fn insert<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<Option<RawJson>, Error> {
        let is_allowed = match MemberName::parse(name) {
            MemberName::Control {
                name, has_prefix, ..
            } => has_prefix && is_defined_control(name),
            MemberName::Annotation { term, .. } => {
                let (namespace, term) = term.split_once('.').unwrap_or_default();
                namespace != "odata" && !namespace.is_empty() && !term.is_empty()
            }
            MemberName::Operation { .. } | MemberName::Property(_) => false,
        };
        if !is_allowed {
            return Err(Error::invalid_name(
                name,
                "an annotation is named `@namespace.term` or `property@namespace.term`, and the namespace is not `odata`",
            ));
        }
        Ok(self.members.insert(name, RawJson::new(value)?))
    }

    /// Removes an annotation and returns its value.
    pub fn remove(&mut self, name: &str) -> Option<RawJson> {
        self.members.remove(name)
    }
}

impl Annotations {
    /// Records that only the context URL named the type of the resource.
    pub(crate) fn type_is_in_context(&mut self) {
        self.has_type_in_context = true;
    }

    /// Stores the tag of a type with `any_version`, as the member `@odata.type`.
    pub(crate) fn set_type_tag(&mut self, text: &str) {
        self.members.insert(TYPE_TAG, RawJson::string(text));
    }

    /// Returns the tag of a type with `any_version`.
    pub(crate) fn type_tag(&self) -> Option<&RawJson> {
        self.members.raw(TYPE_TAG)
    }

    /// Returns whether the type needs no tag, because the context URL that names it is still present.
    pub(crate) fn has_type_in_context(&self) -> bool {
        self.has_type_in_context
            && (self.raw("@odata.context").is_some() || self.raw("@context").is_some())
    }

    /// Iterates over the entries as they are written. The tag of a type with `any_version` is not among them: it is written like the tag of
    /// any other type.
    pub(crate) fn entries(&self) -> impl Iterator<Item = BagEntry<'_>> {
        self.iter()
            .filter(|(name, _)| *name != TYPE_TAG)
            .map(|(name, value)| BagEntry::of_annotations(name, value))
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

map_of_members!(Annotations.members, "annotations");

crate::codec::property_type::not_property! {
    [] Annotations: "an `Annotations` holds no property of its own: add `#[odata(annotations)]`",
}
