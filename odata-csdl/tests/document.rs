//! One document in both representations.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use odata_csdl::{
    Annotation, ConstantKind, ContainerChildKind, Diagnostic, Document, Expression, LineIndex,
    Severity, TypeKind,
};

/// Every kind of part, in the form that the writer has.
const XML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01">
  <edmx:Reference Uri="https://vocabularies.example/core">
    <edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/>
  </edmx:Reference>
  <edmx:DataServices>
    <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="com.example.port" Alias="port">
      <TypeDefinition Name="Depth" UnderlyingType="Edm.Decimal" Precision="6" Scale="2"/>
      <EntityType Name="Place" Abstract="true" OpenType="true">
        <Key>
          <PropertyRef Name="id"/>
          <PropertyRef Name="position/code" Alias="code"/>
        </Key>
        <Property Name="id" Type="Edm.Int64" Nullable="false">
          <Annotation Term="Org.OData.Core.V1.Computed" Bool="true"/>
        </Property>
        <Property Name="position" Type="com.example.port.Position" Nullable="false"/>
      </EntityType>
      <EntityType Name="Berth" BaseType="com.example.port.Place" OpenType="true" HasStream="true">
        <Property Name="name" Type="Edm.String" Nullable="true" MaxLength="40" Unicode="false" DefaultValue="7"/>
        <Property Name="depth" Type="com.example.port.Depth" Nullable="false"/>
        <Property Name="price" Type="Edm.Decimal" Nullable="false" Scale="variable"/>
        <Property Name="area" Type="Edm.GeographyPolygon" Nullable="true" SRID="4326"/>
        <Property Name="booked" Type="Collection(Edm.DateTimeOffset)" Nullable="true" Precision="3"/>
        <Property Name="lit" Type="Edm.Boolean" Nullable="false" DefaultValue="true"/>
        <NavigationProperty Name="ship" Type="com.example.port.Ship" Nullable="true" Partner="berth">
          <ReferentialConstraint Property="name" ReferencedProperty="berthName"/>
          <OnDelete Action="SetNull"/>
        </NavigationProperty>
        <NavigationProperty Name="cranes" Type="Collection(com.example.port.Ship)" ContainsTarget="true"/>
        <Annotation Term="Org.OData.Core.V1.Description" Qualifier="short" String="&#34;Here&#34; &#38;&#10;&#9;&#60;there&#62;"/>
      </EntityType>
      <ComplexType Name="Position">
        <Property Name="code" Type="Edm.String" Nullable="false"/>
      </ComplexType>
      <EnumType Name="Light" UnderlyingType="Edm.Byte" IsFlags="true">
        <Member Name="Red" Value="1">
          <Annotation Term="Org.OData.Core.V1.Description" String="Left"/>
        </Member>
        <Member Name="Green" Value="2"/>
      </EnumType>
      <Action Name="move" IsBound="true" EntitySetPath="ship/berth">
        <Parameter Name="ship" Type="com.example.port.Ship" Nullable="false"/>
        <Parameter Name="to" Type="Edm.String" Nullable="true" MaxLength="40"/>
        <ReturnType Type="com.example.port.Berth" Nullable="false"/>
      </Action>
      <Function Name="free" IsComposable="true">
        <ReturnType Type="Collection(com.example.port.Berth)" Nullable="false"/>
      </Function>
      <Function Name="free">
        <Parameter Name="length" Type="Edm.Int32" Nullable="false"/>
        <ReturnType Type="Edm.Boolean" Nullable="false"/>
      </Function>
      <Term Name="Depths" Type="Collection(Edm.Int32)" Nullable="false" AppliesTo="EntityType Property"/>
      <EntityContainer Name="Port" Extends="com.example.port.Base">
        <EntitySet Name="Berths" EntityType="com.example.port.Berth" IncludeInServiceDocument="false">
          <NavigationPropertyBinding Path="com.example.port.Berth/ship" Target="Ships"/>
        </EntitySet>
        <Singleton Name="First" Type="com.example.port.Berth"/>
        <ActionImport Name="Close" Action="com.example.port.close"/>
        <FunctionImport Name="Free" Function="com.example.port.free" EntitySet="Berths"/>
      </EntityContainer>
      <Annotations Target="com.example.port.Berth/depth">
        <Annotation Term="com.example.port.Depths">
          <Collection>
            <Int>4</Int>
            <Int>9</Int>
            <String>a &#60; b</String>
          </Collection>
        </Annotation>
        <Annotation Term="com.example.port.Info">
          <Record Type="com.example.port.Position">
            <PropertyValue Property="code" Path="position/code"/>
            <PropertyValue Property="note">
              <Null/>
            </PropertyValue>
          </Record>
        </Annotation>
      </Annotations>
      <Annotation Term="Org.OData.Core.V1.Description" String="A port"/>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"#;

