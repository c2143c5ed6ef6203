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
                _odata::Property {
                    name: "id",
                    type_name: <i64 as _odata::ODataType>::NAME,
                    accepts: <i64 as _odata::ODataType>::accepts,
                    flags: 0 | _odata::flag::KEY,
                },
                _odata::Property {
                    name: "shippingNote",
                    type_name: <String as _odata::ODataType>::NAME,
                    accepts: <String as _odata::ODataType>::accepts,
                    flags: 0 | _odata::flag::NULLABLE,
                },
                _odata::Property {
                    name: "copies",
                    type_name: <i32 as _odata::ODataType>::NAME,
                    accepts: <i32 as _odata::ODataType>::accepts,
                    flags: 0 | _odata::flag::NULLABLE,
                },
            ],
        };
    }
    #[automatically_derived]
    impl<'__de> _odata::read::ReadResource<'__de> for Order {
        type Partial = Self;
        type Pick<__W, __P> = __W;
        const OFFSET: u16 = 0;
        const COUNT: u16 = Self::OFFSET + 3u16;
        const REQUIRED: _odata::read::Seen = _odata::read::Seen::with(
            _odata::read::Seen::NONE,
            Self::OFFSET,
            &[0u16],
        );
        #[inline]
        fn start() -> Self::Partial {
            Self::Partial {
                id: ::core::default::Default::default(),
                shipping_note: ::core::option::Option::None,
                copies: ::core::option::Option::None,
            }
        }
        #[inline]
        fn index(key: &str) -> u16 {
            Self::OFFSET
                + match key {
                    "id" => 0u16,
                    "shippingNote" => 1u16,
                    "copies" => 2u16,
                    _ => return _odata::read::UNKNOWN,
                }
        }
        #[allow(unused_variables)]
        fn visit<__A: _odata::serde::de::MapAccess<'__de>>(
            partial: &mut Self::Partial,
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
        fn sinks(partial: &mut Self::Partial) -> _odata::read::Sinks<'_> {
            _odata::read::Sinks::NONE
        }
        #[inline]
        fn finish(partial: Self) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(partial)
        }
        #[inline]
        fn rebuild<__W, __P>(
            pick: __W,
            _: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>,
        ) -> ::core::option::Option<__W> {
            ::core::option::Option::Some(pick)
        }
        #[inline]
        fn finish_boxed(
            partial: _odata::Box<Self>,
        ) -> ::core::option::Option<_odata::Box<Self>> {
            ::core::option::Option::Some(partial)
        }
        #[inline]
        fn rebuild_boxed<__W, __P>(
            pick: _odata::Box<__W>,
            _: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>,
        ) -> ::core::option::Option<_odata::Box<__W>> {
            ::core::option::Option::Some(pick)
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
            _odata::write::put::<_odata::read::Number, _, __M>(map, "id", &self.id)?;
            _odata::write::put::<
                _odata::read::Opt<_odata::read::Plain>,
                _,
                __M,
            >(map, "shippingNote", &self.shipping_note)?;
            _odata::write::put::<
                _odata::read::Opt<_odata::read::Number>,
                _,
                __M,
            >(map, "copies", &self.copies)?;
            ::core::result::Result::Ok(())
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
            if id == ::core::any::TypeId::of::<Self>() {
                return ::core::option::Option::Some(self);
            }
            ::core::option::Option::None
        }
        #[inline]
        fn part_mut(
            &mut self,
            id: ::core::any::TypeId,
        ) -> ::core::option::Option<&mut dyn ::core::any::Any> {
            if id == ::core::any::TypeId::of::<Self>() {
                return ::core::option::Option::Some(self);
            }
            ::core::option::Option::None
        }
    }
};
