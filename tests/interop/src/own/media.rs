//! What the library lends: a hierarchy of open entity types.

use odata_core::{
    DynamicProperties, DynamicResource, Nav, NavCollection, ODataEnum, ODataResource,
    edm::{Decimal, Duration, Stream},
};

use super::Branch;

/// Anything that can be lent.
///
/// A medium has a place in one branch.
#[derive(Debug, ODataResource)]
#[odata(
    namespace = "library.media",
    name = "Medium",
    schema_alias = "media",
    abstract,
    open
)]
pub struct Medium {
    /// The number on its label.
    #[odata(key, immutable)]
    pub label: i64,
    /// Of the branch.
    pub branch_code: Option<String>,
    #[odata(validate(length(min = 1, max = 250)))]
    pub title: String,
    #[odata(validate(range(min = Decimal::from(0), max = Decimal::from(5000))))]
    pub price: Option<Decimal>,
    #[odata(validate(length(max = 20), each(length(max = 40))))]
    pub subjects: Vec<String>,
    pub remarks: Vec<Option<String>>,
    #[odata(navigation, nullable = false)]
    pub branch: Nav<Branch>,
    #[odata(dynamic_properties)]
    pub more: DynamicProperties,
}

/// A printed medium.
#[derive(Debug, ODataResource)]
#[odata(
    namespace = "library.media",
    name = "Book",
    schema_alias = "media",
    open
)]
pub struct Book {
    #[odata(base)]
    pub medium: Medium,
    #[odata(edm = "library.media.Isbn")]
    pub isbn: Option<String>,
    pub size: Option<Dimensions>,
    #[odata(navigation)]
    pub sequels: NavCollection<AnyMedium>,
}

/// A recorded medium, whose media stream is its sound.
#[derive(Debug, ODataResource)]
#[odata(
    namespace = "library.media",
    name = "Disc",
    schema_alias = "media",
    open
)]
pub struct Disc {
    #[odata(base)]
    pub medium: Medium,
    pub playing_time: Option<Duration>,
    pub cover: Option<Stream>,
    pub formats: Option<odata_core::Flags<Format>>,
}

/// All media.
#[derive(Debug, ODataResource)]
#[odata(hierarchy = Medium)]
pub enum AnyMedium {
    /// A book.
    Book(Box<Book>),
    /// A disc.
    Disc(Box<Disc>),
    /// Another medium.
    #[odata(other)]
    Other(DynamicResource),
}

/// In millimetres.
#[derive(Debug, ODataResource)]
#[odata(
    namespace = "library.media",
    name = "Dimensions",
    schema_alias = "media"
)]
pub struct Dimensions {
    pub width: i16,
    pub height: i16,
    #[odata(nullable = false)]
    pub depth: Option<i16>,
}

/// How a disc can be played.
#[derive(Debug, Clone, PartialEq, Eq, ODataEnum)]
#[odata(
    namespace = "library.media",
    name = "Format",
    schema_alias = "media",
    flags,
    underlying = "Edm.Int64"
)]
pub enum Format {
    /// On a turntable.
    #[odata(value = 1)]
    Vinyl,
    #[odata(value = 2)]
    Compact,
    #[odata(value = 3)]
    Both,
    #[odata(value = 4_294_967_296)]
    Download,
}
