//! Type tags that follow properties. `json` looks ahead for them in the text, and indexes the text where that is not certain. With another
//! parser, the members before the tag are captured and read again. All ways give the same values and the same errors.

use super::*;

/// Objects with and without a late tag, in every form that decides how they are read.
const OBJECTS: &[&str] = &[
    r##"{"title":"t","price":79228162514264337593543950335.10,"@odata.type":"#shop.model.book","more":1.10}"##,
    r##"{ "title" : "a \" } ] \\" , "words" : [ "x" , "]}" ] , "@odata.type" : "#shop.model.book" }"##,
    r##"{"@odata.etag":"e","title":"t","@odata.id":"i","@odata.type":"#shop.model.novel","hero":"h"}"##,
    r##"{"x":{"@odata.type":"#shop.model.novel","y":[{"z":{}}]},"@odata.type":"#shop.model.book"}"##,
    r##"{"x":{"y":1,"@odata.type":"#shop.model.novel"},"@odata.type":"#shop.model.book","n@odata.type":"#Int32","n":1}"##,
    r##"{"hero":"h","sequel":{"hero":"i","sequel":{"title":"t","@odata.type":"#shop.model.book"},"@odata.type":"#shop.model.novel"},"@odata.type":"#shop.model.novel"}"##,
    r##"{"hero":"h","sequel":{"title":"t"},"@odata.type":"#shop.model.novel"}"##,
    r##"{"title":"t","\u0040odata.type":"#shop.model.book"}"##,
    r##"{"t\u0069tle":"t","@odata.type":"#shop.model.book"}"##,
    r##"{"title":"t","@odata.type":"\u0023shop.model.book"}"##,
    r##"{"title":"t","@odata.type":"shop.book"}"##,
    r##"{"title":"t","@odata.type":"#shop.book"}"##,
    r##"{"title":"t","@odata.type":"#shop.model.unknown"}"##,
    r##"{"title":"t","@type":"#shop.model.book"}"##,
    r##"{"title":"t","@type":"#shop.model.book","@odata.type":"#shop.model.novel"}"##,
    r##"{"title":"t","a":1,"b":-2.5e+3,"c":true,"d":false,"e":null,"er":"","errors":[],"f" :0,"g": 1,"h":"}" ,"@odata.type":"#shop.model.book"}"##,
    r##"{"title":"t","a":"\"","error":{"b":1},"c":"\\","d":"@odata.type","@odata.type":"#shop.model.book","error@a.b":1}"##,
    r##"{"@a.b":1,"@c.d":{"e":"f"},"title":"t","@g.h":2,"i":3,"@odata.type":"#shop.model.book","j":4}"##,
    r##"{"x":[{"y":1},{"z":2,"v":3}],"hero":"h","sequel":{"title":"t","@odata.type":"#shop.model.book"},"@odata.type":"#shop.model.novel"}"##,
    r##"{"title":"t","@odata.context":"$metadata#Items/shop.model.book/$entity"}"##,
    r##"{"@odata.context":"$metadata#Items/shop.model.book/$entity","title":"t"}"##,
    r##"{"@odata.context":"$metadata#Items/$entity","title":"t","@odata.type":"#shop.model.book"}"##,
    r##"{"title":"t"}"##,
    r##"{}"##,
    // Looking ahead finds no tag, or that of another object.
    r##"{"title":"}","@odata.type":"#shop.model.book"}"##,
    r##"{"title":"{","@odata.type":"#shop.model.book"}"##,
    r##"{"title":"t","more":"{{","words":["}"],"@odata.type":"#shop.model.book"}"##,
    r##"{"hero":"}","sequel":{"title":"{","@odata.type":"#shop.model.book"},"@odata.type":"#shop.model.novel"}"##,
    r##"{"title":"}","x":{"@odata.type":"#shop.model.novel"},"more":"{","@odata.type":"#shop.model.book"}"##,
    r##"{"title":"}","x":{"y":1,"@odata.type":"#shop.model.novel"},"@odata.type":"#shop.model.book"}"##,
    r##"{"title":"{","x":{"y":1,"@odata.type":"#shop.model.novel"},"z":"}","@odata.type":"#shop.model.book"}"##,
    r##"{"title":"{","x":"}","y":{"@odata.type":"#shop.model.novel","z":1}}"##,
    r##"{"title":"\"@odata.type\":\"#shop.model.novel","@odata.type":"#shop.model.book"}"##,
    r##"{"title":"@odata.type","more":"#shop.model.novel","@odata.type":"#shop.model.book"}"##,
    r##"{"title":"t","words":["@odata.type"],"more@odata.type":"#String","more":"s","@odata.type":"#shop.model.book"}"##,
];

