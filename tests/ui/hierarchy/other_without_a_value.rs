use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item {
    title: Option<String>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Item)]
enum AnyItem {
    Item(Item),
    #[odata(other)]
    Other,
}

fn main() {}
