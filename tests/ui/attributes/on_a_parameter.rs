use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order<#[odata(skip)] T> {
    data: Option<T>,
}

fn main() {}
