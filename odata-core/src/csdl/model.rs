//! The model that a document describes: types, operations and an entity container.

use std::{
    any::Any,
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
};

use odata_csdl as csdl;

use crate::{
    csdl::{container::Container, details::Details, model_type::ModelType, operation::Operation},
    edm::Primitive,
    enumeration::{EnumType, Member, odata_enum::ODataEnum},
    model::{
        Property, StructuredType,
        define::{Define, Detail},
    },
};

/// A type of a [`Model`].
#[derive(Debug, Clone, Copy)]
pub(super) enum Described {
    Structured(&'static StructuredType),
    Enumeration(&'static EnumType),
}

impl Described {
    /// Returns whether both are written in the same way. Addresses are not compared, because a constant may have several.
    fn is_same(self, other: Described) -> bool {
        match (self, other) {
            (Described::Structured(a), Described::Structured(b)) => {
                let property = |it: &Property| (it.name(), it.type_name(), it.flags);
                std::ptr::eq(a, b)
                    || (a.kind() == b.kind()
                        && a.is_abstract() == b.is_abstract()
                        && a.base().map(StructuredType::name) == b.base().map(StructuredType::name)
                        && (a.own_properties().iter().map(property))
                            .eq(b.own_properties().iter().map(property)))
            }
            (Described::Enumeration(a), Described::Enumeration(b)) => {
                let member = |it: &Member| (it.name(), it.value());
                std::ptr::eq(a, b)
                    || (a.underlying() == b.underlying()
                        && a.is_flags() == b.is_flags()
                        && (a.members().iter().map(member)).eq(b.members().iter().map(member)))
            }
            _ => false,
        }
    }
}

/// The parts of a type in a document that its description does not have.
#[derive(Debug, Clone, Default)]
pub(super) struct TypeDetails {
    /// The doc comment.
    pub(super) docs: &'static str,
    /// The details of a structured type's own properties, by index.
    pub(super) properties: Vec<(u16, Detail)>,
    /// The doc comments of an enumeration's members.
    pub(super) members: &'static [&'static str],
    pub(super) has_stream: bool,
}

/// A service's model, to write as CSDL or to compare with the metadata of a service.
///
/// [`with`](Self::with) adds a type and everything that it uses: its bases, the types of its properties, and all variants of a hierarchy.
/// Two different types of one name are a problem of the output. [`container`](Self::container) and the methods after it add an entity
/// container, [`with_operation`](Self::with_operation) adds actions and functions, [`with_details`](Self::with_details) what a Rust type
/// does not express about a property, and [`with_schema`](Self::with_schema) anything else that CSDL has.
///
/// ```
/// use odata_core::{ODataEnum, ODataResource, Version, csdl::{Details, Model}};
///
/// /// An order of a customer.
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     #[odata(key, immutable)]
///     id: i32,
///     #[odata(validate(length(max = 40)))]
///     note: Option<String>,
///     status: Option<Status>,
///     #[odata(navigation)]
///     customer: Option<Customer>,
/// }
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Customer {
///     #[odata(key)]
///     name: String,
/// }
///
/// #[derive(Debug, ODataEnum)]
/// #[odata(namespace = "shop")]
/// enum Status {
///     /// Not yet paid.
///     Open,
///     Paid,
/// }
///
/// let model = Model::new()
///     .container("shop.Container")
///     .entity_set::<Order>("Orders")
///     .entity_set::<Customer>("Customers")
///     .bind("Orders", "customer", "Customers")
///     .with_details("shop.customer/name", Details::new().max_length(80));
/// assert_eq!(model.names().collect::<Vec<_>>(), ["shop.customer", "shop.order", "shop.status"]);
///
/// let xml = model.to_xml(Version::V401)?;
/// assert!(xml.contains(r#"<Property Name="note" Type="Edm.String" Nullable="true" MaxLength="40"/>"#));
/// assert!(xml.contains(r#"<Annotation Term="Org.OData.Core.V1.Description" String="An order of a customer."/>"#));
/// assert!(xml.contains(r#"<NavigationPropertyBinding Path="customer" Target="Customers"/>"#));
/// # Ok::<(), odata_core::csdl::InvalidModel>(())
/// ```
///
/// The output is the same in every run: schemas and types are sorted by name, properties, members and the children of the container are in
/// source order. What the attributes state becomes CSDL:
///
/// | In Rust | In CSDL |
/// |---|---|
/// | `schema_alias` | `Alias` of the schema |
/// | `key`, `key_position`, `key(...)` | `Key` |
/// | `computed`, `immutable` | `Org.OData.Core.V1.Computed`, `Org.OData.Core.V1.Immutable` |
/// | doc comment | `Org.OData.Core.V1.Description`: the first paragraph; `LongDescription`: the others, without code blocks and links to items |
/// | `derived_types` | `Org.OData.Validation.V1.DerivedTypeConstraint` |
/// | `validate(length(max = ...))` | `MaxLength`; on a collection `Org.OData.Validation.V1.MaxItems` |
/// | `validate(digits(...))` | `Precision` and `Scale` |
/// | `validate(range(...))` | `Org.OData.Validation.V1.Minimum` and `Maximum` |
/// | `edm = "shop.weight"` on a field of a primitive type | `TypeDefinition` |
///
/// Facets are also written where the default would be a limit that the Rust type does not have: `Scale="variable"` for decimals, and
/// twelve fraction digits for times (CSDL XML 4.01 §7.2.3, §7.2.4). The derive generates doc comments and limits only with the feature
/// `csdl`; `#[odata(undocumented)]` omits a doc comment.
///
/// Source: CSDL XML 4.01, CSDL JSON 4.01.
#[derive(Debug, Clone, Default)]
pub struct Model {
    pub(super) types: BTreeMap<&'static str, Described>,
    pub(super) details: BTreeMap<&'static str, TypeDetails>,
    /// The underlying type of each type definition.
    pub(super) definitions: BTreeMap<String, csdl::TypeDefinition>,
    /// By the path of a property: `shop.order/customer`.
    pub(super) overrides: BTreeMap<String, Details>,
    pub(super) operations: Vec<Operation>,
    pub(super) container: Option<Container>,
    /// The entity sets and singletons that were added without a container.
    pub(super) without_container: Vec<String>,
    pub(super) schemas: Vec<csdl::Schema>,
    /// The namespaces of other documents with their aliases, by URL.
    pub(super) references: BTreeMap<String, BTreeMap<String, Option<String>>>,
    /// The reasons of deliberate differences, by target.
    pub(super) deliberate: BTreeMap<String, String>,
    pub(super) has_stubs: bool,
    pub(super) has_no_descriptions: bool,
    /// The names of types that differ from another type of the same name, which was added first.
    pub(super) conflicts: BTreeSet<&'static str>,
    /// The properties whose types are still to be added. A list rather than recursion, because types nest deeply.
    pending: Vec<&'static Property>,
}

/// Collects what the derive generated about the types.
impl Define for Model {
    fn structured(
        &mut self,
        described: &'static dyn Any,
        docs: &'static str,
        details: &[(u16, Detail)],
    ) {
        let Some(described) = described.downcast_ref::<StructuredType>() else {
            return;
        };
        self.add(described.name(), Described::Structured(described));
        let own = self.details.entry(described.name()).or_default();
        if own.docs.is_empty() && own.properties.is_empty() {
            own.docs = docs;
            own.properties = details.to_vec();
        }
    }

    fn enumeration(
        &mut self,
        described: &'static dyn Any,
        docs: &'static str,
        members: &'static [&'static str],
    ) {
        if let Some(described) = described.downcast_ref::<EnumType>() {
            self.add(described.name(), Described::Enumeration(described));
            let own = self.details.entry(described.name()).or_default();
            (own.docs, own.members) = (docs, members);
        }
    }
}

impl Model {
    /// Returns a model without types.
    #[must_use]
    pub fn new() -> Model {
        Model::default()
    }

