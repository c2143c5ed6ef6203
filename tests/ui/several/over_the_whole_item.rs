use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namspace = "shop", rename_all = "kebab-case", kind = thing)]
struct Order {
    #[odata(nme = "text", nullable = 0)]
    note: Option<String>,
    #[odata(base, key, edm = "Edm.Strin")]
    total: i32,
    #[odata(validate(lenght(max = 3), rnge(min = 1)))]
    copies: i32,
}

fn main() {
    let order: Order = odata_core::json::from_str("{}").unwrap();
    odata_core::json::to_string(&order).unwrap();
}
