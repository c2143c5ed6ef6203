//! Writing CSDL XML.

use std::borrow::Cow;

use crate::{
    csdl::{
        element::Element,
        facets::{Facets, PICOSECONDS},
        model::{CORE, Described, Model, Schema},
    },
    enumeration::enum_type::EnumType,
    model::{
        property::Property,
        structured_type::{Kind, StructuredType},
    },
    protocol::version::Version,
};

pub(super) const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";
pub(super) const EDMX: &str = "http://docs.oasis-open.org/odata/ns/edmx";

/// CSDL XML 4.01, section 3.
pub(super) fn document(model: &Model, version: Version) -> Element {
    let references = model
        .references("xml")
        .into_iter()
        .map(|(url, namespaces)| {
            let includes = namespaces
                .into_iter()
                .map(|it| Element::new("edmx:Include").with("Namespace", it));
            Element::new("edmx:Reference")
                .with("Uri", url)
                .containing(includes)
        });
    let schemas = model.schemas();
    Element::new("edmx:Edmx")
        .with("xmlns:edmx", EDMX)
        .with("Version", version.as_str())
        .containing(references)
        .containing([Element::new("edmx:DataServices").containing(schemas.iter().map(schema))])
}

fn schema(schema: &Schema) -> Element {
    let mut element = Element::new("Schema")
        .with("xmlns", EDM)
        .with("Namespace", schema.namespace);
    if let Some(alias) = schema.alias {
        element = element.with("Alias", alias);
    }
    element.containing(
        schema
            .types
            .iter()
            .map(|(name, described)| match described {
                Described::Structured(it) => structured(name, it),
                Described::Enumeration(it) => enumeration(name, it),
            }),
    )
}

/// CSDL XML 4.01, sections 6 and 9.
fn structured(name: &'static str, described: &'static StructuredType) -> Element {
    let mut element = Element::new(match described.kind() {
        Kind::Entity => "EntityType",
        Kind::Complex => "ComplexType",
    })
    .with("Name", name);
    if let Some(base) = described.base() {
        element = element.with("BaseType", base.name());
    }
    let parts: Vec<_> = described
        .own_properties()
        .iter()
        .filter(|it| it.is_key())
        .map(|it| Element::new("PropertyRef").with("Name", it.name()))
        .collect();
    let key = (!parts.is_empty()).then(|| Element::new("Key").containing(parts));
    element
        .with_flag("Abstract", described.is_abstract())
        .with_flag("OpenType", described.is_open())
        .containing(key)
        .containing(described.own_properties().iter().map(property))
}

/// CSDL XML 4.01, sections 7 and 8.
fn property(property: &'static Property) -> Element {
    let ty = if property.is_collection() {
        Cow::Owned(format!("Collection({})", property.type_name()))
    } else {
        Cow::Borrowed(property.type_name())
    };
    let mut element = Element::new(if property.is_navigation() {
        "NavigationProperty"
    } else {
        "Property"
    })
    .with("Name", property.name())
    .with("Type", ty);
    // Always said, since silence means true for a single value and nothing for items (section 7.2.1); but a collection of related
    // entities must not say it (section 8.3).
    if !(property.is_navigation() && property.is_collection()) {
        let nullable = if property.is_collection() {
            property.has_nullable_items()
        } else {
            property.is_nullable()
        };
        element = element.with("Nullable", if nullable { "true" } else { "false" });
    }
    element = match Facets::of(property.type_name()) {
        Facets::None => element,
        Facets::AnyScale => element.with("Scale", "variable"),
        Facets::Picoseconds => element.with("Precision", PICOSECONDS.to_string()),
    };
    let computed = property
        .is_computed()
        .then(|| Element::new("Annotation").with("Term", format!("{CORE}.Computed")));
    element.containing(computed)
}

/// CSDL XML 4.01, section 10.
fn enumeration(name: &'static str, described: &'static EnumType) -> Element {
    Element::new("EnumType")
        .with("Name", name)
        .with("UnderlyingType", described.underlying().name())
        .with_flag("IsFlags", described.is_flags())
        .containing(described.members().iter().map(|it| {
            Element::new("Member")
                .with("Name", it.name())
                .with("Value", it.value().to_string())
        }))
}