fn read(text: &str) -> (Document, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let document = Document::read(text, 0, &mut diagnostics);
    (document, diagnostics)
}

#[test]
fn xml_round_trips_through_both_representations() {
    let (document, diagnostics) = read(XML);
    assert_eq!(diagnostics, []);
    assert_eq!(document.to_xml(), XML);

    let json = document.to_json();
    let (again, diagnostics) = read(&json);
    assert_eq!(diagnostics, [], "{json}");
    assert_eq!(again.to_json(), json);
    // The order of annotation groups and of terms differs between the representations, their content does not.
    assert_eq!(again.to_xml(), XML);
}

/// Each kind of expression, in the form that the writer has.
const EXPRESSIONS: &str = r#"
        <Annotation Term="NS.A" Qualifier="path" ModelElementPath="NS.T/x">
          <Annotation Term="NS.B" Qualifier="own" Int="1">
            <Annotation Term="NS.C" Bool="true"/>
          </Annotation>
        </Annotation>
        <Annotation Term="NS.A" Qualifier="apply">
          <Apply Function="odata.concat">
            <String>a</String>
            <Path>x/NS.U/y</Path>
          </Apply>
        </Annotation>
        <Annotation Term="NS.A" Qualifier="cast">
          <Cast Type="Edm.Decimal" Precision="5" Scale="2">
            <Path>x</Path>
          </Cast>
        </Annotation>
        <Annotation Term="NS.A" Qualifier="isOf">
          <IsOf Type="Collection(NS.T)">
            <Path>x</Path>
          </IsOf>
        </Annotation>
        <Annotation Term="NS.A" Qualifier="texts">
          <IsOf Type="Edm.String" MaxLength="4" Unicode="false">
            <Path>x</Path>
          </IsOf>
        </Annotation>
        <Annotation Term="NS.A" Qualifier="label">
          <LabeledElement Name="label" Path="x"/>
        </Annotation>
        <Annotation Term="NS.A" Qualifier="reference">
          <LabeledElementReference>NS.label</LabeledElementReference>
        </Annotation>
        <Annotation Term="NS.A" Qualifier="url">
          <UrlRef>
            <String>https://example.com</String>
          </UrlRef>
        </Annotation>
        <Annotation Term="NS.A" Qualifier="if">
          <If>
            <And>
              <Not>
                <Eq>
                  <Path>x</Path>
                  <Null/>
                </Eq>
              </Not>
              <In>
                <Path>x</Path>
                <Collection>
                  <Int>1</Int>
                  <Int>2</Int>
                </Collection>
              </In>
            </And>
            <Neg>
              <Add>
                <Int>1</Int>
                <Decimal>2.5</Decimal>
              </Add>
            </Neg>
          </If>
        </Annotation>
        <Annotation Term="NS.A" Qualifier="record">
          <Record Type="NS.T">
            <PropertyValue Property="x" Bool="false"/>
            <Annotation Term="NS.B" String="of the record"/>
          </Record>
        </Annotation>
"#;

#[test]
fn each_kind_of_expression_is_preserved() {
    let document = |annotations: &str| {
        format!(
            r#"<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01"><edmx:DataServices>
            <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="NS" Alias="Own"><ComplexType Name="T">{annotations}</ComplexType></Schema>
            </edmx:DataServices></edmx:Edmx>"#
        )
    };
    let (xml, diagnostics) = read(&document(EXPRESSIONS));
    assert_eq!(diagnostics, []);
    let written = xml.to_xml();
    assert!(written.contains(EXPRESSIONS), "{written}");
    let (json, diagnostics) = read(&xml.to_json());
    assert_eq!(diagnostics, []);
    // A text of JSON may be a path.
    let expected = EXPRESSIONS.replace("ModelElementPath", "String");
    let written = json.to_xml();
    assert!(written.contains(&expected), "{written}");
    let (aliased, _) = read(&document(&EXPRESSIONS.replace("NS.", "Own.")));
    assert_eq!(aliased.to_json(), xml.to_json());
}

