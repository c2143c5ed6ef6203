//! Which declared properties an object has shown so far.

use crate::model::{
    property::property_flag,
    structured_type::{MAX_PROPERTIES, StructuredType},
};

const WORDS: usize = MAX_PROPERTIES as usize / 64;

/// A set of property indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen([u64; WORDS]);

impl Seen {
    /// None.
    pub const NONE: Seen = Seen([0; WORDS]);

    /// What `declared` and its bases require.
    #[expect(
        clippy::indexing_slicing,
        reason = "constant evaluation has no iterators"
    )]
    pub const fn required(declared: &StructuredType) -> Seen {
        let mut set = match declared.base {
            Some(base) => Seen::required(base),
            None => Seen::NONE,
        };
        let offset = declared.inherited as usize;
        let mut i = 0;
        while i < declared.own.len() {
            if declared.own[i].flags & property_flag::REQUIRED != 0 {
                let index = offset + i;
                set.0[index / 64] |= 1 << (index % 64);
            }
            i += 1;
        }
        set
    }

    /// Adds `index`; false where it was there.
    #[inline]
    pub(crate) fn insert(&mut self, index: u16) -> bool {
        let bit = 1u64 << (index % 64);
        let Some(word) = self.0.get_mut(usize::from(index / 64)) else {
            return true;
        };
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    pub(crate) fn contains(&self, index: u16) -> bool {
        self.0
            .get(usize::from(index / 64))
            .is_some_and(|word| word & (1 << (index % 64)) != 0)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// The first index of `required` that is not here.
    #[inline]
    pub(crate) fn first_missing(&self, required: &Seen) -> Option<u16> {
        let all = self
            .0
            .iter()
            .zip(&required.0)
            .all(|(seen, required)| required & !seen == 0);
        if all {
            None
        } else {
            (0..MAX_PROPERTIES).find(|i| required.contains(*i) && !self.contains(*i))
        }
    }
}
