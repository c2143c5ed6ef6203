//! A chain of four levels with required properties, which have no value before they are read.

use odata_core::model::Kind;

use super::*;

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
fn four_levels_are_one_object_with_members_in_any_order() {
    assert_eq!(read::<Lease>(LEASE).unwrap(), lease());
    assert_eq!(json::to_string(&lease()).unwrap(), LEASE);

    let shuffled = r##"{"notes":["a"],"months":12,"title":"Flat","signedBy":"Ada","id":7,"@odata.type":"shop.lease"}"##;
    assert_eq!(read::<Lease>(shuffled).unwrap(), lease());
    assert_eq!(
        serde_json::from_reader::<_, Lease>(shuffled.as_bytes()).unwrap(),
        lease()
    );
}

#[test]
fn deref_reaches_every_level_and_as_ref_the_base() {
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
fn a_missing_property_is_an_error_at_every_level() {
    for (text, pointer) in [
        (r#"{"months":1}"#, "/signedBy"),
        (r#"{"signedBy":"Ada"}"#, "/months"),
    ] {
        assert_eq!(
            read_error::<Lease>(text),
            error_at(ErrorKind::Missing, pointer)
        );
    }
    let error = read::<Lease>(r#"{"months":1}"#).unwrap_err();
    assert!(error.message().contains("shop.lease"), "{error}");
}

#[test]
fn a_repeated_property_of_the_base_is_an_error() {
    assert_eq!(
        read_error::<Lease>(r#"{"id":1,"months":1,"signedBy":"Ada","id":1}"#),
        error_at(ErrorKind::Duplicate, "/id")
    );
}

#[test]
fn the_type_description_has_the_whole_chain() {
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

crate::round_trip::round_trips! {
    types: [Document, Contract, Lease],
    hierarchies: [],
    enumerations: [],
}
