use std::borrow::Cow;

use odata_core::ODataResource;

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Customer<'a> {
    #[odata(borrow)]
    name: Cow<'a, str>,
}

fn main() {}
