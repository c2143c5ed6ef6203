//! The macro that defines a set of options. Each option is listed once: its documentation, name, type and default.

/// Defines a policy and the options around it, with a setter for each.
///
/// The policy holds the options that types read while a call is in progress; it is copied into the [session](crate::session). The
/// options in `call` are used by the call itself. Those in `shared` have no default; the session holds them by `Arc`.
macro_rules! options {
    (
        $(#[$meta:meta])*
        pub struct $Options:ident;
        $(#[$policy_meta:meta])*
        struct $Policy:ident {
            $($(#[$policy_doc:meta])* $policy:ident: $PolicyType:ty = $policy_default:expr,)*
        }
        call { $($(#[$doc:meta])* $option:ident: $Type:ty = $default:expr,)* }
        shared { $($(#[$shared_doc:meta])* $shared:ident: $Shared:ty,)* }
    ) => {
        $(#[$policy_meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) struct $Policy {
            $(pub(crate) $policy: $PolicyType,)*
        }

        impl $Policy {
            const DEFAULT: $Policy = $Policy { $($policy: $policy_default,)* };
        }

        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $Options {
            pub(crate) policy: $Policy,
            $(pub(crate) $option: $Type,)*
            $(pub(crate) $shared: Option<Arc<$Shared>>,)*
        }

        impl $Options {
            const DEFAULT: $Options = $Options {
                policy: $Policy::DEFAULT,
                $($option: $default,)*
                $($shared: None,)*
            };

            $(
                $(#[$policy_doc])*
                #[must_use]
                pub const fn $policy(mut self, $policy: $PolicyType) -> Self {
                    self.policy.$policy = $policy;
                    self
                }
            )*

            $(
                $(#[$doc])*
                #[must_use]
                pub const fn $option(mut self, $option: $Type) -> Self {
                    self.$option = $option;
                    self
                }
            )*

            $(
                $(#[$shared_doc])*
                #[must_use]
                pub fn $shared(mut self, $shared: impl Into<Arc<$Shared>>) -> Self {
                    self.$shared = Some($shared.into());
                    self
                }
            )*
        }

        impl Default for $Options {
            fn default() -> Self {
                Self::DEFAULT
            }
        }
    };
}
