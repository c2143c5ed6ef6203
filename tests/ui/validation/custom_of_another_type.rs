use odata_core::ODataResource;

fn is_round(text: &str) -> Result<(), &'static str> {
    text.ends_with('0').then_some(()).ok_or("not round")
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(custom = is_round))]
    copies: i32,
}

fn main() {}
