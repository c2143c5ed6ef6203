//! Names by alias (CSDL 4.01, sections 4.2, 5.2 and 15.3).

use std::collections::BTreeMap;

use crate::csdl::metadata::{Declared, Metadata};

/// The aliases of one document, to their namespaces.
#[derive(Debug, Default)]
pub(super) struct Aliases(BTreeMap<String, String>);

impl Aliases {
    pub(super) fn add(&mut self, alias: Option<&str>, namespace: &str) {
        if let Some(alias) = alias {
            self.0.insert(alias.to_owned(), namespace.to_owned());
        }
    }

    fn resolve(&self, name: &mut String) {
        let found = name
            .rsplit_once('.')
            .and_then(|(alias, rest)| Some(format!("{}.{rest}", self.0.get(alias)?)));
        if let Some(resolved) = found {
            *name = resolved;
        }
    }

    /// Puts namespaces in place of aliases everywhere. An alias holds in the whole document, wherever it is declared.
    pub(super) fn resolve_all(&self, metadata: &mut Metadata) {
        for declared in metadata.types.values_mut() {
            match declared {
                Declared::Structured(it) => {
                    it.base.iter_mut().for_each(|base| self.resolve(base));
                    for property in it.properties.values_mut() {
                        self.resolve(&mut property.type_name);
                    }
                }
                Declared::Definition { underlying } => self.resolve(underlying),
                Declared::Enumeration(_) => {}
            }
        }
    }
}
