//! The media type `application/json` and its OData parameters.

use std::{fmt, str::FromStr};

use crate::{error::text_enum, protocol::version::Version};

text_enum! {
    /// How much control information a payload contains.
    ///
    /// A client requests it with [`MediaType::json`]; [`WriteOptions::metadata`](crate::WriteOptions::metadata) sets it for writing.
    ///
    /// ```
    /// use odata_core::MetadataLevel;
    ///
    /// assert_eq!(MetadataLevel::default().as_str(), "minimal");
    /// ```
    ///
    /// Source: JSON 4.01 §3.1.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
    pub enum MetadataLevel {
        /// Only `nextLink` and `count`. Values have no type tags: those of a derived type look like those of its base.
        None = "none",
        /// The control information that a client cannot compute. The default of services.
        #[default]
        Minimal = "minimal",
        /// All control information.
        Full = "full",
    }

    /// Returns the value of the parameter: `none`, `minimal` or `full`.
    #[must_use]
    pub fn as_str;
}

/// The media type of an OData JSON message: the value of `Accept` and `Content-Type`.
///
/// [`ReadOptions::media_type`](crate::ReadOptions::media_type) and [`WriteOptions::media_type`](crate::WriteOptions::media_type) set the
/// options of a media type. Parsing accepts names and values in any letter case, quoted or not, and names with or without the prefix
/// `odata.` of version 4.0. It ignores parameters that OData does not define (Protocol 4.01 §8.1.1). `charset` must be UTF-8 (RFC 8259
/// §8.1).
///
/// ```
/// use odata_core::{MetadataLevel, Version, protocol::MediaType};
///
/// let sent: MediaType = "application/json; odata.metadata=full; IEEE754Compatible=true; charset=utf-8".parse()?;
/// assert_eq!(sent.metadata, Some(MetadataLevel::Full));
/// assert!(sent.ieee754_compatible && !sent.streaming);
/// assert_eq!(sent.to_string(), "application/json;odata.metadata=full;IEEE754Compatible=true");
/// assert_eq!(sent.display(Version::V401).to_string(), "application/json;metadata=full;IEEE754Compatible=true");
/// # Ok::<(), odata_core::protocol::InvalidMediaType>(())
/// ```
///
/// Source: JSON 4.01 §3 and §4.1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct MediaType {
    /// `metadata`. `None`: the parameter is missing, which means [`MetadataLevel::Minimal`].
    pub metadata: Option<MetadataLevel>,
    /// `streaming`: the order of members allows reading without lookahead (JSON 4.01 §4.4).
    pub streaming: bool,
    /// `IEEE754Compatible`: `Edm.Int64` and `Edm.Decimal` values, and counts, are strings (JSON 4.01 §3.2).
    pub ieee754_compatible: bool,
    /// `ExponentialDecimals`: decimals may have an exponent, which 4.01 always allows (JSON 4.01 §7.1).
    pub exponential_decimals: bool,
}

impl MediaType {
    /// Creates a media type with this level of control information, for `Accept`.
    ///
    /// ```
    /// use odata_core::{MetadataLevel, protocol::MediaType};
    ///
    /// assert_eq!(MediaType::json(MetadataLevel::None).to_string(), "application/json;odata.metadata=none");
    /// ```
    #[must_use]
    pub const fn json(metadata: MetadataLevel) -> Self {
        MediaType {
            metadata: Some(metadata),
            streaming: false,
            ieee754_compatible: false,
            exponential_decimals: false,
        }
    }

    /// Returns the text in the spelling of a version. [`Display`](fmt::Display) uses the spelling of 4.0, which services of both versions
    /// accept.
    pub fn display(self, version: Version) -> impl fmt::Display {
        VersionedMediaType(self, version)
    }

    /// Sets one parameter.
    fn set_parameter(
        &mut self,
        seen: &mut Vec<String>,
        name: &str,
        value: &str,
    ) -> Result<(), InvalidMediaType> {
        let lower_case = name.to_ascii_lowercase();
        let without_prefix = lower_case.strip_prefix("odata.").unwrap_or(&lower_case);
        match without_prefix {
            "metadata" => {
                self.metadata = Some(match value.to_ascii_lowercase().as_str() {
                    "none" => MetadataLevel::None,
                    "minimal" => MetadataLevel::Minimal,
                    "full" => MetadataLevel::Full,
                    _ => {
                        let expected = "none, minimal or full";
                        return Err(InvalidMediaType::value(name, value, expected));
                    }
                });
            }
            "streaming" => self.streaming = boolean(name, value)?,
            "ieee754compatible" => self.ieee754_compatible = boolean(name, value)?,
            "exponentialdecimals" => self.exponential_decimals = boolean(name, value)?,
            _ if lower_case == "charset" => {
                if !value.eq_ignore_ascii_case("utf-8") {
                    return Err(InvalidMediaType::value(name, value, "utf-8"));
                }
            }
            _ => return Ok(()),
        }
        if seen.iter().any(|it| it == without_prefix) {
            let message = format!("duplicate parameter `{name}`");
            return Err(InvalidMediaType::new(message));
        }
        seen.push(without_prefix.to_owned());
        Ok(())
    }
}

