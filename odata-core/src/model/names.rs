//! Packed names and their hashes.

/// Returns the hash of a name.
#[inline]
pub(crate) const fn hash(name: &str) -> u32 {
    split_first_name(name.as_bytes()).0
}

/// Splits off the first of the names, which are separated by line breaks. Returns its hash, its length in bytes and the remaining names.
///
/// This mostly runs in const evaluation, where a call costs as much as fifty steps, and each iteration of a loop as much as several. The
/// loops therefore contain no calls, and the first one processes four bytes in each iteration.
#[expect(clippy::manual_rotate, reason = "`rotate_left` would be a call")]
#[inline]
pub(super) const fn split_first_name(mut names: &[u8]) -> (u32, u16, &[u8]) {
    let (mut state, mut length) = (0_u64, 0);
    while let [a, b, c, d, rest @ ..] = names {
        if *a == b'\n' || *b == b'\n' || *c == b'\n' || *d == b'\n' {
            break;
        }
        names = rest;
        state = (state << 20 | state >> 44)
            ^ (*a as u64) << 15
            ^ (*b as u64) << 10
            ^ (*c as u64) << 5
            ^ *d as u64;
        length += 4;
    }
    while let [byte, rest @ ..] = names {
        names = rest;
        if *byte == b'\n' {
            break;
        }
        state = (state << 5 | state >> 59) ^ *byte as u64;
        length += 1;
    }
    // Multiplying by the golden ratio spreads a difference in any bit over all bits.
    let product = state as u128 * 0x9E37_79B9_7F4A_7C15;
    ((product >> 64) as u32 ^ product as u32, length, names)
}

#[cfg(test)]
mod tests {
    use crate::model::names::{hash, split_first_name};

    #[test]
    fn the_first_name_ends_at_a_line_break() {
        assert_eq!(
            split_first_name(b"id\ndisplayName"),
            (hash("id"), 2, &b"displayName"[..])
        );
        assert_eq!(
            split_first_name(b"displayName"),
            (hash("displayName"), 11, &[][..])
        );
        assert_eq!(split_first_name(b""), (hash(""), 0, &[][..]));
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
