//! Control information that is taken over where there is none.

use crate::{
    dynamic::{
        annotations::Annotations,
        control::{
            ControlInformation,
            value_kind::{Key, canonical_name},
        },
    },
    protocol::version::Version,
};

impl ControlInformation {
    /// Adds what `other` has and this has not, under either name; what is there stays.
    ///
    /// ```
    /// use odata_core::ControlInformation;
    ///
    /// let mut control = ControlInformation::new();
    /// control.insert("@id", r#""Orders(7)/special""#)?;
    /// let mut links = ControlInformation::new();
    /// links.insert("@odata.id", r#""Orders(7)""#)?;
    /// links.insert("@odata.editLink", r#""Orders(7)/edit""#)?;
    ///
    /// control.fill_in(&links);
    /// assert_eq!(control.id(), Some(Some("Orders(7)/special".into())));
    /// assert_eq!(control.edit_link().as_deref(), Some("Orders(7)/edit"));
    /// # Ok::<(), odata_core::dynamic::InvalidControlInformation>(())
    /// ```
    pub fn fill_in(&mut self, other: &ControlInformation) {
        for (name, json) in other {
            let is_there = Key::parse(name).is_some_and(|key| self.stored_name(key).is_some());
            if !is_there {
                self.0.push(name.into(), json.clone());
            }
        }
    }
}

impl Annotations {
    /// Adds the control information that is not there yet; what is there stays. For types that keep control
    /// information among their annotations, as generated ones do.
    ///
    /// ```
    /// use odata_core::{Annotations, ControlInformation};
    ///
    /// let mut links = ControlInformation::new();
    /// links.insert("@odata.id", r#""Orders(7)""#)?;
    /// let mut annotations = Annotations::new();
    /// annotations.fill_in(&links);
    /// assert_eq!(annotations.control().id(), Some(Some("Orders(7)".into())));
    /// # Ok::<(), odata_core::dynamic::InvalidControlInformation>(())
    /// ```
    pub fn fill_in(&mut self, control: &ControlInformation) {
        for (name, json) in control {
            // Kept under the name with prefix: in a 4.0 payload the one without is an annotation of the service's own.
            let name = canonical_name(name, Version::V401);
            if self.members.raw(&name).is_none() {
                self.members.push(name.into(), json.clone());
            }
        }
    }
}
