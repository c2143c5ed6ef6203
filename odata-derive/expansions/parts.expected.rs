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
    impl<'a, T> _odata::ODataType for Envelope<'a, T>
    where
        T: _odata::ODataType,
    {
        const NAME: &'static str = "shop.envelope";
        const KIND: _odata::TypeKind = _odata::KindOf::<Self>::STRUCTURED;
    }
    #[automatically_derived]
    impl<'a, T> _codec::PropertyType for Envelope<'a, T>
    where
        T: _odata::ODataType,
    {
        type Codec = _codec::ValueOf<Self>;
    }
    #[automatically_derived]
    impl<'a, T> _odata::ODataResource for Envelope<'a, T>
    where
        T: _odata::ODataType,
    {
        const TYPE: &'static _odata::StructuredType = &_odata::StructuredType::new(
            "\"#shop.envelope\"",
            "",
            _odata::None,
            _odata::type_flag::FROM_PARTS,
            &_odata::OwnProperties::new(
                "note\ncontent\nwait",
                [
                    _odata::PropertyOf::<Cow<'a, str>>::REQUIRED,
                    _odata::PropertyOf::<T>::REQUIRED,
                    _odata::Property::of_named(
                        &_odata::TypeRef::renamed(
                            "Edm.Int64",
                            <_odata::OwnTypeOf<Duration>>::OWN_TYPE,
                        ),
                        _odata::property_flag::REQUIRED,
                    ),
                ],
            ),
        );
    }
    #[allow(dead_code, missing_debug_implementations)]
    struct __With0<'a, T>(::core::marker::PhantomData<(&'a (), *const T)>);
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> _codec::ReadAs<'__de, Duration> for __With0<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Deserialize<'__de>,
    {
        fn read<D: _serde::Deserializer<'__de>>(
            deserializer: D,
        ) -> _odata::Result<Duration, D::Error> {
            _codec::read_with::<Duration, D, _>(seconds::deserialize, deserializer)
        }
    }
    #[automatically_derived]
    impl<'a, T> _codec::WriteAs<Duration> for __With0<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Serialize,
    {
        fn write<__S: _serde::Serializer>(
            value: &Duration,
            serializer: __S,
        ) -> _odata::Result<__S::Ok, __S::Error> {
            seconds::serialize(value, serializer)
        }
    }
    #[allow(missing_docs, missing_debug_implementations, unreachable_pub)]
    pub struct __Parts<'a, T> {
        note: _odata::Option<Cow<'a, str>>,
        content: _odata::Option<T>,
        wait: _odata::Option<Duration>,
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> _de::ReadResource<'__de> for Envelope<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Deserialize<'__de>,
    {
        type Plan = (_de::FromParts, __Parts<'a, T>);
        #[inline]
        fn new_builder() -> _de::Builder<'__de, Self> {
            _de::Builder::<'__de, Self> {
                note: _odata::None,
                content: _odata::None,
                wait: _odata::None,
            }
        }
        const CHECKED: () = {
            _assert::assert_type_of_property::<Self>(1usize);
            _assert::assert_type_of_property::<Self>(2usize);
            {
                use _assert::IsOther as _;
                _assert::assert_not_option(_assert::IsOption::<Duration>::VALUE, "wait");
            }
        };
        #[inline]
        #[allow(unused_variables)]
        fn read_property<'__a, __A: _serde::de::MapAccess<'__de>>(
            builder: &'__a mut _de::Builder<'__de, Self>,
            slot: _de::Slot,
            map: &'__a mut __A,
        ) -> _odata::Result<(), __A::Error> {
            const { <Self as _de::ReadResource<'__de>>::CHECKED }
            match slot.number() {
                2u16 => {
                    _de::read_required::<
                        _codec::BorrowedStr,
                        _,
                        __A,
                    >(&mut builder.note, map)
                }
                1u16 => {
                    _de::read_required::<
                        _codec::GenericNumber,
                        _,
                        __A,
                    >(&mut builder.content, map)
                }
                0u16 => {
                    _de::read_required::<__With0<'a, T>, _, __A>(&mut builder.wait, map)
                }
                _ => _de::skip_value(map),
            }
        }
        #[inline]
        fn build(parts: __Parts<'a, T>) -> _odata::Option<Self> {
            _odata::Some(Self {
                note: parts.note?,
                content: parts.content?,
                wait: parts.wait?,
            })
        }
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> _serde::Deserialize<'__de> for Envelope<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Deserialize<'__de>,
    {
        #[inline]
        fn deserialize<__D: _serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> _odata::Result<Self, __D::Error> {
            _de::read_resource::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl<'a, T> _ser::WriteResource for Envelope<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Serialize,
    {
        type Level = _ser::Root;
        #[allow(unused_variables)]
        fn fields<'__a, __W: _ser::WriteMembers>(&'__a self, members: &'__a mut __W) {
            let declared = <Self as _odata::ODataResource>::TYPE;
            members.property::<_codec::BorrowedStr, _>(declared, 0u16, &self.note);
            members.property::<_codec::GenericNumber, _>(declared, 1u16, &self.content);
            members.property::<__With0<'a, T>, _>(declared, 2u16, &self.wait);
        }
    }
    #[automatically_derived]
    impl<'a, T> _serde::Serialize for Envelope<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Serialize,
    {
        fn serialize<__S: _serde::Serializer>(
            &self,
            serializer: __S,
        ) -> _odata::Result<__S::Ok, __S::Error> {
            _ser::write_resource::<Self, __S>(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'a, T> _odata::Validate for Envelope<'a, T>
    where
        T: _odata::Validate,
    {
        #[inline]
        fn check<'__a>(
            &'__a self,
            at: &'__a _validate::Path<'__a>,
            violations: &'__a mut _validate::Violations,
        ) {
            _validate::nested::Nested(&self.content)
                .check_property(at, "content", violations);
            _validate::nested::Nested(&self.wait).check_property(at, "wait", violations);
        }
    }
    {
        _assert::assert_type_of_property::<
            Envelope<'static, _odata::AnyParameter>,
        >(2usize);
        {
            use _assert::IsOther as _;
            _assert::assert_not_option(_assert::IsOption::<Duration>::VALUE, "wait");
        }
    }
};