#[test]
fn expressions_have_the_json_of_the_standard() {
    let value = |expression: &str| {
        let (document, diagnostics) = read(&format!(
            r#"<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01"><edmx:DataServices>
            <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="NS"><Annotation Term="NS.A">{expression}</Annotation></Schema>
            </edmx:DataServices></edmx:Edmx>"#
        ));
        assert_eq!(diagnostics, []);
        let json: serde_json::Value = serde_json::from_str(&document.to_json()).unwrap();
        json["NS"]["@NS.A"].to_string()
    };
    for (xml, json) in [
        (
            r#"<Apply Function="odata.concat"><String>a</String><Path>x</Path></Apply>"#,
            r#"{"$Apply":["a",{"$Path":"x"}],"$Function":"odata.concat"}"#,
        ),
        (
            r#"<Cast Type="Collection(Edm.Decimal)" Precision="5" Scale="variable"><Path>x</Path></Cast>"#,
            r#"{"$Cast":{"$Path":"x"},"$Collection":true,"$Type":"Edm.Decimal","$Precision":5,"$Scale":"variable"}"#,
        ),
        (
            r#"<IsOf Type="Edm.String" MaxLength="max" SRID="0" Unicode="true"><Null/></IsOf>"#,
            r#"{"$IsOf":null,"$MaxLength":"max","$SRID":"0","$Unicode":true}"#,
        ),
        (
            r#"<LabeledElement Name="n"><Neg><Int>1</Int></Neg></LabeledElement>"#,
            r#"{"$LabeledElement":{"$Neg":1},"$Name":"n"}"#,
        ),
        (
            r#"<LabeledElementReference>NS.n</LabeledElementReference>"#,
            r#"{"$LabeledElementReference":"NS.n"}"#,
        ),
        (
            r#"<UrlRef><LabeledElementReference>NS.n</LabeledElementReference></UrlRef>"#,
            r#"{"$UrlRef":{"$LabeledElementReference":"NS.n"}}"#,
        ),
        (
            r#"<If><Has><Path>x</Path><EnumMember>NS.E/A NS.E/B</EnumMember></Has><Bool>true</Bool></If>"#,
            r#"{"$If":[{"$Has":[{"$Path":"x"},{"$Cast":"A,B","$Type":"NS.E"}]},true]}"#,
        ),
        (
            r#"<Collection><Not><Bool>true</Bool></Not><DivBy><Int>1</Int><Float>INF</Float></DivBy></Collection>"#,
            r#"[{"$Not":true},{"$DivBy":[1,"INF"]}]"#,
        ),
    ] {
        let json: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(value(xml), json.to_string(), "{xml}");
    }
    // An expression that CSDL does not define is not written, nor what contains it.
    assert_eq!(value("<Add><Int>1</Int><Power/></Add>"), "null");
}

#[test]
fn annotations_of_one_target_are_one_object_in_json() {
    let (document, _) = read(
        r#"<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01"><edmx:DataServices>
          <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="NS">
            <Annotations Target="NS.T" Qualifier="q"><Annotation Term="NS.A" Int="1"/></Annotations>
            <Annotations Target="NS.U"><Annotation Term="NS.A" Int="2"/></Annotations>
            <Annotations Target="NS.T"><Annotation Term="NS.A" Int="3"/></Annotations>
          </Schema>
        </edmx:DataServices></edmx:Edmx>"#,
    );
    let json: serde_json::Value = serde_json::from_str(&document.to_json()).unwrap();
    let expected = r##"{"NS.T":{"@NS.A":3,"@NS.A#q":1},"NS.U":{"@NS.A":2}}"##;
    let expected: serde_json::Value = serde_json::from_str(expected).unwrap();
    assert_eq!(json["NS"]["$Annotations"], expected);
}

