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
    Submitted,
    /// The request waits for an approver.
    PendingApproval,
    /// The request is being fulfilled.
    Delivering,
    /// The request was fulfilled.
    Delivered,
    /// The request could not be fulfilled.
    DeliveryFailed,
    /// The request was denied.
    Denied,
    /// The request will be fulfilled later.
    Scheduled,
    /// The request was canceled.
    Canceled,
    /// The request was partly fulfilled.
    PartiallyDelivered,
    /// Replaces a newer member that the client did not request.
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
    NotSpecified,
    /// A user requests an assignment.
    UserAdd,
    /// A user requests a change of an assignment.
    UserUpdate,
    /// A user requests the removal of an assignment.
    UserRemove,
    /// An administrator adds an assignment.
    AdminAdd,
    /// An administrator changes an assignment.
    AdminUpdate,
    /// An administrator removes an assignment.
    AdminRemove,
    /// The system adds an assignment.
    SystemAdd,
    /// The system changes an assignment.
    SystemUpdate,
    /// The system removes an assignment.
    SystemRemove,
    /// A user requests an assignment for another user.
    OnBehalfAdd,
    /// Replaces a newer member that the client did not request.
    UnknownFutureValue,
    /// An approver removes an assignment.
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
    Default,
    /// The approvers are hidden.
    NotVisible,
    /// The approvers are visible.
    Visible,
    /// Replaces a newer member that the client did not request.
    UnknownFutureValue,
    /// An unknown member.
    #[odata(other)]
    Other(String),
}
