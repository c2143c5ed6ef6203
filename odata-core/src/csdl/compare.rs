//! What is said here and otherwise in a service's metadata.

use std::borrow::Cow;

use crate::{
    csdl::{
        difference::{Aspect, Difference},
        metadata,
        metadata::{Declared, Enumeration, Metadata, Structured},
        model::{Described, Model},
    },
    enumeration::enum_type::EnumType,
    model::{
        property::Property,
        structured_type::{Kind, StructuredType},
    },
};

pub(super) fn differences(model: &Model, service: &Metadata) -> Vec<Difference> {
    let mut found = Vec::new();
    for (name, described) in &model.types {
        let mut report = Report {
            target: (*name).to_owned(),
            found: &mut found,
        };
        match (described, service.types.get(*name)) {
            (_, None) => report.only_here(),
            (Described::Structured(here), Some(Declared::Structured(there))) => {
                structured(here, there, service, &mut report);
            }
            (Described::Enumeration(here), Some(Declared::Enumeration(there))) => {
                enumeration(here, there, &mut report);
            }
            (here, Some(there)) => {
                let here = match here {
                    Described::Structured(it) => kind(it.kind()),
                    Described::Enumeration(_) => "an enumeration",
                };
                let there = match there {
                    Declared::Structured(it) => kind(it.kind),
                    Declared::Enumeration(_) => "an enumeration",
                    Declared::Definition { .. } => "a type definition",
                };
                report.compare(Aspect::Kind, here, there);
            }
        }
    }
    found
}

/// Where differences go, and what they are said of.
struct Report<'a> {
    target: String,
    found: &'a mut Vec<Difference>,
}

type Said = Option<Cow<'static, str>>;

impl Report<'_> {
    fn member<'b>(&'b mut self, name: &str) -> Report<'b> {
        Report {
            target: format!("{}/{name}", self.target),
            found: self.found,
        }
    }

    fn push(&mut self, aspect: Aspect, here: Said, there: Said) {
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
            let said = |text: &str| Some(Cow::Owned(text.to_owned()));
            self.push(aspect, said(here), said(there));
        }
    }

    fn compare_flag(&mut self, aspect: Aspect, here: bool, there: bool) {
        let word = |flag| if flag { "true" } else { "false" };
        self.compare(aspect, word(here), word(there));
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
    there: &Structured,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    report.compare(Aspect::Kind, kind(here.kind()), kind(there.kind));
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
            .find_map(|it| it.properties.get(property.name()));
        let mut report = report.member(property.name());
        match declared {
            Some(declared) => {
                crate::csdl::compare::property(property, declared, service, &mut report)
            }
            None => report.only_here(),
        }
    }
    for name in there.properties.keys() {
        if here.property(name).is_none() {
            report.member(name).only_there();
        }
    }
}

/// A key may be inherited on one side and declared on the other; what both inherit is told once, of the type that declares it.
fn key(
    here: &'static StructuredType,
    there: &Structured,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let own = |it: &'static StructuredType| it.own_properties().iter().any(Property::is_key);
    if !own(here) && there.key.is_empty() && here.base().is_some() {
        return;
    }
    let ours: Vec<_> = here
        .properties()
        .filter(|it| it.is_key())
        .map(Property::name)
        .collect();
    let theirs = service
        .chain(there)
        .map(|it| it.key.as_slice())
        .find(|key| !key.is_empty())
        .unwrap_or_default();
    // Its parts have no order (CSDL 4.01, section 6.5).
    let is_same = ours.len() == theirs.len() && theirs.iter().all(|it| ours.contains(&it.as_str()));
    if !is_same {
        let said = |key: String| (!key.is_empty()).then_some(Cow::Owned(key));
        report.push(Aspect::Key, said(ours.join(", ")), said(theirs.join(", ")));
    }
}

/// Types that hold values of others.
const ANY: [&str; 4] = [
    "Edm.ComplexType",
    "Edm.EntityType",
    "Edm.PrimitiveType",
    "Edm.Untyped",
];

fn property(
    here: &'static Property,
    there: &metadata::Property,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let (ours, theirs) = (here.type_name(), service.underlying(&there.type_name));
    let is_same =
        here.is_collection() == there.is_collection && (ours == theirs || ANY.contains(&ours));
    // `Edm.Untyped` may be an array, or null.
    if ours == "Edm.Untyped" && !here.is_collection() {
        return;
    }
    if !is_same {
        let spelt = |name: &str, is_collection| {
            if is_collection {
                format!("Collection({name})")
            } else {
                name.to_owned()
            }
        };
        report.compare(
            Aspect::Type,
            &spelt(ours, here.is_collection()),
            &spelt(theirs, there.is_collection),
        );
        return;
    }
    report.compare_flag(
        Aspect::Navigation,
        here.is_navigation(),
        there.is_navigation,
    );
    let is_nullable = if here.is_collection() {
        here.has_nullable_items()
    } else {
        here.is_nullable()
    };
    // Related entities in a collection are never null (CSDL 4.01, section 8.3).
    let is_said = there
        .is_nullable
        .filter(|_| !(there.is_navigation && there.is_collection));
    if let Some(said) = is_said {
        report.compare_flag(Aspect::Nullable, is_nullable, said);
    }
}

fn enumeration(here: &'static EnumType, there: &Enumeration, report: &mut Report<'_>) {
    report.compare(
        Aspect::Underlying,
        here.underlying().name(),
        &there.underlying,
    );
    report.compare_flag(Aspect::Flags, here.is_flags(), there.is_flags);
    for member in here.members() {
        let mut report = report.member(member.name());
        match there.members.get(member.name()) {
            Some(value) => report.compare(
                Aspect::Value,
                &member.value().to_string(),
                &value.to_string(),
            ),
            None => report.only_here(),
        }
    }
    for name in there.members.keys() {
        if here.member(name).is_none() {
            report.member(name).only_there();
        }
    }
}
