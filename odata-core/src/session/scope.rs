//! What a reader or writer needs to know beyond what serde passes along.
//!
//! serde hands no context to the types it reads. This thread-local scope holds the options of the call under way, the nesting depth,
//! and, once something fails, where and what it was. The depth is counted once an object or array; everything else is looked at on
//! cold branches only, so that those who set no option pay nothing for them.

use std::{
    cell::{Cell, RefCell},
    fmt::{self, Display},
    sync::Arc,
};

use serde::de;

use crate::{
    error::ErrorKind,
    options::{MAX_DEPTH, ReadPolicy, WritePolicy},
    protocol::annotation_filter::AnnotationFilter,
};

thread_local! {
    /// Levels that may still be entered.
    static REMAINING: Cell<u16> = const { Cell::new(MAX_DEPTH) };
    static READ: Cell<ReadPolicy> = const { Cell::new(ReadPolicy::CLIENT) };
    static WRITE: Cell<WritePolicy> = const { Cell::new(WritePolicy::DEFAULT) };
    static METADATA_URL: RefCell<Option<Arc<str>>> = const { RefCell::new(None) };
    static FILTER: RefCell<Option<Arc<AnnotationFilter>>> = const { RefCell::new(None) };
    static FAILURE: RefCell<Failure> = const { RefCell::new(Failure::NONE) };
    static RECORDING: Cell<bool> = const { Cell::new(false) };
}

/// The read options in force.
#[inline]
pub(crate) fn read_policy() -> ReadPolicy {
    READ.get()
}

/// The write options in force.
#[inline]
pub(crate) fn write_policy() -> WritePolicy {
    WRITE.get()
}

/// The metadata document that tags with a URL must name, where the caller said one.
pub(crate) fn metadata_url() -> Option<Arc<str>> {
    METADATA_URL.with_borrow(Clone::clone)
}

/// Whether a filter says which annotations to write.
pub(crate) fn filters_annotations() -> bool {
    write_policy().filters_annotations
}

/// Whether that filter, where there is one, lets an annotation be written.
pub(crate) fn wants_annotation(name: &str) -> bool {
    FILTER.with_borrow(|filter| filter.as_ref().is_none_or(|it| it.includes(name)))
}

/// One level of nesting, counted while it lives.
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

/// Begins a value that stands so many levels deep in its body.
pub(crate) fn descend(levels: u16) {
    REMAINING.set(REMAINING.get().saturating_sub(levels));
}

/// How many levels a value read here may have.
pub(crate) fn remaining_depth() -> u16 {
    REMAINING.get()
}

#[cold]
pub(crate) fn too_deep<E: de::Error>() -> E {
    fail(
        ErrorKind::Depth,
        format_args!("nested deeper than {} levels", read_policy().max_depth),
    )
}

/// One step of a JSON pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Segment {
    Name(Box<str>),
    Index(usize),
}

/// What is known of a failure while it travels up: the steps innermost first, each with the levels that remained there.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) steps: Vec<(u16, Segment)>,
    pub(crate) detail: Option<Detail>,
    /// The error was met in a replayed text, whose line and column mean nothing outside.
    pub(crate) replayed: bool,
}

/// What our own machinery says of a failure.
#[derive(Debug)]
pub(crate) struct Detail {
    pub(crate) kind: ErrorKind,
    pub(crate) message: String,
    pub(crate) expected: Option<String>,
    pub(crate) found: Option<String>,
}

impl Failure {
    const NONE: Failure = Failure {
        steps: Vec::new(),
        detail: None,
        replayed: false,
    };
}

/// A read or write call under way; the state before it comes back when it is dropped.
pub(crate) struct Session {
    remaining: u16,
    read: ReadPolicy,
    write: WritePolicy,
    url: Option<Option<Arc<str>>>,
    filter: Option<Option<Arc<AnnotationFilter>>>,
    recording: bool,
}

impl Session {
    /// Begins a read.
    pub(crate) fn read(policy: ReadPolicy, metadata_url: Option<&Arc<str>>) -> Session {
        let url = metadata_url.map(|it| METADATA_URL.replace(Some(Arc::clone(it))));
        if RECORDING.get() {
            // A read inside a read (a type's own code calling us): the outer one's failure is not ours to keep.
            clear();
        }
        Session {
            remaining: REMAINING.replace(policy.max_depth),
            read: READ.replace(policy),
            write: WRITE.get(),
            url,
            filter: None,
            recording: RECORDING.replace(true),
        }
    }

