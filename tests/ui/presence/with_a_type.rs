use odata_core::ODataResource;


struct Text;

impl Text {
    fn deserialize<'de, D: serde::Deserializer<'de>>(_: D) -> Result<i32, D::Error> {
        Ok(0)
    }
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(with = Text, edm = "Edm.String")]
    total: i32,
}

fn main() {}
