//! A small case and its result.

use odata_codegen::Config;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    document, kind,
    options::{Options, Stated},
    outcome::Outcome,
    schemas::SCHEMAS,
    table::Schema,
};

/// A line of the cases.
#[derive(Debug, Deserialize)]
pub struct Case {
    /// The name of the case.
    pub id: String,
    declared_type_csdl: String,
    #[serde(default)]
    declared: String,
    payload: String,
    payload_b64: Option<odata_core::edm::Binary>,
    #[serde(default)]
    options: Stated,
    direction: Option<Direction>,
    #[serde(default)]
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Direction {
    Write,
    Csdl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum Kind {
    #[default]
    Resource,
    Collection,
    Delta,
    Ref,
    Error,
    Action,
}

impl Case {
    /// The result of the case.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let options = self.options.over_defaults();
        match self.direction {
            Some(Direction::Csdl) => self.model_result(),
            Some(Direction::Write) => self.conforms(&options),
            None => self.read(&options),
        }
    }

    fn body(&self) -> &[u8] {
        self.payload_b64
            .as_ref()
            .map_or(self.payload.as_bytes(), |binary| binary.as_ref())
    }

    /// Whether the model meets all rules of CSDL.
    fn model_result(&self) -> Outcome {
        let text = document::around(&self.declared_type_csdl, self.options.version().as_str());
        match Config::new()
            .metadata_text("case.xml", text)
            .strict_model(true)
            .check()
        {
            Ok(_) => Outcome::accepted(),
            Err(error) => Outcome::refused(error.to_string()),
        }
    }

    fn schema(&self) -> Option<&'static Schema> {
        let validator = self.options.validator.as_deref().unwrap_or_default();
        SCHEMAS
            .iter()
            .find(|schema| schema.csdl == self.declared_type_csdl && schema.validator == validator)
    }

    fn read(&self, options: &Options) -> Outcome {
        match self.kind {
            Kind::Error => return kind::error(self.body(), self.options.strict, options),
            Kind::Ref => return kind::reference(self.body(), options),
            _ => {}
        }
        let types = self.schema().map(|schema| schema.types).unwrap_or_default();
        let Some(ty) = types.iter().find(|ty| ty.qualified == self.declared) else {
            return Outcome::refused(format!("the case's schema has no type {}", self.declared));
        };
        match self.kind {
            Kind::Collection => (ty.collection)(self.body(), options),
            Kind::Delta => (ty.delta)(self.body(), options),
            Kind::Action => (ty.parameters)(self.body(), options),
            _ => (ty.resource)(self.body(), options),
        }
    }

    /// Whether the text equals the output of the library when it is read and written with the same options.
    fn conforms(&self, options: &Options) -> Outcome {
        let mut options = options.clone();
        options.write = options.write.strict(true);
        match self.read(&options) {
            Outcome::Done { json, .. } if !same(&json, &self.payload) => {
                Outcome::refused(format!("it would be written {json}"))
            }
            outcome => outcome,
        }
    }
}

/// Whether both are the same JSON except for the order of members and white space. Numbers are compared by value.
fn same(left: &str, right: &str) -> bool {
    let value = serde_json::from_str::<Value>;
    matches!((value(left), value(right)), (Ok(left), Ok(right)) if equal(&left, &right))
}

fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            left == right || left.as_f64() == right.as_f64()
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .zip(right)
                    .all(|(left, right)| equal(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(name, value)| right.get(name).is_some_and(|other| equal(value, other)))
        }
        _ => left == right,
    }
}
