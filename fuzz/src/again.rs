//! Reads, writes and reads again.

use odata_core::{ReadOptions, Validate, WriteOptions, json};
use serde::{Serialize, de::DeserializeOwned};

use crate::{chunks::Chunks, options, pointer};

/// A type that can be the body of a request or response.
pub(crate) trait Body: DeserializeOwned + Serialize + Validate {}

impl<T: DeserializeOwned + Serialize + Validate> Body for T {}

/// Reads the bytes as a `T` as a client, with options from the first bytes, and through plain serde_json.
pub(crate) fn each_way<T: Body>(data: &[u8]) {
    let client = ReadOptions::client().validate(false);
    with_options::<T>(data, &client, 100, &WriteOptions::new().validate(false));
    by_serde::<T>(data, &client);
    if let Some((bits, rest)) = data
        .split_last_chunk()
        .map(|(rest, bits)| (u32::from_le_bytes(*bits), rest))
    {
        let depth = options::max_depth(bits);
        with_options::<T>(rest, &options::read(bits), depth, &options::write(bits));
    }
}

/// Asserts that a written value is read and written again as the same text, from a slice and from a reader.
fn with_options<T: Body>(data: &[u8], read: &ReadOptions, max_depth: u16, write: &WriteOptions) {
    let from_reader = json::from_reader_with::<T>(Chunks::new(data), read);
    let value = match json::from_slice_with::<T>(data, read) {
        Ok(value) => value,
        Err(error) => {
            pointer::check(data, &error);
            let other = from_reader
                .err()
                .expect("a reader gives what a slice does not");
            assert_eq!(error.to_string(), other.to_string());
            return;
        }
    };
    let Ok(first) = json::to_string_with(&value, write) else {
        return;
    };
    let other = json::to_string_with(
        &from_reader.expect("a slice gives what a reader does not"),
        write,
    );
    assert_eq!(other.expect("what a reader gives is written"), first);
    // The output may exceed some limits: a tag is written in full, a number in digits, a default as an array.
    let again = read
        .clone()
        .max_members(usize::MAX)
        .max_string(usize::MAX)
        .max_number(1024)
        .max_depth(max_depth + 1)
        .validate(false);
    let second = match json::from_str_with::<T>(&first, &again) {
        Ok(value) => json::to_string_with(&value, write).expect("what was written can be written"),
        Err(error) => panic!("{error}: what was written cannot be read: {first}"),
    };
    assert_eq!(second, first);
}

/// Asserts that plain serde_json, from a slice and from a reader, reads the same value as a client.
fn by_serde<T: Body>(data: &[u8], client: &ReadOptions) {
    let plain = serde_json::from_slice::<T>(data).map(|value| text(&value));
    let chunked = serde_json::from_reader::<_, T>(Chunks::new(data)).map(|value| text(&value));
    match (&plain, &chunked) {
        (Ok(plain), Ok(chunked)) => assert_eq!(plain, chunked),
        (Err(_), Err(_)) => {}
        _ => panic!("serde_json: from a slice {plain:?}, from a reader {chunked:?}"),
    }
    // Plain serde accepts exponents in decimals; version 4.0 requires a parameter of the media type for them.
    let read = client.clone().exponential_decimals(true);
    if let Ok(value) = json::from_slice_with::<T>(data, &read) {
        assert_eq!(
            plain.expect("serde_json reads what a client does"),
            text(&value)
        );
    }
}

fn text<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_string(value).ok()
}
