//! The declared properties that an object has had so far.

use crate::model::{MAX_PROPERTIES, StructuredType, property_flag};

/// The words of a set that are part of it. Wider types need [`Seen::more`], which most programs never allocate.
const INLINE_WORDS: usize = 8;
const WORDS: usize = MAX_PROPERTIES as usize / 64;

/// A set of property indexes.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    words: [u64; INLINE_WORDS],
    /// The words after [`INLINE_WORDS`], once an index is in one of them.
    more: Option<Box<[u64]>>,
}

impl Seen {
    pub(crate) const fn new() -> Self {
        Self {
            words: [0; INLINE_WORDS],
            more: None,
        }
    }

    /// Adds `index`. Returns false if the set already contains it.
    #[inline]
    pub(crate) fn insert(&mut self, index: u16) -> bool {
        match self.words.get_mut(usize::from(index / 64)) {
            Some(word) => set_bit(word, index),
            None => self.insert_more(index),
        }
    }

    #[cold]
    fn insert_more(&mut self, index: u16) -> bool {
        let more = self
            .more
            .get_or_insert_with(|| vec![0; WORDS - INLINE_WORDS].into());
        let at = usize::from(index / 64) - INLINE_WORDS;
        more.get_mut(at).is_none_or(|word| set_bit(word, index))
    }

    pub(crate) fn contains(&self, index: u16) -> bool {
        self.word(usize::from(index / 64)) & (1 << (index % 64)) != 0
    }

    fn word(&self, at: usize) -> u64 {
        let more = || self.more.as_ref()?.get(at.checked_sub(INLINE_WORDS)?);
        self.words
            .get(at)
            .or_else(more)
            .copied()
            .unwrap_or_default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words
            .iter()
            .chain(self.more.iter().flatten())
            .all(|word| *word == 0)
    }

    /// Returns the first required index that is not in the set.
    #[inline]
    pub(crate) fn first_missing(&self, required: Required) -> Option<u16> {
        match required {
            Required::None => None,
            Required::Few(few) => {
                let mut words = self.words.iter().zip(few);
                if words.all(|(seen, required)| required & !seen == 0) {
                    return None;
                }
                self.search_missing(few)
            }
            Required::Many(many) => self.search_missing(many),
        }
    }

    #[cold]
    fn search_missing(&self, required: &[u64]) -> Option<u16> {
        let mut missing = required
            .iter()
            .enumerate()
            .map(|(at, word)| (at, word & !self.word(at)));
        let (at, bits) = missing.find(|(_, bits)| *bits != 0)?;
        u16::try_from(at * 64 + bits.trailing_zeros() as usize).ok()
    }
}

#[inline]
fn set_bit(word: &mut u64, index: u16) -> bool {
    let bit = 1 << (index % 64);
    let is_new = *word & bit == 0;
    *word |= bit;
    is_new
}

/// The indexes of the properties that a type requires.
#[derive(Debug, Clone, Copy)]
pub enum Required {
    /// No property is required.
    None,
    /// The required properties are among the first 512.
    Few(&'static [u64; INLINE_WORDS]),
    /// The required properties may have any index.
    Many(&'static [u64; WORDS]),
}

impl Required {
    /// Returns the properties that `T` and its bases require.
    pub(crate) const fn of<T: crate::model::odata_resource::ODataResource>() -> Self {
        let declared = T::TYPE;
        if declared.inherited as usize + declared.own.len() > INLINE_WORDS * 64 {
            Self::Many(const { &required::<WORDS>(T::TYPE).0 })
        } else if const { required::<INLINE_WORDS>(T::TYPE).1 } {
            Self::Few(const { &required::<INLINE_WORDS>(T::TYPE).0 })
        } else {
            Self::None
        }
    }
}

/// The set of required indexes, as far as it fits, and whether there is any.
#[expect(
    clippy::indexing_slicing,
    reason = "constant evaluation has no iterators"
)]
const fn required<const N: usize>(declared: &StructuredType) -> ([u64; N], bool) {
    let (mut words, mut any) = ([0; N], false);
    let mut next = Some(declared);
    while let Some(level) = next {
        let mut i = 0;
        while i < level.own.len() {
            let index = level.inherited as usize + i;
            if level.own[i].flags & property_flag::REQUIRED != 0 && index / 64 < N {
                words[index / 64] |= 1 << (index % 64);
                any = true;
            }
            i += 1;
        }
        next = level.base;
    }
    (words, any)
}

#[cfg(test)]
mod tests {
    use super::{Required, Seen, WORDS};

    #[test]
    fn an_index_is_new_once_in_a_narrow_type_and_in_a_wide_one() {
        let mut seen = Seen::new();
        assert!(seen.is_empty());
        for index in [0, 63, 64, 511, 512, 513, 8191] {
            assert!(!seen.contains(index));
            assert!(seen.insert(index));
            assert!(!seen.insert(index));
            assert!(seen.contains(index));
        }
        assert!(!seen.is_empty());
    }

    #[test]
    fn the_first_required_index_that_is_missing_is_found() {
        static FEW: [u64; 8] = [0b101, 0, 1, 0, 0, 0, 0, 0];
        static MANY: [u64; WORDS] = {
            let mut words = [0; WORDS];
            words[0] = 1;
            words[100] = 2;
            words
        };
        let mut seen = Seen::new();
        seen.insert(0);
        assert_eq!(seen.first_missing(Required::None), None);
        assert_eq!(seen.first_missing(Required::Few(&FEW)), Some(2));
        assert_eq!(seen.first_missing(Required::Many(&MANY)), Some(6401));
        seen.insert(6401);
        assert_eq!(seen.first_missing(Required::Many(&MANY)), None);
        seen.insert(2);
        assert_eq!(seen.first_missing(Required::Few(&FEW)), Some(128));
        seen.insert(128);
        assert_eq!(seen.first_missing(Required::Few(&FEW)), None);
    }
}
