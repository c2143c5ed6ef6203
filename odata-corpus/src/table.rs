//! Types by name, in a table that the build script generates.

use odata_core::{
    Collection, Delta, ODataResource, Validate,
    csdl::{Model, ModelType},
    model::StructuredType,
    payload::PropertyValue,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    kind,
    options::Options,
    outcome::{Named, Outcome, round_trip},
};

/// Reads a body and writes it back.
pub type RoundTrip = fn(&[u8], &Options) -> Outcome;

/// A declared type of a payload.
#[derive(Debug, Clone, Copy)]
pub struct Typed {
    /// The qualified name.
    pub qualified: &'static str,
    /// The description of the type.
    pub described: &'static StructuredType,
    /// Adds the type to a model, with its facets and descriptions.
    pub with_type: fn(Model) -> Model,
    /// Reads one object.
    pub resource: RoundTrip,
}

impl Typed {
    /// Returns the entry of the type `T`. `B` is its hierarchy if it has derived types.
    #[must_use]
    pub const fn of<B, T>(qualified: &'static str) -> Typed
    where
        B: DeserializeOwned + Serialize + Validate + Named,
        T: ODataResource + ModelType,
    {
        Typed {
            qualified,
            described: T::TYPE,
            with_type: Model::with::<T>,
            resource: round_trip::<B>,
        }
    }
}

/// A type of a case's schema.
#[derive(Debug, Clone, Copy)]
pub struct CaseType {
    /// The qualified name.
    pub qualified: &'static str,
    /// Reads one object.
    pub resource: Option<RoundTrip>,
    /// Reads a collection.
    pub collection: Option<RoundTrip>,
    /// Reads the changes to a collection.
    pub delta: Option<RoundTrip>,
    /// Reads the parameters of an action.
    pub parameters: Option<RoundTrip>,
    /// Reads the value of a property.
    pub property: Option<RoundTrip>,
}

impl CaseType {
    /// Returns the entry of a type. `T` is its hierarchy if it has derived types.
    #[must_use]
    pub const fn of<T>(qualified: &'static str) -> CaseType
    where
        T: DeserializeOwned + Serialize + Validate + Named,
        Collection<T>: DeserializeOwned + Serialize + Validate,
        Delta<T>: DeserializeOwned + Serialize + Validate,
    {
        CaseType {
            qualified,
            resource: Some(round_trip::<T>),
            collection: Some(kind::collection::<T>),
            delta: Some(kind::delta::<T>),
            parameters: Some(kind::parameters::<T>),
            // The value of a structured property is an object already.
            property: Some(round_trip::<T>),
        }
    }

    /// Returns the entry of a primitive or an enumeration.
    #[must_use]
    pub const fn of_value<T>(qualified: &'static str) -> CaseType
    where
        Collection<T>: DeserializeOwned + Serialize + Validate,
        PropertyValue<T>: DeserializeOwned + Serialize + Validate,
    {
        CaseType {
            qualified,
            resource: None,
            collection: Some(kind::collection::<T>),
            delta: None,
            parameters: None,
            property: Some(kind::property::<T>),
        }
    }
}

/// The types of a case's schema.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// The text of the schema.
    pub csdl: &'static str,
    /// The rule of the case, part of the types.
    pub validator: &'static str,
    /// The types of the schema.
    pub types: &'static [CaseType],
    /// Why there are no types; empty if there are.
    pub problem: &'static str,
}
