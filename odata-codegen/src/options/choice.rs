//! The options that select types.

use odata_csdl::Property;

use super::pattern::Pattern;

/// The form of navigation properties in generated types (`--navigation`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Navigation {
    /// A navigation property is a field, and its target type is selected as well. For Microsoft Graph this selects nearly all types.
    Follow,
    /// A navigation property is a field. If its target type is not selected, the field is a `DynamicResource`, which preserves any entity.
    #[default]
    Reference,
    /// A navigation property has no field. If it is expanded, it is read as a dynamic property.
    Skip,
}

/// The replacement of a type or a property of the metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Override {
    /// Any JSON, with its exact text: `odata_core::RawJson`.
    Untyped,
    /// A Rust type by its path, such as `crate::Money`. It requires serde's traits, and `ODataType` if its JSON has the form of another
    /// primitive than the metadata declares.
    Rust(String),
    /// No field; for a property only. The value is read as a dynamic property.
    Skip,
}

/// The options that select types, and those that replace types.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choice {
    pub(crate) include: Vec<Pattern>,
    pub(crate) exclude: Vec<Pattern>,
    pub(crate) hierarchies: Vec<Pattern>,
    pub(crate) navigation: Navigation,
    pub(crate) actions: bool,
    pub(crate) overrides: Vec<(String, Override)>,
}

impl Choice {
    /// Returns the replacement of a type.
    pub(crate) fn replacement(&self, name: &str) -> Option<&Override> {
        self.replacement_of(|target| target == name)
    }

    /// Returns the replacement of a property (`NS.Type/property`).
    pub(crate) fn property_replacement(&self, owner: &str, property: &str) -> Option<&Override> {
        self.replacement_of(|target| {
            let path = target.strip_prefix(owner);
            path.and_then(|path| path.strip_prefix('/')) == Some(property)
        })
    }

    /// Returns the replacement of a property, or else that of its type.
    pub(crate) fn replacement_in(&self, owner: &str, property: &Property) -> Option<&Override> {
        self.property_replacement(owner, &property.name)
            .or_else(|| self.replacement(&property.ty.name))
    }

    fn replacement_of(&self, is_target: impl Fn(&str) -> bool) -> Option<&Override> {
        // The last one wins, so that a user can replace a built-in override.
        let mut overrides = self.overrides.iter().rev();
        let found = overrides.find(|(target, _)| is_target(target));
        found.map(|(_, replacement)| replacement)
    }

    /// Returns the indices of the include patterns that match a name.
    pub(crate) fn matching(&self, qualified: &str) -> impl Iterator<Item = usize> {
        let patterns = self.include.iter().enumerate();
        patterns
            .filter(move |(_, pattern)| pattern.matches(qualified))
            .map(|(index, _)| index)
    }

    pub(crate) fn is_included(&self, qualified: &str) -> bool {
        let is_included = self.include.is_empty() || self.matching(qualified).next().is_some();
        is_included && !self.is_excluded(qualified)
    }

    pub(crate) fn is_excluded(&self, qualified: &str) -> bool {
        let mut patterns = self.exclude.iter();
        patterns.any(|pattern| pattern.matches(qualified)) || self.replacement(qualified).is_some()
    }
}
