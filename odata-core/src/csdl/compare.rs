//! The differences between a model and the metadata of a service.

use std::borrow::Cow;

use odata_csdl::{self as csdl, TypeKind};

use crate::{
    csdl::{
        advice, compare_container,
        compare_key::compare_key,
        compare_operation,
        compare_property::compare_property,
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
                (Described::Structured(rust), Some(TypeKind::Structured(metadata))) => {
                    compare_structured(self, rust, metadata, service, &mut report);
                }
                (Described::Enumeration(rust), Some(TypeKind::Enumeration(metadata))) => {
                    compare_enumeration(rust, metadata, &mut report);
                }
                (rust, Some(metadata)) => {
                    let rust_kind = match rust {
                        Described::Structured(it) => kind_in_words(it.kind()),
                        Described::Enumeration(_) => "an enumeration",
                    };
                    let (metadata_kind, advice) = match metadata {
                        TypeKind::Structured(it) => (
                            kind_in_words(declared_kind(it)),
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
                    report.compare(Aspect::Kind, rust_kind, metadata_kind, || advice.to_owned());
                }
            }
        }
        compare_container::compare_definitions(self, service, &mut found);
        compare_operation::compare_operations(self, service, &mut found);
        compare_container::compare_container(self, service, &mut found);
        self.without_deliberate_differences(found)
    }

    /// Removes the deliberate differences, and reports those that do not exist.
    fn without_deliberate_differences(&self, mut found: Vec<Difference>) -> Vec<Difference> {
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

fn kind_in_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Entity => "an entity type",
        Kind::Complex => "a complex type",
    }
}

fn compare_structured(
    model: &Model,
    rust: &'static StructuredType,
    metadata: &csdl::StructuredType,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let metadata_kind = declared_kind(metadata);
    report.compare(
        Aspect::Kind,
        kind_in_words(rust.kind()),
        kind_in_words(metadata_kind),
        || {
            let word = match metadata_kind {
                Kind::Entity => "entity",
                Kind::Complex => "complex",
            };
            format!("write `#[odata(kind = {word})]` on the type")
        },
    );
    let base = rust.base().map(StructuredType::name);
    if base != metadata.base.as_deref() {
        let advice = match metadata.base.as_deref() {
            Some(base) => {
                let (_, name) = base.rsplit_once('.').unwrap_or(("", base));
                format!("write `#[odata(base)] base: {}`", advice::pascal_case(name))
            }
            None => "remove the field with the key `base`".to_owned(),
        };
        let metadata = metadata.base.clone().map(Cow::Owned);
        report.push(Aspect::Base, base.map(Cow::Borrowed), metadata, advice);
    }
    let (is_abstract, mut chain) = (metadata.is_abstract, service.chain(metadata));
    let is_open = chain.any(|it| it.is_open);
    for (aspect, key, rust, metadata) in [
        (
            Aspect::Abstract,
            "abstract",
            rust.is_abstract(),
            is_abstract,
        ),
        (Aspect::Open, "open", rust.is_open(), is_open),
    ] {
        report.compare_flag(aspect, rust, metadata, || match metadata {
            true => format!("write `#[odata({key})]` on the type"),
            false => format!("remove the key `{key}` from the type"),
        });
    }
    let details = model.details.get(rust.name());
    if details.is_some_and(|it| it.has_stream) {
        report.compare_flag(Aspect::Stream, true, metadata.has_stream, || {
            "write `.with` in place of `.with_stream`".to_owned()
        });
    }
    compare_key(model, rust, metadata, service, report);

    for property in rust.own_properties() {
        let declared = service
            .chain(metadata)
            .flat_map(|it| &it.properties)
            .find(|it| it.name == property.name());
        let mut report = report.member(property.name());
        match declared {
            Some(declared) => {
                compare_property(model, rust, property, declared, service, &mut report);
            }
            None => report.only_in_model("remove the field, or add `#[odata(skip)]`"),
        }
    }
    for property in &metadata.properties {
        if rust.property(&property.name).is_none() {
            let field = advice::field(rust, property, service);
            report
                .member(&property.name)
                .only_in_metadata(format!("add {field}"));
        }
    }
}

fn compare_enumeration(
    rust: &'static EnumType,
    metadata: &csdl::EnumType,
    report: &mut Report<'_>,
) {
    let underlying = metadata.underlying.as_deref().unwrap_or("Edm.Int32");
    report.compare(
        Aspect::Underlying,
        rust.underlying().name(),
        underlying,
        || format!("write `#[odata(underlying = {underlying:?})]` on the enum"),
    );
    report.compare_flag(Aspect::Flags, rust.is_flags(), metadata.is_flags, || {
        if metadata.is_flags {
            "write `#[odata(flags)]` on the enum, and fields of `Flags<T>`".to_owned()
        } else {
            "remove the key `flags` from the enum".to_owned()
        }
    });
    for member in rust.members() {
        let mut report = report.member(member.name());
        let mut declared = metadata.members.iter().enumerate();
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
        let mut members = metadata.members.iter().enumerate();
        members.any(|(index, it)| {
            rust.member(&it.name).is_some() && value.is_some() && member_value(index, it) == value
        })
    };
    for (index, member) in metadata.members.iter().enumerate() {
        let value = member_value(index, member);
        if rust.member(&member.name).is_none() && !has_value(value) {
            let name = advice::pascal_case(&member.name);
            let value = value.unwrap_or_default();
            report.member(&member.name).only_in_metadata(format!(
                "add `#[odata(name = {:?}, value = {value})] {name}`",
                member.name
            ));
        }
    }
}
