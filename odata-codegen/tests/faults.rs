//! Metadata with faults that real services have: what is generated nevertheless, what is reported, and what is refused in which words.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use odata_codegen::{Config, Error, Generated};

/// A document of one schema.
fn document(content: &str) -> String {
    format!(
        r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="NS" xmlns="http://docs.oasis-open.org/odata/ns/edm">{content}</Schema></edmx:DataServices></edmx:Edmx>"#
    )
}

fn config(content: &str) -> Config {
    Config::new().metadata_text("m.xml", document(content))
}

fn generated(config: &Config) -> Generated {
    config.generate().expect("the fault is not an error")
}

/// The findings of these rules.
fn findings(generated: &Generated, rule: &str) -> Vec<String> {
    let found = generated.diagnostics().iter();
    let found = found.filter(|found| found.rule == rule);
    found.map(|found| found.message.clone()).collect()
}

fn refused(name: &str, text: &str) -> String {
    let config = Config::new().metadata_text(name, text);
    config
        .generate()
        .map_or_else(first, |_| "accepted".to_owned())
}

fn first(error: Error) -> String {
    let found = error
        .diagnostics()
        .iter()
        .min_by_key(|found| found.severity);
    found.map(|found| found.message.clone()).unwrap_or_default()
}

#[track_caller]
fn has(generated: &Generated, parts: &[&str]) {
    for part in parts {
        assert!(
            generated.text().contains(part),
            "no `{part}` in\n{}",
            generated.text()
        );
    }
}

#[track_caller]
fn lacks(generated: &Generated, part: &str) {
    assert!(
        !generated.text().contains(part),
        "`{part}` in\n{}",
        generated.text()
    );
}

#[test]
fn types_and_modules_do_not_have_the_names_that_generated_code_uses() {
    let text = document(
        r#"<ComplexType Name="Result"><Property Name="A" Type="Edm.Decimal" Scale="2"/></ComplexType><ComplexType Name="Option"/><ComplexType Name="self"/><ComplexType Name="Some"/>"#,
    );
    let other = r#"</Schema><Schema Namespace="NS.bool" xmlns="http://docs.oasis-open.org/odata/ns/edm"><ComplexType Name="T"/></Schema>"#;
    let text = text.replace("</Schema>", other);
    let generated = generated(&Config::new().metadata_text("m.xml", text));
    has(
        &generated,
        &[
            "pub struct ResultType {",
            "pub struct OptionType {",
            "pub struct SelfType {",
            "pub struct Some {",
            "pub mod bool_namespace {",
        ],
    );
}

#[test]
fn a_member_of_unknown_value_has_no_variant() {
    let generated = generated(&config(
        r#"<EnumType Name="Flags" IsFlags="true"><Member Name="None"/><Member Name="A" Value="1"/><Member Name="B" Value="two"/></EnumType>
<EnumType Name="Empty" IsFlags="true"><Member Name="A"/></EnumType>
<EnumType Name="Plain"><Member Name="A" Value="0x10"/><Member Name="B"/><Member Name="C" Value=" 7 "/><Member Name="D"/></EnumType>
<ComplexType Name="T"><Property Name="E" Type="NS.Empty"/></ComplexType>"#,
    ));
    has(
        &generated,
        &[
            "#[odata(value = 1)]\n        A,\n        /// A member that the metadata does not define",
            "#[odata(value = 7)]\n        C,\n        /// `D`.\n        #[odata(value = 8)]\n        D,\n        /// A member that",
            "#[odata(edm = \"NS.Empty\")]\n        pub e: Option<String>,",
        ],
    );
    assert_eq!(findings(&generated, "enum-value").len(), 4);
}

#[test]
fn a_check_reports_each_member_without_a_variant() {
    let config = config(
        r#"<EnumType Name="Plain"><Member Name="A" Value="1"/><Member Name="B" Value="1"/><Member Name="C" Value="2"/></EnumType>
<EnumType Name="Flags" IsFlags="true"><Member Name="A" Value="1"/><Member Name="B" Value="0x2"/><Member Name="C D" Value="4"/></EnumType>
<EnumType Name="Empty" IsFlags="true"><Member Name="A"/></EnumType>"#,
    );
    let checked = config.check().expect("the faults are warnings");
    let found = checked.iter().filter(|found| found.rule == "enum-value");
    let found: Vec<String> = found.map(ToString::to_string).collect();
    let generated = generated(&config);
    let expected = generated.diagnostics().iter();
    let expected = expected.filter(|found| found.rule == "enum-value");
    assert_eq!(found, expected.map(ToString::to_string).collect::<Vec<_>>());
    let left_out = "it is left out and read as an unknown member, whose text is preserved";
    assert_eq!(
        found,
        [
            format!(
                "m.xml:2:137: warning[enum-value]: `B` of `NS.Plain` has the value 1 of another member: {left_out}"
            ),
            format!(
                "m.xml:3:81: warning[enum-value]: `B` of `NS.Flags` has the value `0x2`, which is not an integer: {left_out}"
            ),
            format!(
                "m.xml:3:111: warning[enum-value]: `C D` of `NS.Flags` has a name that is not a simple identifier: {left_out}"
            ),
        ]
    );
}

