//! Packed names and their hashes.

#![expect(
    clippy::manual_rotate,
    reason = "`rotate_left` would be a call, which takes long in const evaluation"
)]

/// Splits off the first of the names, which are bytes separated by line breaks: `names` keeps the others. Evaluates to its hash and its length
/// in bytes.
///
/// This mostly runs in const evaluation, where a call costs as much as fifty steps, and each iteration of a loop as much as several. It is
/// therefore a macro without calls, and its first loop processes four bytes in each iteration.
macro_rules! split_first_name {
    ($names:ident) => {{
        let (mut state, mut length) = (0_u64, 0_u16);
        while let [a, b, c, d, rest @ ..] = $names {
            if *a == b'\n' || *b == b'\n' || *c == b'\n' || *d == b'\n' {
                break;
            }
            $names = rest;
            state = (state << 20 | state >> 44)
                ^ (*a as u64) << 15
                ^ (*b as u64) << 10
                ^ (*c as u64) << 5
                ^ *d as u64;
            length += 4;
        }
        while let [byte, rest @ ..] = $names {
            $names = rest;
            if *byte == b'\n' {
                break;
            }
            state = (state << 5 | state >> 59) ^ *byte as u64;
            length += 1;
        }
        // Multiplying by the golden ratio spreads a difference in any bit over all bits.
        let product = state as u128 * 0x9E37_79B9_7F4A_7C15;
        ((product >> 64) as u32 ^ product as u32, length)
    }};
}

pub(super) use split_first_name;

/// Returns the hash of a name.
#[inline]
pub(crate) const fn hash(name: &str) -> u32 {
    let mut names = name.as_bytes();
    split_first_name!(names).0
}

#[cfg(test)]
mod tests {
    use crate::model::names::hash;

    #[test]
    fn the_first_name_ends_at_a_line_break() {
        let mut names = &b"id\ndisplayName"[..];
        assert_eq!(split_first_name!(names), (hash("id"), 2));
        assert_eq!(names, b"displayName");
        assert_eq!(split_first_name!(names), (hash("displayName"), 11));
        assert_eq!(names, b"");
        assert_eq!(split_first_name!(names), (hash(""), 0));
    }

    #[test]
    fn similar_names_have_different_hashes() {
        let names = [
            "customExtensionStageInstanceId",
            "customExtensionStageInstanceDetail",
            "createdDateTime",
            "deletedDateTime",
            "updatedDateTime",
            "",
            "a",
            "b",
        ];
        let mut hashes = names.map(hash).to_vec();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), names.len());
    }
}
