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
    impl _odata::ODataType for Order {
        const NAME: &'static str = "shop.order";
        const KIND: _odata::TypeKind = _odata::KindOf::<Self>::ENTITY;
    }
    #[automatically_derived]
    impl _codec::PropertyType for Order {
        type Codec = _codec::ValueOf<Self>;
    }
    #[automatically_derived]
    impl _odata::ODataResource for Order {
        const TYPE: &'static _odata::StructuredType = &_odata::StructuredType::new(
            "\"#shop.order\"",
            "s.order",
            _odata::None,
            _odata::type_flag::ENTITY,
            &_odata::OwnProperties::repeated(
                "id\nshippingNote\nbillingNote\ncopies",
                b"\0\x01\x01\x02",
                [
                    _odata::Property::of::<
                        i64,
                    >(_odata::property_flag::KEY | _odata::property_flag::REQUIRED),
                    _odata::PropertyOf::<String>::NULLABLE,
                    _odata::PropertyOf::<i32>::NULLABLE,
                ],
            ),
        );
    }
    #[automatically_derived]
    impl<'__de> _de::ReadResource<'__de> for Order {
        type Plan = (_de::InPlace, ());
        #[inline]
        fn new_builder() -> _de::Builder<'__de, Self> {
            _de::Builder::<'__de, Self> {
                id: _odata::Default::default(),
                shipping_note: _odata::None,
                billing_note: _odata::None,
                copies: _odata::None,
            }
        }
        #[inline]
        #[allow(unused_variables)]
        fn read_property<'__a, __A: _serde::de::MapAccess<'__de>>(
            builder: &'__a mut _de::Builder<'__de, Self>,
            slot: _de::Slot,
            map: &'__a mut __A,
        ) -> _odata::Result<(), __A::Error> {
            match slot.number() {
                3u16 => _de::read_field::<_codec::Number, _, __A>(&mut builder.id, map),
                2u16 | 1u16 => {
                    _de::read_field::<
                        _codec::Nullable<_codec::Text>,
                        _,
                        __A,
                    >(
                        match slot.number() {
                            1u16 => &mut builder.billing_note,
                            _ => &mut builder.shipping_note,
                        },
                        map,
                    )
                }
                0u16 => {
                    _de::read_field::<
                        _codec::Nullable<_codec::Number>,
                        _,
                        __A,
                    >(&mut builder.copies, map)
                }
                _ => _de::skip_value(map),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> _serde::Deserialize<'__de> for Order {
        #[inline]
        fn deserialize<__D: _serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> _odata::Result<Self, __D::Error> {
            _de::read_resource::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl _ser::WriteResource for Order {
        type Level = _ser::Root;
        #[allow(unused_variables)]
        fn fields<'__a, __W: _ser::WriteMembers>(&'__a self, members: &'__a mut __W) {
            let declared = <Self as _odata::ODataResource>::TYPE;
            members.property::<_codec::Number, _>(declared, 0u16, &self.id);
            members
                .property::<
                    _codec::Nullable<_codec::Text>,
                    _,
                >(declared, 1u16, &self.shipping_note);
            members
                .property::<
                    _codec::Nullable<_codec::Text>,
                    _,
                >(declared, 2u16, &self.billing_note);
            members
                .property::<
                    _codec::Nullable<_codec::Number>,
                    _,
                >(declared, 3u16, &self.copies);
        }
    }
    #[automatically_derived]
    impl _serde::Serialize for Order {
        fn serialize<__S: _serde::Serializer>(
            &self,
            serializer: __S,
        ) -> _odata::Result<__S::Ok, __S::Error> {
            _ser::write_resource::<Self, __S>(self, serializer)
        }
    }
    #[automatically_derived]
    impl _odata::Validate for Order {
        #[inline]
        fn check<'__a>(
            &'__a self,
            at: &'__a _validate::Path<'__a>,
            violations: &'__a mut _validate::Violations,
        ) {
            {
                let at = &at.property("copies");
                if let _odata::Some(value) = &self.copies {
                    _validate::rule::range(value, 1.., at, violations);
                }
            }
        }
    }
};
