use odata_core::ODataResource;


#[derive(Default)]
struct Nav<T>(Option<T>);

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Team {
    #[odata(key)]
    id: i64,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Employee {
    team: Nav<Box<Team>>,
}

fn main() {}
