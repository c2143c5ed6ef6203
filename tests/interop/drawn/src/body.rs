//! Bodies with random values, made from the metadata alone.

use std::collections::{BTreeMap, HashMap};

use odata_csdl::{Document, EnumType, Property, StructuredType, TypeKind};
use serde_json::{Map, Value, json};

use crate::draw::Random;

/// Objects nest no deeper, because types may contain themselves.
const MAX_DEPTH: usize = 2;

/// How many of the properties a body has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Density {
    /// One of four.
    Few,
    /// One of two, and properties that the metadata does not define.
    Half,
    /// All.
    All,
}

impl Density {
    /// Those of the bodies of a type.
    pub const EACH: [Density; 3] = [Density::Few, Density::Half, Density::All];
}

/// Makes bodies of the types of a document.
#[derive(Debug)]
pub struct Bodies<'a> {
    types: HashMap<String, &'a TypeKind>,
    /// The types that are derived from a type and not abstract, and itself if it is not abstract.
    instances: BTreeMap<String, Vec<String>>,
    random: Random,
}

impl<'a> Bodies<'a> {
    /// Makes bodies by a seed.
    #[must_use]
    pub fn new(document: &'a Document, seed: u64) -> Bodies<'a> {
        let types: HashMap<String, &TypeKind> = document
            .schemas
            .iter()
            .flat_map(|schema| {
                let name = |own: &str| format!("{}.{own}", schema.namespace);
                schema
                    .types
                    .iter()
                    .map(move |ty| (name(&ty.name), &ty.kind))
            })
            .collect();
        let mut bodies = Bodies {
            types,
            instances: BTreeMap::new(),
            random: Random::new(seed),
        };
        let mut names: Vec<String> = bodies.types.keys().cloned().collect();
        names.sort();
        for name in names {
            if bodies.structured(&name).is_some_and(|it| !it.is_abstract) {
                for base in bodies.chain(&name) {
                    bodies.instances.entry(base).or_default().push(name.clone());
                }
            }
        }
        bodies
    }

    /// Returns a body of a type, with its tag.
    pub fn body(&mut self, name: &str, density: Density) -> Value {
        Value::Object(self.object(name, density, 0))
    }

    fn structured(&self, name: &str) -> Option<&'a StructuredType> {
        match self.types.get(name)? {
            TypeKind::Structured(own) => Some(own),
            _ => None,
        }
    }

    /// The type and its bases.
    fn chain(&self, name: &str) -> Vec<String> {
        let base = |name: &String| self.structured(name)?.base.clone();
        std::iter::successors(Some(name.to_owned()), base).collect()
    }

    fn object(&mut self, name: &str, density: Density, depth: usize) -> Map<String, Value> {
        let mut members = Map::new();
        members.insert("@odata.type".to_owned(), format!("#{name}").into());
        let mut chain = self.chain(name);
        chain.reverse();
        let properties: Vec<&Property> = chain
            .iter()
            .filter_map(|it| self.structured(it))
            .flat_map(|it| &it.properties)
            .filter(|it| it.navigation.is_none())
            .collect();
        for property in properties {
            let is_left_out = match density {
                Density::All => false,
                Density::Half => self.random.below(2) == 0,
                Density::Few => self.random.below(4) > 0,
            };
            if is_left_out {
                continue;
            }
            let value = if property.ty.is_collection {
                let count = self.random.below(3);
                let items = (0..count).map(|_| self.value(&property.ty.name, density, depth));
                items.collect::<Option<Vec<_>>>().map(Value::Array)
            } else {
                self.value(&property.ty.name, density, depth)
            };
            if let Some(value) = value {
                members.insert(property.name.clone(), value);
            }
        }
        if density == Density::Half && depth == 0 {
            members.insert("newerText".to_owned(), "kept \u{e9}".into());
            members.insert("newerNumber".to_owned(), 12.into());
            members.insert("newerFlag".to_owned(), true.into());
        }
        members
    }

    /// A value of a type, or `None` where a body has none: streams, and objects that nest too deeply.
    fn value(&mut self, name: &str, density: Density, depth: usize) -> Option<Value> {
        if let Some(primitive) = name.strip_prefix("Edm.") {
            return self.primitive(primitive);
        }
        match *self.types.get(name)? {
            TypeKind::Definition(own) => {
                let underlying = own.underlying.strip_prefix("Edm.")?;
                self.primitive(underlying)
            }
            TypeKind::Enumeration(own) => self.member(own),
            TypeKind::Structured(_) if depth >= MAX_DEPTH => None,
            TypeKind::Structured(_) => {
                let instances = self.instances.get(name)?;
                let at = self.random.below(instances.len());
                let own = instances.get(at)?.clone();
                Some(Value::Object(self.object(&own, density, depth + 1)))
            }
        }
    }

    fn member(&mut self, own: &EnumType) -> Option<Value> {
        let mut draw = || {
            let at = self.random.below(own.members.len());
            own.members.get(at).map(|it| it.name.clone())
        };
        let first = draw()?;
        let second = draw()?;
        let text = match own.is_flags && first != second {
            true => format!("{first},{second}"),
            false => first,
        };
        Some(text.into())
    }

    /// Times have milliseconds at most and integers 53 bits, which is what JavaScript has.
    fn primitive(&mut self, name: &str) -> Option<Value> {
        let number = self.random.number();
        let small = |limit: u64| number % limit;
        let signed = |limit: i64| i64::try_from(small(1 << 62)).unwrap_or(0) % limit - limit / 2;
        let time = || format!("{:02}:{:02}:{:02}", small(24), small(59), small(60));
        let date = || {
            format!(
                "20{:02}-{:02}-{:02}",
                small(90),
                1 + small(12),
                1 + small(28)
            )
        };
        Some(match name {
            "String" => match small(4) {
                0 => "".into(),
                1 => "a \"quoted\" text, \u{e9}\u{1f600} / \\ \n".into(),
                _ => format!("text {}", small(100_000)).into(),
            },
            "Boolean" => (small(2) == 0).into(),
            "Byte" => small(256).into(),
            "SByte" => signed(256).into(),
            "Int16" => signed(1 << 16).into(),
            "Int32" => signed(1 << 32).into(),
            "Int64" => signed(1 << 53).into(),
            "Single" | "Double" | "Decimal" => {
                json!(f64::from(u32::try_from(small(1 << 20)).unwrap_or(0)) / 16.0)
            }
            "Date" => date().into(),
            "TimeOfDay" => time().into(),
            "DateTimeOffset" => match small(3) {
                0 => format!("{}T{}.{:03}Z", date(), time(), small(1000)).into(),
                _ => format!("{}T{}Z", date(), time()).into(),
            },
            "Duration" => format!(
                "P{}DT{}H{}M{}S",
                1 + small(9),
                small(24),
                small(60),
                small(60)
            )
            .into(),
            "Guid" => format!(
                "{:08x}-1234-4abc-8def-{:012x}",
                small(1 << 32),
                small(1 << 48)
            )
            .into(),
            "Binary" => ["", "AA==", "+/8=", "AQIDBA==", "__79"]
                .get(usize::try_from(small(5)).unwrap_or(0))
                .copied()?
                .into(),
            _ => return None,
        })
    }
}
