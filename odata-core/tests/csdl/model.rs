//! What a model has besides its types: a container, operations, details, and the problems of which no document is written.

use odata_core::{
    DynamicResource, Nav, NavCollection, ODataEnum, ODataResource, RawJson, Version,
    csdl::{
        Details, Model, Operation,
        odata_csdl::{
            Annotation, Document, Expression, Facets, Schema, Term, Type, TypeDefinition, TypeKind,
            TypeReference,
        },
    },
    edm::{Date, DateTimeOffset, Decimal, Primitive},
};

/// A ship.
///
/// It has
/// crew: see [`name`](Self::name), [`Port`], [the law](https://law.example/) and a[0].
///
/// ```
/// let code = "is for readers of Rust";
/// ```
///
/// It floats.
#[derive(ODataResource)]
#[odata(namespace = "fleet", kind = entity, abstract)]
struct Vessel {
    /// The name on
    /// the hull.
    #[odata(validate(length(min = 1, max = 40)))]
    name: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "fleet")]
struct Ferry {
    #[odata(base)]
    vessel: Vessel,
    #[odata(key, key_position = 2)]
    number: i32,
    #[odata(key, key_position = 1, immutable)]
    country: String,
    #[odata(validate(range(min = 0, max = MOST)))]
    passengers: Option<i32>,
    #[odata(validate(length(max = 3), each(length(max = 12))))]
    calls: Vec<String>,
    #[odata(edm = "fleet.Weight")]
    weight: Option<Decimal>,
    #[odata(validate(
        digits(precision = DIGITS, scale = 2),
        range(min = "0.5", max = "900")
    ))]
    fare: Option<Decimal>,
    #[odata(validate(digits(precision = 7, floating)))]
    drag: Option<Decimal>,
    #[odata(validate(each(digits(precision = 5), range(max = Decimal::from(99)))))]
    tolls: Vec<Decimal>,
    #[odata(validate(digits(scale = 1)))]
    draught: Option<Decimal>,
    #[odata(validate(range(min = Date::new(1900, 1, 1).unwrap())))]
    launched: Option<Date>,
    #[odata(navigation)]
    home: Option<Port>,
    #[odata(navigation)]
    owner: Option<DynamicResource>,
    cargo: Option<AnyCargo>,
    kind: Option<Kind>,
}

const MOST: i32 = 900;
const DIGITS: u32 = 9;

#[derive(ODataResource)]
#[odata(namespace = "fleet")]
struct Port {
    #[odata(key)]
    code: String,
    #[odata(navigation)]
    ferries: Option<Vec<Ferry>>,
    country: Option<String>,
}

#[derive(ODataResource)]
#[odata(namespace = "fleet", abstract)]
struct Cargo {
    tons: Option<f64>,
}

#[derive(ODataResource)]
#[odata(namespace = "fleet")]
struct Cars {
    #[odata(base)]
    cargo: Cargo,
    wheels: Option<Wheels>,
}

#[derive(ODataResource)]
#[odata(namespace = "fleet")]
struct Wheels {
    count: Option<u8>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Cargo)]
enum AnyCargo {
    Cars(Cars),
}

#[derive(Debug, ODataEnum)]
#[odata(namespace = "fleet")]
enum Kind {
    /// With one hull.
    Single,
    Double,
}

#[derive(ODataResource)]
#[odata(namespace = "fleet")]
struct Move {
    to: String,
    berths: Vec<i32>,
}

fn fleet() -> Model {
    Model::new()
        .container("fleet.Container")
        .entity_set::<Ferry>("Ferries")
        .entity_set::<Port>("Ports")
        .singleton::<Port>("Home")
        .bind("Ferries", "home", "Ports")
        .with_details(
            "fleet.ferry/home",
            Details::new()
                .partner("ferries")
                .constraint("country", "country"),
        )
        .with_details(
            "fleet.port/ferries",
            Details::new().contains_target().on_delete("Cascade"),
        )
        .with_operation(
            Operation::action("fleet.move")
                .bound_to::<Ferry>("ferry")
                .parameters::<Move>(),
        )
        .with_operation(
            Operation::function("fleet.fastest")
                .parameter::<Option<Kind>>("kind")
                .parameter::<DateTimeOffset>("since")
                .parameter::<Vec<Decimal>>("weights")
                .returns::<Vec<Ferry>>()
                .composable()
                .imported_into("fastest", "Ferries"),
        )
        .with_stream::<Port>()
}

