//! Reading a value whose declared type has derived types: the type tag selects the variant.

use std::{borrow::Cow, fmt, marker::PhantomData, mem};

use serde::{
    Deserializer,
    de::{self, MapAccess, Visitor},
};

use crate::{
    dynamic::{DynamicResource, TYPE_TAG},
    error::{ErrorKind, Listing},
    model::{StructuredType, is_same_name, type_flag},
    options::UnknownPolicy,
    protocol::ContextUrl,
    raw::unescape,
    runtime::de::{
        ReadResource, UNKNOWN,
        buffered_members::BufferedMembers,
        builder::{Builder, finish, finish_boxed},
        control,
        erased_builder::ErasedBuilder,
        error_body,
        key::KeySeed,
        members::{Progress, incomplete, members},
        replay::replay,
        resource::read_deferred,
        tag::{Tag, TagSeed},
    },
    session::{Level, at_name, context_type, new_error, new_mismatch, read_policy},
};

pub(crate) mod variant_index;

pub(crate) use crate::model::{Variant, VariantTypes};

/// Reads a variant once its type is known.
pub trait ReadVariant<'de>: Sized {
    /// Reads the value in place.
    fn read<A: MapAccess<'de>>(input: TaggedInput<'_, 'de, A>) -> Result<Self, A::Error>;
    /// Reads the value on the heap: a wide type inline would need its size on the stack at every level of recursion.
    fn read_boxed<A: MapAccess<'de>>(input: TaggedInput<'_, 'de, A>)
    -> Result<Box<Self>, A::Error>;
}

impl<'de, T: ReadResource<'de>> ReadVariant<'de> for T {
    #[inline(never)]
    fn read<A: MapAccess<'de>>(input: TaggedInput<'_, 'de, A>) -> Result<T, A::Error> {
        let mut builder = T::new_builder();
        input.fill::<T>(&mut builder)?;
        finish::<T, _>(builder, || incomplete(T::TYPE))
    }

    #[inline(never)]
    fn read_boxed<A: MapAccess<'de>>(input: TaggedInput<'_, 'de, A>) -> Result<Box<T>, A::Error> {
        let mut builder = Box::new(T::new_builder());
        input.fill::<T>(&mut builder)?;
        finish_boxed::<T, _>(builder, || incomplete(T::TYPE))
    }
}

/// An object that is partly read and whose type is known.
pub struct TaggedInput<'a, 'de, A> {
    early: BufferedMembers<'de>,
    map: &'a mut A,
    type_name: &'static str,
    /// The tag that names the type.
    tag: Option<&'a Tag<'de>>,
    /// Only a cast in the context URL names the type.
    by_context: bool,
}

impl<'de, A: MapAccess<'de>> TaggedInput<'_, 'de, A> {
    /// Returns the name of the type.
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// Reads the captured members, then all members that are left.
    #[inline]
    fn fill<T: ReadResource<'de>>(mut self, builder: &mut Builder<'de, T>) -> Result<(), A::Error> {
        let mut progress = Progress::new(self.tag.is_some());
        let early = mem::replace(&mut self.early, BufferedMembers::new());
        if !early.is_empty() {
            ErasedBuilder::with::<T, _>(builder, |builder| replay(builder, &mut progress, early))?;
            if self.tag.is_some() {
                progress.check_order_of_tag(T::TYPE)?;
            }
        }
        if const { T::TYPE.has_flag(type_flag::UNTYPED) } {
            return self.fill_untyped::<T>(&mut progress, builder);
        }
        ErasedBuilder::with::<T, _>(builder, |builder| self.finish(&mut progress, builder))
    }

    /// Reads all members that are left into a type with untyped properties.
    #[inline(never)]
    fn fill_untyped<T: ReadResource<'de>>(
        mut self,
        progress: &mut Progress<'de>,
        builder: &mut Builder<'de, T>,
    ) -> Result<(), A::Error> {
        ErasedBuilder::with::<T, _>(builder, |builder| self.read_rest(progress, builder))?;
        read_deferred::<T, A::Error>(builder, progress)?;
        ErasedBuilder::<A>::with::<T, _>(builder, |builder| progress.complete(builder))
    }

    /// Reads all members that are left and checks the object.
    #[inline(never)]
    fn finish(
        mut self,
        progress: &mut Progress<'de>,
        builder: &mut ErasedBuilder<'_, 'de, A>,
    ) -> Result<(), A::Error> {
        self.read_rest(progress, builder)?;
        progress.complete(builder)
    }

    /// Reads all members that are left.
    #[inline]
    fn read_rest(
        &mut self,
        progress: &mut Progress<'de>,
        builder: &mut ErasedBuilder<'_, 'de, A>,
    ) -> Result<(), A::Error> {
        progress.undeclared.has_begun = self.tag.is_some();
        if let Some(tag) = self.tag {
            builder.keep_version(tag);
        }
        members(builder, progress, self.map)?;
        if self.by_context
            && let Some(annotations) = builder.bags_mut().annotations
        {
            annotations.type_is_in_context();
        }
        Ok(())
    }
}

