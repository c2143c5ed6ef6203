//! `Validate` for the types of fields: containers validate their content, plain values have no rules.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    rc::Rc,
    sync::Arc,
};

use crate::validate::{Validate, path::Path, violation::Violations};

/// Implements `Validate` for types without rules.
macro_rules! without_rules {
    ($($type:ty),+ $(,)?) => {
        $(impl $crate::validate::Validate for $type {})+
    };
}
pub(crate) use without_rules;

without_rules! {
    (), bool, char, str, String,
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f32, f64,
    serde_json::Value, serde_json::Number, serde_json::Map<String, serde_json::Value>, serde_json::value::RawValue,
    serde::de::IgnoredAny,
}

/// Implements `Validate` for pointers: validates the target.
macro_rules! for_pointers {
    ($([$($generics:tt)*] $pointer:ty,)+) => {$(
        impl<$($generics)*> Validate for $pointer {
            fn check(&self, at: &Path<'_>, violations: &mut Violations) {
                (**self).check(at, violations);
            }
        }
    )+};
}

for_pointers! {
    [T: Validate + ?Sized] &T,
    [T: Validate + ?Sized] &mut T,
    [T: Validate + ?Sized] Box<T>,
    [T: Validate + ?Sized] Rc<T>,
    [T: Validate + ?Sized] Arc<T>,
    [T: Validate + ToOwned + ?Sized] Cow<'_, T>,
}

impl<T: Validate> Validate for Option<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        if let Some(value) = self {
            value.check(at, violations);
        }
    }
}

/// Implements `Validate` for collections: validates each item at its index.
macro_rules! for_collections {
    ($([$($generics:tt)*] $collection:ty,)+) => {$(
        impl<$($generics)*> Validate for $collection {
            fn check(&self, at: &Path<'_>, violations: &mut Violations) {
                for (index, item) in self.iter().enumerate() {
                    item.check(&at.index(index), violations);
                }
            }
        }
    )+};
}

for_collections! {
    [T: Validate] [T],
    [T: Validate, const N: usize] [T; N],
    [T: Validate] Vec<T>,
    [T: Validate] VecDeque<T>,
    [T: Validate] BTreeSet<T>,
    [T: Validate, S] HashSet<T, S>,
}

/// Implements `Validate` for maps: validates each value at its key.
macro_rules! for_maps {
    ($([$($generics:tt)*] $map:ty,)+) => {$(
        impl<$($generics)*> Validate for $map {
            fn check(&self, at: &Path<'_>, violations: &mut Violations) {
                for (key, value) in self {
                    value.check(&at.property(key.as_ref()), violations);
                }
            }
        }
    )+};
}

for_maps! {
    [K: AsRef<str>, V: Validate] BTreeMap<K, V>,
    [K: AsRef<str>, V: Validate, S] HashMap<K, V, S>,
}

/// Implements `Validate` for tuples, which are arrays in JSON.
macro_rules! for_tuple {
    ($($name:ident $index:tt),+) => {
        impl<$($name: Validate),+> Validate for ($($name,)+) {
            fn check(&self, at: &Path<'_>, violations: &mut Violations) {
                $(self.$index.check(&at.index($index), violations);)+
            }
        }
    };
}

for_tuple!(A 0);
for_tuple!(A 0, B 1);
for_tuple!(A 0, B 1, C 2);
for_tuple!(A 0, B 1, C 2, D 3);
