//! The differences between a model and the metadata of a service.

use std::borrow::Cow;

use odata_csdl::{self as csdl, TypeKind};

use crate::{
    csdl::{
        difference::{Aspect, Difference},
        metadata::{Metadata, member_value},
        model::{Described, Model},
    },
    enumeration::EnumType,
    model::{Kind, Property, StructuredType},
};

impl Model {
    /// Returns the differences between the types of this model and the metadata of a service, sorted by type.
    ///
    /// Properties and members that only the service has are differences, types that only the service has are not: a client need not
    /// have them all. A property may be inherited on one side and declared on the other. What only one side states is not compared:
    /// facets, the nullability of items where the metadata does not state it (CSDL XML 4.01 §7.2.2), and the type of the service
    /// where a field holds any type (`Edm.Untyped` and the abstract built-in types).
    ///
    /// The [module documentation](super) has an example.
    #[must_use]
    pub fn compare(&self, service: &Metadata) -> Vec<Difference> {
        let mut found = Vec::new();
        for (name, described) in &self.types {
            let mut report = Report {
                target: (*name).to_owned(),
                found: &mut found,
            };
            match (described, service.types.get(*name)) {
                (_, None) => report.only_here(),
                (Described::Structured(here), Some(TypeKind::Structured(there))) => {
                    structured(here, there, service, &mut report);
                }
                (Described::Enumeration(here), Some(TypeKind::Enumeration(there))) => {
                    enumeration(here, there, &mut report);
                }
                (here, Some(there)) => {
                    let here = match here {
                        Described::Structured(it) => kind(it.kind()),
                        Described::Enumeration(_) => "an enumeration",
                    };
                    let there = match there {
                        TypeKind::Structured(it) => kind(declared_kind(it)),
                        TypeKind::Enumeration(_) => "an enumeration",
                        TypeKind::Definition(_) => "a type definition",
                    };
                    report.compare(Aspect::Kind, here, there);
                }
            }
        }
        found
    }
}

/// Collects the differences of one target.
struct Report<'a> {
    target: String,
    found: &'a mut Vec<Difference>,
}

type Value = Option<Cow<'static, str>>;

impl Report<'_> {
    fn member<'b>(&'b mut self, name: &str) -> Report<'b> {
        Report {
            target: format!("{}/{name}", self.target),
            found: self.found,
        }
    }

    fn push(&mut self, aspect: Aspect, here: Value, there: Value) {
        self.found.push(Difference {
            target: self.target.clone(),
            aspect,
            here,
            there,
        });
    }

    fn only_here(&mut self) {
        self.push(Aspect::Presence, Some("present".into()), None);
    }

    fn only_there(&mut self) {
        self.push(Aspect::Presence, None, Some("present".into()));
    }

    fn compare(&mut self, aspect: Aspect, here: &str, there: &str) {
        if here != there {
            let owned = |text: &str| Some(Cow::Owned(text.to_owned()));
            self.push(aspect, owned(here), owned(there));
        }
    }

    fn compare_flag(&mut self, aspect: Aspect, here: bool, there: bool) {
        let word = |flag| if flag { "true" } else { "false" };
        self.compare(aspect, word(here), word(there));
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

fn structured(
    here: &'static StructuredType,
    there: &csdl::StructuredType,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    report.compare(Aspect::Kind, kind(here.kind()), kind(declared_kind(there)));
    let base = here.base().map(StructuredType::name);
    if base != there.base.as_deref() {
        let there = there.base.clone().map(Cow::Owned);
        report.push(Aspect::Base, base.map(Cow::Borrowed), there);
    }
    report.compare_flag(Aspect::Abstract, here.is_abstract(), there.is_abstract);
    let is_open = service.chain(there).any(|it| it.is_open);
    report.compare_flag(Aspect::Open, here.is_open(), is_open);
    key(here, there, service, report);

    for property in here.own_properties() {
        let declared = service
            .chain(there)
            .flat_map(|it| &it.properties)
            .find(|it| it.name == property.name());
        let mut report = report.member(property.name());
        match declared {
            Some(declared) => compare_property(property, declared, service, &mut report),
            None => report.only_here(),
        }
    }
    for property in &there.properties {
        if here.property(&property.name).is_none() {
            report.member(&property.name).only_there();
        }
    }
}

/// A key may be inherited on one side and declared on the other. A difference that both sides inherit is reported for the declaring
/// type only.
fn key(
    here: &'static StructuredType,
    there: &csdl::StructuredType,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let own = |it: &'static StructuredType| it.own_properties().iter().any(Property::is_key);
    if !own(here) && there.key.is_none() && here.base().is_some() {
        return;
    }
    let ours: Vec<_> = here
        .properties()
        .filter(|it| it.is_key())
        .map(Property::name)
        .collect();
    let theirs: Vec<_> = service
        .chain(there)
        .find_map(|it| it.key.as_ref())
        .iter()
        .flat_map(|key| &key.parts)
        .map(csdl::KeyPart::name)
        .collect();
    // The parts have no order (CSDL 4.01 §6.5).
    let is_same = ours.len() == theirs.len() && theirs.iter().all(|it| ours.contains(it));
    if !is_same {
        let stated = |key: String| (!key.is_empty()).then_some(Cow::Owned(key));
        report.push(
            Aspect::Key,
            stated(ours.join(", ")),
            stated(theirs.join(", ")),
        );
    }
}

/// The types that hold values of other types.
const ANY: [&str; 4] = [
    "Edm.ComplexType",
    "Edm.EntityType",
    "Edm.PrimitiveType",
    "Edm.Untyped",
];

fn compare_property(
    here: &'static Property,
    there: &csdl::Property,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let (ours, theirs) = (here.type_name(), service.underlying(&there.ty.name));
    let is_same =
        here.is_collection() == there.ty.is_collection && (ours == theirs || ANY.contains(&ours));
    // `Edm.Untyped` may be an array, or null.
    if ours == "Edm.Untyped" && !here.is_collection() {
        return;
    }
    if !is_same {
        let written = |name: &str, is_collection| {
            if is_collection {
                format!("Collection({name})")
            } else {
                name.to_owned()
            }
        };
        report.compare(
            Aspect::Type,
            &written(ours, here.is_collection()),
            &written(theirs, there.ty.is_collection),
        );
        return;
    }
    report.compare_flag(
        Aspect::Navigation,
        here.is_navigation(),
        there.navigation.is_some(),
    );
    let is_nullable = if here.is_collection() {
        here.has_nullable_items()
    } else {
        here.is_nullable()
    };
    // A single value is nullable by default. The items of a collection have no default, and related entities are never null
    // (CSDL XML 4.01 §7.2.1, §8.3).
    let stated = if there.ty.is_collection {
        there.ty.nullable.filter(|_| there.navigation.is_none())
    } else {
        Some(there.ty.is_nullable())
    };
    if let Some(stated) = stated {
        report.compare_flag(Aspect::Nullable, is_nullable, stated);
    }
}

fn enumeration(here: &'static EnumType, there: &csdl::EnumType, report: &mut Report<'_>) {
    report.compare(
        Aspect::Underlying,
        here.underlying().name(),
        there.underlying.as_deref().unwrap_or("Edm.Int32"),
    );
    report.compare_flag(Aspect::Flags, here.is_flags(), there.is_flags);
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
            ),
            None => report.only_here(),
        }
    }
    for member in &there.members {
        if here.member(&member.name).is_none() {
            report.member(&member.name).only_there();
        }
    }
}
