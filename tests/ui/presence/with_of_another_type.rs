use odata_core::ODataResource;

mod cents {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i32, D::Error> {
        i32::deserialize(deserializer)
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
