//! The functions of rules, called as the expansion of the derive calls them.

use odata_core::{
    Validate, Violation, Violations,
    edm::Binary,
    validate::{Path, nested::Nested, rule},
};

/// A base type with a rule of its own.
struct Extension {
    name: Option<String>,
}

impl Validate for Extension {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        let value = &self.name;
        let at = &at.property("name");
        rule::required(value, at, violations);
        if let Some(value) = value {
            rule::length(value, 1..=8, at, violations);
        }
    }
}

/// A derived type: the properties of the base are members of the same JSON object.
struct Callback {
    base: Extension,
    state: Option<String>,
    priority: i32,
    tags: Vec<String>,
    steps: Vec<Extension>,
}

fn urgent_needs_state(callback: &Callback) -> Result<(), Violation> {
    if callback.priority > 8 && callback.state.is_none() {
        return Err(Violation::at("state", "is needed at a priority above 8"));
    }
    Ok(())
}

fn no_duplicates(tags: &[String]) -> Result<(), Vec<Violation>> {
    Err(tags
        .iter()
        .enumerate()
        .filter(|(index, tag)| tags.iter().take(*index).any(|earlier| earlier == *tag))
        .map(|(index, _)| Violation::at(&format!("/{index}"), "occurs before"))
        .collect())
}

impl Validate for Callback {
    fn check(&self, at: &Path<'_>, violations: &mut Violations) {
        self.base.check(at, violations);
        if let Some(value) = &self.state {
            rule::one_of(&["Denied", "Canceled"]).check(value, &at.property("state"), violations);
        }
        rule::range(&self.priority, 0..=10, &at.property("priority"), violations);
        {
            let at = &at.property("tags");
            rule::each(&self.tags, at, violations, |value, at, violations| {
                rule::length(value, ..4, at, violations)
            });
            rule::custom(no_duplicates(&self.tags), "no_duplicates", at, violations);
        }
        Nested(&self.steps).check(&at.property("steps"), violations);
        rule::custom(
            urgent_needs_state(self),
            "urgent_needs_state",
            at,
            violations,
        );
    }
}

fn named(name: &str) -> Extension {
    Extension {
        name: Some(name.to_owned()),
    }
}

fn callback() -> Callback {
    Callback {
        base: named("a"),
        state: Some("Denied".to_owned()),
        priority: 1,
        tags: vec!["a".to_owned(), "b".to_owned()],
        steps: vec![named("x")],
    }
}

/// Pointer, rule and message of every violation.
fn violations_of(value: &impl Validate) -> Vec<(String, &'static str, String)> {
    let violations = value.validate().err().unwrap_or_default();
    violations
        .iter()
        .map(|v| (v.pointer().to_owned(), v.rule(), v.message().to_owned()))
        .collect()
}

