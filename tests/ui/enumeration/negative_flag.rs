use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop", flags)]
enum Rights {
    #[odata(value = -1)]
    Read,
}

fn main() {}
