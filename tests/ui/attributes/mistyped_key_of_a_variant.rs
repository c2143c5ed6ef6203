//! A mistyped key is one error: that the right one is missing is none.

use odata_core::{Annotations, DynamicResource, ODataEnum, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item {
    title: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", any_version)]
struct Rack {
    #[odata(anotations)]
    annotations: Annotations,
}

#[derive(ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Item(Item),
    #[odata(othre)]
    Other(DynamicResource),
}

#[derive(ODataEnum)]
#[odata(namespace = "shop", flags)]
enum Rights {
    #[odata(vlaue = 1)]
    Read,
    #[odata(ohter)]
    Other(String),
}

fn main() {}
