use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(one_of(["red", "green"])))]
    colour: Option<String>,
    #[odata(validate(one_of("S" | "M" | "L")))]
    size: Option<String>,
    #[odata(validate(one_of(1..=5)))]
    stars: Option<i32>,
}

fn main() {}
