use odata_core::ODataResource;

mod shop {
    use odata_core::ODataResource;

    #[derive(ODataResource)]
    #[odata(namespace = "shop")]
    struct Item {
        title: Option<String>,
    }

    #[derive(ODataResource)]
    #[odata(namespace = "shop", deref)]
    pub struct Book {
        #[odata(base)]
        item: Item,
    }
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    book: Option<shop::Book>,
}

fn main() {}
