//! Patterns over qualified names: `microsoft.graph.accessPackage*`.

use wildmatch::WildMatch;

/// `*` matches any characters, dots included, and `?` exactly one. Other characters match themselves, in the letter case of the metadata.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pattern(WildMatch);

impl Pattern {
    pub(crate) fn new(text: &str) -> Self {
        Self(WildMatch::new(text))
    }

    /// Returns whether the pattern is a name without wildcards.
    pub(crate) fn is_literal(&self) -> bool {
        !self
            .0
            .pattern_chars()
            .iter()
            .any(|c| matches!(c, '*' | '?'))
    }

    pub(crate) fn text(&self) -> String {
        self.0.pattern()
    }

    pub(crate) fn matches(&self, name: &str) -> bool {
        self.0.matches(name)
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn a_star_matches_any_characters_and_a_question_mark_matches_one() {
        let matches = |pattern: &str, name: &str| Pattern::new(pattern).matches(name);
        assert!(matches(
            "microsoft.graph.accessPackage*",
            "microsoft.graph.accessPackageAnswer"
        ));
        assert!(matches("*.user", "microsoft.graph.user"));
        assert!(matches("*", ""));
        assert!(matches("a*b*c", "a-b-b-c"));
        assert!(matches("NS.T?", "NS.T1"));
        assert!(matches("NS.T?", "NS.Té"));
        assert!(matches("NS.[a]{b}\\", "NS.[a]{b}\\"));
        assert!(!matches("", "NS.T"));
        assert!(!matches("NS.T?", "NS.T"));
        assert!(!matches(
            "microsoft.graph.user",
            "microsoft.graph.userActivity"
        ));
        assert!(!matches("Microsoft.*", "microsoft.graph.user"));
        assert!(!matches("a*b", "a-c"));
    }
}
