//! Whether the parameters of an action are being read. All required ones must be present, and unknown ones are rejected.

use std::cell::Cell;

use crate::{
    options::UndeclaredPolicy,
    session::{depth::remaining_depth, policy::read_policy},
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

/// Marks what is read during its lifetime as parameters of an action.
pub(crate) struct ParametersScope(Option<NestedPolicy>);

impl ParametersScope {
    pub(crate) fn enter(nested: NestedPolicy) -> ParametersScope {
        ParametersScope(NESTED.replace(Some(nested)))
    }
}

impl Drop for ParametersScope {
    fn drop(&mut self) {
        NESTED.set(self.0);
    }
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
