//! Numbers are exact for any position of the tag and any reader.

use odata_core::{
    Annotations, DynamicProperties, DynamicResource, ODataResource, ReadOptions, WriteOptions,
    edm::Decimal, json,
};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Thing {
    #[odata(dynamic_properties)]
    more: DynamicProperties,
    #[odata(annotations)]
    annotations: Annotations,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref)]
struct Account {
    #[odata(base)]
    thing: Thing,
    big: Option<i64>,
    exact: Option<Decimal>,
    amounts: Vec<Decimal>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Thing)]
enum AnyThing {
    Account(Account),
    #[odata(other)]
    Other(DynamicResource),
}

const NUMBERS: &str = r#""big":9223372036854775807,"exact":79228162514264337593543950335,"amounts":[0.1000000000000000055,-0.5],"undeclared":0.1000000000000000055,"deep":[{"n":79228162514264337593543950335}]"#;

/// Reads by every function, with the tag first, in the middle and last.
fn read_all(tag: &str) -> Vec<AnyThing> {
    let (before, after) = NUMBERS.split_at(NUMBERS.find(r#","amounts""#).unwrap());
    let tag = format!(r##""@odata.type":"#shop.{tag}""##);
    let texts = [
        format!("{{{tag},{NUMBERS}}}"),
        format!("{{{before},{tag}{after}}}"),
        format!("{{{NUMBERS},{tag}}}"),
    ];
    texts
        .iter()
        .flat_map(|text| {
            [
                json::from_str(text).unwrap(),
                json::from_slice(text.as_bytes()).unwrap(),
                json::from_reader(text.as_bytes()).unwrap(),
                serde_json::from_str(text).unwrap(),
                serde_json::from_reader(text.as_bytes()).unwrap(),
            ]
        })
        .collect()
}

#[test]
fn declared_and_undeclared_numbers_are_exact() {
    for any in read_all("account") {
        let account = any.as_account().unwrap();
        assert_eq!(account.big, Some(i64::MAX));
        assert_eq!(
            account.exact.as_ref().unwrap().to_string(),
            "79228162514264337593543950335"
        );
        assert_eq!(account.amounts[0].to_string(), "0.1000000000000000055");
        assert_eq!(
            account.more.raw("undeclared").unwrap().as_str(),
            "0.1000000000000000055"
        );
        let text = json::to_string(&any).unwrap();
        assert_eq!(
            text,
            format!(r##"{{"@odata.type":"#shop.account",{NUMBERS}}}"##)
        );
    }
}

#[test]
fn numbers_of_an_unknown_type_are_exact() {
    for any in read_all("unknown") {
        let AnyThing::Other(resource) = &any else {
            panic!("{any:?}")
        };
        for (name, _) in resource.iter().filter(|(name, _)| !name.starts_with('@')) {
            assert!(
                NUMBERS.contains(resource.raw(name).unwrap().as_str()),
                "{name}"
            );
        }
    }
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Reading {
    values: Vec<f64>,
}

#[test]
fn a_double_may_be_infinite_or_nan() {
    let text = r#"{"values":["INF","-INF","NaN",0.1,5e-324]}"#;
    let reading: Reading = json::from_str(text).unwrap();
    assert!(reading.values[0].is_infinite() && reading.values[2].is_nan());
    assert_eq!(json::to_string(&reading).unwrap(), text);
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Measured<T> {
    value: T,
    limit: Option<T>,
    values: Vec<T>,
    boxed: Box<T>,
}

#[test]
fn a_number_of_a_type_parameter_follows_the_rules_of_odata() {
    let text = r#"{"value":"INF","limit":-0,"values":["-INF",1.5],"boxed":"INF"}"#;
    let read: Measured<f64> = json::from_str(text).unwrap();
    assert_eq!(read.value, f64::INFINITY);
    assert_eq!(read.values, [f64::NEG_INFINITY, 1.5]);
    assert_eq!(
        json::to_string(&read).unwrap(),
        r#"{"value":"INF","limit":-0.0,"values":["-INF",1.5],"boxed":"INF"}"#
    );

    // serde_json passes `-0` as a float.
    let zero = r#"{"value":-0,"values":[-0],"boxed":-0}"#;
    let read: Measured<i32> = serde_json::from_str(zero).unwrap();
    assert_eq!((read.value, read.values), (0, vec![0]));
}

#[test]
fn a_number_of_a_type_parameter_is_a_string_under_ieee754_compatible() {
    let text = r#"{"value":"9007199254740993","limit":"1","values":["2"],"boxed":"3"}"#;
    let read: Measured<i64> =
        json::from_str_with(text, &ReadOptions::client().ieee754(true)).unwrap();
    assert_eq!(read.value, 9_007_199_254_740_993);
    assert_eq!(
        json::to_string_with(&read, &WriteOptions::new().ieee754(true)).unwrap(),
        text
    );
    assert!(json::from_str::<Measured<i64>>(text).is_err());
}

crate::round_trip::round_trips! {
    types: [Account, Measured<i64>, Reading],
    hierarchies: [AnyThing { Account }],
    enumerations: [],
}
