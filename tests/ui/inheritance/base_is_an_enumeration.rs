use odata_core::{ODataEnum, ODataResource};

#[derive(ODataEnum)]
#[odata(namespace = "shop")]
enum Colour {
    Red,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Book {
    #[odata(base)]
    colour: Colour,
}

fn main() {}
