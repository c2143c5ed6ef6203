#[odata(namespace = "shop", schema_alias = "s")]
struct Order {
    #[odata(key)]
    id: i64,
    shipping_note: Option<String>,
    billing_note: Option<String>,
    #[odata(validate(range(min = 1)))]
    copies: Option<i32>,
}
