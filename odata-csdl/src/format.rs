//! The methods that read and write a document.

use crate::{
    alias::Aliases,
    diagnostic::{Diagnostic, Findings},
    json,
    model::Document,
    text::wrong_text,
    xml,
};

impl Document {
    /// Reads CSDL XML or CSDL JSON: text that starts with `{` is JSON. An HTML page is refused with an explanation.
    ///
    /// `file` becomes [`Location::file`](crate::Location::file) of every position. Faults are added to `diagnostics`; the document holds what could be read.
    #[must_use]
    pub fn read(text: &str, file: usize, diagnostics: &mut Vec<Diagnostic>) -> Self {
        if let Some(message) = wrong_text(text) {
            let rule = if text.trim_start().starts_with('<') {
                "xml"
            } else {
                "input"
            };
            Findings::new(file, diagnostics).error(rule, 0..0, message.to_owned());
            return Self::default();
        }
        if text.trim_start().starts_with(['{', '[']) {
            Self::from_json(text, file, diagnostics)
        } else {
            Self::from_xml(text, file, diagnostics)
        }
    }

    /// Reads CSDL XML 4.0 or 4.01. A `Schema` element without the `edmx:Edmx` wrapper is accepted.
    ///
    /// ```
    /// use odata_csdl::Document;
    ///
    /// let mut diagnostics = Vec::new();
    /// Document::from_xml("<catalog/>", 0, &mut diagnostics);
    /// assert!(diagnostics[0].message.starts_with("the root element is `catalog`"));
    /// ```
    #[must_use]
    pub fn from_xml(text: &str, file: usize, diagnostics: &mut Vec<Diagnostic>) -> Self {
        xml::read(text, file, diagnostics)
    }

    /// Reads CSDL JSON 4.01.
    #[must_use]
    pub fn from_json(text: &str, file: usize, diagnostics: &mut Vec<Diagnostic>) -> Self {
        json::read(text, file, diagnostics)
    }

    /// Writes CSDL XML of the document's version. Characters that XML cannot contain, such as U+0001 of a JSON string, become U+FFFD.
    #[must_use]
    pub fn to_xml(&self) -> String {
        xml::write(self.clone())
    }

    /// Writes CSDL JSON, which exists since version 4.01.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::write(self.clone())
    }

    /// Returns the aliases that the document declares, for names in text that a reader does not interpret, such as annotation values.
    #[must_use]
    pub fn aliases(&self) -> Aliases {
        Aliases::of(self)
    }
}
