#[doc(hidden)]
#[allow(
    clippy::all,
    clippy::pedantic,
    non_upper_case_globals,
    unused_qualifications,
    deprecated
)]
const _: () = {
    use ::odata_core::__private as _odata;
    #[automatically_derived]
    impl _odata::ODataType for Order {
        const NAME: &'static str = "shop.order";
    }
    #[automatically_derived]
    impl _odata::ODataResource for Order {
        const TYPE: &'static _odata::StructuredType = &_odata::StructuredType {
            name: "shop.order",
            alias: "s.order",
            kind: _odata::Kind::Entity,
            is_abstract: false,
            is_open: false,
            denies_undeclared: false,
            bags: 0,
            base: ::core::option::Option::None,
            own: &[
                _odata::Property::of::<
                    i64,
                >("id", 0 | _odata::flag::KEY | _odata::flag::REQUIRED),
                _odata::Property::of::<
                    String,
                >("shippingNote", 0 | _odata::flag::NULLABLE),
                _odata::Property::of::<i32>("copies", 0 | _odata::flag::NULLABLE),
            ],
        };
    }
    #[automatically_derived]
    impl<'__de> _odata::read::ReadResource<'__de> for Order {
        type Way = _odata::read::InPlace;
        type Parts = ();
        #[inline]
        fn start() -> _odata::read::Partial<'__de, Self> {
            _odata::read::Partial::<'__de, Self> {
                id: ::core::default::Default::default(),
                shipping_note: ::core::option::Option::None,
                copies: ::core::option::Option::None,
            }
        }
        #[inline]
        fn index(key: &str) -> u16 {
            match _odata::read::place(
                key,
                2usize,
                &[
                    0u16, 1u16, 1u16, 1u16, 1u16, 2u16, 2u16, 2u16, 2u16, 2u16, 2u16,
                    3u16,
                ],
                &[("id", 0u16), ("copies", 2u16), ("shippingNote", 1u16)],
            ) {
                _odata::read::UNKNOWN => _odata::read::UNKNOWN,
                place => Self::OFFSET + place,
            }
        }
        #[allow(unused_variables)]
        fn visit<__A: _odata::serde::de::MapAccess<'__de>>(
            partial: &mut _odata::read::Partial<'__de, Self>,
            index: u16,
            map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error> {
            match index.wrapping_sub(Self::OFFSET) {
                0u16 => {
                    _odata::read::set::<
                        _odata::read::Number,
                        _,
                        __A,
                    >(&mut partial.id, map)
                }
                1u16 => {
                    _odata::read::set::<
                        _odata::read::Opt<_odata::read::Plain>,
                        _,
                        __A,
                    >(&mut partial.shipping_note, map)
                }
                2u16 => {
                    _odata::read::set::<
                        _odata::read::Opt<_odata::read::Number>,
                        _,
                        __A,
                    >(&mut partial.copies, map)
                }
                _ => _odata::read::pass_over(map),
            }
        }
        #[allow(unused_variables)]
        #[inline]
        fn sinks<'__s>(
            partial: &'__s mut _odata::read::Partial<'__de, Self>,
        ) -> _odata::read::Sinks<'__s> {
            _odata::read::Sinks::NONE
        }
    }
    #[automatically_derived]
    impl<'__de> _odata::serde::Deserialize<'__de> for Order {
        fn deserialize<__D: _odata::serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            _odata::read::resource::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl _odata::write::WriteResource for Order {
        const TAG: &'static str = "#shop.order";
        const TAGGED: bool = false;
        #[allow(unused_variables)]
        fn fields<__M: _odata::serde::ser::SerializeMap>(
            &self,
            map: &mut __M,
        ) -> ::core::result::Result<(), __M::Error> {
            let mut failure = ::core::option::Option::None;
            let _ = _odata::write::property::<
                _odata::read::Number,
                _,
                __M,
            >(map, "id", &self.id, &mut failure)
                && _odata::write::property::<
                    _odata::read::Opt<_odata::read::Plain>,
                    _,
                    __M,
                >(map, "shippingNote", &self.shipping_note, &mut failure)
                && _odata::write::property::<
                    _odata::read::Opt<_odata::read::Number>,
                    _,
                    __M,
                >(map, "copies", &self.copies, &mut failure);
            _odata::write::ended(failure)
        }
        #[inline]
        fn bags(&self) -> _odata::write::Bags<'_> {
            _odata::write::Bags::NONE
        }
    }
    #[automatically_derived]
    impl _odata::serde::Serialize for Order {
        fn serialize<__S: _odata::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            _odata::write::resource::<Self, __S>(self, serializer)
        }
    }
    #[automatically_derived]
    impl _odata::Validate for Order {
        #[inline]
        fn check(
            &self,
            at: &_odata::validate::Path<'_>,
            violations: &mut _odata::validate::Violations,
        ) {
            {
                let at = &at.property("copies");
                if let ::core::option::Option::Some(value) = &self.copies {
                    _odata::validate::rule::range(value, 1.., at, violations);
                }
            }
        }
    }
    #[automatically_derived]
    impl _odata::write::Parts for Order {
        #[inline]
        fn part(
            &self,
            id: ::core::any::TypeId,
        ) -> ::core::option::Option<&dyn ::core::any::Any> {
            if _odata::write::is::<Self>(id) {
                return ::core::option::Option::Some(self);
            }
            ::core::option::Option::None
        }
        #[inline]
        fn part_mut(
            &mut self,
            id: ::core::any::TypeId,
        ) -> ::core::option::Option<&mut dyn ::core::any::Any> {
            if _odata::write::is::<Self>(id) {
                return ::core::option::Option::Some(self);
            }
            ::core::option::Option::None
        }
    }
};
