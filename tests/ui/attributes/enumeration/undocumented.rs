use odata_core::ODataEnum;

#[derive(Debug, ODataEnum)]
#[odata(namespace = "shop", undocumented = true)]
enum State {
    Open,
}

fn main() {}
