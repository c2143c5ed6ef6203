#[odata(namespace = "s", default)]
struct Shelf {
    #[odata(base)]
    item: Item,
    left: Option<Box<Shelf>>,
    first: Option<String>,
    right: Option<Box<Shelf>>,
    second: Option<String>,
    middle: Option<String>,
    third: Option<String>,
    fourth: Option<String>,
    above: Option<Box<Shelf>>,
    #[odata(default = half)]
    height: i32,
    below: Option<Box<Shelf>>,
}
