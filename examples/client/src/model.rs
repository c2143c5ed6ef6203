//! The types: a part of Microsoft Graph's `user`.

use odata_core::{EntitySet, ODataResource};

/// The set of users.
pub const USERS: EntitySet<'static> = EntitySet::of::<User>("users");

/// A user, with the properties that this program uses. The service has many more, which are not requested.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", name = "user", patch)]
pub struct User {
    /// The id.
    #[odata(key)]
    pub id: String,
    /// The name.
    pub display_name: Option<String>,
    /// The title of the job.
    #[odata(validate(length(max = 128)))]
    pub job_title: Option<String>,
}

/// A smaller projection of the same entity, for lists.
#[derive(Debug, Clone, Default, PartialEq, ODataResource)]
#[odata(namespace = "microsoft.graph", name = "user")]
pub struct UserName {
    /// The id.
    #[odata(key)]
    pub id: String,
    /// The name.
    pub display_name: Option<String>,
}
