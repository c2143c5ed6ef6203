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
        const TYPE: &'static _odata::StructuredType = &_odata::StructuredType::new(
            "\"#shop.order\"",
            "s.order",
            ::core::option::Option::None,
            _odata::says::ENTITY,
            &_odata::Property::called(
                "id shippingNote copies",
                [
                    _odata::Property::of::<
                        i64,
                    >(_odata::flag::KEY | _odata::flag::REQUIRED),
                    _odata::Property::of::<String>(_odata::flag::NULLABLE),
                    _odata::Property::of::<i32>(_odata::flag::NULLABLE),
                ],
            ),
        );
    }
    #[automatically_derived]
    impl<'__de> _odata::read::ReadResource<'__de> for Order {
        type Filled = (_odata::read::InPlace, ());
        #[inline]
        fn start() -> _odata::read::Partial<'__de, Self> {
            _odata::read::Partial::<'__de, Self> {
                id: ::core::default::Default::default(),
                shipping_note: ::core::option::Option::None,
                copies: ::core::option::Option::None,
            }
        }
        #[allow(unused_variables)]
        fn visit<__A: _odata::serde::de::MapAccess<'__de>>(
            partial: &mut _odata::read::Partial<'__de, Self>,
            place: u16,
            map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error> {
            match place {
                2u16 => {
                    _odata::read::set::<
                        _odata::read::Number,
                        _,
                        __A,
                    >(&mut partial.id, map)
                }
                1u16 => {
                    _odata::read::set::<
                        _odata::read::Opt<_odata::read::Text>,
                        _,
                        __A,
                    >(&mut partial.shipping_note, map)
                }
                0u16 => {
                    _odata::read::set::<
                        _odata::read::Opt<_odata::read::Number>,
                        _,
                        __A,
                    >(&mut partial.copies, map)
                }
                _ => _odata::read::pass_over(map),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> _odata::serde::Deserialize<'__de> for Order {
        #[inline]
        fn deserialize<__D: _odata::serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            _odata::read::resource::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl _odata::write::WriteResource for Order {
        type Level = _odata::write::Root;
        #[allow(unused_variables)]
        fn fields<__M: _odata::serde::ser::SerializeMap>(
            &self,
            members: &mut _odata::write::Members<__M>,
        ) {
            _odata::write::property::<
                _odata::read::Number,
                _,
                __M,
            >(members, "id", &self.id);
            _odata::write::property::<
                _odata::read::Opt<_odata::read::Text>,
                _,
                __M,
            >(members, "shippingNote", &self.shipping_note);
            _odata::write::property::<
                _odata::read::Opt<_odata::read::Number>,
                _,
                __M,
            >(members, "copies", &self.copies);
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
};
