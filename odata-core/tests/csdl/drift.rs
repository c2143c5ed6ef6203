//! The differences that a test reports when a service changes, with what to write in Rust.

use std::{env, fs, panic, path::PathBuf, process};

use odata_core::{
    DynamicProperties, Nav, NavCollection, ODataEnum, ODataResource, assert_matches_metadata,
    csdl::{Details, Metadata, Model, Operation},
    edm::{Date, Decimal, Primitive},
};

#[derive(ODataResource)]
#[odata(namespace = "mill", open)]
struct Sack {
    #[odata(key)]
    grain: String,
    #[odata(key)]
    number: i32,
    #[odata(validate(length(max = 20)))]
    label: Option<String>,
    #[odata(edm = "mill.weight")]
    weight: Option<Decimal>,
    old: Option<bool>,
    kind: Option<Kind>,
    #[odata(navigation)]
    shelf: Nav<Shelf>,
    #[odata(dynamic_properties)]
    more: DynamicProperties,
}

#[derive(ODataResource)]
#[odata(namespace = "mill")]
struct Shelf {
    #[odata(key)]
    id: i32,
}

#[derive(Debug, ODataEnum)]
#[odata(namespace = "mill")]
enum Kind {
    Whole,
    Fine,
}

const CHANGED: &str = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="mill" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="sack">
    <Key><PropertyRef Name="number"/><PropertyRef Name="grain"/></Key>
    <Property Name="grain" Type="Edm.String" Nullable="false"/>
    <Property Name="number" Type="Edm.Int64" Nullable="false"/>
    <Property Name="label" Type="Edm.String" MaxLength="30"/>
    <Property Name="weight" Type="mill.weight"/>
    <Property Name="kind" Type="mill.kind"/>
    <Property Name="groundOn" Type="Edm.Date"/>
    <Property Name="type" Type="Collection(Edm.String)" Nullable="true"/>
    <Property Name="SackID" Type="mill.weight" Nullable="false"/>
    <NavigationProperty Name="shelf" Type="mill.shelf" Nullable="false"/>
    <NavigationProperty Name="millers" Type="Collection(mill.miller)"/>
  </EntityType>
  <EntityType Name="shelf"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>
  <EntityType Name="miller"/>
  <EnumType Name="kind"><Member Name="whole"/><Member Name="fine"/><Member Name="coarse" Value="7"/></EnumType>
  <TypeDefinition Name="weight" UnderlyingType="Edm.Decimal" Precision="9" Scale="2"/>
  <EntityContainer Name="Mill">
    <EntitySet Name="Sacks" EntityType="mill.sack"><NavigationPropertyBinding Path="shelf" Target="mill.Mill/Shelves"/></EntitySet>
    <Singleton Name="Shelves" Type="mill.shelf"/>
  </EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>"#;

fn mill() -> Model {
    Model::new()
        .container("mill.Mill")
        .entity_set::<Sack>("Sacks")
        .entity_set::<Shelf>("Shelves")
        .bind("Sacks", "shelf", "Shelves")
}

/// A file that ends with the test.
struct File(PathBuf);

