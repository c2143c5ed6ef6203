//! The enumerations of these types. Members are read in any letter case, and unknown members are preserved.

use crate::ODataEnum;

/// `microsoft.graph.accessPackageCustomExtensionStage`: the stage at which a custom extension is called.
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
    /// Replaces a newer member that the client did not request.
    #[odata(value = 7)]
    UnknownFutureValue,
    /// An unknown member.
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
    /// The request was made.
    #[odata(value = 0)]
    Submitted,
    /// The request waits for an approver.
    #[odata(value = 1)]
    PendingApproval,
    /// The request is being fulfilled.
    #[odata(value = 2)]
    Delivering,
    /// The request was fulfilled.
    #[odata(value = 3)]
    Delivered,
    /// The request could not be fulfilled.
    #[odata(value = 4)]
    DeliveryFailed,
    /// The request was denied.
    #[odata(value = 5)]
    Denied,
    /// The request will be fulfilled later.
    #[odata(value = 6)]
    Scheduled,
    /// The request was canceled.
    #[odata(value = 7)]
    Canceled,
    /// The request was partly fulfilled.
    #[odata(value = 8)]
    PartiallyDelivered,
    /// Replaces a newer member that the client did not request.
    #[odata(value = 9)]
    UnknownFutureValue,
    /// An unknown member.
    #[odata(other)]
    Other(String),
}

/// `microsoft.graph.accessPackageRequestType`: the kind of request, and who made it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ODataEnum)]
#[odata(
    namespace = "microsoft.graph",
    schema_alias = "graph",
    case_insensitive
)]
pub enum AccessPackageRequestType {
    /// Not specified.
    #[odata(value = 0)]
    NotSpecified,
    /// A user requests an assignment.
    #[odata(value = 1)]
    UserAdd,
    /// A user requests a change of an assignment.
    #[odata(value = 2)]
    UserUpdate,
    /// A user requests the removal of an assignment.
    #[odata(value = 3)]
    UserRemove,
    /// An administrator adds an assignment.
    #[odata(value = 4)]
    AdminAdd,
    /// An administrator changes an assignment.
    #[odata(value = 5)]
    AdminUpdate,
    /// An administrator removes an assignment.
    #[odata(value = 6)]
    AdminRemove,
    /// The system adds an assignment.
    #[odata(value = 7)]
    SystemAdd,
    /// The system changes an assignment.
    #[odata(value = 8)]
    SystemUpdate,
    /// The system removes an assignment.
    #[odata(value = 9)]
    SystemRemove,
    /// A user requests an assignment for another user.
    #[odata(value = 10)]
    OnBehalfAdd,
    /// Replaces a newer member that the client did not request.
    #[odata(value = 11)]
    UnknownFutureValue,
    /// An approver removes an assignment.
    #[odata(value = 12)]
    ApproverRemove,
    /// An unknown member.
    #[odata(other)]
    Other(String),
}

/// `microsoft.graph.approverInformationVisibility`: whether the requestor sees the approvers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ODataEnum)]
#[odata(
    namespace = "microsoft.graph",
    schema_alias = "graph",
    case_insensitive
)]
pub enum ApproverInformationVisibility {
    /// The setting of the tenant.
    #[odata(value = 0)]
    Default,
    /// The approvers are hidden.
    #[odata(value = 1)]
    NotVisible,
    /// The approvers are visible.
    #[odata(value = 2)]
    Visible,
    /// Replaces a newer member that the client did not request.
    #[odata(value = 3)]
    UnknownFutureValue,
    /// An unknown member.
    #[odata(other)]
    Other(String),
}
