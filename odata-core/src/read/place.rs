//! From a member's name to its place among the properties of one level.

use super::UNKNOWN;

/// The place of `key` among `names`, which are sorted by length: those of `shortest + i` bytes are at `starts[i]..starts[i + 1]`.
///
/// A `match` is as fast, but it becomes twenty times as much code, which every type that derives has to carry.
pub fn place(key: &str, shortest: usize, starts: &[u16], names: &[(&str, u16)]) -> u16 {
    let at = key.len().wrapping_sub(shortest);
    let (Some(from), Some(to)) = (starts.get(at), starts.get(at.wrapping_add(1))) else {
        return UNKNOWN;
    };
    let candidates = names.get(usize::from(*from)..usize::from(*to));
    for (name, place) in candidates.unwrap_or_default() {
        if same(name.as_bytes(), key.as_bytes()) {
            return *place;
        }
    }
    UNKNOWN
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
    use super::{UNKNOWN, place};

    #[test]
    fn a_name_is_found_among_those_of_its_length() {
        let names = [("id", 2), ("name", 0), ("note", 3), ("displayName", 1)];
        let starts = [0, 1, 1, 3, 3, 3, 3, 3, 3, 3, 4];
        let found = |key| place(key, 2, &starts, &names);
        assert_eq!(
            ["name", "displayName", "id", "note"].map(found),
            [0, 1, 2, 3]
        );
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
        assert_eq!(others.map(found), [UNKNOWN; 8]);
    }
}
