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
        ReadResource,
        buffered_members::BufferedMembers,
        builder::{Builder, finish, finish_boxed},
        control,
        erased_builder::ErasedBuilder,
        error_body,
        key::Name,
        members::{Progress, incomplete, members, members_from},
        replay::replay,
        resource::read_deferred,
        tag::{Tag, TagSeed},
    },
    session::{Level, at_name, context_type, find_late_tag, new_error, new_mismatch, read_policy},
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
    // Inlined, so that the value is moved less often.
    #[inline]
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
    map: &'a mut A,
    // By reference, because it passes through several functions.
    object: &'a mut PartialObject<'de>,
}

/// What is known of an object before its properties are read.
struct PartialObject<'de> {
    /// The captured members.
    early: BufferedMembers<'de>,
    /// The name of the next member, if it was read.
    name: Option<&'de str>,
    type_name: &'static str,
    /// The tag that names the type.
    tag: Option<Tag<'de>>,
    /// Only a cast in the context URL names the type.
    by_context: bool,
}

impl<'de, A: MapAccess<'de>> TaggedInput<'_, 'de, A> {
    /// Returns the name of the type.
    pub fn type_name(&self) -> &'static str {
        self.object.type_name
    }

    /// Reads the captured members, then all members that are left.
    #[inline]
    fn fill<T: ReadResource<'de>>(self, builder: &mut Builder<'de, T>) -> Result<(), A::Error> {
        if const { T::TYPE.has_flag(type_flag::UNTYPED) } {
            return self.fill_untyped::<T>(builder);
        }
        if !self.object.early.is_empty() {
            return self.fill_captured::<T>(builder);
        }
        ErasedBuilder::with::<T, _>(builder, |builder| self.finish(builder))
    }

    /// Reads an object with captured members.
    #[inline(never)]
    fn fill_captured<T: ReadResource<'de>>(
        mut self,
        builder: &mut Builder<'de, T>,
    ) -> Result<(), A::Error> {
        let mut progress = Progress::new(self.object.tag.is_some());
        self.replay::<T>(&mut progress, builder)?;
        ErasedBuilder::with::<T, _>(builder, |builder| {
            self.read_rest(&mut progress, builder)?;
            progress.complete(builder)
        })
    }

    /// Reads an object of a type with untyped properties.
    #[inline(never)]
    fn fill_untyped<T: ReadResource<'de>>(
        mut self,
        builder: &mut Builder<'de, T>,
    ) -> Result<(), A::Error> {
        let mut progress = Progress::new(self.object.tag.is_some());
        self.replay::<T>(&mut progress, builder)?;
        ErasedBuilder::with::<T, _>(builder, |builder| self.read_rest(&mut progress, builder))?;
        read_deferred::<T, A::Error>(builder, &mut progress)?;
        ErasedBuilder::<A>::with::<T, _>(builder, |builder| progress.complete(builder))
    }

    /// Reads the captured members.
    fn replay<T: ReadResource<'de>>(
        &mut self,
        progress: &mut Progress<'de>,
        builder: &mut Builder<'de, T>,
    ) -> Result<(), A::Error> {
        let early = mem::take(&mut self.object.early);
        if early.is_empty() {
            return Ok(());
        }
        ErasedBuilder::with::<T, _>(builder, |builder| replay(builder, progress, early))?;
        if self.object.tag.is_some() {
            progress.check_order_of_tag(T::TYPE)?;
        }
        Ok(())
    }

    /// Reads all members and checks the object.
    #[inline(never)]
    fn finish(mut self, builder: &mut ErasedBuilder<'_, 'de, A>) -> Result<(), A::Error> {
        let mut progress = Progress::new(self.object.tag.is_some());
        self.read_rest(&mut progress, builder)?;
        progress.complete(builder)
    }

    /// Reads all members that are left.
    #[inline]
    fn read_rest(
        &mut self,
        progress: &mut Progress<'de>,
        builder: &mut ErasedBuilder<'_, 'de, A>,
    ) -> Result<(), A::Error> {
        if let Some(tag) = &self.object.tag {
            progress.undeclared.has_begun = true;
            builder.keep_version(tag);
        }
        match self.object.name {
            Some(name) => members_from(name, builder, progress, self.map)?,
            None => members(builder, progress, self.map)?,
        }
        if self.object.by_context
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
    /// The concrete types of the whole model, sorted. A known type outside of the hierarchy is an error, even with an `other` variant.
    fn known() -> &'static [&'static str];
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
        let mut object = PartialObject {
            early: BufferedMembers::new(),
            name: None,
            type_name: "",
            tag: None,
            by_context: false,
        };
        let chosen = match search(&mut object, &mut map, by_index::<H>)? {
            Some(found) => Some(found),
            None => choose::<H, A::Error>(&mut object)?,
        };
        match chosen {
            Some((variant, type_name)) => {
                object.type_name = type_name;
                H::read(
                    variant,
                    TaggedInput {
                        map: &mut map,
                        object: &mut object,
                    },
                )
            }
            None => read_other::<H, A>(object, &mut map),
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

/// Returns the variant of an object; `None` for the `other` variant.
#[inline]
fn choose<'de, H: ReadHierarchy<'de>, E: de::Error>(
    object: &mut PartialObject<'de>,
) -> Result<Chosen, E> {
    let Some(tag) = &object.tag else {
        return untagged::<H, E>(object);
    };
    let chosen = by_tag::<H, E>(tag);
    let chosen = if context_type::is_bound() {
        chosen.and_then(|it| check_bound(it, H::TYPES))
    } else {
        chosen
    };
    chosen.map_err(|error| at_name(TYPE_TAG, error))
}

/// Returns the variant of an object without a type tag, all of whose members were captured.
#[inline(never)]
fn untagged<'de, H: ReadHierarchy<'de>, E: de::Error>(
    object: &mut PartialObject<'de>,
) -> Result<Chosen, E> {
    if let Some(cast) = cast::<H>(&object.early) {
        object.by_context = true;
        return Ok(Some(cast));
    }
    check_error_body::<H, E>(&object.early)?;
    let chosen = without_tag::<H, E>()?;
    if context_type::is_bound() {
        check_bound(chosen, H::TYPES)
    } else {
        Ok(chosen)
    }
}

/// Returns the variant for the tag in the index of the text.
type ByIndex = fn(&BufferedMembers<'_>, Option<&str>) -> Chosen;

/// Captures the members before the type tag: none if it is the first member.
///
/// Where the text has an index, only control information is captured, and the result is the variant.
#[inline(never)]
fn search<'de, A: MapAccess<'de>>(
    object: &mut PartialObject<'de>,
    map: &mut A,
    by_index: ByIndex,
) -> Result<Chosen, A::Error> {
    let mut is_first = true;
    while let Some(name) = map.next_key_seed(Name)? {
        if name == TYPE_TAG || is_tag(&name) {
            let tag = map.next_value_seed(TagSeed);
            object.tag = Some(tag.map_err(|error| at_name(TYPE_TAG, error))?);
            return Ok(None);
        }
        if is_first && !name.starts_with('@') {
            is_first = false;
            if let Cow::Borrowed(text) = name
                && let Some(found) = find_late_tag(text, |tag| by_index(&object.early, tag))?
            {
                object.name = Some(text);
                return Ok(Some(found));
            }
        }
        object.early.read(name, map)?;
    }
    Ok(None)
}

/// Returns the variant for a tag, or for `None` if there is no tag. `None` if the members must be captured.
fn by_index<'de, H: ReadHierarchy<'de>>(early: &BufferedMembers<'_>, tag: Option<&str>) -> Chosen {
    if context_type::is_bound() {
        return None;
    }
    match tag {
        Some(tag) => H::find(tag),
        None if early.context().is_none() => default_variant::<H>(),
        None => None,
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
    ContextUrl::parse(&unescape(early.context()?)?)
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
    match default_variant::<H>() {
        Some(found) => Ok(Some(found)),
        None => missing_tag(Declared::of::<H>()).map(|()| None),
    }
}

fn default_variant<'de, H: ReadHierarchy<'de>>() -> Chosen {
    let declared = || {
        if H::BASE.is_abstract() {
            None
        } else {
            H::find(H::BASE.name)
        }
    };
    context_type::find(H::find).or(H::DEFAULT).or_else(declared)
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
            known: H::known(),
            keeps_unknown,
        }
    }

    fn derived(&self) -> String {
        let mut names = Vec::new();
        // A declared type may be below that of the hierarchy.
        let is_base = |it: &StructuredType| it.name == self.base.name;
        self.types.each(&mut |it| {
            if it.chain().any(is_base) {
                names.push(it.name);
            }
        });
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
    object: PartialObject<'de>,
    map: &mut A,
) -> Result<H, A::Error> {
    let mut early = object.early;
    if let Some(tag) = &object.tag {
        early.push_tag(tag.text());
    }
    while let Some(name) = map.next_key_seed(Name)? {
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
    match H::find(input.type_name()) {
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
