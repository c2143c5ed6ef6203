//! Options of reading.

use std::sync::Arc;

use crate::{
    options::policy::{UndeclaredPolicy, UnknownPolicy},
    protocol::{MediaType, Version},
};

/// Default of [`ReadOptions::max_depth`].
pub(crate) const MAX_DEPTH: u16 = 100;

/// serde_json's own depth limit, which no option raises.
const PARSER_DEPTH: u16 = 127;

/// Default of [`ReadOptions::max_bytes`]: 64 MiB.
const MAX_BYTES: usize = 64 << 20;

/// Default of [`ReadOptions::max_number`].
const MAX_NUMBER: usize = 1024;

options! {
    /// Options for reading a body: what is accepted, and up to which size.
    ///
    /// Start from [`client`](Self::client), [`server`](Self::server) or [`strict`](Self::strict) and set what differs. Pass the result to
    /// [`json::from_slice_with`](crate::json::from_slice_with) and its siblings.
    ///
    /// ```
    /// use odata_core::{ODataResource, ReadOptions, json, options::UndeclaredPolicy};
    ///
    /// #[derive(Debug, ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Order {
    ///     lines: Vec<i32>,
    /// }
    ///
    /// let options = ReadOptions::client().max_bytes(1 << 20).undeclared(UndeclaredPolicy::Error);
    /// let text = r#"{"lines":[1,2],"color":"red"}"#;
    /// assert!(json::from_str_with::<Order>(text, &options).is_err());
    /// assert!(json::from_str::<Order>(text).is_ok());
    /// ```
    pub struct ReadOptions;

    /// The options that types read while a body is read.
    struct ReadPolicy {
        /// Sets the protocol version of the payload. Default: [`Version::V4`].
        ///
        /// The version determines which spellings of control information are accepted, and where null and exponents are allowed.
        version: Version = Version::V4,

        /// Whether the payload is ordered (`streaming=true`); then, members that are out of order are errors. Default: `false`.
        ///
        /// Source: JSON 4.01 §4.4.
        streaming: bool = false,

        /// Sets what to do with undeclared properties. Default: [`UndeclaredPolicy::Keep`].
        undeclared: UndeclaredPolicy = UndeclaredPolicy::Keep,

        /// Sets what to do with types that a hierarchy does not define, and with values of an abstract type that have no type tag.
        /// Default: [`UnknownPolicy::Keep`].
        unknown_types: UnknownPolicy = UnknownPolicy::Keep,

        /// Sets what to do with enumeration members that their type does not define. Default: [`UnknownPolicy::Keep`].
        unknown_enum_members: UnknownPolicy = UnknownPolicy::Keep,

        /// Whether enumeration members match in any letter case. Default: `None`, which means that each type decides with
        /// `case_insensitive`.
        case_insensitive_enums: Option<bool> = None,

        /// Whether property names match in any letter case. Default: `false`.
        case_insensitive_properties: bool = false,

        /// Whether every declared property that is not nullable is required. Default: `false`, because a response to `$select` leaves
        /// properties out.
        require_all: bool = false,

        /// Whether null for a collection is read as an absent property: `None`, or an empty `Vec`. Default: `false`, which makes it an
        /// error, except for fields with `null_collection`.
        null_collections: bool = false,

        /// Whether a repeated custom annotation, and the annotation of an annotation, are errors. Default: `false`: the last one wins.
        strict_annotations: bool = false,

        /// Whether `Edm.Int64` and `Edm.Decimal` values may be strings (`IEEE754Compatible=true`). Default: `false`.
        ///
        /// Source: JSON 4.01 §3.2.
        ieee754: bool = false,

        /// Whether `Edm.Int64` and `Edm.Decimal` values must be strings if [`ieee754`](Self::ieee754) is set, and numbers are errors.
        /// Default: `false`.
        strict_ieee754: bool = false,

        /// Whether decimals of a 4.0 payload may have an exponent (`ExponentialDecimals=true`). Default: `false`. Version 4.01 always
        /// allows it.
        ///
        /// Source: JSON 4.01 §7.1.
        exponential_decimals: bool = false,

        /// Sets how many JSON objects and arrays may be nested, at most 127. Default: 100.
        max_depth: u16 = MAX_DEPTH,
    }

    call {
        /// Sets the maximum size of the body in bytes. Default: 64 MiB.
        max_bytes: usize = MAX_BYTES,

        /// Sets how many members one object may have. Default: no limit.
        max_members: usize = usize::MAX,

        /// Sets the maximum length of a string or name in bytes. Default: no limit.
        max_string: usize = usize::MAX,

        /// Sets the maximum length of a number that is stored as text. Default: 1024 characters.
        max_number: usize = MAX_NUMBER,

        /// Whether to run the [rules](crate::validate) of the type after reading. Default: `true`.
        validate: bool = true,
    }

    shared {
        /// Sets the URL of the service's metadata document. Type tags may then be URLs into this document, and into no other.
        /// Default: none.
        metadata_url: str,
    }
}

