//! Chains of types: one flat object, the base's properties first.

use odata_core::{ErrorKind, ODataResource, json, model::Kind};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", abstract, kind = entity)]
struct Thing {
    id: Option<i32>,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref)]
struct Document {
    #[odata(base)]
    thing: Thing,
    title: Option<String>,
}

/// `signed_by` has nothing to stand in for it: it and all below are built of parts.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "contoso", deref)]
struct Contract {
    #[odata(base)]
    document: Document,
    signed_by: Box<str>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref)]
struct Lease {
    #[odata(base)]
    contract: Contract,
    months: i32,
    #[odata(default)]
    notes: Vec<String>,
}

const LEASE: &str = r##"{"@odata.type":"#shop.lease","id":7,"title":"Flat","signedBy":"Ada","months":12,"notes":["a"]}"##;

fn lease() -> Lease {
    let document = Document {
        thing: Thing { id: Some(7) },
        title: Some("Flat".to_owned()),
    };
    let contract = Contract {
        document,
        signed_by: "Ada".into(),
    };
    Lease {
        contract,
        months: 12,
        notes: vec!["a".to_owned()],
    }
}

#[test]
fn four_levels_are_one_flat_object() {
    assert_eq!(json::from_str::<Lease>(LEASE).unwrap(), lease());
    assert_eq!(json::to_string(&lease()).unwrap(), LEASE);
}

#[test]
fn their_order_on_the_wire_does_not_matter() {
    let text = r##"{"notes":["a"],"months":12,"title":"Flat","signedBy":"Ada","id":7,"@odata.type":"shop.lease"}"##;
    assert_eq!(json::from_str::<Lease>(text).unwrap(), lease());
    assert_eq!(
        serde_json::from_reader::<_, Lease>(text.as_bytes()).unwrap(),
        lease()
    );
}

#[test]
fn deref_reaches_every_level_and_as_ref_the_next() {
    let mut lease = lease();
    assert_eq!(
        (lease.id, lease.title.as_deref(), &*lease.signed_by),
        (Some(7), Some("Flat"), "Ada")
    );
    lease.title = None;
    assert_eq!(AsRef::<Contract>::as_ref(&lease).title, None);
    AsMut::<Contract>::as_mut(&mut lease).signed_by = "Grace".into();
    assert_eq!(&*lease.contract.signed_by, "Grace");
}

#[test]
fn a_part_that_is_missing_is_reported_at_any_level() {
    let error = json::from_str::<Lease>(r#"{"months":1}"#).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Missing, "/signedBy")
    );
    assert!(error.message().contains("shop.lease"), "{error}");
    let error = json::from_str::<Lease>(r#"{"signedBy":"Ada"}"#).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Missing, "/months")
    );
}

#[test]
fn a_property_of_the_base_that_comes_twice_is_a_duplicate() {
    let error =
        json::from_str::<Lease>(r#"{"id":1,"months":1,"signedBy":"Ada","id":1}"#).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Duplicate, "/id")
    );
}

#[test]
fn a_value_of_an_abstract_type_cannot_be() {
    let error = json::from_str::<Thing>("{}").unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::AbstractType, "")
    );
    let error = json::from_str::<Document>(r##"{"@odata.type":"#shop.thing"}"##).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotDerived);
}

#[test]
fn a_derived_instance_does_not_fit_into_its_base() {
    let error = json::from_str::<Document>(LEASE).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::NotDerived, "/@odata.type")
    );
    assert_eq!(error.found(), Some("#shop.lease"));
    assert_eq!(error.expected(), Some("#shop.document"));
}

#[test]
fn the_chain_is_described() {
    let names: Vec<&str> = Lease::TYPE.chain().map(|it| it.name()).collect();
    assert_eq!(
        names,
        [
            "shop.lease",
            "contoso.contract",
            "shop.document",
            "shop.thing"
        ]
    );
    let properties: Vec<&str> = Lease::TYPE.properties().map(|it| it.name()).collect();
    assert_eq!(properties, ["id", "title", "signedBy", "months", "notes"]);
    assert_eq!(Lease::TYPE.kind(), Kind::Entity);
    assert!(Thing::TYPE.is_abstract() && !Lease::TYPE.is_abstract());
    assert!(Lease::TYPE.is_or_derives_from("shop.thing"));
    assert_eq!(Lease::TYPE.own_properties().len(), 2);
}
