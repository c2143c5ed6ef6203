//! Aliases of namespaces.

use std::collections::{HashMap, HashSet};

use crate::model::Document;

/// The aliases of a document (CSDL 4.01 §4.2, §5.2, §15.3). An alias is valid in the whole document, wherever it is declared.
///
/// A document may break the rules: several namespaces may declare the same alias, or an alias may also be the namespace of another schema.
/// A name with such an alias belongs to the first schema that defines the name. If no schema does, it belongs to the schema with this
/// namespace, or else to the first schema with this alias.
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
pub struct Aliases(HashMap<String, Vec<Candidate>>);

/// A namespace that an alias may mean.
#[derive(Debug, Clone)]
struct Candidate {
    namespace: String,
    /// The names that its schema defines, if the alias has several candidates.
    names: HashSet<String>,
}

impl Aliases {
    pub(crate) fn of(document: &Document) -> Self {
        let mut aliases = Self::default();
        for include in document.references.iter().flat_map(|it| &it.includes) {
            aliases.add(include.alias.as_deref(), &include.namespace);
        }
        for schema in &document.schemas {
            aliases.add(schema.alias.as_deref(), &schema.namespace);
        }
        aliases.add_schemas(document.schemas.iter().map(|schema| {
            let types = schema.types.iter().map(|it| it.name.as_str());
            let operations = schema.operations.iter().map(|it| it.name.as_str());
            let terms = schema.terms.iter().map(|it| it.name.as_str());
            let containers = schema.containers.iter().map(|it| it.name.as_str());
            let names = types.chain(operations).chain(terms).chain(containers);
            (schema.namespace.as_str(), names)
        }));
        aliases
    }

    pub(crate) fn add(&mut self, alias: Option<&str>, namespace: &str) {
        let Some(alias) = alias else { return };
        let candidates = self.0.entry(alias.to_owned()).or_default();
        if candidates.iter().all(|it| it.namespace != namespace) {
            candidates.push(Candidate {
                namespace: namespace.to_owned(),
                names: HashSet::new(),
            });
        }
    }

    /// Adds the schemas with the names that they define, which decide between several namespaces of one alias.
    pub(crate) fn add_schemas<'a, N: Iterator<Item = &'a str>>(
        &mut self,
        schemas: impl Iterator<Item = (&'a str, N)> + Clone,
    ) {
        for (namespace, _) in schemas.clone() {
            if self.0.contains_key(namespace) {
                self.add(Some(namespace), namespace);
            }
        }
        let mut ambiguous: Vec<&mut Candidate> = self
            .0
            .values_mut()
            .filter(|candidates| candidates.len() > 1)
            .flatten()
            .collect();
        if ambiguous.is_empty() {
            return;
        }
        for (namespace, names) in schemas {
            let names: Vec<&str> = names.collect();
            for candidate in ambiguous.iter_mut().filter(|it| it.namespace == namespace) {
                candidate
                    .names
                    .extend(names.iter().map(|&it| it.to_owned()));
            }
        }
    }

    /// Returns a name or path with namespaces in place of aliases, in every segment.
    #[must_use]
    pub fn resolve(&self, path: &str) -> String {
        if self.0.is_empty() || !path.contains('.') {
            return path.to_owned();
        }
        let mut resolved = String::with_capacity(path.len());
        for segment in path.split_inclusive(DELIMITERS) {
            let namespace = segment
                .rsplit_once('.')
                .and_then(|(alias, name)| Some((self.namespace(alias, name)?, name)));
            match namespace {
                Some((namespace, name)) => resolved.extend([namespace, ".", name]),
                None => resolved.push_str(segment),
            }
        }
        resolved
    }

    fn namespace(&self, alias: &str, name: &str) -> Option<&str> {
        let candidates = self.0.get(alias)?;
        let name = name.trim_end_matches(DELIMITERS);
        let defining = candidates.iter().find(|it| it.names.contains(name));
        let of_namespace = || candidates.iter().find(|it| it.namespace == alias);
        let found = defining
            .or_else(of_namespace)
            .or_else(|| candidates.first())?;
        Some(&found.namespace)
    }
}

/// A segment ends at `/`; the parameter types of an overload are in parentheses; enumeration members are separated by spaces.
const DELIMITERS: [char; 6] = ['/', '(', ')', ',', ' ', '@'];
