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

#[test]
fn the_id_of_a_key_requires_the_values_of_the_key() {
    let shelves = EntitySet::of::<Shelf>("Shelves");
    let id = shelves.id_of_key(&("a/b", 2));
    assert_eq!(id.unwrap(), "Shelves(room='a%2Fb',number=2)");
    let error = shelves.id_of_key(&("a",)).unwrap_err();
    assert_eq!(
        error.message(),
        "the key of `shop.shelf` has 2 properties; expected a tuple with the values of room, number"
    );
    assert_eq!(
        shelves.id_of_key(&("a", "b")).unwrap_err().pointer(),
        "/number"
    );
    let null = shelves.id_of_key(&(None::<&str>, 2)).unwrap_err();
    assert_eq!((null.kind(), null.pointer()), (ErrorKind::Missing, "/room"));
    let books = EntitySet::of::<Book>("Books");
    assert_eq!(books.id_of_key("a").unwrap_err().kind(), ErrorKind::Missing);
}

crate::round_trip::round_trips! {
    types: [Book, Shelf],
    hierarchies: [],
    enumerations: [],
}
