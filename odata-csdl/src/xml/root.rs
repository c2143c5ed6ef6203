//! Root elements that are not those of CSDL 4.

use roxmltree::Node;

use super::namespaces::{EDMX, MICROSOFT};
use crate::text::error_response;

/// Explains a root element that is not one of CSDL 4.
pub(super) fn wrong_root(root: Node<'_, '_>, namespace: Option<&str>, name: &str) -> String {
    match (name, namespace.unwrap_or_default()) {
        ("Edmx" | "Schema", namespace) if namespace.starts_with(MICROSOFT) => {
            let version = older_version(root);
            format!(
                "this is metadata of {version}, and only OData 4 is supported: use the service's OData 4 endpoint if it has one (SAP: `/sap/opu/odata4/...`), because its JSON differs as well"
            )
        }
        ("service", _) => "this is a service document: append `$metadata` to its URL".to_owned(),
        ("feed" | "entry", _) => {
            "this is data and not metadata: download the service's `$metadata`".to_owned()
        }
        ("error", _) => {
            let text = |node: Node<'_, '_>| node.text().unwrap_or_default().trim().to_owned();
            let mut children = root.children();
            let message = children.find(|it| it.tag_name().name() == "message");
            let message = message.map(text).unwrap_or_default();
            error_response(&message)
        }
        (_, namespace) => {
            let own = match namespace {
                "" => String::new(),
                own => format!(" in the namespace {own}"),
            };
            format!(
                "the root element is `{name}`{own}, but that of CSDL XML is `Edmx` in the namespace {EDMX}: download the service's `$metadata`"
            )
        }
    }
}

/// Returns "1", "2" or "3", by the namespace of the schemas and the version that the wrapper states.
fn older_version(root: Node<'_, '_>) -> &'static str {
    let mut namespaces = root
        .descendants()
        .filter_map(|it| it.tag_name().namespace());
    let schemas = namespaces.find_map(|it| it.strip_prefix(MICROSOFT)?.strip_suffix("/edm"));
    let mut attributes = root.descendants().flat_map(|it| it.attributes());
    let stated = attributes.find(|it| it.name() == "DataServiceVersion");
    match (schemas, stated.map(|it| it.value())) {
        (_, Some(stated)) if stated.starts_with('3') => "OData 3",
        (Some("2009/11"), _) => "OData 3",
        (Some(_), _) => "OData 2",
        (None, _) => "OData 2 or 3",
    }
}
