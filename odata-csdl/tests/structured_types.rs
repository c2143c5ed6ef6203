//! Properties of types with those of their bases, and whether null is a value of them.

use std::collections::BTreeMap;

use odata_csdl::{Document, StructuredType, StructuredTypes, TypeKind};

struct Index(BTreeMap<String, StructuredType>);

impl StructuredTypes for Index {
    fn chain_of(&self, name: &str) -> impl Iterator<Item = &StructuredType> {
        let first = self.0.get(name);
        std::iter::successors(first, |it| self.0.get(it.base.as_deref()?))
    }
}

fn index() -> Index {
    let text = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" Alias="s" xmlns="http://docs.oasis-open.org/odata/ns/edm">
  <ComplexType Name="Address"><Property Name="city" Type="Edm.String"/><Property Name="street" Type="Edm.String" Nullable="false"/></ComplexType>
  <ComplexType Name="Postal" BaseType="s.Address"/>
  <EntityType Name="Party"><Key><PropertyRef Name="id"/><PropertyRef Name="home/city" Alias="city"/></Key>
    <Property Name="id" Type="Edm.Int32"/><Property Name="home" Type="s.Postal"/></EntityType>
  <EntityType Name="Customer" BaseType="s.Party"><Property Name="rating" Type="Edm.Int32"/></EntityType>
  <EntityType Name="Order"><Key><PropertyRef Name="number"/></Key><Property Name="number" Type="Edm.Int32"/>
    <Property Name="buyer" Type="Edm.Int32"/><Property Name="score" Type="Edm.Int32"/>
    <NavigationProperty Name="customer" Type="s.Customer" Nullable="false"><ReferentialConstraint Property="buyer" ReferencedProperty="id"/></NavigationProperty>
    <NavigationProperty Name="rated" Type="s.Customer" Nullable="false"><ReferentialConstraint Property="score" ReferencedProperty="rating"/></NavigationProperty>
    <NavigationProperty Name="self" Type="s.Order" Nullable="false"><ReferentialConstraint Property="number" ReferencedProperty="number"/></NavigationProperty>
    <NavigationProperty Name="plain" Type="s.Order" Nullable="false"/>
  </EntityType>
</Schema></edmx:DataServices></edmx:Edmx>"#;
    let document = Document::from_xml(text, 0, &mut Vec::new());
    let types = document.schemas.into_iter().flat_map(|it| it.types);
    let structured = types.filter_map(|ty| match ty.kind {
        TypeKind::Structured(own) => Some((format!("shop.{}", ty.name), own)),
        _ => None,
    });
    Index(structured.collect())
}

#[test]
fn a_path_leads_through_types_and_their_bases() {
    let index = index();
    let name = |owner, path| index.property_at(owner, path).map(|it| it.name.as_str());
    assert_eq!(name("shop.Customer", "rating"), Some("rating"));
    assert_eq!(name("shop.Customer", "home/city"), Some("city"));
    assert_eq!(name("shop.Order", "customer/home/street"), Some("street"));
    assert_eq!(name("shop.Party", "rating"), None);
    assert_eq!(name("shop.Party", "id/city"), None);
    assert_eq!(name("shop.Party", ""), None);
    assert_eq!(name("shop.Unknown", "id"), None);
}

#[test]
fn a_key_is_never_null() {
    let index = index();
    for (owner, path, expected) in [
        ("shop.Customer", "rating", Some(true)),
        ("shop.Customer", "id", Some(false)),
        ("shop.Customer", "home/city", Some(false)),
        ("shop.Customer", "home", Some(true)),
        ("shop.Customer", "home/street", Some(false)),
        ("shop.Postal", "city", Some(true)),
        ("shop.Customer", "name", None),
    ] {
        assert_eq!(index.is_nullable_path(owner, path), expected, "{path}");
    }
}

#[test]
fn null_in_one_property_of_a_constraint_means_no_related_entity() {
    let index = index();
    for (name, expected) in [
        ("customer", true),
        // Both may be null: there may be a customer without a rating.
        ("rated", false),
        ("self", false),
        ("plain", false),
    ] {
        let property = index.property_of("shop.Order", name);
        let found = property.map(|it| index.has_nullable_constraint("shop.Order", it));
        assert_eq!(found, Some(expected), "{name}");
    }
}
