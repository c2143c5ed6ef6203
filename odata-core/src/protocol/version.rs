//! Protocol versions.

use std::{fmt, str::FromStr};

use crate::error::text_enum;

text_enum! {
    /// The protocol version of a message: the value of its `OData-Version` header.
    ///
    /// It determines how control information is spelled (`@odata.id` or `@id`), where null is allowed, and how media type parameters are
    /// written. Pass it to [`ReadOptions::version`](crate::ReadOptions::version) and
    /// [`WriteOptions::version`](crate::WriteOptions::version). A service responds in the highest version that the client's
    /// `OData-MaxVersion` allows, and in 4.0 if the header is missing.
    ///
    /// ```
    /// use odata_core::Version;
    ///
    /// assert_eq!("4.01".parse(), Ok(Version::V401));
    /// assert_eq!(Version::default().to_string(), "4.0");
    /// assert!(Version::V4 < Version::V401);
    /// ```
    ///
    /// Source: Protocol 4.01 §5.1 and §8.1.5.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    pub enum Version {
        /// 4.0, the version of Microsoft Graph.
        #[default]
        V4 = "4.0",
        /// 4.01.
        V401 = "4.01",
    }

    /// Returns the value of the header: `4.0` or `4.01`.
    #[must_use]
    pub fn as_str;
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The error of parsing a [`Version`].
///
/// ```
/// use odata_core::Version;
///
/// let error = "3.0".parse::<Version>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown OData version: expected 4.0 or 4.01");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownVersion(());

impl fmt::Display for UnknownVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown OData version: expected 4.0 or 4.01")
    }
}

impl std::error::Error for UnknownVersion {}

impl FromStr for Version {
    type Err = UnknownVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim() {
            "4.0" => Ok(Version::V4),
            "4.01" => Ok(Version::V401),
            _ => Err(UnknownVersion(())),
        }
    }
}
