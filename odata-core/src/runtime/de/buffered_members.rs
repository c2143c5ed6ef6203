//! Members that precede the type tag.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, Visitor},
};

use crate::{
    codec::RawJson,
    dynamic::{DynamicResource, MemberName, Members, TYPE_TAG},
    raw::{captured, scan},
    runtime::de::{
        key::Name,
        member::Member,
        member_checks::MemberChecks,
        member_index::MemberIndex,
        member_order::{SeenProperties, out_of_order},
        undeclared, value_type,
    },
    session::{Level, at_name, read_policy},
};

/// Members captured as text, in order. The nesting of each value is checked when it is captured.
#[derive(Default)]
pub(crate) struct BufferedMembers<'de>(Vec<Member<'de>>);

/// The capacity for an object of common width.
const USUAL_WIDTH: usize = 16;

impl<'de> BufferedMembers<'de> {
    pub(crate) const fn new() -> Self {
        BufferedMembers(Vec::new())
    }

    /// Captures the next value, the value of `name`.
    pub(crate) fn read<A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let value = map.next_value_seed(captured::Captured);
        let checked = value.and_then(|value| scan::check_captured(&value).map(|()| value));
        match checked {
            Ok(value) => {
                if self.0.is_empty() {
                    self.0.reserve(USUAL_WIDTH);
                }
                self.0.push(Member { name, value });
                Ok(())
            }
            Err(error) => Err(at_name(&name, error)),
        }
    }

    /// Adds the type tag.
    pub(crate) fn push_tag(&mut self, tag: &str) {
        let text = serde_json::Value::from(tag).to_string();
        self.0.push(Member {
            name: Cow::Borrowed(TYPE_TAG),
            value: Cow::Owned(text),
        });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the context URL, as JSON text.
    pub(crate) fn context(&self) -> Option<&str> {
        self.get("@odata.context").or_else(|| self.get("@context"))
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|member| member.name == name)
            .map(|member| &*member.value)
    }

    /// Iterates over the names and values of the properties.
    pub(crate) fn properties(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter(|it| matches!(MemberName::parse(&it.name), MemberName::Property(_)))
            .map(|it| (&*it.name, &*it.value))
    }

    pub(crate) fn into_members(self) -> Vec<Member<'de>> {
        self.0
    }

    /// Converts all members into a resource.
    pub(crate) fn into_resource<E: de::Error>(self) -> Result<DynamicResource, E> {
        let (mut members, mut index) = (Members::new(), MemberIndex::new());
        let mut checks = MemberChecks::default();
        for Member { name, value } in self.0 {
            let text = scan::compact(value).into_owned();
            store(&mut checks, &mut members, &mut index, &name, text)
                .map_err(|error| at_name(&name, error))?;
        }
        Ok(DynamicResource(members))
    }
}

fn store<E: de::Error>(
    checks: &mut MemberChecks<'_>,
    members: &mut Members,
    index: &mut MemberIndex,
    name: &str,
    value: String,
) -> Result<(), E> {
    let value = match undeclared::check(None, name, &value)? {
        Cow::Owned(ordered) => ordered,
        Cow::Borrowed(_) => value,
    };
    let parsed = MemberName::parse(name);
    if read_policy().streaming {
        checks
            .check_order(parsed, SeenProperties::None, members.is_empty())
            .map_err(out_of_order)?;
    }
    checks.check_type(name, &value)?;
    let is_type = parsed.control(read_policy().version) == Some("type");
    if is_type && !parsed.target().is_empty() {
        let former = index.find(members, parsed.target());
        if let Some(former) = former.and_then(|at| members.value_at(at)) {
            value_type::check(&value, former.as_str())?;
        }
        checks.add_type_tag(parsed.target(), &value);
    }
    index.put(members, name, RawJson::from_trusted(value))
}

impl<'de> Deserialize<'de> for DynamicResource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ResourceVisitor)
    }
}

struct ResourceVisitor;

impl<'de> Visitor<'de> for ResourceVisitor {
    type Value = DynamicResource;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<DynamicResource, A::Error> {
        let _level = Level::enter()?;
        let mut members = BufferedMembers::new();
        while let Some(name) = map.next_key_seed(Name)? {
            members.read::<A>(name, &mut map)?;
        }
        members.into_resource()
    }
}
