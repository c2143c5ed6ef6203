//! Where the callout comes from.

use std::{
    fs::File,
    io::{self, Read},
};

use odata_core::ReadOptions;

use crate::{arguments::Input, problem::Problem};

/// What Entra sends when somebody asks for an access package whose policy calls an extension at that stage.
const SAMPLE: &str = include_str!("callout.json");

/// The callout's bytes.
pub(crate) fn read(input: &Input) -> Result<Vec<u8>, Problem> {
    let (name, bytes) = match input {
        Input::File(path) => (
            path.display().to_string(),
            File::open(path).and_then(all_of),
        ),
        Input::Standard => ("standard input".to_owned(), all_of(io::stdin())),
        Input::Unsaid if is_piped() => ("standard input".to_owned(), all_of(io::stdin())),
        Input::Unsaid => (String::new(), Ok(Vec::new())),
    };
    let bytes = bytes.map_err(|error| Problem::new(format!("{name}: {error}")))?;
    if bytes.is_empty() && matches!(input, Input::Unsaid) {
        return Ok(SAMPLE.into());
    }
    Ok(bytes)
}

/// One byte more than reading takes, so that it says what is wrong with a longer body.
fn all_of(source: impl Read) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(ReadOptions::client().max_bytes).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    source
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether something was given as standard input: not a terminal, not `/dev/null`, not what a service manager leaves open.
#[cfg(unix)]
fn is_piped() -> bool {
    use std::os::{fd::AsFd, unix::fs::FileTypeExt};

    let kind = io::stdin()
        .as_fd()
        .try_clone_to_owned()
        .and_then(|stdin| File::from(stdin).metadata())
        .map(|it| it.file_type());
    kind.is_ok_and(|it| it.is_file() || it.is_fifo())
}

#[cfg(not(unix))]
fn is_piped() -> bool {
    false
}
