//! The patch that changes one value into another, written and applied.

use super::*;

/// Returns the body of the request that changes `old` into `new`, and asserts that applying it does so.
fn body(old: &Customer, new: &Customer) -> String {
    let text = json::to_string(&CustomerPatch::diff(old, new)).unwrap();
    let mut stored = old.clone();
    let patch: CustomerPatch = json::from_str(&text).unwrap();
    patch.apply_to(&mut stored).unwrap();
    assert_eq!(&stored, new, "{text}");
    text
}

#[test]
fn an_unchanged_property_is_not_written() {
    let old = customer();
    assert!(CustomerPatch::diff(&old, &old).is_empty());
    assert_eq!(body(&old, &old), format!("{{{TAG}}}"));

    let new = Customer {
        status: Some(Status::Closed),
        ..old.clone()
    };
    assert_eq!(body(&old, &new), format!(r#"{{{TAG},"status":"closed"}}"#));
}

#[test]
fn a_removed_value_is_null_and_a_new_value_is_written() {
    let old = customer();
    let mut new = old.clone();
    new.note = None;
    new.score = Some(0.5);
    new.credit = Some("0.10".parse().unwrap());
    new.nick = Some(None);
    assert_eq!(
        body(&old, &new),
        format!(r#"{{{TAG},"note":null,"credit":0.10,"score":0.5,"nick":null}}"#)
    );
}

#[test]
fn a_collection_is_replaced_as_a_whole() {
    let old = customer();
    let mut new = old.clone();
    new.tags.push("c".to_owned());
    assert_eq!(
        body(&old, &new),
        format!(r#"{{{TAG},"tags":["a","b","c"]}}"#)
    );
    new.tags.clear();
    assert_eq!(body(&old, &new), format!(r#"{{{TAG},"tags":[]}}"#));
}

#[test]
fn a_changed_complex_value_is_a_nested_patch() {
    let old = customer();
    let mut new = old.clone();
    let address = new.address.as_mut().unwrap();
    address.city = None;
    assert_eq!(
        body(&old, &new),
        format!(r#"{{{TAG},"address":{{"city":null}}}}"#)
    );
    new.address = None;
    assert_eq!(body(&old, &new), format!(r#"{{{TAG},"address":null}}"#));
}

#[test]
fn a_new_complex_value_is_written_whole() {
    let old = customer();
    let mut new = old.clone();
    new.billing = Some(Box::new(Address {
        street: Some("Low Street".to_owned()),
        ..Address::default()
    }));
    assert_eq!(
        body(&old, &new),
        format!(r#"{{{TAG},"billing":{{"street":"Low Street"}}}}"#)
    );
}

#[test]
fn a_changed_atomic_value_is_written_whole() {
    let old = Customer {
        colour: Some(Colour { red: 1, green: 2 }),
        ..customer()
    };
    let new = Customer {
        colour: Some(Colour { red: 1, green: 3 }),
        ..customer()
    };
    assert_eq!(
        body(&old, &new),
        format!(r#"{{{TAG},"colour":{{"red":1,"green":3}}}}"#)
    );
}

#[test]
fn a_patch_covers_the_base_and_its_bag() {
    let old = customer();
    let mut new = old.clone();
    new.name = "Grace".to_owned();
    new.more.insert("size", &2).unwrap();
    new.more.insert("weight", &1).unwrap();
    assert_eq!(
        body(&old, &new),
        format!(r#"{{{TAG},"name":"Grace","size":2,"weight":1}}"#)
    );
    new = old.clone();
    new.more.remove("size");
    assert_eq!(body(&old, &new), format!(r#"{{{TAG},"size":null}}"#));

    // `deref` applies to the patch type too.
    let mut patch = CustomerPatch::default();
    patch.name = Some("Ada".to_owned());
    let base: &PartyPatch = patch.as_ref();
    assert_eq!(base.name.as_deref(), Some("Ada"));
}

#[test]
fn the_patch_of_a_value_has_every_property_that_a_client_may_write() {
    let mut customer = customer();
    customer.score = Some(0.5);
    customer.colour = Some(Colour { red: 1, green: 2 });
    assert_eq!(
        json::to_string(&customer.to_patch()).unwrap(),
        format!(
            r#"{{{TAG},"name":"Ada","note":"x","tags":["a","b"],"address":{{"street":"High Street","city":"Leeds"}},"score":0.5,"colour":{{"red":1,"green":2}},"size":1}}"#
        )
    );
}
