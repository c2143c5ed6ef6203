//! A model that uses every feature.

use odata_core::{
    Annotations, ControlInformation, DynamicProperties, DynamicResource, Flags, ODataEnum,
    ODataResource, RawJson,
    edm::{
        Binary, Date, DateTimeOffset, Decimal, Duration, Guid, PrimitiveValue, Stream, TimeOfDay,
        geo::Geography,
    },
};

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "f", case_insensitive)]
pub enum Colour {
    Red,
    Green,
    #[odata(other)]
    Other(String),
}

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "f", flags)]
pub enum Mark {
    #[odata(value = 1)]
    One,
    #[odata(value = 2)]
    Two,
    #[odata(value = 3)]
    Both,
    #[odata(other)]
    Other(String),
}

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "f", underlying = "Edm.Byte")]
pub enum Fixed {
    #[odata(value = 0)]
    No,
    #[odata(value = 200)]
    Yes,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "f.u.z.z", schema_alias = "f", abstract)]
pub struct Thing {
    #[odata(key)]
    pub id: Option<String>,
    #[odata(dynamic_properties)]
    pub more: DynamicProperties,
    #[odata(annotations)]
    pub annotations: Annotations,
}

/// Every primitive type, and every form of presence.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "f.u.z.z", schema_alias = "f")]
pub struct Leaf {
    #[odata(base)]
    pub base: Thing,
    pub b: Option<bool>,
    pub u8: Option<u8>,
    pub i8: Option<i8>,
    pub i16: Option<i16>,
    pub i32: Option<i32>,
    pub i64: Option<i64>,
    pub f32: Option<f32>,
    pub f64: Option<f64>,
    pub n: Option<Decimal>,
    pub s: Option<Option<String>>,
    pub x: Option<Binary>,
    pub d: Option<Date>,
    pub dt: Option<DateTimeOffset>,
    pub t: Option<TimeOfDay>,
    pub p: Option<Duration>,
    pub g: Option<Guid>,
    pub st: Option<Stream>,
    pub a: Option<PrimitiveValue>,
    pub j: Option<RawJson>,
    pub geo: Option<Geography>,
    pub c: Option<Colour>,
    pub m: Option<Flags<Mark>>,
    pub e: Option<Fixed>,
}

/// Collections and nesting.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "f.u.z.z", schema_alias = "f", open, deref)]
pub struct Branch {
    #[odata(base)]
    pub base: Thing,
    #[odata(navigation, default)]
    pub kids: Vec<AnyThing>,
    #[odata(navigation)]
    pub only: Option<Box<AnyThing>>,
    #[odata(navigation)]
    pub leaf: Option<Box<Leaf>>,
    pub ns: Option<Vec<Option<i64>>>,
    pub ds: Option<Vec<Decimal>>,
    pub ss: Option<Vec<String>>,
    pub cs: Option<Vec<Colour>>,
    pub js: Option<Vec<RawJson>>,
    #[odata(nullable = false)]
    pub k: Option<f64>,
}

/// A third level, with required properties, and fields for control information.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "f.u.z.z", schema_alias = "f", deref)]
pub struct Twig {
    #[odata(base)]
    pub base: Branch,
    pub must: i32,
    #[odata(etag)]
    pub tag: Option<String>,
    #[odata(id)]
    pub link: Option<String>,
    #[odata(control)]
    pub control: ControlInformation,
    #[odata(navigation, edm = "f.u.z.z.thing")]
    pub owner: Option<DynamicResource>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Thing)]
pub enum AnyThing {
    Leaf(Leaf),
    Branch(Box<Branch>),
    Twig(Box<Twig>),
    #[odata(other)]
    Other(DynamicResource),
}

/// The same hierarchy without `other`.
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Thing)]
pub enum Closed {
    #[odata(default)]
    Leaf(Box<Leaf>),
    Branch(Branch),
}

/// A type without bags.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "f.u.z.z", schema_alias = "f")]
pub struct Bare {
    pub n: Option<Decimal>,
    pub bare: Option<Box<Bare>>,
    pub things: Option<Vec<AnyThing>>,
}
