//! Relative URLs.

use std::borrow::Cow;

/// Makes a URL of a payload absolute: `reference` as seen from `base`.
///
/// URLs in a payload are relative to the context URL that is nearest around them, or else to the request URL; the
/// `$metadata#...` part of the context URL does not count (JSON format 4.01, section 4.3), which the general rules
/// for URLs (RFC 3986, section 5.2) already see to. Neither URL is checked or decoded, and a `reference` that is
/// absolute comes back as it is. Where `base` is itself relative, the result is, too.
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
/// Source: OData JSON Format 4.01, section 4.3; RFC 3986, section 5.2.
#[must_use]
pub fn resolve_url<'r>(base: &str, reference: &'r str) -> Cow<'r, str> {
    let target = Parts::of(reference);
    if target.scheme.is_some() {
        return Cow::Borrowed(reference);
    }
    let base = Parts::of(base);
    let mut url = String::new();
    if let Some(scheme) = base.scheme {
        url.push_str(scheme);
        url.push(':');
    }
    if let Some(authority) = target.authority.or(base.authority) {
        url.push_str("//");
        url.push_str(authority);
    }
    let keeps_path = target.authority.is_none() && target.path.is_empty();
    let query = if keeps_path {
        url.push_str(base.path);
        target.query.or(base.query)
    } else {
        // A path that starts with a slash, or one behind another host, stands for itself.
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

/// The five components of a URL (RFC 3986, appendix B).
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(url: &'a str) -> Self {
        let (rest, fragment) = cut(url, '#');
        let (rest, query) = cut(rest, '?');
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
        Parts {
            scheme,
            authority,
            path,
            query,
            fragment,
        }
    }
}

/// Splits at the first `mark`.
fn cut(text: &str, mark: char) -> (&str, Option<&str>) {
    match text.split_once(mark) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

/// `Customers('a:b')` is a path: an unencoded colon only ends a scheme where what precedes it can be one.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// Appends a path, `.` and `..` segments resolved (RFC 3986, section 5.2.4).
fn push_without_dots(url: &mut String, path: &str) {
    let mut segments: Vec<&str> = Vec::new();
    let absolute = path.starts_with('/');
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
            // What remains is a folder.
            segments.push("");
        }
    }
    if absolute {
        url.push('/');
    }
    for (index, segment) in segments.iter().enumerate() {
        if index > 0 {
            url.push('/');
        }
        url.push_str(segment);
    }
}
