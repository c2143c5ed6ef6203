use odata_core::{ODataEnum, ODataResource};


#[derive(ODataEnum)]
#[odata(namespace = "shop", flags)]
enum Days {
    #[odata(value = 1)]
    Monday,
    #[odata(value = 2)]
    Tuesday,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Offer<T> {
    item: T,
    days: Vec<Days>,
}

fn main() {}
