#[odata(hierarchy = Order)]
enum AnyOrder {
    #[odata(default)]
    Order(Order),
    Rush(Box<Rush>),
    #[odata(other)]
    Other(DynamicResource),
}
