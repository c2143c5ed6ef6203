//! The error is where the argument of the macro is written.

use odata_core::{ODataEnum, ODataResource};

macro_rules! enumeration {
    ($name:ident { $($member:ident = $value:expr),* }) => {
        #[derive(ODataEnum)]
        #[odata(namespace = "shop")]
        enum $name {
            $(#[odata(value = $value)] $member,)*
        }
    };
}

macro_rules! resource {
    ($name:ident in $namespace:literal { $field:ident: $type:ty = $default:expr }) => {
        #[derive(ODataResource)]
        #[odata(namespace = $namespace)]
        struct $name {
            #[odata(default = $default)]
            $field: $type,
        }
    };
}

enumeration!(Status { Open = 1, Closed = 1 });
enumeration!(Size { Small = "s" });
resource!(Order in "shop-1" { count: u64 = 1 });

fn main() {}
