//! Whatever the metadata, the result is an error with words or Rust that parses, and a document that was read can be written and read
//! again. The names, types and facets are odd on purpose.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use odata_codegen::{Config, Navigation, Nulls, Versions};
use odata_csdl::{Document, Severity};
use proptest::prelude::*;

const NAMES: &[&str] = &[
    "A",
    "a",
    "B",
    "b",
    "Any",
    "AnyA",
    "APatch",
    "AType",
    "type",
    "Self",
    "self",
    "crate",
    "Result",
    "Option",
    "Some",
    "String",
    "Vec",
    "Box",
    "bool",
    "Annotations",
    "DynamicResource",
    "ODataResource",
    "MODEL_TYPES",
    "base",
    "annotations",
    "dynamic_properties",
    "_",
    "__",
    "_1",
    "1",
    "a b",
    "a.b",
    "a-b",
    "é",
    "e\u{301}",
    "名",
    "x@y",
    "#x",
    "Other",
    "other",
    "aB",
    "a_b",
    "AB",
    "\u{1f44d}",
    "'",
    "\"",
    "\\",
    "{}",
    "//",
    "",
    "Nº",
];

const NAMESPACES: &[&str] = &[
    "NS",
    "ns",
    "N.S",
    "NS.A",
    "NS.a",
    "A",
    "Self",
    "type.fn",
    "NS.v1_0_0",
    "NS.v1_1_0",
    "NS.v2",
    "Edm",
    "odata",
    "a b",
    "é",
    "_",
    "NS..A",
    "core",
    "std.vec",
    "odata_core",
];

const TYPES: &[&str] = &[
    "Edm.String",
    "Edm.Int32",
    "Edm.Decimal",
    "Edm.Guid",
    "Edm.Stream",
    "Edm.Untyped",
    "Edm.PrimitiveType",
    "Edm.ComplexType",
    "Edm.EntityType",
    "Edm.GeographyPoint",
    "Edm.PropertyPath",
    "Edm.Nothing",
    "Edm.Single",
    "Edm.Binary",
    "Edm.Duration",
    "String",
    "",
];

const TEXTS: &[&str] = &[
    "0",
    "1",
    "-1",
    "5",
    "max",
    "Variable",
    "1e5",
    "99999999999999999999",
    "",
    "x",
    "INF",
    "0.5",
    "true",
    "NS.A",
    "a`b",
    "\u{202e}",
    "*/",
];

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(NAMES)
}

fn text() -> impl Strategy<Value = &'static str> {
    prop::sample::select(TEXTS)
}

fn qualified() -> impl Strategy<Value = String> {
    let namespace = prop_oneof![4 => prop::sample::select(NAMESPACES), 1 => Just("alias")];
    (namespace, name()).prop_map(|(namespace, name)| format!("{namespace}.{name}"))
}

fn ty() -> impl Strategy<Value = String> {
    let single = prop_oneof![
        prop::sample::select(TYPES).prop_map(str::to_owned),
        qualified()
    ]
    .boxed();
    prop_oneof![
        4 => single.clone(),
        1 => single.clone().prop_map(|ty| format!("Collection({ty})")),
        1 => single.prop_map(|ty| format!("Collection(Collection({ty}))")),
    ]
}

/// Attributes, each present or not.
fn attributes(names: &'static [&'static str]) -> impl Strategy<Value = String> {
    let values = prop::collection::vec(prop::option::weighted(0.2, text()), names.len());
    values.prop_map(move |values| {
        let pairs = names.iter().zip(values);
        let stated =
            pairs.filter_map(|(name, value)| Some(format!(" {name}=\"{}\"", escaped(value?))));
        stated.collect()
    })
}

