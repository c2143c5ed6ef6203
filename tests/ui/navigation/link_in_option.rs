use odata_core::{Nav, ODataResource};

#[derive(ODataResource)]
#[odata(namespace = "shop", kind = entity)]
struct Employee {
    manager: Option<Nav<Employee>>,
}

fn main() {}
