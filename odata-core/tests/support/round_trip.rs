//! Bodies generated from the description of a type, and what holds for each of them: what is written is an ordered payload that is written
//! the same again, and nothing that was read is lost.
//!
//! `round_trips!` lists the resources of a module. `every_resource.rs` checks that the lists have every resource of the tests.

use std::{collections::BTreeSet, iter::Cycle, slice};

use odata_core::{
    Error, ReadOptions, Validate, Version, WriteOptions,
    edm::Primitive,
    enumeration::EnumType,
    json,
    model::{Property, StructuredType},
};
use proptest::{
    collection::vec,
    prelude::any,
    test_runner::{Config, TestCaseError, TestRunner},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Tests the resources of a module.
///
/// `types` are structs that are not abstract, `hierarchies` have their variants in braces, `enumerations` are the types of their properties,
/// and `values` are those of properties whose Rust types are the module's own.
macro_rules! round_trips {
    (
        types: [$($type:ty),* $(,)?],
        hierarchies: [$($hierarchy:ty { $($variant:ty),* $(,)? }),* $(,)?],
        enumerations: [$($enumeration:ty),* $(,)?]
        $(, values: [$($property:literal: $value:literal),* $(,)?])? $(,)?
    ) => {
        #[test]
        fn every_resource_round_trips() {
            use $crate::round_trip::{Model, Resource, rewrite};

            let model = Model {
                types: vec![$(<$type as odata_core::ODataResource>::TYPE),*],
                enumerations: vec![$(<$enumeration as odata_core::ODataEnum>::TYPE),*],
                hierarchies: vec![$(vec![$(<$variant as odata_core::ODataResource>::TYPE),*]),*],
                values: vec![$($(($property, $value)),*)?],
            };
            let resources = [
                $(Resource {
                    name: stringify!($type),
                    types: vec![<$type as odata_core::ODataResource>::TYPE],
                    is_hierarchy: false,
                    rewrite: |text, read, write| rewrite::<$type>(text, read, write),
                },)*
                $(Resource {
                    name: stringify!($hierarchy),
                    types: vec![$(<$variant as odata_core::ODataResource>::TYPE),*],
                    is_hierarchy: true,
                    rewrite: |text, read, write| rewrite::<$hierarchy>(text, read, write),
                },)*
            ];
            model.assert_round_trips(&resources);
        }
    };
}
pub(crate) use round_trips;

/// The types that values may have.
pub(crate) struct Model {
    pub(crate) types: Vec<&'static StructuredType>,
    pub(crate) enumerations: Vec<&'static EnumType>,
    /// The variants of each hierarchy.
    pub(crate) hierarchies: Vec<Vec<&'static StructuredType>>,
    /// Values of properties, by name.
    pub(crate) values: Vec<(&'static str, &'static str)>,
}

/// A struct or a hierarchy.
pub(crate) struct Resource {
    pub(crate) name: &'static str,
    /// The type of the struct, or those of the variants.
    pub(crate) types: Vec<&'static StructuredType>,
    pub(crate) is_hierarchy: bool,
    /// Reads a value and writes it.
    pub(crate) rewrite: fn(&str, &ReadOptions, &WriteOptions) -> Result<String, Error>,
}

/// Reads a `T` and writes it.
pub(crate) fn rewrite<'a, T: Deserialize<'a> + Serialize + Validate>(
    text: &'a str,
    read: &ReadOptions,
    write: &WriteOptions,
) -> Result<String, Error> {
    json::to_string_with(&json::from_str_with::<T>(text, read)?, write)
}

impl Model {
    pub(crate) fn assert_round_trips(&self, resources: &[Resource]) {
        let config = Config {
            cases: 24,
            failure_persistence: None,
            ..Config::default()
        };
        let choices = (vec(any::<u8>(), 1..80), any::<bool>());
        let result = TestRunner::new(config).run(&choices, |(choices, is_newer)| {
            resources
                .iter()
                .try_for_each(|it| self.check(it, &choices, is_newer))
                .map_err(TestCaseError::fail)
        });
        assert_eq!(result.err().map(|error| error.to_string()), None);
    }

    fn check(&self, resource: &Resource, choices: &[u8], is_newer: bool) -> Result<(), String> {
        let version = if is_newer { Version::V401 } else { Version::V4 };
        // The values are of the types, but the rules of a type do not hold for each.
        let read = ReadOptions::client()
            .version(version)
            .exponential_decimals(true)
            .validate(false);
        let write = WriteOptions::new().version(version).validate(false);
        let mut body = Body {
            model: self,
            choices: choices.iter().cycle(),
            depth: 0,
            // A text that borrows from the body cannot have escapes.
            has_escapes: !resource.name.contains('\''),
        };
        let declared = body.choose(&resource.types).copied().ok_or("no type")?;
        let text = body.object(declared, resource.is_hierarchy);
        let name = resource.name;
        let written = (resource.rewrite)(&text, &read, &write)
            .map_err(|error| format!("{name} from {text}: {error}"))?;
        let again = (resource.rewrite)(&written, &read.streaming(true), &write)
            .map_err(|error| format!("{name} writes {text} as {written}: {error}"))?;
        if again != written {
            return Err(format!("{name} writes {written} as {again}"));
        }
        if self.keeps_all(declared, &mut BTreeSet::new()) {
            let [of_text, of_written] = [&text, &written].map(|it| plain(it, version));
            if let Some(lost) = lost(&of_text, &of_written) {
                return Err(format!("{name} loses {lost} of {text}: {written}"));
            }
        }
        Ok(())
    }

    fn find(&self, name: &str) -> Option<&'static StructuredType> {
        self.types.iter().copied().find(|it| it.name() == name)
    }

    /// The variants of the hierarchies of an abstract type.
    fn variants(&self, base: &str) -> Option<&Vec<&'static StructuredType>> {
        self.hierarchies
            .iter()
            .find(|it| it.iter().all(|variant| variant.is_or_derives_from(base)))
    }

    /// Whether the type and those of its properties have a field for everything that no type declares.
    fn keeps_all(&self, ty: &'static StructuredType, seen: &mut BTreeSet<&'static str>) -> bool {
        if !ty.has_annotations() || !ty.has_dynamic_properties() {
            return false;
        }
        if !seen.insert(ty.name()) {
            return true;
        }
        ty.properties().all(|property| {
            let name = property.type_name();
            let mut of_property: Vec<_> = self.find(name).into_iter().collect();
            of_property.extend(self.variants(name).into_iter().flatten().copied());
            of_property.iter().all(|it| self.keeps_all(it, seen))
        })
    }
}