    /// Begins a value whose enumeration members may come in any letter case.
    pub(crate) fn any_letter_case() -> Session {
        let mut policy = READ.get();
        policy.case_insensitive_enums = policy.case_insensitive_enums.or(Some(true));
        Session {
            remaining: REMAINING.get(),
            read: READ.replace(policy),
            write: WRITE.get(),
            url: None,
            filter: None,
            recording: RECORDING.get(),
        }
    }

    /// Begins a write.
    pub(crate) fn write(policy: WritePolicy, filter: Option<&Arc<AnnotationFilter>>) -> Session {
        Session {
            remaining: REMAINING.get(),
            read: READ.get(),
            write: WRITE.replace(policy),
            url: None,
            filter: filter.map(|it| FILTER.replace(Some(Arc::clone(it)))),
            recording: RECORDING.get(),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        REMAINING.set(self.remaining);
        READ.set(self.read);
        WRITE.set(self.write);
        RECORDING.set(self.recording);
        if let Some(url) = self.url.take() {
            METADATA_URL.set(url);
        }
        if let Some(filter) = self.filter.take() {
            FILTER.set(filter);
        }
    }
}

/// Takes what is known of the failure that has just arrived.
pub(crate) fn take_failure() -> Failure {
    FAILURE.replace(Failure::NONE)
}

#[cold]
fn clear() {
    FAILURE.set(Failure::NONE);
}

/// Says where: `error` was met below this step of the object or array being read.
#[cold]
pub(crate) fn step(segment: Segment) {
    if !RECORDING.get() {
        return;
    }
    let remaining = REMAINING.get();
    FAILURE.with_borrow_mut(|failure| {
        // An error that somebody caught on its way leaves steps behind; a new one starts at or below their depth.
        if failure
            .steps
            .last()
            .is_some_and(|(last, _)| *last >= remaining)
        {
            failure.steps.clear();
        }
        failure.steps.push((remaining, segment));
    });
}

#[cold]
pub(crate) fn at_name<E>(name: &str, error: E) -> E {
    step(Segment::Name(name.into()));
    error
}

#[cold]
pub(crate) fn at_index<E>(index: usize, error: E) -> E {
    step(Segment::Index(index));
    error
}

/// The error came out of a replayed text.
#[cold]
pub(crate) fn replayed<E: de::Error>(error: &serde_json::Error) -> E {
    if RECORDING.get() {
        FAILURE.with_borrow_mut(|failure| failure.replayed = true);
    }
    E::custom(without_position(error))
}

/// serde_json's message without its " at line 1 column 7", which counts from the start of the replayed text.
pub(crate) fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let suffix = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&suffix)
        .map(str::to_owned)
        .unwrap_or(text)
}

/// An error of ours.
#[cold]
pub(crate) fn fail<E: de::Error>(kind: ErrorKind, message: impl Display) -> E {
    fail_with(kind, message, None, None)
}

/// An error of ours that knows what would have been right and what was there.
#[cold]
pub(crate) fn mismatch<E: de::Error>(
    kind: ErrorKind,
    message: impl Display,
    expected: impl Into<String>,
    found: impl Into<String>,
) -> E {
    fail_with(kind, message, Some(expected.into()), Some(found.into()))
}

fn fail_with<E: de::Error>(
    kind: ErrorKind,
    message: impl Display,
    expected: Option<String>,
    found: Option<String>,
) -> E {
    if !RECORDING.get() {
        return E::custom(message);
    }
    let message = message.to_string();
    let error = E::custom(&message);
    FAILURE.set(Failure {
        steps: Vec::new(),
        detail: Some(Detail {
            kind,
            message,
            expected,
            found,
        }),
        replayed: false,
    });
    error
}

/// A list for a message: `a, b and c`, cut where it would be long.
pub(crate) struct Listing<I>(pub(crate) I);

impl<I> Display for Listing<I>
where
    I: Iterator<Item: Display> + Clone,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 12;
        for (i, name) in self.0.clone().take(SHOWN).enumerate() {
            let comma = if i == 0 { "" } else { ", " };
            write!(f, "{comma}`{name}`")?;
        }
        match self.0.clone().count() {
            n if n > SHOWN => write!(f, " and {} more", n - SHOWN),
            _ => Ok(()),
        }
    }
}
