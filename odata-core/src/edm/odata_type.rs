//! The names of the primitive types. They have no validation rules.

use crate::{
    codec::property_type::property_type,
    edm::{
        binary::Binary, date::Date, date_time_offset::DateTimeOffset, decimal::Decimal,
        duration::Duration, guid::Guid, primitive::Primitive, time_of_day::TimeOfDay,
    },
    model::ODataType,
    validate::without_rules,
};

macro_rules! named {
    ($($type:ty: $primitive:ident,)*) => {$(
        impl ODataType for $type {
            const NAME: &'static str = Primitive::$primitive.name();
        }

        property_type! { [] $type, }
    )*};
}

named! {
    bool: Boolean,
    i8: SByte,
    u8: Byte,
    i16: Int16,
    i32: Int32,
    i64: Int64,
    f32: Single,
    f64: Double,
    str: String,
    String: String,
    Binary: Binary,
    Date: Date,
    DateTimeOffset: DateTimeOffset,
    Decimal: Decimal,
    Duration: Duration,
    Guid: Guid,
    TimeOfDay: TimeOfDay,
}

without_rules!(
    Binary,
    Date,
    DateTimeOffset,
    Decimal,
    Duration,
    Guid,
    TimeOfDay
);