fn xml(model: &Model) -> String {
    model.to_xml(Version::V401).unwrap()
}

#[track_caller]
fn assert_contains(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no {part} in\n{text}");
    }
}

#[test]
fn a_model_includes_the_types_that_its_types_use() {
    let model = Model::new().with::<Ferry>();
    assert_eq!(
        model.names().collect::<Vec<_>>(),
        [
            "fleet.cargo",
            "fleet.cars",
            "fleet.ferry",
            "fleet.kind",
            "fleet.port",
            "fleet.vessel",
            "fleet.wheels",
        ]
    );
    let described = Model::new().with_type(Ferry::TYPE);
    assert!(described.names().eq(model.names()));
}

#[test]
fn the_container_and_the_operations_are_written() {
    assert_contains(
        &xml(&fleet()),
        &[
            r#"      <Action Name="move" IsBound="true">
        <Parameter Name="ferry" Type="fleet.ferry" Nullable="false"/>
        <Parameter Name="to" Type="Edm.String" Nullable="false"/>
        <Parameter Name="berths" Type="Collection(Edm.Int32)" Nullable="false"/>
      </Action>
      <Function Name="fastest" IsComposable="true">
        <Parameter Name="kind" Type="fleet.kind" Nullable="true"/>
        <Parameter Name="since" Type="Edm.DateTimeOffset" Nullable="false" Precision="12"/>
        <Parameter Name="weights" Type="Collection(Edm.Decimal)" Nullable="false" Scale="variable"/>
        <ReturnType Type="Collection(fleet.ferry)"/>
      </Function>
      <EntityContainer Name="Container">
        <EntitySet Name="Ferries" EntityType="fleet.ferry">
          <NavigationPropertyBinding Path="home" Target="Ports"/>
        </EntitySet>
        <EntitySet Name="Ports" EntityType="fleet.port"/>
        <Singleton Name="Home" Type="fleet.port"/>
        <FunctionImport Name="fastest" Function="fleet.fastest" EntitySet="Ferries"/>
      </EntityContainer>
"#,
            r#"<EntityType Name="port" HasStream="true">"#,
        ],
    );
    let json = fleet().to_json().unwrap();
    assert_contains(
        &json,
        &[
            r#""$EntityContainer": "fleet.Container""#,
            r#""$NavigationPropertyBinding": {
          "home": "Ports"
        }"#,
        ],
    );
}

