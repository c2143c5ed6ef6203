//! Reads one part.

use super::{
    read::Reader,
    value::{Json, JsonValue},
};
use crate::{
    location::Location,
    model::{Annotation, Facets, KeyPart, TypeReference},
    visitor::{Elements, Layout, Part, Visitor, is_temporal},
};

static EMPTY: Json = Json {
    range: 0..0,
    value: JsonValue::Object(Vec::new()),
};
static NULL: Json = Json {
    range: 0..0,
    value: JsonValue::Null,
};

/// A value that is being read.
struct PartReader<'r, 'f, 'a> {
    reader: &'r mut Reader<'f>,
    element: &'static str,
    /// The name of the member with the value, and the object that has the member.
    member: Option<(&'a str, &'a Json)>,
    is_name_read: bool,
    json: &'a Json,
    /// The attributes and elements that the part has visited. All others are unknown.
    known: Vec<&'static str>,
}

impl Reader<'_> {
    /// Reads a part, and reports the members that it does not have.
    pub(super) fn part<P: Part>(
        &mut self,
        element: &'static str,
        member: Option<(&str, &Json)>,
        json: &Json,
    ) -> P {
        let mut part = P::new(element);
        let mut visitor = PartReader {
            reader: self,
            element,
            member,
            is_name_read: false,
            json,
            known: vec!["Version", "EntityContainer", "IncludeAnnotations", "Kind"],
        };
        part.visit(&mut visitor);
        let known = visitor.known;
        for (name, value) in json.members() {
            match name.strip_prefix('$') {
                Some(member) if member.contains('@') || known.contains(&member) => {}
                Some(_) => {
                    let message = format!("unknown member `{name}` in `{element}`: it is ignored");
                    self.findings
                        .warning("unknown-element", value.range.clone(), message);
                }
                None if element == "Schema" && !name.contains('@') => {
                    let kind = kind(value.items().first().unwrap_or(value));
                    if !kind.is_some_and(|kind| known.contains(&kind)) {
                        let message = format!(
                            "missing or unknown `$Kind` of `{name}`: write for example `\"$Kind\": \"ComplexType\"`"
                        );
                        self.error(value, message);
                    }
                }
                None => {}
            }
        }
        part
    }
}

fn kind(json: &Json) -> Option<&str> {
    json.get("$Kind").and_then(Json::text)
}

/// Returns the element of a member, or `None` for a member of another list.
fn element(elements: &Elements, json: &Json) -> Option<&'static str> {
    let has = |member| json.get(member).is_some();
    match elements.names {
        ["Property", ..] => kind(json)
            .and_then(|kind| elements.named(kind))
            .or(Some("Property")),
        ["EntitySet", ..] => Some(match () {
            () if has("$Action") => "ActionImport",
            () if has("$Function") => "FunctionImport",
            () if has("$Collection") => "EntitySet",
            () => "Singleton",
        }),
        ["Term" | "EntityContainer"] | [_, _, ..] => elements.named(kind(json)?),
        only => only.first().copied(),
    }
}

impl<'a> PartReader<'_, '_, 'a> {
    /// Returns the member for an attribute, or the value itself if it is not an object.
    fn attribute(&mut self, attribute: &'static str) -> Option<&'a Json> {
        self.known.push(attribute);
        match self.json.value {
            JsonValue::Object(_) => self.json.get(&format!("${attribute}")),
            _ => Some(self.json),
        }
    }

    /// Returns the name of the member with the value, once.
    fn member_name(&mut self) -> Option<String> {
        let is_read = std::mem::replace(&mut self.is_name_read, true);
        let (name, _) = self.member.filter(|_| !is_read)?;
        Some(name.to_owned())
    }

    fn read<P: Part>(
        &mut self,
        layout: Layout,
        element: &'static str,
        member: Option<(&str, &Json)>,
        mut json: &Json,
    ) -> P {
        if !layout.is_value() && !matches!(json.value, JsonValue::Object(_)) {
            let name = member.map_or(element, |(name, _)| name);
            let message = format!("invalid value of `{name}`: write an object");
            self.reader.error(json, message);
            json = &EMPTY;
        }
        if self.element != "Schema" {
            return self.reader.part(element, member, json);
        }
        self.reader.findings.part = Some(self.reader.location(json));
        let part = self.reader.part(element, member, json);
        self.reader.findings.part = None;
        part
    }
}

impl Visitor for PartReader<'_, '_, '_> {
    fn name(&mut self, attribute: &'static str, name: &mut String) -> Location {
        let mut text = self.member_name();
        if text.is_none() {
            self.text(attribute, &mut text);
        }
        *name = text.unwrap_or_default();
        self.location()
    }

    fn text(&mut self, attribute: &'static str, text: &mut Option<String>) {
        // The first attribute of a pair is the name of its member.
        let is_object = matches!(self.json.value, JsonValue::Object(_));
        *text = if is_object { None } else { self.member_name() };
        if text.is_some() {
            return;
        }
        if let Some(found) = self.attribute(attribute) {
            *text = found.text().map(str::to_owned);
            if text.is_none() {
                let message = format!("invalid `${attribute}` value: write a string");
                self.reader.error(found, message);
            }
        }
    }