impl File {
    fn new(name: &str, text: &str) -> File {
        let path = env::temp_dir().join(format!("odata-drift-{}-{name}", process::id()));
        fs::write(&path, text).unwrap();
        File(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        // A file that is left over harms nothing.
        let _ = fs::remove_file(&self.0);
    }
}

fn failure(test: impl FnOnce() + panic::UnwindSafe) -> String {
    let problem = panic::catch_unwind(test).unwrap_err();
    problem.downcast_ref::<String>().unwrap().clone()
}

#[test]
fn a_failure_lists_what_to_write() {
    let file = File::new("changed.xml", CHANGED);
    let path = &file.0;
    let text = failure(|| assert_matches_metadata!(path, model = mill()));
    let (_, text) = text.split_once(": ").unwrap();
    assert_eq!(
        text,
        r#"12 differences

mill.kind/coarse: only in the metadata
    add `#[odata(name = "coarse", value = 7)] Coarse`

mill.sack: open is true here, false in the metadata
    remove the key `open` from the type
mill.sack: key is grain, number here, number, grain in the metadata
    write `key_position = 1` on `number`, `key_position = 2` on `grain`
mill.sack/number: type is Edm.Int32 here, Edm.Int64 in the metadata
    write `#[odata(key)] number: i64`
mill.sack/label: maximum length is 20 here, 30 in the metadata
    write 30 in the rule `length(max = ...)`
mill.sack/old: not in the metadata
    remove the field, or add `#[odata(skip)]`
mill.sack/shelf: nullable is true here, false in the metadata
    write `#[odata(navigation, nullable = false)] shelf: Option<Shelf>`
mill.sack/groundOn: only in the metadata
    add `ground_on: Option<odata_core::edm::Date>`
mill.sack/type: only in the metadata
    add `r#type: Vec<Option<String>>`
mill.sack/SackID: only in the metadata
    add `#[odata(name = "SackID")] sack_id: odata_core::edm::Decimal`
mill.sack/millers: only in the metadata
    add `#[odata(navigation)] millers: Option<Vec<Miller>>`

mill.Mill/Shelves: kind is an entity set of mill.shelf here, a singleton of mill.shelf in the metadata
    write `.singleton::<T>("Shelves")`"#
    );
}

#[test]
fn a_difference_has_both_values_where_they_exist() {
    let metadata = Metadata::from_xml(CHANGED).unwrap();
    let differences = mill().compare(&metadata);
    let values = |target: &str| {
        let difference = differences.iter().find(|it| it.target() == target);
        difference.map(|it| (it.rust_value(), it.metadata_value()))
    };
    assert_eq!(
        values("mill.sack/number"),
        Some((Some("Edm.Int32"), Some("Edm.Int64")))
    );
    assert_eq!(values("mill.sack/groundOn").map(|it| it.0), Some(None));
}

#[test]
fn a_deliberate_difference_has_a_reason_and_must_exist() {
    let file = File::new("shelf.xml", CHANGED);
    let path = &file.0;
    assert_matches_metadata!(path, Shelf, Shelf);
    let text = failure(|| {
        assert_matches_metadata!(path, Shelf; except { "mill.shelf/id" => "it was a text" });
    });
    assert!(
        text.ends_with(
            "1 difference\n\nmill.shelf/id: declared as different, but equal\n    remove `with_deliberate_difference` or its line in `except`"
        ),
        "{text}"
    );
    assert_matches_metadata!(path, Sack; except {
        "mill.kind/coarse" => "not sold",
        "mill.sack" => "the key is never in a path",
        "mill.sack/number" => "32 bits are enough",
        "mill.sack/label" => "labels are short",
        "mill.sack/old" => "of the old service",
        "mill.sack/shelf" => "it may be null in old data",
        "mill.sack/groundOn" => "not used",
        "mill.sack/type" => "not used",
        "mill.sack/SackID" => "not used",
        "mill.sack/millers" => "not used",
    });
}

#[test]
fn a_file_that_is_missing_or_invalid_is_a_failure() {
    let text = failure(|| assert_matches_metadata!("no/such/metadata.xml", Shelf));
    assert!(text.contains("no/such/metadata.xml: "), "{text}");
    let file = File::new("invalid.json", "{}");
    let path = &file.0;
    let text = failure(|| assert_matches_metadata!(path, Shelf));
    assert!(text.contains("line 1: missing or unsupported"), "{text}");
}

#[test]
fn facets_definitions_and_the_container_are_compared() {
    let service = Metadata::from_xml(CHANGED).unwrap();
    let model = Model::new()
        .with_definition("mill.weight", Primitive::Double)
        .with_definition("mill.volume", Primitive::Double)
        .with_details("mill.sack/weight", Details::new().precision(9).scale(3))
        .container("mill.Mill")
        .singleton::<Shelf>("Top")
        .entity_set::<Sack>("Sacks")
        .bind("Sacks", "shelf", "Top");
    let found: Vec<_> = model
        .compare(&service)
        .iter()
        .map(|it| format!("{it}: {}", it.advice()))
        .filter(|it| {
            !it.starts_with("mill.kind") && (!it.starts_with("mill.sack") || it.contains("weight"))
        })
        .collect();
    assert_eq!(
        found,
        [
            "mill.sack/weight: scale is 3 here, 2 in the metadata: write 2 in the rule `digits` or in `Details`",
            "mill.volume: not in the metadata: remove the key `edm` from its fields",
            "mill.weight: underlying type is Edm.Double here, Edm.Decimal in the metadata: write a field type of `Edm.Decimal`",
            "mill.Mill/Top: not in the metadata: remove it from the model",
            "mill.Mill/Sacks/shelf: binding is Top here, mill.Mill/Shelves in the metadata: write `.bind(\"Sacks\", \"shelf\", \"mill.Mill/Shelves\")`",
        ]
    );
    let model = Model::new()
        .container("mill.Container")
        .entity_set::<Shelf>("Shelves");
    let found = model.compare(&service);
    assert_eq!(
        found.first().map(ToString::to_string).as_deref(),
        Some("mill.Container: container is mill.Container here, mill.Mill in the metadata")
    );
}

#[derive(ODataResource)]
#[odata(namespace = "mill", abstract)]
struct Cart {
    #[odata(key)]
    id: i32,
}

#[derive(ODataResource)]
#[odata(namespace = "mill")]
struct Barrow {
    #[odata(base)]
    cart: Cart,
}

#[derive(ODataResource)]
#[odata(namespace = "mill")]
struct Wagon {
    #[odata(base)]
    cart: Cart,
}

#[derive(ODataResource)]
#[odata(hierarchy = Cart)]
enum AnyCart {
    Barrow(Barrow),
    Wagon(Wagon),
}

#[derive(ODataResource)]
#[odata(namespace = "mill")]
struct Load {
    #[odata(key)]
    number: i32,
    shelf_id: Option<i32>,
    #[odata(validate(digits(precision = 9, scale = 3)))]
    weight: Option<Decimal>,
    #[odata(navigation)]
    shelf: Nav<Shelf>,
    #[odata(navigation)]
    sacks: NavCollection<Sack>,
    #[odata(navigation, derived_types(Barrow))]
    cart: Nav<AnyCart>,
}

#[derive(ODataResource)]
#[odata(namespace = "mill")]
struct Grind {
    coarseness: i32,
    note: Option<String>,
}

const LOADS: &str = r#"<edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:Reference Uri="https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Validation.V1.xml">
  <edmx:Include Namespace="Org.OData.Validation.V1" Alias="Validation"/>
</edmx:Reference>
<edmx:DataServices>
<Schema Namespace="mill" Alias="self" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <EntityType Name="load">
    <Key><PropertyRef Name="number"/></Key>
    <Property Name="number" Type="Edm.Int32" Nullable="false"/>
    <Property Name="shelfId" Type="Edm.Int32"/>
    <Property Name="weight" Type="Edm.Decimal" Precision="9" Scale="2"/>
    <NavigationProperty Name="shelf" Type="self.shelf" Partner="loads">
      <ReferentialConstraint Property="shelfId" ReferencedProperty="id"/>
    </NavigationProperty>
    <NavigationProperty Name="sacks" Type="Collection(self.sack)" ContainsTarget="true"><OnDelete Action="Cascade"/></NavigationProperty>
    <NavigationProperty Name="cart" Type="self.cart">
      <Annotation Term="Validation.DerivedTypeConstraint"><Collection><String>self.wagon</String></Collection></Annotation>
    </NavigationProperty>
  </EntityType>
  <EntityType Name="cart" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>
  <EntityType Name="barrow" BaseType="self.cart"/>
  <EntityType Name="wagon" BaseType="self.cart"/>
  <Action Name="grind" IsBound="true">
    <Parameter Name="it" Type="mill.load"/>
    <Parameter Name="coarseness" Type="Edm.Int64" Nullable="false"/>
    <Parameter Name="stones" Type="Collection(Edm.Int32)" Nullable="false"/>
  </Action>
  <Action Name="grind" IsBound="true">
    <Parameter Name="it" Type="Collection(mill.load)"/>
  </Action>
  <Action Name="stop"/>
  <Function Name="heaviest" IsComposable="true">
    <Parameter Name="least" Type="self.weight"/>
    <ReturnType Type="Collection(self.load)"/>
  </Function>
  <Function Name="heaviest"><Parameter Name="day" Type="Edm.Date" Nullable="false"/><ReturnType Type="Edm.Int32"/></Function>
  <Function Name="count"><ReturnType Type="Edm.Int64" Nullable="false"/></Function>
  <TypeDefinition Name="weight" UnderlyingType="Edm.Decimal"/>
  <EntityContainer Name="Mill">
    <EntitySet Name="Loads" EntityType="self.load"/>
    <EntitySet Name="Old" EntityType="self.load"/>
    <FunctionImport Name="heaviest" Function="self.heaviest" EntitySet="self.Mill/Loads"/>
  </EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>"#;

fn loads(set: &str) -> Model {
    Model::new()
        .container("mill.Mill")
        .entity_set::<Load>("Loads")
        .entity_set::<Load>("Old")
        .with_operation(
            Operation::function("mill.heaviest")
                .parameter::<Option<Decimal>>("least")
                .returns::<Vec<Load>>()
                .composable()
                .imported_into("heaviest", set),
        )
}

fn of_loads(model: &Model) -> Vec<String> {
    let found = model.compare(&Metadata::from_xml(LOADS).unwrap());
    let of = [
        "mill.load",
        "mill.Mill",
        "mill.grind",
        "mill.stop",
        "mill.heaviest",
        "mill.count",
    ];
    let lines = found.iter().filter(|it| {
        let target = it.target();
        of.iter().any(|name| target.starts_with(name))
    });
    lines.map(|it| format!("{it}: {}", it.advice())).collect()
}

#[test]
fn operations_are_compared_by_what_they_are_bound_to() {
    let expected = |model: Model, expected: &[&str]| {
        let found = of_loads(&model);
        let found: Vec<&str> = found
            .iter()
            .map(String::as_str)
            .filter(|it| !it.starts_with("mill.load"))
            .collect();
        assert_eq!(found, expected);
    };
    expected(loads("Loads"), &[]);
    expected(
        loads("Old"),
        &[
            r#"mill.Mill/heaviest: entity set of the result is Old here, Loads in the metadata: write "Loads" in `.imported_into(...)`"#,
        ],
    );
    let bound = || Operation::action("mill.grind");
    expected(
        Model::new()
            .with_operation(bound().bound_to::<Load>("load").parameters::<Grind>())
            .with_operation(bound().bound_to::<Vec<Load>>("loads"))
            .with_operation(bound().bound_to::<Shelf>("shelf")),
        &[
            "mill.grind/coarseness: type is Edm.Int32 here, Edm.Int64 in the metadata: write the type `i64` for the parameter",
            "mill.grind/note: not in the metadata: remove the parameter",
            r#"mill.grind/stones: only in the metadata: add `.parameter::<Vec<i32>>("stones")`"#,
            "mill.grind: binding parameter is mill.shelf here, mill.load in the metadata: write `.bound_to::<T>(...)` with the type of `mill.load`",
        ],
    );
    expected(
        Model::new()
            .with_operation(Operation::action("mill.halt"))
            .with_operation(Operation::function("mill.stop").returns::<i32>())
            .with_operation(Operation::action("mill.stop").returns::<i32>())
            .with_operation(
                Operation::function("mill.count")
                    .returns::<Option<i64>>()
                    .composable()
                    .entity_set_path("loads"),
            )
            .with_operation(
                Operation::function("mill.heaviest")
                    .parameter::<Date>("day")
                    .returns::<Vec<i32>>(),
            ),
        &[
            "mill.stop: kind is a function here, an action in the metadata: write `Operation::action(...)`",
            "mill.stop/$ReturnType: not in the metadata: remove `.returns::<T>()`",
            "mill.count: composable is true here, false in the metadata: remove `.composable()`",
            "mill.count: entity set of the result is loads here, none in the metadata: remove `.entity_set_path(...)`",
            "mill.count/$ReturnType: nullable is true here, false in the metadata: write `.returns::<i64>()`",
            "mill.heaviest/$ReturnType: type is Collection(Edm.Int32) here, Edm.Int32 in the metadata: write `.returns::<Option<i32>>()`",
        ],
    );
}

#[test]
fn what_details_and_rules_state_is_compared() {
    assert_eq!(
        of_loads(&Model::new().with::<Load>()),
        [
            "mill.load/weight: scale is 3 here, 2 in the metadata: write 2 in the rule `digits` or in `Details`",
            "mill.load/cart: derived types is mill.barrow here, mill.wagon in the metadata: write the types of the metadata in `derived_types(...)`",
        ]
    );
    let model = Model::new()
        .with::<Load>()
        .with_stream::<Load>()
        .with_deliberate_difference("mill.load/weight", "grams")
        .with_deliberate_difference("mill.load/cart", "small loads")
        .with_details(
            "mill.load/shelf",
            Details::new()
                .contains_target()
                .partner("load")
                .constraint("number", "id")
                .on_delete("Cascade"),
        )
        .with_details("mill.load/sacks", Details::new().partner("load"));
    assert_eq!(
        of_loads(&model),
        [
            "mill.load: media stream is true here, false in the metadata: write `.with` in place of `.with_stream`",
            "mill.load/shelf: containment is true here, false in the metadata: remove `.contains_target()` from the `Details`",
            r#"mill.load/shelf: partner is load here, loads in the metadata: write `.partner("loads")` in the `Details`"#,
            "mill.load/shelf: action on delete is Cascade here, none in the metadata: remove `.on_delete(...)` from the `Details`",
            r#"mill.load/shelf: referential constraint is number = id here, shelfId = id in the metadata: write `.constraint("shelfId", "id")` in the `Details`"#,
            "mill.load/sacks: containment is false here, true in the metadata: write `.contains_target()` in the `Details`",
            "mill.load/sacks: partner is load here, none in the metadata: remove `.partner(...)` from the `Details`",
        ]
    );
    let agreeing = Model::new()
        .with::<Load>()
        .with_deliberate_difference("mill.load/weight", "grams")
        .with_deliberate_difference("mill.load/cart", "small loads")
        .with_details(
            "mill.load/shelf",
            Details::new().partner("loads").constraint("shelfId", "id"),
        )
        .with_details(
            "mill.load/sacks",
            Details::new().contains_target().on_delete("Cascade"),
        );
    assert_eq!(of_loads(&agreeing), [""; 0]);
}

#[derive(ODataResource)]
#[odata(namespace = "mill")]
struct Wheel {
    #[odata(key)]
    id: i32,
    paths: Vec<String>,
}

/// A key is never null, and the paths of vocabularies are texts (CSDL 4.01 §3.3, §6.5).
#[test]
fn a_nullable_key_and_a_path_of_a_vocabulary_are_not_differences() {
    let service = |paths: &str| {
        let text = r#"{"$Version": "4.01", "mill": {"wheel": {"$Kind": "EntityType", "$Key": ["id"],
            "id": {"$Type": "Edm.Int32", "$Nullable": true}, "paths": {"$Collection": true, "$Type": "PATHS"}, "more": {"$Type": "Edm.AnnotationPath"}}}}"#;
        Metadata::from_json(&text.replace("PATHS", paths)).unwrap()
    };
    let model = Model::new().with::<Wheel>();
    let found = |paths: &str| -> Vec<_> {
        let found = model.compare(&service(paths)).into_iter();
        found.map(|it| format!("{it}: {}", it.advice())).collect()
    };
    let more = "mill.wheel/more: only in the metadata: add `more: String`";
    assert_eq!(found("Edm.PropertyPath"), [more]);
    assert_eq!(
        found("Edm.Int32"),
        [
            "mill.wheel/paths: type is Collection(Edm.String) here, Collection(Edm.Int32) in the metadata: write `paths: Vec<i32>`",
            more
        ]
    );
}

