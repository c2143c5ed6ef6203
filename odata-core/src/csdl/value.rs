//! JSON as text, members in the order in which they were added.

use std::fmt;

/// What CSDL JSON is made of.
#[derive(Debug)]
pub(super) enum Value {
    True,
    Number(i64),
    Text(String),
    List(Vec<Value>),
    Object(Object),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

/// An object of it.
#[derive(Debug, Default)]
pub(super) struct Object(Vec<(String, Value)>);

impl Object {
    pub(super) fn new() -> Object {
        Object::default()
    }

    pub(super) fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Object {
        self.0.push((name.into(), value.into()));
        self
    }

    /// A member that is false where it is not there.
    pub(super) fn with_flag(self, name: &str, is_set: bool) -> Object {
        if is_set {
            self.with(name, Value::True)
        } else {
            self
        }
    }

    pub(super) fn containing(
        mut self,
        members: impl IntoIterator<Item = (String, Object)>,
    ) -> Object {
        let members = members
            .into_iter()
            .map(|(name, value)| (name, Value::Object(value)));
        self.0.extend(members);
        self
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Value {
        Value::Object(object)
    }
}

impl Value {
    fn write(&self, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::True => f.write_str("true"),
            Value::Number(number) => write!(f, "{number}"),
            Value::Text(text) => write_text(text, f),
            Value::List(items) => {
                f.write_str("[")?;
                for (at, item) in items.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { ", " })?;
                    item.write(depth, f)?;
                }
                f.write_str("]")
            }
            Value::Object(Object(members)) if members.is_empty() => f.write_str("{}"),
            Value::Object(Object(members)) => {
                f.write_str("{\n")?;
                for (at, (name, value)) in members.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { ",\n" })?;
                    write!(f, "{:1$}", "", (depth + 1) * 2)?;
                    write_text(name, f)?;
                    f.write_str(": ")?;
                    value.write(depth + 1, f)?;
                }
                write!(f, "\n{:1$}}}", "", depth * 2)
            }
        }
    }
}

/// serde_json knows how a string is escaped.
fn write_text(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(&serde_json::to_string(text).map_err(|_| fmt::Error)?)
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(0, f)
    }
}
