use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "shop", underlying = "Edm.Byte")]
enum State {
    #[odata(value = 256)]
    Draft,
}

fn main() {}