#[test]
fn what_the_types_state_is_written() {
    assert_contains(
        &xml(&fleet()),
        &[
            r#"        <Property Name="name" Type="Edm.String" Nullable="true" MaxLength="40">
          <Annotation Term="Org.OData.Core.V1.Description" String="The name on the hull."/>
        </Property>
        <Annotation Term="Org.OData.Core.V1.Description" String="A ship."/>
        <Annotation Term="Org.OData.Core.V1.LongDescription" String="It has&#10;crew: see `name`, `Port`, [the law](https://law.example/) and a[0].&#10;&#10;It floats."/>"#,
            r#"          <PropertyRef Name="country"/>
          <PropertyRef Name="number"/>"#,
            r#"        <Property Name="country" Type="Edm.String" Nullable="false">
          <Annotation Term="Org.OData.Core.V1.Immutable"/>"#,
            r#"          <Annotation Term="Org.OData.Validation.V1.Minimum" Int="0"/>
          <Annotation Term="Org.OData.Validation.V1.Maximum" Int="900"/>"#,
            r#"        <Property Name="calls" Type="Collection(Edm.String)" Nullable="false" MaxLength="12">
          <Annotation Term="Org.OData.Validation.V1.MaxItems" Int="3"/>"#,
            r#"<TypeDefinition Name="Weight" UnderlyingType="Edm.Decimal" Scale="variable"/>"#,
            r#"<Property Name="weight" Type="fleet.Weight" Nullable="true"/>"#,
            r#"        <Property Name="fare" Type="Edm.Decimal" Nullable="true" Precision="9" Scale="2">
          <Annotation Term="Org.OData.Validation.V1.Minimum" Decimal="0.5"/>
          <Annotation Term="Org.OData.Validation.V1.Maximum" Int="900"/>"#,
            r#"<Property Name="drag" Type="Edm.Decimal" Nullable="true" Precision="7" Scale="floating"/>"#,
            r#"<Property Name="tolls" Type="Collection(Edm.Decimal)" Nullable="false" Precision="5" Scale="variable">
          <Annotation Term="Org.OData.Validation.V1.Maximum" Int="99"/>"#,
            r#"<Property Name="draught" Type="Edm.Decimal" Nullable="true" Scale="1"/>"#,
            r#"          <Annotation Term="Org.OData.Validation.V1.Minimum" Date="1900-01-01"/>"#,
            r#"<NavigationProperty Name="owner" Type="Edm.EntityType" Nullable="true"/>"#,
            r#"        <NavigationProperty Name="home" Type="fleet.port" Nullable="true" Partner="ferries">
          <ReferentialConstraint Property="country" ReferencedProperty="country"/>"#,
            r#"        <NavigationProperty Name="ferries" Type="Collection(fleet.ferry)" ContainsTarget="true">
          <OnDelete Action="Cascade"/>"#,
            r#"        <Member Name="single" Value="0">
          <Annotation Term="Org.OData.Core.V1.Description" String="With one hull."/>"#,
            r#"<edmx:Include Namespace="Org.OData.Validation.V1"/>"#,
        ],
    );
    let old = fleet().to_xml(Version::V4).unwrap();
    assert_contains(
        &old,
        &[
            r#"<Property Name="drag" Type="Edm.Decimal" Nullable="true" Precision="7" Scale="variable"/>"#,
        ],
    );
    let bare = xml(&fleet().without_descriptions());
    assert!(!bare.contains("Description"), "{bare}");
}

/// Keys with paths, an alias and a property of a base, and one with a fault.
mod listed_keys {
    use odata_core::{
        ODataResource, Version,
        csdl::{Metadata, Model},
    };

    #[derive(ODataResource)]
    #[odata(namespace = "fleet")]
    struct Place {
        pier: Option<String>,
    }

    #[derive(ODataResource)]
    #[odata(namespace = "fleet", kind = entity, abstract)]
    struct Site {
        no: i32,
    }

    #[derive(ODataResource)]
    #[odata(namespace = "fleet", key("place/pier" = "pier", "no"))]
    struct Berth {
        #[odata(base)]
        base: Site,
        place: Option<Place>,
    }

    #[derive(ODataResource)]
    #[odata(namespace = "fleet", key("place/quay" = "quay"))]
    struct Faulty {
        place: Place,
    }

