//! Finding the index of a property by its name: one hash table for each type, made at compile time.
//!
//! A `match` of the names is about as fast, but much more code in each derived type.

#![expect(
    clippy::indexing_slicing,
    reason = "constant evaluation has no iterators, and an index out of bounds would be a compile error"
)]

use crate::model::{MAX_PROPERTIES, Property, StructuredType, names::hash};

/// Marks an entry that is taken. Its lower bits hold the index, as many as the table's size needs; the bits between hold a part of the
/// name's hash, which saves most comparisons.
const TAKEN_BIT: u16 = 1 << 15;

/// Returns the bits of an entry that hold the index: at most half of a table's entries are taken.
#[inline]
const fn index_bits(entries: usize) -> u16 {
    (entries / 2).wrapping_sub(1) as u16 & !TAKEN_BIT
}

/// Creates the hash table of a type. At most half of its entries are taken; a search ends at the first that is not.
pub(super) const fn table<const N: usize>(declared: &'static StructuredType) -> [u16; N] {
    let mut table = [0; N];
    let mut next = Some(declared);
    while let Some(level) = next {
        let mut position = 0;
        // `assert_width` rejects wider types, but may be evaluated later.
        while position < level.own.len()
            && level.inherited as usize + position < MAX_PROPERTIES as usize
        {
            let hash = level.own[position].hash;
            let mut at = hash as usize & (N - 1);
            while table[at] != 0 {
                at = (at + 1) & (N - 1);
            }
            table[at] = fingerprint(hash, index_bits(N))
                | (level.inherited + position as u16) & index_bits(N);
            position += 1;
        }
        next = level.base;
    }
    table
}

/// Returns the number of entries for a type: a power of two.
pub(super) const fn table_size(declared: &'static StructuredType) -> usize {
    let names = declared.inherited as usize + declared.own.len();
    (2 * names).next_power_of_two()
}

/// Returns the bits of an entry without the index.
#[inline]
const fn fingerprint(hash: u32, index_bits: u16) -> u16 {
    TAKEN_BIT | (hash >> 16) as u16 & !index_bits
}

/// The number of properties to compare before the table is used: services write properties in the order of their model, some absent.
const MAX_COMPARED: usize = 8;

/// Finds the properties of a type by name, fastest in the order of the model.
pub(crate) struct Lookup {
    declared: &'static StructuredType,
    table: &'static [u16],
    /// The properties that follow the one found last, on its level.
    expected: &'static [Property],
    /// The index after the last of them.
    end: u16,
}

impl Lookup {
    /// Creates a lookup that expects the property with the index `next`.
    #[inline]
    pub(super) fn new(
        declared: &'static StructuredType,
        table: &'static [u16],
        next: u16,
    ) -> Lookup {
        let (expected, end) = properties_from(declared, next);
        Lookup {
            declared,
            table,
            expected,
            end,
        }
    }

    /// Returns the index of the property that is expected next.
    #[inline]
    pub(super) fn next(&self) -> u16 {
        self.end.wrapping_sub(self.expected.len() as u16)
    }

    /// Returns the index of the property called `name`.
    #[inline(always)]
    pub(super) fn index(&mut self, name: &str) -> Option<u16> {
        let [property, rest @ ..] = self.expected else {
            return self.search(name);
        };
        if property.has_name(name) {
            self.expected = rest;
            return Some(self.next().wrapping_sub(1));
        }
        self.skip_to(rest, name).or_else(|| self.search(name))
    }

    /// Finds a property that is not the next of its level, but one of the few after it.
    #[inline(always)]
    fn skip_to(&mut self, mut rest: &'static [Property], name: &str) -> Option<u16> {
        for _ in 0..MAX_COMPARED {
            let [property, after @ ..] = rest else { break };
            rest = after;
            if property.has_name(name) {
                self.expected = rest;
                return Some(self.next().wrapping_sub(1));
            }
        }
        None
    }

    /// Finds a property of another level, or further away.
    #[inline(never)]
    fn search(&mut self, name: &str) -> Option<u16> {
        // Control information of the object; no property has such a name.
        if name.starts_with('@') {
            return None;
        }
        if self.expected.len() <= MAX_COMPARED {
            let (level, end) = properties_from(self.declared, self.end);
            let found = level
                .iter()
                .take(MAX_COMPARED)
                .position(|it| it.has_name(name));
            if let Some(at) = found {
                self.expected = level.get(at + 1..).unwrap_or_default();
                self.end = end;
                return Some(self.next().wrapping_sub(1));
            }
        }
        self.find(name)
    }

    fn find(&mut self, name: &str) -> Option<u16> {
        let hash = hash(name);
        let index_bits = index_bits(self.table.len());
        let print = fingerprint(hash, index_bits);
        let mask = self.table.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        loop {
            let entry = *self.table.get(at)?;
            if entry & !index_bits == print {
                let index = entry & index_bits;
                let (level, end) = properties_from(self.declared, index);
                if let [property, rest @ ..] = level
                    && property.has_name(name)
                {
                    (self.expected, self.end) = (rest, end);
                    return Some(index);
                }
            } else if entry == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }
}

/// Returns the property with this index and those after it on its level, and the index after the last of them.
#[inline]
fn properties_from(declared: &'static StructuredType, index: u16) -> (&'static [Property], u16) {
    let mut level = declared;
    while index < level.inherited
        && let Some(base) = level.base
    {
        level = base;
    }
    let position = usize::from(index.wrapping_sub(level.inherited));
    (
        level.own.get(position..).unwrap_or_default(),
        level.inherited + level.own.len() as u16,
    )
}

#[cfg(test)]
mod tests {
    use crate::{
        model::{OwnProperties, Property, StructuredType},
        runtime::de::lookup::{Lookup, table, table_size},
    };

    static BASE: StructuredType = StructuredType::new(
        "\"#shop.thing\"",
        "",
        None,
        0,
        &OwnProperties::new("id\ndisplayName", [Property::of::<String>(0); 2]),
    );
    static DERIVED: StructuredType = StructuredType::new(
        "\"#shop.item\"",
        "",
        Some(&BASE),
        0,
        &OwnProperties::new(
            "a\nname\nnote\ndisplay.Name",
            [Property::of::<String>(0); 4],
        ),
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
        let table = const { &table::<16>(&DERIVED) };
        let mut lookup = Lookup::new(&DERIVED, table, 0);
        assert_eq!(table_size(&DERIVED), 16);
        assert_eq!(all.map(|it| lookup.index(it)), [0, 1, 2, 3, 4, 5].map(Some));
        assert_eq!(others.map(|it| lookup.index(it)), [None; 8]);
        let mut reversed = all;
        reversed.reverse();
        assert_eq!(
            reversed.map(|it| lookup.index(it)),
            [5, 4, 3, 2, 1, 0].map(Some)
        );
    }

    #[test]
    fn a_type_without_properties_has_none() {
        static EMPTY: StructuredType =
            StructuredType::new("\"#shop.empty\"", "", None, 0, &OwnProperties::NONE);
        for table in [&[][..], &[0]] {
            let mut lookup = Lookup::new(&EMPTY, table, 0);
            assert_eq!(["", "a", "name"].map(|it| lookup.index(it)), [None; 3]);
        }
    }
}
