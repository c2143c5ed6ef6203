use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(custom = |it| Ok(())))]
    copies: i32,
}

fn main() {}
