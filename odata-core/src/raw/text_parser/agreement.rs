//! Tests that the parser agrees with serde_json: on every value, message, line and column.

use std::{borrow::Cow, collections::BTreeMap, fmt::Debug};

use serde::Deserialize;
use serde_json::{Error, Value, value::RawValue};

use crate::raw::text_parser::{TextParser, string::Bytes};

/// Returns a result as the text that is compared.
fn summary<T: Debug>(result: Result<T, Error>) -> String {
    match result {
        Ok(value) => format!("{value:?}"),
        Err(error) => format!("{:?}: {error}", error.classify()),
    }
}

fn parse<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Error> {
    let mut parser = TextParser::new(text);
    let value = T::deserialize(&mut parser)?;
    parser.end()?;
    Ok(value)
}

/// Adds a line to `wrong` if the results differ.
fn compare<'de, T: Deserialize<'de> + Debug>(text: &'de str, wrong: &mut Vec<String>) {
    let parsed = summary(parse::<T>(text));
    let expected = summary(serde_json::from_str::<T>(text));
    if parsed != expected {
        let name = std::any::type_name::<T>();
        wrong.push(format!("{text:?} as {name}: {parsed}, expected {expected}"));
    }
}

/// Adds a line to `wrong` if only one result is an error, or the values differ. Messages are not compared: those of the parser have more
/// detail about a name that is not a number.
fn compare_value<'de, T: Deserialize<'de> + Debug>(text: &'de str, wrong: &mut Vec<String>) {
    let parsed = parse::<T>(text).ok();
    let expected = serde_json::from_str::<T>(text).ok();
    let [parsed, expected] = [parsed, expected].map(|value| format!("{value:?}"));
    if parsed != expected {
        let name = std::any::type_name::<T>();
        wrong.push(format!("{text:?} as {name}: {parsed}, expected {expected}"));
    }
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only its debug form is compared")]
enum Shape {
    Unit,
    Newtype(i32),
    Tuple(i32, String),
    Struct { size: Option<f32> },
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only its debug form is compared")]
struct Inner {
    name: String,
    #[serde(default)]
    tags: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its debug form is compared")]
struct Outer<'a> {
    id: i64,
    #[serde(borrow)]
    note: Option<Cow<'a, str>>,
    #[serde(borrow)]
    raw: Option<&'a RawValue>,
    inner: Option<Box<Inner>>,
    shape: Option<Shape>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its debug form is compared")]
enum Untagged {
    Number(f64),
    Text(String),
    Many(Vec<Untagged>),
}

/// Valid and invalid texts.
const TEXTS: &[&str] = &[
    "",
    " ",
    "\n\n  ",
    "null",
    "nul",
    "nulll",
    "true",
    "tru",
    "false",
    " \t\r\n false \n",
    "fals",
    "\0",
    "?",
    "\u{feff}1",
    "0",
    "-0",
    "-0.0",
    "00",
    "01",
    "-01",
    "-",
    "--1",
    "+1",
    "1.",
    ".5",
    "1.5",
    "1.5.5",
    "1e",
    "1e5",
    "1E+5",
    "1e-5",
    "1e+",
    "1e5.5",
    "1-2",
    "1 2",
    "12345678901234567",
    "123456789012345678",
    "1234567890123456789",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "340282366920938463463374607431768211455",
    "99999999999999999999999999999999999999999999999999",
    "0.1",
    "0.30000000000000004",
    "123456789.123456789123456789",
    "3.4028236e38",
    "1e39",
    "1e308",
    "1e309",
    "-1e309",
    "1e-400",
    "0e999999999999999999999",
    "1e999999999999999999999",
    "127",
    "128",
    "-129",
    "255",
    "256",
    "\"\"",
    "\"",
    "\"a",
    "\"a\"",
    "\"ab\" ",
    "\"a\"b",
    "\"a longer text, with ümläuts 😀 and no escapes\"",
    "\"a\\\"b\"",
    "\"\\u00e9\\n\\/\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"",
    "\"\\ude00 after\"",
    "\"\\ud83dx\"",
    "\"\\x\"",
    "\"\\",
    "\"\\\"",
    "\"\\u12\"",
    "\"tab\there\"",
    "\"much later a\nline\"",
    "\n \"line\n\"",
    "[",
    "[]",
    "[ ]",
    "[,]",
    "[1",
    "[1,",
    "[1,]",
    "[1, ]",
    "[1 2]",
    "[1,2]",
    "[1,2}",
    "[ 1 , -2 ,\n3 ]",
    "[1,2,3]",
    "[1,\"a\"]",
    "[1,\"a\",2]",
    "[[1],[2,3],[]]",
    "[\"a\",\"\\n\",null]",
    "[1,\n\"x\\ud800\"]",
    "[tru]",
    "{",
    "{}",
    "{ }",
    "{,}",
    "{1:2}",
    "{a:1}",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1",
    "{\"a\":1,",
    "{\"a\":1,}",
    "{\"a\":1,\"a\":2}",
    "{\"a\" : 1 , \"b\":2}",
    "{\"a\":1 \"b\":2}",
    "{\"a\":1]",
    "{\"a\\n\":1}",
    "{\"\\ud800\":1}",
    "{\"1\":1,\"-2\":2}",
    "{\"true\":1}",
    "{\"1.5\":1}",
    "{\"7\":1,\"7\":2}",
    "{\"-0\":1}",
    "{\"\":1}",
    "{\"-\":1}",
    "{\"x1\":1}",
    "{\"128\":1}",
    "{\"-129\":1}",
    "{\"18446744073709551615\":1}",
    "{\"18446744073709551616\":1}",
    "{\"false\":1,\"true\":0}",
    "{\"True\":1}",
    "{\"Newtype\":5}",
    "{\"Newtype\":\"x\"}",
    "{\"Newtype\":5,\"more\":1}",
    "{\"Newtype\" :5 }",
    "{\"Unit\":null}",
    "{\"Tuple\":[1,\"b\"]}",
    "{\"Tuple\":[1]}",
    "{\"Tuple\":[1,\"b\",3]}",
    "{\"Struct\":{\"size\":1.5}}",
    "{\"Struct\":[0.1]}",
    "{\"Other\":1}",
    "\"Unit\"",
    "\"Newtype\"",
    "\"Struct\"",
    "\"Tuple\"",
    "\"Other\"",
    "{\"id\":1}",
    "{\"id\":\"1\"}",
    "{\"id\":1.5}",
    "{\"id\":1,\"id\":2}",
    "{\"note\":null}",
    "{\"id\":1,\"note\":\"n\"}",
    "{\"id\":1,\"note\":\"n\\t\"}",
    "{\"id\":1,\"note\":5}",
    "{\"id\":1,\"other\":5}",
    "{\"id\":1,\n  \"inner\": {\"name\":\"x\"}}",
    "{\"id\":1,\n  \"inner\": {\"name\":7}}",
    "{\"id\":1,\n  \"inner\": {\n}\n}",
    "{\"id\":1,\"inner\":[\"x\",[\"y\"]]}",
    "{\"id\":1,\"inner\":[\"x\",[\"y\"],1]}",
    "{\"id\":1,\"raw\": {\"a\" : [1, 2.50, \"\\ud800\"]} }",
    "{\"id\":1,\"raw\":1.50}",
    "{\"id\":1,\"raw\":\"t\"}",
    "{\"id\":1,\"raw\":}",
    "{\"id\":1,\"raw\":[1,}",
    "{\"id\":1,\"shape\":\"Unit\"}",
    "{\"id\":1,\"shape\":{\"Newtype\":1}}",
    "{\"id\":1,\"shape\":7}",
    "{\"id\":1,\"shape\":{}}",
    "{\"id\":1,\"shape\":{7:1}}",
    "{\"id\":1,\"inner\":{\"name\":\"a\",\"tags\":[\"b\",\"c\",5]}}",
];

#[test]
fn the_parser_agrees_with_serde_json() {
    let mut wrong = Vec::new();
    for text in TEXTS {
        compare_all(text, &mut wrong);
        // The same text one level deeper, and with more text after it.
        compare_all(&format!("[{text}]"), &mut wrong);
        compare_all(&format!("{{\"id\":{text},\n\"b\":2}}"), &mut wrong);
        compare_all(&format!("{text} x"), &mut wrong);
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn it_agrees_on_every_part_of_a_text() {
    let text = "{\"id\":-12,\n\"note\":\"é\\n\",\"raw\":[ true,{}],\"inner\":{\"name\":\"n\",\"tags\":[\"t\" ]},\"shape\":{\"Tuple\":[1,\"b\"]}}";
    let mut wrong = Vec::new();
    for (end, _) in text.char_indices() {
        let (head, tail) = text.split_at(end);
        compare_all(head, &mut wrong);
        for inserted in ["\"", "\\", "1", "}", "]", ",", ":", "x", "\t", "null"] {
            compare::<Outer<'_>>(&format!("{head}{inserted}{tail}"), &mut wrong);
            compare::<Value>(&format!("{head}{inserted}{tail}"), &mut wrong);
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn it_agrees_at_the_depth_limit() {
    let mut wrong = Vec::new();
    for depth in 125..=130 {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            compare::<Value>(&text, &mut wrong);
            compare::<&RawValue>(&text, &mut wrong);
        }
    }
    assert_eq!(wrong, [""; 0]);
}

fn compare_all(text: &str, wrong: &mut Vec<String>) {
    compare::<Value>(text, wrong);
    compare::<Option<bool>>(text, wrong);
    compare::<()>(text, wrong);
    compare::<char>(text, wrong);
    compare::<i8>(text, wrong);
    compare::<u8>(text, wrong);
    compare::<i64>(text, wrong);
    compare::<u64>(text, wrong);
    compare::<f32>(text, wrong);
    compare::<f64>(text, wrong);
    compare::<String>(text, wrong);
    compare::<&str>(text, wrong);
    compare::<Bytes>(text, wrong);
    compare::<&RawValue>(text, wrong);
    compare::<Box<RawValue>>(text, wrong);
    compare::<serde::de::IgnoredAny>(text, wrong);
    compare::<Vec<i32>>(text, wrong);
    compare::<(i32, String)>(text, wrong);
    compare::<Vec<Option<String>>>(text, wrong);
    compare::<BTreeMap<String, Value>>(text, wrong);
    compare::<BTreeMap<Cow<'_, str>, &RawValue>>(text, wrong);
    compare::<Shape>(text, wrong);
    compare::<Inner>(text, wrong);
    compare::<Outer<'_>>(text, wrong);
    compare::<Untagged>(text, wrong);
    compare_value::<BTreeMap<i8, i64>>(text, wrong);
    compare_value::<BTreeMap<u64, i64>>(text, wrong);
    compare_value::<BTreeMap<i128, i64>>(text, wrong);
    compare_value::<BTreeMap<bool, i64>>(text, wrong);
}
