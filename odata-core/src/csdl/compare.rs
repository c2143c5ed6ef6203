//! The differences between a model and the metadata of a service.

use std::borrow::Cow;

use odata_csdl::{self as csdl, TypeKind};

use crate::{
    csdl::{
        advice, compare_container, compare_key, compare_operation, compare_property,
        difference::{Aspect, Difference},
        metadata::{Metadata, member_value},
        model::{Described, Model},
        report::Report,
    },
    enumeration::EnumType,
    model::{Kind, StructuredType},
};

impl Model {
    /// Returns the differences between this model and the metadata of a service: those of the types, sorted by type, then those of type
    /// definitions, of actions and functions, and of the entity container.
    ///
    /// Properties, members and parameters that only the service has are differences. Types, operations, entity sets and other children of
    /// the container that only the service has are not: a client need not use them all. A property may be inherited on one side and
    /// declared on the other. What only one side states is not compared: facets, partners and constraints that the model does not have, the
    /// nullability of items where the metadata does not state it (CSDL XML 4.01 §7.2.2) and of a navigation property that contradicts the
    /// nullable properties of its constraint (§8.5), and the type of the service where a field holds any type (`Edm.Untyped` and the
    /// abstract built-in types). Default values and the facets `Unicode` and `SRID` are not compared: a Rust type has no place for them.
    ///
    /// [`with_deliberate_difference`](Self::with_deliberate_difference) excepts a target. The [module documentation](super) has an
    /// example.
    #[must_use]
    pub fn compare(&self, service: &Metadata) -> Vec<Difference> {
        let mut found = Vec::new();
        for (name, described) in &self.types {
            let mut report = Report::new(*name, &mut found);
            match (described, service.types.get(*name)) {
                (_, None) => report.only_in_model("remove the type"),
                (Described::Structured(here), Some(TypeKind::Structured(there))) => {
                    structured(self, here, there, service, &mut report);
                }
                (Described::Enumeration(here), Some(TypeKind::Enumeration(there))) => {
                    enumeration(here, there, &mut report);
                }
                (here, Some(there)) => {
                    let here = match here {
                        Described::Structured(it) => kind(it.kind()),
                        Described::Enumeration(_) => "an enumeration",
                    };
                    let (there, advice) = match there {
                        TypeKind::Structured(it) => (
                            kind(declared_kind(it)),
                            "write a struct with `#[derive(ODataResource)]`",
                        ),
                        TypeKind::Enumeration(_) => (
                            "an enumeration",
                            "write an enum with `#[derive(ODataEnum)]`",
                        ),
                        TypeKind::Definition(_) => {
                            ("a type definition", "write a field of the underlying type")
                        }
                    };
                    report.compare(Aspect::Kind, here, there, || advice.to_owned());
                }
            }
        }
        compare_container::definitions(self, service, &mut found);
        compare_operation::operations(self, service, &mut found);
        compare_container::container(self, service, &mut found);
        self.without_deliberate(found)
    }

    /// Removes the deliberate differences, and reports those that do not exist.
    fn without_deliberate(&self, mut found: Vec<Difference>) -> Vec<Difference> {
        for target in self.deliberate.keys() {
            let before = found.len();
            found.retain(|it| it.target() != target);
            if found.len() == before {
                let mut report = Report::new(target.as_str(), &mut found);
                report.push(
                    Aspect::Deliberate,
                    None,
                    None,
                    "remove `with_deliberate_difference` or its line in `except`".to_owned(),
                );
            }
        }
        found
    }
}

fn declared_kind(declared: &csdl::StructuredType) -> Kind {
    if declared.is_entity {
        Kind::Entity
    } else {
        Kind::Complex
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Entity => "an entity type",
        Kind::Complex => "a complex type",
    }
}

/// Returns what to write for a key without a value on the type.
fn type_key(key: &str, is_set: bool) -> String {
    if is_set {
        format!("write `#[odata({key})]` on the type")
    } else {
        format!("remove the key `{key}` from the type")
    }
}

