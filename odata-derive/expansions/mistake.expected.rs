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
    impl _odata::codec::PropertyType for Order {
        type Codec = _odata::codec::ValueOf<Self>;
    }
    #[automatically_derived]
    impl<'__de> _odata::serde::Deserialize<'__de> for Order {
        #[allow(unused_variables)]
        fn deserialize<__D: _odata::serde::Deserializer<'__de>>(
            deserializer: __D,
        ) -> _odata::Result<Self, __D::Error> {
            _odata::de::no_variant()
        }
    }
    #[automatically_derived]
    impl _odata::serde::Serialize for Order {
        fn serialize<__S: _odata::serde::Serializer>(
            &self,
            serializer: __S,
        ) -> _odata::Result<__S::Ok, __S::Error> {
            _odata::ser::write_nothing::<__S>(serializer)
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
            &[],
        );
    }
    #[automatically_derived]
    impl<'__de> _odata::de::ReadResource<'__de> for Order {
        type Plan = (_odata::de::FromParts, ());
        const REQUIRED: _odata::de::Required = _odata::de::Required::None;
        fn new_builder() {}
        fn read_property<__A: _odata::serde::de::MapAccess<'__de>>(
            _: &mut (),
            _: _odata::de::Slot,
            map: &mut __A,
        ) -> _odata::Result<(), __A::Error> {
            _odata::de::skip_value(map)
        }
    }
    #[automatically_derived]
    impl _odata::ser::WriteResource for Order {
        type Level = _odata::ser::Root;
        fn fields<__W: _odata::ser::WriteMembers>(&self, _: &mut __W) {}
    }
};
::core::compile_error! {
    "unknown key `colour` on a struct\nexpected one of: namespace, name, rename_all, schema_alias, write_type, abstract, any_version, open, kind, deref, patch, deny_undeclared, validate, bound, crate, undocumented"
}
