//! The metadata files and places in them.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A place in one of the metadata files, kept as an offset: line and column are only worked out when something is said about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Location {
    pub(crate) file: usize,
    pub(crate) offset: usize,
}

/// A file, a line and a column, each counted from one, as editors and terminals understand them: `metadata.xml:12:7`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The file as it was given.
    pub path: PathBuf,
    /// The line, counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(f, "{}", self.path.display())
        } else {
            write!(f, "{}:{}:{}", self.path.display(), self.line, self.column)
        }
    }
}

/// One metadata file with its text.
#[derive(Debug)]
pub(crate) struct SourceFile {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
    lines: OnceLock<Vec<usize>>,
}

/// All metadata files of a run, in the order in which they were given.
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

    pub(crate) fn position(&self, at: Location) -> Position {
        self.files.get(at.file).map_or_else(
            || Position {
                path: PathBuf::new(),
                line: 0,
                column: 0,
            },
            |file| file.position(at.offset),
        )
    }
}

impl SourceFile {
    fn position(&self, offset: usize) -> Position {
        let starts = self.lines.get_or_init(|| {
            let after = self
                .text
                .bytes()
                .enumerate()
                .filter(|&(_, byte)| byte == b'\n')
                .map(|(at, _)| at + 1);
            std::iter::once(0).chain(after).collect()
        });
        let line = starts.partition_point(|&start| start <= offset);
        let start = line
            .checked_sub(1)
            .and_then(|index| starts.get(index))
            .copied()
            .unwrap_or(0);
        let column = self
            .text
            .get(start..offset)
            .map_or(0, |before| before.chars().count())
            + 1;
        Position {
            path: self.path.clone(),
            line,
            column,
        }
    }
}
