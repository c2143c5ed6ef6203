//! The URLs of the entities of a set, by OData's URL conventions.

use std::fmt;

use serde::Serialize;

use crate::{
    codec::RawJson,
    dynamic::ControlInformation,
    error::{Error, ErrorKind},
    links::{
        entity_type::EntityType,
        key::{percent_encode, push_key_predicate, push_key_values},
        written_resource::WrittenResource,
    },
    model::{TypeKind, described},
};

/// An entity set, which computes the ids and links of its entities.
///
/// A body with `metadata=full` has the id, the edit link and the navigation links of each entity (JSON 4.01 §3.1.2). In a service that
/// follows the URL conventions, they follow from the URL of the set, the key and the type of the entity. The writer does not add them:
/// compute them with [`links`](Self::links), and add them to the control information of the entity.
///
/// The `url` is the URL of the set, absolute or relative to the context URL; [`resolve_url`](crate::protocol::resolve_url) makes it
/// absolute. The type parameter of [`of`](Self::of) is the declared type of the set, or the hierarchy of that type.
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
///     r##"{"@odata.type":"#shop.order","@odata.id":"Orders(7)","@odata.editLink":"Orders(7)","id":7,"##,
///     r#""items@odata.associationLink":"Orders(7)/items/$ref","items@odata.navigationLink":"Orders(7)/items"}"#,
/// ));
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// Source: JSON 4.01 §3.1.2, §4.5.8 to §4.5.12; URL Conventions 4.01 §4.
#[derive(Clone, Copy)]
pub struct EntitySet<'a> {
    url: &'a str,
    type_name: &'static str,
    kind: TypeKind,
}

/// Compares the URLs and the declared types.
impl PartialEq for EntitySet<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.url, self.type_name) == (other.url, other.type_name)
    }
}

impl Eq for EntitySet<'_> {}

impl fmt::Debug for EntitySet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EntitySet")
            .field("url", &self.url)
            .field("type_name", &self.type_name)
            .finish()
    }
}

impl<'a> EntitySet<'a> {
    /// Returns the set of `T` at that URL.
    #[must_use]
    pub const fn of<T: EntityType>(url: &'a str) -> EntitySet<'a> {
        let mut url = url;
        while let [.., b'/'] = url.as_bytes() {
            url = url.split_at(url.len() - 1).0;
        }
        EntitySet {
            url,
            type_name: T::NAME,
            kind: T::KIND,
        }
    }

    /// Returns the URL of the set, without a slash at the end.
    #[must_use]
    pub const fn url(&self) -> &'a str {
        self.url
    }

    /// Returns the qualified name of the declared type.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// Returns the id of an entity: its canonical URL (JSON 4.01 §4.5.8).
    ///
    /// # Errors
    /// The errors of [`key_predicate`](crate::links::key_predicate).
    pub fn id<T: WrittenResource + ?Sized>(&self, entity: &T) -> Result<String, Error> {
        let mut url = self.url.to_owned();
        push_key_predicate(&mut url, entity)?;
        Ok(url)
    }

    /// Returns the id of the entity with this key. Several key properties are a tuple, in the order of the type.
    ///
    /// ```
    /// use odata_core::{EntitySet, ODataResource, edm::Guid};
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Account {
    ///     #[odata(key)]
    ///     id: Guid,
    /// }
    ///
    /// #[derive(ODataResource)]
    /// #[odata(namespace = "shop")]
    /// struct Shelf {
    ///     #[odata(key)]
    ///     room: String,
    ///     #[odata(key)]
    ///     number: i32,
    /// }
    ///
    /// let accounts = EntitySet::of::<Account>("accounts");
    /// let id = "11111111-2222-3333-4444-555555555555";
    /// assert_eq!(accounts.id_of_key(id)?, format!("accounts({id})"));
    /// assert!(accounts.id_of_key("not a GUID").is_err());
    ///
    /// let shelves = EntitySet::of::<Shelf>("Shelves");
    /// assert_eq!(shelves.id_of_key(&("a b", 2))?, "Shelves(room='a%20b',number=2)");
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the type of the set has no key, or the values are not those of its key.
    pub fn id_of_key<K: Serialize + ?Sized>(&self, key: &K) -> Result<String, Error> {
        let declared = described(self.kind).ok_or_else(|| {
            let message = format!("`{}` has no key", self.type_name);
            Error::of_kind(ErrorKind::Missing, message)
        })?;
        let mut url = self.url.to_owned();
        push_key_values(&mut url, declared, key)?;
        Ok(url)
    }

    /// Returns the edit link of an entity: its id, with a cast if its type is not that of the set (JSON 4.01 §4.5.9).
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
    /// The errors of [`id`](Self::id).
    pub fn edit_link<T: WrittenResource + ?Sized>(&self, entity: &T) -> Result<String, Error> {
        let mut url = self.id(entity)?;
        let own = T::TYPE.name();
        if own != self.type_name {
            url.push('/');
            percent_encode(&mut url, own);
        }
        Ok(url)
    }

    /// Returns the id, the edit link, and both links of each navigation property (JSON 4.01 §4.5.11, §4.5.12), in the order of writing.
    ///
    /// If the type has a field with `#[odata(id)]`, remove the id with `remove("@odata.id")`; otherwise it is written twice.
    ///
    /// # Errors
    /// The errors of [`id`](Self::id).
    pub fn links<T: WrittenResource + ?Sized>(
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
