//! The rows of the tables: an input, a job, and the contenders. The first two are always the yardsticks, (a):
//!
//! - `flat` reads through `serde_json::from_slice`, as all engines that are plain serde types;
//! - `flat-str` checks the UTF-8 of the whole input and reads through `serde_json::from_str`, as `odata_core::json`.
//!
//! `flat-sonic` is the yardstick of `odata-sonic`; both read through sonic-rs.

use odata_core::graph::AnyCustomExtensionData;

use super::{
    derived,
    derived::{Body, Sonic},
    engine::{Contender, Result},
    flat::{self, Mixed, MixedSonic, MixedStr, Plain, PlainStr},
    flatten,
    payload::{self, Input, Tag},
    typetag,
};

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Job {
    Read,
    /// Into a buffer that already has its capacity.
    Write,
}

pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) job: Job,
    pub(crate) input: Input,
    pub(crate) contenders: Vec<Contender>,
}

/// Every row, over arrays of `count` items.
pub(crate) fn rows(count: usize) -> Vec<Row> {
    let row = |name, job, input, contenders: fn() -> Vec<Contender>| Row {
        name,
        job,
        input,
        contenders: contenders(),
    };
    vec![
        row(
            "dir-read-first",
            Job::Read,
            payload::directory(count, Tag::First),
            directory,
        ),
        row(
            "dir-read-last",
            Job::Read,
            payload::directory(count, Tag::Last),
            directory,
        ),
        row(
            "dir-write",
            Job::Write,
            payload::directory(count, Tag::First),
            directory,
        ),
        row("user-read-first", Job::Read, payload::users(count), users),
        row("user-write", Job::Write, payload::users(count), users),
        row("wide-read-first", Job::Read, payload::wide(count), wide),
        row("wide-write", Job::Write, payload::wide(count), wide),
        row(
            "ext-read-first",
            Job::Read,
            payload::callbacks(count, Tag::First),
            callbacks,
        ),
        row(
            "ext-read-last",
            Job::Read,
            payload::callbacks(count, Tag::Last),
            callbacks,
        ),
        row(
            "ext-write",
            Job::Write,
            payload::callbacks(count, Tag::First),
            callbacks,
        ),
    ]
}

fn directory() -> Vec<Contender> {
    vec![
        Contender::new::<Mixed<flat::Directory>>("flat"),
        Contender::new::<MixedStr<flat::Directory>>("flat-str"),
        Contender::new::<MixedSonic<flat::Directory>>("flat-sonic"),
        Contender::new::<Plain<flatten::Directory>>("flatten"),
        Contender::new::<Plain<Box<dyn typetag::Directory>>>("typetag"),
        Contender::new::<Plain<serde_json::Value>>("value"),
        Contender::new::<Body<derived::Directory>>("odata").against("flat-str"),
        Contender::new::<Plain<derived::Directory>>("odata-serde"),
        Contender::new::<Sonic<derived::Directory>>("odata-sonic").against("flat-sonic"),
    ]
}

fn users() -> Vec<Contender> {
    vec![
        Contender::new::<Plain<flat::Employee>>("flat"),
        Contender::new::<PlainStr<flat::Employee>>("flat-str"),
        Contender::new::<Plain<flatten::OnlyEmployee>>("flatten"),
        Contender::new::<Plain<serde_json::Value>>("value"),
        Contender::new::<Body<derived::Employee>>("odata").against("flat-str"),
        Contender::new::<Plain<derived::Employee>>("odata-serde"),
    ]
}

fn wide() -> Vec<Contender> {
    vec![
        Contender::new::<Plain<flat::LabReading>>("flat"),
        Contender::new::<PlainStr<flat::LabReading>>("flat-str"),
        Contender::new::<Plain<flatten::OnlyLabReading>>("flatten"),
        Contender::new::<Plain<serde_json::Value>>("value"),
        Contender::new::<Body<derived::LabReading>>("odata").against("flat-str"),
        Contender::new::<Plain<derived::LabReading>>("odata-serde"),
    ]
}

fn callbacks() -> Vec<Contender> {
    vec![
        Contender::new::<Mixed<flat::Callbacks>>("flat"),
        Contender::new::<MixedStr<flat::Callbacks>>("flat-str"),
        Contender::new::<Plain<flatten::Callbacks>>("flatten"),
        Contender::new::<Plain<Box<dyn typetag::Callbacks>>>("typetag"),
        Contender::new::<Plain<serde_json::Value>>("value"),
        Contender::new::<Body<AnyCustomExtensionData>>("odata").against("flat-str"),
        Contender::new::<Plain<AnyCustomExtensionData>>("odata-serde"),
    ]
}

impl Row {
    /// Checks that each contender reads all of the input and writes it back: the same members with the same values, in any order. A
    /// null member equals an absent one.
    pub(crate) fn verify(&self) -> Result<()> {
        let expected = without_nulls(serde_json::from_slice(&self.input.text)?);
        for contender in &self.contenders {
            let job = format!("{} by {}", self.name, contender.name);
            let items = (contender.read)(&self.input).map_err(|error| format!("{job}: {error}"))?;
            let mut buffer = Vec::new();
            (contender.write)(&*items, &mut buffer).map_err(|error| format!("{job}: {error}"))?;
            if without_nulls(serde_json::from_slice(&buffer)?) != expected {
                return Err(format!("{job}: the output differs from the input").into());
            }
        }
        Ok(())
    }
}

fn without_nulls(value: serde_json::Value) -> serde_json::Value {
    match value {
        serde_json::Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        serde_json::Value::Object(members) => members
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(key, value)| (key, without_nulls(value)))
            .collect(),
        other => other,
    }
}
