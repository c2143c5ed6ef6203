//! `#[serde(...)]`, which people write out of habit: the error names the key of `#[odata(...)]` instead of each key of serde.

use syn::{Attribute, Ident, Meta, ext::IdentExt, parse::Parser};

use super::keys::{self, Target};
use crate::errors::Errors;

/// Keys of serde, and what to write instead.
const REPLACEMENTS: &[(&str, &str)] = &[
    ("rename", "`name = \"...\"`"),
    (
        "flatten",
        "`base` for the part that a base type declares, `dynamic_properties` for the rest",
    ),
    ("deny_unknown_fields", "`deny_undeclared`"),
    ("skip_serializing", "`skip`"),
    ("skip_deserializing", "`skip`"),
    ("serialize_with", "`with = my_module`"),
    ("deserialize_with", "`with = my_module`"),
    (
        "skip_serializing_if",
        "not needed: an `Option` that is `None` is not written",
    ),
    ("alias", "not supported: a property has one name"),
    ("tag", "not needed: the tag is always `@odata.type`"),
    (
        "content",
        "not needed: properties are in the same object as the tag",
    ),
    ("untagged", "`default` or `other` on a variant"),
];

/// Returns what to write instead of a key of serde.
pub(super) fn replacement_of(key: &str) -> Option<&'static str> {
    REPLACEMENTS
        .iter()
        .find(|(name, _)| *name == key)
        .map(|(_, replacement)| *replacement)
}

/// Reports an attribute of serde, with what to write instead of each of its keys.
pub(super) fn reject(attribute: &Attribute, target: Target, errors: &mut Errors) {
    let mut message =
        "`#[serde(...)]` has no effect: the derive generates `Serialize` and `Deserialize`; use `#[odata(...)]`"
            .to_owned();
    for key in keys_of(attribute) {
        let replacement = replacement_of(&key).map(str::to_owned).or_else(|| {
            keys::find(&key, target).map(|key| format!("the same key here: `{}`", key.example))
        });
        if let Some(replacement) = replacement {
            message.push_str(&format!("\nserde's `{key}` is {replacement}"));
        }
    }
    errors.at(attribute, message);
}

/// Returns the keys in the attribute's list.
fn keys_of(attribute: &Attribute) -> Vec<String> {
    let mut keys = Vec::new();
    if let Meta::List(list) = &attribute.meta {
        let parser = syn::meta::parser(|entry| {
            keys.extend(
                entry
                    .path
                    .get_ident()
                    .map(|ident: &Ident| ident.unraw().to_string()),
            );
            // Values are skipped: only the keys are of interest.
            let _ = entry.value().and_then(|it| it.parse::<syn::Lit>());
            if entry.input.peek(syn::token::Paren) {
                entry.input.parse::<proc_macro2::Group>()?;
            }
            Ok(())
        });
        // If the attribute is wrong for serde as well, the keys before the mistake are enough.
        let _ = parser.parse2(list.tokens.clone());
    }
    keys
}
