//! The state of one read or write call.
//!
//! serde passes no context to the types that it reads and writes. These thread-locals hold it instead: the options in force, the
//! nesting depth, the type that a context URL gives, and, once something fails, what failed and where. The depth is counted once for
//! each object or array; everything else is read on cold branches only, so that a call without options pays nothing for it.

pub(crate) mod context_type;
pub(crate) mod depth;
pub(crate) mod failure;
pub(crate) mod late_tags;
pub(crate) mod policy;
pub(crate) mod scope;
pub(crate) mod trace;

use std::sync::Arc;

pub(crate) use crate::session::{
    context_type::ContextTypeScope,
    depth::{Level, descend, remaining_depth, too_deep},
    failure::{
        Detail, from_replayed, new_error, new_mismatch, set_error_body, take_failure,
        without_position,
    },
    late_tags::{
        IndexedTag, LateTag, LateTagScope, LateTags, find_late_tag, look_ahead, looks_ahead,
        request_late_tags,
    },
    policy::{
        filters_annotations, includes_annotation, metadata_url, read_policy,
        reads_null_collections, write_policy,
    },
    scope::{
        NestedPolicy, accepts_derived, allow_derived, enter_delta, enter_parameters, is_in_delta,
        is_parameters, nested_policy,
    },
    trace::{add_step, at_index, at_name, missing_member},
};
use crate::{
    options::{ReadPolicy, WritePolicy},
    protocol::AnnotationFilter,
    session::{
        depth::REMAINING,
        failure::{RECORDING, clear_failure},
        policy::{ANNOTATION_FILTER, FILTERS_ANNOTATIONS, METADATA_URL, READ, WRITE},
    },
};

/// A read or write call in progress. Dropping it restores the state before it.
pub(crate) struct Session {
    remaining: u16,
    read: ReadPolicy,
    write: WritePolicy,
    metadata_url: Option<Option<Arc<str>>>,
    filters_annotations: bool,
    annotation_filter: Option<Option<Arc<AnnotationFilter>>>,
    is_recording: bool,
}

impl Session {
    /// Begins a read.
    pub(crate) fn read(policy: ReadPolicy, metadata_url: Option<&Arc<str>>) -> Session {
        let metadata_url = metadata_url.map(|it| METADATA_URL.replace(Some(Arc::clone(it))));
        if RECORDING.get() {
            // A read inside a read, by the user's own `Deserialize`: the outer read's failure is not part of it.
            clear_failure();
        }
        let mut session = Session::current();
        session.metadata_url = metadata_url;
        REMAINING.set(policy.max_depth);
        READ.set(policy);
        RECORDING.set(true);
        session
    }

    /// Begins a value whose enumeration members match in any letter case, unless the options forbid it.
    pub(crate) fn case_insensitive_enums() -> Session {
        let session = Session::current();
        let mut policy = session.read;
        policy.case_insensitive_enums = policy.case_insensitive_enums.or(Some(true));
        READ.set(policy);
        session
    }

    /// Begins a write.
    pub(crate) fn write(policy: WritePolicy, filter: Option<&Arc<AnnotationFilter>>) -> Session {
        let mut session = Session::current();
        session.annotation_filter =
            filter.map(|it| ANNOTATION_FILTER.replace(Some(Arc::clone(it))));
        WRITE.set(policy);
        FILTERS_ANNOTATIONS.set(filter.is_some());
        session
    }

    /// Saves the current state.
    fn current() -> Session {
        Session {
            remaining: REMAINING.get(),
            read: READ.get(),
            write: WRITE.get(),
            metadata_url: None,
            filters_annotations: FILTERS_ANNOTATIONS.get(),
            annotation_filter: None,
            is_recording: RECORDING.get(),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        REMAINING.set(self.remaining);
        READ.set(self.read);
        WRITE.set(self.write);
        RECORDING.set(self.is_recording);
        FILTERS_ANNOTATIONS.set(self.filters_annotations);
        if let Some(url) = self.metadata_url.take() {
            METADATA_URL.set(url);
        }
        if let Some(filter) = self.annotation_filter.take() {
            ANNOTATION_FILTER.set(filter);
        }
    }
}
