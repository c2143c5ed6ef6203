//! Rules of one property: its type, and the keys that have no effect on such a type.

use quote::ToTokens;
use syn::{GenericArgument, Lifetime, PathArguments, Type, TypeReference};

use crate::{
    attr::{Content, Entries},
    errors::Errors,
    model::shape::{Shape, is_text_slice, type_argument, ungrouped},
};

/// Reports what is wrong with a property.
pub(super) fn property(ty: &Type, shape: &Shape<'_>, entries: &Entries, errors: &mut Errors) {
    if has_no_lifetime(shape) {
        // Generated code with that type would have the same error.
        errors.leave_to_compiler();
        return;
    }
    // The entry may be `skip`, `edm` or another one that allows the type, with a typo.
    if entries.has_wrong_entry() {
        return;
    }
    if !entries.has("with") {
        if is_static_text(shape, entries) {
            errors.at(
                shape.innermost(),
                "a text that is read does not live for `'static`: write `String`, or `'a` for a parameter `'a` of the struct",
            );
            return;
        }
        // An untyped value may be anything, also a collection of collections.
        let edm = entries.get("edm").map(|it| it.value_text());
        if edm.as_deref() != Some("\"Edm.Untyped\"")
            && let Some(problem) = nesting_problem(shape)
        {
            errors.at(ty, problem);
            return;
        }
        if !entries.has("edm")
            && let Some(problem) = type_problem(shape.innermost())
        {
            errors.at(shape.innermost(), problem);
            return;
        }
    }
    if let Shape::Nav { ty, is_many } = shape {
        check_target(ty, *is_many, errors);
    }
    check_keys_without_effect(shape, entries, errors);
    check_key_type(shape, entries, errors);
}

/// Returns what is wrong with the way in which options, boxes and collections contain each other.
fn nesting_problem(shape: &Shape<'_>) -> Option<String> {
    match shape {
        Shape::Boxed(inner) => match &**inner {
            Shape::Option(value) => Some(format!(
                "an `Option` in a box has no absent value: write `Option<Box<{}>>`",
                tokens(value)
            )),
            _ => nesting_problem(inner),
        },
        Shape::Option(inner) => match &**inner {
            Shape::Option(value) if value.is_option() => Some(format!(
                "a property is absent, null or a value, which two `Option`s distinguish: write `{}`",
                tokens(inner)
            )),
            Shape::Option(value) => nesting_problem(value),
            _ => nesting_problem(inner),
        },
        Shape::Collection(item) => {
            let value = match &**item {
                Shape::Option(value) => value,
                _ => item,
            };
            if value.is_option() {
                Some(format!(
                    "an item is null or a value: write `Vec<Option<{}>>`",
                    shape.innermost().to_token_stream()
                ))
            } else if value.is_collection() && !value.is_nav() {
                Some(
                    "a collection cannot contain collections: use a complex type that has a collection"
                        .to_owned(),
                )
            } else {
                nesting_problem(value)
            }
        }
        _ => None,
    }
}

/// Returns the Rust type of the shape.
fn tokens(shape: &Shape<'_>) -> String {
    match shape {
        Shape::Option(inner) => format!("Option<{}>", tokens(inner)),
        Shape::Collection(inner) => format!("Vec<{}>", tokens(inner)),
        Shape::Boxed(inner) => format!("Box<{}>", tokens(inner)),
        other => other.innermost().to_token_stream().to_string(),
    }
}

