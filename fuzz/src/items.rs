//! Collections read item by item.

use odata_core::{Collection, ErrorKind, ODataType, ReadOptions, WriteOptions, json};

use crate::{again::Body, chunks::Chunks, options, pointer};

/// Reads the bytes as a collection, both at once and item by item.
pub(crate) fn one_by_one<T: Body + ODataType>(data: &[u8]) {
    compare::<T>(data, &ReadOptions::client());
    if let Some((rest, bits)) = data.split_last_chunk() {
        compare::<T>(rest, &options::read(u32::from_le_bytes(*bits)));
    }
}

fn compare<T: Body + ODataType>(data: &[u8], read: &ReadOptions) {
    let read = read.clone().validate(false);
    // Streaming finds invalid UTF-8 only when it reaches it.
    if std::str::from_utf8(data).is_err() {
        let mut items = json::items_with::<T, _>(Chunks::new(data), &read);
        assert!(items.any(|item| item.is_err()) || items.trailer().is_err());
        return;
    }
    let mut items = json::items_with::<T, _>(Chunks::new(data), &read);
    let read_items: Result<Vec<T>, _> = items.by_ref().collect();
    let streamed = read_items.and_then(|value| Ok(Collection::from_parts(value, items.trailer()?)));
    let whole = json::from_slice_with::<Collection<T>>(data, &read);
    match (streamed, whole) {
        (Ok(streamed), Ok(whole)) => {
            let options = WriteOptions::new().validate(false);
            let text = |it: &Collection<T>| json::to_string_with(it, &options).ok();
            assert_eq!(text(&streamed), text(&whole));
        }
        (Err(streamed), Err(whole)) => {
            pointer::check(data, &streamed);
            // In invalid JSON the pointers may differ, and the content of a string is checked only where the string is read.
            let kinds = [streamed.kind(), whole.kind()];
            if serde_json::from_slice::<serde::de::IgnoredAny>(data).is_err()
                || kinds == [ErrorKind::Syntax; 2]
            {
                return;
            }
            // A body in memory is checked for its limits, and for the depth of the envelope, before anything is read.
            let is_limit = kinds.contains(&ErrorKind::Length) || kinds.contains(&ErrorKind::Depth);
            let is_same = streamed.pointer() == whole.pointer();
            assert!(is_limit || is_same, "{streamed}, but whole {whole}");
        }
        (Err(streamed), Ok(_)) => panic!("only item by item: {streamed}"),
        (Ok(_), Err(whole)) => panic!("only whole: {whole}"),
    }
}
