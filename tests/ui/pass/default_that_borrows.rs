//! Functions of `default` with types that the field's type is inferred from, or that outlive it.

use std::borrow::Cow;

use odata_core::{ODataResource, json};

fn text() -> &'static str {
    "none"
}

fn cow() -> Cow<'static, str> {
    Cow::Borrowed("none")
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order<'a, T> {
    #[odata(default = text)]
    note: &'a str,
    #[odata(borrow, default = cow)]
    remark: Cow<'a, str>,
    #[odata(default = Vec::new)]
    items: Vec<T>,
    #[odata(default = Default::default)]
    count: i32,
}


fn main() {
    let order: Order<'_, i32> = json::from_str("{}").unwrap();
    assert_eq!((order.note, &*order.remark, order.items.len(), order.count), ("none", "none", 0, 0));
}
