//! Aliases of namespaces.

use std::collections::HashMap;

use crate::model::Document;

/// The aliases of a document (CSDL 4.01 §4.2, §5.2, §15.3). An alias is valid in the whole document, wherever it is declared.
///
/// ```
/// use odata_csdl::Document;
///
/// let text = r#"{"$Version": "4.01", "com.example.shop": {"$Alias": "shop"}}"#;
/// let aliases = Document::from_json(text, 0, &mut Vec::new()).aliases();
/// assert_eq!(aliases.resolve("shop.Price/amount"), "com.example.shop.Price/amount");
/// assert_eq!(aliases.resolve("store.Price"), "store.Price");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Aliases(HashMap<String, String>);

impl Aliases {
    pub(crate) fn of(document: &Document) -> Self {
        let mut aliases = Self::default();
        for include in document.references.iter().flat_map(|it| &it.includes) {
            aliases.add(include.alias.as_deref(), &include.namespace);
        }
        for schema in &document.schemas {
            aliases.add(schema.alias.as_deref(), &schema.namespace);
        }
        aliases
    }

    pub(crate) fn add(&mut self, alias: Option<&str>, namespace: &str) {
        if let Some(alias) = alias {
            self.0.insert(alias.to_owned(), namespace.to_owned());
        }
    }

    /// Returns a name or path with namespaces in place of aliases, in every segment.
    #[must_use]
    pub fn resolve(&self, path: &str) -> String {
        if self.0.is_empty() || !path.contains('.') {
            return path.to_owned();
        }
        let mut resolved = String::with_capacity(path.len());
        // A segment ends at `/`; the parameter types of an overload are in parentheses; enumeration members are separated by spaces.
        for segment in path.split_inclusive(['/', '(', ')', ',', ' ', '@']) {
            let namespace = segment
                .rsplit_once('.')
                .and_then(|(alias, name)| Some((self.0.get(alias)?, name)));
            match namespace {
                Some((namespace, name)) => resolved.extend([namespace.as_str(), ".", name]),
                None => resolved.push_str(segment),
            }
        }
        resolved
    }
}
