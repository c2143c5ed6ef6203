//! A declared property.

use std::fmt;

use crate::model::{names::first, odata_type::ODataType};

/// One declared property, structural or navigation (CSDL 4.01, sections 7 and 8).
#[derive(Clone, Copy)]
pub struct Property {
    /// Its name and, after it, those of its level that follow: to cut it off here would cost the compiler more than all else does.
    names: &'static [u8],
    /// Of its own, in bytes.
    length: u16,
    /// Of its own: see [`hash`](super::hash).
    pub(crate) hash: u32,
    of: &'static TypeRef,
    pub(crate) flags: u8,
}

/// What a property says of its type, which many have.
#[doc(hidden)]
#[derive(Debug)]
pub struct TypeRef {
    pub name: &'static str,
    pub accepts: fn(&str) -> bool,
}

/// What a property says beside its name and its type, for the expansion.
#[doc(hidden)]
pub mod property_flag {
    pub const NOTHING: u8 = 0;
    pub const NULLABLE: u8 = 1;
    pub const COLLECTION: u8 = 2;
    pub const KEY: u8 = 4;
    pub const NAVIGATION: u8 = 8;
    pub const COMPUTED: u8 = 16;
    pub const LINKS: u8 = 32;
    /// It must be in what is read.
    pub const REQUIRED: u8 = 64;
    pub const NULLABLE_ITEMS: u8 = 128;
}

impl Property {
    /// For the expansion: of a type that knows its name.
    #[doc(hidden)]
    pub const fn of<T: ODataType + ?Sized>(flags: u8) -> Property {
        Property::of_named(
            const {
                &TypeRef {
                    name: T::NAME,
                    accepts: T::accepts,
                }
            },
            flags,
        )
    }

    /// For the expansion: of a type that does not.
    #[doc(hidden)]
    pub const fn of_named(of: &'static TypeRef, flags: u8) -> Property {
        Property {
            names: &[],
            length: 0,
            hash: 0,
            of,
            flags,
        }
    }

    /// For the expansion: those of a level, called by `names`, which spaces divide. One text, because a program holds every text by itself,
    /// with ten times its length beside it.
    #[doc(hidden)]
    #[expect(
        clippy::indexing_slicing,
        reason = "constant evaluation has no iterators, and an index out of bounds would be a compile error"
    )]
    pub const fn with_packed_names<const N: usize>(
        names: &'static str,
        mut own: [Property; N],
    ) -> [Property; N] {
        let (mut names, mut i) = (names.as_bytes(), 0);
        while i < N {
            let (hash, length, after) = first(names);
            own[i] = Property {
                names,
                length,
                hash,
                ..own[i]
            };
            names = after;
            i += 1;
        }
        own
    }

    /// The name on the wire.
    pub const fn name(&self) -> &'static str {
        match self.names.split_at_checked(self.length as usize) {
            Some((name, _)) => match str::from_utf8(name) {
                Ok(name) => name,
                Err(_) => "",
            },
            None => "",
        }
    }

    /// Whether that is its name, which is asked for each member that is read.
    #[inline(always)]
    pub(crate) fn is_called(&self, name: &str) -> bool {
        let length = usize::from(self.length);
        // Mostly the lengths differ.
        length == name.len()
            && (self.names.get(..length)).is_some_and(|own| same_bytes(own, name.as_bytes()))
    }

    /// The qualified name of the declared type; of the items, where [`is_collection`](Self::is_collection).
    pub const fn type_name(&self) -> &'static str {
        self.of.name
    }

    /// Whether values of the type called `name` are of the declared one.
    pub(crate) fn accepts(&self, name: &str) -> bool {
        (self.of.accepts)(name)
    }

    /// Whether null is a value of it. Of a collection: never, what may be null there are its items.
    pub const fn is_nullable(&self) -> bool {
        self.flags & property_flag::NULLABLE != 0
    }

    /// Whether null is an item of it, which is a collection then: a field of `Vec<Option<T>>`.
    pub const fn has_nullable_items(&self) -> bool {
        self.flags & property_flag::NULLABLE_ITEMS != 0
    }

    /// Whether it holds any number of values.
    pub const fn is_collection(&self) -> bool {
        self.flags & property_flag::COLLECTION != 0
    }

    /// Whether it is part of the key.
    pub const fn is_key(&self) -> bool {
        self.flags & property_flag::KEY != 0
    }

    /// Whether it is a navigation property.
    pub const fn is_navigation(&self) -> bool {
        self.flags & property_flag::NAVIGATION != 0
    }

    /// Whether its field takes the members that say something of it: `Nav` and `NavCollection`.
    pub(crate) const fn has_links(&self) -> bool {
        self.flags & property_flag::LINKS != 0
    }

    /// Whether the service computes it (`Org.OData.Core.V1.Computed`).
    pub const fn is_computed(&self) -> bool {
        self.flags & property_flag::COMPUTED != 0
    }
}

impl fmt::Debug for Property {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Property")
            .field("name", &self.name())
            .field("type_name", &self.type_name())
            .finish_non_exhaustive()
    }
}

/// Whether names of one length are the same, without a call where they are short.
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
    use super::same_bytes;

    #[test]
    fn names_are_the_same_byte_for_byte() {
        let text = b"customExtensionStageInstanceDetail";
        for length in 0..text.len() {
            let name: Vec<u8> = text.iter().copied().take(length).collect();
            assert!(same_bytes(&name, &name.clone()));
            for at in 0..length {
                let other: Vec<u8> = (name.iter().enumerate())
                    .map(|(i, byte)| if i == at { byte ^ 1 } else { *byte })
                    .collect();
                assert!(!same_bytes(&name, &other), "{name:?} at {at}");
            }
        }
    }
}
