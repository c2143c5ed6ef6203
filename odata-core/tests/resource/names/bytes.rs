//! Names that a parser passes as bytes.

use super::*;

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Parcel {
    shipping_note: Option<i32>,
    #[odata(name = "Größe")]
    size: Option<i32>,
}

#[test]
fn a_name_in_bytes_is_compared_after_its_escapes() {
    let parcel = Parcel {
        shipping_note: Some(1),
        size: Some(4),
    };
    for body in [
        r#"{"shippingNote":1,"Größe":4}"#,
        r#"{"\u0073hippingNote":1,"Gr\u00f6\u00dfe":4}"#,
        r#"{"shippingNote":1,"größe":1,"a\n\"b":2,"Größe":4}"#,
    ] {
        assert_eq!(
            serde_json::from_slice::<Parcel>(body.as_bytes()).unwrap(),
            parcel,
            "{body}"
        );
        assert_eq!(serde_json::from_str::<Parcel>(body).unwrap(), parcel);
        assert_eq!(json::from_slice::<Parcel>(body.as_bytes()).unwrap(), parcel);
    }
}

#[test]
fn a_name_that_is_not_text_is_the_error_of_the_parser() {
    for body in [
        &b"{\"no\xfft\":1}"[..],
        br#"{"\ud800":1}"#,
        b"{\"a\nb\":1}",
        b"{\"\\u0061\nb\":1}",
        b"{1:1}",
    ] {
        let by_parser = serde_json::from_slice::<serde_json::Value>(body).unwrap_err();
        let error = serde_json::from_slice::<Parcel>(body).unwrap_err();
        assert_eq!(error.to_string(), by_parser.to_string());
        assert!(json::from_slice::<Parcel>(body).is_err());
    }
}

#[derive(Debug, Default, ODataResource)]
#[odata(namespace = "shop", open, write_type = "never")]
struct Bag {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[test]
fn an_undeclared_name_in_bytes_is_preserved_as_text() {
    let body = r#"{"größe":1,"a\n\"b":2}"#;
    let bag: Bag = serde_json::from_slice(body.as_bytes()).unwrap();
    assert_eq!(bag.more.len(), 2);
    assert_eq!(serde_json::to_string(&bag).unwrap(), body);
}

crate::round_trip::round_trips! {
    types: [Parcel, Bag],
    hierarchies: [],
    enumerations: [],
}
