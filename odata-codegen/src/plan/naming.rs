//! From OData names to Rust names: case, keywords, collisions.
//!
//! `heck` is not used: it lower-cases acronyms (`UUID` would become `Uuid`) and does not split a word after a digit.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

/// Keywords that cannot be raw identifiers.
const NEVER_RAW_IDENTIFIERS: [&str; 4] = ["self", "Self", "super", "crate"];

/// Keywords of edition 2024, reserved ones included, that can be raw identifiers.
const KEYWORDS: [&str; 49] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield", "union",
];

/// Returns the words of a name: `iosVpnConfiguration`, `IPv4Address`, `OData_Version` as `ios vpn configuration`, `i pv4 address`, `o data
/// version`.
///
/// Rust compares identifiers in Unicode's normal form, and warns about characters that the compatible form replaces, as in `Nº`.
fn words(name: &str) -> Vec<String> {
    let characters: Vec<char> = if name.is_ascii() {
        name.chars().collect()
    } else {
        name.nfkc().collect()
    };
    let mut words: Vec<String> = Vec::new();
    let mut starts_word = true;
    for (at, &character) in characters.iter().enumerate() {
        if is_joiner(character) {
            continue;
        }
        if !unicode_ident::is_xid_continue(character) || character == '_' {
            starts_word = true;
            continue;
        }
        let before = at
            .checked_sub(1)
            .and_then(|before| characters.get(before))
            .copied();
        let after = characters.get(at + 1).copied();
        let is_boundary = character.is_uppercase()
            && (before.is_some_and(|before| before.is_lowercase() || before.is_numeric())
                || before.is_some_and(char::is_uppercase) && after.is_some_and(char::is_lowercase));
        if starts_word || is_boundary {
            words.push(String::new());
        }
        starts_word = false;
        if let Some(word) = words.last_mut() {
            word.push(character);
        }
    }
    words
}

/// Returns whether a character is an invisible joiner, about which the compiler warns in identifiers.
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// Converts `displayName`, `DisplayName` and `display_name` to `display_name`.
pub(crate) fn snake(name: &str) -> String {
    let words = words(name);
    let joined = words
        .iter()
        .map(|word| word.to_lowercase())
        .collect::<Vec<_>>()
        .join("_");
    with_legal_start(joined, "unnamed")
}

/// Converts `displayName` to `DisplayName`. Only the first letter of each word changes, so that acronyms are preserved.
pub(crate) fn pascal(name: &str) -> String {
    let mut joined = String::new();
    for word in words(name) {
        // Keeps the numbers of `v1_22_0` apart.
        if joined.ends_with(char::is_numeric) && word.starts_with(char::is_numeric) {
            joined.push('_');
        }
        let mut characters = word.chars();
        joined.extend(characters.next().into_iter().flat_map(char::to_uppercase));
        joined.push_str(characters.as_str());
    }
    with_legal_start(joined, "Unnamed")
}

/// Adds an underscore where the name does not start with a letter. `unnamed` replaces a name without letters and digits.
fn with_legal_start(name: String, unnamed: &str) -> String {
    match name.chars().next() {
        None => unnamed.to_owned(),
        Some(first) if unicode_ident::is_xid_start(first) => name,
        Some(_) => format!("_{name}"),
    }
}

/// Returns the OData name that the derive gives a Rust name by default: `display_name` as `displayName`, `r#type` as `type`.
pub(crate) fn lower_camel(ident: &str) -> String {
    cased(ident, false)
}

/// Returns the OData name under `rename_all = "PascalCase"`.
pub(crate) fn upper_camel(ident: &str) -> String {
    cased(ident, true)
}

/// Removes underscores and changes the letter after each to upper case. Only ASCII letters change, as in the derive.
fn cased(ident: &str, is_pascal: bool) -> String {
    let ident = ident.strip_prefix("r#").unwrap_or(ident);
    let mut name = String::with_capacity(ident.len());
    let mut is_upper = is_pascal;
    for character in ident.chars() {
        if character == '_' {
            is_upper = is_upper || !name.is_empty();
            continue;
        }
        let is_lower = name.is_empty() && !is_upper;
        name.push(match (is_upper, is_lower) {
            (true, _) => character.to_ascii_uppercase(),
            (false, true) => character.to_ascii_lowercase(),
            (false, false) => character,
        });
        is_upper = false;
    }
    name
}

/// Escapes keywords: as raw identifiers, or with a trailing underscore where that is not possible.
fn escaped(name: &str) -> String {
    if NEVER_RAW_IDENTIFIERS.contains(&name) {
        format!("{name}_")
    } else if KEYWORDS.contains(&name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

/// The names of one scope. Each is claimed once.
#[derive(Debug, Default, Clone)]
pub(crate) struct Scope(HashSet<String>);

impl Scope {
    /// Marks names as used.
    pub(crate) fn reserve<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) {
        self.0.extend(names.into_iter().map(str::to_owned));
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// Claims the first candidate that is free, or the last one with a number.
    pub(crate) fn claim(
        &mut self,
        candidates: impl IntoIterator<Item = impl Into<String>>,
    ) -> String {
        let mut last = String::new();
        for candidate in candidates {
            last = candidate.into();
            if self.0.insert(last.clone()) {
                return escaped(&last);
            }
        }
        let numbered = (2..)
            .map(|number| format!("{last}{number}"))
            .find(|name| !self.0.contains(name))
            .unwrap_or(last);
        self.0.insert(numbered.clone());
        escaped(&numbered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_starts_at_an_upper_case_letter_and_acronyms_are_preserved() {
        for (odata, field, ty) in [
            ("displayName", "display_name", "DisplayName"),
            ("DisplayName", "display_name", "DisplayName"),
            (
                "iosVpnConfiguration",
                "ios_vpn_configuration",
                "IosVpnConfiguration",
            ),
            ("isOAuth2Enabled", "is_o_auth2_enabled", "IsOAuth2Enabled"),
            ("iPv6Range", "i_pv6_range", "IPv6Range"),
            ("aadUPN", "aad_upn", "AadUPN"),
            ("UUID", "uuid", "UUID"),
            ("v1_22_0", "v1_22_0", "V1_22_0"),
            ("Oem.Vendor", "oem_vendor", "OemVendor"),
            ("_hidden", "hidden", "Hidden"),
            ("größe", "größe", "Größe"),
            ("_1st", "_1st", "_1st"),
            ("__", "unnamed", "Unnamed"),
            ("Nº", "no", "No"),
            ("cafe\u{301}", "café", "Café"),
            ("a\u{200d}b", "ab", "Ab"),
        ] {
            assert_eq!(
                (snake(odata).as_str(), pascal(odata).as_str()),
                (field, ty),
                "{odata}"
            );
        }
    }

    #[test]
    fn keywords_are_escaped_and_collisions_numbered() {
        let mut scope = Scope::default();
        assert_eq!(scope.claim(["type"]), "r#type");
        assert_eq!(scope.claim(["type"]), "type2");
        assert_eq!(scope.claim(["self"]), "self_");
        assert_eq!(scope.claim(["User"]), "User");
        assert_eq!(scope.claim(["User", "SecurityUser"]), "SecurityUser");
    }

    #[test]
    fn default_names_are_those_of_the_derive() {
        assert_eq!(lower_camel("display_name"), "displayName");
        assert_eq!(lower_camel("r#type"), "type");
        assert_eq!(upper_camel("display_name"), "DisplayName");
        assert_eq!(lower_camel("DirectoryObject"), "directoryObject");
    }
}
