//! Text as the metadata of a service.

use odata_codegen::Config;

/// Generates Rust, or an error.
pub(crate) fn generate(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    for strict in [false, true] {
        let config = Config::new()
            .metadata_text("fuzz", text)
            .strict(strict)
            .strict_model(strict)
            .actions(true);
        if let Err(error) = config.generate() {
            assert!(!error.to_string().is_empty());
        }
    }
}