    /// Adds a structured type or the types of a hierarchy, with their bases and all types that they use.
    #[must_use]
    pub fn with<T: ModelType>(mut self) -> Model {
        T::define(&mut self);
        T::TYPES.for_each(&mut |described| self.add_chain(described));
        self.add_pending();
        self
    }

    /// Adds an enumeration. An enumeration that a property of the model uses does not need this call.
    #[must_use]
    pub fn with_enum<E: ODataEnum>(mut self) -> Model {
        E::define(&mut self);
        self.with_enum_type(E::TYPE)
    }

    /// Adds a structured type, by its description, with its bases and all types that they use.
    #[must_use]
    pub fn with_type(mut self, described: &'static StructuredType) -> Model {
        self.add_chain(described);
        self.add_pending();
        self
    }

    /// Adds an enumeration, by its description.
    #[must_use]
    pub fn with_enum_type(mut self, described: &'static EnumType) -> Model {
        self.add(described.name(), Described::Enumeration(described));
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
        let used = self.structured().flat_map(StructuredType::own_properties);
        let names: BTreeSet<_> = used
            .filter(|it| !self.is_described(it.type_name()) && !is_definition(it))
            .map(Property::type_name)
            .collect();
        names.into_iter().collect()
    }

    fn is_described(&self, name: &str) -> bool {
        let (namespace, unqualified) = name.rsplit_once('.').unwrap_or(("", name));
        let mut schemas = self.schemas.iter();
        namespace == "Edm"
            || self.types.contains_key(name)
            || self.definitions.contains_key(name)
            || self
                .references
                .values()
                .any(|all| all.contains_key(namespace))
            || schemas.any(|schema| {
                schema.namespace == namespace
                    && schema.types.iter().any(|it| it.name == unqualified)
            })
    }

