//! Paths inside a value that is validated.

use std::fmt;

use crate::validate::pointer::write_name;

/// The path from the validated value to a value inside it.
///
/// An implementation of [`Validate::check`](crate::Validate::check) extends the path for each value below. A path is a chain of borrowed
/// steps on the stack and allocates nothing; [`Display`](fmt::Display) writes it as a JSON pointer (RFC 6901).
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
    /// Returns the path of the validated value itself.
    #[must_use]
    pub const fn root() -> Self {
        Path { step: None }
    }
}

impl<'a> Path<'a> {
    /// Returns the path of a property by its name in JSON.
    #[must_use]
    pub const fn property<'s>(&'s self, name: &'s str) -> Path<'s> {
        Path {
            step: Some((self, Step::Property(name))),
        }
    }

    /// Returns the path of an item of a collection.
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
