//! The types that a document describes.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    csdl::{compare, difference::Difference, json, metadata::Metadata, xml},
    enumeration::{enum_type::EnumType, odata_enum::ODataEnum},
    model::{odata_resource::ODataResource, structured_type::StructuredType},
    protocol::version::Version,
};

/// The vocabulary of `Computed`, which is the one annotation that descriptions have.
pub(super) const CORE: &str = "Org.OData.Core.V1";

/// Where that vocabulary is, without the ending that says its form.
pub(super) const CORE_URL: &str =
    "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1";

/// A type of a [`Model`].
#[derive(Debug, Clone, Copy)]
pub(super) enum Described {
    Structured(&'static StructuredType),
    Enumeration(&'static EnumType),
}

impl Described {
    fn alias_name(self) -> Option<&'static str> {
        match self {
            Described::Structured(it) => it.alias_name(),
            Described::Enumeration(it) => it.alias_name(),
        }
    }
}

/// A set of types, to be written as CSDL or compared with a service's metadata.
///
/// A type brings its bases. The types of its properties are known to its description by name only, so that they have to be named
/// here, too; [`undescribed`](Self::undescribed) says which are missing. Two types of one name are one: the first stays.
///
/// What is written is the same in every run: schemas and types by name, properties and members in source order. A type's
/// `schema_alias` becomes the alias of its schema, and `computed` the annotation `Org.OData.Core.V1.Computed`. Limits that a Rust type
/// does not have are stated to be open: decimals have `Scale="variable"`, and times twelve fraction digits, where silence would mean none
/// (CSDL XML 4.01, sections 7.2.3 and 7.2.4). Validation rules, entity containers and operations are no part of a description.
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
/// Source: OData CSDL XML 4.01, sections 5 to 10; OData CSDL JSON 4.01, same sections.
#[derive(Debug, Clone, Default)]
pub struct Model {
    pub(super) types: BTreeMap<&'static str, Described>,
    /// Documents by URL, and the namespaces that they bring.
    pub(super) references: BTreeMap<String, BTreeSet<String>>,
}

impl Model {
    /// No types.
    #[must_use]
    pub fn new() -> Model {
        Model::default()
    }

    /// Adds a structured type and its bases.
    #[must_use]
    pub fn with<T: ODataResource>(self) -> Model {
        self.with_type(T::TYPE)
    }

    /// Adds an enumeration.
    #[must_use]
    pub fn with_enum<E: ODataEnum>(self) -> Model {
        self.with_enum_type(E::TYPE)
    }

    /// As [`with`](Self::with), by the description: for those who have a list of descriptions.
    #[must_use]
    pub fn with_type(mut self, described: &'static StructuredType) -> Model {
        for level in described.chain() {
            self.types
                .entry(level.name())
                .or_insert(Described::Structured(level));
        }
        self
    }

    /// As [`with_enum`](Self::with_enum), by the description.
    #[must_use]
    pub fn with_enum_type(mut self, described: &'static EnumType) -> Model {
        self.types
            .entry(described.name())
            .or_insert(Described::Enumeration(described));
        self
    }

    /// Says that the document at `url` has the types of `namespace`; what is written refers to it, and
    /// [`undescribed`](Self::undescribed) does not miss them (CSDL 4.01, section 4.1).
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

    /// The qualified names of the types, sorted.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.types.keys().copied()
    }

    /// The types that properties are declared with and that are neither here, nor built in, nor in a referenced document; sorted. A
    /// document that lacks them is not valid.
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

    /// The document in XML. The versions differ in no more than the number: nothing is written that 4.0 does not have, unless a type
    /// has properties of `Edm.Untyped` or of an abstract built-in type.
    #[must_use]
    pub fn to_xml(&self, version: Version) -> String {
        xml::document(self, version).to_string()
    }

    /// The document in JSON, which begins with version 4.01.
    ///
    /// ```
    /// use odata_core::{ODataResource, csdl::Model};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop", open)]
    /// struct Item {
    ///     title: String,
    ///     #[odata(dynamic_properties)]
    ///     more: odata_core::DynamicProperties,
    /// }
    ///
    /// assert_eq!(Model::new().with::<Item>().to_json(), r#"{
    ///   "$Version": "4.01",
    ///   "shop": {
    ///     "item": {
    ///       "$Kind": "ComplexType",
    ///       "$OpenType": true,
    ///       "title": {}
    ///     }
    ///   }
    /// }
    /// "#);
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        format!("{}\n", json::document(self))
    }

    /// What is said otherwise in a service's metadata, about the types that are here; sorted by type.
    ///
    /// Properties and members that only the service has are among the differences, types that only the service has are not: a client
    /// need not know them all. A property may be inherited on one side and declared on the other. Not compared is what either side does
    /// not say: facets, the nullability of items where the metadata is silent (CSDL XML 4.01, section 7.2.2), the service's type where a
    /// field holds any (`Edm.Untyped` and the abstract built-in types).
    ///
    /// An example is in the [module](super).
    #[must_use]
    pub fn compare(&self, service: &Metadata) -> Vec<Difference> {
        compare::differences(self, service)
    }

    /// The namespaces in order, each with its alias and its types.
    pub(super) fn schemas(&self) -> Vec<Schema> {
        let mut schemas: Vec<Schema> = Vec::new();
        let mut by_namespace: BTreeMap<&'static str, Schema> = BTreeMap::new();
        for (name, described) in &self.types {
            let namespace = namespace(name);
            let schema = by_namespace.entry(namespace).or_insert_with(|| Schema {
                namespace,
                alias: None,
                types: Vec::new(),
            });
            schema.alias = schema
                .alias
                .or(described.alias_name().map(crate::csdl::model::namespace));
            schema.types.push((unqualified(name), *described));
        }
        let namespaces: Vec<_> = by_namespace.keys().copied().collect();
        for mut schema in by_namespace.into_values() {
            // An alias stands for one namespace and is the name of none (CSDL 4.01, section 5.2).
            schema.alias = schema.alias.filter(|alias| {
                !namespaces.contains(alias) && !schemas.iter().any(|it| it.alias == Some(alias))
            });
            schemas.push(schema);
        }
        schemas
    }

    /// Referenced documents, that of the core vocabulary included where a property needs it.
    pub(super) fn references(&self, ending: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut references = self.references.clone();
        let computes = self
            .structured()
            .flat_map(StructuredType::own_properties)
            .any(|it| it.is_computed());
        if computes && !references.values().any(|all| all.contains(CORE)) {
            references.insert(
                format!("{CORE_URL}.{ending}"),
                BTreeSet::from([CORE.to_owned()]),
            );
        }
        references
    }

    fn structured(&self) -> impl Iterator<Item = &'static StructuredType> {
        self.types.values().filter_map(|it| match it {
            Described::Structured(it) => Some(*it),
            Described::Enumeration(_) => None,
        })
    }
}

/// The types of one namespace.
#[derive(Debug)]
pub(super) struct Schema {
    pub(super) namespace: &'static str,
    pub(super) alias: Option<&'static str>,
    /// By name without the namespace.
    pub(super) types: Vec<(&'static str, Described)>,
}

/// What precedes the last dot.
fn namespace(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(namespace, _)| namespace)
}

/// What follows it.
fn unqualified(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, name)| name)
}
