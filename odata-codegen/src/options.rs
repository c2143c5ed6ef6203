//! Options: what to generate, and how.

mod choice;
mod pattern;

use std::path::{Path, PathBuf};

pub(crate) use choice::Choice;
pub use choice::{Navigation, Override};
pub(crate) use pattern::Pattern;

/// Whether null and absent are distinguished (`--nulls`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Nulls {
    /// A nullable property is an `Option`: absent and null are both read as `None`, and `None` is not written.
    #[default]
    Merge,
    /// A nullable property is an `Option<Option<T>>`: absent, null and a value differ, as in the body of a PATCH request.
    Keep,
}

/// The Rust types for the versions of a type, for services that version their namespaces: `Rack.v1_2_0.Rack` (`--versions`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Versions {
    /// Each version is a struct of its own, and a property holds any of them through a hierarchy.
    #[default]
    All,
    /// One struct in the namespace without the version has the properties of all versions. It reads the tag of any version, older and
    /// newer than the metadata, and writes it back.
    Latest,
}

/// A source of metadata.
#[derive(Debug, Clone)]
pub(crate) enum Input {
    /// A file, or a folder that is searched.
    Path(PathBuf),
    /// A text, with the name that messages use for it.
    Text(PathBuf, String),
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
/// In the library: `mod graph { include!(concat!(env!("OUT_DIR"), "/graph.rs")); }`.
#[derive(Debug, Clone)]
pub struct Config {
    pub(crate) inputs: Vec<Input>,
    pub(crate) choice: Choice,
    pub(crate) nulls: Nulls,
    pub(crate) nullable_items: bool,
    pub(crate) null_collections: bool,
    pub(crate) versions: Versions,
    pub(crate) strict: bool,
    pub(crate) strict_model: bool,
    pub(crate) follow_references: bool,
    pub(crate) core_path: String,
    pub(crate) links: bool,
    pub(crate) patch: bool,
    pub(crate) nav: bool,
    /// Derive macros for the types that match, as Rust paths.
    pub(crate) derives: Vec<(Pattern, String)>,
    /// Attributes for the types that match.
    pub(crate) attributes: Vec<(Pattern, String)>,
    /// Hierarchies with methods for each variant, however many variants they have.
    pub(crate) accessors: Vec<Pattern>,
}

impl Default for Config {
    fn default() -> Self {
        Self::new()
    }
}

impl Config {
    /// Returns the defaults: all types are selected, and there is no metadata yet.
    #[must_use]
    pub fn new() -> Self {
        // Graph declares it as a complex type without properties and sends any JSON.
        let overrides = vec![("microsoft.graph.Json".to_owned(), Override::Untyped)];
        Self {
            inputs: Vec::new(),
            choice: Choice {
                overrides,
                ..Choice::default()
            },
            nulls: Nulls::default(),
            nullable_items: false,
            null_collections: false,
            versions: Versions::default(),
            strict: false,
            strict_model: false,
            follow_references: true,
            core_path: "::odata_core".to_owned(),
            links: true,
            patch: false,
            nav: false,
            derives: Vec::new(),
            attributes: Vec::new(),
            accessors: Vec::new(),
        }
    }

    /// Adds a metadata file (CSDL XML or JSON), or a folder with all its subfolders. In a folder, files that end in `.xml` or `.csdl` are
    /// metadata, and files that end in `.json` if they have `"$Version"`.
    #[must_use]
    pub fn metadata(mut self, path: impl AsRef<Path>) -> Self {
        self.inputs.push(Input::Path(path.as_ref().to_owned()));
        self
    }

    /// Adds metadata as text. Messages use `name` where they would use a path.
    #[must_use]
    pub fn metadata_text(mut self, name: impl AsRef<Path>, text: impl Into<String>) -> Self {
        self.inputs
            .push(Input::Text(name.as_ref().to_owned(), text.into()));
        self
    }

    /// Selects types by qualified name: `*` matches any characters, `?` matches one. Default: all types.
    ///
    /// A selected type selects what it needs: its bases, the types of its properties, and all derived types that a property may hold.
    #[must_use]
    pub fn include(mut self, pattern: impl AsRef<str>) -> Self {
        self.choice.include.push(Pattern::new(pattern.as_ref()));
        self
    }

    /// Excludes types, even where other types need them: a dynamic value replaces them there.
    #[must_use]
    pub fn exclude(mut self, pattern: impl AsRef<str>) -> Self {
        self.choice.exclude.push(Pattern::new(pattern.as_ref()));
        self
    }

