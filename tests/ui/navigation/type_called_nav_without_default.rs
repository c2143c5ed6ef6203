use odata_core::ODataResource;

/// Links of this program's own. The type has no `Default`.
struct Nav<T>(Option<T>);

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Item {
    name: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Order {
    item: Nav<Item>,
}

fn main() {}
