#[odata(namespace = "shop", deref, open)]
struct Rush {
    #[odata(base)]
    order: Order,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    hours: Option<i32>,
}
