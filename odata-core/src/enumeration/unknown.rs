//! The error of a text that names no member.

use std::fmt;

use serde::de;

use crate::{
    enumeration::enum_type::EnumType,
    error::{ErrorKind, listing::Listing},
    session::failure::new_mismatch,
};

/// How much of a wrong text an error repeats: enough to find it, not enough to flood a log.
const REPEATED: usize = 80;

/// A text that names no member of an enumeration.
///
/// What `FromStr` and [`from_qualified`](crate::ODataEnum::from_qualified) answer; reading a body gives the same message in an
/// [`Error`](crate::Error).
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
///     "`intransit` is no member of shop.status; did you mean `inTransit`? expected one of `ordered`, `inTransit`",
/// );
/// ```
#[derive(Debug, Clone)]
pub struct UnknownMember {
    ty: &'static EnumType,
    found: Box<str>,
    qualified: bool,
}

impl UnknownMember {
    #[cold]
    pub(crate) fn unlisted(ty: &'static EnumType, found: &str) -> UnknownMember {
        UnknownMember {
            ty,
            found: clipped(found),
            qualified: false,
        }
    }

    #[cold]
    pub(crate) fn unqualified(ty: &'static EnumType, found: &str) -> UnknownMember {
        UnknownMember {
            ty,
            found: clipped(found),
            qualified: true,
        }
    }

    /// The text; a long one is cut.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// The enumeration.
    pub fn enum_type(&self) -> &'static EnumType {
        self.ty
    }

    /// What would have been right.
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

    /// The member that was meant: by letter case, else by what differs least.
    fn meant(&self) -> Option<&'static str> {
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
        if self.qualified {
            return write!(
                f,
                "`{found}` is no qualified member of {0}; expected `{0}.` and one of {1}",
                ty.name,
                Listing(ty.members.iter().map(|it| it.name)),
            );
        }
        if found.is_empty() {
            write!(f, "an empty text is no member of {}; ", ty.name)?;
        } else if found.parse::<i64>().is_ok() && ty.is_flags {
            write!(f, "{found} has a bit of no member of {}; ", ty.name)?;
        } else if found.parse::<i64>().is_ok() {
            write!(f, "{found} is the value of no member of {}; ", ty.name)?;
        } else if found.contains(',') && !ty.is_flags {
            write!(
                f,
                "`{found}` is not one member of {}, which is no enumeration of flags; ",
                ty.name
            )?;
        } else {
            write!(f, "`{found}` is no member of {}; ", ty.name)?;
            if let Some(meant) = self.meant() {
                write!(f, "did you mean `{meant}`? ")?;
            }
        }
        write!(f, "expected {}", self.expected())
    }
}

impl std::error::Error for UnknownMember {}

fn clipped(text: &str) -> Box<str> {
    match text.char_indices().nth(REPEATED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()).into(),
        None => text.into(),
    }
}

/// Insertions, deletions and replacements that make `a` into `b`, letter case aside. Both are short: `a` was clipped.
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
