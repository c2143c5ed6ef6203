//! Actions and functions.

use super::{annotation::Annotation, type_reference::TypeReference, types::Property};
use crate::location::Location;

/// One overload of an action or a function (CSDL 4.01 §12).
#[derive(Debug, Clone, Default)]
pub struct Operation {
    /// The name, without the namespace.
    pub name: String,
    /// The position of the name.
    pub location: Location,
    /// Whether the operation is an action.
    pub is_action: bool,
    /// Whether the first parameter is the resource that it is called on.
    pub is_bound: bool,
    /// Whether the result of a function can be queried further.
    pub is_composable: bool,
    /// The path from the binding parameter to the entity set of the result.
    pub entity_set_path: Option<String>,
    /// The parameters, the binding one included.
    pub parameters: Vec<Property>,
    /// The result.
    pub returns: Option<TypeReference>,
    /// Annotations of the operation.
    pub annotations: Vec<Annotation>,
}

impl Operation {
    /// Returns the parameters without the binding one: those that a request passes.
    #[must_use]
    pub fn passed_parameters(&self) -> &[Property] {
        self.parameters
            .get(usize::from(self.is_bound)..)
            .unwrap_or_default()
    }
}
