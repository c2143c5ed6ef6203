//! A small case and its result.

use odata_codegen::Config;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    document, kind,
    options::{Options, Stated},
    outcome::Outcome,
    primitives,
    schemas::SCHEMAS,
    table::{CaseType, Schema},
};

/// A line of the file of cases.
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
    Property,
}

impl Case {
    /// Returns the result of the case.
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

    /// Returns whether the model meets all rules of CSDL.
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
        let item = self
            .declared
            .strip_prefix("Collection(")
            .and_then(|it| it.strip_suffix(')'));
        let ty = match self.find(item.unwrap_or(&self.declared)) {
            Ok(ty) => ty,
            Err(problem) => return Outcome::failed(problem),
        };
        let run = match self.kind {
            Kind::Delta => ty.delta,
            Kind::Action => ty.parameters,
            Kind::Collection => ty.collection,
            _ if item.is_some() => ty.collection,
            Kind::Property => ty.property,
            _ => ty.resource,
        };
        run.map_or_else(
            || {
                Outcome::failed(format!(
                    "{} cannot be read as {:?}",
                    self.declared, self.kind
                ))
            },
            |run| run(self.body(), options),
        )
    }

    /// Finds the declared type: a primitive or a type of the case's schema.
    fn find(&self, name: &str) -> Result<&'static CaseType, String> {
        if let Some(primitive) = primitives::find(name) {
            return Ok(primitive);
        }
        let schema = self
            .schema()
            .ok_or("the program was built without the schema of the case")?;
        schema
            .types
            .iter()
            .find(|ty| ty.qualified == name)
            .ok_or_else(|| {
                format!(
                    "the schema of the case has no type {name} {}",
                    schema.problem
                )
            })
    }

    /// Returns whether the library writes the text: read and written with the same options, it does not change.
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

/// Returns whether both are the same JSON except for the order of members and white space. Numbers are compared by value.
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
