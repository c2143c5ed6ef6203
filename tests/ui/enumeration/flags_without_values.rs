use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop", flags)]
enum Rights {
    Read,
    Write,
}

fn main() {}
