use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Note {
    text: str,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Numbers {
    numbers: [i32],
}

fn main() {}
