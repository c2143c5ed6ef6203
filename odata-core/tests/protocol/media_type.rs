//! The media type of JSON and its parameters.

use odata_core::{
    MetadataLevel, Version,
    protocol::{InvalidMediaType, MediaType},
};

fn parse(text: &str) -> Result<MediaType, String> {
    text.parse()
        .map_err(|error: InvalidMediaType| error.to_string())
}

/// The message for a text that is an error.
fn parse_error(text: &str) -> String {
    parse(text).err().unwrap_or_default()
}

const ALL: MediaType = MediaType {
    metadata: Some(MetadataLevel::Minimal),
    streaming: true,
    ieee754_compatible: true,
    exponential_decimals: true,
};

#[test]
fn parameters_have_an_optional_prefix_and_any_case() {
    for text in [
        "application/json;odata.metadata=minimal;IEEE754Compatible=true;odata.streaming=true;ExponentialDecimals=true;charset=utf-8",
        "application/json;metadata=minimal;streaming=true;IEEE754Compatible=true;exponentialdecimals=true",
        "Application/JSON; OData.Metadata=MINIMAL; ieee754compatible=TRUE; ODATA.STREAMING=True; ExponentialDecimals=true;Charset=UTF-8",
        "application/json ; odata.metadata=\"minimal\" ;; streaming=\"t\\rue\";IEEE754Compatible=true ;ExponentialDecimals=true; ",
    ] {
        assert_eq!(parse(text), Ok(ALL), "{text}");
    }
}

#[test]
fn minimal_metadata_is_the_default() {
    let media_type = MediaType::default();
    assert_eq!(parse("application/json"), Ok(media_type));
    assert_eq!(
        media_type.metadata.unwrap_or_default(),
        MetadataLevel::Minimal
    );
    assert_eq!(media_type.to_string(), "application/json");
}

#[test]
fn unknown_parameters_are_ignored() {
    assert_eq!(
        parse("application/json;q=0.9;version=\"a;b\";odata.metadata=none"),
        Ok(MediaType::json(MetadataLevel::None))
    );
}

#[test]
fn each_version_writes_its_names_of_the_parameters() {
    let texts = [
        (
            Version::V4,
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=true;ExponentialDecimals=true",
        ),
        (
            Version::V401,
            "application/json;metadata=minimal;streaming=true;IEEE754Compatible=true;ExponentialDecimals=true",
        ),
    ];
    for (version, text) in texts {
        assert_eq!(ALL.display(version).to_string(), text);
        assert_eq!(parse(text), Ok(ALL));
    }
}

#[test]
fn an_error_names_the_wrong_parameter() {
    assert_eq!(
        parse_error("text/html"),
        "invalid media type `text/html`: expected `application/json`"
    );
    assert_eq!(
        parse_error(""),
        "invalid media type ``: expected `application/json`"
    );
    assert_eq!(
        parse_error("application/json;metadata=some"),
        "invalid value `some` of `metadata`: expected none, minimal or full"
    );
    assert_eq!(
        parse_error("application/json;IEEE754Compatible=1"),
        "invalid value `1` of `IEEE754Compatible`: expected true or false"
    );
    assert_eq!(
        parse_error("application/json;charset=latin1"),
        "invalid value `latin1` of `charset`: expected utf-8"
    );
    assert_eq!(
        parse_error("application/json;metadata=full;odata.metadata=full"),
        "duplicate parameter `odata.metadata`"
    );
    assert_eq!(
        parse_error("application/json;streaming"),
        "parameter `streaming` has no value: write `name=value`"
    );
    assert_eq!(
        parse_error("application/json;a=\"b"),
        "the quoted value of `a` has no end: add `\"`"
    );
    assert_eq!(
        parse_error("application/json;a=b c"),
        "unexpected `c` after the value of `a`: separate parameters with `;`"
    );
    assert_eq!(
        parse_error("application/json;a =b"),
        "invalid parameter name `a `"
    );
    assert_eq!(
        parse_error("application/json;a="),
        "invalid value `` of `a`"
    );
}
