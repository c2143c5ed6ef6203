//! Properties of structured types, with those of their bases.

use crate::model::{Property, StructuredType};

/// An index of structured types by their qualified names.
///
/// ```
/// use odata_csdl::{Property, StructuredType, StructuredTypes};
///
/// struct One(StructuredType);
///
/// impl StructuredTypes for One {
///     fn chain_of(&self, name: &str) -> impl Iterator<Item = &StructuredType> {
///         (name == "shop.order").then_some(&self.0).into_iter()
///     }
/// }
///
/// let id = Property { name: "id".to_owned(), ..Property::default() };
/// let order = StructuredType { properties: vec![id], ..StructuredType::default() };
/// assert_eq!(One(order).is_nullable_path("shop.order", "id"), Some(true));
/// ```
pub trait StructuredTypes {
    /// Returns the type with a name and its bases, the type first.
    fn chain_of(&self, name: &str) -> impl Iterator<Item = &StructuredType>;

    /// Returns the property that a type declares or inherits.
    fn property_of(&self, owner: &str, name: &str) -> Option<&Property> {
        let mut properties = self.chain_of(owner).flat_map(|it| &it.properties);
        properties.find(|it| it.name == name)
    }

    /// Returns the last property of a path such as `address/city`.
    fn property_at(&self, owner: &str, path: &str) -> Option<&Property> {
        let mut names = path.split('/');
        let first = self.property_of(owner, names.next()?)?;
        names.try_fold(first, |last, name| self.property_of(&last.ty.name, name))
    }

    /// Returns whether the last property of a path is null for some values, or `None` if there is no such property. A key property never
    /// is, whatever the metadata states (CSDL 4.01 §6.5).
    fn is_nullable_path(&self, owner: &str, path: &str) -> Option<bool> {
        let property = self.property_at(owner, path)?;
        let keys = self.chain_of(owner).filter_map(|it| it.key.as_ref());
        let mut parts = keys.flat_map(|key| &key.parts);
        let is_in_key = parts.any(|part| part.path == path);
        Some(property.ty.is_nullable() && !is_in_key)
    }

    /// Returns whether a navigation property has a constraint with a nullable property of its own type. If that property is null, there is
    /// no related entity, even if the metadata declares the navigation property as not nullable. If the property of the related entity is
    /// nullable as well, there may be a related entity with null (CSDL XML 4.01 §8.5).
    fn has_nullable_constraint(&self, owner: &str, property: &Property) -> bool {
        let is_nullable = |owner, path| self.is_nullable_path(owner, path) == Some(true);
        let mut constraints = property.navigation.iter().flat_map(|it| &it.constraints);
        constraints.any(|it| {
            is_nullable(owner, it.property.as_str())
                && !is_nullable(property.ty.name.as_str(), it.referenced_property.as_str())
        })
    }
}
