use odata_core::ODataResource;

#[derive(Default, ODataResource)]
#[odata(namespace = "shop")]
struct Item {
    #[odata(with = number)]
    number: i64,
}

mod number {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
        i64::deserialize(deserializer)
    }

    pub fn serialize<S: Serializer>(value: &i64, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

#[derive(Default, ODataResource)]
#[odata(namespace = "shop", default)]
struct Book {
    #[odata(base)]
    item: Item,
    pages: i32,
}

fn main() {}
