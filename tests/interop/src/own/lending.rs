//! Who borrows what, and where.

use odata_core::{
    DynamicProperties, Nav, NavCollection, ODataEnum, ODataResource,
    edm::{Date, DateTimeOffset, Guid, TimeOfDay},
};

use super::AnyMedium;

/// A person with a card.
#[derive(Debug, ODataResource)]
#[odata(
    namespace = "library.lending",
    name = "Borrower",
    schema_alias = "lending"
)]
pub struct Borrower {
    /// The number of the card.
    #[odata(key)]
    pub card: Guid,
    #[odata(validate(length(max = 80)))]
    pub name: String,
    #[odata(computed)]
    pub registered: Option<DateTimeOffset>,
    pub rights: Option<Rights>,
    #[odata(navigation)]
    pub loans: NavCollection<Loan>,
    #[odata(etag)]
    pub etag: Option<String>,
}

/// What a borrower may do, with properties that only some branches have.
#[derive(Debug, ODataResource)]
#[odata(
    namespace = "library.lending",
    name = "Rights",
    schema_alias = "lending",
    open
)]
pub struct Rights {
    #[odata(validate(range(min = 1, max = 100)))]
    pub loans: u8,
    pub until: Option<Date>,
    #[odata(dynamic_properties)]
    pub more: DynamicProperties,
}

/// Contained in its borrower, with a key of two parts.
#[derive(Debug, ODataResource)]
#[odata(namespace = "library.lending", name = "Loan", schema_alias = "lending")]
pub struct Loan {
    #[odata(key, key_position = 2)]
    pub number: i32,
    #[odata(key, key_position = 1)]
    pub day: Date,
    pub state: LoanState,
    #[odata(navigation)]
    pub medium: Nav<AnyMedium>,
}

/// The state of a loan.
#[derive(Debug, Clone, PartialEq, Eq, ODataEnum)]
#[odata(
    namespace = "library.lending",
    name = "LoanState",
    schema_alias = "lending"
)]
pub enum LoanState {
    /// Not yet returned.
    #[odata(value = 0)]
    Open,
    #[odata(value = 1)]
    Returned,
    #[odata(value = -1)]
    Lost,
    /// A state of a later version.
    #[odata(other)]
    Other(String),
}

/// A house of the library.
#[derive(Debug, ODataResource)]
#[odata(
    namespace = "library.lending",
    name = "Branch",
    schema_alias = "lending"
)]
pub struct Branch {
    #[odata(key)]
    pub code: String,
    pub opens: Option<TimeOfDay>,
    #[odata(navigation)]
    pub media: NavCollection<AnyMedium>,
}

/// The parameters of the action.
#[derive(Debug, ODataResource)]
#[odata(
    namespace = "library.lending",
    name = "Extend",
    schema_alias = "lending"
)]
pub struct Extend {
    pub until: Date,
    pub reason: Option<String>,
}
