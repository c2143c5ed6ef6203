//! A model that has everything that CSDL has: a library and its branches.

#![expect(
    missing_docs,
    reason = "the model has properties with and without a description"
)]

mod lending;
mod media;
mod primitives;

use odata_core::{
    csdl::{
        Details, Model, Operation,
        odata_csdl::{Annotation, ConstantKind, Expression, Schema, Term, TypeReference},
    },
    edm::Primitive,
};

pub use self::{
    lending::{Borrower, Branch, Extend, Loan, LoanState, Rights},
    media::{AnyMedium, Book, Dimensions, Disc, Medium},
    primitives::Everything,
};

/// Returns the model.
#[must_use]
pub fn model() -> Model {
    Model::new()
        .container("library.service.Container")
        .entity_set::<AnyMedium>("Media")
        .entity_set::<Borrower>("Borrowers")
        .entity_set::<Branch>("Branches")
        .entity_set::<Everything>("Everything")
        .singleton::<Branch>("Headquarters")
        .bind("Media", "branch", "Branches")
        .bind("Media", "library.media.Book/sequels", "Media")
        .bind("Borrowers", "loans/medium", "Media")
        .bind("Headquarters", "media", "Media")
        .bind("Branches", "media", "Media")
        .with_stream::<Disc>()
        .with_definition("library.media.Isbn", Primitive::String)
        .with_details("library.lending.Borrower/loans", loans())
        .with_details("library.lending.Branch/media", Details::new().partner("branch"))
        .with_details("library.media.Medium/branch", Details::new().partner("media").constraint("branchCode", "code"))
        .with_details("library.media.Medium/price", Details::new().precision(9).scale(2))
        .with_details("library.lending.Borrower/name", Details::new().annotation(flag("library.words.Sensitive")))
        .with_operation(
            Operation::action("library.lending.extend")
                .bound_to::<Loan>("loan")
                .parameters::<Extend>()
                .returns::<Option<Loan>>(),
        )
        .with_operation(
            Operation::function("library.lending.overdue")
                .bound_to::<Vec<Borrower>>("borrowers")
                .parameter::<i32>("days")
                .returns::<Vec<Borrower>>()
                .entity_set_path("borrowers")
                .composable(),
        )
        .with_operation(
            Operation::function("library.media.search")
                .parameter::<String>("text")
                .parameter::<Option<Vec<String>>>("languages")
                .returns::<Vec<AnyMedium>>()
                .imported_into("search", "Media"),
        )
        .with_operation(
            Operation::function("library.lending.opened")
                .parameter::<LoanState>("state")
                .returns::<i64>()
                .imported("opened"),
        )
        .with_operation(Operation::action("library.service.rebuildIndex").imported("rebuildIndex"))
        .with_aliased_reference(
            "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Capabilities.V1.xml",
            "Org.OData.Capabilities.V1",
            "Capabilities",
        )
        .with_schema(words())
}

fn loans() -> Details {
    Details::new().contains_target().on_delete("Cascade")
}

fn flag(term: &str) -> Annotation {
    Annotation {
        term: term.to_owned(),
        qualifier: None,
        value: Expression::Default,
        annotations: Vec::new(),
    }
}

/// A vocabulary of the model, and annotations without a Rust type.
fn words() -> Schema {
    Schema {
        namespace: "library.words".to_owned(),
        terms: vec![Term {
            name: "Sensitive".to_owned(),
            ty: TypeReference {
                name: "Edm.Boolean".to_owned(),
                nullable: Some(false),
                ..TypeReference::default()
            },
            default: Some("true".to_owned()),
            applies_to: vec!["Property".to_owned()],
            ..Term::default()
        }],
        annotations: vec![Annotation {
            term: "Org.OData.Core.V1.SchemaVersion".to_owned(),
            qualifier: None,
            value: Expression::Constant(ConstantKind::String, "2.1.0".to_owned()),
            annotations: Vec::new(),
        }],
        ..Schema::default()
    }
}