/// A hierarchy. The derive implements it.
pub trait ReadHierarchy<'de>: Variant + Sized {
    /// The declared type.
    const BASE: &'static StructuredType;
    /// The variant for a value without a type tag.
    const DEFAULT: Option<(u16, &'static str)>;
    /// Returns the variant of the type with this name, and the full name of the type.
    fn find(name: &str) -> Option<(u16, &'static str)>;
    /// Reads the variant.
    fn read<A: MapAccess<'de>>(
        variant: u16,
        input: TaggedInput<'_, 'de, A>,
    ) -> Result<Self, A::Error>;
    /// Returns the `other` variant; `None` if there is none.
    fn other(resource: DynamicResource) -> Option<Self>;
    /// Whether there is an `other` variant.
    const HAS_OTHER: bool;
    /// The concrete types of the whole model, sorted. A known type outside of the hierarchy is an error, even with an `other` variant.
    const KNOWN: &'static [&'static str];
}

/// Reads a value of a hierarchy. Every derived `Deserialize` of a hierarchy calls it.
pub fn read_hierarchy<'de, H: ReadHierarchy<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<H, D::Error> {
    deserializer.deserialize_map(HierarchyVisitor(PhantomData))
}

struct HierarchyVisitor<H>(PhantomData<H>);

impl<'de, H: ReadHierarchy<'de>> Visitor<'de> for HierarchyVisitor<H> {
    type Value = H;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expected_of(H::BASE, f)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<H, A::Error> {
        let _level = Level::enter()?;
        let mut early = BufferedMembers::new();
        let tag = search(&mut early, &mut map)?;
        let mut by_context = false;
        let chosen = match &tag {
            Some(tag) => {
                let chosen = by_tag::<H, A::Error>(tag);
                let chosen = if context_type::is_bound() {
                    chosen.and_then(|it| check_bound(it, H::TYPES))
                } else {
                    chosen
                };
                chosen.map_err(|error| at_name(TYPE_TAG, error))?
            }
            None => match cast::<H>(&early) {
                Some(cast) => {
                    by_context = true;
                    Some(cast)
                }
                None => {
                    check_error_body::<H, A::Error>(&early)?;
                    let chosen = without_tag::<H, A::Error>()?;
                    if context_type::is_bound() {
                        check_bound(chosen, H::TYPES)?
                    } else {
                        chosen
                    }
                }
            },
        };
        match chosen {
            Some((variant, type_name)) => H::read(
                variant,
                TaggedInput {
                    early,
                    map: &mut map,
                    type_name,
                    tag: tag.as_ref(),
                    by_context,
                },
            ),
            None => read_other::<H, A>(tag, early, &mut map),
        }
    }
}

/// Out of line: every hierarchy has a visitor.
#[cold]
fn expected_of(base: &StructuredType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if f.alternate() {
        return f.write_str(base.name);
    }
    write!(
        f,
        "an object of type `{}` or a type derived from it",
        base.name
    )
}