/// Returns what to use instead of a type of the standard library that has no OData type.
fn type_problem(ty: &Type) -> Option<String> {
    let text = ty.to_token_stream();
    let advice = match ungrouped(ty) {
        Type::Array(array) => format!(
            "an array has no OData type: write `Vec<{}>`",
            array.elem.to_token_stream()
        ),
        Type::Slice(slice) => format!(
            "a slice has no OData type: write `Vec<{}>`",
            slice.elem.to_token_stream()
        ),
        Type::Tuple(_) => {
            "a tuple has no OData type: write a struct with `#[derive(ODataResource)]`".to_owned()
        }
        Type::TraitObject(_) => {
            "a trait object has no OData type: write a hierarchy, which is an enum with `#[odata(hierarchy = ...)]`, or add `#[odata(skip)]`".to_owned()
        }
        Type::Reference(reference) => return reference_problem(reference),
        Type::Ptr(_) | Type::FnPtr(_) | Type::Never(_) => {
            format!("`{text}` has no OData type: add `#[odata(skip)]`")
        }
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            let name = last.ident.to_string();
            let argument = type_argument(ty).map(ToTokens::to_token_stream);
            let is_alone = path.path.segments.len() == 1 && argument.is_none();
            match (name.as_str(), argument) {
                ("u8", None) => return None,
                ("u16" | "u32" | "u64" | "usize" | "isize" | "u128" | "i128", None) if is_alone => {
                    format!(
                        "`{name}` has no OData type: use `i64` or `odata_core::edm::Decimal`, or name its OData type with `edm`"
                    )
                }
                ("str", None) if is_alone => {
                    "a `str` has no size: write `String`, or `&'a str` to borrow from the input"
                        .to_owned()
                }
                ("char", None) if is_alone => "`char` has no OData type: use `String`".to_owned(),
                ("HashMap" | "BTreeMap" | "IndexMap", Some(_)) if count_of_arguments(ty) > 1 => {
                    format!(
                        "`{name}` has no OData type: use `Vec` of a type with a name and a value, or `odata_core::DynamicProperties` with `#[odata(dynamic_properties)]`"
                    )
                }
                ("HashSet" | "BTreeSet" | "VecDeque" | "LinkedList" | "BinaryHeap", Some(item)) => {
                    format!("`{name}` has no OData type: write `Vec<{item}>`")
                }
                ("Rc" | "Arc", Some(inner)) => {
                    format!("`{name}` has no OData type: write `Box<{inner}>` or `{inner}`")
                }
                ("Cell" | "RefCell" | "Mutex" | "RwLock", Some(inner)) => {
                    format!("`{name}` has no OData type: write `{inner}`")
                }
                ("PhantomData", Some(_)) => {
                    "`PhantomData` is not a property: add `#[odata(skip)]`".to_owned()
                }
                _ => return None,
            }
        }
        _ => return None,
    };
    Some(advice)
}

/// Returns whether the type borrows a text for longer than the input lives.
fn is_static_text(shape: &Shape<'_>, entries: &Entries) -> bool {
    let is_borrowed = match shape {
        Shape::Option(inner) | Shape::Collection(inner) | Shape::Boxed(inner) => {
            return is_static_text(inner, entries);
        }
        Shape::CowStr(_) => entries.has("borrow"),
        Shape::Serde(ty) => matches!(ungrouped(ty), Type::Reference(_)),
        _ => false,
    };
    is_borrowed && lifetime(shape.innermost()).is_some_and(|it| it.ident == "static")
}

/// Returns whether a lifetime is missing, which the compiler reports at the field.
fn has_no_lifetime(shape: &Shape<'_>) -> bool {
    let ty = shape.innermost();
    match shape {
        Shape::Option(inner) | Shape::Collection(inner) | Shape::Boxed(inner) => {
            has_no_lifetime(inner)
        }
        Shape::CowStr(_) => lifetime(ty).is_none_or(|it| it.ident == "_"),
        Shape::Serde(ty) => {
            matches!(ungrouped(ty), Type::Reference(_))
                && lifetime(ty).is_none_or(|it| it.ident == "_")
        }
        _ => false,
    }
}

/// Returns the lifetime of a reference, or the first lifetime argument.
fn lifetime(ty: &Type) -> Option<&Lifetime> {
    match ungrouped(ty) {
        Type::Reference(reference) => reference.lifetime.as_ref(),
        Type::Path(path) => match &path.path.segments.last()?.arguments {
            PathArguments::AngleBracketed(list) => list.args.iter().find_map(|it| match it {
                GenericArgument::Lifetime(it) => Some(it),
                _ => None,
            }),
            _ => None,
        },
        _ => None,
    }
}

/// Returns what to use instead of a reference that cannot be read.
fn reference_problem(reference: &TypeReference) -> Option<String> {
    let target = ungrouped(&reference.elem);
    let is_text = is_text_slice(target);
    if is_text && reference.mutability.is_none() {
        return None;
    }
    let value = match target {
        Type::Slice(slice) => format!("Vec<{}>", slice.elem.to_token_stream()),
        _ if is_text => "String".to_owned(),
        target => target.to_token_stream().to_string(),
    };
    Some(format!(
        "only `&'a str` borrows from the input, and every other property has its value: write `{value}`"
    ))
}

