use odata_core::ODataEnum;

#[derive(Clone, ODataEnum)]
#[odata(namespace = "contoso.shop", schema_alias)]
enum State {
    Draft,
}

fn main() {}
