//! Whether the parameters of an action are being read. All required ones must be present, and unknown ones are rejected.

use std::cell::Cell;

use crate::{
    options::UndeclaredPolicy,
    session::{depth::remaining_depth, policy::read_policy, scope::Scope},
};

thread_local! {
    static NESTED: Cell<Option<NestedPolicy>> = const { Cell::new(None) };
}

/// The options of the caller, which apply to the values of the parameters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NestedPolicy {
    pub(crate) require_all: bool,
    pub(crate) undeclared: UndeclaredPolicy,
}

/// Marks what is read during the lifetime of the result as parameters of an action.
pub(crate) fn enter_parameters(nested: NestedPolicy) -> Scope<Option<NestedPolicy>> {
    Scope::enter(&NESTED, Some(nested))
}

/// Returns whether the object being read has the parameters of an action as its properties.
#[cold]
pub(crate) fn is_parameters() -> bool {
    NESTED.get().is_some() && is_body()
}

/// Returns the options of the caller if the object being read is inside a parameter.
#[cold]
pub(crate) fn nested_policy() -> Option<NestedPolicy> {
    NESTED.get().filter(|_| !is_body())
}

fn is_body() -> bool {
    remaining_depth() + 1 == read_policy().max_depth
}
