//! The constant description of a type.

use crate::{
    model::{odata_resource::ODataResource, property::Property},
    raw::quoted::unquoted,
};

/// How many properties a chain may declare in all.
pub(crate) const MAX_PROPERTIES: u16 = 8192;

/// What OData calls the kind of a structured type (CSDL 4.01, sections 6 and 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// It has a key, declared or inherited.
    Entity,
    /// It has none.
    Complex,
}

/// A structured type, as a constant: no allocation, no registration, usable in `const` context.
///
/// Reached through [`ODataResource::TYPE`]. Use it to list what a type declares, to write CSDL, or to
/// check a name before it is sent.
///
/// ```
/// use odata_core::{ODataResource, model::Kind};
///
/// #[derive(ODataResource)]
/// #[odata(namespace = "shop")]
/// struct Order {
///     #[odata(key)]
///     id: i64,
///     note: Option<String>,
/// }
///
/// assert_eq!(Order::TYPE.name(), "shop.order");
/// assert_eq!(Order::TYPE.kind(), Kind::Entity);
/// let note = Order::TYPE.property("note").unwrap();
/// assert_eq!((note.type_name(), note.is_nullable()), ("Edm.String", true));
/// ```
#[derive(Debug)]
pub struct StructuredType {
    /// `#` and the qualified name, in quotation marks.
    pub(crate) tag: &'static str,
    pub(crate) name: &'static str,
    pub(crate) alias: &'static str,
    pub(crate) kind: Kind,
    /// Bits of [`says`], those that bases pass on among them.
    pub(crate) says: u16,
    pub(crate) base: Option<&'static StructuredType>,
    /// How many properties the bases declare.
    pub(crate) inherited: u16,
    /// The index of the last property.
    pub(crate) last: u16,
    pub(crate) own: &'static [Property],
}

/// What a type says beside its name and its properties, for the expansion.
#[doc(hidden)]
pub mod type_flag {
    pub const NOTHING: u16 = 0;
    /// `#[odata(dynamic_properties)]`.
    pub const DYNAMIC: u16 = 1;
    pub const ANNOTATIONS: u16 = 2;
    pub const CONTROL: u16 = 4;
    pub const ETAG: u16 = 8;
    pub const ID: u16 = 16;
    pub const OPEN: u16 = 32;
    pub const DENIES_UNDECLARED: u16 = 64;
    pub const ABSTRACT: u16 = 128;
    pub const ENTITY: u16 = 256;
    pub const COMPLEX: u16 = 512;
    /// It writes its tag of its own accord (`write_type`).
    pub const TAGGED: u16 = 1024;
    /// Any field for what no level declares.
    pub(crate) const BAGS: u16 = DYNAMIC | ANNOTATIONS | CONTROL | ETAG | ID;
    /// What holds below, too.
    pub(crate) const INHERITED: u16 = BAGS | OPEN | DENIES_UNDECLARED;
}

impl StructuredType {
    /// For the expansion: `tag` is `#` and the qualified name in quotation marks, `alias` that name by the schema's alias or empty.
    #[doc(hidden)]
    pub const fn new(
        tag: &'static str,
        alias: &'static str,
        base: Option<&'static StructuredType>,
        says: u16,
        own: &'static [Property],
    ) -> StructuredType {
        let name = match unquoted(tag).split_at_checked(1) {
            Some((_, name)) => name,
            None => "",
        };
        let (from_base, inherited, kind) = match base {
            Some(base) => (
                base.says & type_flag::INHERITED,
                base.inherited + base.own.len() as u16,
                base.kind,
            ),
            None => (type_flag::NOTHING, 0, Kind::Complex),
        };
        let kind = match (
            says & type_flag::ENTITY != 0,
            says & type_flag::COMPLEX != 0,
        ) {
            (true, _) => Kind::Entity,
            (_, true) => Kind::Complex,
            _ => kind,
        };
        StructuredType {
            tag,
            name,
            alias,
            kind,
            says: says | from_base,
            base,
            inherited,
            last: (inherited as usize + own.len()).saturating_sub(1) as u16,
            own,
        }
    }

