//! Query options (URL Conventions 4.01 §5).

use odata_core::{ODataResource, http::Query};

use crate::Order;

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct RushOrder {
    #[odata(base)]
    order: Order,
    #[odata(name = "Deadline")]
    deadline: Option<String>,
    #[odata(skip)]
    cached: bool,
}

#[test]
fn select_has_the_properties_of_the_chain_without_navigation() {
    let query = Query::new().select::<RushOrder>();
    assert_eq!(query.to_string(), "$select=id%2Ctotal%2Cnote%2CDeadline");
}

#[test]
fn values_are_percent_encoded_and_names_are_not() {
    let query = Query::new()
        .filter("note eq 'a+b&c=d#e'")
        .expand("parts($select=id)")
        .with("$search", "\"ü\"")
        .with("api-version", "1.0");
    assert_eq!(
        query.to_string(),
        "$filter=note%20eq%20%27a%2Bb%26c%3Dd%23e%27&$expand=parts%28%24select%3Did%29\
         &$search=%22%C3%BC%22&api-version=1.0",
    );
}

#[test]
fn options_follow_those_of_the_url() {
    let query = Query::new().top(3).count();
    for (url, expected) in [
        ("Orders", "Orders?$top=3&$count=true"),
        ("Orders?", "Orders?$top=3&$count=true"),
        ("Orders?a=b", "Orders?a=b&$top=3&$count=true"),
        ("Orders?a=b&", "Orders?a=b&$top=3&$count=true"),
    ] {
        assert_eq!(query.append_to(url), expected);
        assert_eq!(Query::new().append_to(url), url);
    }
}

crate::round_trip::round_trips! {
    types: [RushOrder],
    hierarchies: [],
    enumerations: [],
}
