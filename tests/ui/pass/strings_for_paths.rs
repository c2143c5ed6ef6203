use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", validate = "check_order")]
struct Order {
    #[odata(validate(custom = "check_count"), default = "one")]
    count: i32,
}

#[derive(ODataResource)]
#[odata(hierarchy = "Order")]
enum AnyOrder {
    Order(Order),
}

fn check_order(_: &Order) -> Result<(), String> {
    Ok(())
}

fn check_count(_: &i32) -> Result<(), String> {
    Ok(())
}

fn one() -> i32 {
    1
}

fn main() {}
