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
        const TYPE: &'static _odata::StructuredType = &_odata::StructuredType {
            name: "",
            alias: "",
            kind: _odata::Kind::Complex,
            is_abstract: false,
            is_open: false,
            denies_undeclared: false,
            base: ::core::option::Option::None,
            bags: 0,
            own: &[],
        };
    }
    #[automatically_derived]
    #[allow(unused_variables)]
    impl<'__de> _odata::read::ReadResource<'__de> for Order {
        type Way = _odata::read::InParts;
        type Parts = ();
        const OFFSET: u16 = 0;
        const REQUIRED: _odata::read::Seen = _odata::read::Seen::NONE;
        fn start() {}
        fn index(key: &str) -> u16 {
            _odata::read::UNKNOWN
        }
        fn visit<__A: _odata::serde::de::MapAccess<'__de>>(
            partial: &mut (),
            index: u16,
            map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error> {
            _odata::read::pass_over(map)
        }
        fn sinks(partial: &mut ()) -> _odata::read::Sinks<'_> {
            _odata::read::Sinks::NONE
        }
    }
    #[automatically_derived]
    impl<'__de> _odata::serde::Deserialize<'__de> for Order {
        fn deserialize<__D: _odata::serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            _odata::read::abstract_type::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl _odata::write::WriteResource for Order {
        const TAG: &'static str = "";
        const TAGGED: bool = false;
        fn fields<__M: _odata::serde::ser::SerializeMap>(
            &self,
            _: &mut __M,
        ) -> ::core::result::Result<(), __M::Error> {
            ::core::result::Result::Ok(())
        }
        fn bags(&self) -> _odata::write::Bags<'_> {
            _odata::write::Bags::NONE
        }
    }
    #[automatically_derived]
    impl _odata::serde::Serialize for Order {
        fn serialize<__S: _odata::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            _odata::write::nothing::<__S>(serializer)
        }
    }
    #[automatically_derived]
    impl _odata::Validate for Order {}
    #[automatically_derived]
    impl _odata::write::Parts for Order {
        #[inline]
        fn part(
            &self,
            id: ::core::any::TypeId,
        ) -> ::core::option::Option<&dyn ::core::any::Any> {
            if _odata::write::is::<Self>(id) {
                return ::core::option::Option::Some(self);
            }
            ::core::option::Option::None
        }
        #[inline]
        fn part_mut(
            &mut self,
            id: ::core::any::TypeId,
        ) -> ::core::option::Option<&mut dyn ::core::any::Any> {
            if _odata::write::is::<Self>(id) {
                return ::core::option::Option::Some(self);
            }
            ::core::option::Option::None
        }
    }
};
::core::compile_error! {
    "`colour` is no key for a resource\nkeys here: namespace, name, rename_all, schema_alias, write_type, abstract, open, kind, deref, patch, deny_undeclared, validate, crate"
}