fn structured(
    model: &Model,
    here: &'static StructuredType,
    there: &csdl::StructuredType,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let theirs = declared_kind(there);
    report.compare(Aspect::Kind, kind(here.kind()), kind(theirs), || {
        let word = match theirs {
            Kind::Entity => "entity",
            Kind::Complex => "complex",
        };
        format!("write `#[odata(kind = {word})]` on the type")
    });
    let base = here.base().map(StructuredType::name);
    if base != there.base.as_deref() {
        let advice = match there.base.as_deref() {
            Some(base) => {
                let (_, name) = base.rsplit_once('.').unwrap_or(("", base));
                format!("write `#[odata(base)] base: {}`", advice::pascal_case(name))
            }
            None => "remove the field with the key `base`".to_owned(),
        };
        let there = there.base.clone().map(Cow::Owned);
        report.push(Aspect::Base, base.map(Cow::Borrowed), there, advice);
    }
    report.compare_flag(
        Aspect::Abstract,
        here.is_abstract(),
        there.is_abstract,
        || type_key("abstract", there.is_abstract),
    );
    let is_open = service.chain(there).any(|it| it.is_open);
    report.compare_flag(Aspect::Open, here.is_open(), is_open, || {
        type_key("open", is_open)
    });
    if model
        .details
        .get(here.name())
        .is_some_and(|it| it.has_stream)
    {
        report.compare_flag(Aspect::Stream, true, there.has_stream, || {
            "write `.with` in place of `.with_stream`".to_owned()
        });
    }
    compare_key::key(model, here, there, service, report);

    for property in here.own_properties() {
        let declared = service
            .chain(there)
            .flat_map(|it| &it.properties)
            .find(|it| it.name == property.name());
        let mut report = report.member(property.name());
        match declared {
            Some(declared) => {
                compare_property::property(model, here, property, declared, service, &mut report);
            }
            None => report.only_in_model("remove the field, or add `#[odata(skip)]`"),
        }
    }
    for property in &there.properties {
        if here.property(&property.name).is_none() {
            let field = advice::field(here, property, service);
            report
                .member(&property.name)
                .only_in_metadata(format!("add {field}"));
        }
    }
}

fn enumeration(here: &'static EnumType, there: &csdl::EnumType, report: &mut Report<'_>) {
    let underlying = there.underlying.as_deref().unwrap_or("Edm.Int32");
    report.compare(
        Aspect::Underlying,
        here.underlying().name(),
        underlying,
        || format!("write `#[odata(underlying = {underlying:?})]` on the enum"),
    );
    report.compare_flag(Aspect::Flags, here.is_flags(), there.is_flags, || {
        if there.is_flags {
            "write `#[odata(flags)]` on the enum, and fields of `Flags<T>`".to_owned()
        } else {
            "remove the key `flags` from the enum".to_owned()
        }
    });
    for member in here.members() {
        let mut report = report.member(member.name());
        let mut declared = there.members.iter().enumerate();
        let value = declared
            .find(|(_, it)| it.name == member.name())
            .and_then(|(index, it)| member_value(index, it));
        match value {
            Some(value) => report.compare(
                Aspect::Value,
                &member.value().to_string(),
                &value.to_string(),
                || format!("write `#[odata(value = {value})]`"),
            ),
            None => report.only_in_model("remove the member"),
        }
    }
    // Members with the same value are interchangeable (CSDL 4.01 §10.3), so the Rust type has only one of them.
    let has_value = |value: Option<i64>| {
        let mut members = there.members.iter().enumerate();
        members.any(|(index, it)| {
            here.member(&it.name).is_some() && value.is_some() && member_value(index, it) == value
        })
    };
    for (index, member) in there.members.iter().enumerate() {
        let value = member_value(index, member);
        if here.member(&member.name).is_none() && !has_value(value) {
            let name = advice::pascal_case(&member.name);
            let value = value.unwrap_or_default();
            report.member(&member.name).only_in_metadata(format!(
                "add `#[odata(name = {:?}, value = {value})] {name}`",
                member.name
            ));
        }
    }
}
