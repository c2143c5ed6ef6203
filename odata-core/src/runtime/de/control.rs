//! Control information and annotations: what their names say, and what their values must be (JSON format 4.01, sections 4.5 and 20).

use std::borrow::Cow;

use serde::de;

use crate::{
    dynamic::{
        control,
        control::value_kind::{Key as FormKey, ValueKind},
    },
    error::ErrorKind,
    model::{property::Property, structured_type::StructuredType},
    protocol::version::Version,
    raw::quoted::unescape,
    runtime::de::{delta, seen::Seen, undeclared::UndeclaredState},
    session::{
        failure::{new_error, new_mismatch},
        policy::read_policy,
    },
};

/// The control information that `term`, what follows the last `@`, stands for: `odata.x`, in 4.01 also `x`.
fn control_name(term: &str, version: Version) -> Option<&str> {
    let (name, has_prefix) = control::of_term(term)?;
    // Services write `removed` without its prefix in any version.
    (has_prefix || version >= Version::V401 || name == "removed").then_some(name)
}

/// Whether a member of that name is an annotation of the service's own.
pub(super) fn is_custom_annotation(name: &str, version: Version) -> bool {
    name.rsplit_once('@')
        .is_some_and(|(_, term)| control_name(term, version).is_none())
}

/// Whether the name is that of the type tag.
pub(super) fn is_tag(name: &str, version: Version) -> bool {
    name == crate::dynamic::control::TYPE_TAG || (name == "@type" && version >= Version::V401)
}

/// The control information that a name without a target stands for.
pub(crate) fn own_name(name: &str, version: Version) -> Option<&str> {
    control_name(name.strip_prefix('@')?, version)
}

/// Whether a member that is no property goes to the control information rather than the annotations.
pub(super) fn is_control(name: &str, version: Version) -> bool {
    match name.rsplit_once('@') {
        Some((_, term)) => control_name(term, version).is_some(),
        None => name.contains('#'),
    }
}

/// What `name` says the type of, where it does: `P` of `P@odata.type`.
pub(super) fn type_target(name: &str, version: Version) -> Option<&str> {
    let (target, term) = name.rsplit_once('@')?;
    (!target.is_empty() && control_name(term, version) == Some("type")).then_some(target)
}

/// The other name of the same control information.
pub(super) fn other_spelling(name: &str, version: Version) -> Option<Cow<'static, str>> {
    let (target, term) = name.rsplit_once('@')?;
    match term.strip_prefix("odata.") {
        // Where it is the same information without the prefix: what has a dot would be an annotation of another namespace.
        Some(known) if control_name(known, version) == Some(known) => {
            Some(Cow::Owned(format!("{target}@{known}")))
        }
        None if control_name(term, version).is_some() => {
            Some(Cow::Owned(format!("{target}@odata.{term}")))
        }
        _ => None,
    }
}

/// Checks the value of `target@term`; `target` is empty for the object's own.
pub(super) fn check<E: de::Error>(
    declared: Option<&'static StructuredType>,
    target: &str,
    term: &str,
    text: &str,
) -> Result<(), E> {
    let policy = read_policy();
    if policy.strict_annotations {
        check_name(target, term)?;
    }
    let Some(name) = control_name(term, policy.version) else {
        return Ok(());
    };
    let property = declared
        .filter(|_| !target.is_empty())
        .and_then(|it| it.property(target));
    match name {
        // Without a property of that name it tags a dynamic property or an annotation.
        "type" if !target.is_empty() => return check_type(property, text),
        "bind" => return check_bind(property, text),
        "removed" if target.is_empty() => delta::check_removed(declared)?,
        _ => {}
    }
    let form = ValueKind::of(FormKey::Control { target, name });
    if form.fits(text, policy.ieee754) {
        match name {
            "delta" if !target.is_empty() => delta::check_nested(text),
            _ => Ok(()),
        }
    } else {
        Err(wrong(name, form.expected(), text))
    }
}

