use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "shop")]
union Number {
    int: i32,
    float: f32,
}

fn main() {}