fn boolean(name: &str, value: &str) -> Result<bool, InvalidMediaType> {
    if value.eq_ignore_ascii_case("true") {
        Ok(true)
    } else if value.eq_ignore_ascii_case("false") {
        Ok(false)
    } else {
        Err(InvalidMediaType::value(name, value, "true or false"))
    }
}

impl FromStr for MediaType {
    type Err = InvalidMediaType;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (essence, mut rest) = text.split_once(';').unwrap_or((text, ""));
        if !essence.trim().eq_ignore_ascii_case("application/json") {
            return Err(InvalidMediaType::new(format!(
                "invalid media type `{}`: expected `application/json`",
                essence.trim()
            )));
        }
        let mut found = MediaType::default();
        let mut seen = Vec::new();
        // RFC 9110 §5.6.6: parameters may be empty; white space is allowed around them, but not around `=`.
        loop {
            rest = rest.trim_start_matches([' ', '\t', ';']);
            if rest.is_empty() {
                return Ok(found);
            }
            let (name, after) = rest.split_once('=').ok_or_else(|| {
                InvalidMediaType::new(format!(
                    "parameter `{rest}` has no value: write `name=value`"
                ))
            })?;
            if !is_token(name) {
                return Err(InvalidMediaType::new(format!(
                    "invalid parameter name `{name}`"
                )));
            }
            let (value, after) = parameter_value(name, after)?;
            found.set_parameter(&mut seen, name, &value)?;
            rest = after;
        }
    }
}

/// Splits off a parameter's value, which is a token or a quoted string.
fn parameter_value<'a>(name: &str, text: &'a str) -> Result<(String, &'a str), InvalidMediaType> {
    let (value, rest) = if let Some(quoted) = text.strip_prefix('"') {
        let mut value = String::new();
        let mut chars = quoted.chars();
        loop {
            match chars.next() {
                Some('"') => break (value, chars.as_str()),
                Some('\\') => value.extend(chars.next()),
                Some(c) => value.push(c),
                None => {
                    return Err(InvalidMediaType::new(format!(
                        "the quoted value of `{name}` has no end: add `\"`"
                    )));
                }
            }
        }
    } else {
        let end = text.find([';', ' ', '\t']).unwrap_or(text.len());
        let (value, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        if !is_token(value) {
            return Err(InvalidMediaType::new(format!(
                "invalid value `{value}` of `{name}`"
            )));
        }
        (value.to_owned(), rest)
    };
    let rest = rest.trim_start_matches([' ', '\t']);
    if rest.is_empty() || rest.starts_with(';') {
        Ok((value, rest))
    } else {
        Err(InvalidMediaType::new(format!(
            "unexpected `{rest}` after the value of `{name}`: separate parameters with `;`"
        )))
    }
}

/// Returns whether the text is a token (RFC 9110 §5.6.2).
fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

struct VersionedMediaType(MediaType, Version);

impl fmt::Display for VersionedMediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let VersionedMediaType(media_type, version) = self;
        let prefix = match version {
            Version::V4 => "odata.",
            _ => "",
        };
        f.write_str("application/json")?;
        if let Some(metadata) = media_type.metadata {
            write!(f, ";{prefix}metadata={}", metadata.as_str())?;
        }
        if media_type.streaming {
            write!(f, ";{prefix}streaming=true")?;
        }
        if media_type.ieee754_compatible {
            f.write_str(";IEEE754Compatible=true")?;
        }
        if media_type.exponential_decimals {
            f.write_str(";ExponentialDecimals=true")?;
        }
        Ok(())
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        VersionedMediaType(*self, Version::V4).fmt(f)
    }
}

/// The error of parsing a [`MediaType`].
///
/// ```
/// use odata_core::protocol::MediaType;
///
/// let error = "application/json;odata.metadata=some".parse::<MediaType>().unwrap_err();
/// assert_eq!(error.to_string(), "invalid value `some` of `odata.metadata`: expected none, minimal or full");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidMediaType(String);

impl InvalidMediaType {
    fn new(message: String) -> Self {
        InvalidMediaType(message)
    }

    fn value(name: &str, found: &str, expected: &str) -> Self {
        InvalidMediaType(format!(
            "invalid value `{found}` of `{name}`: expected {expected}"
        ))
    }
}

impl fmt::Display for InvalidMediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidMediaType {}