fn flag(name: &'static str) -> impl Strategy<Value = String> {
    prop::bool::weighted(0.2).prop_map(move |is_set| {
        if is_set {
            format!(" {name}=\"true\"")
        } else {
            String::new()
        }
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

fn annotation() -> impl Strategy<Value = String> {
    let terms = [
        "Core.Description",
        "Core.Computed",
        "Org.OData.Core.V1.Permissions",
        "Org.OData.Validation.V1.Minimum",
        "Org.OData.Validation.V1.Maximum",
        "Validation.DerivedTypeConstraint",
    ];
    let kinds = ["String", "Int", "Decimal", "Bool", "Path", "EnumMember"];
    let one = (
        prop::sample::select(terms.to_vec()),
        prop::sample::select(kinds.to_vec()),
        text(),
    );
    let one = one.prop_map(|(term, kind, text)| {
        let text = if kind == "Bool" { "true" } else { text };
        format!("<Annotation Term=\"{term}\" {kind}=\"{}\"/>", escaped(text))
    });
    prop::option::weighted(0.3, one).prop_map(Option::unwrap_or_default)
}

fn property() -> impl Strategy<Value = String> {
    let facets = attributes(&["MaxLength", "Precision", "Scale", "DefaultValue", "SRID"]);
    let element = prop_oneof![3 => Just(false), 1 => Just(true)];
    (element, name(), ty(), facets, annotation()).prop_map(
        |(is_navigation, name, ty, facets, annotation)| {
            let (element, facets) = match is_navigation {
                true => ("NavigationProperty", String::new()),
                false => ("Property", facets),
            };
            format!(
                "<{element} Name=\"{}\" Type=\"{}\"{facets}>{annotation}</{element}>",
                escaped(name),
                escaped(&ty)
            )
        },
    )
}

fn structured() -> impl Strategy<Value = String> {
    let key = prop::option::of(prop::collection::vec(
        (name(), prop::option::weighted(0.2, name())),
        0..3,
    ));
    let base = prop::option::weighted(0.4, qualified());
    let flags = (flag("Abstract"), flag("OpenType"), flag("HasStream"));
    let properties = prop::collection::vec(property(), 0..6);
    (any::<bool>(), name(), base, flags, key, properties).prop_map(
        |(is_entity, name, base, (is_abstract, is_open, has_stream), key, properties)| {
            let element = if is_entity {
                "EntityType"
            } else {
                "ComplexType"
            };
            let base = base.map(|base| format!(" BaseType=\"{}\"", escaped(&base)));
            let parts = key.filter(|_| is_entity).map(|parts| {
                let parts = parts.into_iter().map(|(path, alias)| {
                    let alias = alias.map(|alias| format!(" Alias=\"{}\"", escaped(alias)));
                    format!(
                        "<PropertyRef Name=\"{}\"{}/>",
                        escaped(path),
                        alias.unwrap_or_default()
                    )
                });
                format!("<Key>{}</Key>", parts.collect::<String>())
            });
            format!(
                "<{element} Name=\"{}\"{}{is_abstract}{is_open}{}>{}{}</{element}>",
                escaped(name),
                base.unwrap_or_default(),
                if is_entity { has_stream } else { String::new() },
                parts.unwrap_or_default(),
                properties.concat()
            )
        },
    )
}

fn enumeration() -> impl Strategy<Value = String> {
    let members = prop::collection::vec((name(), prop::option::of(text())), 0..6);
    (name(), flag("IsFlags"), members).prop_map(|(name, flags, members)| {
        let members = members.into_iter().map(|(name, value)| {
            let value = value.map(|value| format!(" Value=\"{}\"", escaped(value)));
            format!(
                "<Member Name=\"{}\"{}/>",
                escaped(name),
                value.unwrap_or_default()
            )
        });
        format!(
            "<EnumType Name=\"{}\"{flags}>{}</EnumType>",
            escaped(name),
            members.collect::<String>()
        )
    })
}

fn definition() -> impl Strategy<Value = String> {
    (name(), ty()).prop_map(|(name, ty)| {
        format!(
            "<TypeDefinition Name=\"{}\" UnderlyingType=\"{}\"/>",
            escaped(name),
            escaped(&ty)
        )
    })
}

fn operation() -> impl Strategy<Value = String> {
    let parameters = prop::collection::vec((name(), ty()), 0..4);
    (any::<bool>(), name(), flag("IsBound"), parameters).prop_map(
        |(is_action, name, bound, parameters)| {
            let element = if is_action { "Action" } else { "Function" };
            let parameters = parameters.into_iter().map(|(name, ty)| {
                format!(
                    "<Parameter Name=\"{}\" Type=\"{}\"/>",
                    escaped(name),
                    escaped(&ty)
                )
            });
            format!(
                "<{element} Name=\"{}\"{bound}>{}</{element}>",
                escaped(name),
                parameters.collect::<String>()
            )
        },
    )
}

fn container() -> impl Strategy<Value = String> {
    let children = prop::collection::vec((any::<bool>(), name(), qualified()), 0..4);
    (name(), children).prop_map(|(name, children)| {
        let children = children.into_iter().map(|(is_set, name, ty)| {
            let (element, attribute) = match is_set {
                true => ("EntitySet", "EntityType"),
                false => ("Singleton", "Type"),
            };
            format!(
                "<{element} Name=\"{}\" {attribute}=\"{}\"/>",
                escaped(name),
                escaped(&ty)
            )
        });
        format!(
            "<EntityContainer Name=\"{}\">{}</EntityContainer>",
            escaped(name),
            children.collect::<String>()
        )
    })
}

fn document() -> impl Strategy<Value = String> {
    let content = prop_oneof![
        6 => structured(),
        2 => enumeration(),
        1 => definition(),
        1 => operation(),
        1 => container(),
    ];
    let schema = (
        prop::sample::select(NAMESPACES),
        prop::option::weighted(0.3, prop_oneof![Just("alias"), name()]),
        prop::collection::vec(content, 0..8),
    );
    let schema = schema.prop_map(|(namespace, alias, content)| {
        let alias = alias.map(|alias| format!(" Alias=\"{}\"", escaped(alias)));
        format!(
            "<Schema Namespace=\"{}\"{} xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">{}</Schema>",
            escaped(namespace),
            alias.unwrap_or_default(),
            content.concat()
        )
    });
    prop::collection::vec(schema, 1..4).prop_map(|schemas| {
        format!(
            "<edmx:Edmx Version=\"4.01\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"><edmx:DataServices>{}</edmx:DataServices></edmx:Edmx>",
            schemas.concat()
        )
    })
}

/// Sets of options that lead to different code.
fn configurations(text: &str) -> [Config; 3] {
    let config = Config::new().metadata_text("m.xml", text);
    [
        config.clone(),
        config
            .clone()
            .navigation(Navigation::Follow)
            .nulls(Nulls::Keep)
            .nullable_items(true)
            .actions(true)
            .patch(true),
        config
            .navigation(Navigation::Follow)
            .versions(Versions::Latest)
            .hierarchy("*")
            .nav(true),
    ]
}

/// A case is a document with three sets of options, which takes long.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig {
        cases: default.cases / 2,
        failure_persistence: None,
        ..default
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_metadata_gives_an_error_or_rust_that_parses(text in document()) {
        for config in configurations(&text) {
            match config.generate() {
                Ok(generated) => {
                    let files = generated.files().values().map(String::as_str);
                    for file in files.chain([generated.text()]) {
                        prop_assert!(syn::parse_file(file).is_ok(), "{text}\n{file}");
                    }
                }
                Err(error) => prop_assert!(!error.to_string().is_empty(), "{text}"),
            }
        }
    }

    #[test]
    fn any_document_is_written_as_it_was_read(text in document()) {
        let read = |text: &str| {
            let mut found = Vec::new();
            let document = Document::read(text, 0, &mut found);
            (document, found.iter().any(|it| it.severity == Severity::Error))
        };
        // A space separates names that may have aliases.
        let text = text.replace("a b", "a_b");
        let (document, has_errors) = read(&text);
        prop_assert!(!has_errors, "{text}");
        // Names with an alias that is also a namespace are ambiguous, against CSDL 4.01 §5.2.
        let is_namespace = |alias: &String| {
            document.schemas.iter().any(|it| it.namespace == *alias)
        };
        let aliases = || document.schemas.iter().filter_map(|it| it.alias.as_ref());
        prop_assume!(!aliases().any(is_namespace));
        let (xml, json) = (document.to_xml(), document.to_json());
        let (again, has_errors) = read(&xml);
        prop_assert!(!has_errors, "{xml}");
        prop_assert_eq!(again.to_xml(), xml);
        prop_assert_eq!(again.to_json(), &*json);
        // In JSON, a name with `@` is that of an annotation.
        if !text.contains('@') {
            let (again, _) = read(&json);
            prop_assert_eq!(again.to_json(), &*json);
        }
    }
}
