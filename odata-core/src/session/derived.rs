//! Whether a value of an unknown derived type may be read as a type with a bag.

use std::cell::Cell;

use crate::session::{depth::remaining_depth, policy::read_policy, scope::Scope};

thread_local! {
    static ACCEPTS_DERIVED: Cell<bool> = const { Cell::new(false) };
}

/// Lets the body that is read during the lifetime of the result have an unknown derived type.
pub(crate) fn accept_derived() -> Scope<bool> {
    Scope::enter(&ACCEPTS_DERIVED, true)
}

/// Returns whether the object being read is a body that may have an unknown derived type.
#[cold]
pub(crate) fn accepts_derived() -> bool {
    ACCEPTS_DERIVED.get() && remaining_depth() + 1 == read_policy().max_depth
}
