//! Rules in attributes of derived types.

use odata_core::{
    ErrorKind, ODataResource, ReadOptions, Validate, Violation, WriteOptions, edm::Decimal, json,
};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", validate = has_a_note)]
struct Document {
    #[odata(validate(length(min = 2, max = 4)))]
    note: Option<String>,
}

fn has_a_note(document: &Document) -> Result<(), &'static str> {
    document.note.as_ref().map(|_| ()).ok_or("needs a note")
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref, validate = agrees, validate = is_affordable)]
struct Order {
    #[odata(base)]
    document: Document,
    #[odata(validate(required))]
    customer: Option<String>,
    #[odata(validate(range(min = 1, max = 3)))]
    copies: Option<i32>,
    #[odata(validate(one_of("red", "blue")))]
    colour: Option<String>,
    #[odata(validate(length(max = 2)))]
    lines: Vec<Line>,
    #[odata(validate(each(length(max = 1), custom = is_lower)))]
    letters: Option<Vec<String>>,
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Line {
    #[odata(validate(custom = is_even))]
    number: Option<i32>,
}

fn is_even(number: &i32) -> Result<(), String> {
    if number % 2 == 0 {
        Ok(())
    } else {
        Err(format!("{number} is odd"))
    }
}

fn is_lower(text: &str) -> Result<(), &'static str> {
    if text.chars().all(char::is_lowercase) {
        Ok(())
    } else {
        Err("must be lower case")
    }
}

fn agrees(order: &Order) -> Result<(), Violation> {
    match (order.copies, order.lines.len()) {
        (Some(1), 0) => Err(Violation::at("copies", "one copy of nothing")),
        _ => Ok(()),
    }
}

fn is_affordable(order: &Order) -> Result<(), &'static str> {
    if order.copies > Some(100) {
        Err("is too much")
    } else {
        Ok(())
    }
}

fn good() -> Order {
    Order {
        document: Document {
            note: Some("ok".to_owned()),
        },
        customer: Some("Ada".to_owned()),
        ..Order::default()
    }
}

#[test]
fn all_violations_are_found_in_source_order() {
    let order = Order {
        document: Document {
            note: Some("x".to_owned()),
        },
        customer: None,
        copies: Some(101),
        colour: Some("green".to_owned()),
        lines: vec![
            Line::default(),
            Line { number: Some(1) },
            Line { number: Some(3) },
        ],
        letters: Some(vec!["a".to_owned(), "BC".to_owned()]),
    };
    let violations = order.validate().unwrap_err();
    let found: Vec<(&str, &str)> = violations
        .iter()
        .map(|it| (it.pointer(), it.rule()))
        .collect();
    assert_eq!(
        found,
        [
            ("/note", "length"),
            ("/customer", "required"),
            ("/copies", "range"),
            ("/colour", "one_of"),
            ("/lines", "length"),
            ("/lines/1/number", "is_even"),
            ("/lines/2/number", "is_even"),
            ("/letters/1", "length"),
            ("/letters/1", "is_lower"),
            ("", "is_affordable"),
        ]
    );
}

#[test]
fn a_function_of_the_type_may_point_at_a_property() {
    let order = Order {
        copies: Some(1),
        ..good()
    };
    let violations = order.validate().unwrap_err();
    assert_eq!(violations.to_string(), "/copies: one copy of nothing");
    let violations = Order {
        document: Document::default(),
        ..good()
    }
    .validate()
    .unwrap_err();
    assert_eq!(violations.first().unwrap().rule(), "has_a_note");
}

