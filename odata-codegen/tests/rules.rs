//! What CSDL demands of a model: each rule with a model that breaks it and, beside it, one that does not.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use odata_codegen::{Config, Severity};

/// A document around the content of one schema.
fn document(version: &str, content: &str) -> String {
    format!(
        r#"<edmx:Edmx Version="{version}" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="NS" Alias="A" xmlns="http://docs.oasis-open.org/odata/ns/edm">
{content}
</Schema></edmx:DataServices></edmx:Edmx>"#
    )
}

/// The rules that a schema breaks, each once.
fn broken(version: &str, content: &str) -> Vec<&'static str> {
    let config = Config::new()
        .metadata_text("m.xml", document(version, content))
        .strict_model(true);
    let mut rules: Vec<_> = match config.check() {
        Ok(found) => found,
        Err(error) => error.diagnostics().to_vec(),
    }
    .into_iter()
    .filter(|found| found.severity == Severity::Error)
    .map(|found| found.rule)
    .collect();
    rules.dedup();
    rules
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident: $rule:literal, $version:literal, $bad:expr, $good:expr;)*) => {$(
        $(#[$doc])*
        #[test]
        fn $name() {
            assert_eq!(broken($version, $bad), [$rule], "{}", $bad);
            assert_eq!(broken($version, $good), [""; 0], "{}", $good);
        }
    )*};
}

const KEYED: &str = r#"<EntityType Name="E"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/></EntityType>"#;

/// The keyed entity type `E`, and more.
fn with_e(more: &str) -> &'static str {
    Box::leak(format!("{KEYED}{more}").into_boxed_str())
}

