//! A collection over all of its pages.

use super::*;

/// Three pages of a service.
fn fetch(link: &str) -> io::Result<io::Cursor<Vec<u8>>> {
    let page: &[u8] = match link {
        "https://h/s/Orders?$skip=2" => br#"{"@odata.context":"https://h/s/$metadata#Orders","value":[],"@odata.nextLink":"Orders?$skip=3"}"#,
        "https://h/s/Orders?$skip=3" => br#"{"@odata.deltaLink":"Orders?$delta","value":[{"id":3}]}"#,
        _ => return Err(io::ErrorKind::NotFound.into()),
    };
    Ok(io::Cursor::new(page.to_vec()))
}

fn first_page(next: &str) -> String {
    format!(
        r#"{{"@odata.context":"https://h/s/$metadata#Orders","value":[{{"id":1}},{{"id":2}}],"@odata.nextLink":"{next}"}}"#
    )
}

#[test]
fn pages_follow_next_links() -> TestResult {
    let first = first_page("Orders?$skip=2");
    let mut orders = json::pages::<Order, _, _>(io::Cursor::new(first.into_bytes()), fetch);
    assert_eq!(orders.link(), None);
    let ids = orders
        .by_ref()
        .map(|it| it.map(|it| it.id))
        .collect::<Result<Vec<_>, _>>()?;
    assert_eq!(ids, [Some(1), Some(2), Some(3)]);
    assert_eq!(orders.link(), Some("https://h/s/Orders?$skip=3"));
    assert_eq!(
        orders.envelope()?.delta_link.as_deref(),
        Some("Orders?$delta")
    );
    Ok(())
}

#[test]
fn an_unreachable_page_ends_the_pages_with_its_link() {
    let first = first_page("Orders?$skip=99");
    let mut orders = json::pages::<Order, _, _>(io::Cursor::new(first.into_bytes()), fetch);
    let answers: Vec<_> = orders
        .by_ref()
        .map(|it| it.map(|it| it.id).map_err(|e| e.kind()))
        .collect();
    assert_eq!(answers, [Ok(Some(1)), Ok(Some(2)), Err(ErrorKind::Io)]);
    assert_eq!(orders.link(), Some("https://h/s/Orders?$skip=99"));
}

#[test]
fn an_invalid_page_ends_the_pages() {
    let body = br#"{"value":[{"id":1},{"id"],"@odata.nextLink":"https://h/s/Orders?$skip=2"}"#;
    let mut orders = json::pages::<Order, _, _>(io::Cursor::new(body.to_vec()), fetch);
    assert!(orders.next().unwrap().is_ok());
    assert_eq!(
        orders.next().unwrap().unwrap_err().kind(),
        ErrorKind::Syntax
    );
    assert!(orders.next().is_none());
}

#[test]
fn a_page_that_links_to_itself_is_an_error() {
    let page = &br#"{"value":[1],"@odata.nextLink":"same"}"#[..];
    let answers: Vec<_> = json::pages::<i32, _, _>(page, |_| Ok(page)).collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(
        answers.last().unwrap().as_ref().unwrap_err().pointer(),
        "/@odata.nextLink"
    );
}