#[derive(ODataResource)]
#[odata(namespace = "mill", kind = entity)]
struct Gear {
    axle: Option<i32>,
    kind: Option<i32>,
    #[odata(navigation)]
    turns: Option<Axle>,
}

#[derive(ODataResource)]
#[odata(namespace = "mill")]
struct Axle {
    #[odata(key)]
    id: i32,
    kind: Option<i32>,
}

/// Without a related entity, the properties of a constraint are null (CSDL XML 4.01 §8.5): a lookup with `Nullable="false"` and a nullable
/// constraint may be null or not.
#[test]
fn the_nullability_of_a_contradicting_constraint_is_not_compared() {
    let differences = |own: &str, referenced: &str| {
        let text = r#"{"$Version": "4.01", "mill": {
            "gear": {"$Kind": "EntityType", "axle": {"$Type": "Edm.Int32", "$Nullable": true}, "kind": {"$Type": "Edm.Int32", "$Nullable": true},
                "turns": {"$Kind": "NavigationProperty", "$Type": "mill.axle", "$ReferentialConstraint": {"OWN": "REFERENCED"}}},
            "axle": {"$Kind": "EntityType", "$Key": ["id"], "id": {"$Type": "Edm.Int32", "$Nullable": true}, "kind": {"$Type": "Edm.Int32", "$Nullable": true}}}}"#;
        let text = text.replace("OWN", own).replace("REFERENCED", referenced);
        let found = Model::new()
            .with::<Gear>()
            .compare(&Metadata::from_json(&text).unwrap());
        found.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(differences("axle", "id"), [""; 0]);
    // The property of a related entity may be null itself.
    let nullable = ["mill.gear/turns: nullable is true here, false in the metadata"];
    assert_eq!(differences("kind", "kind"), nullable);
    assert_eq!(differences("missing", "id"), nullable);
}

