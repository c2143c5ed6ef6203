//! Whether a delta is being read. Only there may `@removed` occur (JSON 4.01 §15.2).

use std::cell::Cell;

thread_local! {
    static IN_DELTA: Cell<bool> = const { Cell::new(false) };
}

/// Marks what is read during its lifetime as part of a delta.
pub(crate) struct DeltaScope(bool);

impl DeltaScope {
    pub(crate) fn enter() -> DeltaScope {
        DeltaScope(IN_DELTA.replace(true))
    }
}

impl Drop for DeltaScope {
    fn drop(&mut self) {
        IN_DELTA.set(self.0);
    }
}

/// Returns whether a delta is being read.
pub(crate) fn is_in_delta() -> bool {
    IN_DELTA.get()
}
