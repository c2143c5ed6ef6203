//! The terms of OData's standard vocabularies that this generator uses.

use odata_csdl::{Annotation, Expression};

const CORE: &str = "Org.OData.Core.V1.";
const VALIDATION: &str = "Org.OData.Validation.V1.";

/// The annotations of one model element, by term.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Vocabulary<'a>(pub(crate) &'a [Annotation]);

impl<'a> Vocabulary<'a> {
    fn find(self, namespace: &str, alias: &str, name: &str) -> Option<&'a Expression> {
        let is_term = |term: &str| {
            // Some services write `Core.Description` without an include that declares the alias.
            term.strip_prefix(namespace) == Some(name) || term.strip_prefix(alias) == Some(name)
        };
        self.0
            .iter()
            .find(|annotation| annotation.qualifier.is_none() && is_term(&annotation.term))
            .map(|annotation| &annotation.value)
    }

    fn core(self, name: &str) -> Option<&'a Expression> {
        self.find(CORE, "Core.", name)
    }

    fn validation(self, name: &str) -> Option<&'a Expression> {
        self.find(VALIDATION, "Validation.", name)
    }

    pub(crate) fn description(self) -> Option<&'a str> {
        self.core("Description").and_then(Expression::text)
    }

    pub(crate) fn long_description(self) -> Option<&'a str> {
        self.core("LongDescription").and_then(Expression::text)
    }

    /// `Core.Computed`: the service computes the value, and clients do not send it.
    pub(crate) fn is_computed(self) -> bool {
        matches!(
            self.core("Computed"),
            Some(Expression::Bool(true) | Expression::Default)
        )
    }

    /// `Core.OptionalParameter`: a parameter that the caller may omit.
    pub(crate) fn is_optional(self) -> bool {
        self.core("OptionalParameter").is_some()
    }

    /// `Core.Permissions` without `Write`.
    pub(crate) fn is_read_only(self) -> bool {
        let text = self.core("Permissions").and_then(Expression::text);
        let mut members = text
            .unwrap_or_default()
            .split([' ', ','])
            .filter(|member| !member.is_empty())
            .filter_map(|member| member.rsplit('/').next())
            .peekable();
        members.peek().is_some() && members.all(|name| name == "Read")
    }

    /// Returns the inclusive bounds of `Validation.Minimum` and `Validation.Maximum`.
    pub(crate) fn bounds(self) -> (Option<&'a str>, Option<&'a str>) {
        let bound = |name| self.validation(name).and_then(Expression::text);
        (bound("Minimum"), bound("Maximum"))
    }

    /// `Validation.DerivedTypeConstraint`: the names of the types that values have or derive from; empty if all are allowed.
    pub(crate) fn derived_types(self) -> Vec<&'a str> {
        match self.validation("DerivedTypeConstraint") {
            Some(Expression::Collection(names)) => {
                names.iter().filter_map(Expression::text).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Returns the description of the revision of `Core.Revisions` that deprecates the element.
    pub(crate) fn deprecation(self) -> Option<&'a str> {
        let Some(Expression::Collection(revisions)) = self.core("Revisions") else {
            return None;
        };
        let text = |revision: &'a Expression, name| revision.property(name)?.text();
        revisions
            .iter()
            .find(|revision| {
                text(revision, "Kind").is_some_and(|kind| kind.ends_with("Deprecated"))
            })
            .map(|revision| text(revision, "Description").unwrap_or_default())
    }
}
