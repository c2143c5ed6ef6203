//! Collects the differences of one target.

use std::borrow::Cow;

use crate::csdl::difference::{Aspect, Difference};

/// Collects the differences of a target and of its members.
pub(super) struct Report<'a> {
    target: String,
    found: &'a mut Vec<Difference>,
}

pub(super) type Value = Option<Cow<'static, str>>;

impl<'a> Report<'a> {
    pub(super) fn new(target: impl Into<String>, found: &'a mut Vec<Difference>) -> Self {
        Self {
            target: target.into(),
            found,
        }
    }

    pub(super) fn member(&mut self, name: &str) -> Report<'_> {
        Report {
            target: format!("{}/{name}", self.target),
            found: self.found,
        }
    }

    pub(super) fn push(
        &mut self,
        aspect: Aspect,
        rust_value: Value,
        metadata_value: Value,
        advice: String,
    ) {
        self.found.push(Difference {
            target: self.target.clone(),
            aspect,
            rust_value,
            metadata_value,
            advice,
        });
    }

    pub(super) fn only_in_model(&mut self, advice: &str) {
        self.push(
            Aspect::Presence,
            Some("present".into()),
            None,
            advice.to_owned(),
        );
    }

    pub(super) fn only_in_metadata(&mut self, advice: String) {
        self.push(Aspect::Presence, None, Some("present".into()), advice);
    }

    /// `advice` is called only for a difference.
    pub(super) fn compare(
        &mut self,
        aspect: Aspect,
        rust_value: &str,
        metadata_value: &str,
        advice: impl FnOnce() -> String,
    ) {
        if rust_value != metadata_value {
            let owned = |text: &str| Some(Cow::Owned(text.to_owned()));
            self.push(aspect, owned(rust_value), owned(metadata_value), advice());
        }
    }

    /// Compares what the model states with the metadata, which may state nothing.
    pub(super) fn compare_stated(
        &mut self,
        aspect: Aspect,
        rust_value: &str,
        metadata_value: Option<&str>,
        advice: impl FnOnce(Option<&str>) -> String,
    ) {
        let stated = metadata_value.unwrap_or("none");
        self.compare(aspect, rust_value, stated, || advice(metadata_value));
    }

    pub(super) fn compare_flag(
        &mut self,
        aspect: Aspect,
        rust_value: bool,
        metadata_value: bool,
        advice: impl FnOnce() -> String,
    ) {
        let word = |flag| if flag { "true" } else { "false" };
        self.compare(aspect, word(rust_value), word(metadata_value), advice);
    }
}
