//! The bounds on type parameters: `bound`, and none for a parameter that is only in skipped fields.

use std::{fmt::Debug, marker::PhantomData};

use odata_core::{ODataResource, ODataType, Patchable, Validate, json};
use serde::{Serialize, de::DeserializeOwned};

trait Unit: Debug + Clone + PartialEq {
    type Value: Debug + Clone + PartialEq;
}

/// It implements nothing that a property's type needs.
#[derive(Debug, Clone, PartialEq)]
struct Pieces;

impl Unit for Pieces {
    type Value = i32;
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(
    namespace = "shop",
    patch,
    bound = "U::Value: ODataType + Serialize + DeserializeOwned + Validate + Clone + PartialEq"
)]
struct Amount<U: Unit> {
    #[odata(atomic)]
    value: Option<U::Value>,
    unit_name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(
    namespace = "shop",
    bound = "U::Value: ODataType + Serialize + DeserializeOwned + Validate"
)]
struct Range<U: Unit> {
    least: U::Value,
    most: U::Value,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(
    hierarchy = Range<U>,
    bound = "U::Value: ODataType + Serialize + DeserializeOwned + Validate"
)]
enum AnyRange<U: Unit> {
    Range(Range<U>),
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop", bound = "")]
struct Tagged<T> {
    note: Option<String>,
    #[odata(skip)]
    tag: PhantomData<T>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Cached<T, C> {
    value: T,
    #[odata(skip)]
    cache: Option<C>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Draft<C> {
    title: Option<String>,
    #[odata(skip)]
    cache: Option<C>,
}

#[test]
fn bound_replaces_the_bounds_of_the_impls() {
    let text = r#"{"value":3,"unitName":"pieces"}"#;
    let amount: Amount<Pieces> = json::from_str(text).unwrap();
    assert_eq!(amount.value, Some(3));
    assert_eq!(json::to_string(&amount).unwrap(), text);
    let text = r#"{"least":1,"most":2}"#;
    let AnyRange::Range(range) = json::from_str::<AnyRange<Pieces>>(text).unwrap();
    assert_eq!((range.least, range.most), (1, 2));
    let error = json::from_str::<Range<Pieces>>(r#"{"least":1,"most":"2"}"#).unwrap_err();
    assert_eq!(error.pointer(), "/most");
}

#[test]
fn bound_applies_to_the_patch_type_too() {
    let amount = |value| Amount::<Pieces> {
        value,
        unit_name: None,
    };
    let patch = AmountPatch::diff(&amount(Some(3)), &amount(Some(4)));
    assert_eq!(json::to_string(&patch).unwrap(), r#"{"value":4}"#);
}

#[test]
fn a_parameter_of_skipped_fields_has_no_bounds() {
    #[derive(Clone)]
    struct Nothing;
    let tagged: Tagged<Nothing> = json::from_str(r#"{"note":"a"}"#).unwrap();
    assert_eq!(json::to_string(&tagged).unwrap(), r#"{"note":"a"}"#);
    let cached: Cached<i32, Nothing> = json::from_str(r#"{"value":1}"#).unwrap();
    assert!(cached.cache.is_none());
    assert!(cached.validate().is_ok());
    let draft: Draft<Nothing> = json::from_str(r#"{"title":"a"}"#).unwrap();
    assert_eq!(
        json::to_string(&draft.to_patch()).unwrap(),
        r#"{"title":"a"}"#
    );
    let draft = DraftPatch::<Nothing> {
        title: Some(None),
        ..DraftPatch::default()
    };
    assert_eq!(json::to_string(&draft).unwrap(), r#"{"title":null}"#);
}

crate::round_trip::round_trips! {
    types: [Amount<Pieces>, Range<Pieces>, Tagged<Pieces>, Cached<i32, Pieces>, Draft<Pieces>],
    hierarchies: [AnyRange<Pieces> { Range<Pieces> }],
    enumerations: [],
}
