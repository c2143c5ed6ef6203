//! The errors for values whose type is not that of a variant.

use serde::de;

use super::ReadHierarchy;
use crate::{
    dynamic::TYPE_TAG,
    error::{ErrorKind, Listing},
    model::{StructuredType, VariantTypes},
    options::UnknownPolicy,
    runtime::de::tag::Tag,
    session::{new_mismatch, read_policy},
};

/// The parts of a hierarchy that messages need. Not generic, so that the code of the messages exists once.
pub(crate) struct Declared {
    base: &'static StructuredType,
    types: VariantTypes,
    known: &'static [&'static str],
    keeps_unknown: bool,
}

impl Declared {
    pub(crate) fn of<'de, H: ReadHierarchy<'de>>() -> Declared {
        let keeps_unknown = H::HAS_OTHER && read_policy().unknown_types == UnknownPolicy::Keep;
        Declared {
            base: H::BASE,
            types: H::TYPES,
            known: H::known(),
            keeps_unknown,
        }
    }

    fn derived(&self) -> String {
        let mut names = Vec::new();
        // A declared type may be below that of the hierarchy.
        let is_base = |it: &StructuredType| it.name == self.base.name;
        self.types.for_each(&mut |it| {
            if it.chain().any(is_base) {
                names.push(it.name);
            }
        });
        Listing(names.iter()).to_string()
    }
}

/// Returns whether the name may be that of a derived type that the model does not have, and the options accept one.
#[cold]
pub(crate) fn may_be_unknown(base: &'static StructuredType, known: &[&str], name: &str) -> bool {
    read_policy().unknown_types == UnknownPolicy::Keep
        && !is_ancestor(base, name)
        && !is_known(base, known, name)
}

/// Returns whether the name is that of a base of the hierarchy's type.
fn is_ancestor(base: &'static StructuredType, name: &str) -> bool {
    base.chain().skip(1).any(|it| it.is_named(name))
}

/// Returns whether the model has a type of that name, which may have the alias of the schema instead of the namespace.
fn is_known(base: &StructuredType, known: &[&str], name: &str) -> bool {
    let with_namespace = || {
        let (alias, _) = base.alias.rsplit_once('.')?;
        let (namespace, _) = base.name.rsplit_once('.')?;
        let unqualified = name.strip_prefix(alias)?.strip_prefix('.')?;
        Some(format!("{namespace}.{unqualified}"))
    };
    known.binary_search(&name).is_ok()
        || with_namespace().is_some_and(|name| known.binary_search(&&*name).is_ok())
}

#[cold]
pub(crate) fn unknown_tag<E: de::Error>(tag: &Tag<'_>, declared: Declared) -> Result<(), E> {
    tag.check()?;
    let (name, base) = (tag.name(), declared.base);
    let is_known = is_ancestor(base, name) || is_known(base, declared.known, name);
    let (kind, problem) = if is_known {
        (
            ErrorKind::NotDerived,
            format!("`{name}` is not derived from `{}`", base.name),
        )
    } else if declared.keeps_unknown {
        return Ok(());
    } else if base.is_named(name) {
        (ErrorKind::AbstractType, format!("`{name}` is abstract"))
    } else {
        (ErrorKind::UnknownType, format!("unknown type `{name}`"))
    };
    let expected = format!("one of {}", declared.derived());
    let message = format!("{problem}; expected {expected}");
    Err(new_mismatch(kind, message, expected, tag.text()))
}

#[cold]
pub(crate) fn missing_tag<E: de::Error>(declared: Declared) -> Result<(), E> {
    if declared.keeps_unknown {
        return Ok(());
    }
    let (base, expected) = (
        declared.base.name,
        format!("`{TYPE_TAG}` with one of {}", declared.derived()),
    );
    let message =
        format!("`{base}` is abstract and the value has no type tag; expected {expected}");
    Err(new_mismatch(
        ErrorKind::MissingType,
        message,
        expected,
        "no type tag",
    ))
}
