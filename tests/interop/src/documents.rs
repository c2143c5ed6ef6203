//! Odd but legal metadata: the documents of the folder `documents`, and the types that are generated from them.

mod left_out;

use left_out::leave_out;
use odata_core::{
    Error, ODataResource, ODataType, Validate,
    csdl::{
        Model,
        odata_csdl::{Document, Schema, TypeKind},
    },
    json,
    model::{StructuredType, Variant},
};
use serde::{Serialize, de::DeserializeOwned};

pub use generated::DOCUMENTS;

/// What the build script generates.
#[allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::all,
    reason = "not every item is used, and the names are odd"
)]
pub mod generated {
    include!(concat!(env!("OUT_DIR"), "/documents.rs"));
}

/// A document and its types.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// The name of the file without its extension.
    pub name: &'static str,
    /// The text of the document.
    pub text: &'static str,
    /// The structured types and the bodies of actions.
    pub types: &'static [Entry],
}

/// A type of a document.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The qualified name of the type or action.
    pub qualified: &'static str,
    /// Reads a body and writes it back.
    pub round_trip: fn(&str) -> Result<String, Error>,
    /// Adds the type to a model.
    with_type: fn(Model) -> Model,
    described: Option<&'static StructuredType>,
}

impl Entry {
    /// Returns the entry of a type. `B` is its hierarchy if it has derived types.
    #[must_use]
    pub const fn of<B, T>(qualified: &'static str) -> Entry
    where
        B: DeserializeOwned + Serialize + Validate,
        T: ODataResource + Variant + ODataType,
    {
        Entry {
            qualified,
            round_trip: round_trip::<B>,
            with_type: Model::with::<T>,
            described: Some(T::TYPE),
        }
    }

    /// Returns the entry of an action, whose parameters are not a type of the model.
    #[must_use]
    pub const fn of_action<B: DeserializeOwned + Serialize + Validate>(
        qualified: &'static str,
    ) -> Entry {
        Entry {
            qualified,
            round_trip: round_trip::<B>,
            with_type: |model| model,
            described: None,
        }
    }
}

fn round_trip<B: DeserializeOwned + Serialize + Validate>(text: &str) -> Result<String, Error> {
    json::to_string(&json::from_str::<B>(text)?)
}

impl Source {
    /// Returns whether the document is CSDL JSON.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.text.starts_with('{')
    }

    /// Returns the document.
    #[must_use]
    pub fn document(&self) -> Document {
        Document::read(self.text, 0, &mut Vec::new())
    }

    /// Returns the model of the generated types.
    #[must_use]
    pub fn types(&self) -> Model {
        let mut model = Model::new();
        for entry in self.types {
            model = (entry.with_type)(model);
        }
        model
    }

    /// Returns the model of the generated types with everything of the document that types do not have.
    #[must_use]
    pub fn model(&self) -> Model {
        let described = self.types.iter().filter_map(|it| it.described);
        complete(
            self.types(),
            self.document(),
            &described.collect::<Vec<_>>(),
        )
        .0
    }
}

/// Adds what types do not have to their model: the entity container, operations, terms, references, and the enumerations and type
/// definitions that no property uses. Returns also a line for each part that is left out, because the standard does not allow it.
#[must_use]
pub fn complete(
    model: Model,
    document: Document,
    types: &[&'static StructuredType],
) -> (Model, Vec<String>) {
    let schemas = document.schemas.into_iter();
    let mut schemas: Vec<Schema> = schemas.map(without_structured_types).collect();
    let left_out = leave_out(&mut schemas, types);
    let model = schemas.into_iter().fold(model, Model::with_schema);
    let model = document.references.into_iter().fold(model, |model, it| {
        it.includes.into_iter().fold(model, |model, include| {
            model.with_reference(it.uri.clone(), include.namespace)
        })
    });
    (model, left_out)
}

/// The annotations are left out: they belong to the properties of the metadata, not to those that are written.
fn without_structured_types(schema: Schema) -> Schema {
    let types = schema.types.into_iter();
    Schema {
        types: types
            .filter(|it| !matches!(it.kind, TypeKind::Structured(_)))
            .collect(),
        annotations: Vec::new(),
        annotation_groups: Vec::new(),
        ..schema
    }
}