#[test]
fn a_name_that_is_not_an_identifier_becomes_a_valid_one() {
    let config = config(
        r#"<EntityType Name="Line"><Key><PropertyRef Name="No."/></Key><Property Name="No." Type="Edm.String" Nullable="false"/>
<Property Name="Unit Price" Type="Edm.Int32"/><Property Name="Unit_Price" Type="Edm.Int32"/><Property Name="a@b" Type="Edm.Int32"/>
<NavigationProperty Name="Next" Type="NS.Next Line"/></EntityType>
<EntityType Name="Next Line"/><Action Name="Do It"/>"#,
    );
    let generated = generated(&config.actions(true));
    has(
        &generated,
        &[
            "#[odata(name = \"No.\", any_name, key, nullable = false)]\n        pub no: Option<String>,",
            "#[odata(name = \"Unit Price\", any_name)]\n        pub unit_price: Option<i32>,",
            "#[odata(name = \"Unit_Price\")]\n        pub unit_price_property: Option<i32>,",
            "pub next: Option<DynamicResource>,",
        ],
    );
    lacks(&generated, "a@b");
    let because = "is left out, because a part of its name is reserved or not a simple identifier (a letter or `_`, then letters, digits and `_`)";
    assert_eq!(
        findings(&generated, "type-left-out"),
        [format!("`NS.Next Line` {because}: its values are dynamic")]
    );
    assert_eq!(
        findings(&generated, "action-left-out"),
        [format!("`NS.Do It` {because}")]
    );
}

#[test]
fn all_properties_of_a_key_have_the_key_attribute_in_order_or_none_has() {
    let generated = generated(&config(
        r#"<EntityType Name="Whole"><Key><PropertyRef Name="B"/><PropertyRef Name="A"/></Key>
<Property Name="A" Type="Edm.Int32" Nullable="false"/><Property Name="C" Type="Edm.Int32"/><Property Name="B" Type="Edm.Int32" Nullable="false"/></EntityType>
<EntityType Name="Path"><Key><PropertyRef Name="A/B" Alias="C"/><PropertyRef Name="D"/></Key><Property Name="D" Type="Edm.Int32" Nullable="false"/></EntityType>
<EntityType Name="Single"><Key><PropertyRef Name="A"/><PropertyRef Name="F"/></Key>
<Property Name="A" Type="Edm.Int32" Nullable="false"/><Property Name="F" Type="Edm.Single" Nullable="false"/></EntityType>
<EntityType Name="Alias"><Key><PropertyRef Name="A" Alias="X"/></Key><Property Name="A" Type="Edm.Int32" Nullable="false"/></EntityType>"#,
    ));
    has(
        &generated,
        &[
            "#[odata(key, nullable = false)]\n        pub b: Option<i32>,\n        /// `C`: `Edm.Int32`.\n        pub c: Option<i32>,\n        /// `A`: `Edm.Int32`.\n        #[odata(key, nullable = false)]\n        pub a:",
            "name = \"Path\",\n        rename_all = \"PascalCase\",\n        kind = entity,\n        default\n",
            "name = \"Single\",\n        rename_all = \"PascalCase\",\n        kind = entity,\n        default\n",
            "name = \"Alias\",\n        rename_all = \"PascalCase\",\n        key(\"A\" = \"X\"),\n",
        ],
    );
    assert_eq!(
        findings(&generated, "key-unmarked"),
        [
            "the key of `NS.Path` is not marked, because its part `A/B` is not a property of the type: there are no key predicates of it",
            "the key of `NS.Single` is not marked, because its part `F` has a type that is not allowed in a key: there are no key predicates of it",
        ]
    );
}

#[test]
fn an_abstract_type_without_derived_types_has_the_other_variant_only() {
    let generated = generated(&config(
        r#"<ComplexType Name="Shape" Abstract="true"/><ComplexType Name="T"><Property Name="S" Type="NS.Shape"/></ComplexType>"#,
    ));
    has(
        &generated,
        &[
            "pub s: Option<AnyShape>,",
            "pub enum AnyShape {\n        /// An unknown type, or a value without a type tag: preserved completely.\n        #[odata(other)]\n        Other(DynamicResource),\n    }",
        ],
    );
}

