//! More properties than a word has bits, in several levels, some without an initial value.
#![deny(warnings)]

use odata_core::{ODataResource, json};

macro_rules! level {
    ($name:ident $(: $base:ident)?; $required:ident, $($field:ident)*) => {
        #[derive(Debug, PartialEq, ODataResource)]
        #[odata(namespace = "shop")]
        struct $name {
            $(#[odata(base)] base: $base,)?
            $required: Box<i32>,
            $($field: Option<i32>,)*
        }
    };
}

level!(A; a, a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11 a12 a13 a14 a15 a16 a17 a18 a19 a20);
level!(B: A; b, b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 b11 b12 b13 b14 b15 b16 b17 b18 b19 b20);
level!(C: B; c, c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 c11 c12 c13 c14 c15 c16 c17 c18 c19 c20);
level!(D: C; d, d1 d2 d3 d4 d5 d6 d7 d8 d9 d10 d11 d12 d13 d14 d15 d16 d17 d18 d19 d20);

fn main() {
    let mut text = r##"{"@odata.type":"#shop.d""##.to_owned();
    for level in ["a", "b", "c", "d"] {
        text.push_str(&format!(r#","{level}":0"#));
        for i in 1..=20 {
            text.push_str(&format!(r#","{level}{i}":{i}"#));
        }
    }
    text.push('}');
    let value: D = json::from_str(&text).unwrap();
    assert_eq!((value.d20, *value.base.base.base.a), (Some(20), 0));
    assert_eq!(json::to_string(&value).unwrap(), text);
    assert_eq!(D::TYPE.properties().count(), 84);
    let missing = text.replace(r#","c":0"#, "");
    assert_eq!(json::from_str::<D>(&missing).unwrap_err().pointer(), "/c");
}
