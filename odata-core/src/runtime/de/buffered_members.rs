//! What comes before the type tag, or instead of it.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, Visitor},
};

use crate::{
    codec::raw_json::RawJson,
    dynamic::{control::TYPE_TAG, members::Members, resource::DynamicResource},
    raw::{captured, scan},
    runtime::de::{key::Name, undeclared, undeclared::MemberIndex},
    session::{depth::Level, trace::at_name},
};

/// Members captured as text, in order. Each value is scanned once, here: whoever replays it may rely on its nesting.
pub(crate) struct BufferedMembers<'de>(Vec<Member<'de>>);

const USUAL: usize = 16;

pub(crate) struct Member<'de> {
    pub(crate) name: Cow<'de, str>,
    pub(crate) value: Cow<'de, str>,
}

impl<'de> BufferedMembers<'de> {
    pub(crate) const fn new() -> Self {
        BufferedMembers(Vec::new())
    }

    /// Captures the value of `name`, which comes next.
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
                    // One allocation for what an object of common width has.
                    self.0.reserve(USUAL);
                }
                self.0.push(Member { name, value });
                Ok(())
            }
            Err(error) => Err(at_name(&name, error)),
        }
    }

    /// Adds the tag that ended the search.
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

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|member| member.name == name)
            .map(|member| &*member.value)
    }

    pub(crate) fn into_members(self) -> Vec<Member<'de>> {
        self.0
    }

    /// Everything, kept whole.
    pub(crate) fn into_resource<E: de::Error>(self) -> Result<DynamicResource, E> {
        let (mut members, mut index) = (Members::new(), MemberIndex::new());
        for Member { name, value } in self.0 {
            undeclared::check(None, &name, &value).map_err(|error| at_name(&name, error))?;
            let text = scan::compact(value).into_owned();
            index
                .put(&mut members, &name, RawJson::from_trusted(text))
                .map_err(|error| at_name(&name, error))?;
        }
        Ok(DynamicResource(members))
    }
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
        let mut early = BufferedMembers::new();
        while let Some(name) = map.next_key_seed(Name)? {
            early.read::<A>(name, &mut map)?;
        }
        early.into_resource()
    }
}
