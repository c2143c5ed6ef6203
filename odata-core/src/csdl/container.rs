//! The entity container: what a service offers under its root URL.

use odata_csdl::ContainerChild;

/// The entity container of a model.
#[derive(Debug, Clone)]
pub(super) struct Container {
    /// The qualified name.
    pub(super) name: String,
    pub(super) children: Vec<ContainerChild>,
    /// Bindings that were added before their child: the name of the child, and the path.
    pub(super) unbound: Vec<(String, String)>,
}