    /// Of `T`. Out of line: every caller's part of the program would hold the description otherwise.
    #[inline(never)]
    pub(crate) fn of<T: ODataResource>() -> &'static StructuredType {
        T::TYPE
    }

    pub(crate) const fn has_flag(&self, bit: u16) -> bool {
        self.says & bit != 0
    }

    /// The qualified name: `microsoft.graph.user`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name with the schema's alias in place of the namespace, where the type has one.
    pub const fn alias_name(&self) -> Option<&'static str> {
        if self.alias.is_empty() {
            None
        } else {
            Some(self.alias)
        }
    }

    /// Entity or complex.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether no instance of exactly this type may exist.
    pub const fn is_abstract(&self) -> bool {
        self.has_flag(type_flag::ABSTRACT)
    }

    /// Whether the model says `OpenType`, here or in a base.
    pub const fn is_open(&self) -> bool {
        self.has_flag(type_flag::OPEN)
    }

    /// Whether a level of the chain keeps what none declares (`#[odata(dynamic_properties)]`). Without one it is read over.
    pub const fn keeps_undeclared(&self) -> bool {
        self.has_flag(type_flag::DYNAMIC)
    }

    /// Whether a level of the chain keeps annotations (`#[odata(annotations)]`).
    pub const fn keeps_annotations(&self) -> bool {
        self.has_flag(type_flag::ANNOTATIONS)
    }

    /// The base type.
    pub const fn base(&self) -> Option<&'static StructuredType> {
        self.base
    }

    /// The properties that this type itself declares, in source order.
    pub const fn own_properties(&self) -> &'static [Property] {
        self.own
    }

    pub(crate) const fn denies_undeclared(&self) -> bool {
        self.has_flag(type_flag::DENIES_UNDECLARED)
    }

    /// This type and its bases, itself first.
    pub fn chain(&'static self) -> impl Iterator<Item = &'static StructuredType> {
        std::iter::successors(Some(self), |it| it.base)
    }

    /// All properties, those of the root of the chain first.
    pub fn properties(&'static self) -> impl Iterator<Item = &'static Property> {
        let mut chain: Vec<_> = self.chain().collect();
        chain.reverse();
        chain.into_iter().flat_map(|it| it.own.iter())
    }

    /// The property of that name, own or inherited.
    pub fn property(&'static self, name: &str) -> Option<&'static Property> {
        self.property_at(self.index(name)?)
    }

    /// Whether this is `name` or derived from it.
    pub fn is_or_derives_from(&'static self, name: &str) -> bool {
        self.chain().any(|it| it.name == name)
    }

    /// Whether a type tag's qualified name means this type, by namespace or by alias.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.name == name || (!self.alias.is_empty() && self.alias == name)
    }

    /// The property that the reader counts as `index`: bases first, source order.
    pub(crate) fn property_at(&'static self, index: u16) -> Option<&'static Property> {
        let level = self.chain().find(|it| it.inherited <= index)?;
        level.own.get(usize::from(index - level.inherited))
    }

    /// The index that the reader gives `name`.
    pub(crate) fn index(&'static self, name: &str) -> Option<u16> {
        let mut level = self;
        loop {
            if let Some(place) = level.own.iter().position(|it| it.is_called(name)) {
                return Some(level.inherited + u16::try_from(place).ok()?);
            }
            level = level.base?;
        }
    }

    /// The index that the reader gives `name`, compared without letter case.
    pub(crate) fn index_ignoring_case(&'static self, name: &str) -> Option<u16> {
        let index = self
            .properties()
            .position(|it| it.name().eq_ignore_ascii_case(name))?;
        u16::try_from(index).ok()
    }
}
