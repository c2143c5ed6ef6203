//! PATCH types (Protocol 4.01, section 11.4.3): what they write, read, find and change.

#![allow(
    clippy::field_reassign_with_default,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and sets what it is about"
)]

use odata_core::{
    DynamicProperties, ErrorKind, ODataEnum, ODataResource, Patchable, ReadOptions, Validate,
    Version, WriteOptions,
    edm::{Date, Decimal},
    json,
};

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "shop")]
enum Status {
    Active,
    Closed,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Address {
    street: Option<String>,
    city: Option<String>,
    #[odata(computed)]
    geo_hash: Option<String>,
}

/// A period with both ends.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Period {
    from: Date,
    to: Date,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Colour {
    red: u8,
    green: u8,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Party {
    #[odata(key)]
    id: i64,
    name: String,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref, patch)]
struct Customer {
    #[odata(base)]
    party: Party,
    #[odata(validate(length(max = 5)))]
    note: Option<String>,
    credit: Option<Decimal>,
    status: Option<Status>,
    tags: Vec<String>,
    address: Option<Address>,
    billing: Option<Box<Address>>,
    valid: Option<Period>,
    #[odata(nullable = false)]
    score: Option<f64>,
    #[odata(atomic)]
    colour: Option<Colour>,
    #[odata(computed)]
    turnover: Option<i64>,
    nick: Option<Option<String>>,
}

fn customer() -> Customer {
    let mut customer = Customer {
        party: Party {
            id: 1,
            name: "Ada".to_owned(),
            ..Party::default()
        },
        note: Some("x".to_owned()),
        tags: vec!["a".to_owned(), "b".to_owned()],
        address: Some(Address {
            street: Some("High Street".to_owned()),
            city: Some("Leeds".to_owned()),
            geo_hash: Some("gcw".to_owned()),
        }),
        turnover: Some(5),
        ..Customer::default()
    };
    customer.more.insert("size", &1).unwrap();
    customer
}

/// The body of the request that makes `new` of `old`, which a service that applies it indeed gets.
fn body(old: &Customer, new: &Customer) -> String {
    let text = json::to_string(&CustomerPatch::diff(old, new)).unwrap();
    let mut stored = old.clone();
    let patch: CustomerPatch = json::from_str(&text).unwrap();
    patch.apply_to(&mut stored).unwrap();
    assert_eq!(&stored, new, "{text}");
    text
}

const TAG: &str = r##""@odata.type":"#shop.customer""##;

#[test]
fn what_has_not_changed_is_not_written() {
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
fn what_goes_is_null_and_what_comes_is_there() {
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
fn a_complex_value_is_patched_inside() {
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
fn a_complex_value_that_comes_is_written_whole() {
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

/// There is nothing that the rest could come from.
#[test]
fn a_complex_value_that_comes_must_be_all_there() {
    let mut stored = customer();
    let before = stored.clone();
    let patch: CustomerPatch =
        json::from_str(r#"{"note":"y","valid":{"from":"2024-01-01"}}"#).unwrap();
    let error = patch.apply_to(&mut stored).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Missing, "/valid/to")
    );
    assert_eq!(stored, before, "all of it or nothing");

    let whole = r#"{"valid":{"from":"2024-01-01","to":"2024-02-01"}}"#;
    let patch: CustomerPatch = json::from_str(whole).unwrap();
    patch.apply_to(&mut stored).unwrap();
    let patch: CustomerPatch = json::from_str(r#"{"valid":{"to":"2024-03-01"}}"#).unwrap();
    patch.apply_to(&mut stored).unwrap();
    assert_eq!(
        stored.valid,
        Some(Period {
            from: "2024-01-01".parse().unwrap(),
            to: "2024-03-01".parse().unwrap(),
        })
    );
}

#[test]
fn an_atomic_value_is_replaced() {
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
fn the_base_has_its_patch_and_its_bag() {
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

    // `deref` holds for the patch, too.
    let mut patch = CustomerPatch::default();
    patch.name = Some("Ada".to_owned());
    let base: &PartyPatch = patch.as_ref();
    assert_eq!(base.name.as_deref(), Some("Ada"));
}

/// Protocol 4.01, section 11.4.3: whatever a request says of them is ignored.
#[test]
fn a_key_and_what_is_computed_is_read_over() {
    let text = r#"{"id":9,"name":"Grace","turnover":77,"address":{"geoHash":"x"}}"#;
    for options in [
        ReadOptions::client(),
        ReadOptions::server(),
        ReadOptions::strict(),
    ] {
        let patch: CustomerPatch = json::from_str_with(text, &options).unwrap();
        let mut stored = customer();
        patch.apply_to(&mut stored).unwrap();
        assert_eq!(stored.id, 1);
        assert_eq!(stored.name, "Grace");
        assert_eq!(stored.turnover, Some(5));
        assert_eq!(stored.more.len(), 1);
        assert_eq!(stored.address, customer().address);
    }
}

#[test]
fn absent_null_and_a_value_are_three_things() {
    let patch: CustomerPatch =
        json::from_str(r#"{"note":null,"credit":1.5,"nick":null,"tags":[]}"#).unwrap();
    assert_eq!(patch.note, Some(None));
    assert_eq!(patch.credit, Some(Some("1.5".parse().unwrap())));
    assert_eq!(patch.status, None);
    assert_eq!(patch.nick, Some(None));
    assert_eq!(patch.tags, Some(Vec::new()));
    let text = json::to_string(&patch).unwrap();
    assert_eq!(
        text,
        format!(r#"{{{TAG},"note":null,"credit":1.5,"tags":[],"nick":null}}"#)
    );
}

#[test]
fn null_for_what_is_not_nullable_is_an_error() {
    for (text, pointer) in [
        (r#"{"name":null}"#, "/name"),
        (r#"{"tags":null}"#, "/tags"),
        (r#"{"score":null}"#, "/score"),
        (r#"{"valid":{"from":null}}"#, "/valid/from"),
    ] {
        let error = json::from_str::<CustomerPatch>(text).unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (ErrorKind::Null, pointer));
    }
}

#[test]
fn errors_are_those_of_the_resource() {
    for (text, kind, pointer) in [
        (r#"{"status":"open"}"#, ErrorKind::UnknownMember, "/status"),
        (r#"{"note":1}"#, ErrorKind::Type, "/note"),
        (r#"{"note":"a","note":"b"}"#, ErrorKind::Duplicate, "/note"),
        (
            r#"{"address":{"city":[]}}"#,
            ErrorKind::Type,
            "/address/city",
        ),
        (
            r##"{"@odata.type":"#shop.supplier"}"##,
            ErrorKind::NotDerived,
            "/@odata.type",
        ),
    ] {
        let error = json::from_str::<CustomerPatch>(text).unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (kind, pointer), "{error}");
    }
}

#[test]
fn rules_hold_for_what_is_set() {
    let patch = CustomerPatch {
        note: Some(Some("too long".to_owned())),
        ..CustomerPatch::default()
    };
    let violations = patch.validate().unwrap_err();
    assert_eq!(
        violations.to_string(),
        "/note: must have at most 5 characters, has 8"
    );
    let patch = CustomerPatch {
        note: Some(None),
        ..CustomerPatch::default()
    };
    assert!(patch.validate().is_ok());
}

#[test]
fn the_tag_is_that_of_the_resource() {
    let patch = CustomerPatch::default();
    assert_eq!(
        <CustomerPatch as odata_core::ODataType>::NAME,
        "shop.customer"
    );
    assert_eq!(
        json::to_string_with(&patch, &WriteOptions::new().version(Version::V401)).unwrap(),
        r##"{"@type":"#shop.customer"}"##
    );
    assert_eq!(json::to_string(&PartyPatch::default()).unwrap(), "{}");
}

#[test]
fn a_patch_shows_itself_as_its_body() {
    let patch = AddressPatch {
        city: Some(None),
        ..AddressPatch::default()
    };
    assert_eq!(format!("{patch:?}"), r#"AddressPatch {"city":null}"#);
}

mod more_shapes {
    use super::*;

    fn even(value: &i32) -> Result<(), &'static str> {
        if value % 2 == 0 {
            Ok(())
        } else {
            Err("must be even")
        }
    }

    fn known(status: &Status) -> Result<(), &'static str> {
        match status {
            Status::Active => Ok(()),
            Status::Closed => Err("is over"),
        }
    }

    fn not_empty(value: &Thing) -> Result<(), &'static str> {
        value.label.as_ref().map(|_| ()).ok_or("must have a label")
    }

    mod reversed {
        use serde::{Deserialize, Deserializer, Serializer};

        pub(super) fn serialize<S: Serializer>(
            value: &Option<String>,
            s: S,
        ) -> Result<S::Ok, S::Error> {
            match value {
                Some(value) => s.serialize_str(&value.chars().rev().collect::<String>()),
                None => s.serialize_none(),
            }
        }

        pub(super) fn deserialize<'de, D: Deserializer<'de>>(
            d: D,
        ) -> Result<Option<String>, D::Error> {
            let value = Option::<String>::deserialize(d)?;
            Ok(value.map(|it| it.chars().rev().collect()))
        }
    }

    #[derive(Debug, Clone, Default, PartialEq, ODataResource)]
    #[odata(namespace = "shop", patch)]
    struct Thing {
        label: Option<String>,
    }

    #[derive(Debug, Clone, Default, PartialEq, ODataResource)]
    #[odata(namespace = "shop", patch, rename_all = "PascalCase")]
    struct Node<D> {
        #[odata(validate(required, custom = even))]
        rank: Option<i32>,
        #[odata(validate(custom = known))]
        status: Option<Status>,
        #[odata(validate(custom = not_empty, nested))]
        thing: Option<Thing>,
        #[odata(with = reversed)]
        backward: Option<String>,
        #[odata(name = "Payload")]
        data: Option<D>,
        #[odata(skip)]
        cache: Option<u64>,
        #[odata(validate(each(length(max = 3))))]
        words: Option<Vec<String>>,
        maybe: Vec<Option<i32>>,
    }

    /// A type that holds itself; its patch does, too.
    #[derive(Debug, Clone, Default, PartialEq, ODataResource)]
    #[odata(namespace = "shop", patch)]
    struct Chain {
        link: Option<i32>,
        next: Option<Box<Self>>,
    }

    #[test]
    fn of_a_generic_type() {
        let old = Node::<String>::default();
        let new = Node::<String> {
            rank: Some(2),
            backward: Some("abc".to_owned()),
            data: Some("d".to_owned()),
            cache: Some(1),
            words: Some(vec!["one".to_owned()]),
            maybe: vec![None, Some(1)],
            ..Node::default()
        };
        let patch = NodePatch::diff(&old, &new);
        let text = json::to_string(&patch).unwrap();
        assert_eq!(
            text,
            r#"{"Rank":2,"Backward":"cba","Payload":"d","Words":["one"],"Maybe":[null,1]}"#
        );
        let read: NodePatch<String> = json::from_str(&text).unwrap();
        assert_eq!(read, patch);
        let mut stored = old.clone();
        read.apply_to(&mut stored).unwrap();
        assert_eq!(stored, Node { cache: None, ..new });

        let back = json::to_string(&NodePatch::diff(
            &stored,
            &Node {
                rank: Some(2),
                ..old
            },
        ));
        assert_eq!(
            back.unwrap(),
            r#"{"Backward":null,"Payload":null,"Maybe":[]}"#
        );
    }

    #[test]
    fn rules_of_every_kind() {
        let patch = NodePatch::<i32> {
            rank: Some(Some(3)),
            status: Some(Some(Status::Closed)),
            thing: Some(Some(ThingPatch::default())),
            words: Some(vec!["long word".to_owned()]),
            ..NodePatch::default()
        };
        assert_eq!(
            patch.validate().unwrap_err().to_string(),
            "/Rank: must be even\n/Status: is over\n/Words/0: must have at most 3 characters, has 9"
        );
        let gone = NodePatch::<i32> {
            rank: Some(None),
            ..NodePatch::default()
        };
        assert_eq!(
            gone.validate().unwrap_err().to_string(),
            "/Rank: is required"
        );
        assert!(NodePatch::<i32>::default().validate().is_ok());
    }

    #[test]
    fn of_a_type_that_holds_itself() {
        let chain = |links: &[i32]| {
            links.iter().rev().fold(None, |next, link| {
                Some(Box::new(Chain {
                    link: Some(*link),
                    next,
                }))
            })
        };
        let (old, new) = (chain(&[1, 2, 3]).unwrap(), chain(&[1, 2, 4]).unwrap());
        let patch = Chain::diff(&old, &new).unwrap();
        assert_eq!(
            json::to_string(&patch).unwrap(),
            r#"{"next":{"next":{"link":4}}}"#
        );
        let mut stored = *old;
        patch.apply_to(&mut stored).unwrap();
        assert_eq!(stored, *new);
    }
}
