use odata_core::{EntitySet, ODataEnum, links::Singleton};

#[derive(ODataEnum)]
#[odata(namespace = "shop")]
enum Colour {
    Red,
}

const COLOURS: EntitySet<'_> = EntitySet::of::<Colour>("Colours");
const ME: Singleton<'_> = Singleton::of::<String>("Me");

fn main() {}
