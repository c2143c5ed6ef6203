//! A requestor's answers.

use crate::{
    ODataResource,
    dynamic::{annotations::Annotations, properties::DynamicProperties, resource::DynamicResource},
};

/// `microsoft.graph.accessPackageAnswer`: the answer to a question of an access package.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", abstract)]
pub struct AccessPackageAnswer {
    /// Properties that no level declares.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
    /// The answer, for people.
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
    /// A type that this version does not know, or none named.
    #[odata(other)]
    Other(DynamicResource),
}
