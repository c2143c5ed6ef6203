//! Any text is a value or an error, and a value round-trips.

use odata_core::{Flags, ODataEnum, json};
use proptest::prelude::*;

use super::Stage;

#[derive(Debug, PartialEq, ODataEnum)]
#[odata(namespace = "NS", flags, case_insensitive)]
enum Share {
    #[odata(value = 1)]
    View,
    #[odata(value = 2)]
    Edit,
    #[odata(value = 7)]
    Everything,
    #[odata(other)]
    Other(String),
}

/// Texts of names, numbers, commas, spaces and arbitrary characters.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "(?i)view|edit|everything|print",
        "[+-]?[0-9]{1,20}",
        "[ \\t]{0,2}",
        any::<String>(),
    ];
    prop::collection::vec(part, 0..6).prop_map(|parts| parts.join(","))
}

proptest! {
    #[test]
    fn any_text_is_a_member_or_an_error(text in any::<String>()) {
        let body = serde_json::to_string(&text).unwrap();
        match json::from_str::<Stage>(&body) {
            Ok(Stage::Other(kept)) => prop_assert_eq!(kept, text),
            Ok(listed) => prop_assert_eq!(text.parse(), Ok(listed)),
            Err(_) => prop_assert!(text.is_empty()),
        }
    }

    #[test]
    fn any_text_of_flags_round_trips_or_is_an_error(text in text()) {
        let body = serde_json::to_string(&text).unwrap();
        if let Ok(flags) = json::from_str::<Flags<Share>>(&body) {
            let written = json::to_string(&flags).unwrap();
            let again: Flags<Share> = json::from_str(&written).unwrap();
            prop_assert_eq!(&again, &flags);
            prop_assert_eq!(json::to_string(&again).unwrap(), written);
            prop_assert!(flags.iter().all(|member| flags.contains(member)));
        }
    }
}
