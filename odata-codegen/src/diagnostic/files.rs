//! The metadata files, and positions in them.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use odata_csdl::{LineIndex, Location};

/// A file, a line and a column in the form that editors and terminals understand: `metadata.xml:12:7`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The path as it was given.
    pub path: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path.display(), self.line, self.column)
    }
}

/// A metadata file with its text.
#[derive(Debug)]
pub(crate) struct SourceFile {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
    lines: OnceLock<LineIndex>,
}

/// All metadata files of a run, in the order in which they were read. [`Location::file`] is the index of a file.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    pub(crate) fn add(&mut self, path: &Path, text: String) -> usize {
        self.files.push(SourceFile {
            path: path.to_owned(),
            text,
            lines: OnceLock::new(),
        });
        self.files.len() - 1
    }

    pub(crate) fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// Returns `None` if the file is not one of them.
    pub(crate) fn position(&self, location: Location) -> Option<Position> {
        let file = self.files.get(location.file)?;
        let lines = file.lines.get_or_init(|| LineIndex::new(&file.text));
        let (line, column) = lines.line_column(&file.text, location.start);
        Some(Position {
            path: file.path.clone(),
            line,
            column,
        })
    }
}
