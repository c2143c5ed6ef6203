//! Expressions: the values of annotations, both directions (CSDL JSON 4.01 §14.3, §14.4).

use super::{
    read::Reader,
    value::{Json, JsonValue, array, object},
};
use crate::model::{ConstantKind, Expression, Record};

/// The type of a record, in the form of each version.
const TYPES: [&str; 2] = ["@type", "@odata.type"];

impl Reader<'_> {
    pub(super) fn expression(&self, json: &Json) -> Expression {
        match &json.value {
            JsonValue::Null => Expression::Null,
            JsonValue::Bool(value) => Expression::Bool(*value),
            JsonValue::Number(text) => Expression::Constant(number_kind(text), text.clone()),
            JsonValue::Text(text) => Expression::Constant(ConstantKind::String, text.clone()),
            JsonValue::Array(items) => {
                Expression::Collection(items.iter().map(|item| self.expression(item)).collect())
            }
            JsonValue::Object(members) if members.iter().any(|(name, _)| name.starts_with('$')) => {
                match json.get("$Path").and_then(Json::text) {
                    Some(path) => Expression::Path(self.aliases.resolve(path)),
                    None => Expression::Dynamic,
                }
            }
            JsonValue::Object(_) => Expression::Record(Record {
                type_name: TYPES
                    .iter()
                    .find_map(|name| json.get(name)?.text())
                    .map(|name| self.aliases.resolve(name.trim_start_matches('#'))),
                properties: json
                    .names()
                    .map(|(name, value)| (name.clone(), self.expression(value)))
                    .collect(),
            }),
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

/// `None` where the value cannot be written.
pub(super) fn value(expression: &Expression) -> Option<Json> {
    Some(match expression {
        Expression::Default => JsonValue::Bool(true).into(),
        Expression::Null => Json::default(),
        Expression::Bool(value) => JsonValue::Bool(*value).into(),
        Expression::Constant(kind, text) if kind.is_number() => number(text),
        Expression::Constant(ConstantKind::EnumMember, text) => members(text).as_str().into(),
        Expression::Constant(_, text) => text.as_str().into(),
        Expression::Path(path) => object([("$Path".to_owned(), path.as_str().into())]),
        Expression::Collection(items) => array(items.iter().filter_map(value)),
        Expression::Record(record) => {
            let own_type = record.type_name.as_deref();
            let own_type = own_type.map(|name| ("@type".to_owned(), name.into()));
            let properties = record.properties.iter();
            let properties = properties.filter_map(|(name, own)| Some((name.clone(), value(own)?)));
            object(own_type.into_iter().chain(properties))
        }
        Expression::Dynamic => return None,
    })
}

/// Returns a number where the text is one in JSON, text otherwise: `INF`, `max`, `variable`.
pub(super) fn number(text: &str) -> Json {
    match serde_json::from_str::<serde_json::Number>(text) {
        Ok(_) => JsonValue::Number(text.trim().to_owned()).into(),
        Err(_) => text.into(),
    }
}

/// XML has `shop.colour/red shop.colour/blue`, and JSON `red,blue` (CSDL XML 4.01 §14.3.7, CSDL JSON 4.01 §14.3.7).
fn members(text: &str) -> String {
    let members = text.split_whitespace();
    let names = members.map(|it| it.rsplit_once('/').map_or(it, |(_, name)| name));
    names.collect::<Vec<_>>().join(",")
}
