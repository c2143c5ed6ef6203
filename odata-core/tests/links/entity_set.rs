//! Ids and links by convention (URL Conventions 4.01 §4.3).

use odata_core::{
    ControlInformation, EntitySet, ErrorKind, ODataResource, ReadOptions, Version, json,
};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Book {
    title: Option<String>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Shelf {
    #[odata(control)]
    control: ControlInformation,
    #[odata(key)]
    room: Option<String>,
    #[odata(key)]
    number: Option<i32>,
    #[odata(navigation)]
    books: Option<Vec<Book>>,
}

/// A link in the payload wins, with or without the prefix. An entity without its key has no links.
#[test]
fn a_link_in_the_payload_replaces_the_conventional_one() {
    let shelves = EntitySet::of::<Shelf>("Shelves/");
    let mut shelf: Shelf = json::from_str_with(
        r#"{"@editLink":"special","room":"a b","number":2}"#,
        &ReadOptions::client().version(Version::V401),
    )
    .unwrap();
    let links = shelves.links(&shelf).unwrap();
    assert_eq!(
        links.id(),
        Some(Some("Shelves(room='a%20b',number=2)".into()))
    );
    shelf.control.fill_in(&links);
    assert_eq!(shelf.control.edit_link().as_deref(), Some("special"));
    assert_eq!(
        shelf.control.of("books").navigation_link().as_deref(),
        Some("Shelves(room='a%20b',number=2)/books")
    );
    shelf.number = None;
    assert_eq!(
        shelves.links(&shelf).unwrap_err().kind(),
        ErrorKind::Missing
    );
}

crate::round_trip::round_trips! {
    types: [Book, Shelf],
    hierarchies: [],
    enumerations: [],
}
