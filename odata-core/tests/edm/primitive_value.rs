//! Values declared as `Edm.PrimitiveType`.

use odata_core::{
    ODataType,
    edm::{Decimal, Guid, PrimitiveValue},
};

fn read(json: &str) -> PrimitiveValue {
    serde_json::from_str(json).unwrap()
}

#[test]
fn any_primitive_is_preserved_exactly() {
    for json in [
        "true",
        "-0",
        "1.50",
        "79228162514264337593543950336",
        "\"a\\u0062\"",
    ] {
        assert_eq!(serde_json::to_string(&read(json)).unwrap(), json);
    }
}

#[test]
fn an_object_a_collection_or_null_is_not_a_primitive() {
    for json in [
        r#"{"a":1}"#,
        "[1]",
        "[]",
        "null",
        r#"{"type":"Circle","coordinates":[1,2]}"#,
    ] {
        let error = serde_json::from_str::<PrimitiveValue>(json)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("expected a string, a number, true or false"),
            "{error}"
        );
    }
    assert_eq!(
        serde_json::from_str::<Option<PrimitiveValue>>("null").unwrap(),
        None
    );
}

#[cfg(feature = "geo")]
#[test]
fn a_shape_is_a_primitive() {
    use odata_core::edm::geo::GeographyPoint;

    let value = read(r#"{"type":"Point","coordinates":[1.5,2.5]}"#);
    assert_eq!(
        value.get::<GeographyPoint>().unwrap().coordinates().y(),
        2.5
    );
}

#[test]
fn get_reads_a_primitive_as_the_requested_type() {
    let guid = read(r#""0f8fad5b-d9cb-469f-a165-70867728950e""#);
    assert_eq!(guid.get::<Guid>().unwrap().as_bytes()[0], 0x0f);
    assert!(guid.get::<i32>().is_err());
    assert_eq!(read("1.50").get::<Decimal>().unwrap().as_str(), "1.50");
    assert_eq!(read("1.50").get::<f64>().unwrap(), 1.5);
}

#[test]
fn a_primitive_value_converts_from_rust_values() {
    assert_eq!(PrimitiveValue::from(true), read("true"));
    assert_eq!(PrimitiveValue::from(-5_i64), read("-5"));
    assert_eq!(PrimitiveValue::from("a\"b"), read(r#""a\"b""#));
}

#[test]
fn a_primitive_property_accepts_the_tag_of_any_primitive() {
    assert!(PrimitiveValue::accepts("Guid") && PrimitiveValue::accepts("Edm.Int64"));
    assert!(
        PrimitiveValue::accepts("NS.Color"),
        "an enumeration, for all that is known"
    );
    assert!(!PrimitiveValue::accepts("Edm.ComplexType"));
}