/// The message of the only violation that `check` records.
fn message_of(check: impl FnOnce(&Path<'_>, &mut Violations)) -> String {
    let mut violations = Violations::new();
    check(&Path::root(), &mut violations);
    violations.to_string()
}

#[test]
fn a_valid_value_has_no_violations() {
    assert_eq!(callback().validate(), Ok(()));
}

#[test]
fn all_violations_are_found_and_those_of_the_base_are_first() {
    let wrong = Callback {
        base: Extension { name: None },
        state: None,
        priority: 11,
        tags: vec!["a".to_owned(), "long".to_owned(), "a".to_owned()],
        steps: vec![named("x"), named("")],
    };
    let expected = [
        ("/name", "required", "is required"),
        ("/priority", "range", "must be at least 0 and at most 10"),
        ("/tags/1", "length", "must have at most 3 characters, has 4"),
        ("/tags/2", "no_duplicates", "occurs before"),
        (
            "/steps/1/name",
            "length",
            "must have 1 to 8 characters, has 0",
        ),
        (
            "/state",
            "urgent_needs_state",
            "is needed at a priority above 8",
        ),
    ];
    assert_eq!(
        violations_of(&wrong),
        expected.map(|(pointer, rule, message)| (pointer.to_owned(), rule, message.to_owned()))
    );
}

#[test]
fn an_absent_value_violates_only_required() {
    assert_eq!(
        violations_of(&Callback {
            state: None,
            ..callback()
        }),
        []
    );
}

#[test]
fn one_of_names_the_allowed_values() {
    let wrong = Callback {
        state: Some("Delivered".to_owned()),
        ..callback()
    };
    assert_eq!(
        violations_of(&wrong),
        [(
            "/state".to_owned(),
            "one_of",
            "must be one of `Denied`, `Canceled`".to_owned()
        )]
    );
    assert_eq!(
        message_of(|at, violations| rule::one_of(&[1]).check(&2, at, violations)),
        "must be `1`"
    );
}

#[test]
fn range_accepts_every_kind_of_bound() {
    assert_eq!(
        message_of(|at, violations| rule::range(&0.5, 0.0..=1.0, at, violations)),
        ""
    );
    assert_eq!(
        message_of(|at, violations| rule::range(&1.0, 0.0..1.0, at, violations)),
        "must be at least 0 and less than 1"
    );
    assert_eq!(
        message_of(|at, violations| rule::range(&-1, 0.., at, violations)),
        "must be at least 0"
    );
    assert_eq!(
        message_of(|at, violations| rule::range(&6, ..=5, at, violations)),
        "must be at most 5"
    );
    let above_zero = (std::ops::Bound::Excluded(0), std::ops::Bound::Unbounded);
    assert_eq!(
        message_of(|at, violations| rule::range(&0, above_zero, at, violations)),
        "must be more than 0"
    );
}

#[test]
fn nan_is_outside_every_bounded_range() {
    assert_eq!(
        message_of(|at, violations| rule::range(&f64::NAN, 0.0.., at, violations)),
        "must be at least 0"
    );
    assert_eq!(
        message_of(|at, violations| rule::range(&f64::NAN, .., at, violations)),
        ""
    );
}

#[test]
fn length_counts_characters_items_and_bytes() {
    assert_eq!(
        message_of(|at, violations| rule::length("Zürich", 6..=6, at, violations)),
        ""
    );
    assert_eq!(
        message_of(|at, violations| rule::length("Zürich", 5..=5, at, violations)),
        "must have 5 characters, has 6"
    );
    assert_eq!(
        message_of(|at, violations| rule::length(&Vec::<u8>::new(), 1.., at, violations)),
        "must have at least 1 item, has 0"
    );
    assert_eq!(
        message_of(|at, violations| rule::length(&[1, 2][..], ..=1, at, violations)),
        "must have at most 1 item, has 2"
    );
    let binary = Binary::from(vec![1, 2, 3]);
    assert_eq!(
        message_of(|at, violations| rule::length(&binary, ..=2, at, violations)),
        "must have at most 2 bytes, has 3"
    );
}

#[test]
fn null_satisfies_required() {
    assert_eq!(
        message_of(|at, violations| rule::required(&Some(None::<i32>), at, violations)),
        ""
    );
    assert_eq!(
        message_of(|at, violations| rule::required(&None::<Option<i32>>, at, violations)),
        "is required"
    );
}

#[test]
fn a_function_may_return_text_a_violation_or_several() {
    let mut violations = Violations::new();
    let period = Path::root();
    let period = period.property("period");
    violations.record("first", &period, Err("is upside down"));
    violations.record("second", &period, Err(String::from("is too long")));
    violations.record(
        "third",
        &period,
        Err(Violation::at("end", "is missing").with_rule("required")),
    );
    violations.record(
        "fourth",
        &period,
        Err(vec![
            Violation::at("/days/0", "is a Sunday"),
            Violation::new("is in the past"),
        ]),
    );
    violations.record("fifth", &period, Ok::<(), Violations>(()));
    let rules: Vec<_> = violations.iter().map(Violation::rule).collect();
    assert_eq!(rules, ["first", "second", "required", "fourth", "fourth"]);
    assert_eq!(
        violations.to_string(),
        "/period: is upside down\n/period: is too long\n/period/end: is missing\n/period/days/0: is a Sunday\n/period: is in the past"
    );
}

#[test]
fn containers_validate_their_content() {
    let deep = (
        1,
        std::collections::BTreeMap::from([("a/b", Some(Box::new(vec![named(""), named("x")])))]),
    );
    assert_eq!(
        violations_of(&deep)
            .into_iter()
            .map(|(pointer, ..)| pointer)
            .collect::<Vec<_>>(),
        ["/1/a~1b/0/name"]
    );
}

#[test]
fn violations_are_a_send_and_sync_error() {
    fn is_error<E: std::error::Error + Send + Sync + 'static>() {}
    is_error::<Violations>();
    is_error::<Violation>();
}
