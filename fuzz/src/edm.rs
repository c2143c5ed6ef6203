//! Text as the Edm primitives.

use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

use odata_core::edm::{
    Binary, Date, DateTimeOffset, Decimal, Duration, Guid, Primitive, TimeOfDay,
};

/// Asserts that the canonical text of a value is read as the same value.
fn same<T: FromStr<Err: Debug + Display> + Display + PartialEq + Debug>(text: &str) {
    match text.parse::<T>() {
        Ok(value) => {
            let canonical = value.to_string();
            let again: T = canonical.parse().expect("canonical text is read");
            assert_eq!(again, value);
            assert_eq!(again.to_string(), canonical);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

pub(crate) fn texts(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    same::<Binary>(text);
    same::<Date>(text);
    same::<DateTimeOffset>(text);
    same::<Decimal>(text);
    same::<Duration>(text);
    same::<Guid>(text);
    same::<TimeOfDay>(text);
    let string = serde_json::Value::from(text).to_string();
    for primitive in Primitive::ALL {
        for json in [text, &string] {
            let plain = primitive.check(json);
            let lenient = primitive.check_with(json, true);
            assert!(
                plain.is_err() || lenient.is_ok(),
                "{primitive}: IEEE754Compatible refuses {json}"
            );
        }
    }
    // The table of primitives agrees with the types.
    let quoted = |primitive: Primitive| primitive.check(&string).is_ok();
    assert_eq!(quoted(Primitive::Date), text.parse::<Date>().is_ok());
    assert_eq!(
        quoted(Primitive::TimeOfDay),
        text.parse::<TimeOfDay>().is_ok()
    );
    assert_eq!(
        quoted(Primitive::DateTimeOffset),
        text.parse::<DateTimeOffset>().is_ok()
    );
    assert_eq!(
        quoted(Primitive::Duration),
        text.parse::<Duration>().is_ok()
    );
    assert_eq!(quoted(Primitive::Guid), text.parse::<Guid>().is_ok());
    assert_eq!(quoted(Primitive::Binary), text.parse::<Binary>().is_ok());
}