/// Captures the members before the type tag: none if it is the first member.
#[inline(never)]
fn search<'de, A: MapAccess<'de>>(
    early: &mut BufferedMembers<'de>,
    map: &mut A,
) -> Result<Option<Tag<'de>>, A::Error> {
    let mut name = Cow::Borrowed("");
    loop {
        let key = map.next_key_seed(KeySeed {
            lookup: None,
            other: &mut name,
        })?;
        match key {
            Some(UNKNOWN) if !is_tag(&name) => early.read(mem::take(&mut name), map)?,
            Some(_) => {
                break map
                    .next_value_seed(TagSeed)
                    .map(Some)
                    .map_err(|error| at_name(TYPE_TAG, error));
            }
            None => break Ok(None),
        }
    }
}

/// Returns whether the name is another spelling of `@odata.type`.
fn is_tag(name: &str) -> bool {
    name.starts_with('@') && control::is_tag(name, read_policy().version)
}

type Chosen = Option<(u16, &'static str)>;

/// Returns the variant for a type tag; `None` for the `other` variant.
fn by_tag<'de, H: ReadHierarchy<'de>, E: de::Error>(tag: &Tag<'_>) -> Result<Chosen, E> {
    match H::find(tag.name()) {
        Some(found) => Ok(Some(found)),
        None => unknown_tag(tag, Declared::of::<H>()).map(|()| None),
    }
}

/// Rejects an item whose type does not derive from the type that the annotation of its collection names.
#[cold]
fn check_bound<E: de::Error>(chosen: Chosen, types: VariantTypes) -> Result<Chosen, E> {
    let (Some((_, name)), Some(bound)) = (chosen, context_type::find(|it| Some(it.to_owned())))
    else {
        return Ok(chosen);
    };
    let mut is_derived = true;
    types.each(&mut |it| {
        if it.name == name {
            is_derived = it.chain().any(|it| it.is_named(&bound));
        }
    });
    if is_derived {
        return Ok(chosen);
    }
    Err(new_mismatch(
        ErrorKind::NotDerived,
        format_args!(
            "`{name}` is not derived from `{bound}`, the type of the items that the annotation of their collection names"
        ),
        format!("a type derived from `{bound}`"),
        name,
    ))
}

/// Returns the variant for a value whose context URL has a type cast, which names the type (Protocol 4.01 §10; JSON 4.01 §4.5.1).
#[inline(never)]
fn cast<'de, H: ReadHierarchy<'de>>(early: &BufferedMembers<'de>) -> Chosen {
    let context = early
        .get("@odata.context")
        .or_else(|| early.get("@context"))?;
    ContextUrl::parse(&unescape(context)?)
        .type_name()
        .and_then(H::find)
}

/// Rejects an error body, unless a type of the hierarchy declares a property `error`.
#[inline(never)]
fn check_error_body<'de, H: ReadHierarchy<'de>, E: de::Error>(
    members: &BufferedMembers<'_>,
) -> Result<(), E> {
    let mut declares_error = H::BASE.property(error_body::ERROR).is_some();
    H::TYPES.each(&mut |it| declares_error |= it.property(error_body::ERROR).is_some());
    if declares_error {
        return Ok(());
    }
    error_body::check(members.properties())
}

/// Returns the variant for a value without a type tag. The context of its collection may name the type, and a concrete declared type needs
/// no tag.
#[inline(never)]
fn without_tag<'de, H: ReadHierarchy<'de>, E: de::Error>() -> Result<Chosen, E> {
    let declared = || {
        if H::BASE.is_abstract() {
            None
        } else {
            H::find(H::BASE.name)
        }
    };
    let found = context_type::find(H::find).or(H::DEFAULT).or_else(declared);
    match found {
        Some(found) => Ok(Some(found)),
        None => missing_tag(Declared::of::<H>()).map(|()| None),
    }
}

/// The parts of a hierarchy that messages need. Not generic, so that the code of the messages exists once.
struct Declared {
    base: &'static StructuredType,
    types: VariantTypes,
    known: &'static [&'static str],
    keeps_unknown: bool,
}

