use std::borrow::Cow;

use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    currency: &'static str,
    note: Option<&'static str>,
    #[odata(borrow)]
    title: Cow<'static, str>,
    #[odata(edm = "Edm.String")]
    code: &'static str,
}

fn main() {}
