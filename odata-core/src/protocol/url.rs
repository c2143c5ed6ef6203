//! Relative URLs.

use std::borrow::Cow;

/// Resolves a URL of a payload against `base`.
///
/// URLs in a payload are relative to the nearest context URL around them, or to the request URL if there is none. Resolution removes the
/// `$metadata#...` of the context URL. Neither URL is checked or decoded: services also send characters that RFC 3986 forbids. An absolute
/// `reference` is returned unchanged. If `base` is relative, the result is relative.
///
/// ```
/// use odata_core::protocol::resolve_url;
///
/// let context = "https://graph.example/v1.0/$metadata#users/$entity";
/// assert_eq!(resolve_url(context, "users('1')"), "https://graph.example/v1.0/users('1')");
/// assert_eq!(resolve_url(context, "/beta/me"), "https://graph.example/beta/me");
/// assert_eq!(resolve_url(context, "#groups"), "https://graph.example/v1.0/$metadata#groups");
/// assert_eq!(resolve_url(context, "https://other.example/x"), "https://other.example/x");
/// ```
///
/// Source: JSON 4.01 §4.3; RFC 3986 §5.2.
#[must_use]
pub fn resolve_url<'r>(base: &str, reference: &'r str) -> Cow<'r, str> {
    let target = UrlParts::parse(reference);
    if target.scheme.is_some() {
        return Cow::Borrowed(reference);
    }
    let base = UrlParts::parse(base);
    let mut url = String::new();
    if let Some(scheme) = base.scheme {
        url.push_str(scheme);
        url.push(':');
    }
    if let Some(authority) = target.authority.or(base.authority) {
        url.push_str("//");
        url.push_str(authority);
    }
    let has_base_path = target.authority.is_none() && target.path.is_empty();
    let query = if has_base_path {
        url.push_str(base.path);
        target.query.or(base.query)
    } else {
        // A path that starts with a slash or belongs to another host is not relative.
        if target.path.starts_with('/') || target.authority.is_some() {
            push_without_dots(&mut url, target.path);
        } else {
            let folder = match base.path.rsplit_once('/') {
                Some((folder, _)) => Some(folder),
                None => base.authority.map(|_| ""),
            };
            match folder {
                Some(folder) => push_without_dots(&mut url, &format!("{folder}/{}", target.path)),
                None => push_without_dots(&mut url, target.path),
            }
        }
        target.query
    };
    if let Some(query) = query {
        url.push('?');
        url.push_str(query);
    }
    if let Some(fragment) = target.fragment {
        url.push('#');
        url.push_str(fragment);
    }
    Cow::Owned(url)
}

/// The five components of a URL (RFC 3986 appendix B).
struct UrlParts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> UrlParts<'a> {
    fn parse(url: &'a str) -> Self {
        let (rest, fragment) = split_optional(url, '#');
        let (rest, query) = split_optional(rest, '?');
        let (scheme, rest) = match rest.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, rest),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let end = rest.find('/').unwrap_or(rest.len());
                let (authority, path) = rest.split_at(end);
                (Some(authority), path)
            }
            None => (None, rest),
        };
        UrlParts {
            scheme,
            authority,
            path,
            query,
            fragment,
        }
    }
}

/// Splits at the first `mark`.
fn split_optional(text: &str, mark: char) -> (&str, Option<&str>) {
    match text.split_once(mark) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

/// Returns whether the text before a colon is a scheme. `Customers('a:b')` is a path.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// Appends a path without its `.` and `..` segments (RFC 3986 §5.2.4).
fn push_without_dots(url: &mut String, path: &str) {
    let mut segments: Vec<&str> = Vec::new();
    let is_absolute = path.starts_with('/');
    let mut rest = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = rest.next() {
        let is_last = rest.peek().is_none();
        match segment {
            "." => {}
            ".." => {
                segments.pop();
            }
            segment => {
                segments.push(segment);
                continue;
            }
        }
        if is_last {
            // The path ends with a slash.
            segments.push("");
        }
    }
    if is_absolute {
        url.push('/');
    }
    for (index, segment) in segments.iter().enumerate() {
        if index > 0 {
            url.push('/');
        }
        url.push_str(segment);
    }
}
