//! The table of primitives, and values with a type that only a tag names.

use odata_core::edm::Primitive;

#[test]
fn from_name_accepts_each_form_of_a_primitive_name() {
    for &primitive in Primitive::ALL {
        let name = primitive.name();
        let short = name.strip_prefix("Edm.").unwrap();
        for form in [name, short, &format!("#{short}"), &format!("#{name}")] {
            assert_eq!(Primitive::from_name(form), Some(primitive), "{form}");
        }
        assert_eq!(primitive.to_string(), name);
    }
}

#[test]
fn from_name_rejects_other_names() {
    for name in [
        "",
        "#",
        "Edm.",
        "int32",
        "Edm.int32",
        "edm.Int32",
        "##Int32",
        "Collection(Edm.Int32)",
        "Edm.Untyped",
        "Edm.EntityType",
        "NS.Int32",
    ] {
        assert_eq!(Primitive::from_name(name), None, "{name}");
    }
}

#[test]
fn the_example_of_a_primitive_is_a_valid_value() {
    for primitive in Primitive::ALL {
        assert_eq!(primitive.check(primitive.example()), Ok(()), "{primitive}");
    }
}

#[test]
fn null_is_a_value_of_every_primitive() {
    for primitive in Primitive::ALL {
        assert_eq!(primitive.check(" null "), Ok(()), "{primitive}");
    }
}

#[test]
fn a_value_that_does_not_match_its_tag_is_an_error() {
    for (primitive, json) in [
        (Primitive::Date, r#""2027-13-22""#),
        (Primitive::Date, "20270122"),
        (Primitive::DateTimeOffset, r#""2027-01-22T10:00:00""#),
        (Primitive::TimeOfDay, r#""25:00""#),
        (Primitive::Duration, r#""P1Y""#),
        (Primitive::Guid, r#""1234""#),
        (Primitive::Binary, r#""A""#),
        (Primitive::Boolean, "1"),
        (Primitive::Boolean, r#""true""#),
        (Primitive::String, "5"),
        (Primitive::String, r#""\ud800""#),
        (Primitive::Byte, "-1"),
        (Primitive::SByte, "128"),
        (Primitive::Int16, "1e2"),
        (Primitive::Int32, "1.0"),
        (Primitive::Int32, r#""1""#),
        (Primitive::Int64, r#""1""#),
        (Primitive::Int64, "9223372036854775808"),
        (Primitive::Decimal, r#""1""#),
        (Primitive::Decimal, r#""INF""#),
        (Primitive::Decimal, "true"),
        (Primitive::Decimal, "+1.5"),
        (Primitive::Double, "+1.5"),
        (Primitive::Double, ".5"),
        (Primitive::Double, "inf"),
        (Primitive::Double, "1e999"),
        (Primitive::Double, r#""inf""#),
        (Primitive::Single, "1e39"),
        (Primitive::GeographyPoint, "[1,2]"),
    ] {
        let error = primitive.check(json).unwrap_err();
        assert_eq!((error.primitive(), error.found()), (primitive, json));
    }
}

#[test]
fn a_value_that_matches_its_tag_is_accepted() {
    for (primitive, json) in [
        (Primitive::Date, r#""2027-\u0030"#.to_owned() + r#"1-22""#),
        (Primitive::Double, r#""INF""#.into()),
        (Primitive::Single, r#""NaN""#.into()),
        (Primitive::Double, "12".into()),
        (Primitive::Byte, "-0".into()),
        (Primitive::Int64, "-9223372036854775808".into()),
        (Primitive::Decimal, "1e-30".into()),
        (Primitive::Stream, r#"{"any":["json"]}"#.into()),
        (Primitive::String, r#""INF""#.into()),
    ] {
        assert_eq!(primitive.check(&json), Ok(()), "{primitive}: {json}");
    }
}

#[test]
fn ieee754_compatible_numbers_may_be_strings() {
    assert_eq!(
        Primitive::Int64.check_with(r#""9223372036854775807""#, true),
        Ok(())
    );
    assert_eq!(Primitive::Decimal.check_with(r#""78.62""#, true), Ok(()));
    assert!(Primitive::Int64.check_with(r#""1.5""#, true).is_err());
    assert!(Primitive::Int32.check_with(r#""1""#, true).is_err());
}

#[test]
fn an_integer_that_does_not_match_its_tag_has_a_fraction_or_is_out_of_range() {
    for json in ["1.0", "1e2", "-", "true"] {
        let error = Primitive::Int32.check(json).unwrap_err();
        assert!(
            error.reason().contains("without fraction or exponent"),
            "{error}"
        );
    }
    let error = Primitive::Int32.check("2147483648").unwrap_err();
    assert!(error.reason().contains("out of range"), "{error}");
    let error = Primitive::Int64.check_with(r#""""#, true).unwrap_err();
    assert!(
        error.reason().contains("without fraction or exponent"),
        "{error}"
    );
}
