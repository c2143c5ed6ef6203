//! Functions of `with` that are generic, or accept what the field dereferences to.

use odata_core::ODataResource;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

mod bytes {
    use super::*;

    pub fn deserialize<'de, D: Deserializer<'de>, T: From<Vec<u8>>>(_: D) -> Result<T, D::Error> {
        Ok(T::from(Vec::new()))
    }

    pub fn serialize<S: Serializer, T: AsRef<[u8]>>(_: T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("")
    }
}

mod texts {
    use super::*;

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
        Vec::deserialize(deserializer)
    }

    pub fn serialize<S: Serializer>(texts: &[String], serializer: S) -> Result<S::Ok, S::Error> {
        texts.serialize(serializer)
    }
}

mod any {
    use super::*;

    pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }

    pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Item<'a, D> {
    #[odata(with = bytes, edm = "Edm.Binary")]
    content: Vec<u8>,
    #[odata(with = texts, edm = "Edm.String")]
    tags: Vec<String>,
    #[odata(with = any, edm = "Edm.Double")]
    weight: Option<f64>,
    #[odata(with = any, edm = "Edm.String")]
    note: &'a str,
    more: Option<D>,
}

fn main() {}
