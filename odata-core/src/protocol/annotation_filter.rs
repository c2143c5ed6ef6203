//! The preference `include-annotations`.

use std::{fmt, str::FromStr};

/// The value of the `include-annotations` preference: patterns that include or exclude annotations by name.
///
/// A client sends it with [`Prefer::include_annotations`](crate::protocol::headers::Prefer::include_annotations); a service passes it to
/// [`WriteOptions::annotations`](crate::WriteOptions::annotations). The most specific matching pattern decides: a name before a namespace,
/// a longer namespace before a shorter one, `*` last. An exclusion takes precedence over an inclusion with the same pattern. An annotation
/// that no pattern matches is excluded. Control information is never filtered.
///
/// ```
/// use odata_core::protocol::AnnotationFilter;
///
/// let filter: AnnotationFilter = "display.*,-display.hidden,core.description#short".parse()?;
/// assert!(filter.includes("display.label"));
/// assert!(!filter.includes("display.hidden"));
/// assert!(filter.includes("core.description#short"));
/// assert!(!filter.includes("core.description#long"));
/// # Ok::<(), odata_core::protocol::InvalidAnnotationFilter>(())
/// ```
///
/// Source: Protocol 4.01 §8.2.8.4; JSON 4.01 §3.1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnotationFilter {
    patterns: Vec<Pattern>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Pattern {
    is_excluded: bool,
    /// `*`, `ns.*` or `ns.term`.
    name: String,
    qualifier: Option<String>,
}

impl AnnotationFilter {
    /// Creates a filter that includes all annotations: `*`.
    #[must_use]
    pub fn all() -> Self {
        AnnotationFilter {
            patterns: vec![Pattern {
                is_excluded: false,
                name: "*".to_owned(),
                qualifier: None,
            }],
        }
    }

    /// Creates a filter that excludes all annotations.
    #[must_use]
    pub const fn none() -> Self {
        AnnotationFilter {
            patterns: Vec::new(),
        }
    }

    /// Returns whether the filter includes the annotation `name`: the qualified name of its term, with `#` and the qualifier if it has one.
    /// A leading `@` and the name of the annotated property are ignored.
    #[must_use]
    pub fn includes(&self, name: &str) -> bool {
        let name = name.rsplit_once('@').map_or(name, |(_, name)| name);
        let (term, qualifier) = match name.split_once('#') {
            Some((term, qualifier)) => (term, Some(qualifier)),
            None => (name, None),
        };
        self.patterns
            .iter()
            .filter_map(|pattern| {
                Some((pattern.specificity(term, qualifier)?, pattern.is_excluded))
            })
            .max()
            .is_some_and(|(_, is_excluded)| !is_excluded)
    }
}

impl Pattern {
    /// Returns how specific the pattern is, if it matches the annotation.
    fn specificity(&self, term: &str, qualifier: Option<&str>) -> Option<(bool, usize, bool)> {
        if self.qualifier.is_some() && self.qualifier.as_deref() != qualifier {
            return None;
        }
        let has_qualifier = self.qualifier.is_some();
        match self.name.strip_suffix('*') {
            // `ns.` for `ns.*`, or an empty string for `*`.
            Some(namespace) => {
                term.starts_with(namespace)
                    .then_some((false, namespace.len(), has_qualifier))
            }
            None => (self.name == term).then_some((true, self.name.len(), has_qualifier)),
        }
    }
}

impl FromStr for AnnotationFilter {
    type Err = InvalidAnnotationFilter;

    /// Parses comma-separated patterns, without the quotation marks around them in the header.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut patterns = Vec::new();
        for text in text.split(',').map(str::trim) {
            if text.is_empty() {
                continue;
            }
            let (is_excluded, rest) = match text.strip_prefix('-') {
                Some(rest) => (true, rest),
                None => (false, text),
            };
            let (name, qualifier) = match rest.split_once('#') {
                Some((name, qualifier)) => (name, Some(qualifier)),
                None => (rest, None),
            };
            let stem = match name.strip_suffix(".*") {
                Some(namespace) => Some(namespace),
                None if name == "*" => None,
                // The name of a term is always qualified.
                None if name.contains('.') => Some(name),
                None => return Err(InvalidAnnotationFilter(text.to_owned())),
            };
            let is_well_formed = stem.is_none_or(|stem| stem.split('.').all(is_identifier))
                && qualifier.is_none_or(is_identifier);
            if !is_well_formed {
                return Err(InvalidAnnotationFilter(text.to_owned()));
            }
            patterns.push(Pattern {
                is_excluded,
                name: name.to_owned(),
                qualifier: qualifier.map(str::to_owned),
            });
        }
        Ok(AnnotationFilter { patterns })
    }
}

/// Returns whether the text may be part of a pattern. The filter does not check the full rules for identifiers.
fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

impl fmt::Display for AnnotationFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, pattern) in self.patterns.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let minus = if pattern.is_excluded { "-" } else { "" };
            write!(f, "{comma}{minus}{}", pattern.name)?;
            if let Some(qualifier) = &pattern.qualifier {
                write!(f, "#{qualifier}")?;
            }
        }
        Ok(())
    }
}

/// The error of parsing an [`AnnotationFilter`].
///
/// ```
/// use odata_core::protocol::AnnotationFilter;
///
/// let error = "description".parse::<AnnotationFilter>().unwrap_err();
/// assert_eq!(error.to_string(), "invalid pattern `description`: expected `*`, `namespace.*` or the qualified name of a term");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidAnnotationFilter(String);

impl fmt::Display for InvalidAnnotationFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "invalid pattern `{}`: expected `*`, `namespace.*` or the qualified name of a term",
            self.0
        )
    }
}

impl std::error::Error for InvalidAnnotationFilter {}
