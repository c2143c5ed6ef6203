//! Functions for the codecs that many properties of a type have.
//!
//! The compiler takes several times longer for a call that resolves a codec than for a call of a function that has resolved it.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use quote::format_ident;

use crate::model::{Property, Resource};

/// A codec of fewer properties has no function.
const MIN_USES: usize = 4;

/// The functions, one for each codec that is used often.
pub(super) struct Repeated {
    uses: HashMap<usize, usize>,
    /// The definitions, in the order of their first use.
    pub(super) definitions: TokenStream,
    defined: Vec<usize>,
}

impl Repeated {
    /// Counts the codecs of the properties. A type with parameters has no functions, because they could not use the parameters.
    pub(super) fn of<'m>(
        model: &Resource<'_>,
        properties: impl Iterator<Item = &'m Property<'m>>,
    ) -> Self {
        let mut uses = HashMap::new();
        if model.item.generics.params.is_empty() {
            for codec in properties.filter_map(|it| it.codec) {
                *uses.entry(codec).or_insert(0) += 1;
            }
        }
        Repeated {
            uses,
            definitions: TokenStream::new(),
            defined: Vec::new(),
        }
    }

    /// Returns the name of the function for a property, and adds the function at its first use. `None` if the property has none.
    pub(super) fn function(
        &mut self,
        verb: &str,
        property: &Property<'_>,
        define: impl FnOnce(&Ident) -> TokenStream,
    ) -> Option<Ident> {
        let codec = property.codec?;
        if *self.uses.get(&codec)? < MIN_USES {
            return None;
        }
        let ident = format_ident!("{verb}{codec}");
        if !self.defined.contains(&codec) {
            self.defined.push(codec);
            self.definitions.extend(define(&ident));
        }
        Some(ident)
    }
}
