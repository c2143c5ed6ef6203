//! The result of a run, and how it is written to disk.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use super::written;
use crate::{
    diagnostic::{Diagnostic, Error},
    emit::{self, Modules},
};

/// The result of a run: the text of the modules, and a list of the types in them.
#[derive(Debug, Clone)]
pub struct Generated {
    pub(crate) modules: Modules,
    /// Formatted when it is requested: a program usually needs either one file or a folder.
    pub(crate) one_file: OnceLock<String>,
    pub(crate) folder: OnceLock<BTreeMap<PathBuf, String>>,
    pub(crate) types: Vec<GeneratedType>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) inputs: Vec<PathBuf>,
}

/// A type or action of the metadata, and the Rust type that is generated for it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GeneratedType {
    /// `microsoft.graph.user`
    pub qualified: String,
    /// The Rust path below the root of the generated modules: `microsoft::graph::User`.
    pub path: String,
    /// The path of the enumeration over the derived types, where there is one: `microsoft::graph::AnyUser`.
    pub hierarchy: Option<String>,
    /// The variants of that enumeration without the last, `Other`: their names and the qualified names of their types.
    pub variants: Vec<(String, String)>,
    /// The kind of the type.
    pub kind: GeneratedKind,
}

/// The kind of a [`GeneratedType`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GeneratedKind {
    /// An entity type that is not abstract.
    Entity,
    /// A complex type that is not abstract.
    Complex,
    /// An abstract entity or complex type.
    Abstract,
    /// An enumeration.
    Enumeration,
    /// The body of an action.
    Action,
}

impl Generated {
    /// Returns all modules as one file, for `include!`.
    #[must_use]
    pub fn text(&self) -> &str {
        self.one_file.get_or_init(|| emit::one_file(&self.modules))
    }

    /// Returns the modules as files: the path below a folder, and the text. `mod.rs` is the root.
    #[must_use]
    pub fn files(&self) -> &BTreeMap<PathBuf, String> {
        self.folder.get_or_init(|| emit::folder(&self.modules))
    }

    /// Returns the generated types, in the order of the metadata.
    #[must_use]
    pub fn types(&self) -> &[GeneratedType] {
        &self.types
    }

    /// Returns the warnings and notes.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Returns the metadata files that were read, referenced ones included.
    #[must_use]
    pub fn inputs(&self) -> &[PathBuf] {
        &self.inputs
    }

    /// Writes [`text`](Self::text). A file with the same content is not written, so that Cargo does not rebuild.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn write_file(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        write_changed(path.as_ref(), self.text())
    }

    /// Writes [`files`](Self::files) below a folder, which is created if it does not exist.
    ///
    /// # Errors
    ///
    /// The folder or a file cannot be written.
    pub fn write_folder(&self, folder: impl AsRef<Path>) -> Result<(), Error> {
        let folder = folder.as_ref();
        self.files()
            .iter()
            .try_for_each(|(path, text)| write_changed(&folder.join(path), text))
    }

    /// Compares a file with [`text`](Self::text): for a test that fails when the metadata changed.
    ///
    /// # Errors
    ///
    /// The file is missing or differs. The error lists different lines.
    pub fn check_file(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        written::check_file(path.as_ref(), self.text())
    }

    /// Compares the generated files of a folder with [`files`](Self::files). Other files are ignored.
    ///
    /// # Errors
    ///
    /// A file is missing, differs or is no longer generated. The error lists different lines.
    pub fn check_folder(&self, folder: impl AsRef<Path>) -> Result<(), Error> {
        written::check_folder(folder.as_ref(), self.files())
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
