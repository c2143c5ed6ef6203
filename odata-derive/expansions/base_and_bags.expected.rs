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
    type __Base = _base::BaseOf<Order, { _base::IsResource::<Order>::FORM }>;
    #[automatically_derived]
    impl _odata::ODataType for Rush {
        const NAME: &'static str = "shop.rush";
        const KIND: _odata::TypeKind = _odata::KindOf::<
            Self,
        >::derived(_base::IsResource::<Order>::KIND, false);
    }
    #[automatically_derived]
    impl _codec::PropertyType for Rush {
        type Codec = _codec::ValueOf<Self>;
    }
    #[automatically_derived]
    impl _odata::ODataResource for Rush {
        const TYPE: &'static _odata::StructuredType = &_odata::StructuredType::new(
            "\"#shop.rush\"",
            "",
            _odata::Some(<_base::Resolved<__Base> as _odata::ODataResource>::TYPE),
            _odata::type_flag::OPEN | _odata::type_flag::TAGGED
                | _odata::type_flag::DYNAMIC,
            &_odata::OwnProperties::new("hours", [_odata::PropertyOf::<i32>::NULLABLE]),
        );
    }
    #[allow(missing_docs, missing_debug_implementations, unreachable_pub)]
    pub struct __Parts<'__de> {
        order: _de::Builder<'__de, _base::Resolved<__Base>>,
        more: DynamicProperties,
        hours: Option<i32>,
    }
    #[automatically_derived]
    impl<'__de> _de::ReadResource<'__de> for Rush {
        type Plan = (<__Base as _de::BaseStrategy>::Strategy, __Parts<'__de>);
        #[inline]
        fn new_builder() -> _de::Builder<'__de, Self> {
            _de::Builder::<'__de, Self> {
                order: <_base::Resolved<
                    __Base,
                > as _de::ReadResource<'__de>>::new_builder(),
                more: <DynamicProperties as _odata::Default>::default(),
                hours: _odata::None,
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
                0u16 => {
                    _de::read_field::<
                        _codec::Nullable<_codec::Number>,
                        _,
                        __A,
                    >(&mut builder.hours, map)
                }
                _ => {
                    <_base::Resolved<
                        __Base,
                    > as _de::ReadResource<
                        '__de,
                    >>::read_property::<__A>(&mut builder.order, slot.in_base(1u16), map)
                }
            }
        }
        fn bags_mut<'__s>(
            builder: &'__s mut _de::Builder<'__de, Self>,
        ) -> _de::BagsMut<'__s> {
            let mut bags = <_base::Resolved<
                __Base,
            > as _de::ReadResource<'__de>>::bags_mut(&mut builder.order);
            bags.dynamic = _odata::Some(
                <DynamicProperties as _odata::BagField<
                    _odata::DynamicProperties,
                >>::as_bag_mut(&mut builder.more),
            );
            bags
        }
        #[inline]
        fn build(mut parts: __Parts<'__de>) -> _odata::Option<Self> {
            let _odata::Some(base) = _de::take_base::<__Base>(&mut parts.order) else {
                return _odata::None;
            };
            _odata::Some(Self {
                order: base,
                more: parts.more,
                hours: parts.hours,
            })
        }
    }
    #[automatically_derived]
    impl<'__de> _serde::Deserialize<'__de> for Rush {
        #[inline]
        fn deserialize<__D: _serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> _odata::Result<Self, __D::Error> {
            _de::read_resource::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl _ser::WriteResource for Rush {
        type Level = _ser::DerivedFrom<__Base>;
        #[allow(unused_variables)]
        fn fields<'__a, __W: _ser::WriteMembers>(&'__a self, members: &'__a mut __W) {
            let declared = <Self as _odata::ODataResource>::TYPE;
            members.base::<__Base>(&self.order);
            members
                .property::<
                    _codec::Nullable<_codec::Number>,
                    _,
                >(declared, 0u16, &self.hours);
        }
        #[inline]
        fn bags(&self) -> _ser::Bags<'_> {
            let mut bags = _ser::Bags::of_base(self);
            bags.dynamic = _odata::Some(
                <DynamicProperties as _odata::BagField<
                    _odata::DynamicProperties,
                >>::as_bag(&self.more),
            );
            bags
        }
    }
    #[automatically_derived]
    impl _serde::Serialize for Rush {
        fn serialize<__S: _serde::Serializer>(
            &self,
            serializer: __S,
        ) -> _odata::Result<__S::Ok, __S::Error> {
            _ser::write_resource::<Self, __S>(self, serializer)
        }
    }
    #[automatically_derived]
    impl _odata::Validate for Rush {
        #[inline]
        fn check<'__a>(
            &'__a self,
            at: &'__a _validate::Path<'__a>,
            violations: &'__a mut _validate::Violations,
        ) {
            _base::check::<__Base>(&self.order, at, violations);
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<Order> for Rush {
        #[inline]
        fn as_ref(&self) -> &Order {
            &self.order
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsMut<Order> for Rush {
        #[inline]
        fn as_mut(&mut self) -> &mut Order {
            &mut self.order
        }
    }
    #[automatically_derived]
    impl ::core::ops::Deref for Rush {
        type Target = Order;
        #[inline]
        fn deref(&self) -> &Order {
            &self.order
        }
    }
    #[automatically_derived]
    impl ::core::ops::DerefMut for Rush {
        #[inline]
        fn deref_mut(&mut self) -> &mut Order {
            &mut self.order
        }
    }
    {
        let _ = <Order as _base::BaseResource>::TYPE;
        _assert::assert_base(_base::IsResource::<Order>::KIND, "Order");
        match _assert::redeclared::<Rush>() {
            0usize => _assert::fail_redeclared::<Rush>(),
            _ => {}
        }
        _assert::assert_open::<Rush>();
        _assert::assert_one_bag::<
            Rush,
        >(_odata::type_flag::DYNAMIC, "dynamic_properties");
    }
};
