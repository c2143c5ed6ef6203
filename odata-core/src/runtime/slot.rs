//! The position of a property in its chain.

/// The position of a property among all properties of a chain, counted from the last one.
///
/// The expansion of each level matches the slots of its own properties and passes every other slot to its base, reduced by the number
/// of its own properties. Because slots are counted from the last property, they do not depend on the properties of the bases.
///
/// A navigation property is read from several members (`friend`, `friend@odata.bind`); the slot also names the member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    // One register, so that a slot costs no more than the number: the member is in the upper half.
    bits: u32,
}

/// The member of a navigation property that is read: the property itself or control information of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NavigationMember {
    /// The related value: `name`.
    Value,
    /// The links of a request: `name@odata.bind` (JSON 4.01 §8.5).
    Bind,
    /// The number of related entities: `name@odata.count` (JSON 4.01 §4.5.4).
    Count,
    /// The link to the next page: `name@odata.nextLink` (JSON 4.01 §4.5.5).
    NextLink,
}

impl Slot {
    /// Returns the slot of the property that `following` properties of the chain follow.
    #[inline]
    pub(crate) const fn new(following: u16) -> Self {
        Self {
            bits: following as u32,
        }
    }

    /// Returns the slot of another member of the same property.
    pub(crate) const fn with_member(self, member: NavigationMember) -> Self {
        Self {
            bits: self.bits | (member as u32) << 16,
        }
    }

    /// Returns the number of properties that follow this one: 0 for the last.
    #[inline]
    pub const fn number(self) -> u16 {
        self.bits as u16
    }

    /// Returns the member that is read.
    #[inline]
    pub const fn member(self) -> NavigationMember {
        match self.bits >> 16 {
            1 => NavigationMember::Bind,
            2 => NavigationMember::Count,
            3 => NavigationMember::NextLink,
            _ => NavigationMember::Value,
        }
    }

    /// Returns the slot of the same property in the base of a level that declares `own` properties.
    ///
    /// A patch type may declare fewer fields than its resource has properties. The slot of a property without a field then becomes a number
    /// that no level has, and the value is skipped.
    #[inline]
    #[must_use]
    pub const fn in_base(self, own: u16) -> Self {
        Self {
            bits: self.bits.wrapping_sub(own as u32),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NavigationMember, Slot};

    #[test]
    fn a_slot_in_the_base_has_the_same_member() {
        for member in [
            NavigationMember::Value,
            NavigationMember::Bind,
            NavigationMember::Count,
            NavigationMember::NextLink,
        ] {
            let slot = Slot::new(7).with_member(member).in_base(3);
            assert_eq!((slot.number(), slot.member()), (4, member));
        }
    }

    #[test]
    fn a_slot_that_no_level_has_is_never_a_small_number() {
        assert!(Slot::new(1).in_base(3).number() > 0xF000);
    }
}