/// Objects that are errors of a closed hierarchy, or of any.
const WRONG: &[&str] = &[
    r##"{"hero":"h","sequel":null,"sequel@odata.count":1,"@odata.type":"#shop.model.novel"}"##,
    r##"{"title":1,"@odata.type":"#shop.model.book"}"##,
    r##"{"title":"t","price":"many","@odata.type":"#shop.model.book"}"##,
    r##"{"title":"t","title":"t","@odata.type":"#shop.model.book"}"##,
    r##"{"title":"t","@odata.type":"#shop.model.book","@odata.type":"#shop.model.book"}"##,
    r##"{"title":"t","@odata.type":"#shop.model.book","words":[1]}"##,
    r##"{"title":"t","\u0040odata.type":"#shop.model.book","@odata.type":"#shop.model.novel"}"##,
    r##"{"title":"t","@odata.type":"#shop.model.address"}"##,
    r##"{"title":"t","@odata.type":"#Collection(shop.model.book)"}"##,
    r##"{"title":"t","@odata.type":1}"##,
    r##"{"title":"t","@odata.type":null}"##,
    r##"{"error":{"code":"c","message":"m"}}"##,
    r##"{"title":"t","more":}, "@odata.type":"#shop.model.book"}"##,
    r##"{"title":"t","more":},"other":1,"@odata.type":"#shop.model.book"}"##,
    r##"{"title":"t","more":truth,"other":1,"@odata.type":"#shop.model.book"}"##,
    r##"{"hero":"h","sequel":{"hero":1,"@odata.type":"#shop.model.novel"},"@odata.type":"#shop.model.novel"}"##,
    r##"{"title":"{","sequel":{"hero":1},"more":"}","@odata.type":"#shop.model.book","title":"t"}"##,
    r##"{"title":"}","hero":1,"@odata.type":"#shop.model.novel"}"##,
    r##"{"title":"{","hero":{"a":"}","@odata.type":"#shop.model.book"},"@odata.type":"#shop.model.novel"}"##,
];

/// Reads through serde_json, which does not look ahead, with the options of the call around it.
#[derive(Debug)]
struct OtherParser<T>(T);

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for OtherParser<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&serde_json::value::RawValue>::deserialize(deserializer)?;
        serde_json::from_str(text.get())
            .map(OtherParser)
            .map_err(serde::de::Error::custom)
    }
}

impl<T: Validate> Validate for OtherParser<T> {
    fn check<'a>(
        &'a self,
        at: &'a odata_core::validate::Path<'a>,
        violations: &'a mut odata_core::Violations,
    ) {
        self.0.check(at, violations);
    }
}

/// An item of an array, read by looking ahead, with an index of the tags, and through the capture of members.
fn each_way<T>(object: &str, options: &ReadOptions) -> [Result<T, Error>; 3]
where
    T: DeserializeOwned + Validate + PartialEq + Debug,
{
    [(1, true), (1, false), (20, false)].map(|(before, looks_ahead)| {
        let [before, after] = [before, 40].map(|times| {
            format!(
                r##"{{"@odata.type":"#shop.model.book","title":"{}"}}"##,
                object
                    .replace(|c: char| !c.is_alphabetic(), "")
                    .repeat(times)
            )
        });
        let text = format!("[{before},{object},{after}]");
        // Only near the start of a text, an object whose tag is not found by looking ahead makes an index.
        if looks_ahead {
            let mut items: Vec<T> = json::from_str_with(&text, options)?;
            Ok(items.swap_remove(1))
        } else {
            let mut items: Vec<OtherParser<T>> = json::from_str_with(&text, options)?;
            Ok(items.swap_remove(1).0)
        }
    })
}

/// Checks that all ways have the same outcome.
#[track_caller]
fn same_each_way<T>(object: &str, options: &ReadOptions)
where
    T: DeserializeOwned + Validate + PartialEq + Debug,
{
    match each_way::<T>(object, options) {
        [Ok(found), Ok(indexed), Ok(captured)] => {
            assert_eq!(found, indexed, "{object}");
            assert_eq!(found, captured, "{object}");
        }
        [Err(found), Err(indexed), Err(captured)] => {
            for other in [indexed, captured] {
                assert_eq!(found.kind(), other.kind(), "{object}");
                assert_eq!(found.message(), other.message(), "{object}");
            }
            // The positions of another parser count from the start of the item. The trace of a captured member may lack the steps to its
            // object.
            let alone = json::from_str_with::<T>(object, options).unwrap_err();
            assert!(
                found.pointer().ends_with(alone.pointer()),
                "{object}: {found} {alone}"
            );
        }
        outcomes => panic!("{object}: {outcomes:?}"),
    }
}

