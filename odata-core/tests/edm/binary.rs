use odata_core::edm::Binary;

use crate::{assert_errors, assert_preserved, rewrite};

#[test]
fn base64url_is_written_as_it_was_read() {
    assert_preserved::<Binary>(&["", "AA", "AAA", "AAAA", "aGVsbG8", "-_-_", "_w", "__8"]);
}

#[test]
fn both_alphabets_and_padding_are_read() {
    for (text, canonical) in [
        ("AA==", "AA"),
        ("AAA=", "AAA"),
        ("+/+/", "-_-_"),
        ("/w==", "_w"),
        ("//8=", "__8"),
        ("__8=", "__8"),
        ("+_-/", "-_-_"),
    ] {
        assert_eq!(rewrite::<Binary>(text), canonical);
    }
}

#[test]
fn a_truncated_or_altered_text_is_an_error() {
    assert_errors::<Binary>(&[
        ("Q", "of this length"),
        ("AAAAQ", "of this length"),
        ("AB", "bits set beyond"),
        ("AAB", "bits set beyond"),
        ("AB==", "bits set beyond"),
        ("AAB=", "bits set beyond"),
        ("AA=", "only at its end"),
        ("AAA==", "only at its end"),
        ("=", "of this length"),
        ("====", "only at its end"),
        ("AAAA====", "only at its end"),
        ("AA==AAAA", "only at its end"),
        ("AA A", "only at its end"),
        ("AAA\n", "only at its end"),
        ("AAé", "only at its end"),
    ]);
    assert!(serde_json::from_str::<Binary>("[1,2]").is_err());
}

#[test]
fn to_standard_base64_writes_the_standard_alphabet_with_padding() {
    let text = |bytes: &[u8]| Binary::from(bytes).to_standard_base64();
    assert_eq!(
        [
            text(&[]),
            text(&[0xFF]),
            text(&[0xFF, 0xFE]),
            text(&[0xFB, 0xFF, 0xBF])
        ],
        ["", "/w==", "//4=", "+/+/"]
    );
}

#[test]
fn every_length_and_every_byte_round_trips() {
    let bytes: Vec<u8> = (0..=255).collect();
    for length in 0..bytes.len() {
        let binary = Binary::from(&bytes[length..]);
        assert_eq!(binary.to_string().parse::<Binary>().unwrap(), binary);
        assert_eq!(
            binary.to_standard_base64().parse::<Binary>().unwrap(),
            binary
        );
        assert_eq!(Vec::from(binary), bytes[length..]);
    }
}

#[test]
fn a_binary_derefs_to_bytes() {
    let binary = Binary::from([1, 2, 3]);
    assert_eq!(
        (binary.len(), binary.first(), binary.as_ref()),
        (3, Some(&1), &[1_u8, 2, 3][..])
    );
    assert_eq!(format!("{binary:?}"), "Binary(AQID)");
    assert!(Binary::default().is_empty());
}