rules! {
    a_name_starts_with_a_letter_or_underscore: "identifier", "4.0", r#"<ComplexType Name="1T"/>"#, r#"<ComplexType Name="_1T"/>"#;
    a_name_has_at_most_128_characters: "identifier", "4.0", &format!(r#"<ComplexType Name="{}"/>"#, "x".repeat(129)), &format!(r#"<ComplexType Name="{}"/>"#, "x".repeat(128));
    a_type_is_defined_once: "name-unique", "4.0", r#"<ComplexType Name="T"/><EnumType Name="T"/>"#, r#"<ComplexType Name="T"/><EnumType Name="t"/>"#;
    a_property_is_declared_once: "name-unique", "4.0",
        r#"<ComplexType Name="T"><Property Name="X" Type="Edm.Int32"/><Property Name="X" Type="Edm.Int32"/></ComplexType>"#,
        r#"<ComplexType Name="T"><Property Name="X" Type="Edm.Int32"/><Property Name="x" Type="Edm.Int32"/></ComplexType>"#;
    a_derived_type_does_not_repeat_an_inherited_property: "property-redeclared", "4.0",
        r#"<ComplexType Name="B"><Property Name="X" Type="Edm.Int32"/></ComplexType><ComplexType Name="D" BaseType="NS.B"><Property Name="X" Type="Edm.Int32"/></ComplexType>"#,
        r#"<ComplexType Name="B"><Property Name="X" Type="Edm.Int32"/></ComplexType><ComplexType Name="D" BaseType="A.B"><Property Name="Y" Type="Edm.Int32"/></ComplexType>"#;
    a_4_01_type_may_only_narrow_an_inherited_property: "property-redeclared", "4.01",
        r#"<ComplexType Name="B"><Property Name="X" Type="Edm.Int32"/></ComplexType><ComplexType Name="D" BaseType="NS.B"><Property Name="X" Type="Edm.Int32"/></ComplexType>"#,
        r#"<ComplexType Name="B"><Property Name="X" Type="NS.B"/></ComplexType><ComplexType Name="D" BaseType="NS.B"><Property Name="X" Type="NS.D"/></ComplexType>"#;
    a_base_is_of_the_same_kind: "base-kind", "4.0",
        with_e(r#"<ComplexType Name="D" BaseType="NS.E"/>"#),
        with_e(r#"<EntityType Name="D" BaseType="NS.E"/>"#);
    no_type_is_its_own_ancestor: "base-cycle", "4.0",
        r#"<ComplexType Name="B" BaseType="NS.D"/><ComplexType Name="D" BaseType="NS.B"/>"#,
        r#"<ComplexType Name="B"/><ComplexType Name="D" BaseType="NS.B"/>"#;
    no_abstract_type_derives_from_a_concrete_one: "abstract-below-concrete", "4.0",
        with_e(r#"<EntityType Name="F" BaseType="NS.E" Abstract="true"/>"#),
        with_e(r#"<EntityType Name="F" BaseType="NS.E"/>"#);
    what_derives_from_an_open_type_is_open: "open-below-open", "4.0",
        r#"<ComplexType Name="B" OpenType="true"/><ComplexType Name="D" BaseType="NS.B"/>"#,
        r#"<ComplexType Name="B" OpenType="true"/><ComplexType Name="D" BaseType="NS.B" OpenType="true"/>"#;
    a_concrete_entity_type_has_a_key_in_4_0: "key-missing", "4.0",
        r#"<EntityType Name="E"><Property Name="X" Type="Edm.Int32"/></EntityType>"#,
        r#"<EntityType Name="E" Abstract="true"><Property Name="X" Type="Edm.Int32"/></EntityType>"#;
    the_type_of_an_entity_set_has_a_key_in_every_version: "key-missing", "4.01",
        r#"<EntityType Name="E"><Property Name="X" Type="Edm.Int32"/></EntityType><EntityContainer Name="C"><EntitySet Name="Es" EntityType="NS.E"/></EntityContainer>"#,
        r#"<EntityType Name="E"><Property Name="X" Type="Edm.Int32"/></EntityType><EntityContainer Name="C"><Singleton Name="Me" Type="NS.E"/></EntityContainer>"#;
    only_one_type_of_a_chain_has_a_key: "key-twice", "4.0",
        with_e(r#"<EntityType Name="F" BaseType="NS.E"><Key><PropertyRef Name="K"/></Key><Property Name="K" Type="Edm.Int32" Nullable="false"/></EntityType>"#),
        with_e(r#"<EntityType Name="F"><Key><PropertyRef Name="K"/></Key><Property Name="K" Type="Edm.Int32" Nullable="false"/></EntityType>"#);
    a_key_names_properties: "key-property", "4.0",
        r#"<EntityType Name="E"><Key><PropertyRef Name="Id"/></Key></EntityType>"#,
        r#"<ComplexType Name="C"><Property Name="Id" Type="Edm.Guid" Nullable="false"/></ComplexType>
           <EntityType Name="E"><Key><PropertyRef Name="In/Id" Alias="id"/></Key><Property Name="In" Type="NS.C" Nullable="false"/></EntityType>"#;
    a_key_property_is_not_nullable: "key-nullable", "4.0",
        r#"<EntityType Name="E"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32"/></EntityType>"#, KEYED;
    a_key_property_has_a_type_that_identifies: "key-type", "4.0",
        r#"<EntityType Name="E"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Double" Nullable="false"/></EntityType>"#,
        r#"<EnumType Name="N"><Member Name="A"/></EnumType><EntityType Name="E"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="NS.N" Nullable="false"/></EntityType>"#;
    a_key_path_has_an_alias: "key-alias", "4.0",
        r#"<ComplexType Name="C"><Property Name="Id" Type="Edm.Guid" Nullable="false"/></ComplexType>
           <EntityType Name="E"><Key><PropertyRef Name="In/Id"/></Key><Property Name="In" Type="NS.C" Nullable="false"/></EntityType>"#,
        r#"<ComplexType Name="C"><Property Name="Id" Type="Edm.Guid" Nullable="false"/></ComplexType>
           <EntityType Name="E"><Key><PropertyRef Name="In/Id" Alias="inner"/></Key><Property Name="In" Type="NS.C" Nullable="false"/></EntityType>"#;
    either_all_members_have_values_or_none: "enum-values", "4.0",
        r#"<EnumType Name="C"><Member Name="A" Value="1"/><Member Name="B"/></EnumType>"#, r#"<EnumType Name="C"><Member Name="A"/><Member Name="B"/></EnumType>"#;
    a_member_value_fits_the_underlying_type: "enum-range", "4.0",
        r#"<EnumType Name="C" UnderlyingType="Edm.Byte"><Member Name="A" Value="300"/></EnumType>"#,
        r#"<EnumType Name="C" UnderlyingType="Edm.Int64"><Member Name="A" Value="9223372036854775807"/></EnumType>"#;
    an_integer_underlies_an_enumeration: "enum-underlying", "4.0",
        r#"<EnumType Name="C" UnderlyingType="Edm.String"><Member Name="A"/></EnumType>"#, r#"<EnumType Name="C" UnderlyingType="Edm.SByte"><Member Name="A"/></EnumType>"#;
    flags_have_values: "enum-flags", "4.0",
        r#"<EnumType Name="C" IsFlags="true"><Member Name="A"/></EnumType>"#, r#"<EnumType Name="C" IsFlags="true"><Member Name="A" Value="1"/></EnumType>"#;
    a_type_is_defined_somewhere: "type-unknown", "4.0",
        r#"<ComplexType Name="T"><Property Name="X" Type="NS.Missing"/></ComplexType>"#, r#"<ComplexType Name="T"><Property Name="X" Type="NS.T"/></ComplexType>"#;
    an_entity_type_is_reached_by_navigation: "property-type", "4.0",
        with_e(r#"<ComplexType Name="T"><Property Name="X" Type="NS.E"/></ComplexType>"#),
        with_e(r#"<ComplexType Name="T"><NavigationProperty Name="X" Type="NS.E"/></ComplexType>"#);
    navigation_leads_to_an_entity_type: "navigation-type", "4.0",
        r#"<ComplexType Name="T"><NavigationProperty Name="X" Type="NS.T"/></ComplexType>"#,
        r#"<ComplexType Name="T"><NavigationProperty Name="X" Type="Edm.EntityType"/></ComplexType>"#;
    a_partner_leads_back: "navigation-partner", "4.0",
        with_e(r#"<EntityType Name="F" BaseType="NS.E"><NavigationProperty Name="X" Type="NS.E" Partner="Nobody"/></EntityType>"#),
        with_e(r#"<EntityType Name="F" BaseType="NS.E"><NavigationProperty Name="X" Type="NS.F" Partner="Y"/><NavigationProperty Name="Y" Type="NS.F" Partner="X"/></EntityType>"#);
    related_entities_exist_if_their_keys_do: "navigation-constraint", "4.0",
        with_e(r#"<EntityType Name="F" BaseType="NS.E"><Property Name="EId" Type="Edm.Int32"/><NavigationProperty Name="X" Type="NS.E" Nullable="false"><ReferentialConstraint Property="EId" ReferencedProperty="Id"/></NavigationProperty></EntityType>"#),
        with_e(r#"<EntityType Name="F" BaseType="NS.E"><Property Name="EId" Type="Edm.Int32"/><NavigationProperty Name="X" Type="NS.E"><ReferentialConstraint Property="EId" ReferencedProperty="Id"/></NavigationProperty></EntityType>"#);
    a_constraint_is_null_without_its_related_entity: "navigation-constraint", "4.0",
        r#"<EntityType Name="F"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/><NavigationProperty Name="X" Type="NS.F" Nullable="false"><ReferentialConstraint Property="In/FId" ReferencedProperty="Id"/></NavigationProperty><Property Name="In" Type="NS.C"/></EntityType><ComplexType Name="C"><Property Name="FId" Type="Edm.Int32"/></ComplexType>"#,
        r#"<EntityType Name="F"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Kind" Type="Edm.Int32"/><Property Name="FKind" Type="Edm.Int32"/><NavigationProperty Name="X" Type="NS.F" Nullable="false"><ReferentialConstraint Property="FKind" ReferencedProperty="Kind"/></NavigationProperty></EntityType>"#;
    a_facet_has_a_value_that_can_be_meant: "facet-value", "4.0",
        r#"<ComplexType Name="T"><Property Name="X" Type="Edm.Decimal" Precision="2" Scale="3"/></ComplexType>"#,
        r#"<ComplexType Name="T"><Property Name="X" Type="Edm.Decimal" Precision="3" Scale="3"/><Property Name="Y" Type="Edm.Decimal" Scale="variable"/></ComplexType>"#;
    a_collection_states_whether_its_items_may_be_null: "collection-nullable", "4.01",
        r#"<ComplexType Name="T"><Property Name="X" Type="Collection(Edm.Int32)"/></ComplexType>"#,
        r#"<ComplexType Name="T"><Property Name="X" Type="Collection(Edm.Int32)" Nullable="true"/><NavigationProperty Name="Y" Type="Collection(Edm.EntityType)"/></ComplexType>"#;
    a_facet_stands_where_it_means_something: "facet-place", "4.0",
        r#"<ComplexType Name="T"><Property Name="X" Type="Edm.Int32" MaxLength="3"/></ComplexType>"#,
        r#"<ComplexType Name="T"><Property Name="X" Type="Edm.String" MaxLength="3"/></ComplexType>"#;
    a_definition_is_over_a_primitive_type: "definition-underlying", "4.0",
        r#"<TypeDefinition Name="D" UnderlyingType="Edm.Untyped"/>"#, r#"<TypeDefinition Name="D" UnderlyingType="Edm.String" MaxLength="5"/>"#;
    a_schema_has_one_container: "container-one", "4.0", r#"<EntityContainer Name="C"/><EntityContainer Name="D"/>"#, r#"<EntityContainer Name="C"/>"#;
    a_container_holds_entities: "container-type", "4.0",
        r#"<ComplexType Name="T"/><EntityContainer Name="C"><Singleton Name="Me" Type="NS.T"/></EntityContainer>"#,
        with_e(r#"<EntityContainer Name="C"><Singleton Name="Me" Type="NS.E"/></EntityContainer>"#);
    a_bound_operation_has_what_it_is_bound_to: "operation-binding", "4.0",
        r#"<Action Name="Go" IsBound="true"/>"#, r#"<Action Name="Go" IsBound="true"><Parameter Name="it" Type="Edm.String"/></Action>"#;
    a_function_returns_something: "function-returns", "4.0",
        r#"<Function Name="Get"/>"#, r#"<Function Name="Get"><ReturnType Type="Edm.String"/></Function>"#;
}

#[test]
fn a_broken_rule_has_a_position_and_is_an_error_only_in_strict_runs() {
    let text = document(
        "4.0",
        r#"  <EnumType Name="C"><Member Name="A" Value="1"/><Member Name="B"/></EnumType>"#,
    );
    let config = Config::new().metadata_text("shop/m.xml", text);
    let found = config.check().expect("a violation is a warning");
    assert_eq!(
        found[0].to_string(),
        "shop/m.xml:3:64: warning[enum-values]: `B` has no value, but other members of `NS.C` have: give all members a value or none"
    );
    let error = config
        .strict_model(true)
        .check()
        .expect_err("a violation is an error");
    assert!(
        error
            .to_string()
            .starts_with("shop/m.xml:3:64: error[enum-values]: "),
        "{error}"
    );
}
