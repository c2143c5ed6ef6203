#![deny(warnings)]

use odata_core::{ODataResource, ODataType, json};
use serde::{Serialize, de::DeserializeOwned};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Envelope<T> {
    data: T,
    more: Vec<T>,
    maybe: Option<T>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref)]
struct Sealed<T, U = String> {
    #[odata(base)]
    envelope: Envelope<T>,
    seal: Option<U>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Bounded<T>
where
    T: Clone + PartialEq,
{
    data: Box<T>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Fixed<const N: usize> {
    #[odata(edm = "Edm.String", with = array)]
    data: [u8; N],
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Envelope<T>)]
enum AnyEnvelope<T> {
    Plain(Envelope<T>),
    Sealed(Box<Sealed<T, i32>>),
}

/// A parameter requires traits only if a property mentions it. That of a skipped field alone may be any type, also in the patch type.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Cached<T, C> {
    data: Option<T>,
    #[odata(skip)]
    last: Option<T>,
    #[odata(skip)]
    cache: Option<C>,
}

#[derive(Debug, Clone, PartialEq)]
struct Handle;

mod array {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer, const N: usize>(bytes: &[u8; N], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(bytes).unwrap())
    }

    pub fn deserialize<'de, D: Deserializer<'de>, const N: usize>(deserializer: D) -> Result<[u8; N], D::Error> {
        let text = String::deserialize(deserializer)?;
        text.as_bytes().try_into().map_err(D::Error::custom)
    }
}

/// The patch of a generic type has that of its generic base.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Item<T> {
    title: Option<T>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(namespace = "shop", patch)]
struct Book<T> {
    #[odata(base)]
    item: Item<T>,
    pages: Option<i32>,
}

/// Derived types implement the traits of plain serde.
fn round<T: Serialize + DeserializeOwned + ODataType>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

fn main() {
    let envelope = Envelope { data: 1_i64, more: vec![2], maybe: None };
    assert_eq!(round(&envelope), envelope);
    let sealed = Sealed { envelope, seal: Some("wax".to_owned()) };
    assert_eq!(round(&sealed), sealed);
    let nested = Envelope { data: Envelope { data: true, more: vec![], maybe: None }, more: vec![], maybe: None };
    assert_eq!(round(&nested), nested);
    let bounded = Bounded { data: Box::new("x".to_owned()) };
    assert_eq!(round(&bounded), bounded);
    let fixed = Fixed { data: *b"abc" };
    assert_eq!(json::to_string(&fixed).unwrap(), r#"{"data":"abc"}"#);
    assert_eq!(round(&fixed), fixed);
    let any: AnyEnvelope<String> =
        json::from_str(r##"{"data":"x","more":[],"seal":3,"@odata.type":"#shop.sealed"}"##).unwrap();
    assert_eq!(any.as_sealed().and_then(|it| it.seal), Some(3));
    let old = Book { item: Item { title: Some(1) }, pages: None };
    let new = Book { item: Item { title: Some(2) }, pages: None };
    assert_eq!(json::to_string(&BookPatch::diff(&old, &new)).unwrap(), r##"{"@odata.type":"#shop.book","title":2}"##);
    let old: Cached<i32, Handle> = json::from_str(r#"{"data":1}"#).unwrap();
    let new = Cached { data: Some(2), last: Some(1), cache: Some(Handle) };
    assert_eq!(json::to_string(&CachedPatch::diff(&old, &new)).unwrap(), r#"{"data":2}"#);
}
