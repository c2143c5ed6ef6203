//! The source of the generated programs.

use std::fmt::Write as _;

/// What grows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Axis {
    Depth,
    Width,
    Variants,
    Nesting,
    Items,
}

impl Axis {
    pub(crate) const ALL: [Self; 5] = [
        Self::Depth,
        Self::Width,
        Self::Variants,
        Self::Nesting,
        Self::Items,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Depth => "depth",
            Self::Width => "width",
            Self::Variants => "variants",
            Self::Nesting => "nesting",
            Self::Items => "items",
        }
    }

    fn points(self, smoke: bool) -> &'static [usize] {
        match (self, smoke) {
            (Self::Depth, false) => &[1, 2, 4, 8, 16, 32],
            (Self::Width, false) => &[8, 32, 128, 512, 1024],
            (Self::Variants, false) => &[2, 8, 32, 128, 512, 2048],
            (Self::Nesting, false) => &[1, 3, 10, 30, 90],
            (Self::Items, false) => &[100, 1_000, 10_000, 100_000],
            (Self::Items, true) => &[10, 100],
            (_, true) => &[2, 4],
        }
    }
}

pub(crate) fn manifest(odata_core: &str) -> String {
    format!(
        "[package]\nname = \"growth\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\ncpu-time = \"1.0\"\n\
         odata-core = {{ path = {odata_core:?} }}\nserde = {{ version = \"1\", features = [\"derive\"] }}\n\
         serde_json = {{ version = \"1\", features = [\"float_roundtrip\"] }}\n"
    )
}

/// The program that measures the points of an axis.
pub(crate) fn program(axis: Axis, smoke: bool) -> String {
    let (mut types, mut calls) = (String::new(), String::new());
    let points = axis.points(smoke);
    let largest = points.last().copied().unwrap_or(1);
    match axis {
        Axis::Depth => points.iter().for_each(|levels| depth(&mut types, *levels)),
        Axis::Width => points.iter().for_each(|count| width(&mut types, *count)),
        Axis::Variants => variants(&mut types, points, largest),
        Axis::Nesting => types.push_str(NODES),
        Axis::Items => width_as(&mut types, "Item", 8),
    }
    for at in points {
        call(&mut calls, axis, *at);
    }
    let name = axis.name();
    format!(
        "{HEAD}\n{types}\nfn main() -> Result<()> {{\n    let mut ratios = Vec::new();\n{calls}    summary({name:?}, &ratios);\n    \
         Ok(())\n}}\n"
    )
}

const HEAD: &str = "#![allow(dead_code, unused_imports, clippy::all)]

use growth::{Result, array, point, summary, timed};
use odata_core::{ODataResource, json};
use serde::{Deserialize, de::{DeserializeOwned, DeserializeSeed, Deserializer, SeqAccess, Visitor}};

fn compare<O: DeserializeOwned + odata_core::Validate, F: DeserializeOwned>(axis: &str, at: usize, text: &str) -> Result<f64> {
    point(axis, at, |is_odata| {
        if is_odata {
            timed(|| Ok(json::from_slice::<Vec<O>>(text.as_bytes())?))
        } else {
            timed(|| Ok(serde_json::from_str::<Vec<F>>(std::str::from_utf8(text.as_bytes())?)?))
        }
    })
}
";

/// The statements that measure a point.
fn call(calls: &mut String, axis: Axis, at: usize) {
    let name = axis.name();
    let (types, item, count) = match axis {
        Axis::Depth => (
            format!("Depth{at}L{}, FlatDepth{at}", at - 1),
            object(2 * at),
            20_000 / (2 * at) + 1,
        ),
        Axis::Width => (
            format!("Width{at}, FlatWidth{at}"),
            object(at),
            20_000 / at + 1,
        ),
        Axis::Variants => {
            let _ = writeln!(calls, "    ratios.push(variants{at}()?);");
            return;
        }
        Axis::Nesting => ("Node, FlatNode".to_owned(), nested(at), 5_000 / at + 1),
        Axis::Items => ("Item, FlatItem".to_owned(), object(8), at),
    };
    let _ = writeln!(
        calls,
        "    ratios.push(compare::<{types}>({name:?}, {at}, &array({item:?}, {count}))?);"
    );
}

/// An object with this many properties, a text and a number in turn.
fn object(properties: usize) -> String {
    let members: Vec<String> = (0..properties).map(member).collect();
    format!("{{{}}}", members.join(","))
}

fn member(index: usize) -> String {
    if index.is_multiple_of(2) {
        format!("\"property{index}\":\"some text {index}\"")
    } else {
        format!("\"property{index}\":{index}")
    }
}

fn field(index: usize) -> String {
    let kind = if index.is_multiple_of(2) {
        "String"
    } else {
        "i32"
    };
    format!("property{index}: Option<{kind}>, ")
}

fn fields(range: std::ops::Range<usize>) -> String {
    range.map(field).collect()
}

