#![deny(warnings)]

use odata_ui::{Document, Signature, runtime::ODataResource, runtime::json};

// The base and the type of a field are from another crate, through which `odata-core` is reached as well.
#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "contoso", crate = odata_ui::runtime, deref)]
struct Order {
    #[odata(base)]
    document: Document,
    second: Signature,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "contoso", crate = "odata_ui::runtime", deref)]
struct Rush {
    #[odata(base)]
    order: Order,
    hours: Option<i32>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Document, crate = odata_ui::runtime)]
enum AnyDocument {
    Order(Order),
    Rush(Box<Rush>),
}

fn main() {
    let text = r##"{"@odata.type":"#contoso.rush","id":1,"signature":{"by":"Ada"},"second":{"by":"Grace"},"hours":2}"##;
    let any: AnyDocument = json::from_str(text).unwrap();
    assert_eq!(any.base().unwrap().signature.by, "Ada");
    assert_eq!(any.as_rush().unwrap().second.by, "Grace");
    assert_eq!(json::to_string(&any).unwrap(), text);
}