    #[test]
    fn they_are_written_and_compared() {
        let model = Model::new().with::<Berth>();
        let xml = model.to_xml(Version::V401).unwrap();
        super::assert_contains(
            &xml,
            &[
                r#"<PropertyRef Name="place/pier" Alias="pier"/>"#,
                r#"<PropertyRef Name="no"/>"#,
            ],
        );
        let differences = |xml: &str| {
            let found = model.compare(&Metadata::from_xml(xml).unwrap());
            found.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(differences(&xml), [""; 0]);
        assert_eq!(
            differences(&xml.replace("Alias=\"pier\"", "Alias=\"quay\"")),
            [
                "fleet.berth: key is place/pier as pier, no here, place/pier as quay, no in the metadata"
            ]
        );
    }

    crate::round_trip::round_trips! {
        types: [Place, Berth, Faulty],
        hierarchies: [],
        enumerations: [],
    }

    #[test]
    fn a_path_that_leads_nowhere_is_a_problem() {
        let error = Model::new()
            .with::<Faulty>()
            .to_xml(Version::V401)
            .unwrap_err();
        assert_eq!(
            error.problems(),
            ["`place/quay` of the key of `fleet.faulty` is not a property with a single value"]
        );
    }
}

#[test]
fn a_document_is_read_as_it_was_written() {
    let mut diagnostics = Vec::new();
    let document = Document::from_xml(&xml(&fleet()), 0, &mut diagnostics);
    assert_eq!(diagnostics, []);
    assert_eq!(document.to_xml(), xml(&fleet()));
    let json = fleet().to_json().unwrap();
    let document = Document::from_json(&json, 0, &mut diagnostics);
    assert_eq!(diagnostics, []);
    assert_eq!(document.to_json(), json);
}

#[test]
fn a_schema_may_be_added_to_the_model() {
    let schema = Schema {
        namespace: "fleet".to_owned(),
        terms: vec![Term {
            name: "Flag".to_owned(),
            ty: TypeReference {
                name: "Edm.Boolean".to_owned(),
                ..TypeReference::default()
            },
            ..Term::default()
        }],
        annotations: vec![Annotation {
            term: "fleet.Flag".to_owned(),
            qualifier: None,
            value: Expression::Bool(false),
            annotations: Vec::new(),
        }],
        // The types name it. The spliced definition has facets.
        types: vec![Type {
            name: "Weight".to_owned(),
            kind: TypeKind::Definition(TypeDefinition {
                underlying: "Edm.Decimal".to_owned(),
                facets: Facets {
                    precision: Some("9".to_owned()),
                    scale: Some("2".to_owned()),
                    ..Facets::default()
                },
            }),
            ..Type::default()
        }],
        ..Schema::default()
    };
    let model = fleet()
        .with_schema(schema)
        .with_definition("fleet.Knots", Primitive::Double)
        .with_definition("fleet.Watch", Primitive::Duration)
        .with_aliased_reference("https://ports.example/$metadata", "ports", "p");
    assert_contains(
        &xml(&model),
        &[
            r#"<Term Name="Flag" Type="Edm.Boolean"/>"#,
            r#"<Annotation Term="fleet.Flag" Bool="false"/>"#,
            r#"<TypeDefinition Name="Knots" UnderlyingType="Edm.Double"/>"#,
            r#"<TypeDefinition Name="Watch" UnderlyingType="Edm.Duration" Precision="12"/>"#,
            r#"<TypeDefinition Name="Weight" UnderlyingType="Edm.Decimal" Precision="9" Scale="2"/>"#,
            r#"<edmx:Include Namespace="ports" Alias="p"/>"#,
        ],
    );
}

#[derive(ODataResource)]
#[odata(namespace = "fleet", kind = entity)]
struct Keyless {
    #[odata(edm = "fleet.unknown")]
    any: Option<RawJson>,
    name: Option<String>,
    #[odata(navigation)]
    next: Nav<Unknown>,
}

#[derive(ODataResource)]
#[odata(namespace = "elsewhere", kind = entity)]
struct Unknown {
    id: Option<i32>,
}

/// The details that only a navigation property has.
#[test]
fn details_of_a_navigation_property_are_a_problem_on_another_property() {
    let problems = |details: Details| {
        let model = Model::new()
            .with::<Keyless>()
            .with_details("fleet.keyless/name", details);
        let error = model.to_xml(Version::V401).unwrap_err();
        let is_found = |it: &&String| it.contains("is not a navigation property");
        error.problems().iter().filter(is_found).count()
    };
    assert_eq!(problems(Details::new().max_length(1)), 0);
    for details in [
        Details::new().contains_target(),
        Details::new().partner("owner"),
        Details::new().on_delete("Cascade"),
        Details::new().constraint("name", "ownerName"),
    ] {
        assert_eq!(problems(details), 1);
    }
}

#[test]
fn problems_say_what_to_write() {
    let model = Model::new()
        .entity_set::<Port>("Early")
        .container("fleet.Container")
        .bind("Missing", "home", "Ports")
        .entity_set::<Keyless>("Keyless")
        .entity_set::<Wheels>("Wheels")
        .singleton::<Keyless>("One")
        .singleton::<Keyless>("One")
        .bind("One", "next", "Nowhere")
        .with_details("fleet.keyless/nothing", Details::new().max_length(1))
        .with_details("fleet.keyless/name", Details::new().partner("x"))
        .with_operation(Operation::function("fleet.none"))
        .with_operation(
            Operation::function("fleet.all")
                .returns::<Vec<Port>>()
                .imported_into("all", "Ports"),
        );
    let error = model.to_xml(Version::V401).unwrap_err();
    assert_eq!(
        error.problems(),
        [
            "`Early` has no container: call `Model::container` before adding it",
            "the type `fleet.unknown` of `fleet.keyless/any` is not defined: add it with `Model::with` or `Model::with_definition`, declare its document with `Model::with_reference`, or call `Model::with_stubs`",
            "`fleet.keyless/name` is not a navigation property: add `#[odata(navigation)]` to its field, or remove the details of a navigation property",
            "`fleet.keyless/nothing` of `Model::with_details` is not a property of the model: write the qualified name of the declaring type, `/` and the name of the property",
            "the binding of `home` has no source: add `Missing` with `Model::entity_set` or `Model::singleton` before it",
            "`fleet.keyless` of the entity set `Keyless` has no key: add `#[odata(key)]` to the fields that identify an entity, or use a singleton",
            "`fleet.wheels` of the entity set `Wheels` is a complex type: add `#[odata(key)]` to the fields that identify an entity",
            "`One` binds `next` to `Nowhere`, which is not in the container: add it with `Model::entity_set` or `Model::singleton`",
            "duplicate `One` in the container: choose another name for one of them",
            "the result of `all` is in `Ports`, which is not in the container: add it with `Model::entity_set`",
            "the function `fleet.none` has no result: call `Operation::returns`",
        ]
    );
}

#[test]
fn parts_without_a_derive_are_checked() {
    let model = Model::new()
        .with::<Port>()
        .with::<Wheels>()
        .with_stream::<Wheels>()
        .with_definition("fleet.wheels", Primitive::String)
        .with_definition("colour", Primitive::String)
        .with_details("fleet.port/code", Details::new().max_length(3).scale(1))
        .container("fleet.Main Container")
        .entity_set::<Port>("all ports")
        .with_operation(
            Operation::action("fleet.go")
                .parameter::<i32>("way")
                .parameter::<i32>("way"),
        )
        .with_operation(Operation::action("stop").imported("2stop"));
    let error = model.to_json().unwrap_err();
    assert_eq!(
        error.problems(),
        [
            "`fleet.wheels` is a complex type, and only an entity is a stream: remove `Model::with_stream`, or add `#[odata(key)]` to the fields that identify an entity",
            "two types have the name `fleet.wheels`: give one of them another name",
            "`stop` has no namespace: write the qualified name, such as `shop.stop`",
            "`colour` has no namespace: write the qualified name, such as `shop.colour`",
            "`Main Container` is not a simple identifier: write a letter or `_`, and then only letters, digits and `_`",
            "`all ports` is not a simple identifier: write a letter or `_`, and then only letters, digits and `_`",
            "`2stop` is not a simple identifier: write a letter or `_`, and then only letters, digits and `_`",
            "`fleet.go` has two parameters `way`: rename one of them",
            "`fleet.port/code` has the type `Edm.String`, which has no `scale`: remove it from the details",
        ]
    );
}

/// A shelf of boxes that nothing identifies.
#[derive(ODataResource)]
#[odata(namespace = "fleet")]
struct Shelf {
    #[odata(key)]
    id: i32,
    #[odata(navigation)]
    boxes: NavCollection<Bin>,
    #[odata(navigation)]
    lid: Nav<Bin>,
}

#[derive(ODataResource)]
#[odata(namespace = "fleet", kind = entity)]
struct Bin {
    content: Option<String>,
}

/// CSDL 4.01 §6.5 and CSDL 4.0 §8.2.
#[test]
fn a_contained_collection_requires_a_key_and_in_4_0_every_entity_does() {
    let contained = Model::new()
        .with::<Shelf>()
        .with_details("fleet.shelf/boxes", Details::new().contains_target());
    let error = contained.to_json().unwrap_err();
    assert_eq!(
        error.problems(),
        [
            "`fleet.bin` of the contained collection `fleet.shelf/boxes` has no key: add `#[odata(key)]` to the fields that identify an entity"
        ]
    );
    let single = Model::new()
        .with::<Shelf>()
        .with_details("fleet.shelf/lid", Details::new().contains_target());
    assert!(single.to_xml(Version::V401).is_ok());
    let error = single.to_xml(Version::V4).unwrap_err();
    assert_eq!(
        error.problems(),
        [
            "`fleet.bin` has no key, which only 4.01 allows: add `#[odata(key)]` to the fields that identify an entity, or write `Version::V401`"
        ]
    );
}

/// Leads to an entity whose type is not described.
#[derive(ODataResource)]
#[odata(namespace = "fleet")]
struct Guest {
    #[odata(navigation, edm = "harbour.host")]
    host: Option<DynamicResource>,
}

#[test]
fn stubs_stand_for_undefined_types() {
    let model = Model::new().with::<Keyless>().with_stubs();
    assert_eq!(model.undescribed(), ["fleet.unknown"]);
    assert_contains(
        &xml(&model),
        &[r#"<ComplexType Name="unknown" OpenType="true"/>"#],
    );
    let model = Model::new().with::<Guest>().with_stubs();
    assert_contains(
        &xml(&model),
        &[r#"<EntityType Name="host" Abstract="true" OpenType="true"/>"#],
    );
    assert!(Model::new().with_stubs().to_json().is_err(), "it is empty");
}

#[derive(ODataResource)]
#[odata(namespace = "Rack", name = "Rack", any_version)]
struct Rack {
    #[odata(key)]
    id: i32,
    #[odata(annotations)]
    annotations: odata_core::Annotations,
}

#[test]
fn a_type_of_any_version_is_written_and_compared_without_a_version() {
    let model = Model::new().with::<Rack>();
    let text = model.to_xml(Version::V401).unwrap();
    assert!(text.contains(r#" Namespace="Rack">"#), "{text}");
    assert!(text.contains(r#"<EntityType Name="Rack">"#), "{text}");
    let service = odata_core::csdl::Metadata::from_xml(&text).unwrap();
    assert_eq!(model.compare(&service), []);
}

crate::round_trip::round_trips! {
    types: [Ferry, Port, Cars, Wheels, Move, Keyless, Unknown, Guest, Shelf, Bin, Rack],
    hierarchies: [AnyCargo { Cars }],
    enumerations: [Kind],
}

/// Types that contradict each other.
mod contradictions {
    use odata_core::{ODataEnum, ODataResource, Version, csdl::Model};

    #[derive(ODataResource)]
    #[odata(namespace = "System", name = "thing")]
    struct Thing {
        kind: Option<Kind>,
        owner: Option<Owner>,
        #[odata(navigation)]
        size: Option<Size>,
    }

    #[derive(Debug, ODataEnum)]
    #[odata(namespace = "System", name = "thing")]
    enum Kind {
        Small,
    }

    #[derive(ODataResource)]
    #[odata(namespace = "fleet")]
    struct Owner {
        #[odata(key)]
        id: i32,
    }

    #[derive(ODataResource)]
    #[odata(namespace = "fleet")]
    struct Size {
        width: i32,
    }

    #[test]
    fn names_and_properties_that_are_not_legal_are_problems() {
        let error = Model::new()
            .with::<Thing>()
            .to_xml(Version::V401)
            .unwrap_err();
        assert_eq!(
            error.problems(),
            [
                "two types have the name `System.thing`: give one of them another `name`",
                "the namespace `System` is reserved: use another `namespace`",
                "`System.thing/owner` has the entity type `fleet.owner`: add `#[odata(navigation)]` to its field, or use `Nav` or `NavCollection`",
                "the navigation property `System.thing/size` does not lead to entities, but to `fleet.size`: remove `navigation` or `Nav` from its field, or add `#[odata(key)]` to the fields that identify an entity",
            ]
        );
    }
}
