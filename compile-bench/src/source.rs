//! The crates that are compiled: the same types three times.

use std::fmt::Write as _;

/// Who derives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// `ODataResource`, each level a struct that holds its base.
    Odata,
    /// serde, each type with the properties of its whole chain: what one would write by hand.
    Flat,
    /// serde, each level a struct that holds its base behind `#[serde(flatten)]`.
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

/// The properties of one level: what directory types are made of, mostly text.
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

/// Levels of a chain.
const LEVELS: usize = 3;

/// The library: `structs` types, `LEVELS` to a chain, and `calls` functions each for reading and writing one of the types at the end of a
/// chain, so that code is generated for those.
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
    let _ = writeln!(text, "{attributes}\npub struct Type{index} {{");
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

/// The manifest of the workspace which holds the three crates. A workspace of its own: they are no part of this one.
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

/// The manifest of one crate; `odata_core` is the path of the library under test.
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
