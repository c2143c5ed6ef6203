//! Schemas that a program splices into a model: what a document cannot have is a problem.

use odata_core::{
    ODataResource, Version,
    csdl::{
        Model,
        odata_csdl::{
            EnumMember, EnumType, Operation, Schema, Term, Type, TypeKind, TypeReference,
        },
    },
};

#[derive(ODataResource)]
#[odata(namespace = "fleet")]
struct Size {
    width: i32,
}

fn problems(schema: Schema) -> Vec<String> {
    let model = Model::new().with::<Size>().with_schema(Schema {
        namespace: "fleet".to_owned(),
        ..schema
    });
    let found = model.to_xml(Version::V401).err();
    assert_eq!(model.to_json().err(), found);
    found.map_or_else(Vec::new, |error| error.problems().to_vec())
}

fn action(name: &str) -> Operation {
    Operation {
        name: name.to_owned(),
        is_action: true,
        ..Operation::default()
    }
}

fn function(name: &str) -> Operation {
    let returns = TypeReference {
        name: "Edm.String".to_owned(),
        ..TypeReference::default()
    };
    Operation {
        name: name.to_owned(),
        returns: Some(returns),
        ..Operation::default()
    }
}

fn term(name: &str, targets: &[&str]) -> Term {
    let ty = TypeReference {
        name: "Edm.String".to_owned(),
        ..TypeReference::default()
    };
    Term {
        name: name.to_owned(),
        ty,
        applies_to: targets.iter().map(|&it| it.to_owned()).collect(),
        ..Term::default()
    }
}

#[test]
fn a_name_is_that_of_one_part() {
    let operations = vec![action("count"), function("count"), function("count")];
    let schema = Schema {
        operations,
        ..Schema::default()
    };
    assert_eq!(
        problems(schema),
        ["`fleet.count` is the name of an action and of a function: rename one of them"]
    );
    let schema = Schema {
        operations: vec![function("size")],
        ..Schema::default()
    };
    assert_eq!(
        problems(schema),
        ["`fleet.size` is the name of a type and of a function: rename one of them"]
    );
    let schema = Schema {
        operations: vec![action("load")],
        terms: vec![term("load", &[])],
        ..Schema::default()
    };
    assert_eq!(
        problems(schema),
        ["`fleet.load` is the name of an action and of a term: rename one of them"]
    );
    let overloads = vec![
        action("load"),
        action("load"),
        function("Load"),
        function("Load"),
    ];
    let schema = Schema {
        operations: overloads,
        terms: vec![term("LOAD", &[])],
        ..Schema::default()
    };
    assert_eq!(problems(schema), [""; 0]);
}

#[test]
fn an_enumeration_has_members() {
    let enumeration = |members| Schema {
        types: vec![Type {
            name: "kind".to_owned(),
            kind: TypeKind::Enumeration(EnumType {
                members,
                ..EnumType::default()
            }),
            ..Type::default()
        }],
        ..Schema::default()
    };
    assert_eq!(
        problems(enumeration(Vec::new())),
        ["the enumeration `fleet.kind` has no members: add one"]
    );
    let member = EnumMember {
        name: "small".to_owned(),
        ..EnumMember::default()
    };
    assert_eq!(problems(enumeration(vec![member])), [""; 0]);
}

#[test]
fn a_term_applies_to_kinds_of_model_elements() {
    let terms = |targets| Schema {
        terms: vec![term("hint", targets)],
        ..Schema::default()
    };
    assert_eq!(
        problems(terms(&["Property", "fleet.size"])),
        [
            "the term `fleet.hint` applies to `fleet.size`, which is not a kind of model element: write one such as `EntityType`"
        ]
    );
    assert_eq!(problems(terms(&["Property", "EntityType"])), [""; 0]);
}

crate::round_trip::round_trips! {
    types: [Size],
    hierarchies: [],
    enumerations: [],
}
