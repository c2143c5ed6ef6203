//! The built-in types of the namespace `Edm` (CSDL XML 4.01 §3.3, §3.4, §4.1).

/// A built-in type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Edm {
    Binary,
    Boolean,
    Byte,
    Date,
    DateTimeOffset,
    Decimal,
    Double,
    Duration,
    Guid,
    Int16,
    Int32,
    Int64,
    SByte,
    Single,
    Stream,
    String,
    TimeOfDay,
    /// `Edm.Geography...` and `Edm.Geometry...`, by name.
    Geo(&'static str),
    Untyped,
    /// `Edm.PropertyPath` and the like, which only vocabularies use (CSDL XML 4.01 §4.6). Their values are text.
    Path,
    /// The abstract types. The type tag of a value names its type.
    PrimitiveType,
    ComplexType,
    EntityType,
}

const GEO: [&str; 16] = [
    "Geography",
    "GeographyPoint",
    "GeographyLineString",
    "GeographyPolygon",
    "GeographyMultiPoint",
    "GeographyMultiLineString",
    "GeographyMultiPolygon",
    "GeographyCollection",
    "Geometry",
    "GeometryPoint",
    "GeometryLineString",
    "GeometryPolygon",
    "GeometryMultiPoint",
    "GeometryMultiLineString",
    "GeometryMultiPolygon",
    "GeometryCollection",
];

impl Edm {
    /// The type of a qualified name such as `Edm.Int32`.
    pub(crate) fn parse(qualified: &str) -> Option<Edm> {
        Some(match qualified.strip_prefix("Edm.")? {
            "Binary" => Edm::Binary,
            "Boolean" => Edm::Boolean,
            "Byte" => Edm::Byte,
            "Date" => Edm::Date,
            "DateTimeOffset" => Edm::DateTimeOffset,
            "Decimal" => Edm::Decimal,
            "Double" => Edm::Double,
            "Duration" => Edm::Duration,
            "Guid" => Edm::Guid,
            "Int16" => Edm::Int16,
            "Int32" => Edm::Int32,
            "Int64" => Edm::Int64,
            "SByte" => Edm::SByte,
            "Single" => Edm::Single,
            "Stream" => Edm::Stream,
            "String" => Edm::String,
            "TimeOfDay" => Edm::TimeOfDay,
            "Untyped" => Edm::Untyped,
            "AnnotationPath"
            | "AnyPropertyPath"
            | "ModelElementPath"
            | "NavigationPropertyPath"
            | "PropertyPath" => Edm::Path,
            "PrimitiveType" => Edm::PrimitiveType,
            "ComplexType" => Edm::ComplexType,
            "EntityType" => Edm::EntityType,
            name => Edm::Geo(GEO.iter().find(|geo| **geo == name)?),
        })
    }

    /// The range of the values of an enumeration with this underlying type; `None` where it is not allowed as one (CSDL XML 4.01 §10.1).
    pub(crate) fn enumeration_range(self) -> Option<(i128, i128)> {
        Some(match self {
            Edm::Byte => (0, i128::from(u8::MAX)),
            Edm::SByte => (i128::from(i8::MIN), i128::from(i8::MAX)),
            Edm::Int16 => (i128::from(i16::MIN), i128::from(i16::MAX)),
            Edm::Int32 => (i128::from(i32::MIN), i128::from(i32::MAX)),
            Edm::Int64 => (i128::from(i64::MIN), i128::from(i64::MAX)),
            _ => return None,
        })
    }

    /// Whether a key property may have this type (CSDL XML 4.01 §6.5).
    pub(crate) fn can_be_key(self) -> bool {
        use Edm::{
            Boolean, Byte, Date, DateTimeOffset, Decimal, Duration, Guid, Int16, Int32, Int64,
            SByte, String, TimeOfDay,
        };
        matches!(
            self,
            Boolean
                | Byte
                | Date
                | DateTimeOffset
                | Decimal
                | Duration
                | Guid
                | Int16
                | Int32
                | Int64
                | SByte
                | String
                | TimeOfDay
        )
    }

    /// Whether it is a primitive type that is not abstract, so that a type definition may be based on it (CSDL XML 4.01 §11.1).
    pub(crate) fn is_concrete_primitive(self) -> bool {
        !matches!(
            self,
            Edm::Untyped | Edm::Path | Edm::PrimitiveType | Edm::ComplexType | Edm::EntityType
        )
    }
}
