//! Links that are new or gone.

use std::borrow::Cow;

use serde::de;

use crate::{
    codec::raw_json::RawJson,
    dynamic::{control::view::text, members, resource::DynamicResource},
    payload::delta::{DeltaItem, read::require_string},
    protocol::{context_url::Part, version::Version},
    session::policy::read_policy,
};

/// A link between two entities, without the entities: what a [`DeltaItem::Link`] adds and a [`DeltaItem::DeletedLink`] takes away.
///
/// ```
/// use odata_core::{json, payload::DeltaItem};
///
/// let text = r##"{"@odata.context":"#Customers/$link","source":"Customers(1)","relationship":"Orders","target":"Orders(2)"}"##;
/// let DeltaItem::<()>::Link(link) = json::from_str(text)? else {
///     return Err("something else".into());
/// };
/// assert_eq!(link.source(), "Customers(1)");
/// assert_eq!(link.relationship(), "Orders");
/// assert_eq!(link.target().as_deref(), Some("Orders(2)"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Source: OData JSON Format 4.01, sections 15.4 and 15.5.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DeltaLink(DynamicResource);

impl DeltaLink {
    /// The id of the entity that the link is from: a URL, which may be relative to the context's.
    #[must_use]
    pub fn source(&self) -> Cow<'_, str> {
        // EnvelopeBuilder and the constructors see to it that it is there, as for the relationship.
        self.text("source").unwrap_or_default()
    }

    /// The path from the source's type to the navigation property.
    #[must_use]
    pub fn relationship(&self) -> Cow<'_, str> {
        self.text("relationship").unwrap_or_default()
    }

    /// The id of the entity that the link is to. In 4.01, a link that is gone needs none where the relationship has one target only.
    #[must_use]
    pub fn target(&self) -> Option<Cow<'_, str>> {
        self.text("target")
    }

    /// The exact JSON of a member.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.0.raw(name)
    }

    /// All members, in order and exact.
    #[must_use]
    pub fn iter(&self) -> members::Iter<'_> {
        self.0.iter()
    }

    fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        self.0.raw(name).and_then(text)
    }

    fn new(set: &str, part: Part, ends: [(&str, Option<&str>); 3]) -> DeltaLink {
        let mut members = DynamicResource::new();
        let context = format!("#{set}/{}", part.as_str());
        members
            .0
            .push("@odata.context".into(), RawJson::string(&context));
        for (name, value) in ends {
            if let Some(value) = value {
                members.0.push(name.into(), RawJson::string(value));
            }
        }
        DeltaLink(members)
    }

    /// Of the members of an item whose context says that it is one.
    pub(super) fn of<E: de::Error>(members: DynamicResource) -> Result<DeltaLink, E> {
        require_string(&members, "source")?;
        require_string(&members, "relationship")?;
        if members.raw("target").is_some() || read_policy().version < Version::V401 {
            require_string(&members, "target")?;
        }
        Ok(DeltaLink(members))
    }
}

impl<T> DeltaItem<T> {
    /// A link that is new: the entity set of the source, the source's id, the path to the navigation property, the target's id.
    ///
    /// ```
    /// use odata_core::{json, payload::DeltaItem};
    ///
    /// let link: DeltaItem<()> = DeltaItem::link("Customers", "Customers(1)", "Orders", "Orders(2)");
    /// assert_eq!(
    ///     json::to_string(&link)?,
    ///     r##"{"@odata.context":"#Customers/$link","source":"Customers(1)","relationship":"Orders","target":"Orders(2)"}"##
    /// );
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub fn link(set: &str, source: &str, relationship: &str, target: &str) -> Self {
        let target = Some(target);
        DeltaItem::Link(DeltaLink::new(
            set,
            Part::Link,
            [
                ("source", Some(source)),
                ("relationship", Some(relationship)),
                ("target", target),
            ],
        ))
    }

    /// A link that is gone: as [`link`](Self::link), save that 4.01 needs no target where the relationship has one only.
    ///
    /// ```
    /// use odata_core::{json, payload::DeltaItem};
    ///
    /// let link: DeltaItem<()> = DeltaItem::deleted_link("Customers", "Customers(1)", "Manager", None);
    /// assert_eq!(
    ///     json::to_string(&link)?,
    ///     r##"{"@odata.context":"#Customers/$deletedLink","source":"Customers(1)","relationship":"Manager"}"##
    /// );
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub fn deleted_link(set: &str, source: &str, relationship: &str, target: Option<&str>) -> Self {
        DeltaItem::DeletedLink(DeltaLink::new(
            set,
            Part::DeletedLink,
            [
                ("source", Some(source)),
                ("relationship", Some(relationship)),
                ("target", target),
            ],
        ))
    }
}
