use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "shop")]
union Either {
    left: i32,
    right: u32,
}

fn main() {}
