//! A model as a CSDL document.

use std::collections::BTreeMap;

use odata_csdl::{
    self as csdl, Annotation, ConstantKind, Document, EnumMember, Expression, Facets, Include, Key,
    KeyPart, Reference, Schema, TypeKind, TypeReference,
};

use crate::{
    csdl::model::{Described, Model, namespace},
    enumeration::EnumType,
    model::{Kind, Property, StructuredType},
    protocol::Version,
};

/// The vocabulary of `Computed`.
const CORE: &str = "Org.OData.Core.V1";

/// The vocabulary of `DerivedTypeConstraint`.
const VALIDATION: &str = "Org.OData.Validation.V1";

/// The URL of the folder of vocabularies.
const VOCABULARIES_URL: &str = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies";

/// The greatest precision of a time, in fraction digits of a second.
const PICOSECONDS: &str = "12";

impl Model {
    /// Returns the document in XML. The versions differ only in the version number: nothing is written that 4.0 does not have, unless a
    /// type has properties of `Edm.Untyped` or of an abstract built-in type.
    #[must_use]
    pub fn to_xml(&self, version: Version) -> String {
        document(self, version, "xml").to_xml()
    }

    /// Returns the document in JSON, which exists since version 4.01.
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
        document(self, Version::V401, "json").to_json()
    }
}

/// `extension` is that of the referenced vocabulary, which exists in both formats.
fn document(model: &Model, version: Version, extension: &str) -> Document {
    Document {
        version: match version {
            Version::V4 => csdl::Version::V4_0,
            Version::V401 => csdl::Version::V4_01,
        },
        references: references(model, extension),
        schemas: schemas(model),
    }
}

/// The referenced documents, and the vocabularies that a property uses.
fn references(model: &Model, extension: &str) -> Vec<Reference> {
    let mut references = model.references.clone();
    let properties = model.structured().flat_map(StructuredType::own_properties);
    let properties: Vec<&Property> = properties.collect();
    let vocabularies = [
        (CORE, properties.iter().any(|it| it.is_computed())),
        (
            VALIDATION,
            properties.iter().any(|it| !it.derived_types().is_empty()),
        ),
    ];
    for (vocabulary, is_used) in vocabularies {
        if is_used && !references.values().any(|it| it.contains(vocabulary)) {
            let url = format!("{VOCABULARIES_URL}/{vocabulary}.{extension}");
            references.insert(url, [vocabulary.to_owned()].into());
        }
    }
    let include = |namespace| Include {
        namespace,
        ..Include::default()
    };
    let references = references.into_iter().map(|(uri, namespaces)| Reference {
        uri,
        includes: namespaces.into_iter().map(include).collect(),
    });
    references.collect()
}

/// The schemas, sorted by namespace.
fn schemas(model: &Model) -> Vec<Schema> {
    let mut schemas: BTreeMap<&str, Schema> = BTreeMap::new();
    for (name, described) in &model.types {
        let (namespace, name) = name.rsplit_once('.').unwrap_or(("", name));
        let schema = schemas.entry(namespace).or_insert_with(|| Schema {
            namespace: namespace.to_owned(),
            ..Schema::default()
        });
        let (alias_name, kind) = match described {
            Described::Structured(it) => (it.alias_name(), TypeKind::Structured(structured(it))),
            Described::Enumeration(it) => (it.alias_name(), TypeKind::Enumeration(enumeration(it))),
        };
        let alias = alias_name.map(|name| self::namespace(name).to_owned());
        schema.alias = schema.alias.take().or(alias);
        schema.types.push(csdl::Type {
            name: name.to_owned(),
            location: csdl::Location::default(),
            kind,
            annotations: Vec::new(),
        });
    }
    // An alias is declared for one namespace and is not the name of another (CSDL 4.01 §5.2).
    let mut taken: Vec<String> = schemas
        .keys()
        .map(|&namespace| namespace.to_owned())
        .collect();
    let schemas = schemas.into_values().map(|mut schema| {
        schema.alias = schema.alias.filter(|alias| !taken.contains(alias));
        taken.extend(schema.alias.clone());
        schema
    });
    schemas.collect()
}

fn structured(described: &StructuredType) -> csdl::StructuredType {
    let parts: Vec<_> = described
        .own_properties()
        .iter()
        .filter(|it| it.is_key())
        .map(|it| KeyPart {
            path: it.name().to_owned(),
            ..KeyPart::default()
        })
        .collect();
    csdl::StructuredType {
        is_entity: described.kind() == Kind::Entity,
        base: described.base().map(|base| base.name().to_owned()),
        is_abstract: described.is_abstract(),
        is_open: described.is_open(),
        key: (!parts.is_empty()).then(|| Key {
            parts,
            ..Key::default()
        }),
        properties: described.own_properties().iter().map(property).collect(),
        ..csdl::StructuredType::default()
    }
}

fn property(described: &Property) -> csdl::Property {
    let is_collection = described.is_collection();
    // Always stated, except for collections of related entities, where XML does not allow it (CSDL XML 4.01 §7.2.1, §8.3).
    let nullable = match (is_collection, described.is_navigation()) {
        (true, true) => None,
        (true, false) => Some(described.has_nullable_items()),
        (false, _) => Some(described.is_nullable()),
    };
    let computed = described.is_computed().then(|| Annotation {
        term: format!("{CORE}.Computed"),
        qualifier: None,
        value: Expression::Default,
    });
    let names = described.derived_types().iter();
    let names: Vec<Expression> = names
        .map(|it| Expression::Constant(ConstantKind::String, (*it).to_owned()))
        .collect();
    let derived_types = (!names.is_empty()).then(|| Annotation {
        term: format!("{VALIDATION}.DerivedTypeConstraint"),
        qualifier: None,
        value: Expression::Collection(names),
    });
    csdl::Property {
        name: described.name().to_owned(),
        ty: TypeReference {
            name: described.type_name().to_owned(),
            is_collection,
            nullable,
            facets: facets(described.type_name()),
            ..TypeReference::default()
        },
        navigation: described.is_navigation().then(csdl::Navigation::default),
        annotations: computed.into_iter().chain(derived_types).collect(),
        ..csdl::Property::default()
    }
}

/// The facets whose default is a limit that the Rust type does not have (CSDL XML 4.01 §7.2.3, §7.2.4).
fn facets(type_name: &str) -> Facets {
    let (precision, scale) = match type_name {
        "Edm.Decimal" => (None, Some("variable")),
        "Edm.DateTimeOffset" | "Edm.Duration" | "Edm.TimeOfDay" => (Some(PICOSECONDS), None),
        _ => (None, None),
    };
    Facets {
        precision: precision.map(str::to_owned),
        scale: scale.map(str::to_owned),
        ..Facets::default()
    }
}

fn enumeration(described: &EnumType) -> csdl::EnumType {
    let members = described.members().iter().map(|it| EnumMember {
        name: it.name().to_owned(),
        value: Some(it.value().to_string()),
        ..EnumMember::default()
    });
    csdl::EnumType {
        underlying: Some(described.underlying().name().to_owned()),
        is_flags: described.is_flags(),
        members: members.collect(),
    }
}
