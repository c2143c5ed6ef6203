//! The differences between navigation properties apart from their types, and between the types that a property allows.

use std::borrow::Cow;

use odata_csdl as csdl;

use crate::{
    csdl::{difference::Aspect, metadata::Metadata, model::Model, report::Report},
    model::{Property, StructuredType},
};

/// Compares the details that the model states about a navigation property. A Rust type has none of them.
pub(super) fn navigation(
    model: &Model,
    owner: &StructuredType,
    here: &Property,
    there: &csdl::Property,
    report: &mut Report<'_>,
) {
    let path = format!("{}/{}", owner.name(), here.name());
    let details = model.overrides.get(&path);
    let (Some(details), Some(theirs)) = (details, &there.navigation) else {
        return;
    };
    if !details.is_of_navigation() {
        return;
    }
    let ours = &details.navigation;
    report.compare_flag(
        Aspect::Containment,
        ours.contains_target,
        theirs.contains_target,
        || method("contains_target()", theirs.contains_target),
    );
    let texts = [
        (Aspect::Partner, "partner", &ours.partner, &theirs.partner),
        (
            Aspect::OnDelete,
            "on_delete",
            &ours.on_delete,
            &theirs.on_delete,
        ),
    ];
    for (aspect, name, here, there) in texts {
        let Some(here) = here else { continue };
        report.compare(
            aspect,
            here,
            there.as_deref().unwrap_or("none"),
            || match there {
                Some(there) => format!("write `.{name}({there:?})` in the `Details`"),
                None => method(&format!("{name}(...)"), false),
            },
        );
    }
    if ours.constraints.is_empty() {
        return;
    }
    let written = |navigation: &csdl::Navigation| {
        let pairs = navigation.constraints.iter();
        let mut pairs: Vec<String> = pairs
            .map(|it| format!("{} = {}", it.property, it.referenced_property))
            .collect();
        pairs.sort_unstable();
        pairs.join(", ")
    };
    let stated = match written(theirs) {
        stated if stated.is_empty() => "none".to_owned(),
        stated => stated,
    };
    report.compare(Aspect::Constraint, &written(ours), &stated, || {
        let pairs = theirs.constraints.iter();
        let calls: Vec<String> = pairs
            .map(|it| {
                format!(
                    ".constraint({:?}, {:?})",
                    it.property, it.referenced_property
                )
            })
            .collect();
        match calls.as_slice() {
            [] => method("constraint(...)", false),
            calls => format!("write `{}` in the `Details`", calls.concat()),
        }
    });
}

fn method(call: &str, is_missing: bool) -> String {
    if is_missing {
        format!("write `.{call}` in the `Details`")
    } else {
        format!("remove `.{call}` from the `Details`")
    }
}

/// Compares the allowed types of a property that states them. A type that derives from a listed one is allowed, listed or not
/// (vocabulary `Org.OData.Validation.V1`).
pub(super) fn derived_types(
    model: &Model,
    owner: &StructuredType,
    here: &Property,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let ours = here.derived_types();
    if ours.is_empty() {
        return;
    }
    let chain = service.names_of_chain(owner.name());
    let mut lists = chain.filter_map(|name| {
        let path = format!("{name}/{}", here.name());
        service.derived_types.get(&path)
    });
    let Some(theirs) = lists.next() else {
        report.push(
            Aspect::DerivedTypes,
            Some(Cow::Owned(ours.join(", "))),
            None,
            "remove `derived_types(...)`".to_owned(),
        );
        return;
    };
    let is_allowed = |name: &str, list: &dyn Fn(&str) -> bool| {
        let mut bases = service.names_of_chain(name);
        bases.any(list)
    };
    let is_ours = |name: &str| ours.contains(&name);
    let is_theirs = |name: &str| theirs.iter().any(|it| it == name);
    // A type that the model does not have is read as an unknown type.
    let mut known = theirs
        .iter()
        .filter(|it| model.types.contains_key(it.as_str()));
    if ours.iter().all(|name| is_allowed(name, &is_theirs))
        && known.all(|name| is_allowed(name, &is_ours))
    {
        return;
    }
    report.push(
        Aspect::DerivedTypes,
        Some(Cow::Owned(ours.join(", "))),
        Some(Cow::Owned(theirs.join(", "))),
        "write the types of the metadata in `derived_types(...)`".to_owned(),
    );
}
