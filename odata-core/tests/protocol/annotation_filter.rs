//! Patterns that include or exclude annotations.

use odata_core::protocol::AnnotationFilter;

#[test]
fn the_most_specific_annotation_pattern_decides() {
    let cases = [
        ("*", "any.term", true),
        ("*", "any.term#q", true),
        ("", "any.term", false),
        ("display.*", "display.a", true),
        ("display.*", "display.deeper.a", true),
        ("display.*", "displays.a", false),
        ("*,-display.*", "display.a", false),
        ("-display.*,*,display.a", "display.a", true),
        ("display.*,-display.deeper.*", "display.deeper.a", false),
        ("display.a,-display.a", "display.a", false),
        ("display.a", "display.a#q", true),
        ("display.a#q", "display.a", false),
        ("-display.a,display.a#q", "display.a#q", true),
        ("display.a", "Name@display.a", true),
    ];
    for (filter, name, wanted) in cases {
        let read: Result<AnnotationFilter, _> = filter.parse();
        assert_eq!(
            read.map(|filter| filter.includes(name)),
            Ok(wanted),
            "{filter} for {name}"
        );
    }
    let text = "*,-display.*,a.b#c";
    let read: Result<AnnotationFilter, _> = text.parse();
    assert_eq!(read.map(|filter| filter.to_string()), Ok(text.to_owned()));
    for wrong in ["name", "-", "a..b", "a.*.b", "**", "a.b#", ".*"] {
        assert!(wrong.parse::<AnnotationFilter>().is_err(), "{wrong}");
    }
}
