//! Control information from another object.

use crate::{
    dynamic::{
        annotations::Annotations,
        control::ControlInformation,
        member_name::{MemberName, canonical_name},
    },
    protocol::Version,
};

impl ControlInformation {
    /// Adds the entries of `other` that this does not have under either name. Existing entries are not changed.
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
            if self.stored_name(MemberName::parse(name)).is_none() {
                self.0.push(name.into(), json.clone());
            }
        }
    }
}

impl Annotations {
    /// Adds the control information that this does not have; existing entries are not changed. For types with control information among
    /// their annotations, such as generated types.
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
            // Without the prefix it would be an annotation in a 4.0 payload.
            let name = canonical_name(name, Version::V401);
            if self.members.raw(&name).is_none() {
                self.members.push(name.into(), json.clone());
            }
        }
    }
}
