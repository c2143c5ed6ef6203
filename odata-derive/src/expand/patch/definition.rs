//! The patch type itself: the struct, and its model.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, Data, DeriveInput, GenericArgument, Meta, PathArguments, Type};

use super::{
    codec::NESTED,
    field::PatchField,
    patched_type::{PatchedType, replaced},
};
use crate::model::{Bounds, Field, Item, NonProperty, Property, Resource, Role, Shape, bounded};

/// Returns the name of the struct. The expansion refers to it by this name, so that it finds it even if `OrderPatch` is already the name of
/// another item: then the duplicate name is the only error.
fn hidden_name(model: &Resource<'_>) -> Ident {
    format_ident!("__{}Patch", model.item.ident)
}

/// Returns the public name of the patch type.
pub(super) fn name(model: &Resource<'_>) -> Ident {
    format_ident!("{}Patch", model.item.ident)
}

/// Returns the import under which the struct is public. The compiler reports a name that is taken at the derive: at the user's tokens, it
/// would suggest to rename them.
pub(super) fn export(model: &Resource<'_>, input: &DeriveInput) -> TokenStream {
    let (vis, hidden) = (&input.vis, hidden_name(model));
    let name = Ident::new(&name(model).to_string(), Span::call_site());
    quote! {
        #[allow(unused_imports)]
        #[doc(inline)]
        #vis use #hidden as #name;
    }
}

