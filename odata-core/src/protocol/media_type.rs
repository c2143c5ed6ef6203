//! `application/json` and the parameters that OData gives it.

use std::{fmt, str::FromStr};

use crate::protocol::version::Version;

/// How much control information a payload carries.
///
/// Source: OData JSON Format 4.01, section 3.1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum MetadataLevel {
    /// Only `nextLink` and `count`. A value of a derived type cannot be told from one of its base then.
    None,
    /// What a client cannot compute by itself: what services send unless they are asked otherwise.
    #[default]
    Minimal,
    /// All of it, computable or not.
    Full,
}

impl MetadataLevel {
    /// The parameter's value: `none`, `minimal` or `full`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            MetadataLevel::None => "none",
            MetadataLevel::Minimal => "minimal",
            MetadataLevel::Full => "full",
        }
    }
}

/// The media type of an OData JSON message: the value of `Accept` and `Content-Type`.
///
/// Names and values are read without regard to letter case, with or without the `odata.` prefix of version 4.0,
/// quoted or not. Parameters that OData does not define are passed over: a service must not need the client to
/// understand them (Protocol section 8.1.1). `charset` must be UTF-8, the only encoding that JSON has between systems
/// (RFC 8259 section 8.1).
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
/// Source: OData JSON Format 4.01, sections 3 and 4.1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct MediaType {
    /// `metadata`; `None` where the parameter is not there, which means [`MetadataLevel::Minimal`].
    pub metadata: Option<MetadataLevel>,
    /// `streaming`: control information stands where a reader can use it without looking ahead (section 4.4).
    pub streaming: bool,
    /// `IEEE754Compatible`: `Edm.Int64` and `Edm.Decimal` values, and counts, are strings (section 3.2).
    pub ieee754_compatible: bool,
    /// `ExponentialDecimals`: decimals may have an exponent, as they may in 4.01 anyway (section 7.1).
    pub exponential_decimals: bool,
}

impl MediaType {
    /// What to send with a request: JSON with this much control information.
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

    /// The text in the spelling of a version. [`Display`](fmt::Display) has the spelling of 4.0, which services of
    /// both versions understand.
    pub fn display(self, version: Version) -> impl fmt::Display {
        Spelt(self, version)
    }

    /// Takes in one parameter.
    fn set(&mut self, seen: &mut u8, name: &str, value: &str) -> Result<(), InvalidMediaType> {
        let bit = match parameter(name) {
            Some(Parameter::Metadata) => {
                let levels = [
                    MetadataLevel::None,
                    MetadataLevel::Minimal,
                    MetadataLevel::Full,
                ];
                let level = levels
                    .into_iter()
                    .find(|level| value.eq_ignore_ascii_case(level.as_str()));
                self.metadata = Some(level.ok_or_else(|| {
                    InvalidMediaType::value(name, value, "none, minimal or full")
                })?);
                1
            }
            Some(Parameter::Streaming) => {
                self.streaming = boolean(name, value)?;
                2
            }
            Some(Parameter::Ieee754Compatible) => {
                self.ieee754_compatible = boolean(name, value)?;
                4
            }
            Some(Parameter::ExponentialDecimals) => {
                self.exponential_decimals = boolean(name, value)?;
                8
            }
            Some(Parameter::Charset) => {
                if !value.eq_ignore_ascii_case("utf-8") {
                    return Err(InvalidMediaType::value(name, value, "utf-8"));
                }
                16
            }
            None => return Ok(()),
        };
        if *seen & bit != 0 {
            return Err(InvalidMediaType::new(format!("`{name}` is given twice")));
        }
        *seen |= bit;
        Ok(())
    }
}

enum Parameter {
    Metadata,
    Streaming,
    Ieee754Compatible,
    ExponentialDecimals,
    Charset,
}

fn parameter(name: &str) -> Option<Parameter> {
    if name.eq_ignore_ascii_case("charset") {
        return Some(Parameter::Charset);
    }
    let name = match name.split_at_checked("odata.".len()) {
        Some((prefix, rest)) if prefix.eq_ignore_ascii_case("odata.") => rest,
        _ => name,
    };
    let known = [
        ("metadata", Parameter::Metadata),
        ("streaming", Parameter::Streaming),
        ("IEEE754Compatible", Parameter::Ieee754Compatible),
        ("ExponentialDecimals", Parameter::ExponentialDecimals),
    ];
    known
        .into_iter()
        .find_map(|(known, parameter)| name.eq_ignore_ascii_case(known).then_some(parameter))
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
                "`{}` is not application/json",
                essence.trim()
            )));
        }
        let mut found = MediaType::default();
        let mut seen = 0;
        // RFC 9110 section 5.6.6: parameters may be empty, white space surrounds them but not the `=`.
        loop {
            rest = rest.trim_start_matches([' ', '\t', ';']);
            if rest.is_empty() {
                return Ok(found);
            }
            let (name, after) = rest
                .split_once('=')
                .ok_or_else(|| InvalidMediaType::new(format!("`{rest}` has no value")))?;
            if !is_token(name) {
                return Err(InvalidMediaType::new(format!(
                    "`{name}` is no parameter name"
                )));
            }
            let (value, after) = parameter_value(name, after)?;
            found.set(&mut seen, name, &value)?;
            rest = after;
        }
    }
}

/// A parameter's value, a token or a quoted string, and what follows it.
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
                        "the quotes around the value of `{name}` do not end"
                    )));
                }
            }
        }
    } else {
        let end = text.find([';', ' ', '\t']).unwrap_or(text.len());
        let (value, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        if !is_token(value) {
            return Err(InvalidMediaType::new(format!(
                "`{value}` is no value for `{name}`"
            )));
        }
        (value.to_owned(), rest)
    };
    let rest = rest.trim_start_matches([' ', '\t']);
    if rest.is_empty() || rest.starts_with(';') {
        Ok((value, rest))
    } else {
        Err(InvalidMediaType::new(format!(
            "`{rest}` after the value of `{name}`"
        )))
    }
}

/// RFC 9110 section 5.6.2.
fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

struct Spelt(MediaType, Version);

impl fmt::Display for Spelt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Spelt(media_type, version) = self;
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
        Spelt(*self, Version::V4).fmt(f)
    }
}

/// Why a text is not the media type of an OData JSON message.
///
/// ```
/// use odata_core::protocol::MediaType;
///
/// let error = "application/json;odata.metadata=some".parse::<MediaType>().unwrap_err();
/// assert_eq!(error.to_string(), "`odata.metadata` is `some`, expected none, minimal or full");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidMediaType(String);

impl InvalidMediaType {
    fn new(message: String) -> Self {
        InvalidMediaType(message)
    }

    fn value(name: &str, found: &str, expected: &str) -> Self {
        InvalidMediaType(format!("`{name}` is `{found}`, expected {expected}"))
    }
}

impl fmt::Display for InvalidMediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidMediaType {}
