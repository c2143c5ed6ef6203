//! What comes before the type tag, or instead of it.

use std::borrow::Cow;

use serde::de::{self, MapAccess};

use super::{
    TYPE_TAG,
    undeclared::{self, Index},
};
use crate::{
    DynamicResource, JsonText,
    dynamic::Members,
    scope,
    text::{self, scan},
};

/// Members captured as text, in order. Each value is scanned once, here: whoever replays it may rely on its nesting.
pub(crate) struct Early<'de>(Vec<Member<'de>>);

const USUAL: usize = 16;

pub(crate) struct Member<'de> {
    pub(crate) name: Cow<'de, str>,
    pub(crate) value: Cow<'de, str>,
}

impl<'de> Early<'de> {
    pub(crate) const fn new() -> Self {
        Early(Vec::new())
    }

    /// Captures the value of `name`, which comes next.
    pub(crate) fn read<A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let value = map.next_value_seed(text::Captured);
        let checked = value.and_then(|value| scan::check(&value).map(|()| value));
        match checked {
            Ok(value) => {
                if self.0.is_empty() {
                    // One allocation for what an object of common width has.
                    self.0.reserve(USUAL);
                }
                self.0.push(Member { name, value });
                Ok(())
            }
            Err(error) => Err(scope::at_name(&name, error)),
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
        let (mut members, mut index) = (Members::new(), Index::new());
        for Member { name, value } in self.0 {
            undeclared::check(None, &name, &value).map_err(|error| scope::at_name(&name, error))?;
            let text = scan::compact(value).into_owned();
            index
                .put(&mut members, &name, JsonText::from_trusted(text))
                .map_err(|error| scope::at_name(&name, error))?;
        }
        Ok(DynamicResource(members))
    }
}
