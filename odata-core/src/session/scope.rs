//! State that a part of a call has: whether a delta is being read, a body of an unknown derived type, or the parameters of an action.

use std::{cell::Cell, thread::LocalKey};

use crate::{
    options::UndeclaredPolicy,
    session::{depth::remaining_depth, policy::read_policy},
};

thread_local! {
    static IN_DELTA: Cell<bool> = const { Cell::new(false) };
    static ALLOWS_DERIVED: Cell<bool> = const { Cell::new(false) };
    static PARAMETERS: Cell<Option<NestedPolicy>> = const { Cell::new(None) };
}

/// Gives a thread-local another value until it is dropped, which restores the value before it.
pub(crate) struct Scope<T: Copy + 'static> {
    state: &'static LocalKey<Cell<T>>,
    former: T,
}

impl<T: Copy> Scope<T> {
    fn enter(state: &'static LocalKey<Cell<T>>, value: T) -> Scope<T> {
        Scope {
            state,
            former: state.replace(value),
        }
    }
}

impl<T: Copy> Drop for Scope<T> {
    fn drop(&mut self) {
        self.state.set(self.former);
    }
}

/// Marks what is read until the returned value is dropped as part of a delta.
pub(crate) fn enter_delta() -> Scope<bool> {
    Scope::enter(&IN_DELTA, true)
}

/// Returns whether a delta is being read. Only there may `@removed` occur (JSON 4.01 §15.2).
pub(crate) fn is_in_delta() -> bool {
    IN_DELTA.get()
}

/// Allows an unknown derived type of the body that is read, until the returned value is dropped.
pub(crate) fn allow_derived() -> Scope<bool> {
    Scope::enter(&ALLOWS_DERIVED, true)
}

/// Returns whether the object being read is a body that may have an unknown derived type.
#[cold]
pub(crate) fn accepts_derived() -> bool {
    ALLOWS_DERIVED.get() && is_body()
}

/// The options of the caller, which apply to the values of the parameters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NestedPolicy {
    pub(crate) require_all: bool,
    pub(crate) undeclared: UndeclaredPolicy,
}

/// Marks what is read until the returned value is dropped as parameters of an action: all required ones must be present, and unknown ones
/// are rejected.
pub(crate) fn enter_parameters(nested: NestedPolicy) -> Scope<Option<NestedPolicy>> {
    Scope::enter(&PARAMETERS, Some(nested))
}

/// Returns whether the object being read has the parameters of an action as its properties.
#[cold]
pub(crate) fn is_parameters() -> bool {
    PARAMETERS.get().is_some() && is_body()
}

/// Returns the options of the caller if the object being read is inside a parameter.
#[cold]
pub(crate) fn nested_policy() -> Option<NestedPolicy> {
    PARAMETERS.get().filter(|_| !is_body())
}

fn is_body() -> bool {
    remaining_depth() + 1 == read_policy().max_depth
}
