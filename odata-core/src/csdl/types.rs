//! The types of a model as they are in a document.

use std::collections::BTreeMap;

use odata_csdl::{self as csdl, Annotation, ConstantKind, EnumMember, Expression, Key, KeyPart};

use crate::{
    csdl::{
        model::{Model, is_definition, namespace},
        property::{CORE, VALIDATION, annotation, facets, property, tag},
        prose::prose,
    },
    edm::Primitive,
    enumeration::EnumType,
    model::{Kind, Property, StructuredType, define::Detail},
};

/// Returns the type definitions of the model, and those that the `edm` attributes of properties name.
pub(super) fn definitions(model: &Model) -> BTreeMap<String, csdl::TypeDefinition> {
    let mut definitions = model.definitions.clone();
    let properties = model.structured().flat_map(StructuredType::own_properties);
    for property in properties.filter(|it| is_definition(it)) {
        let name = property.type_name();
        let is_elsewhere = model
            .references
            .values()
            .any(|all| all.contains_key(namespace(name)));
        if model.types.contains_key(name) || is_elsewhere {
            continue;
        }
        let definition = definitions.entry(name.to_owned());
        definition.or_insert_with(|| csdl::TypeDefinition {
            underlying: property.declared.underlying.to_owned(),
            ..csdl::TypeDefinition::default()
        });
    }
    for definition in definitions.values_mut() {
        definition.facets = facets(&definition.underlying);
    }
    definitions
}

pub(super) fn structured(model: &Model, described: &StructuredType) -> csdl::StructuredType {
    let parts: Vec<_> = key(model, described)
        .into_iter()
        .map(|(path, name)| KeyPart {
            path: path.to_owned(),
            alias: (path != name).then(|| name.to_owned()),
            ..KeyPart::default()
        })
        .collect();
    let properties = described.own_properties().iter();
    let details = model.details.get(described.name());
    csdl::StructuredType {
        is_entity: described.kind() == Kind::Entity,
        base: described.base().map(|base| base.name().to_owned()),
        is_abstract: described.is_abstract(),
        is_open: described.is_open(),
        has_stream: details.is_some_and(|it| it.has_stream),
        key: (!parts.is_empty()).then(|| Key {
            parts,
            ..Key::default()
        }),
        properties: properties
            .map(|it| detailed(model, described, it))
            .collect(),
    }
}

/// Returns the paths and names of the parts of the key that the type itself declares, in the order of the key.
pub(super) fn key<'a>(model: &Model, described: &'a StructuredType) -> Vec<(&'a str, &'a str)> {
    if !described.key.is_empty() {
        return described.key.to_vec();
    }
    let own = described.own_properties().iter().filter(|it| it.is_key());
    let mut parts: Vec<_> = own
        .map(|property| {
            let position = model
                .details_of(described, property)
                .find_map(|it| match it {
                    Detail::KeyPosition(position) => Some(*position),
                    _ => None,
                });
            (position.unwrap_or(0), property.name())
        })
        .collect();
    parts.sort_by_key(|(position, _)| *position);
    parts.into_iter().map(|(_, name)| (name, name)).collect()
}

/// Returns a property with the details of the derive and of the model.
pub(super) fn detailed(
    model: &Model,
    described: &StructuredType,
    property: &Property,
) -> csdl::Property {
    let mut written = self::property(property);
    for detail in model.details_of(described, property) {
        let limit = |term, text: &str| annotation(VALIDATION, term, number(text));
        let bound = |term, text: &str| {
            let value = bound(property, text);
            let annotation = value.map(|it| annotation(VALIDATION, term, it));
            annotation.into_iter().collect()
        };
        let annotations = match detail {
            Detail::Docs(docs) => descriptions(model, docs),
            Detail::KeyPosition(_) => Vec::new(),
            Detail::Immutable => vec![tag(CORE, "Immutable")],
            Detail::MaxLength(length) => {
                written.ty.facets.max_length = Some(length.clone());
                Vec::new()
            }
            Detail::Precision(digits) => {
                written.ty.facets.precision = Some(digits.clone());
                Vec::new()
            }
            Detail::Scale(digits) => {
                written.ty.facets.scale = Some(digits.clone());
                Vec::new()
            }
            Detail::Minimum(text) => bound("Minimum", text),
            Detail::Maximum(text) => bound("Maximum", text),
            Detail::MinItems(text) => vec![limit("MinItems", text)],
            Detail::MaxItems(text) => vec![limit("MaxItems", text)],
        };
        written.annotations.extend(annotations);
    }
    if let Some(own) = model
        .overrides
        .get(&format!("{}/{}", described.name(), property.name()))
    {
        own.apply(&mut written);
    }
    written
}

fn number(text: &str) -> Expression {
    let kind = if text.contains(['e', 'E']) {
        ConstantKind::Float
    } else if text.contains('.') {
        ConstantKind::Decimal
    } else {
        ConstantKind::Int
    };
    Expression::Constant(kind, text.to_owned())
}

/// Returns the limit of a range as an expression of the property's type. The values of other types have no constant in CSDL.
fn bound(property: &Property, text: &str) -> Option<Expression> {
    let kind = match Primitive::from_name(property.literal_type())? {
        Primitive::Date => ConstantKind::Date,
        Primitive::DateTimeOffset => ConstantKind::DateTimeOffset,
        Primitive::Duration => ConstantKind::Duration,
        Primitive::TimeOfDay => ConstantKind::TimeOfDay,
        Primitive::Byte
        | Primitive::SByte
        | Primitive::Int16
        | Primitive::Int32
        | Primitive::Int64
        | Primitive::Single
        | Primitive::Double
        | Primitive::Decimal => return Some(number(text)),
        _ => return None,
    };
    Some(Expression::Constant(kind, text.to_owned()))
}

/// The first paragraph of a doc comment is the short description, as in Rust's documentation.
pub(super) fn descriptions(model: &Model, docs: &str) -> Vec<Annotation> {
    if model.has_no_descriptions {
        return Vec::new();
    }
    let docs = prose(docs);
    let (first, rest) = docs.split_once("\n\n").unwrap_or((&docs, ""));
    let text = |text: &str| Expression::Constant(ConstantKind::String, text.to_owned());
    [
        ("Description", first.replace('\n', " ")),
        ("LongDescription", rest.trim().to_owned()),
    ]
    .into_iter()
    .filter(|(_, docs)| !docs.is_empty())
    .map(|(term, docs)| annotation(CORE, term, text(&docs)))
    .collect()
}

pub(super) fn enumeration(model: &Model, described: &EnumType, docs: &[&str]) -> csdl::EnumType {
    let docs = docs.iter().copied().chain(std::iter::repeat(""));
    let members = described.members().iter().zip(docs);
    csdl::EnumType {
        underlying: Some(described.underlying().name().to_owned()),
        is_flags: described.is_flags(),
        members: members
            .map(|(it, docs)| EnumMember {
                name: it.name().to_owned(),
                value: Some(it.value().to_string()),
                annotations: descriptions(model, docs),
                ..EnumMember::default()
            })
            .collect(),
    }
}
