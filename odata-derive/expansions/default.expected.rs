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
    type __Base = _base::BaseOf<Item, { _base::IsResource::<Item>::FORM }>;
    #[automatically_derived]
    impl _odata::ODataType for Shelf {
        const NAME: &'static str = "s.shelf";
        const KIND: _odata::TypeKind = _odata::KindOf::<
            Self,
        >::derived(_base::IsResource::<Item>::KIND, false);
    }
    #[automatically_derived]
    impl _codec::PropertyType for Shelf {
        type Codec = _codec::ValueOf<Self>;
    }
    #[automatically_derived]
    impl _odata::ODataResource for Shelf {
        const TYPE: &'static _odata::StructuredType = &_odata::StructuredType::new(
            "\"#s.shelf\"",
            "",
            _odata::Some(<_base::Resolved<__Base> as _odata::ODataResource>::TYPE),
            _odata::type_flag::TAGGED,
            &_odata::OwnProperties::repeated(
                "left\nfirst\nright\nsecond\nmiddle\nthird\nfourth\nabove\nheight\nbelow",
                b"\0\x01\0\x01\x01\x01\x01\0\x02\0",
                [
                    <<Shelf as _codec::PropertyType>::Codec as _codec::Described>::NULLABLE,
                    _odata::PropertyOf::<String>::NULLABLE,
                    _odata::Property::of::<i32>(_odata::property_flag::NOTHING),
                ],
            ),
        );
    }
    #[automatically_derived]
    impl<'__de> _de::ReadResource<'__de> for Shelf {
        type Plan = (_de::InPlace, ());
        #[inline]
        fn new_builder() -> _de::Builder<'__de, Self> {
            Self {
                height: _de::default_from::<i32, _>(half),
                ..<Self as _odata::Default>::default()
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
                9u16 | 7u16 | 2u16 | 0u16 => {
                    _de::read_field::<
                        _codec::Nullable<
                            _codec::Boxed<<Shelf as _codec::PropertyType>::Codec>,
                        >,
                        _,
                        __A,
                    >(
                        match slot.number() {
                            7u16 => &mut builder.right,
                            2u16 => &mut builder.above,
                            0u16 => &mut builder.below,
                            _ => &mut builder.left,
                        },
                        map,
                    )
                }
                8u16 | 6u16 | 5u16 | 4u16 | 3u16 => {
                    _de::read_field::<
                        _codec::Nullable<_codec::Text>,
                        _,
                        __A,
                    >(
                        match slot.number() {
                            6u16 => &mut builder.second,
                            5u16 => &mut builder.middle,
                            4u16 => &mut builder.third,
                            3u16 => &mut builder.fourth,
                            _ => &mut builder.first,
                        },
                        map,
                    )
                }
                1u16 => {
                    _de::read_field::<_codec::Number, _, __A>(&mut builder.height, map)
                }
                _ => {
                    <__Base as _de::BaseInPlace<
                        '__de,
                    >>::read_property::<__A>(&mut builder.item, slot.in_base(10u16), map)
                }
            }
        }
        fn bags_mut<'__s>(
            builder: &'__s mut _de::Builder<'__de, Self>,
        ) -> _de::BagsMut<'__s> {
            <__Base as _de::BaseInPlace<'__de>>::bags_mut(&mut builder.item)
        }
    }
    #[automatically_derived]
    impl<'__de> _serde::Deserialize<'__de> for Shelf {
        #[inline]
        fn deserialize<__D: _serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> _odata::Result<Self, __D::Error> {
            _de::read_resource::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl _ser::WriteResource for Shelf {
        type Level = _ser::DerivedFrom<__Base>;
        #[allow(unused_variables)]
        fn fields<'__a, __W: _ser::WriteMembers>(&'__a self, members: &'__a mut __W) {
            fn write0<__W: _ser::WriteMembers>(
                members: &mut __W,
                declared: &'static _odata::StructuredType,
                position: u16,
                value: &Option<Box<Shelf>>,
            ) {
                members
                    .property::<
                        _codec::Nullable<
                            _codec::Boxed<<Shelf as _codec::PropertyType>::Codec>,
                        >,
                        _,
                    >(declared, position, value);
            }
            let declared = <Self as _odata::ODataResource>::TYPE;
            members.base::<__Base>(&self.item);
            write0(members, declared, 0u16, &self.left);
            members
                .property::<
                    _codec::Nullable<_codec::Text>,
                    _,
                >(declared, 1u16, &self.first);
            write0(members, declared, 2u16, &self.right);
            members
                .properties::<
                    _codec::Nullable<_codec::Text>,
                    _,
                >(
                    &["second", "middle", "third", "fourth"],
                    &[&self.second, &self.middle, &self.third, &self.fourth],
                );
            write0(members, declared, 7u16, &self.above);
            members.property::<_codec::Number, _>(declared, 8u16, &self.height);
            write0(members, declared, 9u16, &self.below);
        }
    }
    #[automatically_derived]
    impl _serde::Serialize for Shelf {
        fn serialize<__S: _serde::Serializer>(
            &self,
            serializer: __S,
        ) -> _odata::Result<__S::Ok, __S::Error> {
            _ser::write_resource::<Self, __S>(self, serializer)
        }
    }
    #[automatically_derived]
    impl _odata::Validate for Shelf {
        #[inline]
        fn check<'__a>(
            &'__a self,
            at: &'__a _validate::Path<'__a>,
            violations: &'__a mut _validate::Violations,
        ) {
            fn check0(
                value: &Option<Box<Shelf>>,
                at: &_validate::Path<'_>,
                name: &'static str,
                violations: &mut _validate::Violations,
            ) {
                _validate::nested::Nested(value).check_property(at, name, violations);
            }
            _base::check::<__Base>(&self.item, at, violations);
            check0(&self.left, at, "left", violations);
            check0(&self.right, at, "right", violations);
            check0(&self.above, at, "above", violations);
            check0(&self.below, at, "below", violations);
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<Item> for Shelf {
        #[inline]
        fn as_ref(&self) -> &Item {
            &self.item
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsMut<Item> for Shelf {
        #[inline]
        fn as_mut(&mut self) -> &mut Item {
            &mut self.item
        }
    }
    {
        let _ = <Item as _base::BaseResource>::TYPE;
        _assert::assert_base(_base::IsResource::<Item>::KIND, "Item");
        _assert::assert_type_of_property::<Shelf>(0usize);
        match _assert::redeclared::<Shelf>() {
            0usize => _assert::fail_redeclared::<Shelf>(),
            1usize => _assert::fail_redeclared::<Shelf>(),
            2usize => _assert::fail_redeclared::<Shelf>(),
            3usize => _assert::fail_redeclared::<Shelf>(),
            4usize => _assert::fail_redeclared::<Shelf>(),
            5usize => _assert::fail_redeclared::<Shelf>(),
            6usize => _assert::fail_redeclared::<Shelf>(),
            7usize => _assert::fail_redeclared::<Shelf>(),
            8usize => _assert::fail_redeclared::<Shelf>(),
            9usize => _assert::fail_redeclared::<Shelf>(),
            _ => {}
        }
        _assert::assert_base_in_place::<Shelf>();
    }
};
