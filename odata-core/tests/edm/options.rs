//! Reading and writing options that concern primitives.

use odata_core::{
    ReadOptions, Version, WriteOptions,
    edm::{Binary, Decimal},
    json::{from_str_with, to_string, to_string_with},
};

#[test]
fn standard_base64_is_an_option_of_writing() {
    let bytes = Binary::from([0xFB, 0xFF]);
    assert_eq!(to_string(&bytes).unwrap(), r#""-_8=""#);
    let read: Binary = "-_8".parse().unwrap();
    let standard = WriteOptions::new().standard_base64(true);
    for bytes in [bytes, read] {
        assert_eq!(to_string_with(&bytes, &standard).unwrap(), r#""+/8=""#);
    }
    assert_eq!(WriteOptions::microsoft(), standard);
}

#[test]
fn a_decimal_is_a_string_under_ieee754_compatible() {
    let price: Decimal = "78.10".parse().unwrap();
    let compatible = WriteOptions::new().ieee754(true);
    assert_eq!(to_string_with(&price, &compatible).unwrap(), r#""78.10""#);
    let compatible = ReadOptions::client().ieee754(true);
    let read: Decimal = from_str_with(r#""78.10""#, &compatible).unwrap();
    assert_eq!(read.as_str(), "78.10");
    assert!(from_str_with::<Decimal>(r#""78.10""#, &ReadOptions::client()).is_err());
}

#[test]
fn a_decimal_may_be_infinite_only_in_401() {
    let read =
        |version| from_str_with::<Decimal>(r#""INF""#, &ReadOptions::client().version(version));
    assert!(read(Version::V4).is_err());
    assert!(!read(Version::V401).unwrap().is_finite());
}
