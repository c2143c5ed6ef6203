//! Enumerations whose variants have a text.

/// Defines an enumeration with a text for each variant, and the method that returns it.
macro_rules! text_enum {
    (
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$doc:meta])* $variant:ident = $text:literal,)+
        }
        $(#[$method_doc:meta])*
        $method_visibility:vis fn $method:ident;
    ) => {
        $(#[$meta])*
        $visibility enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            $(#[$method_doc])*
            $method_visibility const fn $method(self) -> &'static str {
                match self {
                    $($name::$variant => $text,)+
                }
            }
        }
    };
}

pub(crate) use text_enum;
