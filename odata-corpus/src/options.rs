//! The options of reading and writing: the defaults, changed by those of a case.

use odata_core::{
    MetadataLevel, ReadOptions, Version, WriteOptions,
    options::{UndeclaredPolicy, UnknownPolicy},
};
use serde::Deserialize;

/// Options for reading and writing.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// For reading.
    pub read: ReadOptions,
    /// For writing.
    pub write: WriteOptions,
    /// The next link of a written collection.
    pub next_link: Option<String>,
}

/// The `options` of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Stated {
    odata_version: Option<String>,
    mode: Option<String>,
    streaming: bool,
    request: bool,
    ieee754: bool,
    metadata: Option<String>,
    /// Strict options.
    pub strict: bool,
    metadata_url: Option<String>,
    strict_annotations: bool,
    unknown: Option<String>,
    unknown_type: Option<String>,
    enum_unknown: Option<String>,
    enum_case_insensitive: bool,
    property_case_insensitive: bool,
    exponential_decimals: bool,
    max_depth: Option<u16>,
    max_bytes: Option<usize>,
    validate: bool,
    /// A rule of the case about a property.
    pub validator: Option<String>,
    next_link: Option<String>,
    /// The root context URL, against which relative type tags are resolved.
    context: Option<String>,
}

impl Stated {
    /// Returns the protocol version.
    #[must_use]
    pub fn version(&self) -> Version {
        if self.odata_version.as_deref() == Some("4.01") {
            Version::V401
        } else {
            Version::V4
        }
    }

    /// Returns the defaults of the cases: a client that rejects unknown types and enumeration members and does not validate facets.
    #[must_use]
    pub fn over_defaults(&self) -> Options {
        let start = if self.strict {
            ReadOptions::strict()
        } else {
            ReadOptions::client()
        };
        let keep = |word: &Option<String>, kept: &str| {
            if word.as_deref() == Some(kept) {
                UnknownPolicy::Keep
            } else {
                UnknownPolicy::Error
            }
        };
        let mut read = start
            .version(self.version())
            .streaming(self.streaming)
            .ieee754(self.ieee754)
            .exponential_decimals(self.exponential_decimals)
            .unknown_types(keep(&self.unknown_type, "raw"))
            .unknown_enum_members(keep(&self.enum_unknown, "keep"))
            .case_insensitive_properties(self.property_case_insensitive)
            .require_all(self.strict || self.mode.as_deref() == Some("full"))
            .strict_annotations(self.strict || self.strict_annotations)
            .validate(self.validate || self.validator.is_some());
        if self.enum_case_insensitive {
            read = read.case_insensitive_enums(Some(true));
        }
        // `ignore` means that an undeclared property is not an error. It is preserved, since the judge compares the output.
        if self.unknown.as_deref() == Some("error") {
            read = read.undeclared(UndeclaredPolicy::Error);
        }
        let document = |context: &String| context.split('#').next().map(str::to_owned);
        let metadata_url = self
            .metadata_url
            .clone()
            .or_else(|| self.context.as_ref().and_then(document));
        if let Some(url) = metadata_url {
            read = read.metadata_url(url.as_str());
        }
        if let Some(depth) = self.max_depth {
            read = read.max_depth(depth);
        }
        if let Some(bytes) = self.max_bytes {
            read = read.max_bytes(bytes);
        }
        let write = WriteOptions::new()
            .version(self.version())
            .ieee754(self.ieee754)
            .validate(false);
        let write = match self.metadata.as_deref() {
            Some("none") => write.metadata(Some(MetadataLevel::None)),
            Some("minimal") => write.metadata(Some(MetadataLevel::Minimal)),
            Some("full") => write.metadata(Some(MetadataLevel::Full)),
            _ => write,
        };
        Options {
            read,
            write,
            next_link: self.next_link.clone(),
        }
    }
}
