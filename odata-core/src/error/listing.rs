//! Lists in messages.

use std::fmt::{self, Display};

/// A list of names for a message: `` `a`, `b` ``, shortened after twelve.
pub(crate) struct Listing<I>(pub(crate) I);

impl<I> Display for Listing<I>
where
    I: Iterator<Item: Display> + Clone,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 12;
        for (i, name) in self.0.clone().take(SHOWN).enumerate() {
            let comma = if i == 0 { "" } else { ", " };
            write!(f, "{comma}`{name}`")?;
        }
        match self.0.clone().count() {
            n if n > SHOWN => write!(f, " and {} more", n - SHOWN),
            _ => Ok(()),
        }
    }
}
