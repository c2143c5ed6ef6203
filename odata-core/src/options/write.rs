//! Options of writing.

use std::sync::Arc;

use crate::protocol::{AnnotationFilter, MediaType, MetadataLevel, Version};

options! {
    /// Options for writing a body.
    ///
    /// Start from [`new`](Self::new) and set what differs. Pass the result to [`json::to_vec_with`](crate::json::to_vec_with) and its
    /// siblings.
    ///
    /// ```
    /// use odata_core::{ODataResource, Version, WriteOptions, json};
    ///
    /// #[derive(Debug, ODataResource)]
    /// #[odata(namespace = "shop", write_type = "always")]
    /// struct Order {
    ///     total: i64,
    /// }
    ///
    /// let options = WriteOptions::new().version(Version::V401).ieee754(true);
    /// let text = json::to_string_with(&Order { total: 5 }, &options)?;
    /// assert_eq!(text, r##"{"@type":"#shop.order","total":"5"}"##);
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    pub struct WriteOptions;

    /// The options that types read while a body is written.
    struct WritePolicy {
        /// Sets the protocol version of the payload, which determines how control information is spelled. Default: [`Version::V4`].
        version: Version = Version::V4,

        /// Sets which type tags to write. Default: `None`, which means that each type decides with `write_type`.
        ///
        /// A level overrides `write_type`: it writes no tags, the tags that differ from the declared type, or all tags.
        ///
        /// Source: JSON 4.01 §3.1.
        metadata: Option<MetadataLevel> = None,

        /// Whether to write `Edm.Int64` and `Edm.Decimal` values as strings (`IEEE754Compatible=true`). Default: `false`.
        ///
        /// Source: JSON 4.01 §3.2.
        ieee754: bool = false,

        /// Whether to write decimals of a 4.0 payload with the exponent that they were read with (`ExponentialDecimals=true`) instead
        /// of in digits. Default: `false`. Version 4.01 always allows it.
        ///
        /// Source: JSON 4.01 §7.1.
        exponential_decimals: bool = false,

        /// Whether to write every `Edm.Binary` value in the standard base64 alphabet with padding, as Microsoft's services do. Default:
        /// `false`: a value is written in the form in which it was read, a new value in base64url with padding.
        standard_base64: bool = false,

        /// Whether to reject control information that the protocol does not define. Default: `false`, because a client may write back
        /// what it read; a service must not define names in the namespace `odata`.
        ///
        /// Source: JSON 4.01 §20.
        strict: bool = false,
    }

    call {
        /// Whether to run the [rules](crate::validate) of the type before writing. Default: `true`.
        validate: bool = true,
    }

    shared {
        /// Sets which annotations to write: those that a client requests with the preference `include-annotations`. Default: all.
        ///
        /// Control information is always written, and so are the annotations in a [`DynamicResource`](crate::DynamicResource) or an
        /// untyped value.
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
        ///
        /// Source: JSON 4.01 §3.1.
        annotations: AnnotationFilter,
    }
}

impl WriteOptions {
    /// Returns the default options.
    #[must_use]
    pub const fn new() -> WriteOptions {
        WriteOptions::DEFAULT
    }

    /// Returns the options for Microsoft's services: [`standard_base64`](Self::standard_base64).
    ///
    /// ```
    /// use odata_core::{WriteOptions, edm::Binary, json};
    ///
    /// let bytes = Binary::from([0xFB, 0xFF]);
    /// assert_eq!(json::to_string(&bytes)?, r#""-_8=""#);
    /// assert_eq!(json::to_string_with(&bytes, &WriteOptions::microsoft())?, r#""+/8=""#);
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub const fn microsoft() -> WriteOptions {
        WriteOptions::new().standard_base64(true)
    }

    /// Sets [`metadata`](Self::metadata), [`ieee754`](Self::ieee754) and [`exponential_decimals`](Self::exponential_decimals) to the
    /// parameters of a media type: of the client's `Accept`, or of the request's own `Content-Type`.
    ///
    /// ```
    /// use odata_core::{MetadataLevel, WriteOptions, protocol::MediaType};
    ///
    /// let accept: MediaType = "application/json;odata.metadata=full".parse()?;
    /// assert_eq!(
    ///     WriteOptions::new().media_type(accept),
    ///     WriteOptions::new().metadata(Some(MetadataLevel::Full)),
    /// );
    /// # Ok::<(), odata_core::protocol::InvalidMediaType>(())
    /// ```
    #[must_use]
    pub const fn media_type(self, media_type: MediaType) -> Self {
        self.metadata(media_type.metadata)
            .ieee754(media_type.ieee754_compatible)
            .exponential_decimals(media_type.exponential_decimals)
    }

    pub(crate) const fn policy(&self) -> WritePolicy {
        let mut policy = self.policy;
        policy.exponential_decimals |= matches!(policy.version, Version::V401);
        policy
    }
}

impl WritePolicy {
    /// The policy of types that are written through plain serde: nothing states that the payload forbids exponents.
    pub(crate) const PLAIN_SERDE: WritePolicy = WritePolicy {
        exponential_decimals: true,
        ..WritePolicy::DEFAULT
    };
}
