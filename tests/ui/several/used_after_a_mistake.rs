use odata_core::{Annotations, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop", colour = "red")]
struct Document {
    #[odata(annotations)]
    annotations: Annotations,
    note: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", deref)]
struct Order {
    #[odata(base)]
    document: Document,
    documents: Vec<Document>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Document)]
enum AnyDocument {
    Document(Document),
    Order(Box<Order>),
}

fn main() {
    let order: Order = odata_core::json::from_str("{}").unwrap();
    println!("{:?}", order.note);
    let any = AnyDocument::from(order);
    odata_core::json::to_string(&any).unwrap();
}
