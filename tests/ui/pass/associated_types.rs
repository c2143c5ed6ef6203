//! The type of a property is an associated type of a parameter, on which the impls put the bounds of a property's type.
#![deny(warnings)]

use odata_core::{ODataResource, json};

trait Unit {
    type Value;
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Amount<U: Unit> {
    value: Option<U::Value>,
    #[odata(default)]
    history: Vec<<U as Unit>::Value>,
}

impl<U: Unit<Value: Clone>> Clone for Amount<U> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), history: self.history.clone() }
    }
}

/// It is no OData type itself.
#[derive(Debug, Clone, PartialEq)]
struct Pieces;

impl Unit for Pieces {
    type Value = i32;
}

fn main() {
    let amount: Amount<Pieces> = json::from_str(r#"{"value":3,"history":[1]}"#).unwrap();
    assert_eq!(amount.value, Some(3));
    let patch = AmountPatch::diff(&amount, &Amount { value: None, history: vec![1] });
    assert_eq!(json::to_string(&patch).unwrap(), r#"{"value":null}"#);
}
