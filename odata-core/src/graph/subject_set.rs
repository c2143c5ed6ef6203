//! Sets of subjects, such as approvers and requestors.

use crate::{
    ODataResource,
    dynamic::{Annotations, DynamicProperties, DynamicResource},
};

/// `microsoft.graph.subjectSet`: the abstract base of the sets.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", abstract)]
pub struct SubjectSet {
    /// Undeclared properties.
    #[odata(dynamic_properties)]
    pub additional: DynamicProperties,
    /// Annotations and control information.
    #[odata(annotations)]
    pub annotations: Annotations,
}

/// `microsoft.graph.attributeRuleMembers`: members of a rule over attributes.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct AttributeRuleMembers {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
    /// A description of the rule.
    pub description: Option<String>,
    /// The rule.
    pub membership_rule: Option<String>,
}

/// `microsoft.graph.connectedOrganizationMembers`: the users of a connected organization.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct ConnectedOrganizationMembers {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
    /// The organization.
    pub connected_organization_id: Option<String>,
    /// The display name.
    pub description: Option<String>,
}

/// `microsoft.graph.externalSponsors`: the external sponsors of the requestor's organization.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct ExternalSponsors {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
}

/// `microsoft.graph.groupMembers`: the members of a group.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct GroupMembers {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
    /// The display name.
    pub description: Option<String>,
    /// The group.
    pub group_id: Option<String>,
}

/// `microsoft.graph.internalSponsors`: the internal sponsors of the requestor's organization.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct InternalSponsors {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
}

/// `microsoft.graph.requestorManager`: the requestor's manager.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct RequestorManager {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
    /// The number of levels up, from 1.
    pub manager_level: Option<i32>,
}

/// `microsoft.graph.singleServicePrincipal`: one service principal.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct SingleServicePrincipal {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
    /// The display name.
    pub description: Option<String>,
    /// The service principal.
    pub service_principal_id: Option<String>,
}

/// `microsoft.graph.singleUser`: one user.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct SingleUser {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
    /// The display name of the user.
    pub description: Option<String>,
    /// The user.
    pub user_id: Option<String>,
}

/// `microsoft.graph.targetAgentIdentitySponsorsOrOwners`: the sponsors or owners of the agent identity that the request is for.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct TargetAgentIdentitySponsorsOrOwners {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
}

/// `microsoft.graph.targetApplicationOwners`: the owners of the application that the request is for.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct TargetApplicationOwners {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
}

/// `microsoft.graph.targetManager`: the manager of the user that the request is for.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct TargetManager {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
    /// The number of levels up, from 1.
    pub manager_level: Option<i32>,
}

/// `microsoft.graph.targetUserSponsors`: the sponsors of the user that the request is for.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", schema_alias = "graph", deref)]
pub struct TargetUserSponsors {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
}

/// `microsoft.graph.identityGovernance.groupBasedSubjectSet`: the members of several groups.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph.identityGovernance", deref)]
pub struct GroupBasedSubjectSet {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
    /// The groups.
    #[odata(navigation, edm = "microsoft.graph.group")]
    pub groups: Option<Vec<DynamicResource>>,
}

/// `microsoft.graph.identityGovernance.ruleBasedSubjectSet`: the users that a rule selects.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph.identityGovernance", deref)]
pub struct RuleBasedSubjectSet {
    /// The base.
    #[odata(base)]
    pub base: SubjectSet,
    /// The rule.
    #[odata(nullable = false)]
    pub rule: Option<String>,
}

/// A value declared as [`SubjectSet`].
#[derive(Debug, Clone, PartialEq, ODataResource)]
#[odata(hierarchy = SubjectSet)]
pub enum AnySubjectSet {
    /// Members of a rule over attributes.
    AttributeRuleMembers(AttributeRuleMembers),
    /// The users of a connected organization.
    ConnectedOrganizationMembers(ConnectedOrganizationMembers),
    /// The external sponsors of the requestor's organization.
    ExternalSponsors(ExternalSponsors),
    /// The members of a group.
    GroupMembers(GroupMembers),
    /// The internal sponsors of the requestor's organization.
    InternalSponsors(InternalSponsors),
    /// The requestor's manager.
    RequestorManager(RequestorManager),
    /// One service principal.
    SingleServicePrincipal(SingleServicePrincipal),
    /// One user.
    SingleUser(SingleUser),
    /// The sponsors or owners of the agent identity that the request is for.
    TargetAgentIdentitySponsorsOrOwners(TargetAgentIdentitySponsorsOrOwners),
    /// The owners of the application that the request is for.
    TargetApplicationOwners(TargetApplicationOwners),
    /// The manager of the user that the request is for.
    TargetManager(TargetManager),
    /// The sponsors of the user that the request is for.
    TargetUserSponsors(TargetUserSponsors),
    /// The members of several groups.
    GroupBasedSubjectSet(GroupBasedSubjectSet),
    /// The users that a rule selects.
    RuleBasedSubjectSet(RuleBasedSubjectSet),
    /// A value of an unknown type, or without a type.
    #[odata(other)]
    Other(DynamicResource),
}
