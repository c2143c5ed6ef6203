//! From paths to documents: files, folders of files, and referenced files that lie beside them.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::csdl::{self, Document, alias};
use crate::diagnostic::{Diagnostics, Severity};
use crate::source::Sources;

/// Where metadata comes from.
#[derive(Debug, Clone)]
pub(crate) enum Input {
    /// A file, or a folder that is searched through.
    Path(PathBuf),
    /// A text under a name that stands for a path in messages.
    Text(PathBuf, String),
}

/// Reads all inputs; what cannot be read is an error among the diagnostics.
pub(crate) fn load(
    inputs: &[Input],
    follow: bool,
    progress: &dyn Fn(&str),
    diagnostics: &mut Diagnostics,
) -> (Sources, Vec<Document>) {
    let mut loader = Loader {
        sources: Sources::default(),
        documents: Vec::new(),
        seen: HashSet::new(),
        progress,
    };
    for input in inputs {
        match input {
            Input::Text(name, text) => loader.text(name, text.clone(), diagnostics),
            Input::Path(path) => match files_of(path) {
                Ok(files) if files.is_empty() => {
                    let message = format!(
                        "{}: no .xml, .csdl or CSDL .json file in this folder",
                        path.display()
                    );
                    diagnostics.general(Severity::Error, "input", message);
                }
                Ok(files) => files.iter().for_each(|file| loader.file(file, diagnostics)),
                Err(error) => diagnostics.general(
                    Severity::Error,
                    "input",
                    format!("{}: {error}", path.display()),
                ),
            },
        }
    }
    let mut next = 0;
    while follow && next < loader.documents.len() {
        for path in loader.referenced_by(next) {
            loader.file(&path, diagnostics);
        }
        next += 1;
    }
    (loader.sources, loader.documents)
}

struct Loader<'a> {
    sources: Sources,
    documents: Vec<Document>,
    seen: HashSet<PathBuf>,
    progress: &'a dyn Fn(&str),
}

impl Loader<'_> {
    fn file(&mut self, path: &Path, diagnostics: &mut Diagnostics) {
        if !self
            .seen
            .insert(path.canonicalize().unwrap_or_else(|_| path.to_owned()))
        {
            return;
        }
        (self.progress)(&format!("reading {}", path.display()));
        match fs::read_to_string(path) {
            Ok(text) => self.text(path, text, diagnostics),
            Err(error) => diagnostics.general(
                Severity::Error,
                "input",
                format!("{}: {error}", path.display()),
            ),
        }
    }

    fn text(&mut self, path: &Path, text: String, diagnostics: &mut Diagnostics) {
        let text = text
            .strip_prefix('\u{feff}')
            .map(str::to_owned)
            .unwrap_or(text);
        let json = text.trim_start().starts_with('{');
        let file = self.sources.add(path, text);
        let read = if json {
            csdl::json::read
        } else {
            csdl::xml::read
        };
        let mut document = read(&self.sources, file, diagnostics);
        alias::resolve(&mut document);
        self.documents.push(document);
    }

    /// The files beside a document that its references name and that bring a namespace not read so far.
    ///
    /// A reference is a URL as the service sees it; what counts here is whether a file of that name is at hand.
    fn referenced_by(&self, document: usize) -> Vec<PathBuf> {
        let Some(document) = self.documents.get(document) else {
            return Vec::new();
        };
        let known: HashSet<_> = self
            .documents
            .iter()
            .flat_map(|document| &document.schemas)
            .map(|schema| schema.namespace.as_str())
            .collect();
        let folder = self
            .sources
            .files()
            .get(document.file)
            .and_then(|file| file.path.parent());
        let Some(folder) = folder else {
            return Vec::new();
        };
        let needed = document.references.iter().filter(|reference| {
            reference
                .includes
                .iter()
                .any(|include| !known.contains(include.namespace.as_str()))
        });
        let candidates = needed.flat_map(|reference| {
            let whole = (!reference.uri.contains("://")).then(|| folder.join(&reference.uri));
            let last = reference
                .uri
                .rsplit('/')
                .next()
                .filter(|name| !name.is_empty())
                .map(|name| folder.join(name));
            whole.into_iter().chain(last)
        });
        candidates.filter(|path| path.is_file()).collect()
    }
}

/// The path itself, or the metadata files below a folder in the order of their names.
fn files_of(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let mut entries = fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            found.extend(files_of(&entry)?);
        } else if is_metadata(&entry)? {
            found.push(entry);
        }
    }
    Ok(found)
}

/// In a folder, JSON is only taken where it says that it is CSDL: payloads and schemas lie about in the same places.
fn is_metadata(path: &Path) -> io::Result<bool> {
    Ok(
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("xml" | "csdl") => true,
            Some("json") => fs::read(path)?
                .windows(10)
                .any(|window| window == b"\"$Version\""),
            _ => false,
        },
    )
}
