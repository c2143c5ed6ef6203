//! Names one after the other, and their hash.

/// The hash of a name.
#[inline]
pub(crate) const fn hash(name: &str) -> u32 {
    first(name.as_bytes()).0
}

/// Of the first of names that spaces divide: its hash, its length in bytes, and what comes after it.
///
/// Most of this runs in the compiler, for which a call is as dear as fifty of these steps: so there is none, and both are done at once.
#[expect(clippy::manual_rotate, reason = "`rotate_left` would be a call")]
#[inline]
pub(super) const fn first(mut names: &[u8]) -> (u32, u16, &[u8]) {
    let (mut state, mut length) = (0_u64, 0);
    while let [byte, rest @ ..] = names {
        names = rest;
        if *byte == b' ' {
            break;
        }
        state = (state << 5 | state >> 59) ^ *byte as u64;
        length += 1;
    }
    // The golden ratio's digits spread what differs in any bit to all of them.
    let product = state as u128 * 0x9E37_79B9_7F4A_7C15;
    ((product >> 64) as u32 ^ product as u32, length, names)
}

#[cfg(test)]
mod tests {
    use crate::model::names::{first, hash};

    #[test]
    fn the_first_name_ends_at_a_space() {
        assert_eq!(
            first(b"id displayName"),
            (hash("id"), 2, &b"displayName"[..])
        );
        assert_eq!(first(b"displayName"), (hash("displayName"), 11, &[][..]));
        assert_eq!(first(b""), (hash(""), 0, &[][..]));
    }

    #[test]
    fn names_that_look_alike_differ() {
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
