//! Texts of headers and URLs.

use odata_core::{
    Version,
    protocol::{AnnotationFilter, MediaType, context_url::ContextUrl, resolve_url},
};

/// Asserts that a media type round-trips in the spelling of either version.
pub(crate) fn media_type(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    match text.parse::<MediaType>() {
        Ok(media_type) => {
            for version in [Version::V4, Version::V401] {
                let written = media_type.display(version).to_string();
                assert_eq!(
                    written.parse::<MediaType>().expect("what was written"),
                    media_type
                );
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Asserts that the `include-annotations` preference round-trips.
pub(crate) fn annotation_filter(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    if let Ok(filter) = text.parse::<AnnotationFilter>() {
        let again: AnnotationFilter = filter.to_string().parse().expect("what was written");
        assert_eq!(again, filter);
        for name in text.split(',') {
            assert_eq!(filter.includes(name), again.includes(name));
        }
    }
}

/// Asserts that every part of a context URL is a part of its text.
pub(crate) fn context(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let url = ContextUrl::parse(text);
    assert_eq!(url.to_string(), text);
    assert!(text.starts_with(url.metadata_url()));
    for part in [url.entity_set(), url.type_name()].into_iter().flatten() {
        assert!(text.contains(part));
    }
    let mut lists: Vec<_> = url.select().into_iter().collect();
    while let Some(list) = lists.pop() {
        for item in list {
            assert!(text.contains(item.path()));
            let _ = item.is_recursive();
            lists.extend(item.nested());
        }
    }
    if let Some((base, reference)) = text.split_once(' ') {
        let absolute = resolve_url(base, reference);
        if reference.starts_with("https://") {
            assert_eq!(absolute, reference);
        }
    }
}
