//! The values of arguments.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use odata_codegen::{Navigation, Nulls, Override, Versions};

pub(super) fn navigation() -> impl TypedValueParser<Value = Navigation> {
    PossibleValuesParser::new([
        PossibleValue::new("follow").help("Generate the target types"),
        PossibleValue::new("reference")
            .help("Generate a field; it is a dynamic resource if its type is not selected"),
        PossibleValue::new("skip").help("Generate no field"),
    ])
    .map(|text| match text.as_str() {
        "follow" => Navigation::Follow,
        "skip" => Navigation::Skip,
        _ => Navigation::Reference,
    })
}

pub(super) fn versions() -> impl TypedValueParser<Value = Versions> {
    PossibleValuesParser::new([
        PossibleValue::new("all").help("Generate a struct per version"),
        PossibleValue::new("latest")
            .help("Generate one struct with all properties, which reads every version"),
    ])
    .map(|text| match text.as_str() {
        "latest" => Versions::Latest,
        _ => Versions::All,
    })
}

pub(super) fn nulls() -> impl TypedValueParser<Value = Nulls> {
    PossibleValuesParser::new([
        PossibleValue::new("merge").help("Option<T>"),
        PossibleValue::new("keep").help("Option<Option<T>>: null differs from a missing property"),
    ])
    .map(|text| match text.as_str() {
        "keep" => Nulls::Keep,
        _ => Nulls::Merge,
    })
}

/// Parses a pattern and the addition to the types that it selects.
pub(super) fn addition(text: &str) -> Result<(String, String), &'static str> {
    let (pattern, what) = text
        .split_once('=')
        .ok_or("expected PATTERN=WHAT, such as `NS.*=Eq, Hash`")?;
    Ok((pattern.to_owned(), what.to_owned()))
}

/// Parses a name and the replacement of its declaration.
pub(super) fn replacement(text: &str) -> Result<(String, Override), &'static str> {
    let (name, what) = text
        .split_once('=')
        .ok_or("expected NAME=WHAT, such as `microsoft.graph.Json=untyped`")?;
    let replacement = match what {
        "untyped" => Override::Untyped,
        "skip" => Override::Skip,
        path => Override::Rust(path.to_owned()),
    };
    Ok((name.to_owned(), replacement))
}
