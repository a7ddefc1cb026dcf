//! Macros that declare the types of the format together with their names in the JSON, so that
//! reading and the schema cannot disagree.

/// Declares a struct of the format: its fields with their names in the JSON. `= default` marks
/// a field that may be left out; an `Option` always may.
macro_rules! json_object {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$field_meta:meta])* $key:literal => $field:ident: $type:ty $(= $default:ident)?,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[cfg_attr(feature = "schema", schemars(rename = $key))]
                $(#[cfg_attr(feature = "schema", schemars($default))])?
                pub $field: $type,
            )*
        }

        impl crate::format::json::FromJson for $name {
            fn read(
                &mut self,
                value: &crate::format::json::Value<'_>,
                reader: &mut crate::format::json::Reader<'_>,
            ) -> bool {
                reader.object(
                    value,
                    &[$(($key, crate::format::declare::json_object!(@is $($default)?)),)*],
                    &mut [$(&mut self.$field,)*],
                )
            }
        }
    };
    (@is default) => { true };
    (@is) => { false };
}
pub(crate) use json_object;

/// Declares a word of the format: its variants with their names in the JSON. A word that is
/// none of them is the `else` variant where there is one, a fault otherwise.
macro_rules! json_word {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$variant_meta:meta])* $word:literal => $variant:ident,)*
        } else $other:expr
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_meta])* #[cfg_attr(feature = "schema", schemars(rename = $word))] $variant,)*
        }

        impl crate::format::json::FromJson for $name {
            fn read(
                &mut self,
                value: &crate::format::json::Value<'_>,
                reader: &mut crate::format::json::Reader<'_>,
            ) -> bool {
                let crate::format::json::Value::Text(word) = value else {
                    return reader.fault("expected a string");
                };
                let other: Option<Self> = $other;
                *self = match &**word {
                    $($word => Self::$variant,)*
                    _ => match other {
                        Some(other) => other,
                        None => return reader.fault(concat!("expected one of", $(" ", $word),*)),
                    },
                };
                true
            }
        }
    };
}
pub(crate) use json_word;
