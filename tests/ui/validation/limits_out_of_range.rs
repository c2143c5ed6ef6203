use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(validate(range(min = -1)))]
    copies: u8,
    #[odata(validate(range(max = 3_000_000_000)))]
    total: Option<i32>,
    #[odata(validate(each(range(min = 0, max = 0x8000))))]
    sizes: Vec<i16>,
}

fn main() {}