impl PatchedType {
    /// Returns whether the patch type itself has the bounds of its impls.
    pub(super) fn has_bounds(&self, fields: &[PatchField<'_>]) -> bool {
        let mut fields = fields.iter();
        fields.any(|it| it.nested.is_some() && self.depends_on_parameter(it.field.ty))
    }

    /// Returns the `where` clause of the patch type. A field with the patch of another type requires what that type requires of a
    /// parameter.
    pub(super) fn clause(&self, model: &Resource<'_>, fields: &[PatchField<'_>]) -> TokenStream {
        let generics = if self.has_bounds(fields) {
            bounded(&model.item, Bounds::Patch)
        } else {
            model.item.generics.clone()
        };
        let private = &self.krate;
        let private = quote!(#private::__private);
        let clause = generics.where_clause.to_token_stream();
        replaced(clause, &|it| it == "_odata", &private)
    }
}

/// Returns the struct, as it is in the expansion or in a form that the parser accepts.
pub(super) fn definition(
    model: &Resource<'_>,
    input: &DeriveInput,
    fields: &[PatchField<'_>],
    patched: &PatchedType,
    is_for_parser: bool,
) -> TokenStream {
    let (vis, generics) = (&input.vis, model.item.generics);
    let clause = patched.clause(model, fields);
    let ident = hidden_name(model);
    let doc = format!(
        " The body of a PATCH request for a [`{}`]. Only fields that are set are written; an inner `None` is null.",
        model.item.ident
    );
    let levels = lint_levels(&input.attrs);
    let fields = fields.iter().map(|field| {
        let (ident, ty) = (field.field.ident, field.ty(is_for_parser));
        let Some(source) = source_of(input, ident) else {
            // Public, so that `..Default::default()` compiles in any module.
            return quote!(#[doc(hidden)] pub #ident: #ty);
        };
        let (vis, docs) = (&source.vis, docs_of(source, field.field));
        quote!(#docs #vis #ident: #ty)
    });
    quote! {
        #[doc = #doc]
        #[doc(hidden)]
        #levels
        #[allow(dead_code, clippy::all, clippy::pedantic)]
        #vis struct #ident #generics #clause {
            #(#fields,)*
        }
    }
}

/// Returns the struct, parsed.
pub(super) fn parsed(
    model: &Resource<'_>,
    input: &DeriveInput,
    fields: &[PatchField<'_>],
    patched: &PatchedType,
) -> syn::Result<DeriveInput> {
    let mut parsed: DeriveInput = syn::parse2(definition(model, input, fields, patched, true))?;
    if let Data::Struct(data) = &mut parsed.data {
        for (parsed, field) in data.fields.iter_mut().zip(fields) {
            if let Some(nested) = field.nested_type() {
                replace_nested(&mut parsed.ty, &nested);
            }
        }
    }
    Ok(parsed)
}

/// Replaces the placeholder by the type of a nested patch.
fn replace_nested(ty: &mut Type, nested: &TokenStream) {
    let Type::Path(path) = ty else {
        return;
    };
    if path.path.is_ident(NESTED) {
        *ty = Type::Verbatim(nested.clone());
        return;
    }
    for segment in &mut path.path.segments {
        let PathArguments::AngleBracketed(list) = &mut segment.arguments else {
            continue;
        };
        for argument in &mut list.args {
            if let GenericArgument::Type(ty) = argument {
                replace_nested(ty, nested);
            }
        }
    }
}

fn source_of<'a>(input: &'a DeriveInput, ident: &Ident) -> Option<&'a syn::Field> {
    match &input.data {
        Data::Struct(data) => data
            .fields
            .iter()
            .find(|it| it.ident.as_ref() == Some(ident)),
        _ => None,
    }
}

/// Returns the lints that the user allows in the resource, such as that about the names of fields. What the user expects there need not be in
/// the patch type, and is allowed.
fn lint_levels(attributes: &[Attribute]) -> TokenStream {
    let lints = attributes.iter().filter_map(|it| match &it.meta {
        Meta::List(list) if list.path.is_ident("allow") || list.path.is_ident("expect") => {
            Some(&list.tokens)
        }
        _ => None,
    });
    lints.map(|lints| quote!(#[allow(#lints)])).collect()
}

/// Returns the docs of the resource's field, or a sentence if it has none.
fn docs_of(source: &syn::Field, field: &Field<'_>) -> TokenStream {
    let docs: TokenStream = (source.attrs.iter())
        .filter(|it| it.path().is_ident("doc"))
        .map(ToTokens::to_token_stream)
        .collect();
    if !docs.is_empty() {
        return docs;
    }
    let doc = match &field.role {
        Role::Property(property) => format!(" The change of `{}`.", property.name),
        Role::NonProperty(NonProperty::Base) => " The change of the base.".to_owned(),
        Role::NonProperty(NonProperty::DynamicProperties) => {
            " The change of dynamic properties: null removes one.".to_owned()
        }
        Role::NonProperty(_) => " Sent with the request.".to_owned(),
    };
    quote!(#[doc = #doc])
}

/// Returns the model of the patch type: a resource with the same OData name, its properties in the slots of the resource.
pub(super) fn patch_model<'a>(
    model: &Resource<'_>,
    parsed: &'a DeriveInput,
    fields: &[PatchField<'a>],
    patched: &PatchedType,
) -> Option<Resource<'a>> {
    let bound = if patched.has_bounds(fields) {
        Some(Vec::new())
    } else {
        model.item.bound.clone()
    };
    let Data::Struct(data) = &parsed.data else {
        return None;
    };
    let fields = data
        .fields
        .iter()
        .zip(fields)
        .filter_map(|(parsed, field)| {
            let role = match &field.field.role {
                Role::Property(it) => {
                    let nested = field.nested.clone();
                    Role::Property(Box::new(property_in_patch(it, &parsed.ty, nested)))
                }
                Role::NonProperty(role) => Role::NonProperty(*role),
            };
            Some(Field {
                ident: parsed.ident.as_ref()?,
                ty: &parsed.ty,
                span: field.field.span,
                role,
            })
        })
        .collect();
    Some(Resource {
        item: Item {
            ident: &parsed.ident,
            generics: &parsed.generics,
            unbounded: model.item.unbounded.clone(),
            associated: model.item.associated.clone(),
            bound,
            bound_span: None,
            default: None,
            krate: model.item.krate.clone(),
            has_crate: model.item.has_crate,
            attributes: &[],
            is_undocumented: true,
        },
        name: model.name.clone(),
        patch: None,
        key_list: None,
        // Validators check a whole value, which a patch is not.
        validators: Vec::new(),
        fields,
        is_patch: true,
        ..*model
    })
}

fn property_in_patch<'a>(
    property: &Property<'a>,
    ty: &'a Type,
    nested: Option<TokenStream>,
) -> Property<'a> {
    let shape = Shape::of(ty);
    Property {
        // An `Option` in a patch is absence; null is an inner `Option`.
        is_not_nullable: if shape.is_nav() {
            property.is_not_nullable
        } else {
            matches!(&shape, Shape::Option(inner) if !inner.is_option())
        },
        shape,
        codec: None,
        is_in_patch: true,
        nested_patch: nested,
        default: None,
        has_default_of_struct: false,
        ..property.clone()
    }
}
