//! The version of the protocol that a message speaks.

use std::{fmt, str::FromStr};

/// The protocol version of a message, as its `OData-Version` header says.
///
/// It decides how control information is spelt (`@odata.id` or `@id`), what null may mean in some places, and how
/// media type parameters are written. Services answer in the highest version that the client's `OData-MaxVersion`
/// allows; without the header a 4.0 client is assumed.
///
/// ```
/// use odata_core::Version;
///
/// assert_eq!("4.01".parse(), Ok(Version::V401));
/// assert_eq!(Version::default().to_string(), "4.0");
/// assert!(Version::V4 < Version::V401);
/// ```
///
/// Source: OData Protocol 4.01, sections 5.1 and 8.1.5.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Version {
    /// 4.0, what Microsoft Graph speaks.
    #[default]
    V4,
    /// 4.01.
    V401,
}

impl Version {
    /// The header's value: `4.0` or `4.01`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Version::V4 => "4.0",
            Version::V401 => "4.01",
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A version that this library does not speak.
///
/// ```
/// use odata_core::Version;
///
/// let error = "3.0".parse::<Version>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown OData version, expected 4.0 or 4.01");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownVersion(());

impl fmt::Display for UnknownVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown OData version, expected 4.0 or 4.01")
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
