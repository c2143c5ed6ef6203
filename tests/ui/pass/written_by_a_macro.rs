#![deny(warnings)]

use odata_core::{DynamicResource, ODataEnum, ODataResource, json};

macro_rules! resource {
    ($name:ident: $base:ty, $text:literal { $($field:ident: $ty:ty = $rule:expr,)* }) => {
        #[derive(Debug, PartialEq, ODataResource)]
        #[odata(namespace = $text)]
        struct $name {
            #[odata(base)]
            base: $base,
            $(
                #[odata(validate(range(min = $rule)))]
                $field: $ty,
            )*
        }
    };
}

macro_rules! family {
    ($base:ident $any:ident $($variant:ident($ty:ty)),*) => {
        #[derive(Debug, PartialEq, ODataResource)]
        #[odata(namespace = "shop")]
        struct $base {
            map: Option<i32>,
        }

        #[derive(Debug, PartialEq, ODataResource)]
        #[odata(hierarchy = $base)]
        enum $any {
            $($variant($ty),)*
            #[odata(other)]
            Other(DynamicResource),
        }
    };
}

macro_rules! members {
    ($name:ident { $($member:ident = $value:literal),* }) => {
        #[derive(Debug, Clone, Copy, PartialEq, ODataEnum)]
        #[odata(namespace = "shop")]
        enum $name {
            $(#[odata(value = $value)] $member,)*
        }
    };
}

family!(Base Any Order(Order), Base(Box<Base>));
members!(State { Draft = 1, Sent = 2 });
resource!(Order: Base, "shop" {
    copies: i32 = 1,
    pages: Option<i32> = 2,
});

fn main() {
    let any: Any = json::from_str(r##"{"@odata.type":"#shop.order","map":1,"copies":1}"##).unwrap();
    assert_eq!(any.as_order().map(|it| it.copies), Some(1));
    let none = r##"{"@odata.type":"#shop.order","copies":0}"##;
    assert_eq!(json::from_str::<Any>(none).unwrap_err().pointer(), "/copies");
    assert_eq!(State::Sent.value(), Some(2));
}
