//! Which declared properties an object has shown so far.

/// How many properties a chain may declare in all.
pub const MAX_PROPERTIES: u16 = 512;

const WORDS: usize = MAX_PROPERTIES as usize / 64;

/// A set of property indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen([u64; WORDS]);

impl Seen {
    /// None.
    pub const NONE: Seen = Seen([0; WORDS]);

    /// `base` and, counted from `offset`, `own`: for the constants of the expansion.
    #[expect(
        clippy::indexing_slicing,
        reason = "constant evaluation has no iterators"
    )]
    pub const fn with(base: Seen, offset: u16, own: &[u16]) -> Seen {
        let mut set = base;
        let mut i = 0;
        while i < own.len() {
            let index = (offset + own[i]) as usize;
            set.0[index / 64] |= 1 << (index % 64);
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
