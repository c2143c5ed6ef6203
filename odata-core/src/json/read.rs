//! Reading of one value from text.

use serde::Deserialize;

use crate::{
    codec::{ReadAs, Serde},
    error::{Error, ErrorKind},
    json::{late_tags, scan},
    options::ReadOptions,
    raw::{TextParser, locate::locate},
    session::{LateTagScope, Session, descend, take_failure},
};

pub(super) static DEFAULT: ReadOptions = ReadOptions::client();

/// Reads a body without validation.
pub(super) fn read<'de, T: Deserialize<'de>>(
    text: &'de str,
    options: &ReadOptions,
) -> Result<T, Error> {
    read_at::<Serde, T>(text, options, 0)
}

/// Reads, without validation, a value that is `levels` deep in its body.
pub(super) fn read_at<'de, C: ReadAs<'de, T>, T>(
    text: &'de str,
    options: &ReadOptions,
    levels: u16,
) -> Result<T, Error> {
    check_length(text.len(), options)?;
    let _session = Session::read(options.policy(), options.metadata_url.as_ref());
    descend(levels);
    if options.needs_scan() {
        scan::check_limits(text, options)?;
    }
    let tags = LateTagScope::enter(text);
    loop {
        let mut parser = TextParser::new(text);
        let result = C::read(&mut parser);
        if tags.is_requested() {
            index_tags(&tags, text, options);
            continue;
        }
        return result
            .and_then(|value| parser.end().map(|()| value))
            .map_err(|error| locate(text, &error));
    }
}

/// Prepares to read a text again, now with an index of its type tags.
#[cold]
fn index_tags(tags: &LateTagScope, text: &str, options: &ReadOptions) {
    take_failure();
    tags.provide(late_tags::index(text, options.policy()));
}

/// Rejects a body that is longer than the options allow.
pub(super) fn check_length(length: usize, options: &ReadOptions) -> Result<(), Error> {
    if length > options.max_bytes {
        return Err(Error::of_kind(
            ErrorKind::Length,
            format!("the body has more than {} bytes", options.max_bytes),
        ));
    }
    Ok(())
}
