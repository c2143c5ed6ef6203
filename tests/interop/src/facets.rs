//! The facets of the metadata that its types do not carry. The comparison ignores them: it compares what the types state.

use std::collections::BTreeMap;

use odata_core::csdl::odata_csdl::{Document, Facets, Property, TypeKind};

/// Returns the facets that only the first document states, or with another value, each with the number of properties.
#[must_use]
pub fn lost(source: &Document, written: &Document) -> BTreeMap<&'static str, usize> {
    let written = properties(written);
    let mut lost = BTreeMap::new();
    for (path, (own, stated)) in properties(source) {
        // A property of a type that is left out.
        let Some((other, kept)) = written.get(&path) else {
            continue;
        };
        // No maximum is the largest that the service supports (CSDL XML 4.01 §7.2.2).
        let length = stated.max_length.filter(|it| it != "max");
        let facets = [
            ("DefaultValue", &own.default, &other.default),
            ("MaxLength", &length, &kept.max_length),
            ("Precision", &stated.precision, &kept.precision),
            ("Scale", &stated.scale, &kept.scale),
            ("SRID", &stated.srid, &kept.srid),
            ("Unicode", &stated.unicode, &kept.unicode),
        ];
        for (facet, stated, kept) in facets {
            if stated.is_some() && stated != kept {
                *lost.entry(facet).or_default() += 1;
            }
        }
    }
    lost
}

/// Returns the properties by their paths, with their facets or those of their type definition (CSDL 4.01 §11.2).
fn properties(document: &Document) -> BTreeMap<String, (&Property, Facets)> {
    let types = || {
        document.schemas.iter().flat_map(|schema| {
            let types = schema.types.iter();
            types.map(move |ty| (format!("{}.{}", schema.namespace, ty.name), &ty.kind))
        })
    };
    let definitions: BTreeMap<String, &Facets> = types()
        .filter_map(|(name, kind)| match kind {
            TypeKind::Definition(own) => Some((name, &own.facets)),
            _ => None,
        })
        .collect();
    let facets = |property: &Property| {
        let own = property.ty.facets.clone();
        let defined = definitions.get(&property.ty.name);
        let defined = defined.map_or_else(Facets::default, |it| (*it).clone());
        Facets {
            max_length: own.max_length.or(defined.max_length),
            precision: own.precision.or(defined.precision),
            scale: own.scale.or(defined.scale),
            unicode: own.unicode.or(defined.unicode),
            srid: own.srid.or(defined.srid),
        }
    };
    let mut found = BTreeMap::new();
    for (owner, kind) in types() {
        if let TypeKind::Structured(own) = kind {
            for property in &own.properties {
                let path = format!("{owner}/{}", property.name);
                found.insert(path, (property, facets(property)));
            }
        }
    }
    found
}
