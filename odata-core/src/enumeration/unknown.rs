//! The error for a text that names no member.

use std::fmt;

use serde::de;

use crate::{
    edm::error::truncated,
    enumeration::enum_type::EnumType,
    error::{ErrorKind, Listing},
    session::new_mismatch,
};

/// The error for a text that names no member of an enumeration.
///
/// `FromStr` and [`from_qualified`](crate::ODataEnum::from_qualified) return it; reading a body returns an
/// [`Error`](crate::Error) with the same message.
///
/// ```
/// use odata_core::ODataEnum;
///
/// #[derive(Debug, ODataEnum)]
/// #[odata(namespace = "shop")]
/// enum Status {
///     Ordered,
///     InTransit,
/// }
///
/// let error = "intransit".parse::<Status>().unwrap_err();
/// assert_eq!(error.found(), "intransit");
/// assert_eq!(
///     error.to_string(),
///     "`intransit` is not a member of shop.status; did you mean `inTransit`? expected one of `ordered`, `inTransit`",
/// );
/// ```
#[derive(Debug, Clone)]
pub struct UnknownMember {
    ty: &'static EnumType,
    found: Box<str>,
    must_be_qualified: bool,
}

impl UnknownMember {
    #[cold]
    pub(crate) fn new(ty: &'static EnumType, found: &str) -> UnknownMember {
        UnknownMember {
            ty,
            found: truncated(found),
            must_be_qualified: false,
        }
    }

    #[cold]
    pub(crate) fn not_qualified(ty: &'static EnumType, found: &str) -> UnknownMember {
        UnknownMember {
            must_be_qualified: true,
            ..UnknownMember::new(ty, found)
        }
    }

    /// Returns the text. A long one is truncated.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Returns the enumeration.
    pub fn enum_type(&self) -> &'static EnumType {
        self.ty
    }

    /// Returns what was expected.
    pub fn expected(&self) -> String {
        let names = self.ty.members.iter().map(|it| it.name);
        format!("one of {}", Listing(names))
    }

    #[cold]
    pub(crate) fn into_serde<E: de::Error>(self) -> E {
        let kind = if self.found.is_empty() {
            ErrorKind::Value
        } else {
            ErrorKind::UnknownMember
        };
        new_mismatch(
            kind,
            &self,
            self.expected(),
            format!("string {:?}", self.found),
        )
    }

    /// Returns the member whose name is closest to the text, if one is close.
    fn suggestion(&self) -> Option<&'static str> {
        let limit = (self.found.len() / 3).max(1);
        self.ty
            .members
            .iter()
            .map(|it| (distance(&self.found, it.name), it.name))
            .filter(|(distance, _)| *distance <= limit)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, name)| name)
    }
}

impl PartialEq for UnknownMember {
    fn eq(&self, other: &UnknownMember) -> bool {
        self.ty.name == other.ty.name && self.found == other.found
    }
}

impl Eq for UnknownMember {}

impl fmt::Display for UnknownMember {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (found, ty) = (&*self.found, self.ty);
        if self.must_be_qualified {
            return write!(
                f,
                "`{found}` is not a qualified member of {0}; expected `{0}.` and one of {1}",
                ty.name,
                Listing(ty.members.iter().map(|it| it.name)),
            );
        }
        if found.is_empty() {
            write!(f, "an empty text is not a member of {}; ", ty.name)?;
        } else if found.parse::<i64>().is_ok() && ty.is_flags {
            write!(f, "{found} has a bit that no member of {} has; ", ty.name)?;
        } else if found.parse::<i64>().is_ok() {
            write!(f, "{found} is not the value of a member of {}; ", ty.name)?;
        } else if found.contains(',') && !ty.is_flags {
            write!(
                f,
                "`{found}` names several members, but {} is not an enumeration of flags; ",
                ty.name
            )?;
        } else {
            write!(f, "`{found}` is not a member of {}; ", ty.name)?;
            if let Some(name) = self.suggestion() {
                write!(f, "did you mean `{name}`? ")?;
            }
        }
        write!(f, "expected {}", self.expected())
    }
}

impl std::error::Error for UnknownMember {}

/// Counts the insertions, deletions and replacements that turn `a` into `b`, ignoring letter case. Both are short: `a` was truncated.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().map(|c| c.to_ascii_lowercase()).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().map(|c| c.to_ascii_lowercase()).enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (y, slot) in b.iter().zip(row.iter_mut().skip(1)) {
            let above = *slot;
            left = (diagonal + usize::from(x != *y))
                .min(above + 1)
                .min(left + 1);
            (diagonal, *slot) = (above, left);
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(a.len())
}
