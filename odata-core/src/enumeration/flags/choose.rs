//! Finds the fewest members that have given bits.

use std::fmt;

use crate::enumeration::{
    enum_type::{EnumType, Member},
    flags::names::Names,
};

/// The indices of members, in source order. There are at most 63, since each adds a bit and the values of flags are not negative.
pub(super) struct Chosen {
    indices: [u16; 63],
    count: usize,
}

impl Chosen {
    fn add(&mut self, index: u16) {
        if let Some(slot) = self.indices.get_mut(self.count) {
            *slot = index;
            self.count += 1;
        }
    }

    fn sort(&mut self) {
        if let Some(chosen) = self.indices.get_mut(..self.count) {
            chosen.sort_unstable();
        }
    }
}

impl IntoIterator for Chosen {
    type Item = u16;
    type IntoIter = std::iter::Take<std::array::IntoIter<u16, 63>>;

    fn into_iter(self) -> Self::IntoIter {
        self.indices.into_iter().take(self.count)
    }
}

/// Returns the members that have these bits, and the bits that no member has. A member with exactly these bits is preferred; else the
/// largest member that fits the remaining bits is chosen repeatedly.
pub(super) fn members(ty: &EnumType, bits: i64) -> (Chosen, i64) {
    let mut chosen = Chosen {
        indices: [0; 63],
        count: 0,
    };
    if let Some(exact) = ty.index_of_value(bits) {
        chosen.add(exact);
        return (chosen, 0);
    }
    let mut rest = bits;
    choose(ty, &mut chosen, &mut rest, |value, rest| value & !rest == 0);
    // The remaining bits need members that share bits with those already chosen.
    choose(ty, &mut chosen, &mut rest, |value, _| value & !bits == 0);
    chosen.sort();
    (chosen, rest)
}

/// Chooses members from the largest to the smallest that satisfy `predicate` and have a remaining bit.
fn choose(
    ty: &EnumType,
    chosen: &mut Chosen,
    rest: &mut i64,
    predicate: impl Fn(i64, i64) -> bool,
) {
    let mut previous = None;
    while *rest != 0 {
        let largest = (0..)
            .zip(ty.members)
            .filter(|(_, it)| it.value > 0 && previous.is_none_or(|previous| it.value < previous))
            .max_by_key(|(_, it)| it.value);
        let Some((index, Member { value, .. })) = largest else {
            return;
        };
        if *value & *rest != 0 && predicate(*value, *rest) {
            chosen.add(index);
            *rest &= !value;
        }
        previous = Some(*value);
    }
}

/// Writes the members, the bits that no member has, and the unknown names. A value with unknown names that was not changed is written
/// as it was read.
pub(super) fn write(
    ty: &EnumType,
    bits: i64,
    unknown: &Names,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if let Some(text) = unknown.text() {
        return f.write_str(text);
    }
    let mut separator = "";
    if bits != 0 || unknown.is_empty() {
        let (chosen, rest) = members(ty, bits);
        for index in chosen {
            write!(f, "{separator}{}", ty.name_at(index))?;
            separator = ",";
        }
        if rest != 0 || separator.is_empty() {
            write!(f, "{separator}{rest}")?;
            separator = ",";
        }
    }
    for name in unknown.iter() {
        write!(f, "{separator}{name}")?;
        separator = ",";
    }
    Ok(())
}
