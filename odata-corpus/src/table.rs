//! Types by name, as the build script lists them.

use odata_core::{Collection, Delta, Validate, model::StructuredType};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    kind,
    options::Options,
    outcome::{Named, Outcome, round_trip},
};

/// Reads a body and writes it back.
pub type RoundTrip = fn(&[u8], &Options) -> Outcome;

/// A type that a payload may be declared as.
#[derive(Debug, Clone, Copy)]
pub struct Typed {
    /// Its qualified name.
    pub qualified: &'static str,
    /// What the library knows of it.
    pub described: &'static StructuredType,
    /// As one object.
    pub resource: RoundTrip,
}

impl Typed {
    /// The entry of a type; `T` is its hierarchy where it has derived types.
    #[must_use]
    pub const fn of<T: DeserializeOwned + Serialize + Validate + Named>(
        qualified: &'static str,
        described: &'static StructuredType,
    ) -> Typed {
        Typed {
            qualified,
            described,
            resource: round_trip::<T>,
        }
    }
}

/// A type of a case's schema.
#[derive(Debug, Clone, Copy)]
pub struct CaseType {
    /// Its qualified name.
    pub qualified: &'static str,
    /// As one object.
    pub resource: RoundTrip,
    /// As a collection of it.
    pub collection: RoundTrip,
    /// As changes to a collection of it.
    pub delta: RoundTrip,
    /// As an action's parameters.
    pub parameters: RoundTrip,
}

impl CaseType {
    /// The entry of a type; `T` is its hierarchy where it has derived types.
    #[must_use]
    pub const fn of<T>(qualified: &'static str) -> CaseType
    where
        T: DeserializeOwned + Serialize + Validate + Named,
        Collection<T>: DeserializeOwned + Serialize + Validate,
        Delta<T>: DeserializeOwned + Serialize + Validate,
    {
        CaseType {
            qualified,
            resource: round_trip::<T>,
            collection: kind::collection::<T>,
            delta: kind::delta::<T>,
            parameters: kind::parameters::<T>,
        }
    }
}

/// The types of a case's schema.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// The schema, as the case has it.
    pub csdl: &'static str,
    /// The case's own rule, which the types were built with.
    pub validator: &'static str,
    /// Its types.
    pub types: &'static [CaseType],
}
