use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", rename_all = "kebab-case")]
struct Order {
    #[odata(nullable = 0, validate(lenght(max = 3), rnge(min = 1)))]
    note: Option<String>,
    #[odata(base, key)]
    total: i32,
}

fn main() {
    let order: Order = odata_core::json::from_str("{}").unwrap();
    odata_core::json::to_string(&order).unwrap();
}
