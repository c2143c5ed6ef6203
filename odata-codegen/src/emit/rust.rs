//! The Rust that the user gives: paths of types and derive macros, and attributes.

use syn::parse::Parser;
use syn::{Meta, Path, Token, Type, punctuated::Punctuated};

use crate::{
    diagnostic::{Diagnostics, Severity},
    options::{Config, Override},
};

/// Reports options that are not Rust, with which generated code would not parse.
pub(crate) fn check_rust(config: &Config, diagnostics: &mut Diagnostics) {
    let mut invalid = |option: &'static str, text: &str, expected: &str| {
        let message = format!("invalid `{text}` of `{option}`: write {expected}");
        diagnostics.push_general(Severity::Error, "options", message);
    };
    if syn::parse_str::<Path>(&config.core_path).is_err() {
        let expected = "the path of a module, such as `::odata_core`";
        invalid("core_path", &config.core_path, expected);
    }
    for (_, replacement) in &config.choice.overrides {
        if let Override::Rust(path) = replacement
            && syn::parse_str::<Type>(path).is_err()
        {
            let expected = "`untyped`, `skip` or the path of a Rust type, such as `crate::Money`";
            invalid("override", path, expected);
        }
    }
    let paths = Punctuated::<Path, Token![,]>::parse_terminated;
    for (_, text) in &config.derives {
        if paths.parse_str(text).is_err() {
            invalid("derive", text, "paths of derive macros, such as `Eq, Hash`");
        }
    }
    for (_, text) in &config.attributes {
        if syn::parse_str::<Meta>(attribute(text)).is_err() {
            invalid(
                "attribute",
                text,
                "an attribute, such as `allow(dead_code)`",
            );
        }
    }
}

/// Returns an attribute without `#[` and `]`.
pub(super) fn attribute(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix("#[").and_then(|it| it.strip_suffix(']'));
    inner.unwrap_or(text)
}
