//! The types of `odata_core::graph`, with an entity set and the action that an answer is for.

use odata_core::{
    ODataResource,
    csdl::{
        Model, Operation,
        odata_csdl::{
            Key, KeyPart, Property, Schema, StructuredType, Type, TypeKind, TypeReference,
        },
    },
    graph::{
        AnyCustomExtensionData, CustomExtensionCalloutRequest, CustomExtensionCalloutResponse,
        Resume,
        identity_governance::{
            CustomTaskExtensionCallbackConfiguration, CustomTaskExtensionCallbackData,
        },
    },
};

/// A request for access, reduced to its key: the action `resume` is bound to it.
#[derive(Debug, ODataResource)]
#[odata(namespace = "microsoft.graph")]
pub struct AccessPackageAssignmentRequest {
    /// Identifies the request.
    #[odata(key)]
    pub id: String,
}

/// The entity types that navigation properties of the family lead to.
const RELATED: [(&str, &str); 11] = [
    ("microsoft.graph", "accessPackage"),
    ("microsoft.graph", "accessPackageAssignment"),
    ("microsoft.graph", "accessPackageCatalog"),
    ("microsoft.graph", "accessPackageQuestion"),
    ("microsoft.graph", "accessPackageSubject"),
    ("microsoft.graph", "application"),
    ("microsoft.graph", "group"),
    ("microsoft.graph", "user"),
    ("microsoft.graph.identityGovernance", "task"),
    ("microsoft.graph.identityGovernance", "taskProcessingResult"),
    ("microsoft.graph.identityGovernance", "workflow"),
];

/// Returns the types of `odata_core::graph`.
#[must_use]
pub fn family() -> Model {
    Model::new()
        .with::<AnyCustomExtensionData>()
        .with::<CustomExtensionCalloutRequest>()
        .with::<CustomExtensionCalloutResponse>()
        .with::<CustomTaskExtensionCallbackData>()
        .with::<CustomTaskExtensionCallbackConfiguration>()
}

/// Returns the model.
#[must_use]
pub fn model() -> Model {
    let model = RELATED
        .iter()
        .fold(family(), |model, it| model.with_schema(related(*it)));
    model
        .container("microsoft.graph.GraphService")
        .entity_set::<AccessPackageAssignmentRequest>("assignmentRequests")
        .with_operation(
            Operation::action("microsoft.graph.resume")
                .bound_to::<AccessPackageAssignmentRequest>("bindingParameter")
                .parameters::<Resume>(),
        )
}

/// A schema with an entity type that has a key.
fn related((namespace, name): (&str, &str)) -> Schema {
    let id = Property {
        name: "id".to_owned(),
        ty: TypeReference {
            name: "Edm.String".to_owned(),
            nullable: Some(false),
            ..TypeReference::default()
        },
        ..Property::default()
    };
    let key = KeyPart {
        path: "id".to_owned(),
        ..KeyPart::default()
    };
    Schema {
        namespace: namespace.to_owned(),
        types: vec![Type {
            name: name.to_owned(),
            kind: TypeKind::Structured(StructuredType {
                is_entity: true,
                is_open: true,
                key: Some(Key {
                    parts: vec![key],
                    ..Key::default()
                }),
                properties: vec![id],
                ..StructuredType::default()
            }),
            ..Type::default()
        }],
        ..Schema::default()
    }
}
