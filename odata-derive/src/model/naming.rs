//! OData names: made from Rust names, and checked.

use proc_macro2::Span;

use crate::errors::Errors;

/// The letter case of OData names (`rename_all`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Case {
    #[default]
    Camel,
    Pascal,
    Verbatim,
}

impl Case {
    /// The values of `rename_all`.
    pub(crate) const CHOICES: &'static [(&'static str, Case)] = &[
        ("camelCase", Case::Camel),
        ("PascalCase", Case::Pascal),
        ("verbatim", Case::Verbatim),
    ];

    /// Converts `given_name` or `GivenName` to this case.
    pub(crate) fn apply(self, rust: &str) -> String {
        if self == Case::Verbatim {
            return rust.to_owned();
        }
        let mut name = String::with_capacity(rust.len());
        let mut is_upper = self == Case::Pascal;
        for c in rust.chars() {
            match (c, name.is_empty()) {
                ('_', false) => is_upper = true,
                ('_', true) => {}
                (c, true) => {
                    name.push(if is_upper {
                        c.to_ascii_uppercase()
                    } else {
                        c.to_ascii_lowercase()
                    });
                    is_upper = false;
                }
                (c, false) => {
                    name.push(if is_upper { c.to_ascii_uppercase() } else { c });
                    is_upper = false;
                }
            }
        }
        name
    }
}

/// Returns what is wrong with an identifier (CSDL XML 4.01 §15.2: a letter or underscore, then letters, digits and underscores; at most 128
/// characters).
fn problem_of(name: &str) -> Option<&'static str> {
    let mut chars = name.chars();
    match chars.next() {
        None => return Some("is empty"),
        Some(c) if !(c.is_alphabetic() || c == '_') => {
            return Some("does not start with a letter or an underscore");
        }
        Some(_) => {}
    }
    if !chars.all(|c| c.is_alphanumeric() || c == '_') {
        return Some("contains a character other than letters, digits and underscores");
    }
    (name.chars().count() > 128).then_some("is longer than 128 characters")
}

/// Returns whether the name is an OData identifier.
pub(super) fn is_identifier(name: &str) -> bool {
    problem_of(name).is_none()
}

/// Reports a name that is not an OData identifier.
pub(crate) fn check_identifier(name: &str, span: Span, errors: &mut Errors) {
    if let Some(problem) = problem_of(name) {
        errors.at_span(
            span,
            format_args!("invalid OData name `{name}`: it {problem}"),
        );
    }
}

/// Returns what to write for a name that is not the name of a property, but of an annotation or an operation.
pub(crate) fn advice_for_annotation(name: &str) -> Option<&'static str> {
    let (property, term) = name.split_once('@').or_else(|| {
        let operation = name.strip_prefix('#')?;
        Some((operation, ""))
    })?;
    let term = term.strip_prefix("odata.").unwrap_or(term);
    Some(match (property.is_empty(), term) {
        (true, "type") => "remove the field, because the type tag is read and written anyway",
        (true, "etag") => "write `#[odata(etag)] etag: Option<String>`",
        (true, "id") => "write `#[odata(id)] id: Option<String>`",
        (true, term) if !term.contains('.') => {
            "write `#[odata(control)] control: ControlInformation`"
        }
        (false, "bind") => {
            "write `Nav<T>` for the property before the `@`, and `Nav::bind` for its value"
        }
        (false, "") => {
            "write `#[odata(control)] control: ControlInformation`, which has the operations"
        }
        _ => {
            "write `#[odata(annotations)] annotations: Annotations`, which has the annotations of all properties"
        }
    })
}

/// Reports a name that cannot be a member of a JSON object.
pub(crate) fn check_member_name(name: &str, span: Span, errors: &mut Errors) {
    let problem = if name.is_empty() {
        "is empty"
    } else if name.contains(char::is_control) {
        "has a control character"
    } else {
        return;
    };
    errors.at_span(
        span,
        format_args!("invalid OData name `{name}`: it {problem}"),
    );
}

/// Reports a name that is not a namespace: identifiers separated by dots.
pub(crate) fn check_namespace(name: &str, span: Span, errors: &mut Errors) {
    if let Some(problem) = name.split('.').find_map(problem_of) {
        errors.at_span(
            span,
            format_args!("invalid OData namespace `{name}`: a part of it {problem}"),
        );
    } else if let Some("odata" | "Edm") = name.split('.').next() {
        errors.at_span(
            span,
            format_args!(
                "reserved namespace `{name}`: `odata` and `Edm` belong to OData, use another"
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::Case;

    #[test]
    fn rust_names_become_camel_case() {
        assert_eq!(
            Case::Camel.apply("custom_extension_stage_instance_id"),
            "customExtensionStageInstanceId"
        );
        assert_eq!(
            Case::Camel.apply("AssignmentRequestCreated"),
            "assignmentRequestCreated"
        );
        assert_eq!(Case::Camel.apply("line_1"), "line1");
        assert_eq!(Case::Camel.apply("_private"), "private");
    }

    #[test]
    fn rust_names_become_pascal_case_or_remain_verbatim() {
        assert_eq!(Case::Pascal.apply("display_name"), "DisplayName");
        assert_eq!(Case::Verbatim.apply("display_name"), "display_name");
    }
}
