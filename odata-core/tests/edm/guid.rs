use odata_core::edm::Guid;

use crate::{assert_errors, assert_preserved, rewrite};

#[test]
fn a_lower_case_guid_is_written_as_it_was_read() {
    assert_preserved::<Guid>(&[
        "0f8fad5b-d9cb-469f-a165-70867728950e",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
    ]);
}

#[test]
fn upper_and_mixed_case_are_read() {
    for text in [
        "0F8FAD5B-D9CB-469F-A165-70867728950E",
        "0f8Fad5B-d9cB-469f-A165-70867728950e",
    ] {
        assert_eq!(
            rewrite::<Guid>(text),
            "0f8fad5b-d9cb-469f-a165-70867728950e"
        );
    }
}

#[test]
fn another_form_of_a_guid_is_an_error() {
    let reason = "groups of 8-4-4-4-12";
    assert_errors::<Guid>(&[
        ("", reason),
        ("0f8fad5bd9cb469fa16570867728950e", reason),
        ("{0f8fad5b-d9cb-469f-a165-70867728950e}", reason),
        ("(0f8fad5b-d9cb-469f-a165-70867728950e)", reason),
        ("urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e", reason),
        ("0f8fad5b-d9cb-469f-a165-70867728950", reason),
        ("0f8fad5b-d9cb-469f-a165-70867728950e0", reason),
        ("0f8fad5b-d9cb-469f-a165-7086772895g0", reason),
        ("0f8fad5bd-9cb-469f-a165-70867728950e", reason),
        ("0f8fad5b-d9cb-469f-a165_70867728950e", reason),
        ("-f8fad5b-d9cb-469f-a165-70867728950e", reason),
        ("0f8fad5b-d9cb-469f-a165-7086772895é", reason),
        ("0f8fad5b-d9cb-469f-a165-7086772895é0", reason),
    ]);
    assert!(serde_json::from_str::<Guid>("15").is_err());
}

#[test]
fn the_bytes_of_a_guid_have_the_order_of_its_text() {
    let guid: Guid = "00112233-4455-6677-8899-aabbccddeeff".parse().unwrap();
    assert_eq!(guid.as_bytes()[..4], [0x00, 0x11, 0x22, 0x33]);
    assert_eq!(guid.as_u128(), 0x0011_2233_4455_6677_8899_aabb_ccdd_eeff);
    assert_eq!(Guid::from_u128(guid.as_u128()), guid);
    assert!(Guid::default().is_nil() && !guid.is_nil());
    assert!(Guid::NIL < guid);
    assert_eq!(
        format!("{guid:?}"),
        "Guid(00112233-4455-6677-8899-aabbccddeeff)"
    );
}

#[test]
fn each_position_accepts_a_hex_digit_or_a_hyphen() {
    let text = "0f8fad5b-d9cb-469f-a165-70867728950e";
    for place in 0..text.len() {
        let hyphen = text.as_bytes()[place] == b'-';
        for character in (0..128).map(char::from) {
            let mut other = text.to_owned();
            other.replace_range(place..=place, &character.to_string());
            let taken = if hyphen {
                character == '-'
            } else {
                character.is_ascii_hexdigit()
            };
            match other.parse::<Guid>() {
                Ok(guid) => assert_eq!(guid.to_string(), other.to_lowercase()),
                Err(_) => assert!(!taken, "{other}"),
            }
            assert_eq!(other.parse::<Guid>().is_ok(), taken, "{other}");
        }
    }
}
