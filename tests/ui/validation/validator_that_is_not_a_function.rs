use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", validate = check_it)]
struct Order {
    copies: i32,
}

fn main() {}
