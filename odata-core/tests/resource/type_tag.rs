//! Type tags and the forms of their names (JSON 4.01 §4.5.3).

use odata_core::MetadataLevel;

use super::*;

/// An object with this tag.
fn tagged(tag: &str) -> String {
    format!(r#"{{"@odata.type":{tag}}}"#)
}

#[test]
fn a_tag_is_written_for_a_derived_type_only() {
    let book = AnyItem::Book(Book::default());
    assert_eq!(
        json::to_string(&book).unwrap(),
        r##"{"@odata.type":"#shop.model.book","words":[]}"##
    );
    assert_eq!(json::to_string(&Address::default()).unwrap(), "{}");
    // At the minimal level, the tag is left out where the declared type is the type of the value.
    let minimal = WriteOptions::new().metadata(Some(MetadataLevel::Minimal));
    assert_eq!(write_with(&Book::default(), &minimal), r#"{"words":[]}"#);
    assert_eq!(
        write_with(&book, &minimal),
        r##"{"@odata.type":"#shop.model.book","words":[]}"##
    );
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", write_type = "always")]
struct Always {}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", write_type = "never")]
struct Never {
    #[odata(base)]
    base: Always,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Derived {
    #[odata(base)]
    base: Never,
}

#[test]
fn write_type_determines_when_a_tag_is_written() {
    assert_eq!(
        json::to_string(&Always::default()).unwrap(),
        r##"{"@odata.type":"#shop.always"}"##
    );
    assert_eq!(json::to_string(&Never::default()).unwrap(), "{}");
    assert_eq!(
        json::to_string(&Derived::default()).unwrap(),
        r##"{"@odata.type":"#shop.derived"}"##
    );
}

#[test]
fn every_form_of_a_type_name_is_read() {
    for tag in [
        r##""#shop.model.book""##,
        r##""shop.model.book""##,
        r##""#shop.book""##,
        r##""shop.book""##,
        r##""$metadata#shop.model.book""##,
        r##""../$metadata#shop.model.book""##,
        r##""\u0023shop.model.book""##,
    ] {
        let item: AnyItem = read(&tagged(tag)).unwrap();
        assert!(matches!(item, AnyItem::Book(_)), "{tag}");
        assert!(
            json::to_string(&item)
                .unwrap()
                .starts_with(r##"{"@odata.type":"#shop.model.book""##)
        );
        // The same for a type outside any hierarchy.
        let address = tagged(&tag.replace("book", "address"));
        assert_eq!(read::<Address>(&address).unwrap(), Address::default());
    }
}

#[test]
fn a_url_must_be_that_of_the_service_metadata() {
    let foreign_type = error_at(ErrorKind::ForeignType, "/@odata.type");
    let book = tagged(r##""http://elsewhere/$metadata#shop.model.book""##);
    let address = tagged(r##""http://elsewhere/$metadata#shop.model.address""##);
    assert_eq!(read_error::<AnyItem>(&book), foreign_type);
    assert_eq!(read_error::<KnownItem>(&book), foreign_type);
    assert_eq!(read_error::<Address>(&address), foreign_type);

    let own = ReadOptions::client().metadata_url("http://elsewhere/$metadata");
    assert!(matches!(read_with(&book, &own), Ok(AnyItem::Book(_))));
    assert_eq!(
        read_with::<Address>(&address, &own).unwrap(),
        Address::default()
    );

    let other = ReadOptions::client().metadata_url("http://other/$metadata");
    assert_eq!(read_error_with::<AnyItem>(&book, &other), foreign_type);
    assert_eq!(read_error_with::<Address>(&address, &other), foreign_type);
}

#[test]
fn a_collection_type_belongs_to_an_array() {
    let text = r##"{"@odata.type":"#shop.model.book","words@odata.type":"#Collection(String)","words":["a"],"n@odata.type":"#Collection(Int32)","n":[1]}"##;
    assert!(rewrite::<AnyItem>(text).is_ok());
    assert_eq!(
        read_error::<AnyItem>(r##"{"@odata.type":"#Collection(shop.model.book)"}"##),
        error_at(ErrorKind::InvalidType, "/@odata.type")
    );
    let words = r##"{"@odata.type":"#shop.model.book","words@odata.type":"#String","words":[]}"##;
    assert_eq!(
        read_error::<AnyItem>(words),
        error_at(ErrorKind::NotDerived, "/words@odata.type")
    );
    let number =
        r##"{"@odata.type":"#shop.model.book","n@odata.type":"#Collection(Int32)","n":1}"##;
    assert_eq!(
        read_error::<AnyItem>(number),
        error_at(ErrorKind::Type, "/n")
    );
}

#[test]
fn a_primitive_type_has_an_optional_prefix_and_namespace() {
    for tag in ["#Int32", "Int32", "Edm.Int32", "#Edm.Int32"] {
        let text =
            format!(r##"{{"@odata.type":"#shop.model.book","n@odata.type":"{tag}","n":1}}"##);
        assert!(read::<AnyItem>(&text).is_ok(), "{tag}");
        let wrong = text.replace(":1}", ":\"x\"}");
        assert_eq!(
            read_error::<AnyItem>(&wrong),
            error_at(ErrorKind::Value, "/n"),
            "{tag}"
        );
    }
}

#[test]
fn the_prefix_is_required_in_4_0_and_optional_in_4_01() {
    let short = r##"{"@type":"#shop.model.book","title":"t","words":[]}"##;
    assert!(matches!(read_with(short, &v401()), Ok(AnyItem::Book(_))));
    // In 4.0, `@type` is an annotation, and the object has no tag.
    let AnyItem::Other(other) = read(short).unwrap() else {
        panic!()
    };
    assert_eq!(json::to_string(&other).unwrap(), short);
    let raw_tag = |book: Book| book.base.annotations.raw("@type").is_some();
    assert!(raw_tag(read::<Book>(short).unwrap()));
    assert!(!raw_tag(read_with::<Book>(short, &v401()).unwrap()));

    // In 4.01, the prefix does not distinguish names, unless the rest of the name has a namespace.
    let options = WriteOptions::new().version(Version::V401);
    let two = r##"{"@type":"#shop.model.book","@odata.a.b":1,"@a.b":2,"words":[]}"##;
    let book: AnyItem = read_with(two, &v401()).unwrap();
    assert_eq!(write_with(&book, &options), two);
    for both in [
        r##"{"@odata.type":"#shop.model.book","@type":"#shop.model.book"}"##,
        r##"{"@odata.type":"#shop.model.book","@id":"1","@odata.id":"1"}"##,
    ] {
        assert_eq!(
            read_error_with::<AnyItem>(both, &v401()).0,
            ErrorKind::Duplicate
        );
    }
    let book = Book {
        title: Some("t".into()),
        ..Book::default()
    };
    assert_eq!(write_with(&AnyItem::Book(book), &options), short);
}

#[test]
fn in_4_0_control_information_and_an_annotation_may_differ_in_the_prefix_only() {
    let text = r##"{"@odata.type":"#shop.model.book","@id":1,"@odata.id":"Books(1)","words":[],"n@type":"#Int32","n":"x"}"##;
    assert_eq!(rewrite::<AnyItem>(text).unwrap(), text);
    // The prefix belongs to the term, not to the target.
    let text = r##"{"@odata.type":"#shop.model.book","@@odata.@id":1,"words":[]}"##;
    assert_eq!(rewrite::<Book>(text).unwrap(), text);
    // What is control information in a 4.01 payload has the prefix when it is written for 4.0.
    let item: AnyItem = read_with(
        r##"{"@type":"#shop.model.book","@id":"Books(1)"}"##,
        &v401(),
    )
    .unwrap();
    assert_eq!(
        json::to_string(&item).unwrap(),
        r##"{"@odata.type":"#shop.model.book","@odata.id":"Books(1)","words":[]}"##
    );
    let AnyItem::Book(book) = item else { panic!() };
    for name in ["@id", "@odata.id"] {
        assert_eq!(
            book.base
                .annotations
                .get::<String>(name)
                .unwrap()
                .as_deref(),
            Some("Books(1)")
        );
    }
}

#[test]
fn a_tag_that_names_no_type_is_an_error() {
    for (tag, kind) in [
        (r#""""#, ErrorKind::InvalidType),
        (r##""#""##, ErrorKind::InvalidType),
        (r#""book""#, ErrorKind::InvalidType),
        (r##""#book""##, ErrorKind::InvalidType),
        (r##""#shop.model.""##, ErrorKind::InvalidType),
        (r##""# shop.model.book""##, ErrorKind::InvalidType),
        (r##""#shop.model. book""##, ErrorKind::InvalidType),
        (
            r##""#Collection(shop.model.book)""##,
            ErrorKind::InvalidType,
        ),
        (r##""#shop..book""##, ErrorKind::InvalidType),
        (r##""#shop.model.1book""##, ErrorKind::InvalidType),
        ("null", ErrorKind::Null),
        ("7", ErrorKind::Type),
        ("true", ErrorKind::Type),
        ("{}", ErrorKind::Type),
        ("[]", ErrorKind::Type),
    ] {
        let error = error_at(kind, "/@odata.type");
        let text = tagged(tag);
        assert_eq!(read_error::<AnyItem>(&text), error, "{tag}");
        assert_eq!(read_error::<KnownItem>(&text), error, "{tag}");
        assert_eq!(read_error::<Address>(&text), error, "{tag}");
    }
}

#[test]
fn a_type_name_is_case_sensitive() {
    let upper = r##"{"@odata.type":"#Shop.Model.Book"}"##;
    assert_eq!(
        read_error::<KnownItem>(upper),
        error_at(ErrorKind::UnknownType, "/@odata.type")
    );
    let error = read::<KnownItem>(upper).unwrap_err();
    assert_eq!(
        error.expected(),
        Some("one of `shop.model.book`, `shop.model.novel`")
    );
}

#[test]
fn a_tag_of_another_type_is_an_error() {
    for tag in [
        r##""#shop.model.house""##,
        r##""#other.address""##,
        r##""#shop.model.Address""##,
    ] {
        assert_eq!(
            read_error::<Address>(&tagged(tag)),
            error_at(ErrorKind::NotDerived, "/@odata.type"),
            "{tag}"
        );
    }
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop.model")]
struct Order {
    to: Option<Address>,
}

#[test]
fn the_tag_of_an_object_is_inside_it_and_that_of_a_primitive_is_not() {
    let order: Order =
        read(r##"{"to":{"@odata.type":"#shop.model.address","street":"s"}}"##).unwrap();
    assert_eq!(order.to.unwrap().street.as_deref(), Some("s"));
    let inside =
        r##"{"@odata.type":"#shop.model.book","title":{"@odata.type":"#String","value":"t"}}"##;
    assert_eq!(
        read_error::<AnyItem>(inside),
        error_at(ErrorKind::Type, "/title")
    );
}

crate::round_trip::round_trips! {
    types: [Always, Never, Derived, Order, Address],
    hierarchies: [],
    enumerations: [],
}
