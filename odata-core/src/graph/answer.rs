//! The requestor's answers to the questions of an access package.

use crate::{
    ODataResource,
    dynamic::{Annotations, DynamicProperties, DynamicResource},
};

/// `microsoft.graph.accessPackageAnswer`: the answer to a question of an access package.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", abstract)]
pub struct AccessPackageAnswer {
    /// Undeclared properties.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
    /// The display text of the answer.
    pub display_value: Option<String>,
    /// The question.
    #[odata(navigation, edm = "microsoft.graph.accessPackageQuestion")]
    pub answered_question: Option<DynamicResource>,
}

/// `microsoft.graph.accessPackageAnswerString`: an answer in text.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct AccessPackageAnswerString {
    /// The base.
    #[odata(base)]
    pub base: AccessPackageAnswer,
    /// The text.
    pub value: Option<String>,
}

/// A value declared as [`AccessPackageAnswer`].
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = AccessPackageAnswer)]
pub enum AnyAccessPackageAnswer {
    /// `microsoft.graph.accessPackageAnswerString`.
    String(Box<AccessPackageAnswerString>),
    /// A value of an unknown type, or without a type.
    #[odata(other)]
    Other(DynamicResource),
}
