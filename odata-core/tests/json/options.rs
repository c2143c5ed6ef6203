//! The predefined options, and those of a media type.

use odata_core::{
    Annotations, DynamicProperties, ErrorKind, MetadataLevel, ODataResource, ReadOptions,
    WriteOptions, json,
    options::{UndeclaredPolicy, UnknownPolicy},
    protocol::MediaType,
};

#[derive(Debug, ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    #[odata(nullable = false)]
    note: Option<String>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

const TEXT: [&str; 3] = [
    r#"{"note":"a","color":"red"}"#,
    r#"{"note":"a","@ns.a":1,"@ns.a":2}"#,
    r#"{}"#,
];

fn errors(options: &ReadOptions) -> [Option<ErrorKind>; 3] {
    TEXT.map(|text| {
        let order = json::from_str_with::<Order>(text, options);
        order.err().map(|it| it.kind())
    })
}

#[test]
fn server_and_strict_options_reject_what_client_options_accept() {
    let (undeclared, duplicate) = (Some(ErrorKind::Undeclared), Some(ErrorKind::Duplicate));
    assert_eq!(errors(&ReadOptions::client()), [None; 3]);
    assert_eq!(
        errors(&ReadOptions::server()),
        [undeclared, duplicate, None]
    );
    assert_eq!(
        errors(&ReadOptions::strict()),
        [undeclared, duplicate, Some(ErrorKind::Missing)]
    );
    let server = ReadOptions::client()
        .undeclared(UndeclaredPolicy::Error)
        .unknown_types(UnknownPolicy::Error)
        .unknown_enum_members(UnknownPolicy::Error)
        .case_insensitive_enums(Some(false))
        .strict_annotations(true);
    assert_eq!(ReadOptions::server(), server);
    let strict = server.require_all(true).strict_ieee754(true);
    assert_eq!(ReadOptions::strict(), strict);
    assert_eq!(ReadOptions::default(), ReadOptions::client());
    assert_eq!(WriteOptions::default(), WriteOptions::new());
}

#[test]
fn a_media_type_sets_its_options_and_leaves_the_others() -> Result<(), Box<dyn std::error::Error>> {
    let media_type: MediaType =
        "application/json;metadata=full;streaming=true;IEEE754Compatible=true;ExponentialDecimals=true"
            .parse()?;
    let read = ReadOptions::strict().max_depth(5);
    assert_eq!(
        read.clone().media_type(media_type),
        read.clone()
            .streaming(true)
            .ieee754(true)
            .exponential_decimals(true)
    );
    let write = WriteOptions::new().strict(true);
    assert_eq!(
        write.clone().media_type(media_type),
        write
            .clone()
            .metadata(Some(MetadataLevel::Full))
            .ieee754(true)
            .exponential_decimals(true)
    );
    let plain: MediaType = "application/json".parse()?;
    assert_eq!(read.clone().ieee754(true).media_type(plain), read);
    Ok(())
}

crate::round_trip::round_trips! {
    types: [Order],
    hierarchies: [],
    enumerations: [],
}