#[test]
fn a_value_that_violates_a_rule_is_neither_written_nor_read() {
    let mut written = Vec::new();
    let error = json::to_writer(&mut written, &Order::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert!(written.is_empty());
    assert_eq!(error.violations().len(), 2);
    let error = json::from_str::<Order>(r#"{"lines":[]}"#).unwrap_err();
    assert_eq!(error.violations().len(), 2);
    assert!(json::from_str::<Order>(r#"{"note":"ok","customer":"Ada","lines":[]}"#).is_ok());
    assert!(
        serde_json::from_str::<Order>(r#"{"lines":[]}"#).is_ok(),
        "plain serde does not validate"
    );
}

#[test]
fn validation_can_be_switched_off() {
    let text = r#"{"customer":"Ada","note":"ok","copies":4,"lines":[]}"#;
    let error = json::from_str::<Order>(text).unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Validation, "/copies")
    );
    let order: Order = json::from_str_with(text, &ReadOptions::client().validate(false)).unwrap();
    assert_eq!(order.copies, Some(4));

    let error = json::to_string(&order).unwrap_err();
    assert_eq!(error.pointer(), "/copies");
    let written = json::to_string_with(&order, &WriteOptions::new().validate(false)).unwrap();
    assert!(written.contains(r#""copies":4"#), "{written}");
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Document)]
enum AnyDocument {
    Order(Box<Order>),
    Document(Document),
}

#[test]
fn a_hierarchy_validates_its_variant() {
    let any = AnyDocument::from(Order::default());
    assert_eq!(any.validate().unwrap_err().len(), 2);
    assert!(AnyDocument::from(good()).validate().is_ok());
}

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Invoice {
    #[odata(validate(digits(precision = 5, scale = 2)))]
    total: Option<Decimal>,
    #[odata(validate(digits(precision = 4), range(min = "-0.1")))]
    rate: Option<Decimal>,
    #[odata(validate(digits(scale = 1)))]
    weight: Option<Box<Decimal>>,
    #[odata(validate(each(digits(precision = 3, floating))))]
    factors: Vec<Decimal>,
}

/// CSDL 4.01 §7.2.3 and §7.2.4: zeros at the ends do not count as digits.
#[test]
fn digits_limits_the_digits_of_a_decimal() {
    let invoice = |total: &str, rate: &str, weight: &str, factor: &str| Invoice {
        total: Some(total.parse().unwrap()),
        rate: Some(rate.parse().unwrap()),
        weight: Some(Box::new(weight.parse().unwrap())),
        factors: vec![Decimal::default(), factor.parse().unwrap()],
    };
    let texts = |invoice: &Invoice| match invoice.validate() {
        Ok(()) => Vec::new(),
        Err(violations) => violations.iter().map(ToString::to_string).collect(),
    };
    let none: [&str; 0] = [];
    assert_eq!(texts(&Invoice::default()), none);
    let accepted = [
        ("-999.99", "99.99", "1e9", "0.00123"),
        ("000.10", "0.1234", "-0.10", "12300"),
        ("100e-2", "1e3", "7", "999e99"),
        ("INF", "NaN", "-INF", "INF"),
    ];
    for (total, rate, weight, factor) in accepted {
        assert_eq!(texts(&invoice(total, rate, weight, factor)), none);
    }
    assert_eq!(
        texts(&invoice("1000", "100.01", "0.25", "1.234")),
        [
            "/total: must have at most 3 digits before the point, has 4",
            "/rate: must have at most 4 digits, has 5",
            "/weight: must have at most 1 digit after the point, has 2",
            "/factors/1: must have at most 3 significant digits, has 4",
        ]
    );
    assert_eq!(
        texts(&invoice("0.125", "-1000.5", "1", "1")),
        [
            "/total: must have at most 2 digits after the point, has 3",
            "/rate: must have at most 4 digits, has 5",
            "/rate: must be at least -0.1",
        ]
    );
    assert_eq!(texts(&invoice("1", "-0.10", "1", "1")), none);
    assert_eq!(
        texts(&invoice("1", "-0.11", "1", "1")),
        ["/rate: must be at least -0.1"]
    );
}

crate::round_trip::round_trips! {
    types: [Document, Order, Line, Invoice],
    hierarchies: [AnyDocument { Document }],
    enumerations: [],
}
