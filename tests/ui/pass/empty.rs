#![deny(warnings)]

use odata_core::{ODataResource, json};

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash, ODataResource)]
#[odata(namespace = "shop")]
struct Unit;

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Braces {}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Below {
    #[odata(base)]
    braces: Braces,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Braces)]
enum Any {
    Below(Below),
}

fn main() {
    assert_eq!(json::from_str::<Unit>(r#"{"any":1}"#).unwrap(), Unit);
    assert_eq!(json::to_string(&Braces {}).unwrap(), "{}");
    let text = r##"{"@odata.type":"#shop.below"}"##;
    assert_eq!(json::to_string(&json::from_str::<Any>(text).unwrap()).unwrap(), text);
}
