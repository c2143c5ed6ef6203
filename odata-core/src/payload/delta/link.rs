//! Added and deleted links.

use std::borrow::Cow;

use serde::de;

use crate::{
    codec::RawJson,
    dynamic::{DynamicResource, control::view::text, members},
    payload::delta::{DeltaItem, required::require_string},
    protocol::{Part, Version},
    session::read_policy,
};

/// A link between two entities, by their ids: added by [`DeltaItem::Link`], deleted by [`DeltaItem::DeletedLink`].
///
/// ```
/// use odata_core::{DynamicResource, json, payload::DeltaItem};
///
/// let text = r##"{"@odata.context":"#Customers/$link","source":"Customers(1)","relationship":"Orders","target":"Orders(2)"}"##;
/// let item: DeltaItem<DynamicResource> = json::from_str(text)?;
/// let DeltaItem::Link(link) = item else { panic!("another kind") };
/// assert_eq!(link.source(), "Customers(1)");
/// assert_eq!(link.relationship(), "Orders");
/// assert_eq!(link.target().as_deref(), Some("Orders(2)"));
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// Reading rejects a link without source, relationship or target. In 4.01, the target is optional.
///
/// Source: JSON 4.01 §15.4 and §15.5.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DeltaLink(DynamicResource);

impl DeltaLink {
    /// Returns the id of the source entity, a URL that is absolute or relative to the context URL.
    #[must_use]
    pub fn source(&self) -> Cow<'_, str> {
        // Every constructor requires source and relationship.
        self.text("source").unwrap_or_default()
    }

    /// Returns the path from the source entity to the navigation property.
    #[must_use]
    pub fn relationship(&self) -> Cow<'_, str> {
        self.text("relationship").unwrap_or_default()
    }

    /// Returns the id of the target entity. In 4.01, a deleted link of a single-valued navigation property needs none.
    #[must_use]
    pub fn target(&self) -> Option<Cow<'_, str>> {
        self.text("target")
    }

    /// Returns the exact JSON of a member.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&RawJson> {
        self.0.raw(name)
    }

    /// Returns all members in order, each with its exact JSON.
    #[must_use]
    pub fn iter(&self) -> members::Iter<'_> {
        self.0.iter()
    }

    fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        self.0.raw(name).and_then(text)
    }

    fn new(
        part: Part,
        set: &str,
        source: &str,
        relationship: &str,
        target: Option<&str>,
    ) -> DeltaLink {
        let mut members = DynamicResource::new();
        let context = format!("#{set}/{}", part.as_str());
        let mut push = |name: &str, value| members.0.push(name.into(), RawJson::string(value));
        push("@odata.context", &context);
        push("source", source);
        push("relationship", relationship);
        if let Some(target) = target {
            push("target", target);
        }
        DeltaLink(members)
    }

    /// Creates a link from the members of an item.
    pub(super) fn from_members<E: de::Error>(members: DynamicResource) -> Result<DeltaLink, E> {
        require_string(&members, "source")?;
        require_string(&members, "relationship")?;
        if members.raw("target").is_some() || read_policy().version < Version::V401 {
            require_string(&members, "target")?;
        }
        Ok(DeltaLink(members))
    }
}

impl<T> DeltaItem<T> {
    /// Creates an added link: the entity set and the id of the source, the path to the navigation property, the id of the target.
    ///
    /// ```
    /// use odata_core::{DynamicResource, json, payload::DeltaItem};
    ///
    /// let link: DeltaItem<DynamicResource> = DeltaItem::link("Customers", "Customers(1)", "Orders", "Orders(2)");
    /// assert_eq!(
    ///     json::to_string(&link)?,
    ///     r##"{"@odata.context":"#Customers/$link","source":"Customers(1)","relationship":"Orders","target":"Orders(2)"}"##
    /// );
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub fn link(set: &str, source: &str, relationship: &str, target: &str) -> Self {
        DeltaItem::Link(DeltaLink::new(
            Part::Link,
            set,
            source,
            relationship,
            Some(target),
        ))
    }

    /// Creates a deleted link. Its parameters are those of [`link`](Self::link); in 4.01, a single-valued navigation property needs no target.
    ///
    /// ```
    /// use odata_core::{DynamicResource, json, payload::DeltaItem};
    ///
    /// let link: DeltaItem<DynamicResource> = DeltaItem::deleted_link("Customers", "Customers(1)", "Manager", None);
    /// assert_eq!(
    ///     json::to_string(&link)?,
    ///     r##"{"@odata.context":"#Customers/$deletedLink","source":"Customers(1)","relationship":"Manager"}"##
    /// );
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub fn deleted_link(set: &str, source: &str, relationship: &str, target: Option<&str>) -> Self {
        DeltaItem::DeletedLink(DeltaLink::new(
            Part::DeletedLink,
            set,
            source,
            relationship,
            target,
        ))
    }
}
