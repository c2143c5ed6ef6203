use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop", flags = true)]
enum Rights {
    #[odata(value = 1)]
    Read,
}

fn main() {}
