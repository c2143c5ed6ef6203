//! What a run made, and how it gets onto the disk.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::config::Error;
use crate::diagnostic::Diagnostic;

/// What a run made: the modules' text, and a list of what is in them.
#[derive(Debug, Clone)]
pub struct Generated {
    pub(crate) one_file: String,
    pub(crate) folder: BTreeMap<PathBuf, String>,
    pub(crate) types: Vec<GeneratedType>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) inputs: Vec<PathBuf>,
}

/// A type of the metadata and what it became.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GeneratedType {
    /// `microsoft.graph.user`
    pub qualified: String,
    /// The Rust path below the root of the generated tree: `microsoft::graph::User`.
    pub path: String,
    /// The path of the enumeration over the types derived from it, where there is one: `microsoft::graph::AnyUser`.
    pub hierarchy: Option<String>,
    /// The variants of that enumeration but the last, `Other`: their names and the qualified names of their types.
    pub variants: Vec<(String, String)>,
    /// What kind of type it is.
    pub kind: GeneratedKind,
}

/// What kind of type a [`GeneratedType`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GeneratedKind {
    /// An entity type of which there are values.
    Entity,
    /// A complex type of which there are values.
    Complex,
    /// An abstract entity or complex type.
    Abstract,
    /// An enumeration.
    Enumeration,
    /// The body of an action.
    Action,
}

impl Generated {
    /// The whole tree as one file, for `include!`.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.one_file
    }

    /// The tree as a module folder: path below the folder and text of each file. `mod.rs` is its root.
    #[must_use]
    pub fn files(&self) -> &BTreeMap<PathBuf, String> {
        &self.folder
    }

    /// What was generated, in the order of the files.
    #[must_use]
    pub fn types(&self) -> &[GeneratedType] {
        &self.types
    }

    /// Warnings and notes.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The metadata files that were read, referenced ones included.
    #[must_use]
    pub fn inputs(&self) -> &[PathBuf] {
        &self.inputs
    }

    /// Writes [`text`](Self::text); a file that already says the same is left alone, so that nothing is built anew.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn write_file(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        write_changed(path.as_ref(), &self.one_file)
    }

    /// Writes [`files`](Self::files) below a folder, which is made where it is not there.
    ///
    /// # Errors
    ///
    /// The folder or a file cannot be written.
    pub fn write_folder(&self, folder: impl AsRef<Path>) -> Result<(), Error> {
        self.folder
            .iter()
            .try_for_each(|(path, text)| write_changed(&folder.as_ref().join(path), text))
    }
}

fn write_changed(path: &Path, text: &str) -> Result<(), Error> {
    let failed = |error: io::Error| Error::new(format!("{}: {error}", path.display()));
    if fs::read(path).is_ok_and(|before| before == text.as_bytes()) {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    fs::write(path, text).map_err(failed)
}
