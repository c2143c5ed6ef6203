#![deny(warnings)]

use odata_core::ODataResource;

#[derive(Debug, Default, ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    note: Option<String>,
}

// CSDL XML 4.01 §6.2 forbids it, but Microsoft Graph does it.
#[derive(Debug, Default, ODataResource)]
#[odata(namespace = "shop", abstract)]
struct Contract {
    #[odata(base)]
    document: Document,
    signed: Option<bool>,
}

fn main() {
    assert!(Contract::TYPE.is_abstract());
    let contract = Contract::default();
    assert!(contract.document.note.is_none() && contract.signed.is_none());
}
