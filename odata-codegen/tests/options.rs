//! The Rust of one model with each option, which is compiled here and used.
//!
//! `UPDATE_EXPECTED=1 cargo test -p odata-codegen --test options` writes it anew: read the difference before committing it.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeSet, fs};

use odata_codegen::{Config, Navigation, Versions};
use odata_core::{Nav, NavCollection, Patchable, dynamic::AnyEntity, json, links};

/// What is generated with each set of options.
#[allow(dead_code, unreachable_pub, reason = "not every item is used")]
mod generated {
    pub mod plain {
        include!("options/plain.rs");
    }
    pub mod patch {
        include!("options/patch.rs");
    }
    pub mod nav {
        include!("options/nav.rs");
    }
    pub mod derives {
        include!("options/derives.rs");
    }
    pub mod latest {
        include!("options/latest.rs");
    }
}

fn shop() -> Config {
    Config::new().metadata("tests/options/shop.xml")
}

fn runs() -> [(&'static str, Config); 5] {
    [
        ("plain", shop()),
        ("patch", shop().patch(true)),
        (
            "nav",
            shop()
                .include("shop.order")
                .include("shop.person")
                .exclude("shop.payment")
                .navigation(Navigation::Follow)
                .nav(true),
        ),
        (
            "derives",
            shop()
                .derive("shop.state", "PartialOrd, Ord")
                .attribute("shop.a*", "must_use")
                .attribute("shop.person", "non_exhaustive")
                .attribute("*", "#[cfg(not(any()))]"),
        ),
        (
            "latest",
            Config::new()
                .metadata("tests/racks")
                .versions(Versions::Latest)
                .patch(true),
        ),
    ]
}

#[test]
fn each_set_of_options_generates_the_expected_code() {
    for (name, config) in runs() {
        let text = config.generate().expect("the model is valid");
        let path = format!("tests/options/{name}.rs");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&path, text.text()).expect("the expectation can be written");
        }
        let expected = fs::read_to_string(&path).expect("there is an expectation");
        assert!(text.text() == expected, "{path} changed:\n{}", text.text());
    }
}

#[test]
fn constants_give_the_urls_of_entities() {
    use generated::plain::shop::{
        ME, ORDER_COLLECTION_LATE, ORDER_PAY, ORDERS, Order, PARTIES, Person,
    };
    let order: Order = json::from_str(r#"{"number":7,"year":2026}"#).unwrap();
    assert_eq!(ORDERS.id(&order).unwrap(), "orders(year=2026,number=7)");
    assert_eq!(
        links::key_predicate(&order).unwrap(),
        "(year=2026,number=7)"
    );
    assert_eq!(ORDERS.type_name(), "shop.order");
    // The edit link of a derived type ends with its name.
    let person: Person = json::from_str(r#"{"id":1}"#).unwrap();
    assert_eq!(PARTIES.id(&person).unwrap(), "parties(1)");
    assert_eq!(
        PARTIES.edit_link(&person).unwrap(),
        "parties(1)/shop.person"
    );
    assert_eq!(ME.url(), "me");
    assert_eq!((ME.url(), ME.type_name()), ("me", "shop.person"));
    assert_eq!(
        (ORDER_PAY.name(), ORDER_PAY.type_name()),
        ("shop.pay", "shop.order")
    );
    assert!(ORDER_PAY.is_action() && !ORDER_PAY.is_on_collection());
    assert_eq!(ORDER_COLLECTION_LATE.name(), "shop.late");
    assert!(!ORDER_COLLECTION_LATE.is_action() && ORDER_COLLECTION_LATE.is_on_collection());
}

#[test]
fn a_patch_has_the_changed_properties_only() {
    use generated::patch::shop::{Order, OrderPatch};
    let text = r#"{"year":2026,"number":7,"total":1.00,"address":{"city":"Oslo","street":"Main"}}"#;
    let old: Order = json::from_str(text).unwrap();
    let new = r##"{"year":2026,"number":7,"total":2.50,"address":{"city":"Oslo"},"payment":{"@odata.type":"#shop.card","last4":"1"}}"##;
    let new: Order = json::from_str(new).unwrap();
    let patch: OrderPatch = Order::diff(&old, &new).unwrap();
    assert_eq!(
        json::to_string(&patch).unwrap(),
        r##"{"total":2.50,"address":{"street":null},"payment":{"@odata.type":"#shop.card","last4":"1"}}"##
    );
}

#[test]
fn a_navigation_property_has_every_form() {
    use generated::nav::shop::{AnyParty, Order};
    let text = r##"{"year":2026,"number":7,"buyer":{"@odata.type":"#shop.person","id":1,"name":"Ada"},"previous":{"@odata.id":"orders(1)"},"copies@odata.count":2,"copies":[{"year":1,"number":2}],"shipments":[{"weight":3}]}"##;
    let mut order: Order = json::from_str(text).unwrap();
    assert!(matches!(order.buyer.entity(), Some(AnyParty::Person(_))));
    assert!(matches!(order.previous, Nav::Reference(_)));
    assert_eq!(order.copies.count, Some(2));
    let shipment: Option<&AnyEntity> = order.shipments.entities().next();
    assert_eq!(
        shipment.and_then(|it| it.get::<i32>("weight").ok()?),
        Some(3)
    );
    assert_eq!(json::to_string(&order).unwrap(), text);

    order.buyer = Nav::bind("parties(2)");
    order.shipments = NavCollection::bind(["shipments(3)"]);
    assert_eq!(
        json::to_string(&order).unwrap(),
        r#"{"year":2026,"number":7,"buyer@odata.bind":"parties(2)","previous":{"@odata.id":"orders(1)"},"copies@odata.count":2,"copies":[{"year":1,"number":2}],"shipments@odata.bind":["shipments(3)"]}"#
    );
}

#[test]
fn one_type_reads_every_version() {
    use generated::latest::rack::{Rack, RackPatch};
    for version in ["v1_0_0", "v1_1_0", "v7_0_0"] {
        let text = format!(
            r##"{{"@odata.type":"#Rack.{version}.Rack","Id":"r","Name":"R","Newer":1.50}}"##
        );
        let rack: Rack = json::from_str(&text).unwrap();
        assert_eq!(json::to_string(&rack).unwrap(), text);
        let patch: Option<RackPatch> = Rack::diff(&Rack::default(), &rack);
        assert!(patch.is_some());
    }
}

#[test]
fn generated_types_have_the_added_derives() {
    use generated::derives::shop::State;
    assert!(State::Open < State::Paid);
    let states: BTreeSet<State> = [State::Paid, State::Open].into();
    assert_eq!(states.first(), Some(&State::Open));
}
