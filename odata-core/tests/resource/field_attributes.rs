//! Attributes of fields: `with`, `edm`, `skip`, `borrow`, `control`, `etag` and `id`.

use std::{borrow::Cow, time::Duration};

use odata_core::{ControlInformation, ODataResource, json};
use serde::{Deserialize, Serialize};

mod seconds {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(
        it: &Option<Duration>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        it.map(|it| it.as_secs()).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Duration>, D::Error> {
        Option::<u64>::deserialize(deserializer).map(|it| it.map(Duration::from_secs))
    }
}

/// A type of the user that derives serde's traits.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Money {
    amount: i64,
    currency: String,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(with = seconds, edm = "Edm.Int64")]
    wait: Option<Duration>,
    #[odata(edm = "shop.money")]
    total: Option<Money>,
    #[odata(skip)]
    cached: Vec<u8>,
    #[odata(control)]
    control: ControlInformation,
    #[odata(etag)]
    version: Option<String>,
    #[odata(id)]
    link: Option<String>,
}

#[test]
fn with_etag_and_id_fields_round_trip() {
    let text = r#"{"@odata.id":"orders(1)","@odata.etag":"W/\"1\"","@odata.editLink":"o","wait":90,"total":{"amount":1,"currency":"EUR"}}"#;
    let order: Order = json::from_str(text).unwrap();
    assert_eq!(order.wait, Some(Duration::from_secs(90)));
    assert_eq!(order.total.as_ref().unwrap().currency, "EUR");
    assert_eq!(
        (order.version.as_deref(), order.link.as_deref()),
        (Some("W/\"1\""), Some("orders(1)"))
    );
    assert_eq!(order.control.iter().count(), 1);
    assert_eq!(json::to_string(&order).unwrap(), text);
}

#[test]
fn a_skipped_field_is_not_a_property() {
    let order: Order = json::from_str(r#"{"cached":[1]}"#).unwrap();
    assert!(order.cached.is_empty());
    assert!(Order::TYPE.property("cached").is_none());
    assert_eq!(
        json::to_string(&Order {
            cached: vec![1],
            ..order
        })
        .unwrap(),
        "{}"
    );
}

#[test]
fn edm_names_the_type_in_the_description() {
    assert_eq!(
        Order::TYPE.property("total").unwrap().type_name(),
        "shop.money"
    );
    assert_eq!(
        Order::TYPE.property("wait").unwrap().type_name(),
        "Edm.Int64"
    );
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct View<'a> {
    id: &'a str,
    #[odata(borrow)]
    note: Option<Cow<'a, str>>,
    owned: Option<Cow<'a, str>>,
}

#[test]
fn borrowed_text_is_read_without_copying() {
    let text = r#"{"id":"1","note":"plain","owned":"x"}"#;
    let view: View<'_> = json::from_str(text).unwrap();
    assert!(text.as_bytes().as_ptr_range().contains(&view.id.as_ptr()));
    assert!(matches!(view.note, Some(Cow::Borrowed("plain"))));
    let escaped: View<'_> = json::from_str(r#"{"id":"1","note":"a\nb"}"#).unwrap();
    assert!(matches!(escaped.note, Some(Cow::Owned(_))));
}

crate::round_trip::round_trips! {
    types: [Order, View<'_>],
    hierarchies: [],
    enumerations: [],
    values: ["wait": "5"],
}
