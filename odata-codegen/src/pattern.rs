//! Patterns over qualified names: `microsoft.graph.accessPackage*`.

/// `*` stands for any characters, dots included, `?` for exactly one; everything else for itself, in the letter case of the metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern(Vec<char>);

impl Pattern {
    pub(crate) fn new(text: &str) -> Pattern {
        Pattern(text.chars().collect())
    }

    /// Whether the pattern is a name and no more.
    pub(crate) fn is_literal(&self) -> bool {
        !self
            .0
            .iter()
            .any(|character| matches!(character, '*' | '?'))
    }

    pub(crate) fn text(&self) -> String {
        self.0.iter().collect()
    }

    pub(crate) fn matches(&self, name: &str) -> bool {
        // Greedy with one point of return: the last `*`. Linear in practice, never exponential.
        let name: Vec<char> = name.chars().collect();
        let (mut at, mut position) = (0, 0);
        let mut back: Option<(usize, usize)> = None;
        loop {
            match (self.0.get(at), name.get(position)) {
                (Some('*'), _) => {
                    back = Some((at, position));
                    at += 1;
                }
                (None, None) => return true,
                (Some(wanted), Some(found)) if *wanted == '?' || wanted == found => {
                    at += 1;
                    position += 1;
                }
                _ => match back {
                    Some((star, from)) if from < name.len() => {
                        back = Some((star, from + 1));
                        at = star + 1;
                        position = from + 1;
                    }
                    _ => return false,
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn a_star_stands_for_any_characters_and_a_question_mark_for_one() {
        let matches = |pattern: &str, name: &str| Pattern::new(pattern).matches(name);
        assert!(matches(
            "microsoft.graph.accessPackage*",
            "microsoft.graph.accessPackageAnswer"
        ));
        assert!(matches("*.user", "microsoft.graph.user"));
        assert!(matches("*", ""));
        assert!(matches("a*b*c", "a-b-b-c"));
        assert!(matches("NS.T?", "NS.T1"));
        assert!(!matches("NS.T?", "NS.T"));
        assert!(!matches(
            "microsoft.graph.user",
            "microsoft.graph.userActivity"
        ));
        assert!(!matches("Microsoft.*", "microsoft.graph.user"));
        assert!(!matches("a*b", "a-c"));
    }
}
