//! The shape of a field's type, as far as its tokens show it: a macro sees no types.

use syn::{GenericArgument, PathArguments, Type};

/// The OData structure of a Rust type.
#[derive(Clone)]
pub(crate) enum Shape<'a> {
    Option(Box<Shape<'a>>),
    Collection(Box<Shape<'a>>),
    Boxed(Box<Shape<'a>>),
    /// A number, read and written by the rules of OData.
    Number(&'a Type),
    /// `Cow<'a, str>`.
    CowStr(&'a Type),
    /// `Nav<T>` or `NavCollection<T>`.
    Nav {
        ty: &'a Type,
        is_many: bool,
    },
    /// Any other type, read and written through serde.
    Serde(&'a Type),
}

impl<'a> Shape<'a> {
    pub(crate) fn of(ty: &'a Type) -> Shape<'a> {
        let ty = ungrouped(ty);
        let Type::Path(path) = ty else {
            return Shape::Serde(ty);
        };
        let Some(last) = path.path.segments.last() else {
            return Shape::Serde(ty);
        };
        let argument = type_argument(ty);
        let inner = |ty: &'a Type| Box::new(Shape::of(ty));
        match (last.ident.to_string().as_str(), argument) {
            ("Option", Some(ty)) => Shape::Option(inner(ty)),
            ("Vec", Some(ty)) => Shape::Collection(inner(ty)),
            ("Box", Some(boxed)) if !is_text_slice(boxed) => Shape::Boxed(inner(boxed)),
            ("Nav", Some(_)) => Shape::Nav { ty, is_many: false },
            ("NavCollection", Some(_)) => Shape::Nav { ty, is_many: true },
            ("Cow", Some(owned)) if is_text_slice(owned) => Shape::CowStr(ty),
            ("i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "f32" | "f64", None)
                if path.path.segments.len() == 1 =>
            {
                Shape::Number(ty)
            }
            _ => Shape::Serde(ty),
        }
    }

    /// Returns the type inside of options, collections and boxes: the one with an OData name.
    pub(crate) fn innermost(&self) -> &'a Type {
        match self {
            Shape::Option(inner) | Shape::Collection(inner) | Shape::Boxed(inner) => {
                inner.innermost()
            }
            Shape::Number(ty) | Shape::CowStr(ty) | Shape::Serde(ty) | Shape::Nav { ty, .. } => ty,
        }
    }

    pub(crate) fn is_option(&self) -> bool {
        matches!(self, Shape::Option(_))
    }

    /// Returns whether there is a collection inside of options and boxes.
    pub(crate) fn is_collection(&self) -> bool {
        match self {
            Shape::Collection(_) => true,
            Shape::Nav { is_many, .. } => *is_many,
            Shape::Option(inner) | Shape::Boxed(inner) => inner.is_collection(),
            _ => false,
        }
    }

    /// Returns the shape of the items if there is a collection inside of options and boxes.
    pub(crate) fn item(&self) -> Option<&Shape<'a>> {
        match self {
            Shape::Collection(item) => Some(item),
            Shape::Option(inner) | Shape::Boxed(inner) => inner.item(),
            _ => None,
        }
    }

    /// Returns whether the type is known to be a value of a primitive type, possibly inside options and boxes.
    pub(crate) fn is_primitive(&self) -> bool {
        match self {
            Shape::Option(inner) | Shape::Boxed(inner) => inner.is_primitive(),
            Shape::Number(_) | Shape::CowStr(_) => true,
            Shape::Collection(_) | Shape::Nav { .. } => false,
            Shape::Serde(ty) => Shape::is_builtin(ty) || is_text(ty),
        }
    }

    /// Returns the type inside of options, collections and boxes, or the target of a navigation property, unless it is known to be
    /// primitive.
    pub(crate) fn type_of_user(&self) -> Option<&'a Type> {
        match self {
            Shape::Option(inner) | Shape::Collection(inner) | Shape::Boxed(inner) => {
                inner.type_of_user()
            }
            Shape::Nav { ty, .. } => Some(ty),
            Shape::Serde(ty) if !Shape::is_builtin(ty) && !is_text(ty) => Some(ty),
            Shape::Number(_) | Shape::CowStr(_) | Shape::Serde(_) => None,
        }
    }

    /// Returns the type of a number inside of options and boxes.
    pub(crate) fn number(&self) -> Option<&'a Type> {
        match self {
            Shape::Option(inner) | Shape::Boxed(inner) => inner.number(),
            Shape::Number(ty) => Some(ty),
            _ => None,
        }
    }

    /// Returns the type of a number inside of options, collections and boxes.
    pub(crate) fn innermost_number(&self) -> Option<&'a Type> {
        self.item().unwrap_or(self).number()
    }

    /// Returns whether the type is known to be a text, possibly inside options and boxes.
    pub(crate) fn is_text(&self) -> bool {
        match self {
            Shape::Option(inner) | Shape::Boxed(inner) => inner.is_text(),
            Shape::CowStr(_) => true,
            Shape::Serde(ty) => is_text(ty),
            _ => false,
        }
    }

    /// Returns whether the type is known to be a Boolean, possibly inside options and boxes.
    pub(crate) fn is_boolean(&self) -> bool {
        match self {
            Shape::Option(inner) | Shape::Boxed(inner) => inner.is_boolean(),
            Shape::Serde(ty) => is_named(ty, "bool"),
            _ => false,
        }
    }

    /// Returns whether the type is known to have an initial value, which the property then replaces.
    pub(crate) fn has_initial_value(&self) -> bool {
        match self {
            Shape::Option(_) | Shape::Collection(_) | Shape::Number(_) | Shape::Nav { .. } => true,
            Shape::Boxed(_) | Shape::CowStr(_) => false,
            Shape::Serde(ty) => Shape::is_builtin(ty),
        }
    }

    /// Writes the words of the type, and returns whether types with these words are certainly the same.
    pub(crate) fn spell(&self, words: &mut String) -> bool {
        let (wrapper, inner) = match self {
            Shape::Option(inner) => ("Option ", inner),
            Shape::Collection(inner) => ("Vec ", inner),
            Shape::Boxed(inner) => ("Box ", inner),
            Shape::Number(Type::Path(path)) | Shape::Serde(Type::Path(path)) => {
                return spell_name(path, words);
            }
            _ => return false,
        };
        words.push_str(wrapper);
        inner.spell(words)
    }

    pub(crate) fn is_nav(&self) -> bool {
        matches!(self, Shape::Nav { .. })
    }

    /// Returns whether `Nav` or `NavCollection` is inside of another type.
    pub(crate) fn wraps_nav(&self) -> bool {
        match self {
            Shape::Option(inner) | Shape::Collection(inner) | Shape::Boxed(inner) => {
                inner.is_nav() || inner.wraps_nav()
            }
            _ => false,
        }
    }

    /// Returns whether the type is `String` or `bool`.
    pub(crate) fn is_builtin(ty: &Type) -> bool {
        is_named(ty, "String") || is_named(ty, "bool")
    }
}

/// Writes the path of a type without arguments, and returns whether it is one.
fn spell_name(ty: &syn::TypePath, words: &mut String) -> bool {
    if ty.qself.is_some() {
        return false;
    }
    if ty.path.leading_colon.is_some() {
        words.push_str("::");
    }
    ty.path.segments.iter().all(|segment| {
        words.push_str(&segment.ident.to_string());
        words.push(':');
        segment.arguments.is_none()
    })
}

/// Returns the first type argument.
pub(crate) fn type_argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ungrouped(ty) else {
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

/// Returns `T` of `Rc<T>` and other pointers.
pub(crate) fn pointer_target(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ungrouped(ty) else {
        return None;
    };
    let name = path.path.segments.last()?.ident.to_string();
    let is_pointer = matches!(
        name.as_str(),
        "Rc" | "Arc" | "Cow" | "Cell" | "RefCell" | "Mutex" | "RwLock" | "Pin"
    );
    type_argument(ty).filter(|_| is_pointer)
}

/// Returns the type without parentheses and without the invisible groups that macros add.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        _ => ty,
    }
}

/// Returns whether the type is known to have no size.
pub(crate) fn is_unsized(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Slice(_) | Type::TraitObject(_) => true,
        ty => is_text_slice(ty),
    }
}

/// Returns whether the type is `String`, `&str` or `Box<str>`.
pub(crate) fn is_text(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Reference(reference) => is_text_slice(&reference.elem),
        Type::Path(path) => {
            let last = path.path.segments.last();
            is_named(ty, "String")
                || last.is_some_and(|it| it.ident == "Box")
                    && type_argument(ty).is_some_and(is_text_slice)
        }
        _ => false,
    }
}

fn is_named(ty: &Type, name: &str) -> bool {
    matches!(ungrouped(ty), Type::Path(path) if path.qself.is_none() && path.path.is_ident(name))
}

/// Returns whether the type is `str`.
pub(crate) fn is_text_slice(ty: &Type) -> bool {
    is_named(ty, "str")
}
