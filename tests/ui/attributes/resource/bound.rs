use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", bound = "T implements Clone")]
struct Page<T> {
    items: Vec<T>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", bound = T)]
struct List<T> {
    items: Vec<T>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", bound = "String: Clone")]
struct Order<T> {
    note: Option<T>,
}

fn main() {}
