//! From a member's name to its index among all the properties of a chain: one hash table a type, made by the compiler.
//!
//! A `match` of the names takes about as long, but becomes many times as much code, which every type that derives would have to carry.

#![expect(
    clippy::indexing_slicing,
    reason = "constant evaluation has no iterators, and an index out of bounds would be a compile error"
)]

use super::MAX_PROPERTIES;
use crate::model::{Property, StructuredType};

/// A slot that is taken. Below are [`PRINT`] bits of the name's hash, which save most comparisons, then the index.
const TAKEN: u16 = 1 << 15;
const INDEX: u16 = MAX_PROPERTIES - 1;
const PRINT: u16 = !(TAKEN | INDEX);

/// The slots for the names of `declared`: at most half of them are taken, and a search ends at the first that is not.
pub(super) const fn slots<const N: usize>(declared: &'static StructuredType) -> [u16; N] {
    let mut slots = [0; N];
    let mut next = Some(declared);
    while let Some(level) = next {
        let mut place = 0;
        // There are no more: `check::assert_width` sees to that, but perhaps later.
        while place < level.own.len() && level.inherited as usize + place < MAX_PROPERTIES as usize
        {
            let hash = hash(level.own[place].name.as_bytes());
            let mut at = hash as usize & (N - 1);
            while slots[at] != 0 {
                at = (at + 1) & (N - 1);
            }
            slots[at] = print(hash) | (level.inherited + place as u16) & INDEX;
            place += 1;
        }
        next = level.base;
    }
    slots
}

/// How many slots there should be: a power of two.
pub(super) const fn slots_for(declared: &'static StructuredType) -> usize {
    let names = declared.inherited as usize + declared.own.len();
    (2 * names).next_power_of_two()
}

/// What a name's slot holds beside the index.
const fn print(hash: u32) -> u16 {
    TAKEN | (hash >> 16) as u16 & PRINT
}

/// Names begin alike, or end alike, or are of one length, but seldom all of that.
#[inline]
const fn hash(name: &[u8]) -> u32 {
    let (first, last) = match (name.first_chunk(), name.last_chunk()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => match (name.first_chunk(), name.last_chunk()) {
            (Some(first), Some(last)) => (
                u32::from_le_bytes(*first) as u64,
                u32::from_le_bytes(*last) as u64,
            ),
            _ => match name {
                [first, .., last] => (*first as u64, *last as u64),
                [only] => (*only as u64, 0),
                [] => (0, 0),
            },
        },
    };
    let mixed = first ^ last.rotate_left(29) ^ ((name.len() as u64) << 17);
    // The golden ratio's digits spread what differs in any bit to the upper ones.
    (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}

/// How many properties may be absent between two before the table is asked.
const AHEAD: u16 = 8;

/// Finds the properties of one type, those that come in the order of the model faster.
pub(crate) struct Lookup {
    declared: &'static StructuredType,
    slots: &'static [u16],
    /// What follows the property that was found last, on its level: services write an object in the order of their model.
    expected: &'static [Property],
    /// The index of what follows.
    next: u16,
}

impl Lookup {
    #[inline]
    pub(super) fn new(declared: &'static StructuredType, slots: &'static [u16]) -> Lookup {
        let mut lookup = Lookup {
            declared,
            slots,
            expected: &[],
            next: 0,
        };
        lookup.expected = lookup.from(0);
        lookup
    }

    /// The index of the property called `name`.
    #[inline(always)]
    pub(super) fn index(&mut self, name: &str) -> Option<u16> {
        match self.expected {
            [property, after @ ..] if same(property.name, name) => {
                let index = self.next;
                (self.expected, self.next) = (after, index + 1);
                Some(index)
            }
            _ => self.search(name),
        }
    }

    /// The same where it is not the next.
    #[inline(never)]
    fn search(&mut self, name: &str) -> Option<u16> {
        let (mut rest, mut next) = (self.expected, self.next);
        for _ in 0..AHEAD {
            if rest.is_empty() {
                rest = self.from(next);
            }
            let [property, after @ ..] = rest else { break };
            (rest, next) = (after, next + 1);
            if same(property.name, name) {
                (self.expected, self.next) = (rest, next);
                return Some(next - 1);
            }
        }
        self.find(name)
    }

    fn find(&mut self, name: &str) -> Option<u16> {
        let hash = hash(name.as_bytes());
        let print = print(hash);
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        loop {
            let slot = *self.slots.get(at)?;
            if slot & !INDEX == print {
                let index = slot & INDEX;
                if let [property, rest @ ..] = self.from(index)
                    && same(property.name, name)
                {
                    (self.expected, self.next) = (rest, index + 1);
                    return Some(index);
                }
            } else if slot == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// The property of that index and those after it on its level.
    #[inline]
    fn from(&self, index: u16) -> &'static [Property] {
        let mut level = self.declared;
        while index < level.inherited
            && let Some(base) = level.base
        {
            level = base;
        }
        let place = usize::from(index.wrapping_sub(level.inherited));
        level.own.get(place..).unwrap_or_default()
    }
}

/// Whether two names are the same, without a call where they are short: mostly their lengths differ.
#[inline(always)]
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && same_bytes(a.as_bytes(), b.as_bytes())
}

#[inline]
fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    match a.len() {
        0..4 => a.iter().eq(b),
        4..8 => same_ends::<4>(a, b),
        8..16 => same_ends::<8>(a, b),
        16..=32 => same_ends::<16>(a, b),
        _ => a == b,
    }
}

