//! The types and the entity container of a service, read from its metadata.

use std::{collections::BTreeMap, fmt};

use odata_csdl::{
    Container, Diagnostic, Document, EnumMember, LineIndex, Severity, StructuredType, TypeKind,
};

/// The types and the entity container that the `$metadata` of a service defines, for [`Model::compare`](super::Model::compare).
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
/// Source: CSDL XML 4.01 §3 to §11, CSDL JSON 4.01 §3 to §11.
#[derive(Debug, Clone, Default)]
pub struct Metadata {
    pub(super) types: BTreeMap<String, TypeKind>,
    pub(super) containers: BTreeMap<String, Container>,
}

impl Metadata {
    /// Reads CSDL XML of version 4.0 or 4.01. Only types and entity containers are used.
    ///
    /// # Errors
    /// The text is not CSDL XML, or a required attribute is missing, or an attribute has an invalid value.
    pub fn from_xml(text: &str) -> Result<Metadata, InvalidMetadata> {
        Self::read(text, Document::from_xml)
    }

    /// Reads CSDL JSON. Only types and entity containers are used.
    ///
    /// # Errors
    /// The text is not CSDL JSON, or a member has an invalid value.
    pub fn from_json(text: &str) -> Result<Metadata, InvalidMetadata> {
        Self::read(text, Document::from_json)
    }

    fn read(
        text: &str,
        document: impl FnOnce(&str, usize, &mut Vec<Diagnostic>) -> Document,
    ) -> Result<Metadata, InvalidMetadata> {
        let text = text.trim_start_matches('\u{feff}');
        let mut diagnostics = Vec::new();
        let document = document(text, 0, &mut diagnostics);
        let invalid = |offset, message| {
            let (line, _) = LineIndex::new(text).line_column(text, offset);
            InvalidMetadata { line, message }
        };
        let mut errors = diagnostics.into_iter();
        if let Some(error) = errors.find(|found| found.severity == Severity::Error) {
            return Err(invalid(error.location.start, error.message));
        }
        let mut metadata = Metadata::default();
        for schema in document.schemas {
            for ty in schema.types {
                if let TypeKind::Enumeration(own) = &ty.kind {
                    let mut members = own.members.iter().enumerate();
                    let found = members.find(|(index, it)| member_value(*index, it).is_none());
                    if let Some((_, member)) = found {
                        let message = format!("the value of `{}` is not an integer", member.name);
                        return Err(invalid(member.location.start, message));
                    }
                }
                let name = format!("{}.{}", schema.namespace, ty.name);
                metadata.types.insert(name, ty.kind);
            }
            for container in schema.containers {
                let name = format!("{}.{}", schema.namespace, container.name);
                metadata.containers.insert(name, container);
            }
        }
        Ok(metadata)
    }

    /// Adds the types of another document, for a service with several. Of two types with one name, the first is used.
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
        for (name, container) in other.containers {
            self.containers.entry(name).or_insert(container);
        }
        self
    }

    /// Returns the qualified names of the types, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.types.keys().map(String::as_str)
    }

    pub(super) fn structured(&self, name: &str) -> Option<&StructuredType> {
        match self.types.get(name)? {
            TypeKind::Structured(it) => Some(it),
            _ => None,
        }
    }

    /// Returns the type and its bases, the type first. The length limit ends an invalid cycle of bases.
    pub(super) fn chain<'a>(
        &'a self,
        own: &'a StructuredType,
    ) -> impl Iterator<Item = &'a StructuredType> {
        std::iter::successors(Some(own), |it| self.structured(it.base.as_deref()?))
            .take(self.types.len() + 1)
    }

    /// Returns the type with a name and its bases, the type first.
    pub(super) fn chain_of(&self, name: &str) -> impl Iterator<Item = &StructuredType> {
        self.structured(name)
            .into_iter()
            .flat_map(|own| self.chain(own))
    }

    /// Returns the underlying type of a type definition, or any other name unchanged.
    pub(super) fn underlying<'a>(&'a self, name: &'a str) -> &'a str {
        match self.types.get(name) {
            Some(TypeKind::Definition(definition)) => &definition.underlying,
            _ => name,
        }
    }
}

/// Returns the value of an enumeration member. Default: its index (CSDL XML 4.01 §10.3).
pub(super) fn member_value(index: usize, member: &EnumMember) -> Option<i64> {
    match &member.value {
        Some(text) => text.parse().ok(),
        None => i64::try_from(index).ok(),
    }
}

/// The first error in a text that should be metadata.
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
    /// Returns the line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }
}

impl fmt::Display for InvalidMetadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for InvalidMetadata {}
