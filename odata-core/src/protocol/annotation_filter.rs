//! Which annotations a client asked for.

use std::{fmt, str::FromStr};

/// The value of the `include-annotations` preference: patterns of annotation names, wanted or not.
///
/// The most specific pattern that fits decides: a name before a namespace, the longer namespace before the shorter,
/// `*` last; an exclusion wins over an inclusion of the same pattern. What no pattern fits is not wanted. Control
/// information is not affected: `nextLink`, `count` and `deltaLink` must be sent whatever the filter says.
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
/// Source: OData Protocol 4.01, section 8.2.8.4; OData JSON Format 4.01, section 3.1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnotationFilter {
    patterns: Vec<Pattern>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Pattern {
    excluded: bool,
    /// `*`, `ns.*` or `ns.term`.
    name: String,
    qualifier: Option<String>,
}

impl AnnotationFilter {
    /// All annotations: `*`.
    #[must_use]
    pub fn all() -> Self {
        AnnotationFilter {
            patterns: vec![Pattern {
                excluded: false,
                name: "*".to_owned(),
                qualifier: None,
            }],
        }
    }

    /// No annotation.
    #[must_use]
    pub const fn none() -> Self {
        AnnotationFilter {
            patterns: Vec::new(),
        }
    }

    /// Whether the annotation `name` is wanted: the qualified name of its term, with `#` and the qualifier if it has
    /// one. A leading `@` and the name of an annotated property may be there and make no difference.
    #[must_use]
    pub fn includes(&self, name: &str) -> bool {
        let name = name.rsplit_once('@').map_or(name, |(_, name)| name);
        let (term, qualifier) = match name.split_once('#') {
            Some((term, qualifier)) => (term, Some(qualifier)),
            None => (name, None),
        };
        self.patterns
            .iter()
            .filter_map(|pattern| Some((pattern.weight(term, qualifier)?, pattern.excluded)))
            .max()
            .is_some_and(|(_, excluded)| !excluded)
    }
}

impl Pattern {
    /// How specific this pattern is for the annotation, if it fits.
    fn weight(&self, term: &str, qualifier: Option<&str>) -> Option<(bool, usize, bool)> {
        if self.qualifier.is_some() && self.qualifier.as_deref() != qualifier {
            return None;
        }
        let qualified = self.qualifier.is_some();
        match self.name.strip_suffix('*') {
            // `ns.` of `ns.*`, or nothing at all of `*`.
            Some(namespace) => {
                term.starts_with(namespace)
                    .then_some((false, namespace.len(), qualified))
            }
            None => (self.name == term).then_some((true, self.name.len(), qualified)),
        }
    }
}

impl FromStr for AnnotationFilter {
    type Err = InvalidAnnotationFilter;

    /// Reads the comma-separated patterns, without the quotes that surround them in the header.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut patterns = Vec::new();
        for text in text.split(',').map(str::trim) {
            if text.is_empty() {
                continue;
            }
            let (excluded, rest) = match text.strip_prefix('-') {
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
                // A term is always qualified.
                None if name.contains('.') => Some(name),
                None => return Err(InvalidAnnotationFilter(text.to_owned())),
            };
            let well_formed = stem.is_none_or(|stem| stem.split('.').all(is_identifier))
                && qualifier.is_none_or(is_identifier);
            if !well_formed {
                return Err(InvalidAnnotationFilter(text.to_owned()));
            }
            patterns.push(Pattern {
                excluded,
                name: name.to_owned(),
                qualifier: qualifier.map(str::to_owned),
            });
        }
        Ok(AnnotationFilter { patterns })
    }
}

/// As far as a filter needs to know: what may stand between the marks that mean something to it.
fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

impl fmt::Display for AnnotationFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, pattern) in self.patterns.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let minus = if pattern.excluded { "-" } else { "" };
            write!(f, "{comma}{minus}{}", pattern.name)?;
            if let Some(qualifier) = &pattern.qualifier {
                write!(f, "#{qualifier}")?;
            }
        }
        Ok(())
    }
}

/// A pattern that is neither `*`, nor `namespace.*`, nor the qualified name of a term.
///
/// ```
/// use odata_core::protocol::AnnotationFilter;
///
/// let error = "description".parse::<AnnotationFilter>().unwrap_err();
/// assert_eq!(error.to_string(), "`description` is not `*`, `namespace.*` or the qualified name of a term");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidAnnotationFilter(String);

impl fmt::Display for InvalidAnnotationFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not `*`, `namespace.*` or the qualified name of a term",
            self.0
        )
    }
}

impl std::error::Error for InvalidAnnotationFilter {}
