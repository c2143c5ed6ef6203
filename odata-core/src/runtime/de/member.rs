//! A captured member.

use std::borrow::Cow;

/// A member whose value is JSON text.
pub(crate) struct Member<'de> {
    pub(crate) name: Cow<'de, str>,
    pub(crate) value: Cow<'de, str>,
}
