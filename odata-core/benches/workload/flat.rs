//! (a) The yardstick: hand-written structs with serde's own derives, each with the properties of its whole chain. An oracle supplies
//! the type of each item, and no tag is read.

use std::marker::PhantomData;

use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, SeqAccess, Visitor},
};

use serde_json::de::Read;

use super::{
    engine::{Engine, Result},
    payload::Input,
};

/// A struct with the properties of all named levels. With `tag = "..."`, serde writes `@odata.type` and skips it when it reads.
macro_rules! flat {
    ($name:ident $([$tag:literal])? = $first:ident $($rest:ident)*) => { $first! { flat @ $name [$($tag)?] [] [$($rest)*] } };
    (@ $name:ident $tag:tt [$($done:tt)*] [$next:ident $($rest:ident)*] { $($own:tt)* }) => {
        $next! { flat @ $name $tag [$($done)* $($own)*] [$($rest)*] }
    };
    (@ $name:ident $tag:tt [$($done:tt)*] [] { $($own:tt)* }) => { flat! { = $name $tag $($done)* $($own)* } };
    (= $name:ident [$($tag:literal)?] $($property:ident: $type:ty = $sample:ident,)*) => {
        #[derive(Serialize, Deserialize)]
        #[serde(rename_all = "camelCase" $(, tag = "@odata.type", rename = $tag)?)]
        pub(crate) struct $name {
            $(#[serde(skip_serializing_if = "Option::is_none")] $property: Option<$type>,)*
        }
    };
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum AgeGroup {
    Minor,
    NotAdult,
    Adult,
}

flat!(AssignedLicense = assigned_license);
flat!(EmployeeOrgData = employee_org_data);
flat!(PasswordProfile = password_profile);
flat!(Employee["#bench.employee"] = entity directory_object user employee);
flat!(Team["#bench.team"] = entity directory_object group team);
flat!(Workstation["#bench.workstation"] = entity directory_object device workstation);
flat!(LabReading["#bench.labReading"] = reading site_reading air_reading lab_reading);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Stage {
    AssignmentRequestCreated,
    AssignmentRequestApproved,
    AssignmentRequestGranted,
    AssignmentRequestRemoved,
    AssignmentFourteenDaysBeforeExpiration,
    AssignmentOneDayBeforeExpiration,
    UnknownFutureValue,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum State {
    Submitted,
    PendingApproval,
    Delivering,
    Delivered,
    DeliveryFailed,
    Denied,
    Scheduled,
    Canceled,
    PartiallyDelivered,
    UnknownFutureValue,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Visibility {
    Default,
    NotVisible,
    Visible,
}

flat!(ApprovalStage = approval_stage);
flat!(Callback["#microsoft.graph.accessPackageAssignmentRequestCallbackData"] = callback);
flat!(ApprovalStageCallback["#microsoft.graph.assignmentRequestApprovalStageCallbackData"] = callback approval_stage_callback);

/// The types of a family. The oracle numbers them.
pub(crate) trait Known: Sized {
    fn next<'de, A: SeqAccess<'de>>(
        kind: u8,
        items: &mut A,
    ) -> std::result::Result<Option<Self>, A::Error>;
}

macro_rules! known {
    ($family:ident { $($kind:literal => $variant:ident),* }) => {
        #[derive(Serialize)]
        #[serde(untagged)]
        #[allow(clippy::large_enum_variant, reason = "the yardstick avoids every allocation")]
        pub(crate) enum $family { $($variant($variant)),* }

        impl Known for $family {
            fn next<'de, A: SeqAccess<'de>>(kind: u8, items: &mut A) -> std::result::Result<Option<Self>, A::Error> {
                match kind {
                    $($kind => Ok(items.next_element()?.map(Self::$variant)),)*
                    _ => Err(A::Error::custom("the number of the oracle is not that of a type of the family")),
                }
            }
        }
    };
}

known!(Directory { 0 => Employee, 1 => Team, 2 => Workstation });
known!(Callbacks { 0 => Callback, 1 => ApprovalStageCallback });

/// Reads the array in one pass, each item as the type from the oracle.
struct Oracle<'i, T>(&'i [u8], PhantomData<T>);

impl<'de, T: Known> DeserializeSeed<'de> for Oracle<'_, T> {
    type Value = Vec<T>;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> std::result::Result<Vec<T>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Known> Visitor<'de> for Oracle<'_, T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> std::result::Result<Vec<T>, A::Error> {
        let mut read = Vec::new();
        for kind in self.0 {
            read.extend(T::next(*kind, &mut items)?);
        }
        Ok(read)
    }
}

/// An array of several types, read with the oracle.
pub(crate) struct Mixed<T>(PhantomData<T>);

impl<T: Known + Serialize + 'static> Engine for Mixed<T> {
    type Items = Vec<T>;

    fn read(input: &Input) -> Result<Vec<T>> {
        read_mixed(serde_json::Deserializer::from_slice(&input.text), input)
    }

    fn write(items: &Vec<T>, buffer: &mut Vec<u8>) -> Result<()> {
        Ok(serde_json::to_writer(buffer, items)?)
    }
}

fn read_mixed<'i, T: Known, R: Read<'i>>(
    mut parser: serde_json::Deserializer<R>,
    input: &'i Input,
) -> Result<Vec<T>> {
    let items = Oracle(&input.kinds, PhantomData).deserialize(&mut parser)?;
    parser.end()?;
    Ok(items)
}

/// The same, read as text after one check of its UTF-8.
pub(crate) struct MixedStr<T>(PhantomData<T>);

impl<T: Known + Serialize + 'static> Engine for MixedStr<T> {
    type Items = Vec<T>;

    fn read(input: &Input) -> Result<Vec<T>> {
        let text = std::str::from_utf8(&input.text)?;
        read_mixed(serde_json::Deserializer::from_str(text), input)
    }

    fn write(items: &Vec<T>, buffer: &mut Vec<u8>) -> Result<()> {
        Mixed::write(items, buffer)
    }
}

