//! The nesting depth.

use std::cell::Cell;

use serde::de;

use crate::{
    error::ErrorKind,
    options::MAX_DEPTH,
    session::{failure::new_error, policy::read_policy},
};

thread_local! {
    /// Levels that may still be entered.
    pub(super) static REMAINING: Cell<u16> = const { Cell::new(MAX_DEPTH) };
}

/// One level of nesting, counted until it is dropped.
pub(crate) struct Level(());

impl Level {
    /// Enters an object or array.
    #[inline]
    pub(crate) fn enter<E: de::Error>() -> Result<Level, E> {
        match REMAINING.get().checked_sub(1) {
            Some(remaining) => {
                REMAINING.set(remaining);
                Ok(Level(()))
            }
            None => Err(too_deep()),
        }
    }
}

impl Drop for Level {
    #[inline]
    fn drop(&mut self) {
        REMAINING.set(REMAINING.get() + 1);
    }
}

/// Begins a value that is `levels` deep in its body.
pub(crate) fn descend(levels: u16) {
    REMAINING.set(REMAINING.get().saturating_sub(levels));
}

/// Returns how many levels a value read here may have.
pub(crate) fn remaining_depth() -> u16 {
    REMAINING.get()
}

/// Returns the error for a value that is nested too deep.
#[cold]
pub(crate) fn too_deep<E: de::Error>() -> E {
    new_error(
        ErrorKind::Depth,
        format_args!("nested deeper than {} levels", read_policy().max_depth),
    )
}
