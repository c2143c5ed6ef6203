//! The rejection of undeclared properties.

use serde::de;

use crate::{
    error::{ErrorKind, Listing},
    model::StructuredType,
    options::{ReadPolicy, UndeclaredPolicy},
    session::{at_name, new_mismatch},
};

/// Returns whether an undeclared property is an error.
pub(super) fn rejects_undeclared(declared: &'static StructuredType, policy: ReadPolicy) -> bool {
    (declared.denies_undeclared() || policy.undeclared == UndeclaredPolicy::Error)
        && !declared.is_open()
}

/// Returns the error for an undeclared property.
#[cold]
pub(super) fn undeclared<E: de::Error>(declared: &'static StructuredType, name: &str) -> E {
    let nearest = declared
        .properties()
        .map(|it| it.name())
        .find(|it| it.eq_ignore_ascii_case(name));
    let hint = nearest
        .map(|it| format!("; did you mean `{it}`?"))
        .unwrap_or_default();
    let error = new_mismatch(
        ErrorKind::Undeclared,
        format_args!("`{}` declares no property `{name}`{hint}", declared.name),
        format!(
            "one of {}",
            Listing(
                declared
                    .properties()
                    .map(|it| it.name())
                    .collect::<Vec<_>>()
                    .iter()
            )
        ),
        name,
    );
    at_name(name, error)
}
