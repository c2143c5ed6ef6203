#![deny(warnings)]

use odata_core::{ODataEnum, ODataResource, json};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct r#Struct {
    r#type: Option<String>,
    r#match: Option<i32>,
    r#async: Option<bool>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Derived {
    #[odata(base)]
    r#dyn: r#Struct,
    r#fn: Box<i32>,
    r#ref: Option<r#Enum>,
}

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "shop")]
#[allow(non_camel_case_types)]
enum r#Enum {
    r#move,
    r#loop,
}

fn main() {
    let text = r##"{"@odata.type":"#shop.derived","type":"a","match":1,"async":true,"fn":2,"ref":"move"}"##;
    let value: Derived = json::from_str(text).unwrap();
    assert_eq!(value.r#ref, Some(r#Enum::r#move));
    assert_eq!(json::to_string(&value).unwrap(), text);
}
