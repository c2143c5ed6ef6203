//! Conversions preserve the value or are errors.

use std::{
    fmt::Debug,
    time::{Duration as StdDuration, SystemTime, UNIX_EPOCH},
};

use odata_core::edm::{ConversionError, DateTimeOffset, Duration};

pub(crate) fn read<T: std::str::FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// Each text is a value of `A` that has no equal in `B`.
#[cfg(any(
    feature = "chrono",
    feature = "jiff",
    feature = "time",
    feature = "rust_decimal",
    feature = "bigdecimal"
))]
#[track_caller]
pub(crate) fn no_way<A, B>(texts: &[&str])
where
    A: std::str::FromStr<Err: Debug>,
    B: TryFrom<A, Error = ConversionError> + Debug,
{
    for text in texts {
        let error = B::try_from(read(text)).unwrap_err();
        assert_eq!(error.value(), *text);
    }
}

#[test]
fn a_failed_conversion_names_value_and_type() {
    let error: ConversionError = StdDuration::try_from(read::<Duration>("-P1D")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "-P1D cannot be converted exactly to std::time::Duration"
    );
    assert_eq!(
        (error.value(), error.target()),
        ("-P1D", "std::time::Duration")
    );
}

#[test]
fn system_time_converts() {
    for (text, time) in [
        ("1970-01-01T00:00:00Z", UNIX_EPOCH),
        (
            "1970-01-01T00:00:01.5Z",
            UNIX_EPOCH + StdDuration::from_millis(1500),
        ),
        (
            "1969-12-31T23:59:58.5Z",
            UNIX_EPOCH - StdDuration::from_millis(1500),
        ),
        (
            "1969-12-31T23:59:58Z",
            UNIX_EPOCH - StdDuration::from_secs(2),
        ),
    ] {
        let value: DateTimeOffset = time.try_into().unwrap();
        assert_eq!(value.to_string(), text);
        assert_eq!(SystemTime::try_from(value).unwrap(), time);
    }
    assert!(
        SystemTime::try_from(read::<DateTimeOffset>("1970-01-01T00:00:00.0000000001Z")).is_err()
    );
}

#[test]
fn std_duration_converts() {
    let length: Duration = StdDuration::from_millis(90_500).try_into().unwrap();
    assert_eq!(length.to_string(), "PT1M30.5S");
    assert_eq!(
        StdDuration::try_from(length),
        Ok(StdDuration::from_millis(90_500))
    );
    assert!(Duration::try_from(StdDuration::MAX).is_err());
    assert!(StdDuration::try_from(read::<Duration>("PT0.0000000001S")).is_err());
}

#[cfg(feature = "uuid")]
#[test]
fn uuid_converts() {
    use odata_core::edm::Guid;

    let guid: Guid = read("0f8fad5b-d9cb-469f-a165-70867728950e");
    let uuid = uuid::Uuid::from(guid);
    assert_eq!(uuid.to_string(), guid.to_string());
    assert_eq!(Guid::from(uuid), guid);
}

#[cfg(feature = "rust_decimal")]
#[test]
fn rust_decimal_converts() {
    use odata_core::edm::Decimal;
    use rust_decimal::Decimal as Other;

    for (text, other) in [
        ("0", "0"),
        ("-1.50", "-1.50"),
        ("1e3", "1000"),
        ("2.50e-3", "0.00250"),
        (
            "79228162514264337593543950335",
            "79228162514264337593543950335",
        ),
        (
            "0.0000000000000000000000000001",
            "0.0000000000000000000000000001",
        ),
        ("1.00000000000000000000000000000000000000000000", "1"),
    ] {
        let value = Other::try_from(read::<Decimal>(text)).unwrap();
        assert_eq!(value.to_string(), other);
        assert_eq!(Decimal::from(value), read(text));
        assert_eq!(Decimal::from(value).as_str(), other);
    }
    no_way::<Decimal, Other>(&[
        "79228162514264337593543950336",
        "0.00000000000000000000000000001",
        "1e29",
        "1e2147483647",
        "1e-2147483648",
        "INF",
        "-INF",
        "NaN",
    ]);
}

#[cfg(feature = "bigdecimal")]
#[test]
fn bigdecimal_converts() {
    use bigdecimal::BigDecimal;
    use odata_core::edm::Decimal;

    for (text, other) in [
        ("0", "0"),
        ("-1.50", "-1.50"),
        ("1e3", "1e3"),
        ("15e-9", "0.000000015"),
        ("1E+2000000000", "1e2000000000"),
        (
            "79228162514264337593543950336.5",
            "79228162514264337593543950336.5",
        ),
    ] {
        let value = BigDecimal::try_from(read::<Decimal>(text)).unwrap();
        let back = Decimal::try_from(value).unwrap();
        assert_eq!((back.as_str(), &back), (other, &read(text)));
    }
    no_way::<Decimal, BigDecimal>(&["INF", "-INF", "NaN"]);
    let long: BigDecimal = "7".repeat(2000).parse().unwrap();
    assert!(Decimal::try_from(long).is_err());
}
