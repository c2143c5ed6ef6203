//! `$metadata` and the service document.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use odata_core::{
    Version,
    axum::ODataJson,
    payload::{ServiceDocument, ServiceElement, ServiceElementKind},
};

use crate::{
    BoxError,
    model::model,
    request::{Handled, error, root},
};

/// `$metadata` in both formats, written once.
#[derive(Debug, Clone)]
pub struct Documents {
    xml: String,
    json: String,
}

impl Documents {
    /// Writes the model.
    ///
    /// # Errors
    /// If the model is not valid.
    pub fn new() -> Result<Self, BoxError> {
        let model = model();
        Ok(Documents {
            xml: model.to_xml(Version::V401)?,
            json: model.to_json()?,
        })
    }
}

/// `GET /$metadata`, in the format that `Accept` prefers. XML wins a tie, because more clients read it.
///
/// # Errors
/// 406 if the client accepts neither format.
pub async fn metadata(
    State(documents): State<Documents>,
    headers: HeaderMap,
) -> Handled<impl IntoResponse> {
    let accept = headers.get(header::ACCEPT).and_then(|it| it.to_str().ok());
    let accept = accept.unwrap_or("*/*");
    let [xml, json] = ["application/xml", "application/json"].map(|it| quality(accept, it));
    let (media_type, body) = if xml == 0 && json == 0 {
        return Err(error(
            StatusCode::NOT_ACCEPTABLE,
            "NotAcceptable",
            "The formats are application/xml and application/json.",
        ));
    } else if json > xml {
        ("application/json", documents.json)
    } else {
        ("application/xml", documents.xml)
    };
    let version = HeaderValue::from_static("4.01");
    Ok((
        [
            (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
            (header::HeaderName::from_static("odata-version"), version),
            (header::VARY, HeaderValue::from_static("Accept")),
        ],
        body,
    ))
}

/// Returns the weight of a media type in thousandths: that of the most specific range (RFC 9110 §12.5.1).
fn quality(accept: &str, media_type: &str) -> u16 {
    let ranges = accept.split(',').filter_map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next()?;
        let specificity = match name {
            "*/*" => 0,
            "application/*" => 1,
            _ if name.eq_ignore_ascii_case(media_type) => 2,
            _ => return None,
        };
        let weight = parts.find_map(|it| it.strip_prefix("q=")?.parse::<f32>().ok());
        // The cast keeps a number from 0 to 1000.
        let weight = (weight.unwrap_or(1.0).clamp(0.0, 1.0) * 1000.0) as u16;
        Some((specificity, weight))
    });
    let best = ranges.max_by_key(|(specificity, _)| *specificity);
    best.map_or(0, |(_, weight)| weight)
}

/// `GET /`: the service document.
pub async fn service_document(headers: HeaderMap) -> ODataJson<ServiceDocument> {
    let products =
        ServiceElement::new("Products", "Products").with_kind(ServiceElementKind::EntitySet);
    let context = format!("{}$metadata", root(&headers));
    ODataJson(ServiceDocument::new(vec![products]).with_context(&context))
}
