//! Reading and writing options that concern primitives.

use odata_core::{
    Collection, ErrorKind, ReadOptions, Validate, Version, WriteOptions,
    edm::{Binary, Decimal},
    json::{from_str_with, to_string, to_string_with},
};
use serde::de::DeserializeOwned;

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
fn strict_options_reject_numbers_under_ieee754_compatible() {
    fn read<T>(value: &str, options: &ReadOptions) -> Result<T, odata_core::Error>
    where
        T: DeserializeOwned + Validate,
    {
        let body = format!(r#"{{"value":[{value}]}}"#);
        let mut page: Collection<T> = from_str_with(&body, options)?;
        Ok(page.value.remove(0))
    }
    let strict = ReadOptions::strict().ieee754(true);
    assert_eq!(read::<i64>(r#""-7""#, &strict).unwrap(), -7);
    assert!(read::<Decimal>(r#""12.5""#, &strict).is_ok());
    for error in [
        read::<i64>("-7", &strict).unwrap_err(),
        read::<i64>("7", &strict).unwrap_err(),
        read::<i64>("-0", &strict).unwrap_err(),
        read::<Decimal>("12.5", &strict).unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::Type, "{error}");
        let message = error.to_string();
        assert!(
            message.contains("IEEE754Compatible=true requires a string"),
            "{message}"
        );
    }
    // Other numbers are not affected, nor are payloads without the parameter or without strict options.
    assert_eq!(read::<i32>("7", &strict).unwrap(), 7);
    assert_eq!(read::<f64>("7", &strict).unwrap(), 7.0);
    for options in [ReadOptions::strict(), ReadOptions::client().ieee754(true)] {
        assert_eq!(read::<i64>("7", &options).unwrap(), 7);
        assert!(read::<Decimal>("12.5", &options).is_ok());
    }
}

#[test]
fn a_decimal_may_be_infinite_only_in_401() {
    let read =
        |version| from_str_with::<Decimal>(r#""INF""#, &ReadOptions::client().version(version));
    assert!(read(Version::V4).is_err());
    assert!(!read(Version::V401).unwrap().is_finite());
}
