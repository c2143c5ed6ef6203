//! A model as a CSDL document.

use std::collections::{BTreeMap, BTreeSet};

use odata_csdl::{self as csdl, Annotation, Document, Include, Reference, Schema, TypeKind};

use crate::{
    csdl::{
        check::{self, InvalidModel},
        model::{Described, Model, namespace},
        property::{CORE, VALIDATION},
        types::{definitions, descriptions, enumeration, structured},
    },
    protocol::Version,
};

/// The folder of OASIS's vocabularies. The namespace of a vocabulary and the extension of the format follow it.
const VOCABULARIES: &str = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/";

impl Model {
    /// Returns the document in XML. The versions differ only in the version number: nothing is written that 4.0 does not have, unless a
    /// type has properties of `Edm.Untyped` or of an abstract built-in type.
    ///
    /// # Errors
    /// All problems of the model, each with what to write: it is empty, a type is not defined, the entities of a set or of a contained
    /// collection have no key (in 4.0 those of any type that is not abstract), a binding or details have no target.
    ///
    /// ```
    /// use odata_core::{ODataResource, Version, csdl::Model};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Price {
    ///     amount: Option<f64>,
    /// }
    ///
    /// let model = Model::new().container("shop.Container").entity_set::<Price>("Prices");
    /// assert_eq!(
    ///     model.to_xml(Version::V401).unwrap_err().to_string(),
    ///     "`shop.price` of the entity set `Prices` is a complex type: add `#[odata(key)]` to the fields that identify an entity",
    /// );
    /// ```
    pub fn to_xml(&self, version: Version) -> Result<String, InvalidModel> {
        Ok(document(self, version, "xml")?.to_xml())
    }

    /// Returns the document in JSON, which exists since version 4.01.
    ///
    /// # Errors
    /// The errors of [`to_xml`](Self::to_xml).
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
    /// assert_eq!(Model::new().with::<Item>().to_json()?, r#"{
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
    /// # Ok::<(), odata_core::csdl::InvalidModel>(())
    /// ```
    pub fn to_json(&self) -> Result<String, InvalidModel> {
        Ok(document(self, Version::V401, "json")?.to_json())
    }
}

/// `extension` is that of the referenced vocabularies, which exist in both formats.
fn document(model: &Model, version: Version, extension: &str) -> Result<Document, InvalidModel> {
    let mut schemas = schemas(model);
    let problems = check::problems(model, version, &mut schemas);
    if !problems.is_empty() {
        return Err(InvalidModel { problems });
    }
    if version == Version::V4 {
        replace_floating_scale(&mut schemas);
    }
    Ok(Document {
        version: match version {
            Version::V4 => csdl::Version::V4_0,
            Version::V401 => csdl::Version::V4_01,
        },
        references: references(model, &schemas, extension),
        schemas,
    })
}

/// Replaces the scale `floating`, which 4.0 does not have: its decimals have any scale up to the precision.
fn replace_floating_scale(schemas: &mut [Schema]) {
    for ty in schemas.iter_mut().flat_map(|it| &mut it.types) {
        if let TypeKind::Structured(own) = &mut ty.kind {
            for property in &mut own.properties {
                let scale = property.ty.facets.scale.as_mut();
                if let Some(scale) = scale.filter(|it| *it == "floating") {
                    *scale = "variable".to_owned();
                }
            }
        }
    }
}

/// Returns the referenced documents, and the vocabularies of the annotations that the model itself writes.
fn references(model: &Model, schemas: &[Schema], extension: &str) -> Vec<Reference> {
    let mut references = model.references.clone();
    for vocabulary in [CORE, VALIDATION] {
        let is_declared = references.values().any(|all| all.contains_key(vocabulary));
        if !is_declared && schemas.iter().any(|schema| uses(schema, vocabulary)) {
            references.insert(
                format!("{VOCABULARIES}{vocabulary}.{extension}"),
                BTreeMap::from([(vocabulary.to_owned(), None)]),
            );
        }
    }
    let include = |(namespace, alias)| Include {
        namespace,
        alias,
        ..Include::default()
    };
    let references = references.into_iter().map(|(uri, namespaces)| Reference {
        uri,
        includes: namespaces.into_iter().map(include).collect(),
    });
    references.collect()
}

