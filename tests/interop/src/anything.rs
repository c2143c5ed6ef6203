//! A model with the abstract built-in types, whose values may have any type.

use odata_core::{
    DynamicResource, ODataResource, RawJson,
    csdl::Model,
    edm::{PrimitiveValue, geo::Geography},
};

/// A property of each abstract built-in type.
#[derive(Debug, ODataResource)]
#[odata(namespace = "anything")]
pub struct Anything {
    /// Identifies the entity.
    #[odata(key)]
    pub id: i32,
    /// `Edm.Untyped`.
    pub untyped: Option<RawJson>,
    /// `Edm.ComplexType`.
    pub complex: Option<DynamicResource>,
    /// `Edm.PrimitiveType`.
    pub primitive: Option<PrimitiveValue>,
    /// `Edm.Geography`.
    pub geography: Option<Geography>,
    /// `Edm.EntityType`.
    #[odata(navigation)]
    pub entity: Option<DynamicResource>,
    /// Entities of another service.
    #[odata(navigation)]
    pub entities: Option<Vec<DynamicResource>>,
    /// An entity of a type that is not described.
    #[odata(navigation, edm = "elsewhere.thing")]
    pub thing: Option<DynamicResource>,
}

/// Returns the model.
#[must_use]
pub fn model() -> Model {
    Model::new()
        .container("anything.Container")
        .entity_set::<Anything>("Anything")
        .with_stubs()
}
