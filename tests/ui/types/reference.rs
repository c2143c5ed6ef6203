use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Size {
    width: i32,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order<'a> {
    size: &'a Size,
    lines: Option<&'a [i32]>,
    note: &'a String,
    changed: &'a mut str,
}

fn main() {}
