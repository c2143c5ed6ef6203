//! From a member's name to its place among the properties of one level.

use super::Property;

/// The place of the property called `name` among `own`.
///
/// `by_length`, which the derive writes, sorts the places by the length of their names: the shortest length; how many lengths there are; for
/// each, how many names are shorter, and of the next after the last; then the places. It is empty where a level declares more than a byte
/// counts. A `match` is as fast, but it becomes twenty times as much code, which every type that derives has to carry.
pub(super) fn find(by_length: &[u8], own: &'static [Property], name: &str) -> Option<u16> {
    let [shortest, lengths, rest @ ..] = by_length else {
        let at = own.iter().position(|it| it.name == name)?;
        return u16::try_from(at).ok();
    };
    let lengths = usize::from(*lengths);
    let at = name.len().wrapping_sub(usize::from(*shortest));
    if at >= lengths {
        return None;
    }
    let (starts, places) = rest.split_at_checked(lengths + 1)?;
    let (from, to) = (*starts.get(at)?, *starts.get(at + 1)?);
    let candidates = places.get(usize::from(from)..usize::from(to))?;
    for place in candidates {
        let property = own.get(usize::from(*place))?;
        if same(property.name.as_bytes(), name.as_bytes()) {
            return Some(u16::from(*place));
        }
    }
    None
}

/// Whether two names of one length are the same, without a call: names are short.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    let (mut left, mut right) = (a, b);
    while let (Some((x, rest)), Some((y, other))) = (
        left.split_first_chunk::<8>(),
        right.split_first_chunk::<8>(),
    ) {
        if x != y {
            return false;
        }
        (left, right) = (rest, other);
    }
    if left.is_empty() {
        return true;
    }
    match (a.last_chunk::<8>(), b.last_chunk::<8>()) {
        (Some(x), Some(y)) => x == y,
        _ => left.iter().eq(right),
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::model::Property;

    #[test]
    fn a_name_is_found_among_those_of_its_length() {
        static OWN: [Property; 4] =
            Property::called("name displayName id note", [Property::of::<String>(0); 4]);
        let by_length = [2, 10, 0, 1, 1, 3, 3, 3, 3, 3, 3, 3, 4, 2, 0, 3, 1];
        let others = [
            "",
            "i",
            "ID",
            "nam",
            "nama",
            "displayNamf",
            "displayNames",
            "Bisplayname",
        ];
        for table in [&by_length[..], &[]] {
            let found = |name| find(table, &OWN, name);
            assert_eq!(
                ["name", "displayName", "id", "note"].map(found),
                [0, 1, 2, 3].map(Some)
            );
            assert_eq!(others.map(found), [None; 8]);
        }
    }
}