impl ReadOptions {
    /// Options for responses of a service: undeclared properties, unknown types and unknown members are preserved. These are the default
    /// options.
    #[must_use]
    pub const fn client() -> ReadOptions {
        ReadOptions::DEFAULT
    }

    /// Options for requests to a service: undeclared properties, unknown types and unknown members are errors.
    #[must_use]
    pub const fn server() -> ReadOptions {
        ReadOptions::client()
            .undeclared(UndeclaredPolicy::Error)
            .unknown_types(UnknownPolicy::Error)
            .unknown_enum_members(UnknownPolicy::Error)
            .case_insensitive_enums(Some(false))
            .strict_annotations(true)
    }

    /// [`server`](Self::server) with [`require_all`](Self::require_all) and [`strict_ieee754`](Self::strict_ieee754).
    #[must_use]
    pub const fn strict() -> ReadOptions {
        ReadOptions::server().require_all(true).strict_ieee754(true)
    }

    /// Sets [`streaming`](Self::streaming), [`ieee754`](Self::ieee754) and [`exponential_decimals`](Self::exponential_decimals) to
    /// the parameters of the body's `Content-Type`.
    ///
    /// ```
    /// use odata_core::{ReadOptions, protocol::MediaType};
    ///
    /// let content_type: MediaType = "application/json;odata.streaming=true;IEEE754Compatible=true".parse()?;
    /// assert_eq!(
    ///     ReadOptions::client().media_type(content_type),
    ///     ReadOptions::client().streaming(true).ieee754(true),
    /// );
    /// # Ok::<(), odata_core::protocol::InvalidMediaType>(())
    /// ```
    #[must_use]
    pub const fn media_type(self, content_type: MediaType) -> Self {
        self.streaming(content_type.streaming)
            .ieee754(content_type.ieee754_compatible)
            .exponential_decimals(content_type.exponential_decimals)
    }

    /// Returns whether a limit is set that the types do not check while they read, so that the text must be scanned before.
    pub(crate) fn needs_scan(&self) -> bool {
        self.max_members != usize::MAX
            || self.max_string != usize::MAX
            || self.max_number != MAX_NUMBER
    }

    pub(crate) const fn policy(&self) -> ReadPolicy {
        let mut policy = self.policy;
        policy.strict_ieee754 &= policy.ieee754;
        if policy.max_depth > PARSER_DEPTH {
            policy.max_depth = PARSER_DEPTH;
        }
        policy
    }
}

impl ReadPolicy {
    /// The policy of types that are read through plain serde: nothing states that the payload forbids exponents.
    pub(crate) const PLAIN_SERDE: ReadPolicy = ReadPolicy {
        exponential_decimals: true,
        ..ReadPolicy::DEFAULT
    };
}
