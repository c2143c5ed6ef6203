//! Text as the metadata of a service.

use odata_codegen::{Config, Navigation, Nulls, Versions};
use odata_csdl::{Document, Severity};

/// Generates Rust that parses, or an error with words.
pub(crate) fn generate(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let config = Config::new().metadata_text("fuzz", text).actions(true);
    let strict = config.clone().strict(true).strict_model(true);
    let other = config
        .clone()
        .navigation(Navigation::Follow)
        .nulls(Nulls::Keep)
        .versions(Versions::Latest)
        .patch(true)
        .nav(true);
    for config in [config, strict, other] {
        match config.generate() {
            Ok(generated) => {
                let files = generated.files().values().map(String::as_str);
                for file in files.chain([generated.text()]) {
                    if let Err(error) = syn::parse_file(file) {
                        panic!("{error}: {file}");
                    }
                }
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

/// Writes a document that was read without errors, and reads it again.
pub(crate) fn write_again(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let Some(document) = read(text) else { return };
    // In JSON, a name with `@` is that of an annotation, and one with `$` belongs to CSDL.
    let has_json = text.starts_with('{') || !text.contains(['@', '$']);
    let json = has_json.then(|| document.to_json());
    for text in [Some(document.to_xml()), json].into_iter().flatten() {
        let Some(again) = read(&text) else {
            panic!("not readable: {text}");
        };
        let written = if text.starts_with('<') {
            again.to_xml()
        } else {
            again.to_json()
        };
        assert_eq!(written, text);
    }
}

fn read(text: &str) -> Option<Document> {
    let mut found = Vec::new();
    let document = Document::read(text, 0, &mut found);
    let is_error = |it: &odata_csdl::Diagnostic| it.severity == Severity::Error;
    (!found.iter().any(is_error)).then_some(document)
}
