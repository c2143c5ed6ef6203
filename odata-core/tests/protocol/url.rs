//! Relative URLs and the URLs that they are relative to.

use odata_core::protocol::resolve_url;

#[test]
fn relative_urls_resolve_as_in_the_examples_of_rfc_3986() {
    let base = "http://a/b/c/d;p?q";
    for (reference, expected) in [
        ("g:h", "g:h"),
        ("g", "http://a/b/c/g"),
        ("./g", "http://a/b/c/g"),
        ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"),
        ("//g", "http://g"),
        ("?y", "http://a/b/c/d;p?y"),
        ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"),
        ("g?y#s", "http://a/b/c/g?y#s"),
        (";x", "http://a/b/c/;x"),
        ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"),
        ("./", "http://a/b/c/"),
        ("..", "http://a/b/"),
        ("../g", "http://a/b/g"),
        ("../..", "http://a/"),
        ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"),
        ("/./g", "http://a/g"),
        ("/../g", "http://a/g"),
        ("g.", "http://a/b/c/g."),
        ("..g", "http://a/b/c/..g"),
        ("./g/.", "http://a/b/c/g/"),
        ("g/../h", "http://a/b/c/h"),
        ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/../x", "http://a/b/c/g?y/../x"),
    ] {
        assert_eq!(resolve_url(base, reference), expected, "{reference}");
    }
}

#[test]
fn relative_urls_resolve_against_the_context_url() {
    let context = "http://host/service/$metadata#Customers/$entity";
    for (reference, expected) in [
        ("Customers(1)", "http://host/service/Customers(1)"),
        (
            "Customers('a:b')/Orders?$skip=2",
            "http://host/service/Customers('a:b')/Orders?$skip=2",
        ),
        (
            "#Customers/$deletedEntity",
            "http://host/service/$metadata#Customers/$deletedEntity",
        ),
    ] {
        assert_eq!(resolve_url(context, reference), expected);
    }
    assert_eq!(
        resolve_url("http://host", "Customers(1)"),
        "http://host/Customers(1)"
    );
    assert_eq!(resolve_url("$metadata#Me", "Me/Photo"), "Me/Photo");
    assert_eq!(resolve_url("svc/$metadata", "../Me"), "Me");
    assert_eq!(resolve_url("", "Me"), "Me");
}