/// Returns whether a schema, a type, a property or a member has an annotation of the vocabulary.
fn uses(schema: &Schema, vocabulary: &str) -> bool {
    let groups = schema.annotation_groups.iter();
    let types = schema.types.iter().flat_map(|ty| {
        let parts: Vec<&[Annotation]> = match &ty.kind {
            TypeKind::Structured(own) => own
                .properties
                .iter()
                .map(|it| it.annotations.as_slice())
                .collect(),
            TypeKind::Enumeration(own) => own
                .members
                .iter()
                .map(|it| it.annotations.as_slice())
                .collect(),
            TypeKind::Definition(_) => Vec::new(),
        };
        parts.into_iter().chain([ty.annotations.as_slice()])
    });
    types
        .chain(groups.map(|it| it.annotations.as_slice()))
        .chain([schema.annotations.as_slice()])
        .flatten()
        .any(|it| namespace(&it.term) == vocabulary)
}

/// Returns the schemas, sorted by namespace.
fn schemas(model: &Model) -> Vec<Schema> {
    let mut schemas = Schemas::default();
    for (name, described) in &model.types {
        let docs = model.details.get(name);
        let (alias_name, kind) = match described {
            Described::Structured(it) => {
                (it.alias_name(), TypeKind::Structured(structured(model, it)))
            }
            Described::Enumeration(it) => {
                let members = docs.map(|it| it.members).unwrap_or_default();
                (
                    it.alias_name(),
                    TypeKind::Enumeration(enumeration(model, it, members)),
                )
            }
        };
        let (schema, name) = schemas.of(name);
        let alias = alias_name.map(|name| self::namespace(name).to_owned());
        schema.alias = schema.alias.take().or(alias);
        schema.types.push(csdl::Type {
            name,
            kind,
            annotations: docs
                .map(|it| descriptions(model, it.docs))
                .unwrap_or_default(),
            ..csdl::Type::default()
        });
    }
    for (name, definition) in definitions(model) {
        let (schema, name) = schemas.of(&name);
        schema.types.push(csdl::Type {
            name,
            kind: TypeKind::Definition(definition),
            ..csdl::Type::default()
        });
    }
    for operation in &model.operations {
        let (schema, _) = schemas.of(&operation.name);
        schema.operations.push(operation.own.clone());
    }
    if let Some((namespace, container)) = model.written_container() {
        schemas.named(namespace).containers.push(container);
    }
    for spliced in &model.schemas {
        schemas.merge(spliced);
    }
    // An alias is declared for one namespace and is not the name of another (CSDL 4.01 §5.2).
    let mut taken: Vec<String> = schemas.0.keys().cloned().collect();
    let includes = model.references.values().flatten();
    taken.extend(includes.filter_map(|(_, alias)| alias.clone()));
    let schemas = schemas.0.into_values().map(|mut schema| {
        schema.alias = schema.alias.filter(|alias| !taken.contains(alias));
        taken.extend(schema.alias.clone());
        schema
    });
    schemas.collect()
}

/// The schemas by namespace.
#[derive(Default)]
struct Schemas(BTreeMap<String, Schema>);

impl Schemas {
    fn named(&mut self, namespace: &str) -> &mut Schema {
        let schema = self.0.entry(namespace.to_owned());
        schema.or_insert_with(|| Schema {
            namespace: namespace.to_owned(),
            ..Schema::default()
        })
    }

    /// Returns the schema of a qualified name, and the name without its namespace.
    fn of(&mut self, name: &str) -> (&mut Schema, String) {
        let (namespace, name) = name.rsplit_once('.').unwrap_or(("", name));
        (self.named(namespace), name.to_owned())
    }

    fn merge(&mut self, other: &Schema) {
        let schema = self.named(&other.namespace);
        let other = other.clone();
        schema.alias = schema.alias.take().or(other.alias);
        // A type definition that is known only from the properties that name it has no facets. The other schema may define them.
        let is_definition = |ty: &csdl::Type| matches!(ty.kind, TypeKind::Definition(_));
        schema.types.retain(|own| {
            let mut types = other.types.iter();
            !is_definition(own) || !types.any(|it| it.name == own.name && is_definition(it))
        });
        let names: BTreeSet<String> = schema.types.iter().map(|it| it.name.clone()).collect();
        let types = other.types.into_iter();
        schema
            .types
            .extend(types.filter(|it| !names.contains(&it.name)));
        schema.operations.extend(other.operations);
        schema.terms.extend(other.terms);
        schema.annotations.extend(other.annotations);
        schema.annotation_groups.extend(other.annotation_groups);
        for container in other.containers {
            match schema.containers.first_mut() {
                Some(own) => {
                    own.children.extend(container.children);
                    own.annotations.extend(container.annotations);
                    own.extends = own.extends.take().or(container.extends);
                }
                None => schema.containers.push(container),
            }
        }
    }
}
