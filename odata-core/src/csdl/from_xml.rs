//! Reading CSDL XML.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use crate::{
    csdl::{
        aliases::Aliases,
        metadata::{Declared, Enumeration, InvalidMetadata, Metadata, Property, Structured},
        xml::{EDM, EDMX},
    },
    model::structured_type::Kind,
};

pub(super) fn read(text: &str) -> Result<Metadata, InvalidMetadata> {
    let document = Document::parse(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let line = usize::try_from(error.pos().row).unwrap_or(0);
        InvalidMetadata::new(line, error.to_string())
    })?;
    let root = document.root_element();
    if !root.has_tag_name((EDMX, "Edmx")) {
        return Err(invalid(
            root,
            format!("the root of CSDL XML is `Edmx` in the namespace {EDMX}"),
        ));
    }
    let mut metadata = Metadata::default();
    let mut aliases = Aliases::default();
    for include in children(root, EDMX, "Reference").flat_map(|it| children(it, EDMX, "Include")) {
        aliases.add(include.attribute("Alias"), required(include, "Namespace")?);
    }
    for schema in children(root, EDMX, "DataServices").flat_map(|it| children(it, EDM, "Schema")) {
        let namespace = required(schema, "Namespace")?;
        aliases.add(schema.attribute("Alias"), namespace);
        for node in schema.children().filter(Node::is_element) {
            let declared = match node.tag_name().name() {
                "EntityType" => structured(node, Kind::Entity)?,
                "ComplexType" => structured(node, Kind::Complex)?,
                "EnumType" => enumeration(node)?,
                "TypeDefinition" => Declared::Definition {
                    underlying: required(node, "UnderlyingType")?.to_owned(),
                },
                _ => continue,
            };
            let name = required(node, "Name")?;
            metadata
                .types
                .insert(format!("{namespace}.{name}"), declared);
        }
    }
    aliases.resolve_all(&mut metadata);
    Ok(metadata)
}

fn children<'a, 'input>(
    node: Node<'a, 'input>,
    namespace: &'static str,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children()
        .filter(move |it| it.has_tag_name((namespace, name)))
}

fn invalid(node: Node<'_, '_>, message: impl Into<String>) -> InvalidMetadata {
    let position = node.document().text_pos_at(node.range().start);
    InvalidMetadata::new(usize::try_from(position.row).unwrap_or(0), message)
}

fn required<'a>(node: Node<'a, '_>, attribute: &str) -> Result<&'a str, InvalidMetadata> {
    node.attribute(attribute).ok_or_else(|| {
        let element = node.tag_name().name();
        invalid(
            node,
            format!("`{element}` needs the attribute `{attribute}`"),
        )
    })
}

fn flag(node: Node<'_, '_>, attribute: &str) -> Result<Option<bool>, InvalidMetadata> {
    match node.attribute(attribute) {
        None => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(other) => Err(invalid(
            node,
            format!("`{attribute}` is `true` or `false`, not `{other}`"),
        )),
    }
}

/// CSDL XML 4.01, sections 6 and 9.
fn structured(node: Node<'_, '_>, kind: Kind) -> Result<Declared, InvalidMetadata> {
    // A part whose name is a path goes by its alias in a key predicate (section 6.5).
    let key = children(node, EDM, "Key")
        .flat_map(|it| children(it, EDM, "PropertyRef"))
        .map(|it| match it.attribute("Alias") {
            Some(alias) => Ok(alias.to_owned()),
            None => required(it, "Name").map(str::to_owned),
        });
    let key = key.collect::<Result<_, InvalidMetadata>>()?;
    let mut properties = BTreeMap::new();
    for (child, is_navigation) in node.children().filter_map(|it| {
        let is_navigation = it.has_tag_name((EDM, "NavigationProperty"));
        (is_navigation || it.has_tag_name((EDM, "Property"))).then_some((it, is_navigation))
    }) {
        let name = required(child, "Name")?;
        properties.insert(name.to_owned(), property(child, is_navigation)?);
    }
    Ok(Declared::Structured(Structured {
        kind,
        base: node.attribute("BaseType").map(str::to_owned),
        is_abstract: flag(node, "Abstract")?.unwrap_or(false),
        is_open: flag(node, "OpenType")?.unwrap_or(false),
        key,
        properties,
    }))
}

fn property(node: Node<'_, '_>, is_navigation: bool) -> Result<Property, InvalidMetadata> {
    let ty = required(node, "Type")?;
    let item = ty
        .strip_prefix("Collection(")
        .and_then(|it| it.strip_suffix(')'));
    let is_collection = item.is_some();
    let stated = flag(node, "Nullable")?;
    Ok(Property {
        type_name: item.unwrap_or(ty).to_owned(),
        is_collection,
        // Silence means true of a single value, and nothing of items (section 7.2.1).
        is_nullable: stated.or((!is_collection).then_some(true)),
        is_navigation,
    })
}

/// CSDL XML 4.01, section 10.
fn enumeration(node: Node<'_, '_>) -> Result<Declared, InvalidMetadata> {
    let mut members = BTreeMap::new();
    // Without values, members count from zero (section 10.3).
    for (next, member) in (0..).zip(children(node, EDM, "Member")) {
        let value = match member.attribute("Value") {
            None => next,
            Some(text) => text
                .parse()
                .map_err(|_| invalid(member, format!("`Value` is a whole number, not `{text}`")))?,
        };
        members.insert(required(member, "Name")?.to_owned(), value);
    }
    Ok(Declared::Enumeration(Enumeration {
        underlying: node
            .attribute("UnderlyingType")
            .unwrap_or("Edm.Int32")
            .to_owned(),
        is_flags: flag(node, "IsFlags")?.unwrap_or(false),
        members,
    }))
}