#[test]
fn default_values_have_the_json_of_the_underlying_type() {
    let (document, _) = read(
        r#"<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01"><edmx:DataServices>
          <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="NS" Alias="Own">
            <TypeDefinition Name="Flag" UnderlyingType="Edm.Boolean"/>
            <TypeDefinition Name="Depth" UnderlyingType="Edm.Decimal"/>
            <TypeDefinition Name="Code" UnderlyingType="Edm.String"/>
            <ComplexType Name="Berth">
              <Property Name="lit" Type="NS.Flag" DefaultValue="true"/>
              <Property Name="depth" Type="Own.Depth" DefaultValue="4.5"/>
              <Property Name="code" Type="NS.Code" DefaultValue="true"/>
              <Property Name="unknown" Type="Other.Code" DefaultValue="7"/>
              <Property Name="place" Type="Edm.GeographyPoint" SRID="4326"/>
            </ComplexType>
            <Term Name="IsUrl" Type="Org.OData.Core.V1.Tag" DefaultValue="true"/>
          </Schema>
        </edmx:DataServices></edmx:Edmx>"#,
    );
    let json: serde_json::Value = serde_json::from_str(&document.to_json()).unwrap();
    let default = |name: &str| json["NS"]["Berth"][name]["$DefaultValue"].to_string();
    assert_eq!(default("lit"), "true");
    assert_eq!(default("depth"), "4.5");
    assert_eq!(default("code"), r#""true""#);
    assert_eq!(default("unknown"), r#""7""#);
    assert_eq!(json["NS"]["Berth"]["place"]["$SRID"], "4326");
    assert_eq!(json["NS"]["IsUrl"]["$DefaultValue"], true);
}

#[test]
fn names_by_alias_are_qualified() {
    let aliased = XML.replace("\"com.example.port.", "\"port.");
    let aliased = aliased.replace("(com.example.port.", "(port.");
    assert_ne!(aliased, XML);
    let (document, _) = read(&aliased);
    assert_eq!(document.to_xml(), XML);
}

#[test]
fn paths_by_alias_are_qualified_in_json() {
    let (document, _) = read(
        r#"{"$Version": "4.01", "com.example.port": {"$Alias": "port", "Port": {"$Kind": "EntityContainer",
          "First": {"$Type": "port.Berth", "$NavigationPropertyBinding": {"port.Berth/ship": "port.Port/Ships", "x@port.T": 1}}}}}"#,
    );
    let [child] = document.schemas[0].containers[0].children.as_slice() else {
        unreachable!("the container has one child")
    };
    let [binding] = child.bindings.as_slice() else {
        unreachable!("an annotation is not a binding")
    };
    assert_eq!(
        (binding.path.as_str(), binding.target.as_str()),
        ("com.example.port.Berth/ship", "com.example.port.Port/Ships")
    );
}

