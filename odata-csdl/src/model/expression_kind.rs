//! The kinds of constants and operators in expressions.

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

macro_rules! operators {
    ($($name:ident)*) => {
        /// The operator of an [`Expression::Operation`](super::Expression::Operation) (CSDL 4.01 §14.4.2, §14.4.3, §14.4.7): logic, comparison, arithmetic, and `If`, whose
        /// operands are a condition and one or two values.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "the names are those of CSDL XML")]
        pub enum Operator { $($name,)* }

        impl Operator {
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)*];

            /// Returns the operator of an element of CSDL XML.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.as_str() == name)
            }

            /// Returns the name of the element in CSDL XML.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

operators! {
    And Or Not Eq Ne Gt Ge Lt Le Has In Neg Add Sub Mul Div DivBy Mod If
}

impl Operator {
    /// Returns whether the operator has one operand.
    pub(crate) fn is_unary(self) -> bool {
        matches!(self, Self::Not | Self::Neg)
    }
}
