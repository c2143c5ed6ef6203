use odata_core::ODataResource;

mod cents {
    use serde::Serializer;

    pub fn deserialize(value: serde_json::Value) -> Result<i64, serde_json::Error> {
        serde_json::from_value(value)
    }

    pub fn serialize<S: Serializer>(cents: &i64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(*cents)
    }
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(with = cents, edm = "Edm.Decimal")]
    total: i64,
}

fn main() {}
