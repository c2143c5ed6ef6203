use odata_core::{ODataEnum, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item {}

#[derive(ODataResource, ODataEnum)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Item(Item),
}

fn main() {}
