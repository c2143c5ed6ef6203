//! The changes of dynamic properties. In a patch, null removes one.

use crate::{codec::RawJson, dynamic::DynamicProperties};

/// Returns the changed dynamic properties. A null one counts as absent.
pub fn diff_dynamic(old: &DynamicProperties, new: &DynamicProperties) -> DynamicProperties {
    let mut changes = DynamicProperties::new();
    for (name, value) in new {
        let is_same = match old.raw(name) {
            Some(old) => old == value,
            None => value.is_null(),
        };
        if !is_same {
            changes.0.push(name.into(), value.clone());
        }
    }
    for (name, value) in old {
        if !value.is_null() && !new.contains(name) {
            changes.0.push(name.into(), RawJson::default());
        }
    }
    changes
}

/// Returns the dynamic properties that are not null.
pub fn clone_dynamic(new: &DynamicProperties) -> DynamicProperties {
    diff_dynamic(&DynamicProperties::new(), new)
}

/// Sets dynamic properties, and removes those that are null in `changes`.
pub fn apply_dynamic(value: &mut DynamicProperties, changes: DynamicProperties) {
    for (name, change) in &changes {
        if change.is_null() {
            value.remove(name);
        } else {
            value.0.insert(name, change.clone());
        }
    }
}