#[test]
fn a_fault_in_a_type_that_is_not_selected_is_not_an_error() {
    let config = config(
        r#"<ComplexType Name="Good"/><ComplexType Name="Bad"><Property Name="P"/></ComplexType><ComplexType Name="Loop" BaseType="NS.Loop"/>
<Function Name="F"><Parameter Name="p"/></Function>"#,
    );
    assert_eq!(
        config
            .clone()
            .generate()
            .map_or_else(first, |_| String::new()),
        "missing attribute `Type` on `Property`"
    );
    assert!(config.clone().include("NS.Good").generate().is_ok());
    assert!(config.clone().include("NS.Loop").generate().is_err());
    assert!(config.check().is_err());
}

#[test]
fn decimals_have_bounds_and_digits() {
    let bounds = r#"<Annotation Term="Org.OData.Validation.V1.Minimum" Decimal="-0.5"/><Annotation Term="Org.OData.Validation.V1.Maximum" Int="100"/>"#;
    let crossed = r#"<Annotation Term="Org.OData.Validation.V1.Minimum" Int="5"/><Annotation Term="Org.OData.Validation.V1.Maximum" Int="1"/>"#;
    let generated = generated(&config(&format!(
        r#"<ComplexType Name="T"><Property Name="A" Type="Edm.Decimal" Scale="Variable">{bounds}</Property>
<Property Name="B" Type="Edm.Decimal" Precision="5"/><Property Name="C" Type="Edm.Decimal" Precision="5" Scale="FLOATING"/>
<Property Name="D" Type="Edm.Decimal" Precision="5" Scale="2"/><Property Name="E" Type="Edm.Int32">{crossed}</Property></ComplexType>"#
    )));
    has(
        &generated,
        &[
            "validate(range(min = \"-0.5\", max = \"100\"))",
            "validate(digits(precision = 5)))",
            "validate(digits(precision = 5, floating))",
            "validate(digits(precision = 5, scale = 2))",
            "    pub e: Option<i32>,",
        ],
    );
    lacks(&generated, "range(min = 5");
    assert_eq!(findings(&generated, "facet-value"), [""; 0]);
}

#[test]
fn overloads_have_names_that_do_not_depend_on_their_order() {
    let overloads = [
        r#"<Action Name="Close" IsBound="true"><Parameter Name="o" Type="NS.E"/></Action>"#,
        r#"<Action Name="Close" IsBound="true"><Parameter Name="o" Type="Collection(NS.E)"/></Action>"#,
        r#"<Action Name="Close"/><EntityType Name="E"/>"#,
    ];
    let names = |content: String| {
        let generated = generated(&config(&content).actions(true));
        has(
            &generated,
            &[
                "/// The body of the action `NS.Close`, bound to `NS.E`.",
                "/// The body of the action `NS.Close`, bound to `Collection(NS.E)`.",
                "/// The body of the action `NS.Close`.",
            ],
        );
        let mut paths: Vec<String> = generated.types().iter().map(|ty| ty.path.clone()).collect();
        paths.sort();
        paths
    };
    let all = [
        "ns::CloseParameters",
        "ns::E",
        "ns::ECloseParameters",
        "ns::ECollectionCloseParameters",
    ];
    assert_eq!(names(overloads.concat()), all);
    assert_eq!(names(overloads.into_iter().rev().collect()), all);
}

#[test]
fn sets_singletons_and_bound_operations_are_constants() {
    let config = config(
        r#"<EntityType Name="Order"/>
<Action Name="pay" IsBound="true"><Parameter Name="o" Type="NS.Order"/></Action>
<Function Name="late" IsBound="true"><Parameter Name="o" Type="Collection(NS.Order)"/><ReturnType Type="Edm.Int32"/></Function>
<EntityContainer Name="C"><EntitySet Name="Orders" EntityType="NS.Order"/><Singleton Name="First" Type="NS.Order"/>
<EntitySet Name="Others" EntityType="NS.Missing"/></EntityContainer>"#,
    );
    let constants = [
        "pub const ORDERS: EntitySet<'static> = EntitySet::of::<Order>(\"Orders\");",
        "pub const FIRST: Singleton<'static> = Singleton::of::<Order>(\"First\");",
        "pub const ORDER_PAY: BoundOperation = BoundOperation::action::<Order>(\"NS.pay\");",
        "pub const ORDER_COLLECTION_LATE: BoundOperation = BoundOperation::function::<",
        "/// The function `NS.late`, bound to a collection of `NS.Order`.",
    ];
    has(&generated(&config), &constants);
    lacks(&generated(&config), "OTHERS");
    lacks(&generated(&config.links(false)), "pub const");
}