#[test]
fn a_late_tag_is_found_in_the_text_as_by_capture() {
    for options in [
        ReadOptions::client(),
        v401(),
        ReadOptions::client().streaming(true),
    ] {
        for object in OBJECTS.iter().chain(WRONG) {
            same_each_way::<AnyItem>(object, &options);
            same_each_way::<KnownItem>(object, &options);
        }
    }
    for object in OBJECTS {
        let [found, ..] = each_way::<AnyItem>(object, &ReadOptions::client());
        assert_eq!(
            found.unwrap(),
            serde_json::from_str::<AnyItem>(object).unwrap(),
            "{object}"
        );
    }
    for object in WRONG {
        let [found, ..] = each_way::<KnownItem>(object, &ReadOptions::client());
        assert!(found.is_err(), "{object}");
        assert!(
            serde_json::from_str::<KnownItem>(object).is_err(),
            "{object}"
        );
    }
}

#[test]
fn every_end_of_a_text_with_late_tags_is_an_error() {
    for object in OBJECTS {
        let text = format!("[{object},{object}]");
        for end in (1..text.len()).filter(|end| text.is_char_boundary(*end)) {
            let error = json::from_str::<Vec<AnyItem>>(&text[..end]).unwrap_err();
            // A number may end after its point only if it is wrong.
            let is_end = matches!(error.kind(), ErrorKind::Eof | ErrorKind::Syntax);
            assert!(is_end, "{}: {error}", &text[..end]);
        }
    }
}

/// A type that hides the errors of another.
#[derive(Debug, PartialEq, serde::Deserialize)]
#[serde(untagged)]
enum Hiding {
    Item(Box<AnyItem>),
    #[allow(dead_code, reason = "only whether it was read counts")]
    Anything(serde_json::Value),
}

impl Validate for Hiding {
    fn check<'a>(
        &'a self,
        _: &'a odata_core::validate::Path<'a>,
        _: &'a mut odata_core::Violations,
    ) {
    }
}

#[test]
fn a_type_that_hides_errors_does_not_hide_that_the_text_is_read_again() {
    let text = r##"{"title":"t","@odata.type":"#shop.model.book"}"##;
    let value: Hiding = json::from_str(text).unwrap();
    assert!(matches!(value, Hiding::Item(_)), "{value:?}");
}

#[test]
fn a_read_inside_a_read_has_its_own_text() {
    #[derive(Debug)]
    struct Quoted(AnyItem);

    impl<'de> serde::Deserialize<'de> for Quoted {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let text = String::deserialize(deserializer)?;
            json::from_str(&text)
                .map(Quoted)
                .map_err(serde::de::Error::custom)
        }
    }

    impl Validate for Quoted {
        fn check<'a>(
            &'a self,
            _: &'a odata_core::validate::Path<'a>,
            _: &'a mut odata_core::Violations,
        ) {
        }
    }

    let item = r##"{"title":"t","@odata.type":"#shop.model.book"}"##;
    let quoted = serde_json::to_string(item).unwrap();
    let items: Vec<Quoted> = json::from_str(&format!("[{quoted},{quoted}]")).unwrap();
    let expected: AnyItem = json::from_str(item).unwrap();
    assert!(items.iter().all(|it| it.0 == expected));
}

#[test]
fn an_error_in_an_object_with_a_late_tag_has_the_path_from_the_start_of_the_text() {
    let object = r##"{"title":"t","words":[ "a\"b" , 1.5 ],"@odata.type":"#shop.model.book"}"##;
    for (before, pointer) in [("", "/0/words/1"), ("null,", "/1/words/1")] {
        let text = format!("[{before}{object}{}]", ",null".repeat(20));
        let error = json::from_str::<Vec<Option<AnyItem>>>(&text).unwrap_err();
        assert_eq!(error.pointer(), pointer, "{error}");
    }
}

/// The name of one type begins with that of another.
#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Part {
    size: Option<i32>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", name = "bolt")]
struct Bolt {
    #[odata(base)]
    base: Part,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", name = "boltOfStainlessSteelWithAHexagonalHead")]
struct LongBolt {
    #[odata(base)]
    base: Part,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Part)]
enum AnyPart {
    Bolt(Bolt),
    LongBolt(LongBolt),
}

#[test]
fn a_late_tag_is_read_whole_wherever_it_is() {
    for spaces in 0..40 {
        for (name, is_long) in [
            ("bolt", false),
            ("boltOfStainlessSteelWithAHexagonalHead", true),
        ] {
            let text = format!(
                r##"{{"size":1,{}"@odata.type":"#shop.{name}"}}"##,
                " ".repeat(spaces)
            );
            let part: AnyPart = json::from_str(&text).unwrap();
            assert_eq!(matches!(part, AnyPart::LongBolt(_)), is_long, "{text}");
        }
    }
}

crate::round_trip::round_trips! {
    types: [Bolt, LongBolt],
    hierarchies: [AnyPart { Bolt, LongBolt }],
    enumerations: [],
}
