#![deny(warnings)]

use std::borrow::Cow;

use odata_core::{ODataResource, json};

#[derive(Debug, Default, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Document<'a> {
    #[odata(borrow)]
    note: Option<Cow<'a, str>>,
    id: &'a str,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop", deref)]
struct Order<'a, 'b, T> {
    #[odata(base)]
    document: Document<'a>,
    lines: Vec<Line<'b>>,
    extra: Option<T>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "shop")]
struct Line<'line> {
    #[odata(borrow)]
    article: Cow<'line, str>,
}

#[derive(Debug, PartialEq, ODataResource)]
#[odata(hierarchy = Document<'a>)]
enum AnyDocument<'a> {
    Document(Document<'a>),
    Order(Box<Order<'a, 'a, i32>>),
}

fn main() {
    let text = r##"{"id":"7","note":"as is","lines":[{"article":"a \"b\""},{"article":"c"}]}"##.to_owned();
    let order: Order<'_, '_, i32> = json::from_str(&text).unwrap();
    assert!(matches!(order.note, Some(Cow::Borrowed("as is"))));
    assert!(matches!(order.lines[0].article, Cow::Owned(_)));
    assert!(matches!(order.lines[1].article, Cow::Borrowed("c")));
    let late = r##"{"id":"7","note":"late","@odata.type":"shop.document"}"##.to_owned();
    let any: AnyDocument<'_> = json::from_str(&late).unwrap();
    assert!(matches!(any.as_document().unwrap().note, Some(Cow::Borrowed("late"))));
}