    pub(super) fn structured(&self) -> impl Iterator<Item = &'static StructuredType> {
        self.types.values().filter_map(|it| match it {
            Described::Structured(it) => Some(*it),
            Described::Enumeration(_) => None,
        })
    }

    fn add(&mut self, name: &'static str, described: Described) {
        match self.types.entry(name) {
            Entry::Vacant(entry) => {
                entry.insert(described);
                if let Described::Structured(described) = described {
                    self.pending.extend(described.own_properties());
                }
            }
            Entry::Occupied(first) if !first.get().is_same(described) => {
                self.conflicts.insert(name);
            }
            Entry::Occupied(_) => {}
        }
    }

    fn add_chain(&mut self, described: &'static StructuredType) {
        for level in described.chain() {
            self.add(level.name(), Described::Structured(level));
        }
    }

    pub(super) fn add_pending(&mut self) {
        while let Some(property) = self.pending.pop() {
            (property.declared.define)(self);
        }
    }

    /// Returns the details that the derive generated for a property.
    pub(super) fn details_of(
        &self,
        described: &StructuredType,
        property: &Property,
    ) -> impl Iterator<Item = &Detail> {
        let own = described.own_properties().iter();
        let index = own.take_while(|it| it.name() != property.name()).count();
        let details = self.details.get(described.name());
        let details = details.map(|it| it.properties.as_slice());
        details
            .unwrap_or_default()
            .iter()
            .filter(move |(at, _)| usize::from(*at) == index)
            .map(|(_, detail)| detail)
    }
}

/// Returns whether the name of the property's type is that of a type definition whose primitive type is known.
pub(super) fn is_definition(property: &Property) -> bool {
    let underlying = property.declared.underlying;
    !property.type_name().starts_with("Edm.")
        && underlying.starts_with("Edm.")
        && Primitive::from_name(underlying).is_some()
}

/// Returns the part of a qualified name before the last dot.
pub(super) fn namespace(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(namespace, _)| namespace)
}

/// Finds a type of the document by its qualified name.
pub(super) fn find_type<'a>(schemas: &'a [csdl::Schema], name: &str) -> Option<&'a csdl::Type> {
    let (namespace, name) = name.rsplit_once('.').unwrap_or(("", name));
    let mut schemas = schemas.iter().filter(|it| it.namespace == namespace);
    schemas.find_map(|schema| schema.types.iter().find(|it| it.name == name))
}
