//! Patch types of generic types, of recursive types, and of types with every kind of rule.

use super::*;

fn is_even(value: &i32) -> Result<(), &'static str> {
    if value % 2 == 0 {
        Ok(())
    } else {
        Err("must be even")
    }
}

fn is_active(status: &Status) -> Result<(), &'static str> {
    match status {
        Status::Active => Ok(()),
        Status::Closed => Err("is over"),
    }
}

fn has_label(value: &Thing) -> Result<(), &'static str> {
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

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Option<String>, D::Error> {
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
    #[odata(validate(required, custom = is_even))]
    rank: Option<i32>,
    #[odata(validate(custom = is_active))]
    status: Option<Status>,
    #[odata(validate(custom = has_label))]
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

/// A recursive type, whose patch type is recursive too.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Chain {
    link: Option<i32>,
    next: Option<Box<Self>>,
}

#[test]
fn a_generic_type_has_a_patch_type() {
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
fn every_kind_of_rule_applies_to_a_patch() {
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
fn a_recursive_type_has_a_patch_type() {
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

crate::round_trip::round_trips! {
    types: [Thing, Node<Thing>, Chain],
    hierarchies: [],
    enumerations: [],
}
