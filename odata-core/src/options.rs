//! How to read and how to write.

use std::sync::Arc;

use crate::protocol::{
    annotation_filter::AnnotationFilter, media_type::MetadataLevel, version::Version,
};

/// JSON levels that may be nested by default.
pub(crate) const MAX_DEPTH: u16 = 100;

/// serde_json's own limit, past which no option reaches.
const PARSER_DEPTH: u16 = 127;

/// Bytes that a body may have by default: 64 MiB.
const MAX_BYTES: usize = 64 << 20;

/// What becomes of a property that no level of a type declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum UndeclaredPolicy {
    /// Into the type's bag; where it has none, read over.
    #[default]
    Keep,
    /// Read over.
    Skip,
    /// An error, unless the type is open.
    Error,
}

/// What becomes of something that this build does not know and could keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum UnknownPolicy {
    /// Kept whole where the type has a place for it (an `other` variant), an error otherwise.
    #[default]
    Keep,
    /// An error.
    Error,
}

/// How a body is read: what is tolerated, and how far.
///
/// ```
/// use odata_core::{ReadOptions, options::UndeclaredPolicy};
///
/// let options = ReadOptions::client().max_bytes(1 << 20).undeclared(UndeclaredPolicy::Error);
/// assert_eq!(options.max_depth, 100);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The payload's protocol version. Default: 4.0.
    pub version: Version,
    /// The payload is ordered (`streaming=true`; JSON format 4.01, section 4.4), and what is out of order is an error.
    pub streaming: bool,
    /// Undeclared properties.
    pub undeclared: UndeclaredPolicy,
    /// Types that a hierarchy does not know, and values of an abstract type that name no type.
    pub unknown_types: UnknownPolicy,
    /// Enumeration members that the type does not know.
    pub unknown_enum_members: UnknownPolicy,
    /// Match enumeration members in any letter case (`Some(true)`), exactly (`Some(false)`), or as each type says (`None`).
    pub case_insensitive_enums: Option<bool>,
    /// Match property names in any letter case.
    pub case_insensitive_properties: bool,
    /// Every declared property that is not nullable must be there.
    pub require_all: bool,
    /// A repeated custom annotation is an error, as is one that annotates an annotation.
    pub strict_annotations: bool,
    /// The service's metadata document: tags may be URLs into it, and only into it.
    pub metadata_url: Option<Arc<str>>,
    /// `IEEE754Compatible=true`: Int64 and Decimal may be strings.
    pub ieee754: bool,
    /// `ExponentialDecimals=true`: decimals of a 4.0 payload may have an exponent.
    pub exponential_decimals: bool,
    /// JSON levels that may be nested, 0 to 127. Default: 100.
    pub max_depth: u16,
    /// Bytes of the body. Default: 64 MiB.
    pub max_bytes: usize,
    /// Members of one object. Default: no limit.
    pub max_members: usize,
    /// Bytes of one string or name. Default: no limit.
    pub max_string: usize,
    /// Characters of one number that is kept as text. Default: 1024.
    pub max_number: usize,
    /// Run the types' validation after reading. Default: yes.
    pub validate: bool,
}

impl ReadOptions {
    /// For what a service sends: keeps what it does not know.
    pub const fn client() -> ReadOptions {
        ReadOptions {
            version: Version::V4,
            streaming: false,
            undeclared: UndeclaredPolicy::Keep,
            unknown_types: UnknownPolicy::Keep,
            unknown_enum_members: UnknownPolicy::Keep,
            case_insensitive_enums: None,
            case_insensitive_properties: false,
            require_all: false,
            strict_annotations: false,
            metadata_url: None,
            ieee754: false,
            exponential_decimals: false,
            max_depth: MAX_DEPTH,
            max_bytes: MAX_BYTES,
            max_members: usize::MAX,
            max_string: usize::MAX,
            max_number: 1024,
            validate: true,
        }
    }

    /// For what a client sends: what the model does not declare is an error.
    pub const fn server() -> ReadOptions {
        let mut options = ReadOptions::client();
        options.undeclared = UndeclaredPolicy::Error;
        options.unknown_types = UnknownPolicy::Error;
        options.unknown_enum_members = UnknownPolicy::Error;
        options.case_insensitive_enums = Some(false);
        options.strict_annotations = true;
        options
    }

