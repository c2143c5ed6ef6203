//! Simple identifiers.

/// The maximum number of characters of a simple identifier.
pub const MAX_IDENTIFIER: usize = 128;

/// Returns whether a name is a simple identifier (CSDL 4.01 §15.2): a letter or `_`, followed by letters, digits and `_`, and at most
/// [`MAX_IDENTIFIER`] characters in all.
///
/// ```
/// use odata_csdl::is_simple_identifier;
///
/// assert!(is_simple_identifier("_größe2"));
/// assert!(!is_simple_identifier("2nd"));
/// assert!(!is_simple_identifier("com.example"));
/// ```
#[must_use]
pub fn is_simple_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    let has_valid_start = characters
        .next()
        .is_some_and(|first| first == '_' || first.is_alphabetic());
    has_valid_start
        && characters.all(|character| character == '_' || character.is_alphanumeric())
        && name.chars().count() <= MAX_IDENTIFIER
}