/// Members with one value are interchangeable (CSDL 4.01 §10.3), and a Rust enumeration has one of them.
#[test]
fn a_second_member_with_the_same_value_is_not_a_difference() {
    let service = Metadata::from_json(
        r#"{"$Version": "4.01", "mill": {"kind": {"$Kind": "EnumType", "whole": 0, "fine": 1, "flour": 1, "meal": 2}}}"#,
    );
    let found = Model::new().with_enum::<Kind>().compare(&service.unwrap());
    let found: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(found, ["mill.kind/meal: only in the metadata"]);
}

#[derive(ODataResource)]
#[odata(namespace = "mill", kind = entity)]
struct Reading {
    value: f64,
    at: i32,
}

/// A key that the standard does not allow has no counterpart in Rust.
#[test]
fn a_key_of_a_type_that_is_not_allowed_is_not_compared() {
    let model = Model::new().with::<Reading>();
    let service = |key: &str| {
        let text = r#"{"$Version": "4.01", "mill": {"reading": {"$Kind": "EntityType", "$Key": [KEY],
            "value": {"$Type": "Edm.Double"}, "at": {"$Type": "Edm.Int32"}}}}"#;
        Metadata::from_json(&text.replace("KEY", key)).unwrap()
    };
    assert_eq!(model.compare(&service(r#""at", "value""#)), []);
    let found = model.compare(&service(r#""at""#));
    assert_eq!(found.len(), 1);
    let difference = found.first().unwrap();
    assert_eq!(
        difference.to_string(),
        "mill.reading: key is none here, at in the metadata"
    );
    assert_eq!(difference.advice(), "write `#[odata(key)]` on at");
}

crate::round_trip::round_trips! {
    types: [Sack, Shelf, Barrow, Wagon, Load, Grind, Wheel, Gear, Axle, Reading],
    hierarchies: [AnyCart { Barrow, Wagon }],
    enumerations: [Kind],
}
