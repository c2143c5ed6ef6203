#[odata(namespace = "shop")]
struct Envelope<'a, T> {
    #[odata(borrow)]
    note: Cow<'a, str>,
    content: T,
    #[odata(with = seconds, edm = "Edm.Int64")]
    wait: Duration,
}
