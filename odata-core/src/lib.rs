#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
//! OData JSON for plain Rust types.
//!
//! Two derive macros implement serde's `Serialize` and `Deserialize` for the types of an OData model: structs with inheritance,
//! properties that hold any type derived from the declared one, open types, annotations, and enumerations that grow. Reading and writing
//! stream, preserve what the model does not declare, and do not round numbers.
//!
//! ```
//! use odata_core::{DynamicProperties, DynamicResource, ODataResource, json};
//!
//! #[derive(Debug, Default, ODataResource)]
//! #[odata(namespace = "shop", abstract)]
//! struct Item {
//!     title: String,
//!     #[odata(dynamic_properties)]
//!     more: DynamicProperties,
//! }
//!
//! #[derive(Debug, Default, ODataResource)]
//! #[odata(namespace = "shop", deref)]
//! struct Book {
//!     #[odata(base)]
//!     item: Item,
//!     pages: Option<i32>,
//! }
//!
//! #[derive(Debug, ODataResource)]
//! #[odata(hierarchy = Item)]
//! enum AnyItem {
//!     Book(Book),
//!     #[odata(other)]
//!     Other(DynamicResource),
//! }
//!
//! let text = r##"{"@odata.type":"#shop.book","title":"Emma","pages":474,"price":12.50}"##;
//! let mut item: AnyItem = json::from_str(text)?;
//! let book = item.as_book_mut().expect("a book");
//! assert_eq!((&*book.title, book.pages), ("Emma", Some(474)));
//! assert_eq!(book.more.get::<f64>("price")?, Some(12.5));
//! book.pages = None;
//! assert_eq!(
//!     json::to_string(&item)?,
//!     r##"{"@odata.type":"#shop.book","title":"Emma","price":12.50}"##
//! );
//!
//! let error = json::from_str::<AnyItem>(&text.replace("474", "\"many\"")).unwrap_err();
//! assert_eq!((error.pointer(), error.line(), error.column()), ("/pages", 1, 57));
//! # Ok::<(), odata_core::Error>(())
//! ```
//!
//! # When to use it
//!
//! Use it for the JSON bodies of an OData 4.0 or 4.01 service, as a client or as the service, when a model has one of these:
//!
//! - a property of a base type that holds values of derived types, named by `@odata.type`;
//! - open types, annotations, or members that are newer than your program and must survive a round trip;
//! - enumerations that grow;
//! - PATCH bodies, where null and absent differ;
//! - numbers that an `f64` cannot hold.
//!
//! Derived types are ordinary serde types: they work with serde_json alone and with other self-describing formats. The functions of
//! [`json`] add options, limits, validation and the position of errors.
//!
//! # Where to start
//!
//! [The book](guide) has a chapter for each subject: [the first type](guide::first_type), [coming from serde](guide::from_serde),
//! [inheritance](guide::inheritance), [compile errors](guide::errors), and a [cookbook](guide::cookbook) for Microsoft Graph, Dataverse,
//! SAP and Redfish. [The attribute reference](attributes) has every key.
//!
//! # Where things are
//!
//! - [`guide`]: the book
//! - [`attributes`]: every key of `#[odata(...)]`, and which Rust type to write for which value
//! - [`json`]: reads and writes bodies
//! - [`options`]: [`ReadOptions`], [`WriteOptions`] and their policies
//! - [`edm`]: the primitive types that have no counterpart in Rust, such as `Edm.Decimal` and `Edm.Guid`
//! - [`enumeration`]: enumerations, and [`Flags`] for combinations of members
//! - [`dynamic`]: [`DynamicProperties`], [`Annotations`] and [`DynamicResource`], for what no type declares
//! - [`payload`]: [`Collection`], [`Delta`], [`ODataError`], [`EntityReference`] and other bodies that the protocol defines
//! - [`patch`]: the bodies of PATCH requests
//! - [`links`]: key predicates, and the URLs of an [`EntitySet`]
//! - [`protocol`]: versions, media types, headers, context URLs
//! - [`validate`](mod@validate): rules of values; [`Validate::validate`] returns every violation
//! - [`model`]: the description of a type, [`ODataResource::TYPE`]
//! - `graph`: Microsoft Graph's `customExtensionData` and related types (feature `graph`)
//! - `csdl`: types as CSDL XML and JSON, compared with a service's `$metadata` (feature `csdl`)
//! - `http`: requests, responses and JSON batches on the types of the crate `http` (feature `http`)
//! - `axum`: bodies as extractors and responses of the crate `axum` (feature `axum`)
//!
//! The crate [`odata-codegen`](https://crates.io/crates/odata-codegen) generates types from a service's `$metadata`.
//!
//! # Scope
//!
//! Bodies in OData's JSON format. Out of scope: transport, authentication, the evaluation of query options, multipart batches and Atom. The
//! types of a hierarchy are a closed set, fixed when the program is compiled; values of other types are preserved as [`DynamicResource`].
//!
//! # Features
//!
//! | Feature | Default | Effect |
//! |---|---|---|
//! | `derive` | yes | the derive macros |
//! | `graph` | yes | the module `graph` |
//! | `csdl` | | the module `csdl` |
//! | `geo` | | `Edm.Geography*` and `Edm.Geometry*` as GeoJSON |
//! | `futures` | | collections as a `futures` stream |
//! | `http` | | the module `http` |
//! | `axum` | | the module `axum` |
//! | `bigdecimal`, `chrono`, `jiff`, `rust_decimal`, `time`, `uuid` | | conversions from and to the types of these crates |
//!
//! Rust 1.88 or newer. The crate has no `unsafe` code, and no input makes it panic.

