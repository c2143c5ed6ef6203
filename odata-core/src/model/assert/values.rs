//! Rules about the values of `one_of` that are constants, which the derive cannot compare.

use super::{fail, same};

/// Rejects two values of `one_of` that are the same number. `texts` has the values as they are written.
#[track_caller]
pub const fn assert_distinct_numbers(values: &[i128], texts: &[&str]) {
    let mut i = 1;
    while i < values.len() {
        let mut earlier = 0;
        while earlier < i {
            if values[earlier] == values[i] {
                fail_duplicate_value([texts[earlier], texts[i]]);
            }
            earlier += 1;
        }
        i += 1;
    }
}

/// Rejects two values of `one_of` that are the same text. `texts` has the values as they are written.
#[track_caller]
pub const fn assert_distinct_texts(values: &[&str], texts: &[&str]) {
    let mut i = 1;
    while i < values.len() {
        let mut earlier = 0;
        while earlier < i {
            if same(values[earlier], values[i]) {
                fail_duplicate_value([texts[earlier], texts[i]]);
            }
            earlier += 1;
        }
        i += 1;
    }
}

#[track_caller]
const fn fail_duplicate_value(texts: [&str; 2]) {
    fail(
        "`{}` and `{}` are the same value in `one_of`: remove one",
        &texts,
    );
}
