use odata_core::ODataEnum;

const READ: i64 = 1;

#[derive(Debug, ODataEnum)]
#[odata(namespace = "shop", flags)]
enum Permission {
    #[odata(value = READ)]
    Read,
    #[odata(value = 1 << 1)]
    Write,
}

fn main() {}
