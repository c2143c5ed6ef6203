//! The differences between navigation properties apart from their types, and between the types that a property allows.

use std::borrow::Cow;

use odata_csdl as csdl;

use crate::{
    csdl::{difference::Aspect, metadata::Metadata, model::Model, report::Report},
    model::{Property, StructuredType},
};

type TextOf = fn(&csdl::Navigation) -> &Option<String>;

/// Compares the details that the model states about a navigation property. A Rust type has none of them.
pub(super) fn compare_navigation(
    model: &Model,
    owner: &StructuredType,
    rust: &Property,
    metadata: &csdl::Property,
    report: &mut Report<'_>,
) {
    let path = format!("{}/{}", owner.name(), rust.name());
    let details = model.overrides.get(&path);
    let (Some(details), Some(metadata_details)) = (details, &metadata.navigation) else {
        return;
    };
    if !details.is_of_navigation() {
        return;
    }
    let rust_details = &details.navigation;
    report.compare_flag(
        Aspect::Containment,
        rust_details.contains_target,
        metadata_details.contains_target,
        || method_advice("contains_target()", metadata_details.contains_target),
    );
    let texts: [(_, _, TextOf); 2] = [
        (Aspect::Partner, "partner", |it| &it.partner),
        (Aspect::OnDelete, "on_delete", |it| &it.on_delete),
    ];
    for (aspect, name, text) in texts {
        let metadata = text(metadata_details).as_deref();
        let Some(rust) = text(rust_details) else {
            continue;
        };
        report.compare_stated(aspect, rust, metadata, |metadata| match metadata {
            Some(metadata) => format!("write `.{name}({metadata:?})` in the `Details`"),
            None => method_advice(&format!("{name}(...)"), false),
        });
    }
    if rust_details.constraints.is_empty() {
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
    let stated = match written(metadata_details) {
        stated if stated.is_empty() => "none".to_owned(),
        stated => stated,
    };
    report.compare(Aspect::Constraint, &written(rust_details), &stated, || {
        let pairs = metadata_details.constraints.iter();
        let calls: Vec<String> = pairs
            .map(|it| {
                format!(
                    ".constraint({:?}, {:?})",
                    it.property, it.referenced_property
                )
            })
            .collect();
        match calls.as_slice() {
            [] => method_advice("constraint(...)", false),
            calls => format!("write `{}` in the `Details`", calls.concat()),
        }
    });
}

fn method_advice(call: &str, is_missing: bool) -> String {
    if is_missing {
        format!("write `.{call}` in the `Details`")
    } else {
        format!("remove `.{call}` from the `Details`")
    }
}

/// Compares the allowed types of a property that states them. A type that derives from a listed one is allowed, listed or not
/// (vocabulary `Org.OData.Validation.V1`).
pub(super) fn compare_derived_types(
    model: &Model,
    owner: &StructuredType,
    rust: &Property,
    service: &Metadata,
    report: &mut Report<'_>,
) {
    let rust_types = rust.derived_types();
    if rust_types.is_empty() {
        return;
    }
    let chain = service.names_of_chain(owner.name());
    let mut lists = chain.filter_map(|name| {
        let path = format!("{name}/{}", rust.name());
        service.derived_types.get(&path)
    });
    let Some(metadata_types) = lists.next() else {
        report.push(
            Aspect::DerivedTypes,
            Some(Cow::Owned(rust_types.join(", "))),
            None,
            "remove `derived_types(...)`".to_owned(),
        );
        return;
    };
    let is_allowed = |name: &str, list: &dyn Fn(&str) -> bool| {
        let mut bases = service.names_of_chain(name);
        bases.any(list)
    };
    let is_in_rust = |name: &str| rust_types.contains(&name);
    let is_in_metadata = |name: &str| metadata_types.iter().any(|it| it == name);
    // A type that the model does not have is read as an unknown type.
    let mut known = metadata_types
        .iter()
        .filter(|it| model.types.contains_key(it.as_str()));
    if rust_types
        .iter()
        .all(|name| is_allowed(name, &is_in_metadata))
        && known.all(|name| is_allowed(name, &is_in_rust))
    {
        return;
    }
    report.push(
        Aspect::DerivedTypes,
        Some(Cow::Owned(rust_types.join(", "))),
        Some(Cow::Owned(metadata_types.join(", "))),
        "write the types of the metadata in `derived_types(...)`".to_owned(),
    );
}
