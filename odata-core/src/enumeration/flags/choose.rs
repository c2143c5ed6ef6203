//! From bits to as few members as have them all.

use std::fmt;

use crate::enumeration::{
    enum_type::{EnumType, Member},
    flags::names::Names,
};

/// The positions of members, in source order. Each brings a bit of its own, so that there are no more than 63: the values of flags
/// are not negative.
pub(super) struct Chosen {
    positions: [u16; 63],
    count: usize,
}

impl Chosen {
    fn add(&mut self, position: u16) {
        if let Some(slot) = self.positions.get_mut(self.count) {
            *slot = position;
            self.count += 1;
        }
    }

    fn sort(&mut self) {
        if let Some(chosen) = self.positions.get_mut(..self.count) {
            chosen.sort_unstable();
        }
    }
}

impl IntoIterator for Chosen {
    type Item = u16;
    type IntoIter = std::iter::Take<std::array::IntoIter<u16, 63>>;

    fn into_iter(self) -> Self::IntoIter {
        self.positions.into_iter().take(self.count)
    }
}

/// The members that have these bits, and the bits that no member has: one that has exactly these, else the largest that fits into
/// what is left, and again.
pub(super) fn members(ty: &EnumType, bits: i64) -> (Chosen, i64) {
    let mut chosen = Chosen {
        positions: [0; 63],
        count: 0,
    };
    if let Some(exact) = ty.index_of_value(bits) {
        chosen.add(exact);
        return (chosen, 0);
    }
    let mut rest = bits;
    take(ty, &mut chosen, &mut rest, |value, rest| value & !rest == 0);
    // Members that share bits with those already chosen, where there is no other way to name what is left.
    take(ty, &mut chosen, &mut rest, |value, _| value & !bits == 0);
    chosen.sort();
    (chosen, rest)
}

/// Takes members from the largest down, each that may be taken and has a bit that is left.
fn take(ty: &EnumType, chosen: &mut Chosen, rest: &mut i64, may: impl Fn(i64, i64) -> bool) {
    let mut below = None;
    while *rest != 0 {
        let largest = (0..)
            .zip(ty.members)
            .filter(|(_, it)| it.value > 0 && below.is_none_or(|below| it.value < below))
            .max_by_key(|(_, it)| it.value);
        let Some((position, Member { value, .. })) = largest else {
            return;
        };
        if *value & *rest != 0 && may(*value, *rest) {
            chosen.add(position);
            *rest &= !value;
        }
        below = Some(*value);
    }
}

/// Writes the members, bits that have no name, and unlisted names; where there are such names and nothing has changed, what came.
pub(super) fn write(
    ty: &EnumType,
    bits: i64,
    unlisted: &Names,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if let Some(text) = unlisted.text() {
        return f.write_str(text);
    }
    let mut separator = "";
    if bits != 0 || unlisted.is_empty() {
        let (chosen, rest) = members(ty, bits);
        for position in chosen {
            write!(f, "{separator}{}", ty.name_at(position))?;
            separator = ",";
        }
        if rest != 0 || separator.is_empty() {
            write!(f, "{separator}{rest}")?;
            separator = ",";
        }
    }
    for name in unlisted.iter() {
        write!(f, "{separator}{name}")?;
        separator = ",";
    }
    Ok(())
}
