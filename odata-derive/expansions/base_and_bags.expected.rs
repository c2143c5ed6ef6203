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
            own: &[
                _odata::Property {
                    name: "hours",
                    type_name: <i32 as _odata::ODataType>::NAME,
                    accepts: <i32 as _odata::ODataType>::accepts,
                    flags: 0 | _odata::flag::NULLABLE,
                },
            ],
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
        order: <Order as _odata::read::ReadResource<'__de>>::Partial,
        more: DynamicProperties,
        hours: Option<i32>,
    }
    #[automatically_derived]
    impl<'__de> _odata::read::ReadResource<'__de> for Rush {
        type Partial = <Order as _odata::read::ReadResource<
            '__de,
        >>::Pick<Self, __Parts<'__de>>;
        type Pick<__W, __P> = <Order as _odata::read::ReadResource<
            '__de,
        >>::Pick<__W, __P>;
        const OFFSET: u16 = <Order as _odata::read::ReadResource<'__de>>::COUNT;
        const COUNT: u16 = Self::OFFSET + 1u16;
        const REQUIRED: _odata::read::Seen = <Order as _odata::read::ReadResource<
            '__de,
        >>::REQUIRED;
        #[inline]
        fn start() -> Self::Partial {
            Self::Partial {
                order: <Order as _odata::read::ReadResource<'__de>>::start(),
                more: <DynamicProperties as ::core::default::Default>::default(),
                hours: ::core::option::Option::None,
            }
        }
        #[inline]
        fn index(key: &str) -> u16 {
            Self::OFFSET
                + match key {
                    "hours" => 0u16,
                    _ => return <Order as _odata::read::ReadResource<'__de>>::index(key),
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
        fn sinks(partial: &mut Self::Partial) -> _odata::read::Sinks<'_> {
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
        fn finish(partial: Self::Partial) -> ::core::option::Option<Self> {
            <Order as _odata::read::ReadResource<
                '__de,
            >>::rebuild::<
                Self,
                __Parts<'__de>,
            >(
                partial,
                |parts| ::core::option::Option::Some(Self {
                    order: <Order as _odata::read::ReadResource<
                        '__de,
                    >>::finish(parts.order)?,
                    more: parts.more,
                    hours: parts.hours,
                }),
            )
        }
        #[inline]
        fn rebuild<__W, __P>(
            pick: Self::Pick<__W, __P>,
            f: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>,
        ) -> ::core::option::Option<__W> {
            <Order as _odata::read::ReadResource<'__de>>::rebuild::<__W, __P>(pick, f)
        }
        #[inline]
        fn finish_boxed(
            partial: _odata::Box<Self::Partial>,
        ) -> ::core::option::Option<_odata::Box<Self>> {
            <Order as _odata::read::ReadResource<
                '__de,
            >>::rebuild_boxed::<
                Self,
                __Parts<'__de>,
            >(
                partial,
                |parts| ::core::option::Option::Some(Self {
                    order: <Order as _odata::read::ReadResource<
                        '__de,
                    >>::finish(parts.order)?,
                    more: parts.more,
                    hours: parts.hours,
                }),
            )
        }
        #[inline]
        fn rebuild_boxed<__W, __P>(
            pick: _odata::Box<Self::Pick<__W, __P>>,
            f: impl ::core::ops::FnOnce(__P) -> ::core::option::Option<__W>,
        ) -> ::core::option::Option<_odata::Box<__W>> {
            <Order as _odata::read::ReadResource<
                '__de,
            >>::rebuild_boxed::<__W, __P>(pick, f)
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
            _odata::write::WriteResource::fields::<__M>(&self.order, map)?;
            _odata::write::put::<
                _odata::read::Opt<_odata::read::Number>,
                _,
                __M,
            >(map, "hours", &self.hours)?;
            ::core::result::Result::Ok(())
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
            if id == ::core::any::TypeId::of::<Self>() {
                return ::core::option::Option::Some(self);
            }
            _odata::write::Parts::part(&self.order, id)
        }
        #[inline]
        fn part_mut(
            &mut self,
            id: ::core::any::TypeId,
        ) -> ::core::option::Option<&mut dyn ::core::any::Any> {
            if id == ::core::any::TypeId::of::<Self>() {
                return ::core::option::Option::Some(self);
            }
            _odata::write::Parts::part_mut(&mut self.order, id)
        }
    }
};
