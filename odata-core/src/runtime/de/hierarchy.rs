//! Reading a value whose declared type has derived types: the tag picks.

use std::{borrow::Cow, fmt, marker::PhantomData, mem};

use serde::{
    Deserializer,
    de::{self, MapAccess, Visitor},
};

use crate::{
    dynamic::{control::TYPE_TAG, resource::DynamicResource},
    error::{ErrorKind, listing::Listing},
    model::{
        odata_resource::ODataResource, odata_type::unqualified, structured_type::StructuredType,
    },
    options::UnknownPolicy,
    protocol::context_url::ContextUrl,
    raw::quoted::unescape,
    runtime::de::{
        ReadResource, UNKNOWN,
        buffered_members::BufferedMembers,
        builder::{Builder, finish, finish_boxed},
        control,
        erased_builder::ErasedBuilder,
        key::KeySeed,
        members::{Progress, incomplete, members},
        replay::replay,
        tag::{Tag, TagSeed},
    },
    session::{
        context_type,
        depth::Level,
        failure::{new_error, new_mismatch},
        policy::read_policy,
        trace::at_name,
    },
};

pub(crate) mod variant_index;
pub(crate) mod variant_types;

pub(crate) use crate::runtime::de::hierarchy::variant_types::VariantTypes;

/// What may be a variant: a resource, or a hierarchy of a type derived from the base.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a variant of a hierarchy",
    label = "neither an OData resource nor a hierarchy",
    note = "use a type with `#[derive(ODataResource)]`, boxed or not"
)]
pub trait Variant {
    /// Its types.
    const TYPES: VariantTypes;
}

impl<T: ODataResource> Variant for T {
    const TYPES: VariantTypes = VariantTypes::One(T::TYPE);
}

/// How a variant is read once its type is known.
pub trait ReadVariant<'de>: Variant + Sized {
    /// Reads it in place.
    fn read<A: MapAccess<'de>>(input: TaggedInput<'_, 'de, A>) -> Result<Self, A::Error>;
    /// Reads it onto the heap: a wide type inline would cost every level of recursion its size in stack.
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

/// A resource under way whose type is now known.
pub struct TaggedInput<'a, 'de, A> {
    early: BufferedMembers<'de>,
    map: &'a mut A,
    type_name: &'static str,
    tagged: bool,
    /// Nothing but a cast in the context URL says the type.
    by_context: bool,
}

impl<'de, A: MapAccess<'de>> TaggedInput<'_, 'de, A> {
    /// The name of the type.
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// What came before, then what still comes.
    #[inline]
    fn fill<T: ReadResource<'de>>(mut self, builder: &mut Builder<'de, T>) -> Result<(), A::Error> {
        let mut progress = Progress::new(self.tagged);
        let early = mem::replace(&mut self.early, BufferedMembers::new());
        if !early.is_empty() {
            ErasedBuilder::with::<T, _>(builder, |builder| replay(builder, &mut progress, early))?;
            if self.tagged {
                progress.check_order_of_tag(T::TYPE)?;
            }
        }
        ErasedBuilder::with::<T, _>(builder, |builder| self.rest(&mut progress, builder))
    }

    /// What still comes.
    #[inline(never)]
    fn rest(
        self,
        progress: &mut Progress,
        builder: &mut ErasedBuilder<'_, 'de, A>,
    ) -> Result<(), A::Error> {
        progress.extra.began = self.tagged;
        members(builder, progress, self.map)?;
        if self.by_context
            && let Some(annotations) = builder.bags_mut().annotations
        {
            annotations.type_is_in_context();
        }
        progress.complete(builder)
    }
}

/// A hierarchy: written by the derive.
pub trait ReadHierarchy<'de>: Variant + Sized {
    /// The declared type.
    const BASE: &'static StructuredType;
    /// The variant for a value that names no type.
    const DEFAULT: Option<(u16, &'static str)>;
    /// The variant that a type's name picks, and the type's full name.
    fn find(name: &str) -> Option<(u16, &'static str)>;
    /// Reads that variant.
    fn read<A: MapAccess<'de>>(
        variant: u16,
        input: TaggedInput<'_, 'de, A>,
    ) -> Result<Self, A::Error>;
    /// The `other` variant, where there is one.
    fn other(resource: DynamicResource) -> Option<Self>;
    /// Whether there is one.
    const HAS_OTHER: bool;
    /// The concrete types that the model has anywhere, sorted: one of them that is not of this hierarchy is an error, not new.
    const KNOWN: &'static [&'static str];
}

/// Reads a value of a hierarchy: what every derived `Deserialize` of one calls.
pub fn read_hierarchy<'de, H: ReadHierarchy<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<H, D::Error> {
    deserializer.deserialize_map(HierarchyVisitor(PhantomData))
}

