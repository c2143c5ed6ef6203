//! Expressions: the values of annotations, both directions (CSDL JSON 4.01 §14.3, §14.4).

use super::{
    read::Reader,
    value::{Json, JsonValue, array, object},
};
use crate::model::{Annotation, ConstantKind, Expression, Facets, Operator, Record, TypeReference};

/// The type of a record, in the form of each version.
const TYPES: [&str; 2] = ["@type", "@odata.type"];

impl Reader<'_> {
    /// Reads `@Term` and `@Term#qualifier` after the name of what they annotate. `@Term@Other` annotates the annotation.
    pub(super) fn annotations(&self, object: &Json, target: &str) -> Vec<Annotation> {
        let annotations = object.members().iter().filter_map(|(name, value)| {
            let term = name.strip_prefix(target)?.strip_prefix('@')?;
            if term.contains('@') || TYPES.contains(&name.as_str()) {
                return None;
            }
            let (term, qualifier) = match term.split_once('#') {
                Some((term, qualifier)) => (term, Some(qualifier.to_owned())),
                None => (term, None),
            };
            Some(Annotation {
                term: self.aliases.resolve(term),
                qualifier,
                value: self.expression(value),
                annotations: self.annotations(object, name),
            })
        });
        annotations.collect()
    }

    fn expression(&self, json: &Json) -> Expression {
        match &json.value {
            JsonValue::Null => Expression::Null,
            JsonValue::Bool(value) => Expression::Bool(*value),
            JsonValue::Number(text) => Expression::Constant(number_kind(text), text.clone()),
            JsonValue::Text(text) => Expression::Constant(ConstantKind::String, text.clone()),
            JsonValue::Array(items) => Expression::Collection(self.expressions(items)),
            JsonValue::Object(members) if members.iter().any(|(name, _)| name.starts_with('$')) => {
                let mut members = members.iter();
                let found =
                    members.find_map(|(name, own)| self.dynamic_expression(json, name, own));
                found.unwrap_or(Expression::Unknown)
            }
            JsonValue::Object(_) => Expression::Record(Record {
                type_name: TYPES
                    .iter()
                    .find_map(|name| json.get(name)?.text())
                    .map(|url| url.rsplit_once('#').map_or(url, |(_, name)| name))
                    .map(|name| self.aliases.resolve(name)),
                properties: json
                    .names()
                    .map(|(name, value)| (name.clone(), self.expression(value)))
                    .collect(),
                annotations: self.annotations(json, ""),
            }),
        }
    }

    fn expressions(&self, items: &[Json]) -> Vec<Expression> {
        items.iter().map(|item| self.expression(item)).collect()
    }

    /// Reads the expression that the member `name` of an object defines. `None` for a member that belongs to another one.
    fn dynamic_expression(&self, json: &Json, name: &str, value: &Json) -> Option<Expression> {
        let text = |json: &Json| Some(self.aliases.resolve(json.text()?));
        let single = || Box::new(self.expression(value));
        Some(match name.strip_prefix('$')? {
            "Null" => Expression::Null,
            "Path" => Expression::Path(text(value)?),
            "Apply" => Expression::Apply {
                function: json.get("$Function").and_then(text).unwrap_or_default(),
                arguments: self.expressions(value.items()),
            },
            "Cast" => Expression::Cast(self.type_of(json), single()),
            "IsOf" => Expression::IsOf(self.type_of(json), single()),
            "LabeledElement" => Expression::LabeledElement {
                name: json.get("$Name")?.text()?.to_owned(),
                value: single(),
            },
            "LabeledElementReference" => Expression::LabeledElementReference(text(value)?),
            "UrlRef" => Expression::UrlRef(single()),
            name => match Operator::parse(name)? {
                it if it.is_unary() => Expression::Operation(it, vec![*single()]),
                it => Expression::Operation(it, self.expressions(value.items())),
            },
        })
    }

    fn type_of(&self, json: &Json) -> TypeReference {
        let scalar = |name| json.get(name).and_then(Json::scalar);
        let name = json.get("$Type").and_then(Json::text);
        TypeReference {
            name: self.aliases.resolve(name.unwrap_or("Edm.String")),
            is_collection: scalar("$Collection").is_some_and(|it| it == "true"),
            facets: Facets {
                max_length: scalar("$MaxLength"),
                precision: scalar("$Precision"),
                scale: scalar("$Scale"),
                unicode: scalar("$Unicode"),
                srid: scalar("$SRID"),
            },
            ..TypeReference::default()
        }
    }
}

fn number_kind(text: &str) -> ConstantKind {
    if text.contains(['e', 'E']) {
        ConstantKind::Float
    } else if text.contains('.') {
        ConstantKind::Decimal
    } else {
        ConstantKind::Int
    }
}