#[cold]
fn wrong<E: de::Error>(name: &str, expected: &str, text: &str) -> E {
    new_mismatch(
        ErrorKind::Type,
        format_args!("`{name}` is {expected}, not {}", shortened(text)),
        expected,
        text,
    )
}

/// A value for a message.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => Cow::Owned(format!("{}...", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// An annotation has a name, and only `odata.type` annotates an annotation.
fn check_name<E: de::Error>(target: &str, term: &str) -> Result<(), E> {
    if term.is_empty() {
        return Err(new_error(
            ErrorKind::InvalidName,
            "an annotation without a name",
        ));
    }
    if target.contains('@') && !matches!(term, "odata.type" | "type") {
        return Err(new_error(
            ErrorKind::InvalidName,
            "only `odata.type` may annotate an annotation",
        ));
    }
    Ok(())
}

/// `P@odata.type` must name a type that may stand where `P` is declared (section 4.5.3).
fn check_type<E: de::Error>(property: Option<&'static Property>, text: &str) -> Result<(), E> {
    let Some(tag) = unescape(text) else {
        return Err(wrong("type", "a string", text));
    };
    let Some(property) = property else {
        return Ok(());
    };
    let name = tag.rsplit_once('#').map_or(&*tag, |(_, name)| name);
    let item = name
        .strip_prefix("Collection(")
        .and_then(|it| it.strip_suffix(')'));
    let fits = match (item, property.is_collection()) {
        (Some(item), true) => property.accepts(item),
        (None, false) => property.accepts(name),
        // An untyped property takes any.
        (Some(_), false) => property.type_name() == "Edm.Untyped",
        (None, true) => false,
    };
    if fits {
        return Ok(());
    }
    let (open, close) = if property.is_collection() {
        ("Collection(", ")")
    } else {
        ("", "")
    };
    Err(new_mismatch(
        ErrorKind::NotDerived,
        format_args!(
            "{name} is not the type of `{}`, {open}{}{close}, nor derived from it",
            property.name(),
            property.type_name()
        ),
        format!("#{open}{}{close}", property.type_name()),
        &*tag,
    ))
}

/// `N@odata.bind`: a link for a single-valued navigation property, an array of links for a collection (section 8.5).
fn check_bind<E: de::Error>(property: Option<&'static Property>, text: &str) -> Result<(), E> {
    let Some(property) = property else {
        return Ok(());
    };
    let (fits, expected) = match property.is_collection() {
        true => (text.starts_with('[') && text != "[]", "an array of links"),
        false => (text.starts_with('"') || text == "null", "a link"),
    };
    if fits {
        Ok(())
    } else {
        Err(wrong("bind", expected, text))
    }
}

/// An ordered payload (section 4.4): context first, then type, then id and etag, all before any property.
pub(super) fn check_order<E: de::Error>(
    declared: &'static StructuredType,
    extra: &UndeclaredState,
    seen: &Seen,
    name: &str,
) -> Result<(), E> {
    let policy = read_policy();
    let Some((target, term)) = name.rsplit_once('@') else {
        return Ok(());
    };
    let control = control_name(term, policy.version);
    let problem = match (target, control) {
        ("", Some("context")) if extra.began || !seen.is_empty() => Some("the context comes first"),
        ("", Some("type" | "id" | "etag")) if !seen.is_empty() => {
            Some("it comes before every property")
        }
        ("", _) => None,
        // A next link may follow its collection.
        (_, Some("nextLink")) => None,
        (target, _) => {
            let index = declared
                .properties()
                .position(|it| it.has_name(target))
                .and_then(|it| u16::try_from(it).ok());
            index
                .is_some_and(|index| seen.contains(index) && extra.bound != index)
                .then_some("annotations come before their property")
        }
    };
    match problem {
        Some(problem) => Err(new_error(
            ErrorKind::Order,
            format_args!("out of order in an ordered payload: {problem}"),
        )),
        None => Ok(()),
    }
}
