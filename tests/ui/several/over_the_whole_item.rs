use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namspace = "shop", kind = thing)]
struct Order {
    #[odata(nme = "text")]
    note: Option<String>,
    #[odata(key, edm = "Edm.Strin")]
    total: i32,
    #[odata(validate(lenght(max = 3)))]
    label: String,
}

fn main() {
    let order: Order = odata_core::json::from_str("{}").unwrap();
    odata_core::json::to_string(&order).unwrap();
}
