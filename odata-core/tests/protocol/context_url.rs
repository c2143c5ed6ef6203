//! Context URLs: every template of Protocol 4.01 §10, and other fragments.

use odata_core::protocol::context_url::{ContextUrl, Part, SelectItem, Target};

/// Returns target, cast, select list and part of a fragment.
fn parse(fragment: &str) -> (Target<'_>, Option<&str>, Option<&str>, Option<Part>) {
    let url = ContextUrl::parse(fragment);
    let select = url.select().map(|list| list.as_str());
    (url.target(), url.cast(), select, url.part())
}

#[test]
fn the_metadata_url_is_before_the_fragment() {
    for (text, metadata_url) in [
        ("http://h/s/$metadata#Me", "http://h/s/$metadata"),
        (
            "http://h/s/$metadata?$schemaversion=1#Me",
            "http://h/s/$metadata?$schemaversion=1",
        ),
        ("$metadata#Me", "$metadata"),
        ("#Me", ""),
        ("http://h/s/$metadata", "http://h/s/$metadata"),
    ] {
        assert_eq!(ContextUrl::parse(text).metadata_url(), metadata_url);
        assert_eq!(ContextUrl::parse(text).to_string(), text);
    }
}

#[test]
fn a_service_document_has_no_fragment() {
    assert_eq!(
        parse("http://h/s/$metadata"),
        (Target::Service, None, None, None)
    );
}

#[test]
fn an_entity_set_a_singleton_or_their_entities_are_a_path() {
    let customers = Target::Path("Customers");
    assert_eq!(parse("#Customers"), (customers, None, None, None));
    assert_eq!(
        parse("#Customers/$entity"),
        (customers, None, None, Some(Part::Entity))
    );
    assert_eq!(
        parse("#Customers/Model.Vip"),
        (customers, Some("Model.Vip"), None, None)
    );
    assert_eq!(
        parse("#Customers/Model.Vip/$entity"),
        (customers, Some("Model.Vip"), None, Some(Part::Entity))
    );
    assert_eq!(parse("#Me"), (Target::Path("Me"), None, None, None));
}

#[test]
fn contained_entities_and_properties_are_a_path() {
    assert_eq!(
        parse("#Orders(4711)/Items/$entity"),
        (
            Target::Path("Orders(4711)/Items"),
            None,
            None,
            Some(Part::Entity)
        )
    );
    assert_eq!(
        parse("#Customers('it''s (a/b), really')/Name"),
        (
            Target::Path("Customers('it''s (a/b), really')/Name"),
            None,
            None,
            None
        )
    );
    let address = ContextUrl::parse("#Customers(1)/Address(City)");
    assert_eq!(address.target(), Target::Path("Customers(1)/Address"));
    assert_eq!(address.entity_set(), Some("Customers"));
    // Microsoft Graph writes such keys and names the entity itself.
    assert_eq!(
        parse("#users('1')/manager/$entity").0,
        Target::Path("users('1')/manager")
    );
    assert_eq!(parse("#users('1')").0, Target::Path("users('1')"));
    assert_eq!(parse("#users('a/$b')").0, Target::Path("users('a/$b')"));
    assert_eq!(
        parse("#items(id='a',n=1)").0,
        Target::Path("items(id='a',n=1)")
    );
}

#[test]
fn a_select_list_may_have_nested_lists() {
    assert_eq!(
        parse("#Customers(Address,Orders,Model.Vip/PreferredContact)"),
        (
            Target::Path("Customers"),
            None,
            Some("Address,Orders,Model.Vip/PreferredContact"),
            None
        )
    );
    assert_eq!(
        parse("#Customers/Model.Vip(Name,@core.description,Model.*)/$entity"),
        (
            Target::Path("Customers"),
            Some("Model.Vip"),
            Some("Name,@core.description,Model.*"),
            Some(Part::Entity)
        )
    );
    let url =
        ContextUrl::parse("#Customers(*,Address/Country(),DirectReports+(FirstName,Friends(Id)))");
    let items: Vec<_> = url.select().into_iter().flatten().collect();
    let paths: Vec<_> = items.iter().map(|item| item.path()).collect();
    assert_eq!(paths, ["*", "Address/Country", "DirectReports"]);
    let nested = |item: &SelectItem<'_>| item.nested().map(|list| list.as_str().to_owned());
    let expected = [
        None,
        Some(String::new()),
        Some("FirstName,Friends(Id)".to_owned()),
    ];
    assert_eq!(items.iter().map(nested).collect::<Vec<_>>(), expected);
    assert_eq!(
        items
            .iter()
            .map(|item| item.is_recursive())
            .collect::<Vec<_>>(),
        [false, false, true]
    );
}

#[test]
fn a_context_url_outside_any_entity_set_names_a_type() {
    assert_eq!(
        parse("#Edm.String"),
        (Target::Type("Edm.String"), None, None, None)
    );
    assert_eq!(
        parse("#Model.Address(City)"),
        (Target::Type("Model.Address"), None, Some("City"), None)
    );
    assert_eq!(
        parse("#Collection(Model.Address)"),
        (Target::Collection("Model.Address"), None, None, None)
    );
    assert_eq!(
        parse("#Collection(Model.Address)(City,Street)"),
        (
            Target::Collection("Model.Address"),
            None,
            Some("City,Street"),
            None
        )
    );
    assert_eq!(
        ContextUrl::parse("#Collection(Model.Address)").type_name(),
        Some("Model.Address")
    );
    // Redfish has versions in type names.
    assert_eq!(
        parse("/redfish/v1/$metadata#Chassis.v1_22_0.Chassis").0,
        Target::Type("Chassis.v1_22_0.Chassis")
    );
}

#[test]
fn references_have_their_own_target() {
    assert_eq!(parse("#$ref"), (Target::Reference, None, None, None));
    assert_eq!(
        parse("#Collection($ref)"),
        (Target::References, None, None, None)
    );
}

#[test]
fn deltas_and_their_items_have_a_part() {
    let customers = Target::Path("Customers");
    for part in [
        Part::Delta,
        Part::DeletedEntity,
        Part::Link,
        Part::DeletedLink,
    ] {
        let text = format!("#Customers/{}", part.as_str());
        assert_eq!(parse(&text), (customers, None, None, Some(part)));
    }
    assert_eq!(
        parse("#Customers/Model.Vip(Name)/$delta"),
        (
            customers,
            Some("Model.Vip"),
            Some("Name"),
            Some(Part::Delta)
        )
    );
    assert_eq!(
        parse("#$delta"),
        (Target::Unnamed, None, None, Some(Part::Delta))
    );
}

#[test]
fn a_fragment_outside_the_grammar_is_opaque() {
    for fragment in [
        "",
        "/",
        "Customers/",
        "Customers(",
        "Customers)",
        "Customers(Name",
        "Customers(Name))",
        "Customers('a)",
        "Customers/$what",
        "Collection(",
        "Collection()",
        "Collection(Customers)",
        "$entity(Id)",
    ] {
        let text = format!("$metadata#{fragment}");
        assert_eq!(
            parse(&text),
            (Target::Opaque(fragment), None, None, None),
            "{fragment}"
        );
    }
}

#[test]
fn deep_nesting_does_not_exhaust_the_stack() {
    let deep = format!("#Customers{}{}", "(A".repeat(100_000), ")".repeat(100_000));
    assert_eq!(ContextUrl::parse(&deep).target(), Target::Path("Customers"));
}
