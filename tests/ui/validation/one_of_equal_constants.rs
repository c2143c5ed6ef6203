use odata_core::ODataResource;

const BOX: i32 = 6;
const CRATE: i32 = 6;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(one_of(1, BOX, CRATE)))]
    copies: i32,
}

const PAPER: &str = "paper";

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Book {
    #[odata(validate(each(one_of(PAPER, "leather", "paper"))))]
    covers: Vec<String>,
}

fn main() {}
