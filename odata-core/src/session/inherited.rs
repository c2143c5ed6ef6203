//! The type that the context of a collection gives its items.
//!
//! Where the context URL says `#People/shop.employee`, an item that names no type is an employee (Protocol, section 10.5; JSON format
//! 4.01, section 4.5.3: a type need not be named where the context says it). serde hands nothing down to an item, so the type waits
//! here while the items are read; who asks for it does so on a cold branch only.

use std::{cell::RefCell, sync::Arc};

use crate::{protocol::context_url::ContextUrl, session::scope};

thread_local! {
    static INHERITED: RefCell<Option<Inherited>> = const { RefCell::new(None) };
}

struct Inherited {
    /// The levels that remain in an item: what lies deeper inherits nothing.
    level: u16,
    type_name: Arc<str>,
}

/// The type that a context names, if any.
pub(crate) fn context_type(context: Option<&str>) -> Option<Arc<str>> {
    ContextUrl::parse(context?).type_name().map(Arc::from)
}

/// While it lives, the items inherit their type. The state before it comes back when it is dropped.
pub(crate) struct Inheritance(Option<Inherited>);

impl Inheritance {
    /// Begins, where there is a type, for items that are so many levels below.
    pub(crate) fn below(type_name: Option<Arc<str>>, levels: u16) -> Option<Inheritance> {
        let level = scope::remaining_depth().checked_sub(levels)?;
        Inheritance::at(type_name, level)
    }

    /// Begins, where there is a type, for items in which so many levels remain.
    pub(crate) fn at(type_name: Option<Arc<str>>, level: u16) -> Option<Inheritance> {
        let inherited = type_name.map(|type_name| Inherited { level, type_name })?;
        Some(Inheritance(INHERITED.replace(Some(inherited))))
    }
}

impl Drop for Inheritance {
    fn drop(&mut self) {
        INHERITED.set(self.0.take());
    }
}

/// Looks the type up that the object under way inherits.
pub(crate) fn find<T>(find: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    INHERITED.with_borrow(|inherited| {
        let inherited = inherited.as_ref()?;
        if inherited.level == scope::remaining_depth() {
            find(&inherited.type_name)
        } else {
            None
        }
    })
}
