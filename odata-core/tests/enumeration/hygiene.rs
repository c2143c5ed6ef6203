//! The expansion names everything in full: it works where nothing is in scope and where names mean something else.

#![no_implicit_prelude]
#![allow(dead_code, non_snake_case, unused_imports)]

/// Names that an expansion might lean on.
mod shadows {
    pub(super) struct Option;
    pub(super) struct String;
    pub(super) struct Result;
    pub(super) fn Some() {}
    pub(super) fn Err() {}
}
use shadows::*;

mod renamed {
    pub(super) use ::odata_core as runtime;
}

#[derive(::odata_core::ODataEnum)]
#[odata(namespace = "NS", crate = renamed::runtime, flags)]
enum Finish {
    #[odata(value = 1, default)]
    None,
    #[odata(value = 2)]
    Ok,
    #[odata(value = 4)]
    r#Move,
    #[odata(other)]
    Other(::std::string::String),
}

#[::core::prelude::v1::test]
fn it_works() {
    let some = ::std::string::ToString::to_string(&(Finish::None | Finish::r#Move));
    ::std::assert_eq!(some, "none,move");
    ::std::assert!(::std::matches!(
        <Finish as ::core::default::Default>::default(),
        Finish::None
    ));
}