/// The same through sonic-rs.
pub(crate) struct MixedSonic<T>(PhantomData<T>);

impl<T: Known + Serialize + 'static> Engine for MixedSonic<T> {
    type Items = Vec<T>;

    fn read(input: &Input) -> Result<Vec<T>> {
        let mut parser = sonic_rs::Deserializer::from_slice(&input.text);
        Ok(Oracle(&input.kinds, PhantomData).deserialize(&mut parser)?)
    }

    fn write(items: &Vec<T>, buffer: &mut Vec<u8>) -> Result<()> {
        Ok(sonic_rs::to_writer(buffer, items)?)
    }
}

/// An array of one type, read and written by serde alone. The other engines that are plain serde types use it as well.
pub(crate) struct Plain<T>(PhantomData<T>);

impl<T: Serialize + DeserializeOwned + 'static> Engine for Plain<T> {
    type Items = Vec<T>;

    fn read(input: &Input) -> Result<Vec<T>> {
        Ok(serde_json::from_slice(&input.text)?)
    }

    fn write(items: &Vec<T>, buffer: &mut Vec<u8>) -> Result<()> {
        Ok(serde_json::to_writer(buffer, items)?)
    }
}

/// The same, read as text after one check of its UTF-8.
pub(crate) struct PlainStr<T>(PhantomData<T>);

impl<T: Serialize + DeserializeOwned + 'static> Engine for PlainStr<T> {
    type Items = Vec<T>;

    fn read(input: &Input) -> Result<Vec<T>> {
        Ok(serde_json::from_str(std::str::from_utf8(&input.text)?)?)
    }

    fn write(items: &Vec<T>, buffer: &mut Vec<u8>) -> Result<()> {
        Plain::write(items, buffer)
    }
}
