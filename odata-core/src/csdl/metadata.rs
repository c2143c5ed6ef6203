//! The types, the operations and the entity container of a service, read from its metadata.

use std::{collections::BTreeMap, fmt};

use odata_csdl::{
    Aliases, Annotation, Container, Diagnostic, Document, EnumMember, Expression, LineIndex,
    Operation, Property, Severity, StructuredType, StructuredTypes, TypeKind,
};

use crate::csdl::property::VALIDATION;

/// The types, the operations and the entity container that the `$metadata` of a service defines, for [`Model::compare`](super::Model::compare).
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
    /// The overloads of each action and function.
    pub(super) operations: BTreeMap<String, Vec<Operation>>,
    /// The names in `Validation.DerivedTypeConstraint`, by the path of the property.
    pub(super) derived_types: BTreeMap<String, Vec<String>>,
}

impl Metadata {
    /// Reads CSDL XML of version 4.0 or 4.01. Terms and most annotations are not used.
    ///
    /// # Errors
    /// The text is not CSDL XML, or a required attribute is missing, or an attribute has an invalid value.
    pub fn from_xml(text: &str) -> Result<Metadata, InvalidMetadata> {
        Self::read(text, Document::from_xml)
    }

    /// Reads CSDL JSON. Terms and most annotations are not used.
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
        let aliases = document.aliases();
        for schema in document.schemas {
            for group in &schema.annotation_groups {
                metadata.add_derived_types(&group.target, &group.annotations, &aliases);
            }
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
                if let TypeKind::Structured(own) = &ty.kind {
                    for it in &own.properties {
                        let path = format!("{name}/{}", it.name);
                        metadata.add_derived_types(&path, &it.annotations, &aliases);
                    }
                }
                metadata.types.insert(name, ty.kind);
            }
            for operation in schema.operations {
                let name = format!("{}.{}", schema.namespace, operation.name);
                metadata.operations.entry(name).or_default().push(operation);
            }
            for container in schema.containers {
                let name = format!("{}.{}", schema.namespace, container.name);
                metadata.containers.insert(name, container);
            }
        }
        Ok(metadata)
    }

    fn add_derived_types(&mut self, path: &str, annotations: &[Annotation], aliases: &Aliases) {
        let constraint = annotations.iter().find(|it| {
            let term = it.term.strip_prefix(VALIDATION);
            it.qualifier.is_none() && term == Some(".DerivedTypeConstraint")
        });
        if let Some(Expression::Collection(names)) = constraint.map(|it| &it.value) {
            let names = names.iter().filter_map(Expression::text);
            let names = names.map(|it| aliases.resolve(it)).collect();
            self.derived_types.insert(path.to_owned(), names);
        }
    }

    /// Adds the types, operations and containers of another document, for a service with several. Of two types with one name, the first is used.
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
        for (name, overloads) in other.operations {
            self.operations.entry(name).or_insert(overloads);
        }
        for (path, names) in other.derived_types {
            self.derived_types.entry(path).or_insert(names);
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

    /// Returns the names of a type and of its bases, the type first.
    pub(super) fn names_of_chain<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        std::iter::successors(Some(name), |it| self.structured(it)?.base.as_deref())
            .take(self.types.len() + 1)
    }

    /// Returns whether a property of a type accepts null. Returns `None` where the metadata contradicts itself: a navigation property that is
    /// not nullable, with a constraint whose property is null without a related entity (CSDL XML 4.01 §8.5).
    pub(super) fn nullability(&self, owner: &str, property: &Property) -> Option<bool> {
        let is_nullable = property.ty.is_nullable();
        (is_nullable || !self.has_nullable_constraint(owner, property)).then_some(is_nullable)
    }

    /// Returns the type of the values: the underlying type of a type definition, `Edm.String` for a path of a vocabulary (CSDL XML 4.01
    /// §3.3), or any other name unchanged.
    pub(super) fn underlying<'a>(&'a self, name: &'a str) -> &'a str {
        match self.types.get(name) {
            Some(TypeKind::Definition(definition)) => &definition.underlying,
            None if VOCABULARY_TYPES.contains(&name) => "Edm.String",
            _ => name,
        }
    }
}

impl StructuredTypes for Metadata {
    fn chain_of(&self, name: &str) -> impl Iterator<Item = &StructuredType> {
        self.structured(name)
            .into_iter()
            .flat_map(|own| self.chain(own))
    }
}

/// The types that only vocabularies have.
const VOCABULARY_TYPES: [&str; 5] = [
    "Edm.AnnotationPath",
    "Edm.AnyPropertyPath",
    "Edm.ModelElementPath",
    "Edm.NavigationPropertyPath",
    "Edm.PropertyPath",
];

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
