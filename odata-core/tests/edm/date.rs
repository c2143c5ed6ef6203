use std::collections::HashSet;

use odata_core::edm::Date;

use crate::{assert_errors, assert_preserved, rewrite};

#[test]
fn a_date_is_written_as_it_was_read() {
    assert_preserved::<Date>(&[
        "2024-02-29",
        "1999-12-31",
        "0001-01-01",
        "0000-02-29",
        "-0044-03-15",
        "12026-06-01",
        "-2147483648-01-01",
        "2147483647-12-31",
    ]);
}

#[test]
fn a_signed_year_zero_is_read_and_written_without_sign() {
    assert_eq!(rewrite::<Date>("-0000-05-06"), "0000-05-06");
}

#[test]
fn a_day_outside_the_calendar_is_an_error() {
    assert_errors::<Date>(&[
        ("2023-02-29", "does not have that day"),
        ("1900-02-29", "does not have that day"),
        ("2024-04-31", "does not have that day"),
        ("2024-04-00", "does not have that day"),
        ("2024-00-10", "month must be 01 to 12"),
        ("2024-13-10", "month must be 01 to 12"),
    ]);
}

#[test]
fn another_form_of_a_date_is_an_error() {
    assert_errors::<Date>(&[
        ("", "four digits"),
        ("24-01-01", "four digits"),
        ("02024-01-01", "four digits"),
        ("+2024-01-01", "four digits"),
        ("2147483648-01-01", "the year must be"),
        ("99999999999-01-01", "the year must be"),
        ("2024-1-01", "two digits each"),
        ("2024-01-1", "two digits each"),
        ("2024/01/01", "two digits each"),
        ("20240101", "two digits each"),
        ("2024-01-01T00:00:00Z", "nothing may follow"),
        ("2024-01-01 ", "nothing may follow"),
        ("2024-01-0١", "two digits each"),
    ]);
}

#[test]
fn only_a_json_string_is_a_date() {
    for json in ["20240101", "null", "[]", "{}", "true"] {
        let error = serde_json::from_str::<Date>(json).unwrap_err().to_string();
        assert!(
            error.contains(r#"expected an Edm.Date such as "2026-01-31""#),
            "{error}"
        );
    }
}

#[test]
fn a_date_may_contain_json_escapes() {
    assert_eq!(
        serde_json::from_str::<Date>(r#""\u0032024-02\u002d29""#).unwrap(),
        Date::new(2024, 2, 29).unwrap()
    );
}

#[test]
fn dates_are_ordered_by_the_calendar() {
    let mut dates: Vec<Date> = [
        "2024-10-01",
        "10000-01-01",
        "-0001-12-31",
        "2024-09-30",
        "-10000-01-01",
    ]
    .iter()
    .map(|text| text.parse().unwrap())
    .collect();
    dates.sort();
    let texts: Vec<String> = dates.iter().map(Date::to_string).collect();
    assert_eq!(
        texts,
        [
            "-10000-01-01",
            "-0001-12-31",
            "2024-09-30",
            "2024-10-01",
            "10000-01-01"
        ]
    );
    assert!(
        dates
            .iter()
            .copied()
            .collect::<HashSet<_>>()
            .contains(&Date::new(2024, 10, 1).unwrap())
    );
}

#[test]
fn days_are_counted_from_the_epoch() {
    for (text, days) in [
        ("1970-01-01", 0),
        ("2000-03-01", 11_017),
        ("1600-02-29", -135_081),
        ("0000-03-01", -719_468),
    ] {
        let date: Date = text.parse().unwrap();
        assert_eq!(date.days_since_epoch(), days, "{text}");
        assert_eq!(Date::from_days_since_epoch(days), Some(date), "{text}");
    }
    assert_eq!(Date::from_days_since_epoch(i64::MAX), None);
    assert_eq!(Date::from_days_since_epoch(i64::MIN), None);
    let last = Date::new(i32::MAX, 12, 31).unwrap();
    assert_eq!(
        Date::from_days_since_epoch(last.days_since_epoch()),
        Some(last)
    );
    assert_eq!(
        Date::from_days_since_epoch(last.days_since_epoch() + 1),
        None
    );
    assert_eq!(
        Date::from_days_since_epoch(Date::MIN.days_since_epoch()),
        Some(Date::MIN)
    );
    assert_eq!(
        Date::from_days_since_epoch(Date::MIN.days_since_epoch() - 1),
        None
    );
}

#[test]
fn every_day_of_four_centuries_follows_the_one_before() {
    let mut date = Date::new(1899, 12, 31).unwrap();
    for days in date.days_since_epoch() + 1..Date::new(2300, 1, 2).unwrap().days_since_epoch() {
        let next = Date::from_days_since_epoch(days).unwrap();
        assert_eq!(next.days_since_epoch(), days);
        assert!(next > date);
        assert!(next.day() == date.day() + 1 || next.day() == 1);
        date = next;
    }
}

#[test]
fn a_date_is_small() {
    assert_eq!(size_of::<Option<Date>>(), 8);
    assert_eq!(
        format!("{:?}", Date::new(2024, 1, 2).unwrap()),
        "Date(2024-01-02)"
    );
    assert_eq!(
        format!("[{:>12}]", Date::new(2024, 1, 2).unwrap()),
        "[  2024-01-02]"
    );
}
