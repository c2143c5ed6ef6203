//! Whether a delta is being read. Only there may `@removed` occur (JSON 4.01 §15.2).

use std::cell::Cell;

use crate::session::scope::Scope;

thread_local! {
    static IN_DELTA: Cell<bool> = const { Cell::new(false) };
}

/// Marks what is read during the lifetime of the result as part of a delta.
pub(crate) fn enter_delta() -> Scope<bool> {
    Scope::enter(&IN_DELTA, true)
}

/// Returns whether a delta is being read.
pub(crate) fn is_in_delta() -> bool {
    IN_DELTA.get()
}