// Generated code refers to this crate by its name, and this crate uses the derives as well.
extern crate self as odata_core;

// `tests/tests/layers.rs` has the order of these folders: each imports only from those before it.
#[cfg(feature = "axum")]
pub mod axum;
pub mod codec;
#[cfg(feature = "csdl")]
pub mod csdl;
pub mod dynamic;
pub mod edm;
pub mod enumeration;
mod error;
#[cfg(feature = "graph")]
pub mod graph;
// Compiled only by rustdoc.
#[cfg(all(any(doc, doctest), feature = "derive"))]
pub mod guide;
#[cfg(feature = "http")]
pub mod http;
pub mod json;
pub mod links;
pub mod model;
pub mod options;
pub mod patch;
pub mod payload;
pub mod protocol;
mod raw;
mod runtime;
mod session;
pub mod validate;

#[doc = include_str!("attributes.md")]
#[cfg(feature = "derive")]
pub mod attributes {}

pub use codec::raw_json::RawJson;
pub use dynamic::{
    annotations::Annotations, control::ControlInformation, properties::DynamicProperties,
    resource::DynamicResource,
};
pub use enumeration::{flags::Flags, odata_enum::ODataEnum};
pub use error::{Error, ErrorKind};
pub use links::entity_set::EntitySet;
pub use model::{odata_resource::ODataResource, odata_type::ODataType};
/// The module [`attributes`] has every key of `#[odata(...)]`.
#[cfg(feature = "derive")]
pub use odata_derive::{ODataEnum, ODataResource};
pub use options::{read::ReadOptions, write::WriteOptions};
pub use patch::patchable::Patchable;
pub use payload::{
    collection::Collection,
    delta::Delta,
    entity_reference::EntityReference,
    navigation::{Nav, collection::NavCollection},
    odata_error::ODataError,
};
pub use protocol::{media_type::MetadataLevel, version::Version};
pub use validate::{
    validated::Validate,
    violation::{Violation, Violations},
};

/// The items that generated code refers to, all of them. Not part of the public API: any release may change it together with
/// `odata-derive`.
#[doc(hidden)]
pub mod __private {
    pub use std::{
        boxed::Box,
        default::Default,
        option::Option::{self, None, Some},
        result::Result::{self, Err, Ok},
        string::String,
        vec::Vec,
    };

    pub use serde;

    #[cfg(feature = "csdl")]
    pub use crate::csdl::assertion::check as check_metadata;
    pub use crate::{
        Annotations, ControlInformation, DynamicProperties, DynamicResource, Error, Flags,
        ODataEnum, ODataResource, ODataType, Patchable, Validate,
        dynamic::BagField,
        edm::Primitive,
        enumeration::ODataFlags,
        model::{
            NavigationField, OwnProperties, Property, StructuredType, TypeKind, TypeNames, TypeRef,
            any_parameter::AnyParameter,
            define::{Define, Detail},
            odata_resource::{KindOf, describe},
            property::{PropertyOf, property_flag},
            structured_type::type_flag,
            type_ref::{DerivedTypes, OwnTypeOf},
        },
    };

