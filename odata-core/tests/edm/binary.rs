use std::{cmp::Ordering, collections::HashSet};

use odata_core::edm::Binary;

use crate::{assert_errors, assert_preserved};

#[test]
fn both_alphabets_are_read_and_written_back_with_or_without_padding() {
    assert_preserved::<Binary>(&[
        "", "AA", "AAA", "AAAA", "aGVsbG8", "-_-_", "_w", "__8", "AA==", "AAA=", "+/+/", "/w==",
        "//8=", "__8=", "_w==", "/w", "//8",
    ]);
}

#[test]
fn a_new_value_is_base64url_with_padding() {
    let text = |bytes: &[u8]| Binary::from(bytes).to_string();
    assert_eq!(
        [
            text(&[]),
            text(&[0xFF]),
            text(&[0xFF, 0xFE]),
            text(&[0xFB, 0xFF, 0xBF])
        ],
        ["", "_w==", "__4=", "-_-_"]
    );
    assert_eq!(Binary::default().to_string(), "");
}

#[test]
fn the_form_of_the_text_does_not_affect_equality_order_and_hash() {
    let texts = ["-_8", "-_8=", "+/8", "+/8="];
    let all: HashSet<Binary> = texts.iter().map(|text| text.parse().unwrap()).collect();
    let new = Binary::from([0xFB, 0xFF]);
    assert_eq!(all, [new.clone()].into());
    for text in texts {
        assert_eq!(text.parse::<Binary>().unwrap().cmp(&new), Ordering::Equal);
    }
    assert!(new < Binary::from([0xFC]));
}

#[test]
fn a_truncated_or_altered_text_is_an_error() {
    assert_errors::<Binary>(&[
        ("Q", "cannot have this length"),
        ("AAAAQ", "cannot have this length"),
        ("AB", "bits set beyond"),
        ("AAB", "bits set beyond"),
        ("AB==", "bits set beyond"),
        ("AAB=", "bits set beyond"),
        ("AA=", "only at its end"),
        ("AAA==", "only at its end"),
        ("=", "cannot have this length"),
        ("====", "only at its end"),
        ("AAAA====", "only at its end"),
        ("AA==AAAA", "only at its end"),
        ("AA A", "only at its end"),
        ("AAA\n", "only at its end"),
        ("AAé", "only at its end"),
        ("+_-/", "- and _ or + and /"),
        ("-A+A", "- and _ or + and /"),
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
        assert_eq!(binary.clone().into_bytes(), bytes[length..]);
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
