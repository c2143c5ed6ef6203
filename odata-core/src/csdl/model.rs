//! The types that a document defines.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    enumeration::{EnumType, odata_enum::ODataEnum},
    model::{StructuredType, Variant},
};

/// A type of a [`Model`].
#[derive(Debug, Clone, Copy)]
pub(super) enum Described {
    Structured(&'static StructuredType),
    Enumeration(&'static EnumType),
}

/// A set of types, to write as CSDL or to compare with the metadata of a service.
///
/// Adding a type adds its bases. The types of its properties are known by name only and have to be added as well:
/// [`undescribed`](Self::undescribed) returns those that are missing. Of two types with one name, the first is used.
///
/// The output is the same in every run: schemas and types are sorted by name, properties and members are in source order. The
/// `schema_alias` of a type becomes the alias of its schema, `computed` becomes the annotation `Org.OData.Core.V1.Computed`, and
/// `derived_types` becomes `Org.OData.Validation.V1.DerivedTypeConstraint`. Facets are written where the default would be a limit that the
/// Rust type does not have: `Scale="variable"` for decimals, and twelve fraction digits for times (CSDL XML 4.01 §7.2.3, §7.2.4).
/// Validation rules, entity containers and operations are not written.
///
/// ```
/// use odata_core::{Flags, ODataEnum, ODataResource, csdl::Model};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop", abstract)]
/// struct Item {
///     title: Option<String>,
/// }
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Book {
///     #[odata(base)]
///     item: Item,
///     genres: Flags<Genre>,
/// }
///
/// #[derive(Debug, ODataEnum)]
/// #[odata(namespace = "shop", flags)]
/// enum Genre {
///     #[odata(value = 1)]
///     Crime,
///     #[odata(value = 2)]
///     Travel,
/// }
///
/// let model = Model::new().with::<Book>();
/// assert_eq!(model.names().collect::<Vec<_>>(), ["shop.book", "shop.item"]);
/// assert_eq!(model.undescribed(), ["shop.genre"]);
///
/// let model = model.with_enum::<Genre>();
/// assert!(model.undescribed().is_empty());
/// ```
///
/// Source: CSDL XML 4.01 §5 to §10, CSDL JSON 4.01 §5 to §10.
#[derive(Debug, Clone, Default)]
pub struct Model {
    pub(super) types: BTreeMap<&'static str, Described>,
    /// The namespaces of other documents, by URL.
    pub(super) references: BTreeMap<String, BTreeSet<String>>,
}

impl Model {
    /// Returns a model without types.
    #[must_use]
    pub fn new() -> Model {
        Model::default()
    }

    /// Adds a structured type and its bases, or the types of a hierarchy and their bases.
    #[must_use]
    pub fn with<T: Variant>(mut self) -> Model {
        T::TYPES.each(&mut |described| {
            self = std::mem::take(&mut self).with_type(described);
        });
        self
    }

    /// Adds an enumeration.
    #[must_use]
    pub fn with_enum<E: ODataEnum>(self) -> Model {
        self.with_enum_type(E::TYPE)
    }

    /// Adds a structured type, by its description, and its bases.
    #[must_use]
    pub fn with_type(mut self, described: &'static StructuredType) -> Model {
        for level in described.chain() {
            self.types
                .entry(level.name())
                .or_insert(Described::Structured(level));
        }
        self
    }

    /// Adds an enumeration, by its description.
    #[must_use]
    pub fn with_enum_type(mut self, described: &'static EnumType) -> Model {
        self.types
            .entry(described.name())
            .or_insert(Described::Enumeration(described));
        self
    }

    /// Declares that the document at `url` defines the types of `namespace`. The output has a reference to it, and
    /// [`undescribed`](Self::undescribed) omits these types (CSDL 4.01 §4.1).
    ///
    /// ```
    /// use odata_core::{Version, csdl::Model};
    ///
    /// let model = Model::new().with_reference("https://store.example/$metadata", "store");
    /// assert!(model.to_xml(Version::V401).contains(r#"<edmx:Include Namespace="store"/>"#));
    /// ```
    #[must_use]
    pub fn with_reference(mut self, url: impl Into<String>, namespace: impl Into<String>) -> Model {
        self.references
            .entry(url.into())
            .or_default()
            .insert(namespace.into());
        self
    }

    /// Returns the qualified names of the types, sorted.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.types.keys().copied()
    }

    /// Returns the names of types that properties use, but that are neither in the model, nor built in, nor in a referenced document;
    /// sorted. A document without them is not valid.
    #[must_use]
    pub fn undescribed(&self) -> Vec<&'static str> {
        let named: BTreeSet<_> = self
            .structured()
            .flat_map(StructuredType::own_properties)
            .map(|it| it.type_name())
            .collect();
        let is_elsewhere = |name: &str| {
            let namespace = namespace(name);
            namespace == "Edm" || self.references.values().any(|all| all.contains(namespace))
        };
        named
            .into_iter()
            .filter(|name| !self.types.contains_key(name) && !is_elsewhere(name))
            .collect()
    }

    pub(super) fn structured(&self) -> impl Iterator<Item = &'static StructuredType> {
        self.types.values().filter_map(|it| match it {
            Described::Structured(it) => Some(*it),
            Described::Enumeration(_) => None,
        })
    }
}

/// Returns the part of a qualified name before the last dot.
pub(super) fn namespace(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(namespace, _)| namespace)
}
