//! Strings.

use serde_json::Error;

use crate::raw::{scan::after_string, text_parser::TextParser};

impl TextParser<'_> {
    /// Parses the string that begins here and is not plain.
    #[cold]
    pub(super) fn escaped_string(&mut self) -> Result<String, Error> {
        let after = after_string(self.rest().get(1..).unwrap_or_default());
        let end = self.text.len() - after.len();
        let token = self.text.get(self.at..end).unwrap_or_default();
        match serde_json::from_str(token) {
            Ok(text) => {
                self.at = end;
                Ok(text)
            }
            Err(_) => Err(self.error_of::<String>(self.text.len())),
        }
    }
}
