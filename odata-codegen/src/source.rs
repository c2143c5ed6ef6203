//! From paths to documents: files, folders of files, and referenced files that are stored beside them.

use std::{
    collections::HashSet,
    fmt, fs, io,
    path::{Path, PathBuf},
};

use odata_csdl::Document;

use crate::{
    diagnostic::{Diagnostics, Severity, Sources},
    options::Input,
};

/// Reads all inputs. Each file that cannot be read is an error in the diagnostics.
pub(crate) fn load(
    inputs: &[Input],
    follow_references: bool,
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
            Input::Text(name, text) => loader.read_text(name, text.clone(), diagnostics),
            Input::Path(path) => match metadata_files(path) {
                Ok(files) if files.is_empty() => {
                    let message = format!(
                        "{}: the folder has no metadata: .xml, .csdl, or .json with `$Version`",
                        path.display()
                    );
                    diagnostics.push_general(Severity::Error, "input", message);
                }
                Ok(files) => files
                    .iter()
                    .for_each(|file| loader.read_file(file, diagnostics)),
                Err(error) => report_unreadable(path, &error, diagnostics),
            },
        }
    }
    let mut next = 0;
    while follow_references && next < loader.documents.len() {
        for path in loader.referenced_files(next) {
            loader.read_file(&path, diagnostics);
        }
        next += 1;
    }
    (loader.sources, loader.documents)
}

fn report_unreadable(path: &Path, error: &dyn fmt::Display, diagnostics: &mut Diagnostics) {
    let message = format!("{}: {error}", path.display());
    diagnostics.push_general(Severity::Error, "input", message);
}

struct Loader<'a> {
    sources: Sources,
    /// The document of each source, at the same index.
    documents: Vec<Document>,
    seen: HashSet<PathBuf>,
    progress: &'a dyn Fn(&str),
}

impl Loader<'_> {
    fn read_file(&mut self, path: &Path, diagnostics: &mut Diagnostics) {
        let canonical = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if !self.seen.insert(canonical) {
            return;
        }
        (self.progress)(&format!("reading {}", path.display()));
        match fs::read(path).map(odata_csdl::decode) {
            Ok(Ok(text)) => self.read_text(path, text, diagnostics),
            Ok(Err(message)) => report_unreadable(path, &message, diagnostics),
            Err(error) => report_unreadable(path, &error, diagnostics),
        }
    }

    fn read_text(&mut self, path: &Path, mut text: String, diagnostics: &mut Diagnostics) {
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        let mut found = Vec::new();
        let document = Document::read(&text, self.sources.files().len(), &mut found);
        self.sources.add(path, text);
        for odata_csdl::Diagnostic {
            severity,
            rule,
            location,
            part,
            message,
        } in found
        {
            match severity {
                Severity::Error => {
                    diagnostics.push_fault(&self.sources, rule, location, part, message)
                }
                _ => diagnostics.push(&self.sources, severity, rule, location, message),
            }
        }
        self.documents.push(document);
    }

    /// Returns the documents that a document references for namespaces not yet read, if they are files in its folder.
    ///
    /// A reference is a URL of the service. Only its file name is used where it is absolute.
    fn referenced_files(&self, document: usize) -> Vec<PathBuf> {
        let folder = self
            .sources
            .files()
            .get(document)
            .and_then(|file| file.path.parent());
        let Some((document, folder)) = self.documents.get(document).zip(folder) else {
            return Vec::new();
        };
        let known: HashSet<_> = self
            .documents
            .iter()
            .flat_map(|document| &document.schemas)
            .map(|schema| schema.namespace.as_str())
            .collect();
        let needed = document.references.iter().filter(|reference| {
            reference
                .includes
                .iter()
                .any(|include| !known.contains(include.namespace.as_str()))
        });
        let candidates = needed.flat_map(|reference| {
            let relative = (!reference.uri.contains("://")).then(|| folder.join(&reference.uri));
            let name = reference.uri.rsplit('/').next();
            let in_folder = name
                .filter(|name| !name.is_empty())
                .map(|name| folder.join(name));
            relative.into_iter().chain(in_folder)
        });
        candidates.filter(|path| path.is_file()).collect()
    }
}

/// Returns the path itself, or the metadata files below a folder, sorted by name.
fn metadata_files(path: &Path) -> io::Result<Vec<PathBuf>> {
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
            found.extend(metadata_files(&entry)?);
        } else if is_metadata(&entry)? {
            found.push(entry);
        }
    }
    Ok(found)
}

/// Returns whether a file in a folder is metadata. A JSON file is metadata only if it has `$Version`: folders may also have payloads and
/// JSON schemas.
fn is_metadata(path: &Path) -> io::Result<bool> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    Ok(match extension {
        Some("xml" | "csdl") => true,
        Some("json") => fs::read(path)?
            .windows(10)
            .any(|window| window == b"\"$Version\""),
        _ => false,
    })
}
