use std::rc::Rc;

use odata_core::{Nav, ODataResource};


#[derive(ODataResource)]
#[odata(namespace = "zoo")]
struct Animal {
    name: Option<String>,
}

#[derive(ODataResource)]
#[odata(hierarchy = Animal)]
enum AnyAnimal<'a> {
    Herd(Vec<Animal>),
    Ghost(Option<Animal>),
    Guest(&'a Animal),
    Common(Rc<Animal>),
    Linked(Nav<Animal>),
    Named(String),
}

fn main() {}
