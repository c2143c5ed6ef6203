use std::borrow::Cow;

use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order<'a> {
    #[odata(borrow = 'a)]
    note: Option<Cow<'a, str>>,
}

fn main() {}
