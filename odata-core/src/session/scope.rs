//! State that a part of a call has.

use std::{cell::Cell, thread::LocalKey};

/// Gives a thread-local another value until it is dropped, which restores the value before it.
pub(crate) struct Scope<T: Copy + 'static> {
    state: &'static LocalKey<Cell<T>>,
    former: T,
}

impl<T: Copy> Scope<T> {
    pub(super) fn enter(state: &'static LocalKey<Cell<T>>, value: T) -> Scope<T> {
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
