//! The base of a type, as the derive refers to it. A base that is not a resource has one error.

use std::marker::PhantomData;

use crate::{
    model::{
        odata_resource::{ODataResource, describe},
        odata_type::{Description, ODataType, TypeKind},
        property::OwnProperties,
        structured_type::{StructuredType, type_flag},
    },
    validate::{Path, Validate, Violations},
};

/// `IsResource::<T>::VALUE` is the constant of the `impl` below if `T` is a resource. For any other type, it is that of the trait
/// [`IsNoResource`], which every type implements and to which Rust prefers an inherent constant.
#[derive(Debug)]
pub struct IsResource<T: ?Sized>(PhantomData<T>);

impl<T: ODataResource + ?Sized> IsResource<T> {
    /// Whether `T` is a resource.
    pub const VALUE: bool = true;
    /// The form of `T` as a base, one of [`base_form`].
    pub const FORM: u8 = if matches!(T::KIND, TypeKind::Patch(_)) {
        base_form::NO_RESOURCE
    } else if T::TYPE.has_flag(type_flag::FROM_PARTS) {
        base_form::FROM_PARTS
    } else {
        base_form::IN_PLACE
    };
    /// The name of `T`. It is not taken from the description, because that of a recursive type cannot refer to itself.
    pub const NAME: &'static str = T::NAME;
    /// The description of `T`.
    pub const TYPE: &'static StructuredType = T::TYPE;
    /// The function that returns the description of `T`.
    pub const DESCRIBE: Description = describe::<T>;
    /// The kind of `T`.
    pub const KIND: TypeKind = T::KIND;
}

/// The constants of a type that is not a resource.
pub trait IsNoResource {
    /// Whether the type is a resource.
    const VALUE: bool = false;
    /// The form of a type that is not a resource.
    const FORM: u8 = base_form::NO_RESOURCE;
    /// No name.
    const NAME: &'static str = "";
    /// A description without a name, to which no rule applies.
    const TYPE: &'static StructuredType = <NoBase as ODataResource>::TYPE;
    /// The function that returns this description.
    const DESCRIBE: Description = describe::<NoBase>;
    /// No kind, to which no rule applies.
    const KIND: TypeKind = TypeKind::Unknown;
}

impl<T: ?Sized> IsNoResource for IsResource<T> {}

/// A type that can be a base.
///
/// One impl covers all resources. With an impl for each of them, the compiler would list them beside its error about another type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData resource",
    label = "not an OData resource",
    note = "for a struct of your own, add `#[derive(ODataResource)]` to it, and to the types that are its arguments",
    note = "neither a hierarchy nor an enumeration is a resource: write the struct that a hierarchy is of"
)]
pub trait BaseResource {
    /// The description.
    const TYPE: &'static StructuredType;
}

#[diagnostic::do_not_recommend]
impl<T: ODataResource> BaseResource for T {
    const TYPE: &'static StructuredType = T::TYPE;
}

/// The forms of a base, as numbers. The compiler evaluates a constant once, but follows an associated type down the whole chain in each
/// function that mentions it.
pub mod base_form {
    /// A type that is not a resource, or a patch type.
    pub const NO_RESOURCE: u8 = 0;
    /// A resource that is filled in place.
    pub const IN_PLACE: u8 = 1;
    /// A resource that is built from parts.
    pub const FROM_PARTS: u8 = 2;
    /// A resource with parameters. Its associated types determine how it is filled.
    pub const OPEN: u8 = 3;
}

/// The base `B` of a type, in a form of [`base_form`].
#[derive(Debug)]
pub struct BaseOf<B, const FORM: u8>(PhantomData<B>);

/// The type to use for a base.
pub trait ResolveBase {
    /// The type of the base's field.
    type Field;
    /// The same type, or `NoBase` if it is not a resource.
    type Type: ODataResource;
    /// Returns the value of the field.
    fn into_field(base: Self::Type) -> Self::Field;
    /// Returns the base in the field, if it is a resource.
    fn part(field: &Self::Field) -> Option<&Self::Type>;
    /// Returns the base in the field, if it is a resource.
    fn part_mut(field: &mut Self::Field) -> Option<&mut Self::Type>;
}

/// The type of a base; `NoBase` if it is not a resource.
pub type Resolved<R> = <R as ResolveBase>::Type;

/// Checks the rules of the base in a field.
#[inline]
pub fn check<R: ResolveBase<Type: Validate>>(
    field: &R::Field,
    at: &Path<'_>,
    violations: &mut Violations,
) {
    if let Some(base) = R::part(field) {
        base.check(at, violations);
    }
}

macro_rules! resolve_resource {
    ($($form:ident)*) => {$(
        impl<B: ODataResource> ResolveBase for BaseOf<B, { base_form::$form }> {
            type Field = B;
            type Type = B;

            #[inline(always)]
            fn into_field(base: B) -> B {
                base
            }

            #[inline(always)]
            fn part(field: &B) -> Option<&B> {
                Some(field)
            }

            #[inline(always)]
            fn part_mut(field: &mut B) -> Option<&mut B> {
                Some(field)
            }
        }
    )*};
}

resolve_resource! { IN_PLACE FROM_PARTS OPEN }

impl<B> ResolveBase for BaseOf<B, { base_form::NO_RESOURCE }> {
    type Field = B;
    type Type = NoBase;

    fn into_field(base: NoBase) -> B {
        match base {}
    }

    fn part(_: &B) -> Option<&NoBase> {
        None
    }

    fn part_mut(_: &mut B) -> Option<&mut NoBase> {
        None
    }
}

/// The base of a type without one; there is no value of it.
#[derive(Debug)]
pub enum NoBase {}

impl ODataType for NoBase {
    const NAME: &'static str = "";
}

#[diagnostic::do_not_recommend]
impl ODataResource for NoBase {
    const TYPE: &'static StructuredType =
        &StructuredType::new("", "", None, 0, &OwnProperties::NONE);
}

impl Validate for NoBase {}
