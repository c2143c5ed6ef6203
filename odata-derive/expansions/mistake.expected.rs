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
    }
    #[automatically_derived]
    impl _codec::PropertyType for Order {
        type Codec = _codec::ValueOf<Self>;
    }
    #[automatically_derived]
    impl<'__de> _serde::Deserialize<'__de> for Order {
        #[allow(unused_variables)]
        fn deserialize<__D: _serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> _odata::Result<Self, __D::Error> {
            _de::no_variant()
        }
    }
    #[automatically_derived]
    impl _serde::Serialize for Order {
        fn serialize<__S: _serde::Serializer>(
            &self,
            serializer: __S,
        ) -> _odata::Result<__S::Ok, __S::Error> {
            _ser::write_nothing::<__S>(serializer)
        }
    }
    #[automatically_derived]
    impl _odata::Validate for Order {}
    #[automatically_derived]
    impl _odata::ODataResource for Order {
        const TYPE: &'static _odata::StructuredType = &_odata::StructuredType::new(
            "",
            "",
            _odata::None,
            _odata::type_flag::FROM_PARTS,
            &_odata::OwnProperties::NONE,
        );
    }
    #[automatically_derived]
    impl<'__de> _de::ReadResource<'__de> for Order {
        type Plan = (_de::FromParts, ());
        const REQUIRED: _de::Required = _de::Required::None;
        fn new_builder() {}
        fn read_property<__A: _serde::de::MapAccess<'__de>>(
            _: &mut (),
            _: _de::Slot,
            map: &mut __A,
        ) -> _odata::Result<(), __A::Error> {
            _de::skip_value(map)
        }
    }
    #[automatically_derived]
    impl _ser::WriteResource for Order {
        type Level = _ser::Root;
        fn fields<__W: _ser::WriteMembers>(&self, _: &mut __W) {}
    }
};
::core::compile_error! {
    "unknown key `colour` on a struct\nexpected one of: namespace, name, rename_all, schema_alias, write_type, abstract, any_version, open, kind, deref, patch, deny_undeclared, validate, bound, crate, default, key, undocumented"
}
