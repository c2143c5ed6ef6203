#[doc(hidden)]
#[allow(
    clippy::all,
    clippy::pedantic,
    non_upper_case_globals,
    unused_qualifications,
    deprecated
)]
const _: () = {
    use ::odata_core::__private::scope::*;
    #[automatically_derived]
    impl _odata::ODataType for State {
        const NAME: &'static str = "shop.state";
        const KIND: _odata::TypeKind = _odata::TypeKind::Enumeration;
    }
    #[automatically_derived]
    impl _codec::PropertyType for State {
        type Codec = _codec::ValueOf<Self>;
    }
    #[automatically_derived]
    impl _odata::ODataEnum for State {
        const TYPE: &'static _odata::enumeration::EnumType = &_odata::enumeration::EnumType {
            name: "shop.state",
            alias: "",
            underlying: _odata::Primitive::Int32,
            is_flags: false,
            is_case_insensitive: true,
            has_other: true,
            members: &[
                _odata::enumeration::Member::new("\"draft\"", 1),
                _odata::enumeration::Member::new("\"sent\"", 2),
            ],
        };
        const ALL: &'static [Self] = &[Self::Draft, Self::Sent];
    }
    #[automatically_derived]
    impl _odata::enumeration::EnumMembers for State {
        const OTHER: _odata::Option<fn(_odata::String) -> Self> = _odata::Some(|text| Self::Other(
            <String as _odata::enumeration::UnknownText>::from_text(text),
        ));
        #[inline]
        fn find(name: &str) -> u16 {
            match name {
                "draft" => 0u16,
                "sent" => 1u16,
                _ => _odata::enumeration::UNKNOWN_MEMBER,
            }
        }
        #[inline]
        fn member(index: u16) -> _odata::Option<Self> {
            _odata::Some(
                match index {
                    0u16 => Self::Draft,
                    1u16 => Self::Sent,
                    _ => return _odata::None,
                },
            )
        }
        #[inline]
        fn index(&self) -> _odata::Result<u16, &str> {
            match self {
                Self::Draft => _odata::Ok(0u16),
                Self::Sent => _odata::Ok(1u16),
                Self::Other(text) => {
                    _odata::Err(
                        <String as _odata::enumeration::UnknownText>::as_text(text),
                    )
                }
            }
        }
    }
    #[allow(dead_code)]
    #[automatically_derived]
    impl State {
        /// Every member in source order, without the variant for unknown members.
        pub const ALL: &'static [Self] = <Self as _odata::ODataEnum>::ALL;
        /// Returns the member's OData name; for an unknown member, the text that was read.
        #[inline]
        pub fn as_str(&self) -> &str {
            _odata::ODataEnum::as_str(self)
        }
        /// Returns the member's value; for an unknown member, the number that was read, if it was one.
        pub fn value(&self) -> _odata::Option<i64> {
            _odata::ODataEnum::value(self)
        }
        /// Returns the member with this value.
        pub fn from_value(value: i64) -> _odata::Option<Self> {
            _odata::ODataEnum::from_value(value)
        }
        /// Returns the member's qualified name: `namespace.type.member`.
        pub fn qualified(&self) -> _odata::String {
            _odata::ODataEnum::qualified(self)
        }
        /// Returns the member with this qualified name.
        ///
        /// # Errors
        /// If the text does not start with the type's name, or if the member is unknown and there is no `other` variant.
        pub fn from_qualified(
            text: &str,
        ) -> _odata::Result<Self, _odata::enumeration::UnknownMember> {
            _odata::ODataEnum::from_qualified(text)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for State {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.pad(_odata::ODataEnum::as_str(self))
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for State {
        type Err = _odata::enumeration::UnknownMember;
        fn from_str(
            text: &str,
        ) -> _odata::Result<Self, _odata::enumeration::UnknownMember> {
            _odata::enumeration::parse(text)
        }
    }
    #[automatically_derived]
    impl _odata::Default for State {
        fn default() -> Self {
            Self::Sent
        }
    }
    #[automatically_derived]
    impl<'__de> _serde::Deserialize<'__de> for State {
        #[inline]
        fn deserialize<__D: _serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> _odata::Result<Self, __D::Error> {
            _odata::enumeration::read::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl _serde::Serialize for State {
        #[inline]
        fn serialize<__S: _serde::Serializer>(
            &self,
            serializer: __S,
        ) -> _odata::Result<__S::Ok, __S::Error> {
            _odata::enumeration::write(self, serializer)
        }
    }
    #[automatically_derived]
    impl _odata::Validate for State {}
};
