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
    impl _odata::ODataType for AnyOrder {
        const NAME: &'static str = _base::IsResource::<Order>::NAME;
        const KIND: _odata::TypeKind = _odata::TypeKind::hierarchy(
            _base::IsResource::<Order>::DESCRIBE,
            _base::IsResource::<Order>::KIND,
        );
        #[inline]
        fn accepts(name: &str) -> bool {
            _de::accepts(
                _base::IsResource::<Order>::TYPE,
                <Self as _de::Variant>::TYPES,
                true,
                &[],
                name,
            )
        }
    }
    #[automatically_derived]
    impl _codec::PropertyType for AnyOrder {
        type Codec = _codec::ValueOf<Self>;
    }
    #[automatically_derived]
    impl _de::Variant for AnyOrder {
        const TYPES: _de::VariantTypes = _de::VariantTypes::Many(
            &[<Order as _de::Variant>::TYPES, <Rush as _de::Variant>::TYPES],
        );
        const HAS_OTHER: bool = true;
    }
    #[automatically_derived]
    impl<'__de> _de::ReadHierarchy<'__de> for AnyOrder {
        const BASE: &'static _odata::StructuredType = _base::IsResource::<Order>::TYPE;
        const DEFAULT: _odata::Option<(u16, &'static str)> = _odata::Some((
            0u16,
            <Order as _de::Variant>::TYPE_NAME,
        ));
        fn known() -> &'static [&'static str] {
            &[]
        }
        #[inline]
        fn find(name: &str) -> _odata::Option<(u16, &'static str)> {
            static NAMES: _de::VariantIndex = _de::VariantIndex::new(
                <AnyOrder as _de::Variant>::TYPES,
            );
            NAMES.find(name)
        }
        fn read<__A: _serde::de::MapAccess<'__de>>(
            variant: u16,
            input: _de::TaggedInput<'_, '__de, __A>,
        ) -> _odata::Result<Self, __A::Error> {
            match variant {
                0u16 => {
                    match _de::VariantReader::<'__de, Order>::read::<__A>(input) {
                        _odata::Ok(value) => _odata::Ok(Self::Order(value)),
                        _odata::Err(error) => _odata::Err(error),
                    }
                }
                1u16 => {
                    match _de::VariantReader::<'__de, Rush>::read_boxed::<__A>(input) {
                        _odata::Ok(value) => _odata::Ok(Self::Rush(value)),
                        _odata::Err(error) => _odata::Err(error),
                    }
                }
                _ => _de::no_variant(),
            }
        }
        #[allow(unused_variables)]
        fn other(resource: _odata::DynamicResource) -> _odata::Option<Self> {
            _odata::Some(
                Self::Other(
                    <DynamicResource as _odata::BagField<
                        _odata::DynamicResource,
                    >>::from_bag(resource),
                ),
            )
        }
    }
    #[automatically_derived]
    impl<'__de> _de::ReadVariant<'__de> for AnyOrder {
        fn read<__A: _serde::de::MapAccess<'__de>>(
            input: _de::TaggedInput<'_, '__de, __A>,
        ) -> _odata::Result<Self, __A::Error> {
            _de::read_nested::<Self, __A>(input)
        }
        fn read_boxed<__A: _serde::de::MapAccess<'__de>>(
            input: _de::TaggedInput<'_, '__de, __A>,
        ) -> _odata::Result<_odata::Box<Self>, __A::Error> {
            _de::read_nested::<Self, __A>(input).map(_odata::Box::new)
        }
    }
    #[automatically_derived]
    impl<'__de> _serde::Deserialize<'__de> for AnyOrder {
        fn deserialize<__D: _serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> _odata::Result<Self, __D::Error> {
            _de::read_hierarchy::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl _ser::WriteVariant for AnyOrder {
        #[allow(unused_variables)]
        fn write<__S: _serde::Serializer>(
            &self,
            declared: &str,
            serializer: __S,
        ) -> _odata::Result<__S::Ok, __S::Error> {
            match self {
                Self::Order(value) => {
                    _ser::VariantWriter::<
                        Order,
                    >::write::<__S>(value, declared, serializer)
                }
                Self::Rush(value) => {
                    _ser::VariantWriter::<
                        Rush,
                    >::write::<__S>(&**value, declared, serializer)
                }
                Self::Other(resource) => {
                    _serde::Serialize::serialize(
                        <DynamicResource as _odata::BagField<
                            _odata::DynamicResource,
                        >>::as_bag(resource),
                        serializer,
                    )
                }
            }
        }
        fn type_name(&self) -> _odata::Option<&str> {
            match self {
                Self::Order(value) => _ser::VariantWriter::<Order>::type_name(value),
                Self::Rush(value) => _ser::VariantWriter::<Rush>::type_name(&**value),
                Self::Other(resource) => {
                    _odata::DynamicResource::type_name(
                        <DynamicResource as _odata::BagField<
                            _odata::DynamicResource,
                        >>::as_bag(resource),
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl _serde::Serialize for AnyOrder {
        fn serialize<__S: _serde::Serializer>(
            &self,
            serializer: __S,
        ) -> _odata::Result<__S::Ok, __S::Error> {
            _ser::WriteVariant::write::<
                __S,
            >(self, <Self as _odata::ODataType>::NAME, serializer)
        }
    }
    #[automatically_derived]
    impl _odata::Validate for AnyOrder {
        #[allow(unused_variables)]
        fn check<'__a>(
            &'__a self,
            at: &'__a _validate::Path<'__a>,
            violations: &'__a mut _validate::Violations,
        ) {
            match self {
                Self::Order(value) => {
                    _validate::nested::Nested(value).check(at, violations)
                }
                Self::Rush(value) => {
                    _validate::nested::Nested(&**value).check(at, violations)
                }
                Self::Other(_) => {}
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<AnyOrder> for Order {
        type Error = AnyOrder;
        #[inline]
        fn try_from(value: AnyOrder) -> _odata::Result<Self, AnyOrder> {
            value.into_order()
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Order> for AnyOrder {
        fn from(value: Order) -> Self {
            Self::Order(value)
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<AnyOrder> for Rush {
        type Error = AnyOrder;
        #[inline]
        fn try_from(value: AnyOrder) -> _odata::Result<Self, AnyOrder> {
            value.into_rush()
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Rush> for AnyOrder {
        fn from(value: Rush) -> Self {
            Self::Rush(_odata::Box::new(value))
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<_odata::Box<Rush>> for AnyOrder {
        fn from(value: _odata::Box<Rush>) -> Self {
            Self::Rush(value)
        }
    }
    #[allow(unreachable_patterns)]
    #[automatically_derived]
    impl AnyOrder {
        /// Returns the value of the variant [`Order`](Self::Order).
        #[inline]
        pub fn as_order(&self) -> _odata::Option<&Order> {
            match self {
                Self::Order(value) => _odata::Some(value),
                _ => _odata::None,
            }
        }
        /// Returns the value of the variant [`Order`](Self::Order).
        #[inline]
        pub fn as_order_mut(&mut self) -> _odata::Option<&mut Order> {
            match self {
                Self::Order(value) => _odata::Some(value),
                _ => _odata::None,
            }
        }
        /// Returns the value of the variant [`Order`](Self::Order).
        ///
        /// # Errors
        /// If `self` is another variant, returns it unchanged.
        #[inline]
        pub fn into_order(self) -> _odata::Result<Order, Self> {
            match self {
                Self::Order(value) => _odata::Ok(value),
                other => _odata::Err(other),
            }
        }
        /// Whether it is the variant [`Order`](Self::Order).
        #[inline]
        pub fn is_order(&self) -> bool {
            match self {
                Self::Order(_) => true,
                _ => false,
            }
        }
        /// Returns the value of the variant [`Rush`](Self::Rush).
        #[inline]
        pub fn as_rush(&self) -> _odata::Option<&Rush> {
            match self {
                Self::Rush(value) => _odata::Some(&**value),
                _ => _odata::None,
            }
        }
        /// Returns the value of the variant [`Rush`](Self::Rush).
        #[inline]
        pub fn as_rush_mut(&mut self) -> _odata::Option<&mut Rush> {
            match self {
                Self::Rush(value) => _odata::Some(&mut **value),
                _ => _odata::None,
            }
        }
        /// Returns the value of the variant [`Rush`](Self::Rush).
        ///
        /// # Errors
        /// If `self` is another variant, returns it unchanged.
        #[inline]
        pub fn into_rush(self) -> _odata::Result<Rush, Self> {
            match self {
                Self::Rush(value) => _odata::Ok(*value),
                other => _odata::Err(other),
            }
        }
        /// Whether it is the variant [`Rush`](Self::Rush).
        #[inline]
        pub fn is_rush(&self) -> bool {
            match self {
                Self::Rush(_) => true,
                _ => false,
            }
        }
    }
    #[allow(dead_code)]
    #[automatically_derived]
    impl AnyOrder {
        /// Returns the qualified name of the value's type; `None` if the value has none.
        pub fn type_name(&self) -> _odata::Option<&str> {
            _ser::WriteVariant::type_name(self)
        }
    }
    #[automatically_derived]
    impl _ser::BaseAccess for AnyOrder {
        #[inline]
        fn part(
            &self,
            id: ::core::any::TypeId,
        ) -> _odata::Option<&dyn ::core::any::Any> {
            match self {
                Self::Order(value) => _ser::VariantBase::<Order>::part(value, id),
                Self::Rush(value) => _ser::VariantBase::<Rush>::part(&**value, id),
                Self::Other(_) => _odata::None,
            }
        }
        #[inline]
        fn part_mut(
            &mut self,
            id: ::core::any::TypeId,
        ) -> _odata::Option<&mut dyn ::core::any::Any> {
            match self {
                Self::Order(value) => _ser::VariantBase::<Order>::part_mut(value, id),
                Self::Rush(value) => {
                    _ser::VariantBase::<Rush>::part_mut(&mut **value, id)
                }
                Self::Other(_) => _odata::None,
            }
        }
    }
    #[automatically_derived]
    impl AnyOrder {
        /// Returns the base of the value; `None` if the value's type is unknown.
        #[inline]
        pub fn base(&self) -> _odata::Option<&Order> {
            _ser::BaseAccess::part(self, ::core::any::TypeId::of::<Order>())?
                .downcast_ref()
        }
        /// Returns the base of the value; `None` if the value's type is unknown.
        #[inline]
        pub fn base_mut(&mut self) -> _odata::Option<&mut Order> {
            _ser::BaseAccess::part_mut(self, ::core::any::TypeId::of::<Order>())?
                .downcast_mut()
        }
    }
    const _: () = {
        _assert::assert_base(_base::IsResource::<Order>::KIND, "Order");
        _assert::assert_derived(
            <Order as _de::Variant>::TYPES,
            <Order as _de::Variant>::IS_PATCH,
            _base::IsResource::<Order>::TYPE,
            true,
        );
        _assert::assert_derived(
            <Rush as _de::Variant>::TYPES,
            <Rush as _de::Variant>::IS_PATCH,
            _base::IsResource::<Order>::TYPE,
            false,
        );
        _assert::assert_distinct(
            <AnyOrder as _de::Variant>::TYPES,
            if _base::IsResource::<Order>::VALUE {
                _odata::None
            } else {
                _odata::Some("Order")
            },
        );
    };
};
