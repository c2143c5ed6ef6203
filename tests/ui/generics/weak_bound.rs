use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop", bound = "T: Clone")]
struct Page<T> {
    items: Vec<T>,
    first: Option<Box<T>>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop", bound = "")]
struct Value<T>
where
    T: odata_core::ODataType,
{
    value: T,
}

#[derive(Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch, bound = "T: Clone")]
struct Amount<T> {
    amount: Option<T>,
}

fn main() {}
