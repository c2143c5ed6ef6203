use odata_core::ODataResource;

#[derive(ODataResource)]
#[odata(namespace = "crm", rename_all = "verbatim")]
struct Account {
    #[odata(name = "@odata.type")]
    tag: Option<String>,
    #[odata(name = "@odata.id")]
    id: Option<String>,
    #[odata(name = "@odata.editLink", any_name)]
    link: Option<String>,
    #[odata(name = "_owner_value@OData.Community.Display.V1.FormattedValue")]
    owner: Option<String>,
    #[odata(name = "primarycontactid@odata.bind")]
    contact: Option<String>,
    #[odata(name = "#crm.Merge")]
    merge: Option<String>,
}

fn main() {}
