//! Each option of reading, alone.

use odata_core::{
    Annotations, DynamicProperties, Error, ErrorKind, ODataEnum, ODataResource, ReadOptions,
    Version, json,
    options::{Undeclared, Unknown},
};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Order {
    number: Option<i64>,
    #[odata(nullable = false)]
    note: Option<String>,
    state: Option<State>,
    lines: Option<Vec<Order>>,
    #[odata(validate(range(max = 3)))]
    copies: Option<i32>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Clone, PartialEq, ODataEnum)]
#[odata(namespace = "shop", case_insensitive)]
enum State {
    Draft,
    #[odata(other)]
    Other(String),
}

fn read(text: &str, options: ReadOptions) -> Result<Order, Error> {
    let result = json::from_str_with::<Order>(text, &options);
    let by_reader = json::from_reader_with::<Order>(text.as_bytes(), &options);
    assert_eq!(result.as_ref().ok(), by_reader.as_ref().ok());
    result
}

fn refused(text: &str, options: ReadOptions) -> (ErrorKind, String) {
    let error = read(text, options).unwrap_err();
    (error.kind(), error.pointer().to_owned())
}

fn client() -> ReadOptions {
    ReadOptions::client()
}

#[test]
fn version() {
    let text = r##"{"@type":"#shop.order","@id":"1"}"##;
    assert!(
        read(text, client())
            .unwrap()
            .annotations
            .raw("@type")
            .is_some()
    );
    let order = read(text, client().version(Version::V401)).unwrap();
    assert!(order.annotations.raw("@type").is_none());
    let both = r#"{"@id":"1","@odata.id":"1"}"#;
    assert!(read(both, client()).is_ok());
    assert_eq!(
        refused(both, client().version(Version::V401)).0,
        ErrorKind::Duplicate
    );
}

#[test]
fn streaming() {
    let late = r##"{"number":1,"@odata.type":"#shop.order"}"##;
    assert!(read(late, client()).is_ok());
    assert_eq!(
        refused(late, client().streaming(true)),
        (ErrorKind::Order, "/@odata.type".to_owned())
    );
    let after = r#"{"number":1,"number@ns.a":1}"#;
    assert_eq!(refused(after, client().streaming(true)).0, ErrorKind::Order);
    let ordered = r##"{"@odata.context":"c","@odata.type":"#shop.order","@odata.id":"1","number@ns.a":1,"number":1}"##;
    assert!(read(ordered, client().streaming(true)).is_ok());
}

#[test]
fn undeclared() {
    let text = r#"{"x":1}"#;
    assert_eq!(read(text, client()).unwrap().more.len(), 1);
    assert!(
        read(text, client().undeclared(Undeclared::Skip))
            .unwrap()
            .more
            .is_empty()
    );
    let error = refused(text, client().undeclared(Undeclared::Error));
    assert_eq!(error, (ErrorKind::Undeclared, "/x".to_owned()));
}

#[test]
fn unknown_enum_members() {
    let text = r#"{"state":"lost"}"#;
    assert_eq!(
        read(text, client()).unwrap().state,
        Some(State::Other("lost".to_owned()))
    );
    let error = refused(text, client().unknown_enum_members(Unknown::Error));
    assert_eq!(error, (ErrorKind::UnknownMember, "/state".to_owned()));
}

#[test]
fn case_insensitive_enums() {
    let text = r#"{"state":"DRAFT"}"#;
    assert_eq!(read(text, client()).unwrap().state, Some(State::Draft));
    let exact = read(text, client().case_insensitive_enums(Some(false))).unwrap();
    assert_eq!(exact.state, Some(State::Other("DRAFT".to_owned())));
}

#[test]
fn case_insensitive_properties() {
    let text = r#"{"NUMBER":1}"#;
    assert_eq!(read(text, client()).unwrap().number, None);
    let order = read(text, client().case_insensitive_properties(true)).unwrap();
    assert_eq!((order.number, order.more.len()), (Some(1), 0));
    let twice = r#"{"NUMBER":1,"number":1}"#;
    assert_eq!(
        refused(twice, client().case_insensitive_properties(true)).0,
        ErrorKind::Duplicate
    );
}

#[test]
fn require_all() {
    assert!(read("{}", client()).is_ok());
    assert_eq!(
        refused("{}", client().require_all(true)).0,
        ErrorKind::Missing
    );
    assert!(read(r#"{"note":"n","lines":[]}"#, client().require_all(true)).is_ok());
}

#[test]
fn strict_annotations() {
    for text in [r#"{"@ns.a":1,"@ns.a":1}"#, r#"{"@ns.a@ns.b":1}"#] {
        assert!(read(text, client()).is_ok(), "{text}");
        assert!(
            read(text, client().strict_annotations(true)).is_err(),
            "{text}"
        );
    }
}

#[test]
fn ieee754() {
    let text = r#"{"number":"9223372036854775807"}"#;
    assert_eq!(refused(text, client()).1, "/number");
    assert_eq!(
        read(text, client().ieee754(true)).unwrap().number,
        Some(i64::MAX)
    );
}

#[test]
fn max_depth() {
    let text = r#"{"lines":[{"lines":[{}]}]}"#;
    assert!(read(text, client().max_depth(5)).is_ok());
    let (kind, pointer) = refused(text, client().max_depth(4));
    assert_eq!(
        (kind, pointer.as_str()),
        (ErrorKind::Depth, "/lines/0/lines/0")
    );
    let text = r#"{"x":[[[1]]]}"#;
    assert!(read(text, client().max_depth(4)).is_ok());
    assert_eq!(refused(text, client().max_depth(3)).0, ErrorKind::Depth);
}

#[test]
fn max_bytes() {
    let text = r#"{"note":"1234"}"#;
    assert!(read(text, client().max_bytes(text.len())).is_ok());
    assert_eq!(
        refused(text, client().max_bytes(text.len() - 1)).0,
        ErrorKind::Length
    );
}

#[test]
fn max_members_max_string_and_max_number() {
    let text = r#"{"number":1,"note":"12345","x":{"a":123456}}"#;
    assert!(read(text, client().max_members(3).max_string(6).max_number(6)).is_ok());
    assert_eq!(refused(text, client().max_members(2)).0, ErrorKind::Length);
    assert_eq!(refused(text, client().max_string(4)).0, ErrorKind::Length);
    assert_eq!(refused(text, client().max_number(5)).0, ErrorKind::Length);
}

#[test]
fn validate() {
    let text = r#"{"copies":4}"#;
    assert_eq!(
        refused(text, client()),
        (ErrorKind::Validation, "/copies".to_owned())
    );
    assert_eq!(
        read(text, client().validate(false)).unwrap().copies,
        Some(4)
    );
}

#[test]
fn server_and_strict_are_the_strictest_of_these() {
    let server = ReadOptions::server();
    assert_eq!(server.undeclared, Undeclared::Error);
    assert_eq!(server.unknown_types, Unknown::Error);
    assert!(server.strict_annotations && !server.require_all);
    assert!(ReadOptions::strict().require_all);
}
