use odata_core::ODataResource;

fn is_round(copies: &i32) -> Result<(), &'static str> {
    (copies % 10 == 0).then_some(()).ok_or("not round")
}

#[derive(ODataResource)]
#[odata(namespace = "shop", validate = is_round)]
struct Order {
    copies: i32,
}

fn main() {}
