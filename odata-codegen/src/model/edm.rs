//! The built-in types of the namespace `Edm` (CSDL XML 4.01 §3.3, §3.4, §4.1).

macro_rules! edm {
    ($($name:ident)*; geo: $($geo:ident)*) => {
        /// A built-in type.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum Edm {
            $($name,)*
            /// `Edm.Geography...` and `Edm.Geometry...`, by name.
            Geo(&'static str),
            /// `Edm.PropertyPath` and the like, which only vocabularies use (CSDL XML 4.01 §4.6). Their values are text.
            Path,
        }

        impl Edm {
            /// The names of all types that structural properties can have.
            pub(crate) const NAMES: &[&str] = &[$(stringify!($name),)* $(stringify!($geo)),*];

            /// Returns the type of a qualified name such as `Edm.Int32`.
            pub(crate) fn parse(qualified: &str) -> Option<Self> {
                match qualified.strip_prefix("Edm.")? {
                    $(stringify!($name) => Some(Self::$name),)*
                    $(stringify!($geo) => Some(Self::Geo(stringify!($geo))),)*
                    "AnnotationPath" | "AnyPropertyPath" | "ModelElementPath" | "NavigationPropertyPath" | "PropertyPath" => {
                        Some(Self::Path)
                    }
                    _ => None,
                }
            }
        }
    };
}

edm! {
    Binary Boolean Byte Date DateTimeOffset Decimal Double Duration Guid Int16 Int32 Int64 SByte Single Stream String TimeOfDay
    Untyped PrimitiveType ComplexType EntityType;
    geo:
    Geography GeographyPoint GeographyLineString GeographyPolygon GeographyMultiPoint GeographyMultiLineString
    GeographyMultiPolygon GeographyCollection
    Geometry GeometryPoint GeometryLineString GeometryPolygon GeometryMultiPoint GeometryMultiLineString
    GeometryMultiPolygon GeometryCollection
}

impl Edm {
    /// Returns the range of the values of an enumeration with this underlying type, or `None` where it is not allowed as one (CSDL XML 4.01
    /// §10.1).
    pub(crate) fn enumeration_range(self) -> Option<(i128, i128)> {
        Some(match self {
            Self::Byte => (0, i128::from(u8::MAX)),
            Self::SByte => (i128::from(i8::MIN), i128::from(i8::MAX)),
            Self::Int16 => (i128::from(i16::MIN), i128::from(i16::MAX)),
            Self::Int32 => (i128::from(i32::MIN), i128::from(i32::MAX)),
            Self::Int64 => (i128::from(i64::MIN), i128::from(i64::MAX)),
            _ => return None,
        })
    }

    /// Returns whether a key property may have this type (CSDL XML 4.01 §6.5).
    pub(crate) fn can_be_key(self) -> bool {
        let is_excluded = matches!(
            self,
            Self::Binary | Self::Double | Self::Single | Self::Stream | Self::Geo(_)
        );
        self.is_concrete_primitive() && !is_excluded
    }

    /// Returns whether the type is primitive and not abstract, so that a type definition may be based on it (CSDL XML 4.01 §11.1).
    pub(crate) fn is_concrete_primitive(self) -> bool {
        use Edm::{ComplexType, EntityType, Path, PrimitiveType, Untyped};
        !matches!(
            self,
            Untyped | Path | PrimitiveType | ComplexType | EntityType
        )
    }

    /// Returns whether the type is a time with fraction digits of a second.
    pub(crate) fn has_seconds(self) -> bool {
        matches!(
            self,
            Self::DateTimeOffset | Self::Duration | Self::TimeOfDay
        )
    }
}
