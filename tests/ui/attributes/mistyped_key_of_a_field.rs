//! A mistyped key is one error: that the right one is missing is none.

use odata_core::{DynamicProperties, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop", open)]
struct Item {
    #[odata(dynamc_properties)]
    more: DynamicProperties,
    #[odata(kye, key_position = 1)]
    id: i32,
    #[odata(skpi)]
    size: usize,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", deref)]
struct Book {
    #[odata(bsae)]
    item: Item,
}

fn main() {}
