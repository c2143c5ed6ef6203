//! The expansion of an enumeration uses full paths: no name in scope affects it, and the runtime may have another name.

#![no_implicit_prelude]
#![allow(dead_code, non_snake_case, unused_imports)]

/// Other items with names of the prelude.
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

fn main() {
    let some = ::std::string::ToString::to_string(&(Finish::None | Finish::r#Move));
    ::std::assert_eq!(some, "none,move");
    ::std::assert!(::std::matches!(
        <Finish as ::core::default::Default>::default(),
        Finish::None
    ));
}
