//! `#[serde(...)]`: people come from there, so its words are answered with ours.

use syn::{Attribute, Ident, Meta, ext::IdentExt, parse::Parser};

use super::keys::{self, Place};
use crate::errors::Errors;

/// What these words of serde are here.
const WORDS: &[(&str, &str)] = &[
    ("rename", "`name = \"...\"`"),
    (
        "flatten",
        "`base` on the base's part, `dynamic_properties` on the rest",
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
    ("alias", "not possible: a property has one name"),
    ("tag", "not needed: the tag is always `@odata.type`"),
    ("content", "not needed: properties stand beside the tag"),
    ("untagged", "`default` or `other` on a variant"),
];

/// What a word of serde's is here.
pub(super) fn instead_of(word: &str) -> Option<&'static str> {
    WORDS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, instead)| *instead)
}

/// Says of an attribute of serde's what to write.
pub(super) fn refuse(attribute: &Attribute, place: Place, errors: &mut Errors) {
    let mut message =
        "the derive writes `Serialize` and `Deserialize` itself and does not ask serde's attributes: use `#[odata(...)]`"
            .to_owned();
    for word in words(attribute) {
        let instead = instead_of(&word).map(str::to_owned).or_else(|| {
            keys::find(&word, place).map(|key| format!("called the same: `{}`", key.example))
        });
        if let Some(instead) = instead {
            message.push_str(&format!("\n`{word}` is {instead}"));
        }
    }
    errors.at(attribute, message);
}

/// The words of the attribute's list.
fn words(attribute: &Attribute) -> Vec<String> {
    let mut words = Vec::new();
    if let Meta::List(list) = &attribute.meta {
        let parser = syn::meta::parser(|entry| {
            words.extend(
                entry
                    .path
                    .get_ident()
                    .map(|ident: &Ident| ident.unraw().to_string()),
            );
            // What stands after a word is not ours to judge.
            let _ = entry.value().and_then(|it| it.parse::<syn::Lit>());
            if entry.input.peek(syn::token::Paren) {
                entry.input.parse::<proc_macro2::Group>()?;
            }
            Ok(())
        });
        // An attribute that is wrong for serde, too, shows the words up to there.
        let _ = parser.parse2(list.tokens.clone());
    }
    words
}
