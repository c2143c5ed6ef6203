//! Writing CSDL JSON.

use crate::{
    csdl::{
        facets::{Facets, PICOSECONDS},
        model::{CORE, Described, Model, Schema},
        value::{Object, Value},
    },
    enumeration::enum_type::EnumType,
    model::{
        property::Property,
        structured_type::{Kind, StructuredType},
    },
    protocol::version::Version,
};

/// CSDL JSON 4.01, section 3.
pub(super) fn document(model: &Model) -> Value {
    let mut document = Object::new().with("$Version", Version::V401.as_str());
    let references = model.references("json");
    if !references.is_empty() {
        let references = references.into_iter().map(|(url, namespaces)| {
            let includes = namespaces
                .into_iter()
                .map(|it| Object::new().with("$Namespace", &*it).into());
            let includes = Value::List(includes.collect());
            (url, Object::new().with("$Include", includes))
        });
        document = document.with("$Reference", Object::new().containing(references));
    }
    let schemas = model.schemas();
    document
        .containing(
            schemas
                .iter()
                .map(|it| (it.namespace.to_owned(), schema(it))),
        )
        .into()
}

fn schema(schema: &Schema) -> Object {
    let mut object = Object::new();
    if let Some(alias) = schema.alias {
        object = object.with("$Alias", alias);
    }
    object.containing(schema.types.iter().map(|(name, described)| {
        let described = match described {
            Described::Structured(it) => structured(it),
            Described::Enumeration(it) => enumeration(it),
        };
        ((*name).to_owned(), described)
    }))
}

/// CSDL JSON 4.01, sections 6 and 9.
fn structured(described: &'static StructuredType) -> Object {
    let mut object = Object::new().with(
        "$Kind",
        match described.kind() {
            Kind::Entity => "EntityType",
            Kind::Complex => "ComplexType",
        },
    );
    if let Some(base) = described.base() {
        object = object.with("$BaseType", base.name());
    }
    object = object
        .with_flag("$Abstract", described.is_abstract())
        .with_flag("$OpenType", described.is_open());
    let parts: Vec<Value> = described
        .own_properties()
        .iter()
        .filter(|it| it.is_key())
        .map(|it| it.name().into())
        .collect();
    if !parts.is_empty() {
        object = object.with("$Key", Value::List(parts));
    }
    object.containing(
        described
            .own_properties()
            .iter()
            .map(|it| (it.name().to_owned(), property(it))),
    )
}

/// CSDL JSON 4.01, sections 7 and 8. Silence means `Edm.String`, a single value, and that it is not nullable.
fn property(property: &'static Property) -> Object {
    let mut object = Object::new();
    if property.is_navigation() {
        object = object.with("$Kind", "NavigationProperty");
    }
    if property.type_name() != "Edm.String" {
        object = object.with("$Type", property.type_name());
    }
    let nullable = if property.is_collection() {
        // Related entities are never null (section 8.3).
        property.has_nullable_items() && !property.is_navigation()
    } else {
        property.is_nullable()
    };
    object = object
        .with_flag("$Collection", property.is_collection())
        .with_flag("$Nullable", nullable);
    if Facets::of(property.type_name()) == Facets::Picoseconds {
        object = object.with("$Precision", Value::Number(PICOSECONDS.into()));
    }
    object.with_flag(&format!("@{CORE}.Computed"), property.is_computed())
}

/// CSDL JSON 4.01, section 10.
fn enumeration(described: &'static EnumType) -> Object {
    let mut object = Object::new()
        .with("$Kind", "EnumType")
        .with("$UnderlyingType", described.underlying().name())
        .with_flag("$IsFlags", described.is_flags());
    for member in described.members() {
        object = object.with(member.name(), Value::Number(member.value()));
    }
    object
}