/// Returns annotations as members, whose names start with the name of what they annotate. An annotation with a value that cannot be written
/// is left out.
pub(super) fn members(target: &str, annotations: &[Annotation]) -> Vec<(String, Json)> {
    let mut members = Vec::new();
    for annotation in annotations {
        let qualifier = annotation.qualifier.as_ref();
        let qualifier = qualifier.map(|it| format!("#{it}")).unwrap_or_default();
        let name = format!("{target}@{}{qualifier}", annotation.term);
        if let Some(value) = value(&annotation.value) {
            members.push((name.clone(), value));
            members.extend(self::members(&name, &annotation.annotations));
        }
    }
    members
}

/// Returns `None` if the value cannot be written.
fn value(expression: &Expression) -> Option<Json> {
    let member = |name: &str, value: Json| object([(format!("${name}"), value)]);
    Some(match expression {
        Expression::Default => JsonValue::Bool(true).into(),
        Expression::Null => Json::default(),
        Expression::Bool(value) => JsonValue::Bool(*value).into(),
        Expression::Constant(kind, text) if kind.is_number() => number(text),
        Expression::Constant(ConstantKind::EnumMember, text) => enum_members(text).as_str().into(),
        Expression::Constant(_, text) => text.as_str().into(),
        Expression::Path(path) => member("Path", path.as_str().into()),
        Expression::Collection(items) => array(items.iter().filter_map(value)),
        Expression::Record(record) => {
            let own_type = record.type_name.as_deref();
            let own_type =
                own_type.map(|name| ("@type".to_owned(), format!("#{name}").as_str().into()));
            let properties = record.properties.iter();
            let properties = properties.filter_map(|(name, own)| Some((name.clone(), value(own)?)));
            let annotations = members("", &record.annotations);
            object(own_type.into_iter().chain(properties).chain(annotations))
        }
        Expression::Operation(operator, operands) => {
            let mut values: Vec<Json> = operands.iter().map(operand).collect::<Option<_>>()?;
            match values.pop() {
                Some(only) if operator.is_unary() => member(operator.as_str(), only),
                last => member(operator.as_str(), array(values.into_iter().chain(last))),
            }
        }
        Expression::Apply {
            function,
            arguments,
        } => {
            let arguments = arguments.iter().map(operand).collect::<Option<Vec<_>>>()?;
            let function = ("$Function".to_owned(), function.as_str().into());
            object([("$Apply".to_owned(), array(arguments)), function])
        }
        Expression::Cast(ty, value) => with_type("$Cast", operand(value)?, ty),
        Expression::IsOf(ty, value) => with_type("$IsOf", operand(value)?, ty),
        Expression::LabeledElement { name, value } => {
            let name = ("$Name".to_owned(), name.as_str().into());
            object([("$LabeledElement".to_owned(), operand(value)?), name])
        }
        Expression::LabeledElementReference(name) => {
            member("LabeledElementReference", name.as_str().into())
        }
        Expression::UrlRef(url) => member("UrlRef", operand(url)?),
        Expression::Unknown => return None,
    })
}

/// Returns an operand. Members of an enumeration need a cast here: the term states their type only if they are the value of an annotation.
fn operand(expression: &Expression) -> Option<Json> {
    match expression {
        Expression::Constant(ConstantKind::EnumMember, text) => {
            let (name, _) = text.split_once('/').unwrap_or_default();
            let ty = TypeReference {
                name: name.to_owned(),
                ..TypeReference::default()
            };
            Some(with_type("$Cast", enum_members(text).as_str().into(), &ty))
        }
        other => value(other),
    }
}

fn with_type(member: &str, value: Json, ty: &TypeReference) -> Json {
    let mut members = vec![(member.to_owned(), value)];
    let mut add = |name: &str, value: Json| members.push((name.to_owned(), value));
    if ty.is_collection {
        add("$Collection", JsonValue::Bool(true).into());
    }
    if ty.name != "Edm.String" {
        add("$Type", ty.name.as_str().into());
    }
    let facets = &ty.facets;
    for (name, facet) in [
        ("$MaxLength", &facets.max_length),
        ("$Precision", &facets.precision),
        ("$Scale", &facets.scale),
    ] {
        if let Some(text) = facet {
            add(name, number(text));
        }
    }
    if let Some(text) = &facets.srid {
        add("$SRID", text.as_str().into());
    }
    if let Some(text) = &facets.unicode {
        add("$Unicode", JsonValue::Bool(text == "true").into());
    }
    object(members)
}

/// Returns a number where the text is one in JSON, text otherwise: `INF`, `max`, `variable`.
pub(super) fn number(text: &str) -> Json {
    match serde_json::from_str::<serde_json::Number>(text) {
        Ok(_) => JsonValue::Number(text.trim().to_owned()).into(),
        Err(_) => text.into(),
    }
}

/// XML has `shop.colour/red shop.colour/blue`, and JSON `red,blue` (CSDL XML 4.01 §14.3.7, CSDL JSON 4.01 §14.3.7).
fn enum_members(text: &str) -> String {
    let members = text.split_whitespace();
    let names = members.map(|it| it.rsplit_once('/').map_or(it, |(_, name)| name));
    names.collect::<Vec<_>>().join(",")
}
