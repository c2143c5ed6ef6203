#[odata(namespace = "shop", colour = "red")]
struct Order {
    note: Option<String>,
}
