//! The constant description of a structured type.

use crate::{
    model::{
        odata_type::{Kind, TypeKind},
        property::{OwnProperties, Property, property_flag},
        versions::unversioned,
    },
    raw::unquoted,
};

/// The maximum number of properties of a type, including inherited ones.
pub(crate) const MAX_PROPERTIES: u16 = 8192;

/// The description of a structured type: its names, kind, base and properties.
///
/// It is a constant of each derived type, [`ODataResource::TYPE`](crate::ODataResource::TYPE). Use it to list the properties of a type, to
/// write CSDL, or to check a name before it is sent.
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
    /// The type tag in quotation marks: `"#shop.order"`.
    pub(crate) tag: &'static str,
    pub(crate) name: &'static str,
    pub(crate) alias: &'static str,
    pub(crate) kind: Kind,
    /// Bits of [`type_flag`], including those inherited from the bases.
    pub(crate) flags: u16,
    /// A set with one bit for the hash of the name and of each own property's name: two levels without a common bit have no common name.
    pub(crate) names: u128,
    pub(crate) base: Option<&'static StructuredType>,
    /// The number of properties that the bases declare.
    pub(crate) inherited: u16,
    /// The index of the last property.
    pub(crate) last: u16,
    /// The number of bases; 255 if there are more.
    pub(crate) depth: u8,
    pub(crate) own: &'static [Property],
    /// The key that `key(...)` lists: paths and the names of their parts. Empty if the fields of the key have `key`.
    pub(crate) key: &'static [(&'static str, &'static str)],
}

/// Flags of a type, for the expansion.
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
    /// The type writes its tag, unless the options state otherwise (`write_type`).
    pub const TAGGED: u16 = 1024;
    /// A property of any level is untyped or a stream.
    pub(crate) const UNTYPED: u16 = 2048;
    /// `any_version`: the type represents all its versions.
    pub const ANY_VERSION: u16 = 4096;
    /// A field of any level has no initial value.
    pub const FROM_PARTS: u16 = 8192;
    /// A field for members that no type of the chain declares.
    pub(crate) const BAGS: u16 = DYNAMIC | ANNOTATIONS | CONTROL | ETAG | ID;
    /// The flags that derived types inherit.
    pub(crate) const INHERITED: u16 = BAGS | OPEN | DENIES_UNDECLARED | UNTYPED | FROM_PARTS;
}

/// Returns the bit of a type's name in the set of names. The end of the name is enough: its start is the namespace, which the bases have as
/// well.
const fn bit_of_type_name(name: &str) -> u128 {
    let last = match name.as_bytes() {
        [.., a, b] => (*a as usize) << 2 ^ *b as usize,
        _ => 0,
    };
    1 << ((name.len() ^ last) & 127)
}

impl StructuredType {
    /// Creates a description, for the expansion. `tag` is the type tag in quotation marks; `alias` is the qualified name with the schema's
    /// alias, or empty.
    #[doc(hidden)]
    pub const fn new<const N: usize>(
        tag: &'static str,
        alias: &'static str,
        base: Option<&'static StructuredType>,
        flags: u16,
        own: &'static OwnProperties<N>,
    ) -> StructuredType {
        let name = match unquoted(tag).split_at_checked(1) {
            Some((_, name)) => name,
            None => "",
        };
        let (inherited_flags, inherited, kind, depth) = match base {
            Some(base) => (
                base.flags & type_flag::INHERITED,
                base.inherited + base.own.len() as u16,
                base.kind,
                base.depth.saturating_add(1),
            ),
            None => (type_flag::NOTHING, 0, Kind::Complex, 0),
        };
        let kind = match (
            flags & type_flag::ENTITY != 0,
            flags & type_flag::COMPLEX != 0,
        ) {
            (true, _) => Kind::Entity,
            (_, true) => Kind::Complex,
            _ => kind,
        };
        let untyped = if own.flags & property_flag::DEPENDS_ON_ANNOTATION != 0 {
            type_flag::UNTYPED
        } else {
            type_flag::NOTHING
        };
        StructuredType {
            tag,
            name,
            alias,
            kind,
            flags: flags | inherited_flags | untyped,
            names: own.names | bit_of_type_name(name),
            base,
            inherited,
            depth,
            last: (inherited as usize + N).saturating_sub(1) as u16,
            own: &own.list,
            key: &[],
        }
    }

