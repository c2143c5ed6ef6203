//! Compares what is on disk with what would be generated.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

use odata_csdl::Severity;

use crate::{
    diagnostic::{Diagnostic, Error},
    emit::FIRST_LINE,
};

/// The maximum number of lines of a file that a finding shows.
const MAX_SHOWN_LINES: usize = 12;

pub(super) fn check_file(path: &Path, text: &str) -> Result<(), Error> {
    reject(difference(path, text).into_iter().collect())
}

/// Compares the files of a folder. Files that the generator did not write are ignored.
pub(super) fn check_folder(folder: &Path, files: &BTreeMap<PathBuf, String>) -> Result<(), Error> {
    let written = files.iter();
    let mut found: Vec<_> = written
        .filter_map(|(path, text)| difference(&folder.join(path), text))
        .collect();
    for path in generated_files(folder)
        .map_err(|error| Error::new(format!("{}: {error}", folder.display())))?
    {
        if path
            .strip_prefix(folder)
            .is_ok_and(|own| !files.contains_key(own))
        {
            found.push(format!("{} is no longer generated", path.display()));
        }
    }
    reject(found)
}

fn reject(found: Vec<String>) -> Result<(), Error> {
    if found.is_empty() {
        return Ok(());
    }
    let finding = |message| Diagnostic {
        severity: Severity::Error,
        rule: "generated",
        position: None,
        message,
    };
    Err(Error::from_diagnostics(
        found.into_iter().map(finding).collect(),
    ))
}

fn difference(path: &Path, text: &str) -> Option<String> {
    let path_text = path.display();
    let before = match fs::read_to_string(path) {
        Ok(before) => before,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Some(format!("{path_text} is missing: generate it with `--out`"));
        }
        Err(error) => return Some(format!("{path_text}: {error}")),
    };
    (before != text).then(|| {
        let lines = changed_lines(&before, text);
        format!(
            "{path_text} differs from what is generated now: generate it again with `--out`{lines}"
        )
    })
}

/// Returns the lines that only one of the texts has. The order of lines that both have is not compared: it is that of the metadata.
fn changed_lines(before: &str, after: &str) -> String {
    let mut counts: HashMap<&str, i64> = HashMap::new();
    for line in before.lines() {
        *counts.entry(line).or_default() += 1;
    }
    for line in after.lines() {
        *counts.entry(line).or_default() -= 1;
    }
    let unmatched = |text: &'static str, lines: &mut dyn Iterator<Item = &str>, sign: i64| {
        let mut counts = counts.clone();
        let mut shown = Vec::new();
        for line in lines {
            if let Some(count) = counts.get_mut(line)
                && *count * sign > 0
            {
                *count -= sign;
                shown.push(format!("{text} {}", line.trim_start()));
            }
        }
        shown
    };
    let mut lines = unmatched("-", &mut before.lines(), 1);
    lines.extend(unmatched("+", &mut after.lines(), -1));
    if lines.is_empty() {
        return "\n(the same lines in another order)".to_owned();
    }
    let mut text = String::new();
    for line in lines.iter().take(MAX_SHOWN_LINES) {
        text.push('\n');
        text.push_str(line);
    }
    if lines.len() > MAX_SHOWN_LINES {
        // Writing to a `String` does not fail.
        let _ = write!(
            text,
            "\n... and {} more lines",
            lines.len() - MAX_SHOWN_LINES
        );
    }
    text
}

/// Returns the Rust files below a folder that have the generator's first line.
fn generated_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs")
                && fs::read_to_string(&path)?.starts_with(FIRST_LINE)
            {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
