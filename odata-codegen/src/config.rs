//! What to generate and how: the builder for build scripts, and what the command fills from its arguments.

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::generated::Generated;
use crate::load::Input;
use crate::output;
use crate::pattern::Pattern;
use crate::select::Choice;

/// What becomes of navigation properties (`--navigation`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Navigation {
    /// The types they lead to are generated, too, and what these lead to, and so on. Of Microsoft Graph that is nearly everything.
    Follow,
    /// They are fields. Where the target is not selected, the field holds a `DynamicResource`, which keeps all that it reads.
    #[default]
    Reference,
    /// They are no fields. Expanded, they land among the dynamic properties.
    Skip,
}

/// How null is told from absent (`--nulls`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Nulls {
    /// A nullable property is an `Option`: absent and null both read as `None`, and `None` is not written.
    #[default]
    Merge,
    /// A nullable property is an `Option<Option<T>>`: absent, null and a value are three things, as in a PATCH body.
    Keep,
}

/// What stands in for a type or a property of the metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Override {
    /// Any JSON, kept exactly: `odata_core::edm::Untyped`.
    Untyped,
    /// A Rust type by its path, such as `crate::Money`; it needs serde's traits, and `ODataType` unless it is written as another primitive.
    Rust(String),
    /// No field; of a property only. What the service sends lands among the dynamic properties.
    Skip,
}

/// Describes one run of the generator.
///
/// In a build script:
///
/// ```no_run
/// # fn main() -> Result<(), odata_codegen::Error> {
/// odata_codegen::Config::new()
///     .metadata("metadata/graph.xml")
///     .include("microsoft.graph.user")
///     .include("microsoft.graph.group")
///     .build_script("graph.rs")?;
/// # Ok(())
/// # }
/// ```
///
/// and in the library `mod graph { include!(concat!(env!("OUT_DIR"), "/graph.rs")); }`.
#[derive(Debug, Clone)]
pub struct Config {
    pub(crate) inputs: Vec<Input>,
    pub(crate) choice: Choice,
    pub(crate) nulls: Nulls,
    pub(crate) nullable_items: bool,
    pub(crate) strict: bool,
    pub(crate) strict_model: bool,
    pub(crate) follow_references: bool,
    pub(crate) core_path: String,
}

impl Default for Config {
    fn default() -> Self {
        Config::new()
    }
}

impl Config {
    /// Nothing chosen yet: all types of no metadata.
    #[must_use]
    pub fn new() -> Config {
        // Graph declares it as a complex type without properties and sends any JSON.
        let overrides = vec![("microsoft.graph.Json".to_owned(), Override::Untyped)];
        Config {
            inputs: Vec::new(),
            choice: Choice {
                overrides,
                ..Choice::default()
            },
            nulls: Nulls::default(),
            nullable_items: false,
            strict: false,
            strict_model: false,
            follow_references: true,
            core_path: "::odata_core".to_owned(),
        }
    }

    /// Adds a metadata file (CSDL XML or JSON), or a folder: its files ending in `.xml` and `.csdl`, and those ending in `.json` that
    /// say `"$Version"`, subfolders included. Files that are referenced and lie beside a given one are read, too.
    #[must_use]
    pub fn metadata(mut self, path: impl AsRef<Path>) -> Config {
        self.inputs.push(Input::Path(path.as_ref().to_owned()));
        self
    }

    /// Adds metadata that is already in memory; messages call it `name`.
    #[must_use]
    pub fn metadata_text(mut self, name: impl AsRef<Path>, text: impl Into<String>) -> Config {
        self.inputs
            .push(Input::Text(name.as_ref().to_owned(), text.into()));
        self
    }

    /// Selects types by qualified name; `*` stands for any characters, `?` for one. Without any call, all types are selected.
    ///
    /// What a selected type needs is selected with it: its bases, the types of its properties, and where a property may hold a
    /// derived type, all derived types.
    #[must_use]
    pub fn include(mut self, pattern: impl AsRef<str>) -> Config {
        self.choice.include.push(Pattern::new(pattern.as_ref()));
        self
    }

    /// Leaves types out, even where others need them: their place is taken by a dynamic value.
    #[must_use]
    pub fn exclude(mut self, pattern: impl AsRef<str>) -> Config {
        self.choice.exclude.push(Pattern::new(pattern.as_ref()));
        self
    }

    /// Says what becomes of navigation properties.
    #[must_use]
    pub fn navigation(mut self, navigation: Navigation) -> Config {
        self.choice.navigation = navigation;
        self
    }

    /// Generates `AnyX` enumerations over derived types also for types that no property is declared with.
    ///
    /// Those that properties, followed navigation and action parameters need, and those of bases selected by their full name, are
    /// generated anyway.
    #[must_use]
    pub fn hierarchy(mut self, pattern: impl AsRef<str>) -> Config {
        self.choice.hierarchies.push(Pattern::new(pattern.as_ref()));
        self
    }

