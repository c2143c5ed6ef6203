//! Reads the bytes of the callout.

use std::{
    fs::File,
    io::{self, Read},
};

use crate::{arguments::Input, problem::Problem};

/// The maximum size of a callout, 1 MiB.
pub(crate) const MAX_BYTES: usize = 1 << 20;

/// A callout in the form that Entra sends when somebody requests an access package.
const SAMPLE: &str = include_str!("callout.json");

/// Reads the callout from its source.
pub(crate) fn read(input: &Input) -> Result<Vec<u8>, Problem> {
    let (name, bytes) = match input {
        Input::File(path) => (
            path.display().to_string(),
            File::open(path).and_then(read_all),
        ),
        Input::Standard => ("standard input".to_owned(), read_all(io::stdin())),
        Input::Default if is_piped() => ("standard input".to_owned(), read_all(io::stdin())),
        Input::Default => (String::new(), Ok(Vec::new())),
    };
    let bytes = bytes.map_err(|error| Problem::new(format!("{name}: {error}")))?;
    if bytes.is_empty() && matches!(input, Input::Default) {
        return Ok(SAMPLE.into());
    }
    Ok(bytes)
}

/// Reads up to one byte more than the maximum; the parser then reports that the callout is too long.
fn read_all(source: impl Read) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(MAX_BYTES + 1).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    source.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Returns whether standard input is a file or a pipe, and not a terminal or `/dev/null`.
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
