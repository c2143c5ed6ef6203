//! A model with every form of navigation property.

use odata_core::{
    Annotations, DynamicProperties, DynamicResource, Nav, NavCollection, ODataResource,
};

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "f", patch)]
pub struct Node {
    #[odata(key)]
    pub id: Option<i64>,
    #[odata(etag)]
    pub etag: Option<String>,
    pub one: Nav<AnyNode>,
    #[odata(nullable = false)]
    pub same: Nav<Node>,
    pub many: NavCollection<AnyNode>,
    #[odata(annotations)]
    pub annotations: Annotations,
    #[odata(dynamic_properties)]
    pub more: DynamicProperties,
}

#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "f", patch)]
pub struct Hub {
    #[odata(base)]
    pub base: Node,
    pub s: Option<String>,
    pub all: NavCollection<Node>,
}

#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = Node)]
pub enum AnyNode {
    #[odata(default)]
    Node(Box<Node>),
    Hub(Box<Hub>),
    #[odata(other)]
    Other(DynamicResource),
}
