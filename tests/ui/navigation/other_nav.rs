use odata_core::ODataResource;

#[derive(Default)]
struct Nav<T>(Option<T>);

impl<T> odata_core::ODataType for Nav<T> {
    const NAME: &'static str = "shop.nav";
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Employee {
    manager: Nav<i32>,
}

fn main() {}
