//! Limits of the library and of the compiler: what exceeds them is reported, with what to write.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use odata_codegen::{Config, Error, Override};

/// A run over a document of one schema.
fn config(content: &str) -> Config {
    let text = format!(
        r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="NS" xmlns="http://docs.oasis-open.org/odata/ns/edm">{content}</Schema></edmx:DataServices></edmx:Edmx>"#
    );
    Config::new().metadata_text("m.xml", text)
}

fn first(error: Error) -> String {
    let found = error
        .diagnostics()
        .iter()
        .min_by_key(|found| found.severity);
    found.map(|found| found.message.clone()).unwrap_or_default()
}

#[test]
fn a_type_with_too_many_properties_is_an_error() {
    let properties = |count: usize| -> String {
        let names = 0..count;
        names
            .map(|index| format!(r#"<Property Name="p{index}" Type="Edm.Int32"/>"#))
            .collect()
    };
    let config = config(&format!(
        r#"<ComplexType Name="B">{}</ComplexType><ComplexType Name="T" BaseType="NS.B"><Property Name="q" Type="Edm.Int32"/></ComplexType>"#,
        properties(8192)
    ));
    assert!(
        config
            .clone()
            .include("NS.B")
            .hierarchy("none")
            .exclude("NS.T")
            .generate()
            .is_ok()
    );
    assert_eq!(
        config
            .clone()
            .generate()
            .map_or_else(first, |_| String::new()),
        "`NS.T` has 8193 properties, more than the 8192 that a type can have: leave some out with `--override NS.T/property=skip`"
    );
    let skipped = config.override_type("NS.T/q", Override::Skip);
    assert!(skipped.generate().is_ok());
}

/// The findings about the recursion limit, for a chain or a cycle of types.
fn recursion(count: usize, is_cycle: bool, change: impl Fn(Config) -> Config) -> Vec<String> {
    let types: String = (0..count)
        .map(|index| {
            let next = match index + 1 {
                next if next < count => format!(r#"<Property Name="next" Type="NS.T{next}"/>"#),
                _ if is_cycle => r#"<Property Name="next" Type="NS.T0"/>"#.to_owned(),
                _ => String::new(),
            };
            format!(r#"<ComplexType Name="T{index}">{next}</ComplexType>"#)
        })
        .collect();
    let generated = change(config(&types))
        .generate()
        .expect("the types are valid");
    let found = generated.diagnostics().iter();
    let found = found.filter(|found| found.rule == "recursion-limit");
    found.map(|found| found.message.clone()).collect()
}

#[test]
fn types_that_contain_each_other_deeply_need_a_recursion_limit() {
    let plain = |config: Config| config;
    let patch = |config: Config| config.patch(true);
    // Each type is two levels in a cycle, with its box, and three as a patch.
    assert_eq!(recursion(58, true, plain), [""; 0]);
    assert_eq!(
        recursion(58, true, patch),
        [
            "the generated types contain each other 183 levels deep, more than the 128 that the compiler follows: write `#![recursion_limit = \"1024\"]` at the start of the crate"
        ]
    );
    assert_eq!(recursion(100, true, plain).len(), 1);
    assert_eq!(recursion(100, false, plain), [""; 0]);
    assert_eq!(recursion(200, false, plain).len(), 1);
    // A collection is a level, a property that is replaced is none.
    let skipped = |config: Config| config.override_type("NS.T100/next", Override::Skip);
    assert_eq!(recursion(150, false, skipped), [""; 0]);
}
