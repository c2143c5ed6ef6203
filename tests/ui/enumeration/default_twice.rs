use odata_core::ODataEnum;

#[derive(Default, ODataEnum)]
#[odata(namespace = "shop")]
enum Status {
    #[default]
    #[odata(default)]
    Ordered,
    Sent,
}

fn main() {}