    /// Generates `AnyX` enumerations over derived types for the selected types that match.
    ///
    /// An enumeration that a property, a followed navigation property or an action parameter needs is generated in any case, and so is
    /// the enumeration of a base that is included by its full name. Versions of a type that derive from each other, such as
    /// `Rack.v1_0_0.Door` and `Rack.v1_1_0.Door`, have one enumeration, in the module of the first; matching versions have their own.
    #[must_use]
    pub fn hierarchy(mut self, pattern: impl AsRef<str>) -> Self {
        self.choice.hierarchies.push(Pattern::new(pattern.as_ref()));
        self
    }

    /// Generates the methods of each variant, such as `as_user` and `into_user`, for the hierarchies whose base matches.
    ///
    /// All others have them as well, except hierarchies with more than 100 variants and those of the versions of one type: in the one over
    /// all entity types of Microsoft Graph, they would be thousands of functions to compile.
    #[must_use]
    pub fn accessors(mut self, pattern: impl AsRef<str>) -> Self {
        self.accessors.push(Pattern::new(pattern.as_ref()));
        self
    }

    /// Replaces a type (`NS.Type`) or one property (`NS.Type/property`).
    #[must_use]
    pub fn override_type(mut self, name: impl Into<String>, replacement: Override) -> Self {
        self.choice.overrides.push((name.into(), replacement));
        self
    }

    /// Adds derive macros to the types that match a pattern, as paths separated by commas: `serde_with::SerializeDisplay, Eq`.
    #[must_use]
    pub fn derive(mut self, pattern: impl AsRef<str>, paths: impl Into<String>) -> Self {
        self.derives
            .push((Pattern::new(pattern.as_ref()), paths.into()));
        self
    }

    /// Adds an attribute to the types that match a pattern: `#[cfg_attr(test, derive(Eq))]`, or without `#[` and `]`.
    #[must_use]
    pub fn attribute(mut self, pattern: impl AsRef<str>, attribute: impl Into<String>) -> Self {
        self.attributes
            .push((Pattern::new(pattern.as_ref()), attribute.into()));
        self
    }

    /// Sets the path of `odata-core` in generated code. Default: `::odata_core`.
    #[must_use]
    pub fn core_path(mut self, path: impl Into<String>) -> Self {
        self.core_path = path.into();
        self
    }
}

/// Defines a method of `Config` for each option, which sets a field.
macro_rules! setters {
    ($($(#[$doc:meta])* $option:ident: $Type:ty = $($field:ident).+,)*) => {
        impl Config {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $option(mut self, $option: $Type) -> Self {
                    self.$($field).+ = $option;
                    self
                }
            )*
        }
    };
}

setters! {
    /// Sets how navigation properties are generated. Default: [`Navigation::Reference`].
    navigation: Navigation = choice.navigation,

    /// Sets whether the bodies of the selected actions are generated, as structs of their parameters. Patterns select actions like
    /// types. Default: `false`.
    actions: bool = choice.actions,

    /// Sets whether null and absent are distinguished. Default: [`Nulls::Merge`].
    nulls: Nulls = nulls,

    /// Sets whether the items of a collection may be null where the metadata does not state it. Default: `false`.
    ///
    /// CSDL XML has no default there (CSDL XML 4.01 §7.2.1: "clients should be prepared for both"), but services that do not state it
    /// rarely send a null item, and `Vec<T>` is easier to use. Where the metadata states `Nullable="true"`, the items are `Option`s in any
    /// case.
    nullable_items: bool = nullable_items,

    /// Sets whether the generated types read null for a collection as an absent property, as some services send it. Default: `false`, which
    /// makes it an error.
    ///
    /// The fields have the key `null_collection`. To read one body with this tolerance, use `ReadOptions::null_collections`.
    null_collections: bool = null_collections,

    /// Sets how the versions of a type become Rust types. Default: [`Versions::All`].
    ///
    /// With [`Versions::Latest`], patterns and overrides match the names without the version: `Rack.Rack`.
    versions: Versions = versions,

    /// Sets whether a type that no file defines is an error. Default: `false`, which reports it once and reads it as a dynamic value.
    strict: bool = strict,

    /// Sets whether a violation of CSDL's rules, anywhere in the model, is an error. Default: `false`, which warns about selected types.
    strict_model: bool = strict_model,

    /// Sets whether files are read that another file references and that are stored beside it. Default: `true`.
    follow_references: bool = follow_references,

    /// Sets whether the entity sets, singletons and bound operations of the selected types become constants. Default: `true`.
    links: bool = links,

    /// Sets whether each struct has a type for the bodies of PATCH requests, `<Name>Patch`. Default: `false`.
    patch: bool = patch,

    /// Sets whether navigation properties are fields of `Nav` and `NavCollection`, which have all forms of them: references, links to
    /// existing entities, counts and next links. Default: `false`, which generates the entities alone.
    nav: bool = nav,
}
