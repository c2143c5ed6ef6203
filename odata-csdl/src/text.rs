//! From bytes to text: encodings, and what a download may be instead of metadata.

/// The message about a text that ends too early.
pub(crate) const TRUNCATED: &str =
    "the document ends before it is complete: download the service's `$metadata` again";

/// Returns the message about the body of an error response.
pub(crate) fn error_response(message: &str) -> String {
    let text = "this is an error response of the service and not metadata";
    if message.is_empty() {
        format!("{text}: download the service's `$metadata` with the credentials that it needs")
    } else {
        format!("{text}: {message}")
    }
}

/// Returns the text of a file: UTF-8, or UTF-16 in either byte order. A byte order mark is removed.
///
/// # Errors
///
/// The message for a file in another encoding, or for a compressed one, and how to convert it.
///
/// ```
/// assert_eq!(odata_csdl::decode(b"\xff\xfe<\0a\0/\0>\0".to_vec()), Ok("<a/>".to_owned()));
/// assert_eq!(
///     odata_csdl::decode(b"<?xml version='1.0' encoding='windows-1252'?><gr\xfc\xdfe/>".to_vec()),
///     Err("the encoding windows-1252 is not supported: convert the file to UTF-8, for example with `iconv -f windows-1252 -t utf-8`".to_owned())
/// );
/// ```
pub fn decode(bytes: Vec<u8>) -> Result<String, String> {
    let units = |to_unit: fn([u8; 2]) -> u16| {
        let pairs = bytes.chunks_exact(2);
        let is_whole = pairs.remainder().is_empty();
        let units = pairs.filter_map(|pair| Some(to_unit(pair.try_into().ok()?)));
        let text: Result<String, _> = char::decode_utf16(units).collect();
        text.ok()
            .filter(|_| is_whole)
            .ok_or_else(|| "the file is not valid UTF-16: save it as UTF-8".to_owned())
    };
    let text = match bytes.as_slice() {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => {
            return Err("the encoding UTF-32 is not supported: save the file as UTF-8".to_owned());
        }
        [0xff, 0xfe, ..] | [b'<' | b'{', 0, ..] => units(u16::from_le_bytes)?,
        [0xfe, 0xff, ..] | [0, b'<' | b'{', ..] => units(u16::from_be_bytes)?,
        [0x1f, 0x8b, ..] => {
            return Err(
                "the file is compressed with gzip: decompress it, or download it with `curl --compressed`"
                    .to_owned(),
            );
        }
        [b'P', b'K', 3, 4, ..] => {
            return Err("the file is a ZIP archive: extract the metadata from it".to_owned());
        }
        _ => String::from_utf8(bytes).map_err(|error| not_utf8(error.as_bytes()))?,
    };
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// Names the encoding that the XML declaration states.
fn not_utf8(bytes: &[u8]) -> String {
    let start = String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes));
    let declared = start
        .split_once("encoding=")
        .and_then(|(_, rest)| rest.get(1..)?.split(['"', '\'']).next())
        .filter(|name| !name.eq_ignore_ascii_case("utf-8"));
    match declared {
        Some(name) => format!(
            "the encoding {name} is not supported: convert the file to UTF-8, for example with `iconv -f {name} -t utf-8`"
        ),
        None => "the file is not valid UTF-8: convert it, for example with `iconv -f windows-1252 -t utf-8`".to_owned(),
    }
}

/// Explains a text that is neither XML nor a JSON object, or an HTML page.
pub(crate) fn wrong_text(text: &str) -> Option<&'static str> {
    let start: String = text.trim_start().chars().take(2000).collect();
    let start = start.to_ascii_lowercase();
    let mut rest = start.as_str();
    // XHTML has a declaration, and comments may precede the page.
    while let Some((_, after)) = ["?>", "-->"].iter().find_map(|end| {
        (rest.starts_with("<?") && *end == "?>" || rest.starts_with("<!--") && *end == "-->")
            .then(|| rest.split_once(end))?
    }) {
        rest = after.trim_start();
    }
    if rest.starts_with("<!doctype html") || rest.starts_with("<html") {
        return Some(
            "this is an HTML page and not metadata, perhaps a sign-in or error page: download the service's `$metadata` with the credentials that it needs",
        );
    }
    if start.is_empty() {
        return Some("the file is empty: download the service's `$metadata`");
    }
    (!start.starts_with(['<', '{', '[']))
        .then_some("this is neither XML nor JSON: CSDL XML starts with `<`, CSDL JSON with `{`")
}