#[test]
fn an_alias_of_several_namespaces_is_that_of_the_one_that_defines_the_name() {
    let types = r#""a": {"$Type": "x.One"}, "b": {"$Type": "x.Two"}, "c": {"$Type": "x.Three"}, "d": {"$Type": "Second.Two"}"#;
    let text = format!(
        r#"{{"$Version": "4.01", "First": {{"$Alias": "x", "One": {{"$Kind": "ComplexType", {types}}}, "Here": {{"$Kind": "ComplexType"}}}},
          "Third": {{"$Alias": "Second"}}, "Second": {{"$Alias": "x", "Two": {{"$Kind": "ComplexType"}}, "One": {{"$Kind": "ComplexType"}}}}}}"#
    );
    let (json, _) = read(&text);
    let xml = format!(
        r#"<Edmx Version="4.0" xmlns="http://docs.oasis-open.org/odata/ns/edmx"><DataServices xmlns:s="http://docs.oasis-open.org/odata/ns/edm">
<s:Schema Namespace="First" Alias="x"><s:ComplexType Name="One">{}</s:ComplexType></s:Schema><s:Schema Namespace="Third" Alias="Second"/>
<s:Schema Namespace="Second" Alias="x"><s:ComplexType Name="Two"/><s:ComplexType Name="One"/></s:Schema></DataServices></Edmx>"#,
        ["x.One", "x.Two", "x.Three", "Second.Two"]
            .map(|ty| format!(r#"<s:Property Name="p" Type="{ty}"/>"#))
            .concat()
    );
    for document in [json, read(&xml).0] {
        let TypeKind::Structured(one) = &document.schemas[0].types[0].kind else {
            unreachable!("the first type is structured")
        };
        let types: Vec<&str> = one
            .properties
            .iter()
            .map(|it| it.ty.name.as_str())
            .collect();
        assert_eq!(
            types,
            ["First.One", "Second.Two", "First.Three", "Second.Two"]
        );
        // A document that was changed resolves in the same way.
        assert_eq!(document.aliases().resolve("x.Two/p"), "Second.Two/p");
    }
}

#[test]
fn defaults_that_differ_between_the_representations_are_written_out() {
    let (document, _) = read(
        r#"<Schema Namespace="a" xmlns="http://docs.oasis-open.org/odata/ns/edm"><ComplexType Name="T">
          <Property Name="x" Type="Edm.Decimal"/><Property Name="y" Type="Edm.Duration"/></ComplexType>
          <EnumType Name="E"><Member Name="A"/><Member Name="B"/></EnumType></Schema>"#,
    );
    let json = document.to_json();
    assert!(
        json.contains("\"$Nullable\": true,\n        \"$Scale\": 0"),
        "{json}"
    );
    assert!(
        json.contains("\"$Nullable\": true,\n        \"$Precision\": 0"),
        "{json}"
    );
    assert!(json.contains("\"A\": 0,\n      \"B\": 1"), "{json}");

    let (document, _) = read(
        r#"{"$Version": "4.01", "a": {"T": {"$Kind": "ComplexType", "x": {"$Type": "Edm.Decimal"}, "y": {"$Type": "Edm.TimeOfDay"}}}}"#,
    );
    let property = r#"<Property Name="x" Type="Edm.Decimal" Nullable="false" Scale="variable"/>"#;
    assert!(document.to_xml().contains(property));
    let property = r#"<Property Name="y" Type="Edm.TimeOfDay" Nullable="false" Precision="12"/>"#;
    assert!(document.to_xml().contains(property));
}

/// XML qualifies each member, JSON names the members only (CSDL XML 4.01 and JSON 4.01 §14.3.7).
#[test]
fn a_member_of_an_enumeration_has_a_form_of_its_own_in_json() {
    let (document, diagnostics) = read(
        r#"<Schema Namespace="a" Alias="self" xmlns="http://docs.oasis-open.org/odata/ns/edm">
          <Annotation Term="a.Light" EnumMember="a.Colour/Red self.Colour/Green"/>
          <Annotation Term="a.Lights"><Collection><EnumMember>a.Colour/Red</EnumMember></Collection></Annotation></Schema>"#,
    );
    assert_eq!(diagnostics, []);
    let json = document.to_json();
    assert!(json.contains(r#""@a.Light": "Red,Green""#), "{json}");
    assert!(json.contains(r#""@a.Lights": ["Red"]"#), "{json}");
    let xml = document.to_xml();
    assert!(
        xml.contains(r#"EnumMember="a.Colour/Red a.Colour/Green""#),
        "{xml}"
    );
}

#[test]
fn every_part_of_the_model_has_a_position() {
    let (document, _) = read(XML);
    let schema = &document.schemas[0];
    let TypeKind::Structured(berth) = &schema.types[2].kind else {
        unreachable!("the third type is Berth")
    };
    let depth = &berth.properties[1];
    assert_eq!(&XML[depth.location.start..depth.location.end], "depth");
    assert_eq!(
        &XML[depth.ty.location.start..depth.ty.location.end],
        "com.example.port.Depth"
    );
    assert_eq!(
        LineIndex::new(XML).line_column(XML, depth.location.start),
        (21, 25)
    );
    assert_eq!(schema.operations[0].passed_parameters()[0].name, "to");
    let container = &schema.containers[0];
    assert!(matches!(
        &container.children[3].kind,
        ContainerChildKind::Import(own)
            if own.operation == "com.example.port.free" && own.entity_set.as_deref() == Some("Berths")
    ));
    let Annotation { value, .. } = &schema.annotation_groups[0].annotations[0];
    assert_eq!(
        *value,
        Expression::Collection(vec![
            Expression::Constant(ConstantKind::Int, "4".to_owned()),
            Expression::Constant(ConstantKind::Int, "9".to_owned()),
            Expression::Constant(ConstantKind::String, "a < b".to_owned()),
        ])
    );
}

#[test]
fn faults_are_reported_and_the_rest_is_read() {
    let xml = XML
        .replace("Abstract=\"true\"", "Abstract=\"yes\"")
        .replace("<PropertyRef Name=\"id\"/>", "<PropertyRef/>")
        .replace("HasStream", "HasStreams");
    let (document, diagnostics) = read(&xml);
    let messages: Vec<_> = diagnostics
        .iter()
        .map(|found| (found.severity, found.rule, found.message.as_str()))
        .collect();
    assert_eq!(
        messages,
        [
            (
                Severity::Error,
                "xml",
                "invalid `Abstract` value `yes`: write `true` or `false`"
            ),
            (
                Severity::Error,
                "xml",
                "missing attribute `Name` on `PropertyRef`"
            ),
            (
                Severity::Warning,
                "unknown-attribute",
                "unknown attribute `HasStreams` on `EntityType`: it is ignored"
            ),
        ]
    );
    assert_eq!(document.schemas[0].types.len(), 5);
}

#[test]
fn a_fault_names_the_part_of_the_schema_that_has_it() {
    let json = r#"{"$Version": "4.01", "shop": {
  "good": {"$Kind": "ComplexType"},
  "bad": {"$Kind": "ComplexType", "$OpenType": 7}
}}"#;
    let xml = XML.replace("Abstract=\"true\"", "Abstract=\"yes\"");
    for (text, index) in [(json, 1), (&xml, 1)] {
        let (document, diagnostics) = read(text);
        let part = &document.schemas[0].types[index];
        assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
        assert_eq!(diagnostics[0].part, Some(part.location));
    }
}

#[test]
fn a_syntax_error_has_its_position_in_bytes() {
    let text = "{\n  \"größe\": oops}";
    let (_, diagnostics) = read(text);
    let start = diagnostics[0].location.start;
    assert_eq!(LineIndex::new(text).line_column(text, start).0, 2);
    assert_eq!(text.get(start..start + 4), Some("oops"));
}

#[test]
fn deeply_nested_input_does_not_overflow_the_stack() {
    let nested =
        |open: &str, close: &str| format!("{}{}", open.repeat(50_000), close.repeat(50_000));
    let json = format!(r#"{{"$Version": "4.01", "a": {}}}"#, nested("[", "]"));
    let (_, diagnostics) = read(&json);
    assert!(diagnostics[0].message.contains("nested deeper than"));

    let xml = format!(
        r#"<Schema Namespace="a" xmlns="http://docs.oasis-open.org/odata/ns/edm"><Annotation Term="a.t">{}</Annotation></Schema>"#,
        nested("<Collection>", "</Collection>")
    );
    let (document, diagnostics) = read(&xml);
    let parsed = document
        .schemas
        .first()
        .map(|schema| schema.annotations.len());
    assert!(parsed == Some(1) || !diagnostics.is_empty());
    let first = diagnostics.first().map(|found| found.rule);
    assert!(first.is_none() || first == Some("xml"));
    assert_eq!(read("<").1.first().unwrap().severity, Severity::Error);
}

#[test]
fn a_document_type_declaration_is_ignored() {
    let schema = r#"<Schema Namespace="a" xmlns="http://docs.oasis-open.org/odata/ns/edm"><Wrong/></Schema>"#;
    for (before, declaration) in [
        ("", "<!DOCTYPE a>"),
        (
            "<?xml version='1.0'?><!-- > -->\n",
            "<!DOCTYPE a [\n<!ENTITY b \"]>\">]>",
        ),
        ("", "<!DOCTYPE a [<!-- ' ]> --><?p \" ]> ?>] >"),
        ("\n", "<!DOCTYPE a SYSTEM 'ü>'>"),
    ] {
        let (document, diagnostics) = read(&format!("{before}{declaration}{schema}"));
        assert_eq!(document.schemas[0].namespace, "a", "{declaration}");
        // Positions are those of the text.
        let [wrong] = diagnostics.as_slice() else {
            panic!("{declaration}: {diagnostics:?}")
        };
        let start = before.len() + declaration.len() + schema.find("<Wrong").unwrap();
        assert_eq!(wrong.location.start, start, "{declaration}");
    }
    for text in [
        format!("<!DOCTYPE a [{schema}"),
        format!("<a><!DOCTYPE a>{schema}</a>"),
    ] {
        let (document, diagnostics) = read(&text);
        assert!(document.schemas.is_empty() && diagnostics[0].rule == "xml");
    }
}

#[test]
fn characters_that_xml_cannot_contain_are_replaced() {
    let text = concat!(
        r#"{"$Version": "4.01", "shop": {"Note": {"$Kind": "TypeDefinition", "$UnderlyingType": "Edm.String", "#,
        r#""@Core.Description": "a\u0000\u0008\u000b\u001f\uffff\tb\u0020\ue000"}}}"#
    );
    let (document, _) = read(text);
    let written = document.to_xml();
    assert!(
        written.contains("String=\"a\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}&#9;b \u{e000}\""),
        "{written}"
    );
    let (again, found) = read(&written);
    assert!(
        found.iter().all(|it| it.severity != Severity::Error),
        "{found:?}"
    );
    assert_eq!(again.to_xml(), written);
    assert_eq!(document.to_json().matches("\\u0000").count(), 1);
}