    fn boolean(&mut self, attribute: &'static str, value: &mut Option<bool>) {
        match self.attribute(attribute).map(|found| (found, &found.value)) {
            None => {}
            Some((_, JsonValue::Bool(found))) => *value = Some(*found),
            Some((found, _)) => {
                let message = format!("invalid `${attribute}` value: write `true` or `false`");
                self.reader.error(found, message);
            }
        }
    }

    fn constant(&mut self, attribute: &'static str, text: &mut Option<String>, _: &str) {
        *text = self.attribute(attribute).and_then(Json::scalar);
    }

    fn words(&mut self, attribute: &'static str, words: &mut Vec<String>) {
        let items = self.attribute(attribute).map(Json::items);
        let items = items.unwrap_or_default().iter();
        words.extend(items.filter_map(Json::text).map(str::to_owned));
    }

    /// Default: `Edm.String`, a single value, not nullable (CSDL JSON 4.01 §7.1, §7.2.1).
    fn ty(&mut self, _: &'static str, ty: &mut TypeReference) {
        let mut name = None;
        self.path("Type", &mut name);
        ty.name = name.unwrap_or_else(|| "Edm.String".to_owned());
        ty.location = self
            .reader
            .location(self.json.get("$Type").unwrap_or(self.json));
        self.flag("Collection", &mut ty.is_collection);
        let mut is_nullable = false;
        self.flag("Nullable", &mut is_nullable);
        ty.nullable = Some(is_nullable);
        match self.element {
            // The items of such a collection are never null, and XML must not state it (§8.3).
            "NavigationProperty" if ty.is_collection && !is_nullable => ty.nullable = None,
            "EntitySet" | "Singleton" => {
                ty.is_collection = false;
                ty.nullable = ty.nullable.filter(|is_nullable| *is_nullable);
            }
            _ => {}
        }
    }

    fn facets(&mut self, facets: &mut Facets, type_name: &str) {
        facets.visit(self);
        // The default of JSON. XML has another one, so that the model needs the value (§7.2.4).
        if type_name == "Edm.Decimal" && facets.scale.is_none() {
            facets.scale = Some("variable".to_owned());
        }
        // Without the facet, JSON has no limit, and 12 is the maximum precision of XML (§7.2.3).
        if is_temporal(type_name) && facets.precision.is_none() {
            facets.precision = Some("12".to_owned());
        }
    }

    fn parts<P: Part>(&mut self, elements: &Elements, parts: &mut Vec<P>) {
        self.known.extend(elements.names);
        let json = self.json;
        let first = elements.names.first().map(|first| format!("${first}"));
        let member = first.and_then(|first| json.get(&first));
        let inside = member.unwrap_or(&NULL);
        fn named((name, value): &(String, Json)) -> (Option<&str>, &Json) {
            (Some(name), value)
        }
        let found: Vec<(Option<&str>, &Json)> = match elements.layout {
            Layout::Members | Layout::Values => json.names().map(named).collect(),
            Layout::Overloads => {
                let names = json.names().map(named);
                let overloads =
                    names.flat_map(|(name, all)| all.items().iter().map(move |one| (name, one)));
                overloads.collect()
            }
            Layout::Array => inside.items().iter().map(|item| (None, item)).collect(),
            Layout::Object => inside.members().iter().map(named).collect(),
            Layout::Pairs => inside.names().map(named).collect(),
            Layout::Single | Layout::SingleValue => {
                member.map(|value| (None, value)).into_iter().collect()
            }
        };
        for (name, value) in found {
            if let Some(element) = element(elements, value) {
                let member = name.map(|name| (name, json));
                parts.push(self.read(elements.layout, element, member, value));
            }
        }
    }

    /// Reads a key: `["id", {"alias": "path/to/property"}]`.
    fn key_parts(&mut self, parts: &mut Vec<KeyPart>) {
        for item in self.json.items() {
            let location = self.reader.location(item);
            let mut push = |path: &str, alias| {
                parts.push(KeyPart {
                    path: path.to_owned(),
                    alias,
                    location,
                });
            };
            match &item.value {
                JsonValue::Text(path) => push(path, None),
                JsonValue::Object(members) => {
                    for (alias, path) in members {
                        if let Some(path) = path.text() {
                            push(path, Some(alias.clone()));
                        }
                    }
                }
                _ => self.reader.error(
                    item,
                    "invalid key part: write a property name, or an object with an alias and a path",
                ),
            }
        }
    }

    /// The annotations of a value that is not an object are beside it: `member@Term`.
    fn annotations(&mut self, annotations: &mut Vec<Annotation>) {
        let (object, member) = match (&self.json.value, self.member) {
            (JsonValue::Object(_), _) | (_, None) => (self.json, ""),
            (_, Some((name, parent))) => (parent, name),
        };
        annotations.extend(self.reader.annotations(object, member));
    }

    fn location(&self) -> Location {
        self.reader.location(self.json)
    }

    fn resolve(&self, name: &mut String) {
        *name = self.reader.aliases.resolve(name);
    }
}
