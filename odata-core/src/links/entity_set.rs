//! Links by convention: where the entities of a set are.

use serde::Serialize;

use crate::{
    codec::raw_json::RawJson,
    dynamic::control::ControlInformation,
    error::Error,
    links::key::{literal::percent_encode, push_key_predicate},
    model::{odata_resource::ODataResource, odata_type::ODataType},
};

/// An entity set, for the ids and links of the entities in it.
///
/// A body with `metadata=full` has, of each entity, the id, the edit link and a link for each navigation property (JSON format 4.01,
/// section 3.1.2). A service that follows the conventions for URLs need not make them up: they come of the set's URL, the entity's key
/// and its type. Nothing is computed while a body is written: whoever writes a full one asks for the [`links`](Self::links) and puts
/// them where the type keeps control information.
///
/// The `url` is that of the set, absolute, or relative to the context URL; [`resolve_url`](crate::resolve_url) makes it absolute.
/// `T` of [`of`](Self::of) is the type that the set is declared with, or the hierarchy over it.
///
/// ```
/// use odata_core::{ControlInformation, EntitySet, MetadataLevel, ODataResource, WriteOptions, json};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     #[odata(control)]
///     control: ControlInformation,
///     #[odata(key)]
///     id: i64,
///     #[odata(navigation)]
///     items: Option<Vec<Order>>,
/// }
///
/// let orders = EntitySet::of::<Order>("Orders");
/// let mut order = Order { control: ControlInformation::new(), id: 7, items: None };
/// let links = orders.links(&order)?;
/// order.control.fill_in(&links);
///
/// let full = WriteOptions::new().metadata(Some(MetadataLevel::Full));
/// assert_eq!(json::to_string_with(&order, &full)?, concat!(
///     r##"{"@odata.type":"#shop.order","@odata.id":"Orders(7)","@odata.editLink":"Orders(7)","##,
///     r#""items@odata.associationLink":"Orders(7)/items/$ref","items@odata.navigationLink":"Orders(7)/items","id":7}"#,
/// ));
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// Source: OData JSON Format 4.01, sections 3.1.2 and 4.5.8 to 4.5.12; OData URL Conventions 4.01, section 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntitySet<'a> {
    url: &'a str,
    type_name: &'static str,
}

impl<'a> EntitySet<'a> {
    /// The set of `T` at that URL.
    #[must_use]
    pub fn of<T: ODataType + ?Sized>(url: &'a str) -> EntitySet<'a> {
        EntitySet {
            url: url.trim_end_matches('/'),
            type_name: T::NAME,
        }
    }

    /// The id of an entity: its canonical URL (JSON format 4.01, section 4.5.8).
    ///
    /// # Errors
    /// As [`key_predicate`](crate::key_predicate).
    pub fn id<T: ODataResource + Serialize + ?Sized>(&self, entity: &T) -> Result<String, Error> {
        let mut url = self.url.to_owned();
        push_key_predicate(&mut url, entity)?;
        Ok(url)
    }

    /// The edit link of an entity: its id, and a cast where its type is not the set's (JSON format 4.01, section 4.5.9).
    ///
    /// ```
    /// use odata_core::{EntitySet, ODataResource};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Customer {
    ///     #[odata(key)]
    ///     name: String,
    /// }
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Vip {
    ///     #[odata(base)]
    ///     customer: Customer,
    /// }
    ///
    /// let vip = Vip { customer: Customer { name: "Ada".to_owned() } };
    /// let customers = EntitySet::of::<Customer>("Customers");
    /// assert_eq!(customers.id(&vip)?, "Customers('Ada')");
    /// assert_eq!(customers.edit_link(&vip)?, "Customers('Ada')/shop.vip");
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`id`](Self::id).
    pub fn edit_link<T: ODataResource + Serialize + ?Sized>(
        &self,
        entity: &T,
    ) -> Result<String, Error> {
        let mut url = self.id(entity)?;
        let own = T::TYPE.name();
        if own != self.type_name {
            url.push('/');
            percent_encode(&mut url, own);
        }
        Ok(url)
    }

    /// The id, the edit link, and of each navigation property the two links (JSON format 4.01, sections 4.5.11 and 4.5.12), in the
    /// order in which they are written. What they lead to may be expanded or not.
    ///
    /// A type that has a field for its id alone (`#[odata(id)]`) would write it twice: take it out with `remove("@odata.id")`.
    ///
    /// # Errors
    /// As [`id`](Self::id).
    pub fn links<T: ODataResource + Serialize + ?Sized>(
        &self,
        entity: &T,
    ) -> Result<ControlInformation, Error> {
        let edit_link = self.edit_link(entity)?;
        let mut links = ControlInformation::new();
        let mut push = |name: &str, url: &str| links.0.push(name.into(), RawJson::string(url));
        push("@odata.id", &self.id(entity)?);
        push("@odata.editLink", &edit_link);
        for property in T::TYPE.properties().filter(|it| it.is_navigation()) {
            let name = property.name();
            let mut link = format!("{edit_link}/");
            percent_encode(&mut link, name);
            push(
                &format!("{name}@odata.associationLink"),
                &format!("{link}/$ref"),
            );
            push(&format!("{name}@odata.navigationLink"), &link);
        }
        Ok(links)
    }
}