    /// Generates the bodies of the selected actions, as structs of their parameters. Patterns select actions like types.
    #[must_use]
    pub fn actions(mut self, yes: bool) -> Config {
        self.choice.actions = yes;
        self
    }

    /// Says whether null is told from absent.
    #[must_use]
    pub fn nulls(mut self, nulls: Nulls) -> Config {
        self.nulls = nulls;
        self
    }

    /// Lets the items of a collection be null where the metadata says nothing about it.
    ///
    /// CSDL XML has no default there ("clients should be prepared for both", CSDL XML 4.01 §7.2.1), but services that leave it out
    /// hardly ever send a null item, and `Vec<T>` is what one wants to write. Where the metadata does say `Nullable="true"` the
    /// items are `Option`s in any case.
    #[must_use]
    pub fn nullable_items(mut self, yes: bool) -> Config {
        self.nullable_items = yes;
        self
    }

    /// Puts something else in place of a type (`NS.Type`) or of one property (`NS.Type/property`).
    #[must_use]
    pub fn override_type(mut self, name: impl Into<String>, replacement: Override) -> Config {
        self.choice.overrides.push((name.into(), replacement));
        self
    }

    /// Makes a type that none of the files defines an error. By default it is reported once and read as a dynamic value.
    #[must_use]
    pub fn strict(mut self, yes: bool) -> Config {
        self.strict = yes;
        self
    }

    /// Makes every violation of CSDL's rules an error, in the whole model. By default it is a warning, about selected types only.
    #[must_use]
    pub fn strict_model(mut self, yes: bool) -> Config {
        self.strict_model = yes;
        self
    }

    /// Whether files that a given file references, and that lie beside it, are read. They are by default.
    #[must_use]
    pub fn follow_references(mut self, yes: bool) -> Config {
        self.follow_references = yes;
        self
    }

    /// The path under which generated code finds `odata-core`; `::odata_core` by default.
    #[must_use]
    pub fn core_path(mut self, path: impl Into<String>) -> Config {
        self.core_path = path.into();
        self
    }

    /// Only checks the metadata against the rules of CSDL; [`strict_model`](Self::strict_model) decides what is an error.
    ///
    /// # Errors
    ///
    /// The metadata cannot be read, or breaks a rule while the run is strict. The error has every finding.
    pub fn check(&self) -> Result<Vec<Diagnostic>, Error> {
        output::check(self)
    }

    /// Generates in memory.
    ///
    /// # Errors
    ///
    /// As [`check`](Self::check), or nothing is selected.
    pub fn generate(&self) -> Result<Generated, Error> {
        output::generate(self, &|_| {})
    }

    /// Generates in memory and says now and then what it is doing.
    ///
    /// # Errors
    ///
    /// As [`generate`](Self::generate).
    pub fn generate_with_progress(&self, progress: &dyn Fn(&str)) -> Result<Generated, Error> {
        output::generate(self, progress)
    }

    /// For build scripts: writes `file_name` into `OUT_DIR`, tells Cargo which files it depends on and passes warnings on.
    ///
    /// # Errors
    ///
    /// As [`generate`](Self::generate), or `OUT_DIR` is not set or cannot be written.
    pub fn build_script(&self, file_name: impl AsRef<Path>) -> Result<Generated, Error> {
        let folder = std::env::var_os("OUT_DIR")
            .ok_or_else(|| Error::new("OUT_DIR is not set: `build_script` is for build scripts"))?;
        let generated = self.generate()?;
        for input in &self.inputs {
            if let Input::Path(path) = input {
                println!("cargo::rerun-if-changed={}", path.display());
            }
        }
        for file in generated.inputs() {
            println!("cargo::rerun-if-changed={}", file.display());
        }
        for diagnostic in generated
            .diagnostics()
            .iter()
            .filter(|diagnostic| diagnostic.severity == crate::Severity::Warning)
        {
            println!("cargo::warning={diagnostic}");
        }
        generated.write_file(PathBuf::from(folder).join(file_name))?;
        Ok(generated)
    }
}

/// Why nothing was generated: one or more findings, each with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    diagnostics: Vec<Diagnostic>,
}

impl Error {
    pub(crate) fn new(message: impl Into<String>) -> Error {
        Error {
            diagnostics: vec![Diagnostic {
                severity: crate::Severity::Error,
                rule: "output",
                position: None,
                message: message.into(),
            }],
        }
    }

    pub(crate) fn of(diagnostics: Vec<Diagnostic>) -> Error {
        Error { diagnostics }
    }

    /// All findings of the run, in the order of the files: the errors, and the warnings and notes among which they were found.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let errors = self
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == crate::Severity::Error);
        for (index, diagnostic) in errors.enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
