//! Types from metadata with faults, or with names that Rust reserves, read and write.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use from_metadata::odd_metadata::odd::{Below, Root, Uses};
use odata_core::json;

fn assert_round_trip<T: serde::de::DeserializeOwned + serde::Serialize + odata_core::Validate>(
    body: &str,
) {
    let value: T = json::from_str(body).expect("a valid body");
    assert_eq!(
        json::to_string(&value).expect("a value that can be written"),
        body
    );
}

#[test]
fn a_property_whose_name_is_not_an_identifier_has_a_field() {
    assert_round_trip::<Root>(r#"{"id":1,"1st":"b","annotations":"a"}"#);
}

#[test]
fn json_has_the_original_names() {
    assert_round_trip::<Below>(
        r##"{"@odata.type":"#odd.below","id":1,"base":"x","other":2,"foo_bar":"a","fooBar":"b","fn":"c","Self":"d","crate":"e","größe":0.5}"##,
    );
}

#[test]
fn null_and_absent_are_distinguished() {
    assert_round_trip::<Uses>(
        r#"{"wide":null,"bits":"a","empty":"anything","second":{"x":[1.0]},"anything":null}"#,
    );
}