    /// Lists the key: the path of each part, and its name in key predicates.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_key(self, key: &'static [(&'static str, &'static str)]) -> StructuredType {
        StructuredType { key, ..self }
    }

    /// Returns the name of the own property at this position.
    #[inline(always)]
    pub(crate) fn name_of_own(&self, position: u16) -> &'static str {
        match self.own.get(usize::from(position)) {
            Some(property) => property.name(),
            None => "",
        }
    }

    pub(crate) const fn has_flag(&self, bit: u16) -> bool {
        self.flags & bit != 0
    }

    /// Returns the qualified name: `microsoft.graph.user`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name with the schema's alias instead of the namespace, if the type has one.
    pub const fn alias_name(&self) -> Option<&'static str> {
        if self.alias.is_empty() {
            None
        } else {
            Some(self.alias)
        }
    }

    /// Returns the kind: entity type or complex type.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Returns whether the type is abstract: only its derived types have values.
    pub const fn is_abstract(&self) -> bool {
        self.has_flag(type_flag::ABSTRACT)
    }

    /// Returns whether the type or one of its bases is open (`OpenType`).
    pub const fn is_open(&self) -> bool {
        self.has_flag(type_flag::OPEN)
    }

    /// Returns whether the type or one of its bases has a field with `#[odata(dynamic_properties)]`. Without one, undeclared properties are
    /// skipped.
    pub const fn has_dynamic_properties(&self) -> bool {
        self.has_flag(type_flag::DYNAMIC)
    }

    /// Returns whether the type or one of its bases has a field with `#[odata(annotations)]`.
    pub const fn has_annotations(&self) -> bool {
        self.has_flag(type_flag::ANNOTATIONS)
    }

    /// Returns the base type.
    pub const fn base(&self) -> Option<&'static StructuredType> {
        self.base
    }

    /// Returns the properties that this type declares itself, in source order.
    pub const fn own_properties(&self) -> &'static [Property] {
        self.own
    }

    pub(crate) const fn denies_undeclared(&self) -> bool {
        self.has_flag(type_flag::DENIES_UNDECLARED)
    }

    /// Returns this type and its bases, itself first.
    pub fn chain(&'static self) -> impl Iterator<Item = &'static StructuredType> {
        std::iter::successors(Some(self), |it| it.base)
    }

    /// Returns all properties, those of the outermost base first.
    pub fn properties(&'static self) -> impl Iterator<Item = &'static Property> {
        let mut chain: Vec<_> = self.chain().collect();
        chain.reverse();
        chain.into_iter().flat_map(|it| it.own.iter())
    }

    /// Returns the property `name`, own or inherited.
    pub fn property(&'static self, name: &str) -> Option<&'static Property> {
        self.property_at(self.index(name)?)
    }

    /// Returns whether this type or one of its bases has the qualified name `name`.
    pub fn is_or_derives_from(&'static self, name: &str) -> bool {
        self.chain().any(|it| it.name == name)
    }

    /// Returns whether `name` is the qualified name of this type, with its namespace or its alias.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.name == name
            || (!self.alias.is_empty() && self.alias == name)
            || (self.has_flag(type_flag::ANY_VERSION)
                && unversioned(name).is_some_and(|own| own == self.name))
    }

    /// Returns the property with the reader's `index`, which counts from the outermost base in source order.
    pub(crate) fn property_at(&'static self, index: u16) -> Option<&'static Property> {
        let level = self.chain().find(|it| it.inherited <= index)?;
        level.own.get(usize::from(index - level.inherited))
    }

    /// Returns the reader's index of the property `name`.
    pub(crate) fn index(&'static self, name: &str) -> Option<u16> {
        let mut level = self;
        loop {
            if let Some(position) = level.own.iter().position(|it| it.has_name(name)) {
                return Some(level.inherited + u16::try_from(position).ok()?);
            }
            level = level.base?;
        }
    }

    /// Returns the reader's index of the property `name` in any letter case.
    pub(crate) fn index_ignoring_case(&'static self, name: &str) -> Option<u16> {
        let index = self
            .properties()
            .position(|it| it.name().eq_ignore_ascii_case(name))?;
        u16::try_from(index).ok()
    }
}

/// Returns the description of a type of this kind, if it is structured.
pub(crate) fn described(kind: TypeKind) -> Option<&'static StructuredType> {
    kind.description()?.downcast_ref()
}

impl Property {
    /// Returns the description of the type of its values, or items. The values of a hierarchy have a type that derives from it.
    pub(crate) fn structured_type(&self) -> Option<&'static StructuredType> {
        described(self.declared.kind)
    }
}
