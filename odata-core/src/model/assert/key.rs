//! Rules of a key that `key(...)` lists.

use crate::model::{
    assert::{fail, same},
    odata_resource::ODataResource,
    structured_type::StructuredType,
};

/// Rejects a key with a part that neither the type nor a base declares. The types of properties may be recursive, so the rest of a path is
/// checked when the key is used.
#[track_caller]
pub const fn assert_key_list<T: ODataResource>() {
    let declared = T::TYPE;
    let mut parts = declared.key;
    while let [(path, _), rest @ ..] = parts {
        if !declared.name.is_empty() && !declares(declared, first_segment(path)) {
            fail(
                "`{}` of the key is not a property of `{}` or of a base: name another property in `key`",
                &[path, declared.name],
            );
        }
        parts = rest;
    }
}

const fn first_segment(path: &'static str) -> &'static str {
    let (mut rest, mut length) = (path.as_bytes(), 0);
    while let [character, after @ ..] = rest {
        if *character == b'/' {
            break;
        }
        length += 1;
        rest = after;
    }
    path.split_at(length).0
}

const fn declares(declared: &'static StructuredType, name: &str) -> bool {
    let mut level = Some(declared);
    while let Some(it) = level {
        let mut own = it.own;
        while let [property, rest @ ..] = own {
            if same(property.name(), name) {
                return true;
            }
            own = rest;
        }
        level = it.base;
    }
    false
}
