//! Collections read from a stream of chunks.

use std::{io, task::Poll};

use futures_core::Stream;
use futures_executor::block_on;
use futures_util::{StreamExt, TryStreamExt, stream};
use odata_core::{Collection, ErrorKind, ODataResource, json};

use super::TestResult;

#[derive(Debug, PartialEq, ODataResource)]
#[odata(namespace = "NS")]
struct Order {
    id: i64,
}

/// A body in chunks of `size` bytes, each of which is pending when it is polled first.
fn body(text: &str, size: usize) -> impl Stream<Item = io::Result<Vec<u8>>> {
    let mut pieces: Vec<_> = text.as_bytes().chunks(size).map(<[u8]>::to_vec).collect();
    pieces.reverse();
    let mut is_late = false;
    stream::poll_fn(move |context| {
        is_late = !is_late;
        if is_late {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(pieces.pop().map(Ok))
    })
}

const BODY: &str =
    r#"{"@odata.count":3,"value":[{"id":1},{"id":2},{"id":3}],"@odata.nextLink":"n"}"#;

#[test]
fn a_stream_equals_its_collection_for_any_chunk_size() -> TestResult {
    let whole: Collection<Order> = json::from_str(BODY)?;
    for size in 1..=BODY.len() {
        block_on(async {
            let mut orders = json::item_stream::<Order, _>(body(BODY, size));
            assert_eq!(orders.envelope().await?.count, Some(3));
            let items = orders.by_ref().try_collect::<Vec<_>>().await?;
            assert_eq!(
                Collection::from_parts(items, orders.trailer().await?),
                whole
            );
            Ok::<_, odata_core::Error>(())
        })?;
    }
    Ok(())
}

#[test]
fn the_trailer_of_a_stream_skips_the_remaining_items() -> TestResult {
    let trailer = block_on(json::item_stream::<Order, _>(body(BODY, 10)).trailer())?;
    assert_eq!(trailer.next_link.as_deref(), Some("n"));
    Ok(())
}

#[test]
fn a_connection_error_ends_a_stream() {
    let broken = stream::iter([
        Ok(r#"{"value":[{"id":1},{"#),
        Err(io::Error::from(io::ErrorKind::ConnectionReset)),
        Ok(r#""id":2}]}"#),
    ]);
    let answers: Vec<_> = block_on(
        json::item_stream::<Order, _>(broken)
            .map(|it| it.map_err(|e| e.kind()))
            .collect(),
    );
    assert_eq!(answers, [Ok(Order { id: 1 }), Err(ErrorKind::Io)]);
}

#[test]
fn an_error_of_a_streamed_item_has_a_pointer() {
    let mut orders = json::item_stream::<Order, _>(body(r#"{"value":[{"id":"1"},{"id":2}]}"#, 3));
    let error = block_on(orders.next()).unwrap().unwrap_err();
    assert_eq!(
        (error.kind(), error.pointer()),
        (ErrorKind::Type, "/value/0/id")
    );
    assert_eq!(block_on(orders.next()).unwrap().unwrap(), Order { id: 2 });
}

#[test]
fn a_page_stream_follows_next_links() -> TestResult {
    let pages = |link: String| async move {
        match link.as_str() {
            "https://h/s/Orders?2" => Ok(body(
                r#"{"value":[],"@odata.nextLink":"https://h/s/Orders?3"}"#,
                4,
            )),
            "https://h/s/Orders?3" => Ok(body(r#"{"value":[{"id":3}],"@odata.deltaLink":"d"}"#, 4)),
            _ => Err(io::Error::from(io::ErrorKind::NotFound)),
        }
    };
    let first = r#"{"@odata.context":"https://h/s/$metadata#Orders","value":[{"id":1}],"@odata.nextLink":"Orders?2"}"#;
    let mut orders = json::page_stream::<Order, _, _, _>(body(first, 4), pages);
    let all = block_on(orders.by_ref().try_collect::<Vec<_>>())?;
    assert_eq!(all, [Order { id: 1 }, Order { id: 3 }]);
    assert_eq!(orders.envelope().delta_link.as_deref(), Some("d"));
    assert_eq!(orders.link(), Some("https://h/s/Orders?3"));
    Ok(())
}

#[test]
fn an_unreachable_page_ends_a_page_stream_with_its_link() {
    let first = body(r#"{"value":[{"id":1}],"@odata.nextLink":"2"}"#, 9);
    let mut orders = json::page_stream::<Order, _, _, _>(first, |_| async {
        Err::<_, io::Error>(io::ErrorKind::TimedOut.into())
    });
    let answers: Vec<_> = block_on(orders.by_ref().map(|it| it.is_ok()).collect());
    assert_eq!(answers, [true, false]);
    assert_eq!(orders.link(), Some("2"));
}

crate::round_trip::round_trips! {
    types: [Order],
    hierarchies: [],
    enumerations: [],
}
