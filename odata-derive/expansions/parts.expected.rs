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
    impl<'a, T> _odata::ODataType for Envelope<'a, T>
    where
        T: _odata::ODataType,
    {
        const NAME: &'static str = "shop.envelope";
    }
    #[automatically_derived]
    impl<'a, T> _odata::ODataResource for Envelope<'a, T>
    where
        T: _odata::ODataType,
    {
        const TYPE: &'static _odata::StructuredType = &_odata::StructuredType::new(
            "\"#shop.envelope\"",
            "",
            ::core::option::Option::None,
            _odata::says::NOTHING,
            &_odata::Property::called(
                "note content wait",
                [
                    _odata::Property::of::<Cow<'a, str>>(_odata::flag::REQUIRED),
                    _odata::Property::of::<T>(_odata::flag::REQUIRED),
                    _odata::Property::of_named(
                        &_odata::Named {
                            name: "Edm.Int64",
                            accepts: _odata::any_type,
                        },
                        _odata::flag::REQUIRED,
                    ),
                ],
            ),
        );
    }
    #[allow(dead_code, missing_debug_implementations)]
    struct __With0<'a, T>(::core::marker::PhantomData<(&'a (), *const T)>);
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> _odata::read::ReadAs<'__de, Duration> for __With0<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Deserialize<'__de>,
    {
        fn read<__D: _odata::serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Duration, __D::Error> {
            seconds::deserialize(deserializer)
        }
    }
    #[automatically_derived]
    impl<'a, T> _odata::write::WriteAs<Duration> for __With0<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Serialize,
    {
        fn write<__S: _odata::serde::Serializer>(
            value: &Duration,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            seconds::serialize(value, serializer)
        }
    }
    #[allow(missing_docs, missing_debug_implementations, unreachable_pub)]
    pub struct __Parts<'a, T> {
        note: ::core::option::Option<Cow<'a, str>>,
        content: ::core::option::Option<T>,
        wait: ::core::option::Option<Duration>,
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> _odata::read::ReadResource<'__de> for Envelope<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Deserialize<'__de>,
    {
        type Filled = (_odata::read::InParts, __Parts<'a, T>);
        #[inline]
        fn start() -> _odata::read::Partial<'__de, Self> {
            _odata::read::Partial::<'__de, Self> {
                note: ::core::option::Option::None,
                content: ::core::option::Option::None,
                wait: ::core::option::Option::None,
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
                    _odata::read::set_part::<
                        _odata::read::BorrowedStr,
                        _,
                        __A,
                    >(&mut partial.note, map)
                }
                1u16 => {
                    _odata::read::set_part::<
                        _odata::read::ByType,
                        _,
                        __A,
                    >(&mut partial.content, map)
                }
                0u16 => {
                    _odata::read::set_part::<
                        __With0<'a, T>,
                        _,
                        __A,
                    >(&mut partial.wait, map)
                }
                _ => _odata::read::pass_over(map),
            }
        }
        #[inline]
        fn whole(parts: __Parts<'a, T>) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(Self {
                note: parts.note?,
                content: parts.content?,
                wait: parts.wait?,
            })
        }
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a, T> _odata::serde::Deserialize<'__de> for Envelope<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Deserialize<'__de>,
    {
        #[inline]
        fn deserialize<__D: _odata::serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            _odata::read::resource::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl<'a, T> _odata::write::WriteResource for Envelope<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Serialize,
    {
        type Level = _odata::write::Root;
        #[allow(unused_variables)]
        fn fields<__M: _odata::serde::ser::SerializeMap>(
            &self,
            members: &mut _odata::write::Members<__M>,
        ) {
            _odata::write::property::<
                _odata::read::BorrowedStr,
                _,
                __M,
            >(members, "note", &self.note);
            _odata::write::property::<
                _odata::read::ByType,
                _,
                __M,
            >(members, "content", &self.content);
            _odata::write::property::<
                __With0<'a, T>,
                _,
                __M,
            >(members, "wait", &self.wait);
        }
    }
    #[automatically_derived]
    impl<'a, T> _odata::serde::Serialize for Envelope<'a, T>
    where
        T: _odata::ODataType + _odata::serde::Serialize,
    {
        fn serialize<__S: _odata::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            _odata::write::resource::<Self, __S>(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'a, T> _odata::Validate for Envelope<'a, T>
    where
        T: _odata::Validate,
    {}
};
