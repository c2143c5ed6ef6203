//! Types where they are used, and their facets.

use std::fmt;

use crate::location::Location;

/// A type where it is used: `Type="Collection(NS.T)" Nullable="false" MaxLength="40"`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TypeReference {
    /// The qualified name; for a collection, that of the items.
    pub name: String,
    /// Whether values are collections.
    pub is_collection: bool,
    /// Whether a value, or an item of a collection, may be null. `None` where XML does not state it: a single value is then nullable, and
    /// for the items of a collection there is no default (CSDL XML 4.01 §7.2.1).
    pub nullable: Option<bool>,
    /// The facets.
    pub facets: Facets,
    /// The position of the name.
    pub location: Location,
}

/// Writes the type as CSDL XML has it: `Edm.String` or `Collection(Edm.String)`.
impl fmt::Display for TypeReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.is_collection {
            true => write!(f, "Collection({})", self.name),
            false => f.write_str(&self.name),
        }
    }
}

impl TypeReference {
    /// Returns whether a single value may be null, which is the default.
    #[must_use]
    pub fn is_nullable(&self) -> bool {
        self.nullable.unwrap_or(true)
    }
}

/// Facets, unchecked (CSDL 4.01 §7.2). A missing facet has the meaning that CSDL XML defines, in a document from JSON as well.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// The maximum length of a string, stream or binary value, or `max`.
    pub max_length: Option<String>,
    /// The digits of a decimal, or the fraction digits of a second.
    pub precision: Option<String>,
    /// The fraction digits of a decimal, `variable` or `floating`. Default: `0`.
    pub scale: Option<String>,
    /// Whether a string may have characters beyond ASCII. Default: `true`.
    pub unicode: Option<String>,
    /// The spatial reference system, or `variable`.
    pub srid: Option<String>,
}
