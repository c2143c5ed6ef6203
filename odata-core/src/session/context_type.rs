//! The type that the context URL of a collection gives its items.
//!
//! With the context URL `#People/shop.employee`, an item without a type tag is an employee (Protocol 4.01 §10.5; JSON 4.01 §4.5.3). serde
//! passes nothing down to an item, so the type is held here while the items are read. Only a cold branch looks it up.

use std::{
    cell::{Cell, RefCell},
    sync::Arc,
};

use crate::{protocol::ContextUrl, session::depth::remaining_depth};

thread_local! {
    static CONTEXT_TYPE: RefCell<Option<ContextType>> = const { RefCell::new(None) };
    /// Whether an item whose tag names a type that does not derive from the context type is rejected.
    static IS_BOUND: Cell<bool> = const { Cell::new(false) };
}

struct ContextType {
    /// The levels that remain in an item: a deeper object has no context type.
    level: u16,
    type_name: Arc<str>,
}

/// Returns the type that a context URL names, if any.
pub(crate) fn named_by(context: Option<&str>) -> Option<Arc<str>> {
    ContextUrl::parse(context?).type_name().map(Arc::from)
}

/// Gives the items a type until the scope is dropped, which restores the state before it.
pub(crate) struct ContextTypeScope {
    before: Option<ContextType>,
    was_bound: bool,
}

impl ContextTypeScope {
    /// Gives the type to items that are `levels` below the current object. Returns `None` if there is no type.
    pub(crate) fn below(type_name: Option<Arc<str>>, levels: u16) -> Option<ContextTypeScope> {
        let level = remaining_depth().checked_sub(levels)?;
        ContextTypeScope::at(type_name, level)
    }

    /// Gives the type to items whose depth leaves `level` levels. Returns `None` if there is no type.
    pub(crate) fn at(type_name: Option<Arc<str>>, level: u16) -> Option<ContextTypeScope> {
        let inner = type_name.map(|type_name| ContextType { level, type_name })?;
        Some(ContextTypeScope {
            before: CONTEXT_TYPE.replace(Some(inner)),
            was_bound: IS_BOUND.replace(false),
        })
    }

    /// Rejects items whose type does not derive from this type. For a type that an annotation of the collection names (JSON 4.01 §4.5.3).
    pub(crate) fn bounding(self) -> ContextTypeScope {
        IS_BOUND.set(true);
        self
    }
}

impl Drop for ContextTypeScope {
    fn drop(&mut self) {
        CONTEXT_TYPE.set(self.before.take());
        IS_BOUND.set(self.was_bound);
    }
}

/// Returns whether the types of some items are bounded, for a check that is rarely needed.
#[inline]
pub(crate) fn is_bound() -> bool {
    IS_BOUND.get()
}

/// Calls `find` with the context type of the object being read, if it has one.
pub(crate) fn find<T>(find: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    CONTEXT_TYPE.with_borrow(|context| {
        let context = context.as_ref()?;
        if context.level == remaining_depth() {
            find(&context.type_name)
        } else {
            None
        }
    })
}
