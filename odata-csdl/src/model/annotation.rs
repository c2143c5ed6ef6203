//! Annotations and their values.

/// An annotation: a term applied to a model element (CSDL 4.01 §14.2).
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation {
    /// The qualified name of the term.
    pub term: String,
    /// Distinguishes several annotations of one term.
    pub qualifier: Option<String>,
    /// The value.
    pub value: Expression,
}

/// Annotations of one target that are written apart from it (CSDL 4.01 §14.2.1).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AnnotationGroup {
    /// The path of the annotated element, such as `com.example.Product/name`.
    pub target: String,
    /// The annotations.
    pub annotations: Vec<Annotation>,
}

/// The value of an annotation (CSDL 4.01 §14.3, §14.4).
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub enum Expression {
    /// No expression: the default of the term, which is `true` for a tagging term.
    #[default]
    Default,
    /// The null value.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any other constant, as text.
    Constant(ConstantKind, String),
    /// The value of a property, by its path.
    Path(String),
    /// A collection.
    Collection(Vec<Expression>),
    /// A record.
    Record(Record),
    /// Any other dynamic expression. Its content is not kept, and an annotation with it is not written.
    Dynamic,
}

/// A record: the value of a structured term (CSDL 4.01 §14.4.12).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// The type, where it is stated.
    pub type_name: Option<String>,
    /// Names and values of the properties.
    pub properties: Vec<(String, Expression)>,
}

impl Expression {
    /// Returns the text of a constant.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Constant(_, text) => Some(text),
            _ => None,
        }
    }

    /// Returns the value of a property of a record.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Record(record) => record
                .properties
                .iter()
                .find_map(|(key, value)| (key == name).then_some(value)),
            _ => None,
        }
    }
}

macro_rules! constant_kinds {
    ($($name:ident)*) => {
        /// The type of a constant. CSDL JSON tells only numbers and strings apart: a date read from JSON is a [`String`](Self::String).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "the names are those of CSDL XML")]
        pub enum ConstantKind { $($name,)* }

        impl ConstantKind {
            /// Returns the kind of an element or attribute of CSDL XML.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                $(if name == stringify!($name) {
                    return Some(Self::$name);
                })*
                None
            }

            /// Returns the name of the element or attribute in CSDL XML.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

constant_kinds! {
    AnnotationPath Binary Date DateTimeOffset Decimal Duration EnumMember Float Guid Int ModelElementPath NavigationPropertyPath
    PropertyPath String TimeOfDay
}

impl ConstantKind {
    /// Returns whether the text names model elements, so that it may use aliases.
    pub(crate) fn is_path(self) -> bool {
        matches!(
            self,
            Self::AnnotationPath
                | Self::EnumMember
                | Self::ModelElementPath
                | Self::NavigationPropertyPath
                | Self::PropertyPath
        )
    }

    pub(crate) fn is_number(self) -> bool {
        matches!(self, Self::Decimal | Self::Float | Self::Int)
    }
}
