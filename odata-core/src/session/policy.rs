//! The options in force.

use std::{
    cell::{Cell, RefCell},
    sync::Arc,
};

use crate::{
    options::{ReadPolicy, WritePolicy},
    protocol::AnnotationFilter,
};

thread_local! {
    pub(super) static READ: Cell<ReadPolicy> = const { Cell::new(ReadPolicy::PLAIN_SERDE) };
    pub(super) static WRITE: Cell<WritePolicy> = const { Cell::new(WritePolicy::PLAIN_SERDE) };
    pub(super) static METADATA_URL: RefCell<Option<Arc<str>>> = const { RefCell::new(None) };
    /// Whether there is an annotation filter: cheaper to read than the filter.
    pub(super) static FILTERS_ANNOTATIONS: Cell<bool> = const { Cell::new(false) };
    pub(super) static ANNOTATION_FILTER: RefCell<Option<Arc<AnnotationFilter>>> = const { RefCell::new(None) };
}

/// Returns the read options in force.
#[inline]
pub(crate) fn read_policy() -> ReadPolicy {
    READ.get()
}

/// Returns whether null for a collection is read as an absent property.
#[inline]
pub(crate) fn reads_null_collections() -> bool {
    READ.get().null_collections
}

/// Returns the write options in force.
#[inline]
pub(crate) fn write_policy() -> WritePolicy {
    WRITE.get()
}

/// Returns the URL of the service's metadata document, if the options name one.
pub(crate) fn metadata_url() -> Option<Arc<str>> {
    METADATA_URL.with_borrow(Clone::clone)
}

/// Returns whether the options filter the annotations to write.
pub(crate) fn filters_annotations() -> bool {
    FILTERS_ANNOTATIONS.get()
}

/// Returns whether the filter, if there is one, includes the annotation `name`.
pub(crate) fn includes_annotation(name: &str) -> bool {
    ANNOTATION_FILTER.with_borrow(|filter| filter.as_ref().is_none_or(|it| it.includes(name)))
}
