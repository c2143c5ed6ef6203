//! Annotations, as far as they say something about types: descriptions, computed values, limits, deprecation.

const CORE: &str = "Org.OData.Core.V1.";
const VALIDATION: &str = "Org.OData.Validation.V1.";

#[derive(Debug, Clone)]
pub(crate) struct Annotation {
    /// The qualified name of the term, aliases resolved.
    pub(crate) term: String,
    pub(crate) qualifier: Option<String>,
    pub(crate) value: Value,
}

/// A constant expression. Paths and other dynamic expressions are [`Value::Dynamic`]: nothing about a type depends on them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// `edm:String` and every other constant that is written as text: numbers, dates, enumeration members.
    Text(String),
    Bool(bool),
    Collection(Vec<Value>),
    Record(Vec<(String, Value)>),
    /// The term's default: a tagging term that is simply there.
    Default,
    Dynamic,
}

impl Value {
    fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    fn field(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Record(fields) => fields
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }
}

/// What the annotations of one target say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Said<'a>(pub(crate) &'a [Annotation]);

impl<'a> Said<'a> {
    fn find(self, namespace: &str, alias: &str, name: &str) -> Option<&'a Annotation> {
        self.0.iter().find(|annotation| {
            // Services do write `Core.Description` without an include that introduces the alias.
            annotation.qualifier.is_none()
                && (annotation.term.strip_prefix(namespace) == Some(name)
                    || annotation.term.strip_prefix(alias) == Some(name))
        })
    }

    fn core(self, name: &str) -> Option<&'a Annotation> {
        self.find(CORE, "Core.", name)
    }

    fn validation(self, name: &str) -> Option<&'a Annotation> {
        self.find(VALIDATION, "Validation.", name)
    }

    fn tagged(found: Option<&Annotation>) -> bool {
        found.is_some_and(|annotation| {
            matches!(annotation.value, Value::Bool(true) | Value::Default)
        })
    }

    pub(crate) fn description(self) -> Option<&'a str> {
        self.core("Description")
            .and_then(|found| found.value.text())
    }

    pub(crate) fn long_description(self) -> Option<&'a str> {
        self.core("LongDescription")
            .and_then(|found| found.value.text())
    }

    /// `Core.Computed`: the service fills it in, clients do not send it.
    pub(crate) fn computed(self) -> bool {
        Self::tagged(self.core("Computed"))
    }

    /// `Core.Permissions` without `Write`.
    pub(crate) fn read_only(self) -> bool {
        self.core("Permissions")
            .and_then(|found| found.value.text())
            .is_some_and(|text| {
                let member = |part: &str| part.rsplit('/').next().map(str::trim).map(str::to_owned);
                let members: Vec<_> = text.split([' ', ',']).filter_map(member).collect();
                !members.is_empty() && members.iter().all(|name| name == "Read")
            })
    }

    /// The inclusive bounds of `Validation.Minimum` and `Validation.Maximum`.
    pub(crate) fn bounds(self) -> (Option<&'a str>, Option<&'a str>) {
        let bound = |name| self.validation(name).and_then(|found| found.value.text());
        (bound("Minimum"), bound("Maximum"))
    }

    /// What `Core.Revisions` says where it says that something is deprecated.
    pub(crate) fn deprecation(self) -> Option<&'a str> {
        let Some(Annotation {
            value: Value::Collection(revisions),
            ..
        }) = self.core("Revisions")
        else {
            return None;
        };
        revisions.iter().find_map(|revision| {
            let kind = revision.field("Kind").and_then(Value::text)?;
            kind.ends_with("Deprecated").then(|| {
                revision
                    .field("Description")
                    .and_then(Value::text)
                    .unwrap_or("")
            })
        })
    }
}
