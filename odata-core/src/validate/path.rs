//! Where in a value a check stands.

use std::fmt;

use crate::validate::pointer::write_name;

/// The place of a value inside the one that is validated.
///
/// A path is a chain of borrowed steps that lives on the stack: going down costs no allocation and needs no way back
/// up. It becomes text, a JSON pointer (RFC 6901), only where a violation is recorded.
///
/// ```
/// use odata_core::validate::Path;
///
/// let root = Path::root();
/// let approvers = root.property("primaryApprovers");
/// assert_eq!(approvers.index(2).property("a/b").to_string(), "/primaryApprovers/2/a~1b");
/// assert_eq!(root.to_string(), "");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Path<'a> {
    step: Option<(&'a Path<'a>, Step<'a>)>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Property(&'a str),
    Index(usize),
}

impl Path<'static> {
    /// The place of the validated value itself.
    #[must_use]
    pub const fn root() -> Self {
        Path { step: None }
    }
}

impl<'a> Path<'a> {
    /// The place of a property, by its name in JSON.
    #[must_use]
    pub const fn property<'s>(&'s self, name: &'s str) -> Path<'s> {
        Path {
            step: Some((self, Step::Property(name))),
        }
    }

    /// The place of an element of a collection.
    #[must_use]
    pub const fn index(&self, index: usize) -> Path<'_> {
        Path {
            step: Some((self, Step::Index(index))),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.step {
            None => Ok(()),
            Some((parent, Step::Property(name))) => {
                parent.fmt(f)?;
                write_name(name, f)
            }
            Some((parent, Step::Index(index))) => {
                parent.fmt(f)?;
                write!(f, "/{index}")
            }
        }
    }
}
