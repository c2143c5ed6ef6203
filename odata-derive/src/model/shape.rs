//! The shape of a field's type, as far as its tokens show it.

use syn::{GenericArgument, PathArguments, Type};

/// What OData sees in a type.
#[derive(Clone)]
pub(crate) enum Shape<'a> {
    Option(Box<Shape<'a>>),
    Seq(Box<Shape<'a>>),
    Boxed(Box<Shape<'a>>),
    /// A number by OData's rules.
    Number(&'a Type),
    /// `Cow<'a, str>`.
    CowStr(&'a Type),
    /// `Nav<T>` or `NavCollection<T>`: what a navigation property leads to.
    Related {
        ty: &'a Type,
        many: bool,
    },
    /// What goes through serde as it is.
    Plain(&'a Type),
}

impl<'a> Shape<'a> {
    pub(crate) fn of(ty: &'a Type) -> Shape<'a> {
        let Type::Path(path) = unwrapped(ty) else {
            return Shape::Plain(ty);
        };
        let Some(last) = path.path.segments.last() else {
            return Shape::Plain(ty);
        };
        let argument = argument(ty);
        let inner = |ty: &'a Type| Box::new(Shape::of(ty));
        match (last.ident.to_string().as_str(), argument) {
            ("Option", Some(ty)) => Shape::Option(inner(ty)),
            ("Vec", Some(ty)) => Shape::Seq(inner(ty)),
            ("Box", Some(boxed)) if !is_str(boxed) => Shape::Boxed(inner(boxed)),
            ("Nav", Some(_)) => Shape::Related { ty, many: false },
            ("NavCollection", Some(_)) => Shape::Related { ty, many: true },
            ("Cow", Some(owned)) if is_str(owned) => Shape::CowStr(ty),
            ("i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "f32" | "f64", None)
                if path.path.segments.len() == 1 =>
            {
                Shape::Number(ty)
            }
            _ => Shape::Plain(ty),
        }
    }

    /// The type that OData names: what is inside of options, collections and boxes.
    pub(crate) fn leaf(&self) -> &'a Type {
        match self {
            Shape::Option(inner) | Shape::Seq(inner) | Shape::Boxed(inner) => inner.leaf(),
            Shape::Number(ty)
            | Shape::CowStr(ty)
            | Shape::Plain(ty)
            | Shape::Related { ty, .. } => ty,
        }
    }

    pub(crate) fn is_option(&self) -> bool {
        matches!(self, Shape::Option(_))
    }

    /// Whether there is a collection, under options and boxes.
    pub(crate) fn is_collection(&self) -> bool {
        match self {
            Shape::Seq(_) => true,
            Shape::Related { many, .. } => *many,
            Shape::Option(inner) | Shape::Boxed(inner) => inner.is_collection(),
            _ => false,
        }
    }

    /// The shape of the items, where there is a collection under options and boxes.
    pub(crate) fn item(&self) -> Option<&Shape<'a>> {
        match self {
            Shape::Seq(item) => Some(item),
            Shape::Option(inner) | Shape::Boxed(inner) => inner.item(),
            _ => None,
        }
    }

    /// Whether it surely is one value of a primitive type, under options and boxes.
    pub(crate) fn is_single(&self) -> bool {
        match self {
            Shape::Option(inner) | Shape::Boxed(inner) => inner.is_single(),
            Shape::Number(_) | Shape::CowStr(_) => true,
            Shape::Seq(_) | Shape::Related { .. } => false,
            Shape::Plain(ty) => Shape::is_own(ty),
        }
    }

    /// Whether a field of it can hold something until its property comes: the tokens must say so.
    pub(crate) fn has_placeholder(&self) -> bool {
        match self {
            Shape::Option(_) | Shape::Seq(_) | Shape::Number(_) | Shape::Related { .. } => true,
            Shape::Boxed(_) | Shape::CowStr(_) => false,
            Shape::Plain(ty) => Shape::is_own(ty),
        }
    }

    pub(crate) fn is_related(&self) -> bool {
        matches!(self, Shape::Related { .. })
    }

    /// Whether a navigation property's type is wrapped in another, which has no say in it.
    pub(crate) fn wraps_related(&self) -> bool {
        match self {
            Shape::Option(inner) | Shape::Seq(inner) | Shape::Boxed(inner) => {
                inner.is_related() || inner.wraps_related()
            }
            _ => false,
        }
    }

    /// Whether the tokens say that it is a type of Rust's own.
    pub(crate) fn is_own(ty: &Type) -> bool {
        is_named(ty, "String") || is_named(ty, "bool")
    }
}

/// The first type between a type's `<` and `>`.
pub(super) fn argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = unwrapped(ty) else {
        return None;
    };
    match &path.path.segments.last()?.arguments {
        PathArguments::AngleBracketed(list) => list.args.iter().find_map(|it| match it {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        }),
        _ => None,
    }
}

/// A type out of the groups that a macro may have put around it.
pub(super) fn unwrapped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => unwrapped(&group.elem),
        Type::Paren(paren) => unwrapped(&paren.elem),
        _ => ty,
    }
}

/// Whether it is `String`, `&str` or `Box<str>`.
pub(crate) fn is_text(ty: &Type) -> bool {
    match unwrapped(ty) {
        Type::Reference(reference) => is_str(&reference.elem),
        Type::Path(path) => {
            let last = path.path.segments.last();
            is_named(ty, "String")
                || last.is_some_and(|it| it.ident == "Box") && argument(ty).is_some_and(is_str)
        }
        _ => false,
    }
}

fn is_named(ty: &Type, name: &str) -> bool {
    matches!(unwrapped(ty), Type::Path(path) if path.qself.is_none() && path.path.is_ident(name))
}

fn is_str(ty: &Type) -> bool {
    is_named(ty, "str")
}