fn count_of_arguments(ty: &Type) -> usize {
    let Type::Path(path) = ungrouped(ty) else {
        return 0;
    };
    match path.path.segments.last().map(|it| &it.arguments) {
        Some(PathArguments::AngleBracketed(list)) => (list.args.iter())
            .filter(|it| matches!(it, GenericArgument::Type(_)))
            .count(),
        _ => 0,
    }
}

/// A navigation property leads to entities: one, or many.
fn check_target(ty: &Type, is_collection: bool, errors: &mut Errors) {
    let Some(target) = type_argument(ty) else {
        return;
    };
    let name = if is_collection {
        "NavCollection"
    } else {
        "Nav"
    };
    let shape = Shape::of(target);
    let inner = shape.innermost().to_token_stream();
    let problem = match &shape {
        Shape::Collection(_) if is_collection => {
            format!("`NavCollection` is already a collection: write `NavCollection<{inner}>`")
        }
        shape if shape.is_collection() => {
            format!("`Nav` leads to one entity: write `NavCollection<{inner}>`")
        }
        Shape::Option(_) if is_collection => {
            format!("a related entity is never null: write `NavCollection<{inner}>`")
        }
        Shape::Option(_) => {
            format!("`Nav` can already be absent or null: write `Nav<{inner}>`")
        }
        Shape::Nav { ty: inner, .. } => format!(
            "a navigation property cannot lead to another: write `{}`",
            inner.to_token_stream()
        ),
        shape if shape.is_primitive() => format!(
            "`{inner}` is not an entity type: write `{}` without `{name}`",
            if is_collection {
                format!("Vec<{inner}>")
            } else {
                format!("Option<{inner}>")
            }
        ),
        _ => return,
    };
    errors.at(target, problem);
}

/// Reports keys that have no effect on such a type.
fn check_keys_without_effect(shape: &Shape<'_>, entries: &Entries, errors: &mut Errors) {
    let has_own_codec = entries.has("with");
    let is_primitive = shape.is_primitive() || shape.item().is_some_and(Shape::is_primitive);
    let checks = [
        (
            "case_insensitive",
            is_primitive && !has_own_codec,
            "ignores the letter case of members, which a primitive type does not have",
        ),
        (
            "case_insensitive",
            shape.is_nav(),
            "ignores the letter case of members, which a navigation property does not have",
        ),
        (
            "navigation",
            is_primitive,
            "requires an entity type, and this type is primitive",
        ),
        (
            "atomic",
            shape.is_primitive(),
            "has no effect, because a patch always replaces a primitive value",
        ),
        (
            "atomic",
            shape.is_collection(),
            "has no effect, because a patch always replaces a collection",
        ),
        (
            "atomic",
            shape.is_nav(),
            "has no effect, because a patch always replaces a link",
        ),
    ];
    if let Some(entry) = entries.get("null_collection") {
        let has_null = matches!(shape, Shape::Option(inner) if inner.is_option());
        let problem = if has_own_codec {
            Some("`null_collection` has no effect, because `with` reads the value: remove it")
        } else if !shape.is_collection() {
            Some(
                "`null_collection` is for collections: remove it, or write `Option<T>` for a value that may be null",
            )
        } else if has_null {
            Some(
                "`null_collection` has no effect, because `Option<Option<Vec<T>>>` accepts null: remove it",
            )
        } else {
            None
        };
        if let Some(problem) = problem {
            errors.at(&entry.ident, problem);
        }
    }
    for (key, applies, reason) in checks {
        if let Some(entry) = entries.get(key).filter(|_| applies) {
            errors.at(&entry.ident, format_args!("`{key}` {reason}: remove it"));
        }
    }
    if let Some(entry) = entries.get("default")
        && matches!(entry.content, Content::Nothing)
        && (shape.is_nav() || (shape.is_option() && !entries.has("nullable")))
    {
        errors.at(
            &entry.ident,
            "`default` has no effect, because an absent property of this type is not an error: remove it, or name a function with `default = my_default`",
        );
    }
}

/// Reports a key of a type that a key cannot have (CSDL 4.01 §6.5).
fn check_key_type(shape: &Shape<'_>, entries: &Entries, errors: &mut Errors) {
    let Some(span) = entries.span_of("key") else {
        return;
    };
    let name = shape.number().map(|ty| ty.to_token_stream().to_string());
    if let Some(name @ ("f32" | "f64")) = name.as_deref() {
        errors.at_span(
            span,
            format_args!(
                "`{name}` cannot be a key: use an integer, a `String` or `odata_core::edm::Guid`, or remove `key`"
            ),
        );
    }
}