/// A body that is being generated. The choices shrink to the shortest body.
struct Body<'a> {
    model: &'a Model,
    choices: Cycle<slice::Iter<'a, u8>>,
    depth: usize,
    has_escapes: bool,
}

impl Body<'_> {
    fn byte(&mut self) -> usize {
        self.choices.next().copied().unwrap_or_default().into()
    }

    /// True in one of `n` cases, and not where the choices are zero.
    fn one_in(&mut self, n: usize) -> bool {
        self.byte() % n == n - 1
    }

    fn choose<'c, T>(&mut self, among: &'c [T]) -> Option<&'c T> {
        among.iter().cycle().nth(self.byte())
    }

    fn object(&mut self, declared: &'static StructuredType, is_tagged: bool) -> String {
        self.depth += 1;
        let mut members = Vec::new();
        if self.depth == 1 && self.one_in(4) {
            members.push(r#""@odata.context":"$metadata#Things""#.to_owned());
        }
        if is_tagged || self.one_in(4) {
            members.push(format!(r##""@odata.type":"#{}""##, declared.name()));
        }
        for own in [
            r#""@odata.etag":"W/\"1\"""#,
            r#""@odata.editLink":"Things(1)""#,
            r#""@ns.own":{"b":1,"b@ns.t":2}"#,
            r##""@ns.date@odata.type":"#Date","@ns.date":"2020-01-31""##,
            r#""@odata.unknown":[1.50]"#,
            r##""#ns.act":{}"##,
        ] {
            if self.one_in(6) {
                members.push(own.to_owned());
            }
        }
        for property in declared.properties() {
            self.member(property, &mut members);
        }
        if declared.has_dynamic_properties() {
            for (name, value) in [
                (
                    "dyn1",
                    r#"{"z":[1.50,{"a":1,"a@ns.t":null,"@odata.type":"ns.t"}]}"#,
                ),
                ("dyn2", r#""text""#),
                ("dyn3", "7"),
            ] {
                if self.one_in(3) {
                    self.annotated(name, format!("\"{name}\":{value}"), &mut members);
                }
            }
        }
        if self.one_in(6) {
            members.push(r#""absent@ns.t":1"#.to_owned());
        }
        self.depth -= 1;
        format!("{{{}}}", members.join(","))
    }

    /// Adds a property with its annotations, or leaves it out.
    fn member(&mut self, property: &Property, members: &mut Vec<String>) {
        let name = property.name();
        let may_be_absent = property.is_nullable() || property.is_navigation();
        let is_absent = may_be_absent && (self.depth > 3 || self.one_in(2));
        let value = if is_absent {
            None
        } else {
            self.property(property)
        };
        let Some(value) = value else {
            if self.one_in(8) {
                members.push(format!(r#""{name}@ns.t":null"#));
            }
            return;
        };
        if let Some(tag) = type_annotation(property).filter(|_| self.one_in(4)) {
            members.push(format!(r##""{name}@odata.type":"#{tag}""##));
        }
        if property.is_collection() && self.one_in(5) {
            members.push(format!(r#""{name}@odata.count":7"#));
        }
        if property.is_navigation() && self.one_in(5) {
            members.push(format!(r#""{name}@odata.navigationLink":"l""#));
        }
        self.annotated(name, format!("\"{name}\":{value}"), members);
        if property.is_collection() && self.one_in(5) {
            members.push(format!(r#""{name}@odata.nextLink":"n""#));
        }
    }

    /// Adds a member with annotations before it, after it, and before all members.
    fn annotated(&mut self, name: &str, member: String, members: &mut Vec<String>) {
        if self.one_in(4) {
            members.push(format!(r#""{name}@ns.before":{{"n":1.50}}"#));
        }
        members.push(member);
        if self.one_in(4) {
            members.push(format!(r##""{name}@ns.after#q":[]"##));
        }
        if self.one_in(6) {
            members.insert(0, format!(r#""{name}@odata.unknown":"u""#));
        }
    }

    /// The value of a property; `None` if its type is not known.
    fn property(&mut self, property: &Property) -> Option<String> {
        let mut values = self.model.values.iter();
        if let Some((_, value)) = values.find(|(name, _)| *name == property.name()) {
            return Some((*value).to_owned());
        }
        if !property.is_collection() {
            return self.value(property);
        }
        let length = if self.depth > 2 { 0 } else { self.byte() % 3 };
        let items: Option<Vec<String>> = (0..length)
            .map(|_| match property.has_nullable_items() && self.one_in(3) {
                true => Some("null".to_owned()),
                false => self.value(property),
            })
            .collect();
        Some(format!("[{}]", items?.join(",")))
    }

    fn value(&mut self, property: &Property) -> Option<String> {
        let name = property.type_name();
        if !property.derived_types().is_empty() {
            let is_listed = |it: &&'static StructuredType| {
                let listed = property.derived_types();
                listed.iter().any(|name| it.is_or_derives_from(name))
            };
            let types: Vec<_> = (self.model.types.iter().copied())
                .filter(is_listed)
                .collect();
            let ty = *self.choose(&types)?;
            return Some(self.object(ty, true));
        }
        if let Some(ty) = self.model.find(name) {
            return Some(self.object(ty, false));
        }
        if let Some(variants) = self.model.variants(name) {
            let variant = *self.choose(variants)?;
            return Some(self.object(variant, true));
        }
        let enumerations = &self.model.enumerations;
        if let Some(enumeration) = enumerations.iter().find(|it| it.name() == name) {
            let member = self.choose(enumeration.members())?;
            return Some(format!("\"{}\"", member.name()));
        }
        let primitive = match name {
            "Edm.Untyped" | "Edm.PrimitiveType" => {
                return self.choose(ANY).map(|it| (*it).to_owned());
            }
            name => Primitive::from_name(name)?,
        };
        let example = *self.choose(examples(primitive)?)?;
        Some(match self.has_escapes {
            true => example.to_owned(),
            false => example.replace('\\', "").replace("a\"b", "ab"),
        })
    }
}

/// The type of a value of the property, as an annotation beside it names it.
fn type_annotation(property: &Property) -> Option<String> {
    let name = property.type_name();
    // Only the value shows the type of an untyped one.
    if name == "Edm.Untyped" || name == "Edm.PrimitiveType" {
        return None;
    }
    let name = name.strip_prefix("Edm.").unwrap_or(name);
    match property.is_collection() {
        true => Some(format!("Collection({name})")),
        // The type of an object is inside the object.
        false => Primitive::from_name(name).map(|_| name.to_owned()),
    }
}

const ANY: &[&str] = &["7", r#""text""#, "1.50", "true"];

/// Values of a primitive type, as they are written.
fn examples(primitive: Primitive) -> Option<&'static [&'static str]> {
    Some(match primitive {
        Primitive::Binary => &[r#""T0RhdGE=""#, r#""-_8=""#, r#""+/8=""#, r#""T0RhdGE""#],
        Primitive::Boolean => &["true", "false"],
        Primitive::Byte => &["0", "255"],
        Primitive::SByte => &["-128", "127"],
        Primitive::Int16 => &["-32768", "32767"],
        Primitive::Int32 => &["0", "-2147483648", "2147483647"],
        Primitive::Int64 => &["9007199254740993", "-9223372036854775808"],
        Primitive::Single => &["0.5", r#""INF""#],
        Primitive::Double => &["3.14", r#""-INF""#, "-0.0"],
        Primitive::Decimal => &["34.950", "-1", "79228162514264337593543950335.5"],
        Primitive::Date => &[r#""2026-01-31""#, r#""-0044-03-15""#],
        Primitive::DateTimeOffset => &[
            r#""2026-01-31T09:30:00Z""#,
            r#""2026-01-31T09:30:00.123456789012+05:30""#,
        ],
        Primitive::Duration => &[r#""P1DT2H30M""#, r#""-PT0.5S""#],
        Primitive::TimeOfDay => &[r#""07:59:59.999""#],
        Primitive::Guid => &[r#""7d9af2c1-0b6e-4c53-9f0e-2a64d0e1b3f8""#],
        Primitive::String => &[r#""""#, r#""a\"b""#, r#""ä@b.c#d""#],
        Primitive::Stream => &[r#""text""#],
        Primitive::GeographyPoint | Primitive::Geography => {
            &[r#"{"type":"Point","coordinates":[142.1,64.1]}"#]
        }
        _ => return None,
    })
}

/// The document with control information in one spelling, numbers of one spelling and without nulls, which may be absent.
fn plain(text: &str, version: Version) -> Value {
    fn simplified(value: Value, is_newer: bool) -> Value {
        match value {
            Value::Number(number) => number.as_f64().into(),
            Value::Array(items) => (items.into_iter().map(|it| simplified(it, is_newer))).collect(),
            Value::Object(members) => members
                .into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| {
                    let name = if is_newer {
                        name.replace("@odata.", "@")
                    } else {
                        name
                    };
                    (name, simplified(value, is_newer))
                })
                .collect(),
            other => other,
        }
    }
    let value = serde_json::from_str(text).unwrap_or_default();
    simplified(value, version >= Version::V401)
}

/// What of a document is not in another one. A type tag may be implied.
fn lost(of: &Value, written: &Value) -> Option<String> {
    match (of, written) {
        (Value::Object(members), Value::Object(others)) => {
            members
                .iter()
                .find_map(|(name, value)| match others.get(name) {
                    Some(other) => lost(value, other).map(|it| format!("{name}/{it}")),
                    None if matches!(name.as_str(), "@odata.type" | "@type") => None,
                    None => Some(name.clone()),
                })
        }
        (Value::Array(items), Value::Array(others)) if items.len() == others.len() => {
            let mut pairs = items.iter().zip(others);
            pairs.find_map(|(item, other)| lost(item, other))
        }
        // `#Int32` is `Int32` in 4.01.
        (Value::String(a), Value::String(b)) if a.trim_matches('#') == b.trim_matches('#') => None,
        (a, b) if a == b => None,
        (a, _) => Some(a.to_string()),
    }
}