struct HierarchyVisitor<H>(PhantomData<H>);

impl<'de, H: ReadHierarchy<'de>> Visitor<'de> for HierarchyVisitor<H> {
    type Value = H;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object of type {} or derived from it", H::BASE.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<H, A::Error> {
        let _level = Level::enter()?;
        let mut early = BufferedMembers::new();
        let tag = search(&mut early, &mut map)?;
        let mut by_context = false;
        let chosen = match &tag {
            Some(tag) => by_tag::<H, A::Error>(tag).map_err(|error| at_name(TYPE_TAG, error))?,
            None => match cast::<H>(&early) {
                Some(cast) => {
                    by_context = true;
                    Some(cast)
                }
                None => without_tag::<H, A::Error>()?,
            },
        };
        match chosen {
            Some((variant, type_name)) => H::read(
                variant,
                TaggedInput {
                    early,
                    map: &mut map,
                    type_name,
                    tagged: tag.is_some(),
                    by_context,
                },
            ),
            None => whole::<H, A>(tag, early, &mut map),
        }
    }
}

/// Captures members until the tag. Where it comes first, as it should, that is none.
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

/// Whether the name is another spelling of the tag's.
fn is_tag(name: &str) -> bool {
    name.starts_with('@') && control::is_tag(name, read_policy().version)
}

type Chosen = Option<(u16, &'static str)>;

/// The variant for a tag; none where it goes to `other`.
fn by_tag<'de, H: ReadHierarchy<'de>, E: de::Error>(tag: &Tag<'_>) -> Result<Chosen, E> {
    match H::find(tag.name()) {
        Some(found) => Ok(Some(found)),
        None => unknown_tag(tag, Declared::of::<H>()).map(|()| None),
    }
}

/// The variant for a value whose context URL has a cast, which fixes the type (Protocol, section 10; JSON format 4.01, section 4.5.1).
#[inline(never)]
fn cast<'de, H: ReadHierarchy<'de>>(early: &BufferedMembers<'de>) -> Chosen {
    let context = early
        .get("@odata.context")
        .or_else(|| early.get("@context"))?;
    ContextUrl::parse(&unescape(context)?)
        .type_name()
        .and_then(H::find)
}

/// The variant for a value that names no type. The context of its collection may do so, and a concrete declared type needs no tag.
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

/// What the messages need of a hierarchy, so that they exist once.
struct Declared {
    base: &'static StructuredType,
    types: VariantTypes,
    known: &'static [&'static str],
    keeps: bool,
}

impl Declared {
    fn of<'de, H: ReadHierarchy<'de>>() -> Declared {
        let keeps = H::HAS_OTHER && read_policy().unknown_types == UnknownPolicy::Keep;
        Declared {
            base: H::BASE,
            types: H::TYPES,
            known: H::KNOWN,
            keeps,
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
        (ErrorKind::NotDerived, "is not derived from")
    } else if declared.keeps {
        return Ok(());
    } else if base.is_named(name) {
        (ErrorKind::AbstractType, "is abstract, so no value is one:")
    } else {
        (
            ErrorKind::UnknownType,
            "is none that is known to derive from",
        )
    };
    let expected = format!("one of {}", declared.derived());
    let message = format!("{name} {problem} {}; expected {expected}", base.name);
    Err(new_mismatch(kind, message, expected, tag.text()))
}

#[cold]
fn missing_tag<E: de::Error>(declared: Declared) -> Result<(), E> {
    if declared.keeps {
        return Ok(());
    }
    let (base, expected) = (
        declared.base.name,
        format!("`{TYPE_TAG}` naming one of {}", declared.derived()),
    );
    let message = format!("{base} is abstract and the value names no type; expected {expected}");
    Err(new_mismatch(
        ErrorKind::MissingType,
        message,
        expected,
        "no type tag",
    ))
}

/// The rest of a resource that stays whole.
#[inline(never)]
fn whole<'de, H: ReadHierarchy<'de>, A: MapAccess<'de>>(
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
            "there is no variant to keep the value",
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

/// A variant that the hierarchy does not have.
#[cold]
pub fn no_variant<T, E: de::Error>() -> Result<T, E> {
    Err(new_error(
        ErrorKind::UnknownType,
        "the hierarchy has no variant for the type",
    ))
}

/// Whether a value tagged `name` may stand where a hierarchy is declared.
pub fn accepts(
    base: &'static StructuredType,
    types: VariantTypes,
    has_other: bool,
    known: &[&str],
    name: &str,
) -> bool {
    let mut found = unqualified(base.name) == unqualified(name);
    types.each(&mut |it| found |= unqualified(it.name) == unqualified(name));
    found || (has_other && known.binary_search(&name).is_err())
}
