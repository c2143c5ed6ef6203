//! Types whose names are those of primitive types of Rust.
#![deny(warnings)]

use odata_core::{ODataResource, json};

#[allow(non_camel_case_types)]
mod units {
    use odata_core::ODataResource;

    #[derive(Debug, Default, PartialEq, ODataResource)]
    #[odata(namespace = "shop")]
    pub struct usize {
        pub metres: Option<f64>,
    }

    #[derive(Debug, Default, PartialEq, ODataResource)]
    #[odata(namespace = "shop")]
    pub struct char {
        pub code: Option<i32>,
    }
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Label {
    size: Option<units::usize>,
    sign: Option<units::char>,
}

fn main() {
    let label: Label = json::from_str(r#"{"size":{"metres":1.5},"sign":{"code":7}}"#).unwrap();
    assert_eq!(label.size, Some(units::usize { metres: Some(1.5) }));
    assert_eq!(label.sign, Some(units::char { code: Some(7) }));
}