    /// [`server`](Self::server), and every declared property that is not nullable must be there.
    pub const fn strict() -> ReadOptions {
        let mut options = ReadOptions::server();
        options.require_all = true;
        options
    }

    /// Limits that the types' own reading does not keep, so that the text must be scanned first.
    pub(crate) fn needs_scan(&self) -> bool {
        self.max_members != usize::MAX
            || self.max_string != usize::MAX
            || self.max_number != ReadOptions::client().max_number
    }

    pub(crate) fn policy(&self) -> ReadPolicy {
        ReadPolicy {
            version: self.version,
            streaming: self.streaming,
            undeclared: self.undeclared,
            unknown_types: self.unknown_types,
            unknown_enum_members: self.unknown_enum_members,
            case_insensitive_enums: self.case_insensitive_enums,
            case_insensitive_properties: self.case_insensitive_properties,
            require_all: self.require_all,
            strict_annotations: self.strict_annotations,
            ieee754: self.ieee754,
            exponential_decimals: self.exponential_decimals,
            max_depth: if self.max_depth < PARSER_DEPTH {
                self.max_depth
            } else {
                PARSER_DEPTH
            },
        }
    }
}

impl Default for ReadOptions {
    fn default() -> Self {
        ReadOptions::client()
    }
}

/// The part of [`ReadOptions`] that reading itself looks at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReadPolicy {
    pub version: Version,
    pub streaming: bool,
    pub undeclared: UndeclaredPolicy,
    pub unknown_types: UnknownPolicy,
    pub unknown_enum_members: UnknownPolicy,
    pub case_insensitive_enums: Option<bool>,
    pub case_insensitive_properties: bool,
    pub require_all: bool,
    pub strict_annotations: bool,
    pub ieee754: bool,
    pub exponential_decimals: bool,
    pub max_depth: u16,
}

impl ReadPolicy {
    /// For types read through plain serde: as [`ReadOptions::client`], but no payload says that exponents would be wrong.
    pub(crate) const CLIENT: ReadPolicy = ReadPolicy {
        version: Version::V4,
        streaming: false,
        undeclared: UndeclaredPolicy::Keep,
        unknown_types: UnknownPolicy::Keep,
        unknown_enum_members: UnknownPolicy::Keep,
        case_insensitive_enums: None,
        case_insensitive_properties: false,
        require_all: false,
        strict_annotations: false,
        ieee754: false,
        exponential_decimals: true,
        max_depth: MAX_DEPTH,
    };
}

/// How a body is written.
///
/// ```
/// use odata_core::{MetadataLevel, WriteOptions};
///
/// let options = WriteOptions::new().metadata(Some(MetadataLevel::Minimal));
/// assert!(options.validate);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct WriteOptions {
    /// The protocol version: how control information is spelt. Default: 4.0.
    pub version: Version,
    /// How much control information. `None`: as each type says, a tag where it has a base unless its `write_type` says otherwise.
    /// At a level, that level's rule (JSON format 4.01, section 3.1): no type tags, those that differ from the declared type, all.
    pub metadata: Option<MetadataLevel>,
    /// `IEEE754Compatible=true`: Int64 and Decimal are written as strings.
    pub ieee754: bool,
    /// `ExponentialDecimals=true`: decimals keep their exponent in 4.0, too, instead of being written out.
    pub exponential_decimals: bool,
    /// Write every Edm.Binary in the standard base64 alphabet with padding, as Microsoft's services do. Default: the form that was read;
    /// base64url with padding for a new value.
    pub standard_base64: bool,
    /// Refuse control information that the protocol does not define. Whoever passes on what it read may write it; a producer must not
    /// invent names in the namespace `odata` (JSON format 4.01, section 20).
    pub strict: bool,
    /// Which annotations to write: what a client asks for by the `include-annotations` preference. Default: all. Control
    /// information is not affected (JSON format 4.01, section 3.1), nor is what a [`DynamicResource`](crate::DynamicResource) or an
    /// untyped value holds, which are written as they came.
    pub annotations: Option<Arc<AnnotationFilter>>,
    /// Run the types' validation before writing. Default: yes.
    pub validate: bool,
}

