//! What a service says of its types.

use std::{collections::BTreeMap, fmt};

use crate::{
    csdl::{from_json, from_xml},
    model::structured_type::Kind,
};

/// A service's model as its `$metadata` has it, as far as descriptions of Rust types go: to be compared with, see
/// [`Model::compare`](super::Model::compare).
///
/// ```
/// use odata_core::csdl::Metadata;
///
/// let metadata = Metadata::from_xml(r#"
///   <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
///     <edmx:DataServices>
///       <Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
///         <ComplexType Name="price"><Property Name="amount" Type="Edm.Decimal"/></ComplexType>
///       </Schema>
///     </edmx:DataServices>
///   </edmx:Edmx>"#)?;
/// assert_eq!(metadata.names().collect::<Vec<_>>(), ["shop.price"]);
/// # Ok::<(), odata_core::csdl::InvalidMetadata>(())
/// ```
///
/// Source: OData CSDL XML 4.01 and OData CSDL JSON 4.01, sections 3 to 11.
#[derive(Debug, Clone, Default)]
pub struct Metadata {
    pub(super) types: BTreeMap<String, Declared>,
}

impl Metadata {
    /// Reads a document in XML, of version 4.0 or 4.01. What shapes no type is read over.
    ///
    /// # Errors
    /// The text is no XML, or its root is not that of a CSDL document, or a type lacks what it must have.
    pub fn from_xml(text: &str) -> Result<Metadata, InvalidMetadata> {
        from_xml::read(text)
    }

    /// Reads a document in JSON. What shapes no type is read over.
    ///
    /// # Errors
    /// The text is no JSON, or does not say that it is CSDL, or something in it has a wrong type.
    pub fn from_json(text: &str) -> Result<Metadata, InvalidMetadata> {
        from_json::read(text)
    }

    /// Adds the types of another document, for services whose metadata is in several. Of a type that both have, the first stays.
    ///
    /// ```
    /// use odata_core::csdl::Metadata;
    ///
    /// let shop = Metadata::from_json(r#"{"$Version": "4.01", "shop": {"order": {"$Kind": "ComplexType"}}}"#)?;
    /// let store = Metadata::from_json(r#"{"$Version": "4.01", "store": {"shelf": {"$Kind": "ComplexType"}}}"#)?;
    /// assert_eq!(shop.and(store).names().collect::<Vec<_>>(), ["shop.order", "store.shelf"]);
    /// # Ok::<(), odata_core::csdl::InvalidMetadata>(())
    /// ```
    #[must_use]
    pub fn and(mut self, other: Metadata) -> Metadata {
        for (name, declared) in other.types {
            self.types.entry(name).or_insert(declared);
        }
        self
    }

    /// The qualified names of its types, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.types.keys().map(String::as_str)
    }

    pub(super) fn structured(&self, name: &str) -> Option<&Structured> {
        match self.types.get(name)? {
            Declared::Structured(it) => Some(it),
            _ => None,
        }
    }

    /// The type and its bases, itself first. A cycle of bases, which is against the rules, ends somewhere.
    pub(super) fn chain<'a>(&'a self, own: &'a Structured) -> impl Iterator<Item = &'a Structured> {
        std::iter::successors(Some(own), |it| self.structured(it.base.as_deref()?))
            .take(self.types.len() + 1)
    }

    /// What a type definition stands for; any other name as it is.
    pub(super) fn underlying<'a>(&'a self, name: &'a str) -> &'a str {
        match self.types.get(name) {
            Some(Declared::Definition { underlying }) => underlying,
            _ => name,
        }
    }
}

/// One type of it; names are qualified by namespace, never by alias.
#[derive(Debug, Clone)]
pub(super) enum Declared {
    Structured(Structured),
    Enumeration(Enumeration),
    Definition { underlying: String },
}

#[derive(Debug, Clone)]
pub(super) struct Structured {
    pub(super) kind: Kind,
    pub(super) base: Option<String>,
    pub(super) is_abstract: bool,
    pub(super) is_open: bool,
    /// The own key, or none.
    pub(super) key: Vec<String>,
    pub(super) properties: BTreeMap<String, Property>,
}

#[derive(Debug, Clone)]
pub(super) struct Property {
    pub(super) type_name: String,
    pub(super) is_collection: bool,
    /// Of a collection, its items. `None` where nothing is said and silence has no meaning.
    pub(super) is_nullable: Option<bool>,
    pub(super) is_navigation: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Enumeration {
    pub(super) underlying: String,
    pub(super) is_flags: bool,
    pub(super) members: BTreeMap<String, i64>,
}

/// Why a text was not read as metadata, and where.
///
/// ```
/// use odata_core::csdl::Metadata;
///
/// let error = Metadata::from_xml("<Edmx>\n</Edm>").unwrap_err();
/// assert_eq!(error.line(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidMetadata {
    line: usize,
    message: String,
}

impl InvalidMetadata {
    pub(super) fn new(line: usize, message: impl Into<String>) -> InvalidMetadata {
        InvalidMetadata {
            line,
            message: message.into(),
        }
    }

    /// The line, counted from 1; 0 where only the whole is wrong, or JSON in its meaning.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }
}

impl fmt::Display for InvalidMetadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}: ", self.line)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for InvalidMetadata {}
