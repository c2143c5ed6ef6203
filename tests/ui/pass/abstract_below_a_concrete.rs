#![deny(warnings)]

use odata_core::ODataResource;

#[derive(Debug, Default, ODataResource)]
#[odata(namespace = "shop")]
struct Document {
    note: Option<String>,
}

// CSDL forbids it (section 6.2), and Microsoft Graph does it.
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