/// Whether the first `N` bytes are the same and the last: all, where there are no more than twice as many.
#[inline]
fn same_ends<const N: usize>(a: &[u8], b: &[u8]) -> bool {
    a.first_chunk::<N>() == b.first_chunk() && a.last_chunk::<N>() == b.last_chunk()
}

#[cfg(test)]
mod tests {
    use super::{Lookup, hash, same, slots, slots_for};
    use crate::model::{Property, StructuredType};

    static BASE: StructuredType = StructuredType::new(
        "#shop.thing",
        "",
        None,
        0,
        &Property::called("id displayName", [Property::of::<String>(0); 2]),
    );
    static DERIVED: StructuredType = StructuredType::new(
        "#shop.item",
        "",
        Some(&BASE),
        0,
        &Property::called("a name note display.Name", [Property::of::<String>(0); 4]),
    );

    #[test]
    fn a_name_is_found_at_any_level() {
        let all = ["id", "displayName", "a", "name", "note", "display.Name"];
        let others = [
            "",
            "i",
            "ID",
            "nam",
            "nama",
            "displayNamf",
            "displayNames",
            "b",
        ];
        let slots = const { &slots::<16>(&DERIVED) };
        let mut lookup = Lookup::new(&DERIVED, slots);
        assert_eq!(slots_for(&DERIVED), 16);
        assert_eq!(all.map(|it| lookup.index(it)), [0, 1, 2, 3, 4, 5].map(Some));
        assert_eq!(others.map(|it| lookup.index(it)), [None; 8]);
        let mut back = all;
        back.reverse();
        assert_eq!(
            back.map(|it| lookup.index(it)),
            [5, 4, 3, 2, 1, 0].map(Some)
        );
    }

    #[test]
    fn a_type_without_properties_has_none() {
        static EMPTY: StructuredType = StructuredType::new("#shop.empty", "", None, 0, &[]);
        for slots in [&[][..], &[0]] {
            let mut lookup = Lookup::new(&EMPTY, slots);
            assert_eq!(["", "a", "name"].map(|it| lookup.index(it)), [None; 3]);
        }
    }

    #[test]
    fn names_are_the_same_byte_for_byte() {
        let text = "customExtensionStageInstanceDetail";
        for length in 0..text.len() {
            let name = &text[..length];
            assert!(same(name, &text.to_owned()[..length]));
            assert!(!same(name, &text[..=length]));
            for at in 0..length {
                let mut other = name.as_bytes().to_vec();
                other[at] ^= 1;
                assert!(
                    !same(name, &String::from_utf8_lossy(&other)),
                    "{name} at {at}"
                );
            }
        }
    }

    #[test]
    fn names_that_look_alike_differ() {
        let names = [
            "customExtensionStageInstanceId",
            "customExtensionStageInstanceDetail",
        ];
        let [a, b] = names.map(|it| hash(it.as_bytes()));
        assert_ne!(a, b);
    }
}
