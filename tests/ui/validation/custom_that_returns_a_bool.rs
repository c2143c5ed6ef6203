use odata_core::ODataResource;

fn is_round(copies: &i32) -> bool {
    copies % 10 == 0
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(custom = is_round))]
    copies: i32,
}

fn main() {}