/// Objects in each other.
fn nested(levels: usize) -> String {
    (0..levels).fold("null".to_owned(), |inner, level| {
        format!("{{\"name\":\"level {level}\",\"size\":{level},\"inner\":{inner}}}")
    })
}

const NODES: &str = "
#[derive(ODataResource)]
#[odata(namespace = \"growth\")]
struct Node { name: Option<String>, size: Option<i32>, inner: Option<Box<Node>> }

#[derive(Deserialize)]
#[serde(rename_all = \"camelCase\")]
struct FlatNode { name: Option<String>, size: Option<i32>, inner: Option<Box<FlatNode>> }
";

const DERIVED: &str = "#[derive(ODataResource)]\n#[odata(namespace = \"growth\")]\n";
const FLAT: &str = "#[derive(Deserialize)]\n#[serde(rename_all = \"camelCase\")]\n";

fn depth(types: &mut String, levels: usize) {
    for level in 0..levels {
        let base = match level.checked_sub(1) {
            Some(base) => format!("#[odata(base)] base: Depth{levels}L{base}, "),
            None => String::new(),
        };
        let own = fields(2 * level..2 * level + 2);
        let _ = writeln!(
            types,
            "{DERIVED}struct Depth{levels}L{level} {{ {base}{own}}}"
        );
    }
    let all = fields(0..2 * levels);
    let _ = writeln!(types, "{FLAT}struct FlatDepth{levels} {{ {all}}}");
}

fn width(types: &mut String, properties: usize) {
    width_as(types, &format!("Width{properties}"), properties);
}

fn width_as(types: &mut String, name: &str, properties: usize) {
    let all = fields(0..properties);
    let _ = writeln!(
        types,
        "{DERIVED}struct {name} {{ {all}}}\n{FLAT}struct Flat{name} {{ {all}}}"
    );
}

/// Reads one item. Without it, the compiler puts the code of all flat types into one function, which takes it hours.
const NEXT: &str = "
#[inline(never)]
fn next<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(items: &mut A) -> std::result::Result<Option<T>, A::Error> { items.next_element() }
";

/// The types of the largest hierarchy, and the smaller ones of the first of them.
fn variants(types: &mut String, points: &[usize], largest: usize) {
    let own = fields(2..6);
    let all = fields(0..6);
    types.push_str(NEXT);
    let _ = writeln!(types, "{DERIVED}struct Base {{ {}}}", fields(0..2));
    for at in 0..largest {
        let _ = writeln!(
            types,
            "{DERIVED}struct Variant{at} {{ #[odata(base)] base: Base, {own}}}\n{FLAT}struct FlatVariant{at} {{ {all}}}"
        );
    }
    for count in points {
        let list = |f: &dyn Fn(usize) -> String| (0..*count).map(f).collect::<String>();
        let derived = list(&|at| format!("Variant{at}(Box<Variant{at}>), "));
        let flat = list(&|at| format!("Variant{at}(FlatVariant{at}), "));
        let arms =
            list(&|at| format!("{at} => next(&mut items)?.map(FlatAny{count}::Variant{at}), "));
        let _ = writeln!(
            types,
            "#[derive(ODataResource)]\n#[odata(hierarchy = Base)]\nenum Any{count} {{ {derived} }}\nenum FlatAny{count} {{ {flat} }}\n"
        );
        let properties = object(6);
        let _ = writeln!(
            types,
            "struct Oracle{count}<'k>(&'k [usize]);
impl<'de> DeserializeSeed<'de> for Oracle{count}<'_> {{
    type Value = Vec<FlatAny{count}>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> std::result::Result<Self::Value, D::Error> {{ deserializer.deserialize_seq(self) }}
}}
impl<'de> Visitor<'de> for Oracle{count}<'_> {{
    type Value = Vec<FlatAny{count}>;
    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{ f.write_str(\"an array\") }}
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> std::result::Result<Self::Value, A::Error> {{
        let mut all = Vec::new();
        for kind in self.0 {{
            all.extend(match kind {{ {arms} _ => None }});
        }}
        Ok(all)
    }}
}}
fn variants{count}() -> Result<f64> {{
    // A step that has no factor in common with the counts, which are powers of two.
    let kinds: Vec<usize> = (0..3000).map(|at| at * 7919 % {count}).collect();
    let items: Vec<String> = kinds.iter().map(|kind| format!(\"{{{{\\\"@odata.type\\\":\\\"#growth.variant{{kind}}\\\",{{}}\", &{properties:?}[1..])).collect();
    let text = format!(\"[{{}}]\", items.join(\",\"));
    point(\"variants\", {count}, |is_odata| {{
        if is_odata {{
            timed(|| Ok(json::from_slice::<Vec<Any{count}>>(text.as_bytes())?))
        }} else {{
            timed(|| Ok(Oracle{count}(&kinds).deserialize(&mut serde_json::Deserializer::from_str(std::str::from_utf8(text.as_bytes())?))?))
        }}
    }})
}}"
        );
    }
}
