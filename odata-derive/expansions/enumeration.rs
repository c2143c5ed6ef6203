#[odata(namespace = "shop", case_insensitive)]
enum State {
    #[odata(value = 1)]
    Draft,
    #[odata(value = 2, default)]
    Sent,
    #[odata(other)]
    Other(String),
}
