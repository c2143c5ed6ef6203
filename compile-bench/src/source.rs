//! The source of the measured crates: the same types for each engine.

use std::fmt::Write as _;

/// The derives of a crate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// `ODataResource`; each level is a struct with its base.
    Odata,
    /// serde; each struct has the properties of its whole chain.
    Flat,
    /// serde; each level is a struct with a `#[serde(flatten)]` base.
    Flatten,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Odata, Self::Flat, Self::Flatten];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Odata => "odata",
            Self::Flat => "flat",
            Self::Flatten => "flatten",
        }
    }
}

/// The properties of one level, mostly strings, as in directory types.
const PROPERTIES: [(&str, &str); 8] = [
    ("display_name", "String"),
    ("is_enabled", "bool"),
    ("external_id", "String"),
    ("total_count", "i64"),
    ("average_score", "f64"),
    ("other_names", "Vec<String>"),
    ("sort_order", "i32"),
    ("created_date_time", "String"),
];

/// The number of levels of a chain.
const LEVELS: usize = 3;

/// Returns the source of the library: `structs` types in chains of `LEVELS`, and `calls` functions each that read and write a type at the
/// end of a chain. The compiler generates code for these types.
pub(crate) fn library(engine: Engine, structs: usize, calls: usize) -> String {
    let mut text = String::from(match engine {
        Engine::Odata => "use odata_core::ODataResource;\n",
        Engine::Flat | Engine::Flatten => "use serde::{Deserialize, Serialize};\n",
    });
    for index in 0..structs {
        structure(&mut text, engine, index);
    }
    // Writing to a string cannot fail, here and below.
    for index in (0..structs)
        .filter(|index| index % LEVELS == LEVELS - 1)
        .take(calls)
    {
        let _ = writeln!(
            text,
            "pub fn read_{index}(text: &[u8]) -> serde_json::Result<Type{index}> {{ serde_json::from_slice(text) }}\n\
             pub fn write_{index}(value: &Type{index}) -> serde_json::Result<Vec<u8>> {{ serde_json::to_vec(value) }}"
        );
    }
    text
}

fn structure(text: &mut String, engine: Engine, index: usize) {
    let level = index % LEVELS;
    let attributes = match engine {
        Engine::Odata => "#[derive(ODataResource)]\n#[odata(namespace = \"bench\")]".to_owned(),
        Engine::Flat | Engine::Flatten => format!(
            "#[derive(Serialize, Deserialize)]\n#[serde(rename_all = \"camelCase\", tag = \"@odata.type\", rename = \"#bench.type{index}\")]"
        ),
    };
    // Doc comments as in generated types: only the feature `csdl` makes use of them.
    let _ = writeln!(
        text,
        "/// Entity type `bench.type{index}`.\n///\n/// The properties of level {level}, with those of its bases.\n{attributes}\npub struct Type{index} {{"
    );
    let (base, own_from) = match (engine, level) {
        (_, 0) | (Engine::Flat, _) => (None, index - level),
        (Engine::Odata, _) => (Some("odata(base)"), index),
        (Engine::Flatten, _) => (Some("serde(flatten)"), index),
    };
    if let Some(attribute) = base {
        let _ = writeln!(text, "    #[{attribute}]\n    pub base: Type{},", index - 1);
    }
    for declared_by in own_from..=index {
        for (name, kind) in PROPERTIES {
            let _ = writeln!(
                text,
                "    /// The property `{name}` of `bench.type{declared_by}`."
            );
            if engine != Engine::Odata {
                let _ = writeln!(
                    text,
                    "    #[serde(skip_serializing_if = \"Option::is_none\")]"
                );
            }
            let _ = writeln!(text, "    pub {name}_{declared_by}: Option<{kind}>,");
        }
    }
    text.push_str("}\n");
}

/// Returns the manifest of the workspace of the generated crates.
pub(crate) fn workspace() -> String {
    let members: Vec<String> = Engine::ALL
        .iter()
        .map(|engine| format!("\"{}\"", engine.name()))
        .collect();
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{}]\n",
        members.join(", ")
    )
}

/// Returns the manifest of one crate; `odata_core` is the path of the library under test.
pub(crate) fn manifest(engine: Engine, odata_core: &str) -> String {
    let derives = match engine {
        Engine::Odata => format!("odata-core = {{ path = {odata_core:?} }}"),
        Engine::Flat | Engine::Flatten => {
            "serde = { version = \"1\", features = [\"derive\"] }".to_owned()
        }
    };
    format!(
        "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{derives}\nserde_json = \"1\"\n",
        engine.name()
    )
}
