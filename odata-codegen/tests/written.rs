//! What `odata_core::csdl` writes is read here as it was meant: the Rust that is made of it describes the same model again.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;

use odata_codegen::Config;
use odata_core::{
    DynamicProperties, Flags, Nav, NavCollection, ODataEnum, ODataResource, Version,
    csdl::{Metadata, Model},
    edm::{DateTimeOffset, Decimal, Duration, Guid},
};

/// Below it an entity, an abstract type without a key of its own.
#[derive(Debug, Default, ODataResource)]
#[odata(namespace = "port.model", schema_alias = "port", abstract, kind = entity)]
struct Thing {
    #[odata(computed)]
    created: Option<DateTimeOffset>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

/// A key of two parts, each primitive that has facets, navigation of both kinds.
#[derive(Debug, ODataResource)]
#[odata(namespace = "port.model", schema_alias = "port", open, deref)]
struct Berth {
    #[odata(base)]
    base: Thing,
    #[odata(key)]
    quay: String,
    #[odata(key)]
    number: i32,
    depth: Option<Decimal>,
    turnaround: Option<Duration>,
    lights: Flags<Light>,
    /// Items that are never null, and items that may be.
    names: Vec<String>,
    soundings: Vec<Option<f64>>,
    place: Place,
    history: Vec<Place>,
    #[odata(navigation)]
    moored: Nav<Ship>,
    #[odata(navigation)]
    neighbours: NavCollection<Berth>,
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "port.model", schema_alias = "port")]
struct Ship {
    #[odata(base)]
    base: Thing,
    #[odata(key)]
    id: Guid,
    state: Option<State>,
    /// A name that is not derived from the field's.
    #[odata(name = "IMO", nullable = false)]
    imo: Option<i64>,
}

/// In another namespace, complex, with a base of its own.
#[derive(Debug, ODataResource)]
#[odata(namespace = "port.places", name = "Place", rename_all = "PascalCase")]
struct Place {
    latitude: f64,
    longitude: f64,
    photo: Option<odata_core::edm::Binary>,
}

#[derive(Debug, ODataResource)]
#[odata(namespace = "port.places", name = "NamedPlace")]
struct NamedPlace {
    #[odata(base)]
    base: Place,
    name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(
    namespace = "port.model",
    schema_alias = "port",
    flags,
    underlying = "Edm.Byte"
)]
enum Light {
    #[odata(value = 1)]
    Red,
    #[odata(value = 2)]
    Green,
    #[odata(value = 3)]
    Both,
}

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "port.model", schema_alias = "port")]
enum State {
    #[odata(value = -1)]
    Lost,
    #[odata(value = 5)]
    AtSea,
    #[odata(other)]
    Other(String),
}

fn port() -> Model {
    Model::new()
        .with::<Berth>()
        .with::<Ship>()
        .with::<NamedPlace>()
        .with_enum::<Light>()
        .with_enum::<State>()
}

/// What is generated of the model above, as `UPDATE_EXPECTED=1 cargo test -p odata-codegen` writes it.
#[allow(
    dead_code,
    unreachable_pub,
    reason = "only its descriptions are asked for"
)]
mod generated {
    // No module file, so that it keeps the generator's layout.
    include!("written/expected.rs");
}

fn described_again() -> Model {
    use generated::port::{model, places};
    Model::new()
        .with::<model::Berth>()
        .with::<model::Ship>()
        .with::<places::NamedPlace>()
        .with_enum::<model::Light>()
        .with_enum::<model::State>()
}

fn xml(version: Version) -> String {
    port().to_xml(version).expect("the model is valid")
}

fn json() -> String {
    port().to_json().expect("the model is valid")
}

fn rust(name: &str, text: String) -> String {
    let config = Config::new()
        .metadata_text(name, text)
        .strict(true)
        .strict_model(true);
    let generated = config
        .generate()
        .expect("what is written keeps CSDL's rules");
    generated.text().to_owned()
}

#[test]
fn the_generator_reads_what_is_written_in_each_form_and_version() {
    assert!(port().undescribed().is_empty());
    let text = rust("port.xml", xml(Version::V401));
    let expected = "tests/written/expected.rs";
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(expected, &text).expect("the expectation can be written");
    }
    assert!(
        text == fs::read_to_string(expected).expect("there is an expectation"),
        "the text changed:\n{text}"
    );
    let others = [
        rust("port.json", json()),
        rust("port.xml", xml(Version::V4)),
    ];
    for other in others {
        assert!(other == text, "{other}\nis not\n{text}");
    }
}

#[test]
fn what_is_generated_describes_the_same_model() {
    // The generator adds to the doc comments.
    let again = described_again().without_descriptions();
    let model = port().without_descriptions();
    assert_eq!(again.to_json(), model.to_json());
    assert_eq!(again.to_xml(Version::V401), model.to_xml(Version::V401));
}

#[test]
fn the_model_has_no_differences_from_the_documents_it_wrote() {
    let xml = Metadata::from_xml(&xml(Version::V4)).expect("it is CSDL");
    let json = Metadata::from_json(&json()).expect("it is CSDL");
    for service in [&xml, &json] {
        assert_eq!(port().compare(service), []);
        assert_eq!(described_again().compare(service), []);
    }
}