impl WriteOptions {
    /// The defaults.
    pub const fn new() -> WriteOptions {
        WriteOptions {
            version: Version::V4,
            metadata: None,
            ieee754: false,
            exponential_decimals: false,
            standard_base64: false,
            strict: false,
            annotations: None,
            validate: true,
        }
    }

    /// The options for Microsoft's services: [`standard_base64`](field@Self::standard_base64).
    ///
    /// ```
    /// use odata_core::{WriteOptions, edm::Binary, json};
    ///
    /// let bytes = Binary::from([0xFB, 0xFF]);
    /// assert_eq!(json::to_string(&bytes)?, r#""-_8=""#);
    /// assert_eq!(json::to_string_with(&bytes, &WriteOptions::microsoft())?, r#""+/8=""#);
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    pub const fn microsoft() -> WriteOptions {
        let mut options = WriteOptions::new();
        options.standard_base64 = true;
        options
    }

    /// Sets [`annotations`](field@Self::annotations).
    ///
    /// ```
    /// use odata_core::{Annotations, ODataResource, WriteOptions, json, protocol::AnnotationFilter};
    ///
    /// #[derive(Debug, Default, ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Order {
    ///     #[odata(annotations)]
    ///     annotations: Annotations,
    /// }
    ///
    /// let order: Order = json::from_str(r#"{"@odata.etag":"1","@shop.note":"a","@log.by":"b"}"#)?;
    /// let filter: AnnotationFilter = "log.*".parse()?;
    /// let text = json::to_string_with(&order, &WriteOptions::new().annotations(filter))?;
    /// assert_eq!(text, r#"{"@odata.etag":"1","@log.by":"b"}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn annotations(mut self, filter: impl Into<Arc<AnnotationFilter>>) -> Self {
        self.annotations = Some(filter.into());
        self
    }

    pub(crate) fn policy(&self) -> WritePolicy {
        WritePolicy {
            version: self.version,
            metadata: self.metadata,
            ieee754: self.ieee754,
            exponential_decimals: self.exponential_decimals || self.version >= Version::V401,
            standard_base64: self.standard_base64,
            strict: self.strict,
            filters_annotations: self.annotations.is_some(),
        }
    }
}

impl Default for WriteOptions {
    fn default() -> Self {
        WriteOptions::new()
    }
}

/// The part of [`WriteOptions`] that writing itself looks at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WritePolicy {
    pub version: Version,
    pub metadata: Option<MetadataLevel>,
    pub ieee754: bool,
    pub exponential_decimals: bool,
    pub standard_base64: bool,
    pub strict: bool,
    /// The filter itself is in the scope.
    pub(crate) filters_annotations: bool,
}

impl WritePolicy {
    pub(crate) const DEFAULT: WritePolicy = WritePolicy {
        version: Version::V4,
        metadata: None,
        ieee754: false,
        exponential_decimals: true,
        standard_base64: false,
        strict: false,
        filters_annotations: false,
    };
}

macro_rules! setters {
    ($options:ident { $($field:ident: $ty:ty,)* }) => {
        impl $options {
            $(
                #[doc = concat!("Sets [`", stringify!($field), "`](field@Self::", stringify!($field), ").")]
                #[must_use]
                pub fn $field(mut self, value: $ty) -> Self {
                    self.$field = value;
                    self
                }
            )*
        }
    };
}

setters!(ReadOptions {
    version: Version,
    streaming: bool,
    undeclared: UndeclaredPolicy,
    unknown_types: UnknownPolicy,
    unknown_enum_members: UnknownPolicy,
    case_insensitive_enums: Option<bool>,
    case_insensitive_properties: bool,
    require_all: bool,
    strict_annotations: bool,
    ieee754: bool,
    exponential_decimals: bool,
    max_depth: u16,
    max_bytes: usize,
    max_members: usize,
    max_string: usize,
    max_number: usize,
    validate: bool,
});

impl ReadOptions {
    /// Sets [`metadata_url`](field@Self::metadata_url).
    #[must_use]
    pub fn metadata_url(mut self, url: impl Into<Arc<str>>) -> Self {
        self.metadata_url = Some(url.into());
        self
    }
}

setters!(WriteOptions { version: Version, metadata: Option<MetadataLevel>, ieee754: bool, standard_base64: bool,
    strict: bool, validate: bool, });
