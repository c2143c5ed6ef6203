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
        const TYPE: &'static _odata::StructuredType = &_odata::StructuredType {
            name: "shop.rush",
            alias: "",
            kind: <Order as _odata::ODataResource>::TYPE.kind,
            is_abstract: false,
            is_open: true,
            denies_undeclared: <Order as _odata::ODataResource>::TYPE.denies_undeclared,
            bags: 0 | <Order as _odata::ODataResource>::TYPE.bags | _odata::bag::DYNAMIC,
            base: ::core::option::Option::Some(<Order as _odata::ODataResource>::TYPE),
            own: &[_odata::Property::of::<i32>("hours", 0 | _odata::flag::NULLABLE)],
        };
    }
    const _: () = {
        const __DECLARED: &_odata::StructuredType = <Rush as _odata::ODataResource>::TYPE;
        _odata::check::assert_width(__DECLARED);
        match _odata::check::redeclared(__DECLARED) {
            0usize => _odata::check::fail_redeclared(__DECLARED, 0usize),
            _ => {}
        }
        _odata::check::assert_open(__DECLARED);
        _odata::check::assert_one_bag(
            __DECLARED,
            _odata::bag::DYNAMIC,
            "dynamic_properties",
        );
    };
    #[allow(missing_docs, missing_debug_implementations, unreachable_pub)]
    pub struct __Parts<'__de> {
        order: _odata::read::Partial<'__de, Order>,
        more: DynamicProperties,
        hours: Option<i32>,
    }
    #[automatically_derived]
    impl<'__de> _odata::read::ReadResource<'__de> for Rush {
        type Way = <Order as _odata::read::ReadResource<'__de>>::Way;
        type Parts = __Parts<'__de>;
        #[inline]
        fn start() -> _odata::read::Partial<'__de, Self> {
            _odata::read::Partial::<'__de, Self> {
                order: <Order as _odata::read::ReadResource<'__de>>::start(),
                more: <DynamicProperties as ::core::default::Default>::default(),
                hours: ::core::option::Option::None,
            }
        }
        #[inline]
        fn index(key: &str) -> u16 {
            match _odata::read::place(key, 5usize, &[0u16, 1u16], &[("hours", 0u16)]) {
                _odata::read::UNKNOWN => {
                    <Order as _odata::read::ReadResource<'__de>>::index(key)
                }
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
                        _odata::read::Opt<_odata::read::Number>,
                        _,
                        __A,
                    >(&mut partial.hours, map)
                }
                _ => {
                    <Order as _odata::read::ReadResource<
                        '__de,
                    >>::visit::<__A>(&mut partial.order, index, map)
                }
            }
        }
        #[allow(unused_variables)]
        #[inline]
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
        fn whole(parts: Self::Parts) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(Self {
                order: _odata::read::finish::<Order>(parts.order)?,
                more: parts.more,
                hours: parts.hours,
            })
        }
    }
    #[automatically_derived]
    impl<'__de> _odata::serde::Deserialize<'__de> for Rush {
        fn deserialize<__D: _odata::serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            _odata::read::resource::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl _odata::write::WriteResource for Rush {
        const TAG: &'static str = "#shop.rush";
        const TAGGED: bool = true;
        #[allow(unused_variables)]
        fn fields<__M: _odata::serde::ser::SerializeMap>(
            &self,
            map: &mut __M,
        ) -> ::core::result::Result<(), __M::Error> {
            if let ::core::result::Result::Err(error) = _odata::write::WriteResource::fields::<
                __M,
            >(&self.order, map) {
                return ::core::result::Result::Err(error);
            }
            let mut failure = ::core::option::Option::None;
            let _ = _odata::write::property::<
                _odata::read::Opt<_odata::read::Number>,
                _,
                __M,
            >(map, "hours", &self.hours, &mut failure);
            _odata::write::ended(failure)
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
    #[automatically_derived]
    impl _odata::write::Parts for Rush {
        #[inline]
        fn part(
            &self,
            id: ::core::any::TypeId,
        ) -> ::core::option::Option<&dyn ::core::any::Any> {
            if _odata::write::is::<Self>(id) {
                return ::core::option::Option::Some(self);
            }
            _odata::write::Parts::part(&self.order, id)
        }
        #[inline]
        fn part_mut(
            &mut self,
            id: ::core::any::TypeId,
        ) -> ::core::option::Option<&mut dyn ::core::any::Any> {
            if _odata::write::is::<Self>(id) {
                return ::core::option::Option::Some(self);
            }
            _odata::write::Parts::part_mut(&mut self.order, id)
        }
    }
};