#[test]
fn a_schema_of_another_version_is_reported() {
    let text = document(r#"<ComplexType Name="T"/>"#).replace(
        "</Schema>",
        r#"</Schema><Schema Namespace="Old" xmlns="http://schemas.microsoft.com/ado/2009/11/edm"/>"#,
    );
    let generated = generated(&Config::new().metadata_text("m.xml", text));
    assert_eq!(
        findings(&generated, "version"),
        [
            "the schema `Old` is ignored, because its XML namespace http://schemas.microsoft.com/ado/2009/11/edm is not that of OData 4: \
             write http://docs.oasis-open.org/odata/ns/edm"
        ]
    );
}

#[test]
fn a_doctype_is_accepted_and_its_entities_are_not_expanded() {
    let text = |name: &str| {
        let document = document(&format!(r#"<ComplexType Name="{name}"/>"#));
        format!("<!DOCTYPE edmx [<!ENTITY co \"Contoso\">]>\n{document}")
    };
    assert_eq!(refused("m.xml", &text("T")), "accepted");
    assert_eq!(
        refused("m.xml", &text("&co;")),
        "entities are not expanded: write the text of `&co;` in its place"
    );
}

#[test]
fn documents_that_are_not_metadata_are_refused_in_words_that_help() {
    let text =
        document(r#"<ComplexType Name="T"><Annotation Term="A" String="a & b"/></ComplexType>"#);
    assert_eq!(
        refused("m.xml", &text),
        "invalid reference after `&`: write `&amp;` for the character `&`"
    );
    assert_eq!(
        refused("m.json", "[]"),
        "this is not metadata: CSDL JSON is an object with `$Version` and schemas"
    );
}

#[test]
fn types_that_are_all_left_out_are_an_error() {
    let error = |content: &str| {
        config(content)
            .generate()
            .map_or_else(first, |_| String::new())
    };
    assert_eq!(
        error(r#"<ComplexType Name="a b"/>"#),
        "the only selected type `NS.a b` is left out because of its name: nothing can be generated"
    );
    let long = format!(
        r#"<ComplexType Name="a b"/><EntityType Name="{}"/>"#,
        "L".repeat(129)
    );
    assert!(error(&long).starts_with("all 2 selected types, such as `NS."));
    let generated = generated(&config(&(long + r#"<ComplexType Name="T"/>"#)));
    let found = findings(&generated, "type-left-out");
    assert!(
        found
            .iter()
            .any(|it| it.contains("has more than 128 characters: its values"))
    );
}

#[test]
fn files_in_utf_16_are_read() {
    let folder = std::env::temp_dir().join(format!("odata-codegen-utf-16-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let text = document(r#"<ComplexType Name="Größe"/>"#);
    for (name, bytes) in [
        (
            "le.xml",
            text.encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<u8>>(),
        ),
        (
            "be.xml",
            format!("\u{feff}{text}")
                .encode_utf16()
                .flat_map(u16::to_be_bytes)
                .collect(),
        ),
    ] {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("the file can be written");
        has(
            &generated(&Config::new().metadata(path)),
            &["pub struct Größe {"],
        );
    }
    std::fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn an_input_that_is_not_metadata_is_an_error_that_says_what_it_is() {
    let twice = [document(""), document("")].concat();
    let terms = document(r#"<Term Name="A" Type="Edm.String"/>"#);
    let actions = document(r#"<Action Name="A"/>"#);
    let annotations = document(
        r#"<Annotations Target="Other.T"><Annotation Term="Core.Description" String="x"/></Annotations>"#,
    );
    let definitions =
        document(r#"<TypeDefinition Name="D" UnderlyingType="Edm.Int32"/><EnumType Name="E"/>"#);
    for (text, words) in [
        (
            "<!DOCTYPE html><html><br></html>",
            "this is an HTML page and not metadata",
        ),
        (
            "<?xml version='1.0'?><!-- a --><HTML/>",
            "this is an HTML page and not metadata",
        ),
        ("", "the file is empty"),
        ("Unauthorized", "this is neither XML nor JSON"),
        (
            "{\"error\":{\"code\":\"401\",\"message\":\"Sign in\"}}",
            "this is an error response of the service and not metadata: Sign in",
        ),
        (
            "{\"@odata.context\":\"$metadata\",\"value\":[]}",
            "this is data or a service document",
        ),
        ("{\"openapi\":\"3.0.0\"}", "this is an OpenAPI document"),
        (
            "<service xmlns='http://www.w3.org/2007/app'/>",
            "this is a service document: append `$metadata`",
        ),
        (
            "<error><message>Sign in</message></error>",
            "this is an error response of the service and not metadata: Sign in",
        ),
        (
            "<Edmx Version='1.0' xmlns='http://schemas.microsoft.com/ado/2007/06/edmx'><DataServices \
             m:DataServiceVersion='3.0' xmlns:m='http://schemas.microsoft.com/ado/2007/08/dataservices/metadata'/></Edmx>",
            "this is metadata of OData 3, and only OData 4 is supported",
        ),
        (
            "<Edmx Version='1.0' xmlns='http://schemas.microsoft.com/ado/2007/06/edmx'><DataServices><Schema \
             xmlns='http://schemas.microsoft.com/ado/2008/09/edm'/></DataServices></Edmx>",
            "this is metadata of OData 2, and only OData 4 is supported",
        ),
        (
            "{\"$schema\":\"http://json-schema.org/draft-07/schema#\"}",
            "this is a JSON schema and not metadata",
        ),
        (
            "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "the root element is `svg` in the namespace http://www.w3.org/2000/svg, but that of CSDL XML is `Edmx`",
        ),
        (
            twice.as_str(),
            "the document continues after its root element: remove what follows",
        ),
        (
            terms.as_str(),
            "the metadata defines no types (only vocabulary terms: 1)",
        ),
        (
            actions.as_str(),
            "the metadata defines no types (only actions and functions: 1)",
        ),
        (
            annotations.as_str(),
            "the metadata defines no types (only annotations: add the metadata that they annotate)",
        ),
        (
            definitions.as_str(),
            "only type definitions and enumerations without values are selected",
        ),
    ] {
        let message = refused("m.xml", text);
        assert!(message.starts_with(words), "{text}: {message}");
    }
}

#[test]
fn files_of_modules_with_names_outside_ascii_have_paths() {
    let text = document(r#"<ComplexType Name="T"/>"#)
        .replace("Namespace=\"NS\"", "Namespace=\"A.Übung.b\"");
    let generated = generated(&Config::new().metadata_text("m.xml", text));
    let file = |name: &str| {
        let text = generated.files().get(std::path::Path::new(name));
        text.map(String::as_str).unwrap_or_default()
    };
    assert!(file("mod.rs").contains("\npub mod a;"));
    assert!(file("a.rs").contains("#[path = \"a/übung.rs\"]\npub mod übung;"));
    assert!(file("a/übung.rs").contains("#[path = \"übung/b.rs\"]\npub mod b;"));
    assert!(file("a/übung/b.rs").contains("pub struct T {"));
}

#[test]
fn names_that_differ_in_their_unicode_form_have_two_fields() {
    let generated = generated(&config(
        "<ComplexType Name=\"T\"><Property Name=\"\u{e9}\" Type=\"Edm.Int32\"/><Property Name=\"e\u{301}\" Type=\"Edm.Int32\"/></ComplexType>",
    ));
    has(
        &generated,
        &["pub é: Option<i32>,", "pub é_property: Option<i32>,"],
    );
}

#[test]
fn a_second_definition_of_a_name_is_reported() {
    let text = document(
        r#"<ComplexType Name="T"/><ComplexType Name="T"><Property Name="P" Type="Edm.Int32"/></ComplexType>"#,
    );
    let text = text.replace(r#"Namespace="NS""#, r#"Namespace="NS" Alias="Self""#);
    let text = text.replace(
        "</Schema>",
        r#"</Schema><Schema Namespace="Other" Alias="Self" xmlns="http://docs.oasis-open.org/odata/ns/edm"/>"#,
    );
    let generated = generated(&Config::new().metadata_text("m.xml", text));
    assert_eq!(
        findings(&generated, "name-unique"),
        ["`NS.T` is defined twice: the first definition is used"]
    );
    assert_eq!(
        findings(&generated, "alias"),
        [
            "the alias `Self` is declared for `NS` and `Other`: a name with it is that of the first schema that defines it"
        ]
    );
}

#[test]
fn a_truncated_download_and_an_error_without_a_text_are_explained() {
    let again = "the document ends before it is complete: download the service's `$metadata` again";
    let text = document(r#"<ComplexType Name="T"/>"#);
    assert_eq!(refused("m.xml", text.split_at(150).0), again);
    assert_eq!(refused("m.json", r#"{"$Version":"4.01","NS":{"#), again);
    assert_eq!(
        refused("m.json", r#"{"error":{}}"#),
        "this is an error response of the service and not metadata: download the service's `$metadata` with the credentials that it needs"
    );
}