impl Declared {
    fn of<'de, H: ReadHierarchy<'de>>() -> Declared {
        let keeps_unknown = H::HAS_OTHER && read_policy().unknown_types == UnknownPolicy::Keep;
        Declared {
            base: H::BASE,
            types: H::TYPES,
            known: H::KNOWN,
            keeps_unknown,
        }
    }

    fn derived(&self) -> String {
        let mut names = Vec::new();
        self.types.each(&mut |it| names.push(it.name));
        Listing(names.iter()).to_string()
    }
}

#[cold]
fn unknown_tag<E: de::Error>(tag: &Tag<'_>, declared: Declared) -> Result<(), E> {
    tag.check()?;
    let (name, base) = (tag.name(), declared.base);
    let is_ancestor = base.chain().skip(1).any(|it| it.is_named(name));
    let (kind, problem) = if is_ancestor || declared.known.binary_search(&name).is_ok() {
        (
            ErrorKind::NotDerived,
            format!("`{name}` is not derived from `{}`", base.name),
        )
    } else if declared.keeps_unknown {
        return Ok(());
    } else if base.is_named(name) {
        (ErrorKind::AbstractType, format!("`{name}` is abstract"))
    } else {
        (ErrorKind::UnknownType, format!("unknown type `{name}`"))
    };
    let expected = format!("one of {}", declared.derived());
    let message = format!("{problem}; expected {expected}");
    Err(new_mismatch(kind, message, expected, tag.text()))
}

#[cold]
fn missing_tag<E: de::Error>(declared: Declared) -> Result<(), E> {
    if declared.keeps_unknown {
        return Ok(());
    }
    let (base, expected) = (
        declared.base.name,
        format!("`{TYPE_TAG}` with one of {}", declared.derived()),
    );
    let message =
        format!("`{base}` is abstract and the value has no type tag; expected {expected}");
    Err(new_mismatch(
        ErrorKind::MissingType,
        message,
        expected,
        "no type tag",
    ))
}

/// Reads the `other` variant.
#[inline(never)]
fn read_other<'de, H: ReadHierarchy<'de>, A: MapAccess<'de>>(
    tag: Option<Tag<'de>>,
    mut early: BufferedMembers<'de>,
    map: &mut A,
) -> Result<H, A::Error> {
    if let Some(tag) = &tag {
        early.push_tag(tag.text());
    }
    while let Some(name) = map.next_key_seed(crate::runtime::de::key::Name)? {
        early.read(name, map)?;
    }
    H::other(early.into_resource()?).ok_or_else(|| {
        new_error(
            ErrorKind::UnknownType,
            "the hierarchy has no `other` variant",
        )
    })
}

/// Reads a hierarchy that is a variant of another.
pub fn read_nested<'de, H: ReadHierarchy<'de>, A: MapAccess<'de>>(
    input: TaggedInput<'_, 'de, A>,
) -> Result<H, A::Error> {
    match H::find(input.type_name) {
        Some((variant, _)) => H::read(variant, input),
        None => no_variant(),
    }
}

/// The error for a variant that the hierarchy does not have.
#[cold]
pub fn no_variant<T, E: de::Error>() -> Result<T, E> {
    Err(new_error(
        ErrorKind::UnknownType,
        "the hierarchy has no variant for this type",
    ))
}

/// Returns whether a value of the type `name` is a value of the hierarchy.
pub fn accepts(
    base: &'static StructuredType,
    types: VariantTypes,
    has_other: bool,
    known: &[&str],
    name: &str,
) -> bool {
    let mut found = is_same_name(base.name, name);
    types.each(&mut |it| found |= is_same_name(it.name, name));
    found || (has_other && known.binary_search(&name).is_err())
}
