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
    impl _odata::ODataType for Rush {
        const NAME: &'static str = "shop.rush";
    }
    #[automatically_derived]
    impl _odata::ODataResource for Rush {
        const TYPE: &'static _odata::StructuredType = &_odata::StructuredType::new(
            "\"#shop.rush\"",
            "",
            ::core::option::Option::Some(<Order as _odata::ODataResource>::TYPE),
            _odata::says::OPEN | _odata::says::TAGGED | _odata::says::DYNAMIC,
            &_odata::Property::called(
                "hours",
                [_odata::Property::of::<i32>(_odata::flag::NULLABLE)],
            ),
        );
    }
    #[allow(missing_docs, missing_debug_implementations, unreachable_pub)]
    pub struct __Parts<'__de> {
        order: _odata::read::Partial<'__de, Order>,
        more: DynamicProperties,
        hours: Option<i32>,
    }
    #[automatically_derived]
    impl<'__de> _odata::read::ReadResource<'__de> for Rush {
        type Filled = (_odata::read::WayOf<'__de, Order>, __Parts<'__de>);
        #[inline]
        fn start() -> _odata::read::Partial<'__de, Self> {
            _odata::read::Partial::<'__de, Self> {
                order: <Order as _odata::read::ReadResource<'__de>>::start(),
                more: <DynamicProperties as ::core::default::Default>::default(),
                hours: ::core::option::Option::None,
            }
        }
        #[allow(unused_variables)]
        fn visit<__A: _odata::serde::de::MapAccess<'__de>>(
            partial: &mut _odata::read::Partial<'__de, Self>,
            place: u16,
            map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error> {
            match place {
                0u16 => {
                    _odata::read::set::<
                        _odata::read::Opt<_odata::read::Number>,
                        _,
                        __A,
                    >(&mut partial.hours, map)
                }
                _ => {
                    <Order as _odata::read::ReadResource<
                        '__de,
                    >>::visit::<__A>(&mut partial.order, place.wrapping_sub(1u16), map)
                }
            }
        }
        fn sinks<'__s>(
            partial: &'__s mut _odata::read::Partial<'__de, Self>,
        ) -> _odata::read::Sinks<'__s> {
            let mut sinks = <Order as _odata::read::ReadResource<
                '__de,
            >>::sinks(&mut partial.order);
            sinks.dynamic = ::core::option::Option::Some(
                <DynamicProperties as _odata::Keeps<
                    _odata::DynamicProperties,
                >>::as_bag_mut(&mut partial.more),
            );
            sinks
        }
        #[inline]
        fn whole(parts: __Parts<'__de>) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(Self {
                order: _odata::read::whole::<Order>(parts.order)?,
                more: parts.more,
                hours: parts.hours,
            })
        }
    }
    #[automatically_derived]
    impl<'__de> _odata::serde::Deserialize<'__de> for Rush {
        #[inline]
        fn deserialize<__D: _odata::serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            _odata::read::resource::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl _odata::write::WriteResource for Rush {
        type Level = _odata::write::Below<Order>;
        #[allow(unused_variables)]
        fn fields<__M: _odata::serde::ser::SerializeMap>(
            &self,
            members: &mut _odata::write::Members<__M>,
        ) {
            _odata::write::WriteResource::fields::<__M>(&self.order, members);
            _odata::write::property::<
                _odata::read::Opt<_odata::read::Number>,
                _,
                __M,
            >(members, "hours", &self.hours);
        }
        #[inline]
        fn bags(&self) -> _odata::write::Bags<'_> {
            let mut bags = _odata::write::WriteResource::bags(&self.order);
            bags.dynamic = ::core::option::Option::Some(
                <DynamicProperties as _odata::Keeps<
                    _odata::DynamicProperties,
                >>::as_bag(&self.more),
            );
            bags
        }
    }
    #[automatically_derived]
    impl _odata::serde::Serialize for Rush {
        fn serialize<__S: _odata::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            _odata::write::resource::<Self, __S>(self, serializer)
        }
    }
    #[automatically_derived]
    impl _odata::Validate for Rush {
        #[inline]
        fn check(
            &self,
            at: &_odata::validate::Path<'_>,
            violations: &mut _odata::validate::Violations,
        ) {
            _odata::Validate::check(&self.order, at, violations);
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
        _odata::check::assert_width::<Rush>();
        match _odata::check::redeclared::<Rush>() {
            0usize => _odata::check::fail_redeclared::<Rush>(0usize),
            _ => {}
        }
        _odata::check::assert_open::<Rush>();
        _odata::check::assert_one_bag::<
            Rush,
        >(_odata::says::DYNAMIC, "dynamic_properties");
    }
};
