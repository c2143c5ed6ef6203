//! The enumerations of the family. Members come in any letter case on the wire, and newer ones are kept.

use crate::ODataEnum;

/// `microsoft.graph.accessPackageCustomExtensionStage`: when a custom extension is called.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ODataEnum)]
#[odata(
    namespace = "microsoft.graph",
    schema_alias = "graph",
    case_insensitive
)]
pub enum AccessPackageCustomExtensionStage {
    /// A request was made.
    #[odata(value = 1)]
    AssignmentRequestCreated,
    /// A request was approved.
    #[odata(value = 2)]
    AssignmentRequestApproved,
    /// An assignment was granted.
    #[odata(value = 3)]
    AssignmentRequestGranted,
    /// An assignment was removed.
    #[odata(value = 4)]
    AssignmentRequestRemoved,
    /// An assignment ends in fourteen days.
    #[odata(value = 5)]
    AssignmentFourteenDaysBeforeExpiration,
    /// An assignment ends in one day.
    #[odata(value = 6)]
    AssignmentOneDayBeforeExpiration,
    /// A member newer than the client asked for.
    #[odata(value = 7)]
    UnknownFutureValue,
    /// A member that this version does not know.
    #[odata(other)]
    Other(String),
}

/// `microsoft.graph.accessPackageRequestState`: the state of an access package assignment request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ODataEnum)]
#[odata(
    namespace = "microsoft.graph",
    schema_alias = "graph",
    case_insensitive
)]
pub enum AccessPackageRequestState {
    /// Made.
    #[odata(value = 0)]
    Submitted,
    /// Waiting for an approver.
    #[odata(value = 1)]
    PendingApproval,
    /// Being carried out.
    #[odata(value = 2)]
    Delivering,
    /// Carried out.
    #[odata(value = 3)]
    Delivered,
    /// It could not be carried out.
    #[odata(value = 4)]
    DeliveryFailed,
    /// Refused.
    #[odata(value = 5)]
    Denied,
    /// To be carried out later.
    #[odata(value = 6)]
    Scheduled,
    /// Withdrawn.
    #[odata(value = 7)]
    Canceled,
    /// Carried out in part.
    #[odata(value = 8)]
    PartiallyDelivered,
    /// A member newer than the client asked for.
    #[odata(value = 9)]
    UnknownFutureValue,
    /// A member that this version does not know.
    #[odata(other)]
    Other(String),
}

/// `microsoft.graph.accessPackageRequestType`: who asks for what.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ODataEnum)]
#[odata(
    namespace = "microsoft.graph",
    schema_alias = "graph",
    case_insensitive
)]
pub enum AccessPackageRequestType {
    /// Not said.
    #[odata(value = 0)]
    NotSpecified,
    /// A user asks for an assignment.
    #[odata(value = 1)]
    UserAdd,
    /// A user asks to change one.
    #[odata(value = 2)]
    UserUpdate,
    /// A user asks to remove one.
    #[odata(value = 3)]
    UserRemove,
    /// An administrator assigns.
    #[odata(value = 4)]
    AdminAdd,
    /// An administrator changes an assignment.
    #[odata(value = 5)]
    AdminUpdate,
    /// An administrator removes one.
    #[odata(value = 6)]
    AdminRemove,
    /// The system assigns.
    #[odata(value = 7)]
    SystemAdd,
    /// The system changes an assignment.
    #[odata(value = 8)]
    SystemUpdate,
    /// The system removes one.
    #[odata(value = 9)]
    SystemRemove,
    /// Someone asks on behalf of another.
    #[odata(value = 10)]
    OnBehalfAdd,
    /// A member newer than the client asked for.
    #[odata(value = 11)]
    UnknownFutureValue,
    /// An approver removes an assignment.
    #[odata(value = 12)]
    ApproverRemove,
    /// A member that this version does not know.
    #[odata(other)]
    Other(String),
}

/// `microsoft.graph.approverInformationVisibility`: whether the requestor sees who the approvers are.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ODataEnum)]
#[odata(
    namespace = "microsoft.graph",
    schema_alias = "graph",
    case_insensitive
)]
pub enum ApproverInformationVisibility {
    /// As the tenant has it.
    #[odata(value = 0)]
    Default,
    /// Hidden.
    #[odata(value = 1)]
    NotVisible,
    /// Shown.
    #[odata(value = 2)]
    Visible,
    /// A member newer than the client asked for.
    #[odata(value = 3)]
    UnknownFutureValue,
    /// A member that this version does not know.
    #[odata(other)]
    Other(String),
}
