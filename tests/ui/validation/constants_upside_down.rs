use odata_core::{ODataResource, edm::Decimal};

const LEAST: i32 = 5;
const MOST: i32 = 3;

struct Limits;

impl Limits {
    const MOST: i32 = -3;
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Count {
    #[odata(validate(range(min = LEAST, max = MOST)))]
    count: Option<i32>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Counts {
    #[odata(validate(each(range(min = LEAST, max = Limits::MOST))))]
    counts: Vec<i32>,
}

#[derive(ODataResource)]
#[odata(namespace = "shop")]
struct Price {
    #[odata(validate(digits(precision = 4, scale = SCALE)))]
    price: Option<Decimal>,
}

const SCALE: u32 = 6;

fn main() {}
