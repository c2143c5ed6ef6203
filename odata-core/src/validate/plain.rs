//! `Validate` for what fields are made of: containers pass the question on, plain values have nothing to check.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    rc::Rc,
    sync::Arc,
};

use crate::validate::{Validate, path::Path, violation::Violations};

/// `Validate` for types that have no rules beyond their form.
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

/// `Validate` for pointers: the rules are those of what they point to.
macro_rules! of_the_target {
    ($($pointer:ty),+) => {
        $(impl<T: Validate + ?Sized> Validate for $pointer {
            fn check(&self, at: &Path<'_>, violations: &mut Violations) {
                (**self).check(at, violations);
            }
        })+
    };
}

of_the_target!(&T, &mut T, Box<T>, Rc<T>, Arc<T>);

impl<T: Validate + ToOwned + ?Sized> Validate for Cow<'_, T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        (**self).check(at, violations);
    }
}

impl<T: Validate> Validate for Option<T> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        if let Some(value) = self {
            value.check(at, violations);
        }
    }
}

/// `Validate` for collections: each element, at its index.
macro_rules! of_the_elements {
    ($($collection:ty),+) => {
        $(impl<T: Validate> Validate for $collection {
            fn check(&self, at: &Path<'_>, violations: &mut Violations) {
                for (index, element) in self.iter().enumerate() {
                    element.check(&at.index(index), violations);
                }
            }
        })+
    };
}

of_the_elements!([T], Vec<T>, VecDeque<T>, BTreeSet<T>);

impl<T: Validate, const N: usize> Validate for [T; N] {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        self.as_slice().check(at, violations);
    }
}

impl<T: Validate, S> Validate for HashSet<T, S> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        for (index, element) in self.iter().enumerate() {
            element.check(&at.index(index), violations);
        }
    }
}

impl<K: AsRef<str>, V: Validate> Validate for BTreeMap<K, V> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        for (key, value) in self {
            value.check(&at.property(key.as_ref()), violations);
        }
    }
}

impl<K: AsRef<str>, V: Validate, S> Validate for HashMap<K, V, S> {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        for (key, value) in self {
            value.check(&at.property(key.as_ref()), violations);
        }
    }
}

/// `Validate` for tuples, which are arrays in JSON.
macro_rules! of_each_place {
    ($($name:ident $index:tt),+) => {
        impl<$($name: Validate),+> Validate for ($($name,)+) {
            fn check(&self, at: &Path<'_>, violations: &mut Violations) {
                $(self.$index.check(&at.index($index), violations);)+
            }
        }
    };
}

of_each_place!(A 0);
of_each_place!(A 0, B 1);
of_each_place!(A 0, B 1, C 2);
of_each_place!(A 0, B 1, C 2, D 3);
