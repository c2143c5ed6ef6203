use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Page<T> {
    first: Option<T>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    numbers: Page<i32>,
    notes: Option<Page<String>>,
    other_numbers: Page<i32>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Nested {
    pages: Vec<Page<Page<i32>>>,
}

fn main() {}
