//! The type that an envelope names for its value or its items.

use std::sync::Arc;

use serde::de;

use crate::{
    error::ErrorKind,
    raw::unescape,
    runtime::de::value_type,
    session::{ContextTypeScope, new_mismatch},
};

/// A type annotation.
pub(crate) struct Annotated {
    /// The annotation, as JSON text.
    pub(crate) tag: Box<str>,
    /// The name of the type, or of the type of the items.
    pub(crate) name: Arc<str>,
    pub(crate) is_collection: bool,
    pub(crate) follows_value: bool,
}

impl Annotated {
    pub(crate) fn parse<E: de::Error>(tag: &str) -> Result<Annotated, E> {
        let text = unescape(tag).unwrap_or_default();
        value_type::check_name(&text)?;
        let name = text.rsplit_once('#').map_or(&*text, |(_, name)| name);
        let item = name
            .strip_prefix("Collection(")
            .and_then(|it| it.strip_suffix(')'));
        Ok(Annotated {
            tag: tag.into(),
            name: item.unwrap_or(name).into(),
            is_collection: item.is_some(),
            follows_value: false,
        })
    }

    /// Returns the error for a type that is not that of the value.
    #[cold]
    pub(crate) fn mismatch<E: de::Error>(&self) -> E {
        let noun = if self.is_collection { "items" } else { "value" };
        new_mismatch(
            ErrorKind::NotDerived,
            format_args!(
                "the type annotation names `{}`, which is not the type of the {noun}",
                self.name
            ),
            "the declared type",
            &*self.name,
        )
    }
}

/// The type that an envelope names for what it contains.
pub(crate) struct ContentType {
    pub(crate) type_name: Arc<str>,
    /// Whether values of types that do not derive from it are rejected.
    pub(crate) is_bound: bool,
}

impl ContentType {
    /// Makes this the type of the values below which `level` levels may be nested, until the returned value is dropped.
    pub(crate) fn at(content: Option<&ContentType>, level: u16) -> Option<ContextTypeScope> {
        let content = content?;
        let scope = ContextTypeScope::at(Some(content.type_name.clone()), level)?;
        Some(match content.is_bound {
            true => scope.bounding(),
            false => scope,
        })
    }
}
