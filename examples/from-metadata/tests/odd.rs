//! Metadata that breaks rules, or asks for names that Rust has other uses for, still gives types that read and write.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use from_metadata::odd_metadata::odd::{Below, Root, Uses};
use odata_core::json;

fn unchanged<T: serde::de::DeserializeOwned + serde::Serialize + odata_core::Validate>(body: &str) {
    let value: T = json::from_str(body).expect("the body is good");
    assert_eq!(json::to_string(&value).expect("it can be written"), body);
}

#[test]
fn what_was_left_out_is_undeclared_and_kept() {
    unchanged::<Root>(r#"{"id":1,"annotations":"a","1st":"b"}"#);
}

#[test]
fn odd_names_are_the_services_on_the_wire() {
    unchanged::<Below>(
        r##"{"@odata.type":"#odd.below","id":1,"base":"x","other":2,"foo_bar":"a","fooBar":"b","fn":"c","Self":"d","crate":"e","größe":0.5}"##,
    );
}

#[test]
fn null_is_told_from_absent() {
    unchanged::<Uses>(
        r#"{"wide":null,"bits":"a","empty":"anything","second":{"x":[1.0]},"anything":null}"#,
    );
}