    /// The names in the scope of generated code, which imports all of them with one glob: the compiler stores each import of each type.
    pub mod scope {
        pub use crate::{
            __private::{
                self as _odata, assert as _assert, base as _base, codec as _codec, de as _de,
                patch as _patch, ser as _ser, serde as _serde, validate as _validate,
            },
            codec::serde_codec::WithoutSerde as _,
            model::{base_type::IsNoResource as _, type_ref::UnknownType as _},
            runtime::{
                related_field::{UnreadField as _, UnwrittenField as _},
                variant::{
                    BaselessVariant as _, NoTypes as _, UnreadVariant as _, UnwrittenVariant as _,
                },
            },
            validate::{nested::WithoutRules as _, rule::WithoutText as _},
        };
    }

    /// The base of a type, which may turn out not to be a resource.
    pub mod base {
        pub use crate::model::{
            BaseResource,
            base_type::{BaseOf, IsResource, ResolveBase, Resolved, base_form, check},
        };
    }

    /// Rules of the model, checked in const evaluation.
    pub mod assert {
        pub use crate::model::assert::{
            arguments::assert_same_type,
            assert_any_version, assert_base, assert_base_in_place, assert_closed, assert_kind,
            assert_limits, assert_not_option, assert_one_bag, assert_one_key, assert_open,
            assert_scale, assert_width, fail_redeclared,
            hierarchy::{
                assert_derived, assert_distinct, assert_possible, assert_same_arguments,
                assert_sorted,
            },
            key::assert_key_list,
            property::{
                IsOption, IsOther, assert_declared_type, assert_has_derived_types,
                assert_has_members, assert_listed, assert_same_json, assert_serde,
                assert_type_of_property,
            },
            redeclared,
            values::{assert_distinct_numbers, assert_distinct_texts},
        };
    }

    /// Codecs: how the value of a field is read and written.
    pub mod codec {
        pub use crate::codec::{
            PropertyType, ReadAs, WriteAs,
            collection::Items,
            generic_number::GenericNumber,
            nullable::{NonNull, NullCollection, Nullable},
            number::{Number, NumberFormat},
            property_type::{
                CodecOf, Described, IsProperty, NoCodec, PatchOf, ResolveCodec, ValueOf,
            },
            serde_codec::{CheckedSerde, IsReadable, IsWritable, Serde},
            text::{BorrowedStr, Text},
            with_module::read_with,
            wrapper::{Boxed, CaseInsensitive},
        };
        pub use crate::runtime::{
            declared_type::DeclaredAs,
            listed_types::{ListedTypes, OfListedTypes},
        };
    }

    /// Reading resources and hierarchies.
    pub mod de {
        pub use crate::{
            codec::{
                default_function::default_from,
                seed::{read_field, read_required},
            },
            model::variant_types::{Variant, VariantTypes},
            runtime::{
                de::{
                    BagsMut, ReadResource,
                    base_in_place::BaseInPlace,
                    builder::{
                        BaseStrategy, BuildPlan, Builder, FromParts, InPlace, StrategyOf, take_base,
                    },
                    hierarchy::{
                        ReadHierarchy, accepts, no_variant, read_hierarchy, read_nested,
                        tagged_input::{ReadVariant, TaggedInput},
                        variant_index::VariantIndex,
                    },
                    members::skip_value,
                    resource::{read_resource, reject_abstract},
                    seen::Required,
                },
                slot::Slot,
                variant::{TypesOf, VariantReader},
            },
        };
    }

    /// Reading and writing enumerations.
    pub mod enumeration {
        pub use crate::enumeration::{
            UnknownMember,
            enum_members::{EnumMembers, UNKNOWN_MEMBER, UnknownText},
            enum_type::{EnumType, Member},
            odata_enum::{parse, write},
            read::read,
        };
    }

    /// Members of navigation properties, such as `N@odata.bind`.
    pub mod navigation {
        pub use crate::runtime::{
            listed_types::read_member_of_listed_types,
            navigation::read_member,
            related_field::{FieldReader, FieldWriter},
        };
    }

    /// Types of PATCH bodies.
    pub mod patch {
        pub use crate::patch::{
            PatchedBase, Replaceable, change::*, dynamic::*, linked::*, resolved::*,
        };
    }

    /// Validation.
    pub mod validate {
        pub use crate::validate::{
            nested,
            path::Path,
            rule,
            violation::{Violation, Violations},
        };
    }

    /// Writing resources and hierarchies.
    pub mod ser {
        pub use crate::runtime::{
            ser::{
                WriteResource, WriteVariant,
                bags::Bags,
                level::{BaseAccess, ChainLevel, DerivedFrom, Root},
                members::WriteMembers,
                write_nothing, write_resource,
            },
            variant::{VariantBase, VariantWriter},
        };
    }
}
